package io.stowage.ecs.model.internal.json;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.OpenEnum;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a record of the model looks like on the wire, found once a class by reflection: its members in order with their types.
 * Reader and writer both work from this, so a new component needs nothing else.
 */
final class RecordShape {
    private static final String OTHER_MEMBERS = "otherMembers";

    /** Members that CloudFormation calls by another word than the API does. */
    private static final Map<String, String> NAMES_OF_TEMPLATES = Map.of(
            "ProxyConfigurationProperties", "properties",
            "PlacementStrategies", "placementStrategy",
            "ClusterSettings", "settings");

    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new RecordShape(type);
        }
    };

    private final Class<?> type;
    private final Constructor<?> constructor;
    private final List<MemberShape> members = new ArrayList<>();
    private final Map<String, MemberShape> byName = new LinkedHashMap<>();
    private final Map<String, MemberShape> byLowerName = new LinkedHashMap<>();

    private RecordShape(Class<?> type) {
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        for (RecordComponent component : components) {
            if (!component.getName().equals(OTHER_MEMBERS)) {
                MemberShape member =
                        new MemberShape(members.size(), component, ValueShape.of(component.getGenericType()));
                members.add(member);
                byName.put(member.name(), member);
                byLowerName.put(member.name().toLowerCase(Locale.ROOT), member);
            }
        }
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " has no canonical constructor", e);
        }
    }

    static RecordShape of(Class<?> record) {
        return SHAPES.get(record);
    }

    Class<?> type() {
        return type;
    }

    List<MemberShape> members() {
        return members;
    }

    /** Whether it is a free-form document of the API: it has no members of its own, and may hold any. */
    boolean isFreeForm() {
        return members.isEmpty();
    }

    @Nullable
    MemberShape member(String name) {
        return byName.get(name);
    }

    /** The member written in PascalCase, as templates do: {@code EFSVolumeConfiguration} is {@code efsVolumeConfiguration}. */
    @Nullable
    MemberShape pascalMember(String name) {
        if (name.isEmpty() || !Character.isUpperCase(name.charAt(0))) {
            return null;
        }
        MemberShape member = byLowerName.get(name.toLowerCase(Locale.ROOT));
        return member == null ? byName.get(NAMES_OF_TEMPLATES.getOrDefault(name, "")) : member;
    }

    EcsStructure create(@Nullable Object[] values, Map<String, @Nullable Object> otherMembers) {
        @Nullable Object[] arguments = Arrays.copyOf(values, values.length + 1);
        arguments[values.length] = otherMembers;
        try {
            return (EcsStructure) constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(
                    "the values were checked, yet " + constructor + " refuses them", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constructor + " is a public constructor of a public record", e);
        }
    }

    /** A member: its place among the arguments of the constructor, how to ask a record for it, and its type. */
    record MemberShape(int index, RecordComponent component, ValueShape value) {
        String name() {
            return EcsStructure.memberName(component);
        }

        @Nullable
        Object of(EcsStructure structure) {
            try {
                return component.getAccessor().invoke(structure);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(component + " is a public accessor of a public record", e);
            }
        }
    }

    /** The types that members have. */
    enum Kind {
        STRING,
        INTEGER,
        LONG,
        DOUBLE,
        BOOLEAN,
        INSTANT,
        ENUM,
        STRUCTURE,
        LIST,
        MAP
    }

    /** The type of a value: its kind; the class of an enumeration or structure; what a list or map holds. */
    record ValueShape(Kind kind, Class<?> type, @Nullable ValueShape inner) {
        private static final Map<Class<?>, Kind> SCALARS = Map.of(
                String.class, Kind.STRING,
                Integer.class, Kind.INTEGER,
                Long.class, Kind.LONG,
                Double.class, Kind.DOUBLE,
                Boolean.class, Kind.BOOLEAN,
                Instant.class, Kind.INSTANT);

        static ValueShape of(Type type) {
            if (type instanceof ParameterizedType generic) {
                Type[] arguments = generic.getActualTypeArguments();
                boolean list = generic.getRawType() == List.class;
                return new ValueShape(
                        list ? Kind.LIST : Kind.MAP,
                        (Class<?>) generic.getRawType(),
                        of(arguments[arguments.length - 1]));
            }
            Class<?> plain = (Class<?>) type;
            Kind scalar = SCALARS.get(plain);
            if (scalar != null) {
                return new ValueShape(scalar, plain, null);
            }
            return new ValueShape(OpenEnum.class.isAssignableFrom(plain) ? Kind.ENUM : Kind.STRUCTURE, plain, null);
        }

        /** What a person calls it. */
        String expected() {
            return switch (kind) {
                case STRING, ENUM -> "a string";
                case INTEGER -> "an integer";
                case LONG -> "an integer";
                case DOUBLE -> "a number";
                case BOOLEAN -> "true or false";
                case INSTANT -> "a time (seconds since 1970 as a number, or ISO 8601 as a string)";
                case STRUCTURE, MAP -> "an object";
                case LIST -> "a list";
            };
        }
    }
}
