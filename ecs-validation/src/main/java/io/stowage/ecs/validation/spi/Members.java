package io.stowage.ecs.validation.spi;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the record component that a {@link Member} reads. A reference to a method does not tell its name, so it is tried on
 * records in which exactly one component is set, each in turn: the component it answers for is the one. This happens once for
 * every place in the code that writes such a reference; afterwards it is a look-up.
 */
final class Members {
    /**
     * A member: its name on the wire, the class of its value, and for a list or map the class of what it holds.
     *
     * @param record the structure it belongs to
     */
    record Known(Class<?> record, String name, Class<?> type, Class<?> held) {}

    /**
     * The members found, by the class that the virtual machine makes for a reference in the source. References that hold something
     * of their own share such a class, so for them and for ordinary classes there is no entry.
     */
    private static final ClassValue<Optional<Map<Class<?>, Known>>> BY_REFERENCE = new ClassValue<>() {
        @Override
        protected Optional<Map<Class<?>, Known>> computeValue(Class<?> reference) {
            boolean alwaysTheSame = reference.isHidden() && reference.getDeclaredFields().length == 0;
            return alwaysTheSame ? Optional.of(new ConcurrentHashMap<>(2)) : Optional.empty();
        }
    };

    private static final ClassValue<List<Sample>> SAMPLES = new ClassValue<>() {
        @Override
        protected List<Sample> computeValue(Class<?> record) {
            return samples(record);
        }
    };

    private record Sample(Known member, Object record) {}

    private Members() {}

    static Known known(Class<?> record, Member<?, ?> member) {
        Optional<Map<Class<?>, Known>> found = BY_REFERENCE.get(member.getClass());
        if (found.isEmpty()) {
            return resolve(record, member);
        }
        Known known = found.get().get(record);
        if (known == null) {
            known = resolve(record, member);
            found.get().put(record, known);
        }
        return known;
    }

    private static final ClassValue<Set<String>> NAMES = new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> structure) {
            RecordComponent[] components = structure.getRecordComponents();
            return components == null
                    ? Set.of()
                    : Arrays.stream(components).map(EcsStructure::memberName).collect(Collectors.toUnmodifiableSet());
        }
    };

    /** The names of the members of a structure; none for a value of another kind. */
    static Set<String> names(Class<?> structure) {
        return NAMES.get(structure);
    }

    private static final ClassValue<Map<String, Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> structure) {
            RecordComponent[] components = structure.getRecordComponents();
            return components == null
                    ? Map.of()
                    : Arrays.stream(components)
                            .collect(Collectors.toUnmodifiableMap(
                                    EcsStructure::memberName, RecordComponent::getAccessor));
        }
    };

    /** The member of that name, for words of messages; null if there is none or it is absent. */
    static @Nullable Object read(Object structure, String name) {
        Method accessor = ACCESSORS.get(structure.getClass()).get(name);
        try {
            return accessor == null ? null : accessor.invoke(structure);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(accessor + " is a public accessor of a public record", e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Known resolve(Class<?> record, Member<?, ?> member) {
        Known only = null;
        for (Sample sample : SAMPLES.get(record)) {
            if (isSet(answer((Member<Object, ?>) member, sample.record))) {
                if (only != null) {
                    throw notAMember(record);
                }
                only = sample.member;
            }
        }
        if (only == null) {
            throw notAMember(record);
        }
        return only;
    }

    private static @Nullable Object answer(Member<Object, ?> member, Object sample) {
        try {
            return member.of(sample);
        } catch (RuntimeException e) {
            // Something longer than a single accessor stumbles over the members that are not set.
            return null;
        }
    }

    private static IllegalArgumentException notAMember(Class<?> record) {
        return new IllegalArgumentException("a member of " + record.getName()
                + " is given by a reference to the accessor of one of its components, and by nothing longer");
    }

    private static boolean isSet(@Nullable Object value) {
        if (value instanceof Collection<?> list) {
            return !Presence.isAbsent(list);
        }
        return value instanceof Map<?, ?> map ? !Presence.isAbsent(map) : value != null;
    }

    private static List<Sample> samples(Class<?> record) {
        RecordComponent[] components = record.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException(record.getName() + " is no record, so it has no members");
        }
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            if (component.getName().equals("otherMembers")) {
                continue;
            }
            @Nullable Object[] arguments = new Object[components.length];
            arguments[i] = sample(component.getType());
            Known known = new Known(
                    record,
                    EcsStructure.memberName(component),
                    component.getType(),
                    held(component.getGenericType(), component));
            samples.add(new Sample(known, create(record, components, arguments)));
        }
        return samples;
    }

    private static Class<?> held(Type type, RecordComponent component) {
        if (!(type instanceof ParameterizedType generic)) {
            return component.getType();
        }
        Type[] arguments = generic.getActualTypeArguments();
        Type last = arguments[arguments.length - 1];
        return last instanceof Class<?> plain ? plain : Object.class;
    }

    private static Object sample(Class<?> type) {
        if (type == String.class) {
            return "";
        } else if (type == Integer.class) {
            return 0;
        } else if (type == Long.class) {
            return 0L;
        } else if (type == Double.class) {
            return 0.0;
        } else if (type == Boolean.class) {
            return true;
        } else if (type == Instant.class) {
            return Instant.EPOCH;
        } else if (type == List.class) {
            return List.of();
        } else if (type == Map.class) {
            return Map.of();
        }
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException("members of " + type.getName() + " are not supported");
        }
        @Nullable Object[] arguments = new Object[components.length];
        if (components.length == 1 && components[0].getType() == String.class) {
            arguments[0] = "";
        }
        return create(type, components, arguments);
    }

    private static Object create(Class<?> record, RecordComponent[] components, @Nullable Object[] arguments) {
        try {
            Constructor<?> constructor = record.getConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(record.getName() + " must allow absent members", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(record.getName() + " must be a public, exported record", e);
        }
    }
}
