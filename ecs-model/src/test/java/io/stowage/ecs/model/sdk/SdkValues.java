package io.stowage.ecs.model.sdk;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.OpenEnum;
import io.stowage.ecs.model.testing.Shrinking;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * Makes the client's objects from our records, member by member: both describe themselves, so there is no list of members to keep.
 * Counts what it went over, and notes members that only one of the two has.
 */
final class SdkValues {
    private final Set<String> structures = new TreeSet<>();
    private final Set<String> members = new TreeSet<>();
    private final Map<String, Set<String>> onlyOurs = new TreeMap<>();
    private final Map<String, Set<String>> onlyTheirs = new TreeMap<>();

    /** The structures gone over, by our names. */
    Set<String> structures() {
        return structures;
    }

    /** The members gone over that had a value, as {@code structure.member}. */
    Set<String> members() {
        return members;
    }

    /** Members that the client does not have, by structure. */
    Map<String, Set<String>> onlyOurs() {
        return onlyOurs;
    }

    /** Members that our records do not have, by structure. */
    Map<String, Set<String>> onlyTheirs() {
        return onlyTheirs;
    }

    /** The client's object that says the same as our record. */
    Object build(EcsStructure structure, SdkPojo builder) {
        String name = structure.getClass().getSimpleName();
        Map<String, RecordComponent> ours = Arrays.stream(structure.getClass().getRecordComponents())
                .filter(component -> !component.getName().equals("otherMembers"))
                .collect(Collectors.toMap(
                        RecordComponent::getName, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        structures.add(name);
        for (SdkField<?> field : builder.sdkFields()) {
            RecordComponent component = ours.remove(field.locationName());
            if (component == null) {
                onlyTheirs.computeIfAbsent(name, n -> new TreeSet<>()).add(field.locationName());
                continue;
            }
            Object value = Shrinking.component(structure, component);
            if (value != null && !value.equals(List.of()) && !value.equals(Map.of())) {
                members.add(name + "." + field.locationName());
            }
            field.set(builder, convert(value, field));
        }
        if (!ours.isEmpty()) {
            onlyOurs.computeIfAbsent(name, n -> new TreeSet<>()).addAll(ours.keySet());
        }
        return ((SdkBuilder<?, ?>) builder).build();
    }

    private @Nullable Object convert(@Nullable Object value, SdkField<?> field) {
        if (value instanceof EcsStructure structure && field.marshallingType() == MarshallingType.DOCUMENT) {
            structures.add(structure.getClass().getSimpleName());
            return document(structure.otherMembers());
        } else if (value instanceof EcsStructure structure) {
            return build(structure, field.constructor().get());
        } else if (value instanceof OpenEnum constant) {
            return constant.value();
        } else if (value instanceof List<?> list) {
            SdkField<?> held = field.getTrait(ListTrait.class).memberFieldInfo();
            List<@Nullable Object> converted = new ArrayList<>();
            list.forEach(element -> converted.add(convert(element, held)));
            return converted;
        } else if (value instanceof Map<?, ?> map) {
            SdkField<?> held = field.getTrait(MapTrait.class).valueFieldInfo();
            Map<Object, @Nullable Object> converted = new LinkedHashMap<>();
            map.forEach((key, element) -> converted.put(key, convert(element, held)));
            return converted;
        }
        return value;
    }

    private static Document document(@Nullable Object plain) {
        if (plain instanceof Map<?, ?> map) {
            Map<String, Document> members = new LinkedHashMap<>();
            map.forEach((name, value) -> members.put((String) name, document(value)));
            return Document.fromMap(members);
        } else if (plain instanceof List<?> list) {
            return Document.fromList(list.stream().map(SdkValues::document).toList());
        } else if (plain instanceof Number number) {
            return Document.fromNumber(number.toString());
        } else if (plain instanceof Boolean bool) {
            return Document.fromBoolean(bool);
        }
        return plain == null ? Document.fromNull() : Document.fromString((String) plain);
    }
}
