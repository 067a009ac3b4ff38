package io.stowage.ecs.validation;

import io.stowage.ecs.model.EcsStructure;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the records of the input that are no structures of ECS, strictly: a case that says something else fails loudly. */
final class KnownRecords {
    private static final JsonMapper MAPPER = new JsonMapper();

    private KnownRecords() {}

    static <T> T read(Class<T> record, JsonNode node) {
        RecordComponent[] components = record.getRecordComponents();
        Map<String, JsonNode> members = new LinkedHashMap<>();
        node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        Object[] arguments = new Object[components.length];
        Map<String, Object> others = new HashMap<>();
        for (int i = 0; i < components.length; i++) {
            String name = EcsStructure.memberName(components[i]);
            JsonNode value = members.remove(name);
            if (value != null && value.isNull()) {
                others.put(name, null);
            } else if (value != null && isUnknown(components[i].getGenericType(), value)) {
                others.put(name, value.toString());
            } else if (value != null) {
                arguments[i] = value(components[i].getGenericType(), value);
            }
        }
        if (!members.isEmpty()) {
            throw new IllegalArgumentException(record.getName() + " has no " + members.keySet());
        }
        if (components[components.length - 1].getName().equals("otherMembers")) {
            arguments[components.length - 1] = others;
        }
        return create(record, components, arguments);
    }

    /** A placeholder where a number or a truth value belongs, or among numbers. */
    private static boolean isUnknown(Type type, JsonNode value) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return value.isString()
                    || value.valueStream().anyMatch(element -> isUnknown(list.getActualTypeArguments()[0], element));
        }
        return value.isString() && (type == Integer.class || type == Boolean.class);
    }

    private static Object value(Type type, JsonNode node) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return node.valueStream()
                    .map(element -> value(list.getActualTypeArguments()[0], element))
                    .toList();
        }
        if (type instanceof ParameterizedType) {
            Map<String, String> texts = new LinkedHashMap<>();
            node.properties()
                    .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString()));
            return texts;
        }
        Class<?> plain = (Class<?>) type;
        if (!plain.isRecord()) {
            return MAPPER.treeToValue(node, plain);
        }
        boolean openEnum = plain.getRecordComponents().length == 1 && node.isString();
        return openEnum
                ? create(plain, plain.getRecordComponents(), new Object[] {node.asString()})
                : read(plain, node);
    }

    private static <T> T create(Class<T> record, RecordComponent[] components, Object[] arguments) {
        try {
            Constructor<T> constructor = record.getConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
