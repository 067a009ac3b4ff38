package io.stowage.ecs.benchmarks.place;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the objects that others reach, each once, so that what is retained is the same number in every run. Sizes are those of HotSpot on 64
 * bits with compressed references: 12 bytes of header, 16 for arrays, 4 for a reference, rounded up to 8. Classes, threads and constants of
 * enumerations belong to nobody.
 *
 * <p>Objects of the JDK are only looked into where the JVM allows it; the jar asks for that in its manifest.
 */
final class ObjectWalk {
    private static final int HEADER = 12;
    private static final int ARRAY_HEADER = 16;
    private static final int REFERENCE = 4;
    private static final int ALIGNMENT = 8;
    private static final Map<Class<?>, Integer> SIZES = Map.of(
            boolean.class,
            1,
            byte.class,
            1,
            char.class,
            2,
            short.class,
            2,
            int.class,
            4,
            float.class,
            4,
            long.class,
            8,
            double.class,
            8);

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Class<?>, Shape> shapes = new HashMap<>();
    private final Deque<Object> waiting = new ArrayDeque<>();

    /** A class: the size of an object, and the fields that lead on. */
    private record Shape(int bytes, List<Field> references) {}

    /** Leaves something out, and what it reaches: it belongs to somebody else. */
    ObjectWalk without(@Nullable Object... roots) {
        bytes(roots);
        return this;
    }

    /** The bytes of what the roots reach and was not counted before. */
    long bytes(@Nullable Object... roots) {
        Arrays.stream(roots).forEach(this::found);
        long bytes = 0;
        while (!waiting.isEmpty()) {
            bytes += visit(waiting.pop());
        }
        return bytes;
    }

    private void found(@Nullable Object object) {
        if (object != null && !isNobodys(object) && seen.add(object)) {
            waiting.push(object);
        }
    }

    private static boolean isNobodys(Object object) {
        return object instanceof Class
                || object instanceof Enum
                || object instanceof Thread
                || object instanceof ClassLoader;
    }

    private long visit(Object object) {
        Class<?> type = object.getClass();
        if (type.isArray()) {
            int length = Array.getLength(object);
            Integer primitive = SIZES.get(type.getComponentType());
            if (primitive == null) {
                Arrays.stream((@Nullable Object[]) object).forEach(this::found);
            }
            return aligned(ARRAY_HEADER + (long) length * (primitive == null ? REFERENCE : primitive));
        }
        Shape shape = shapes.computeIfAbsent(type, ObjectWalk::shape);
        for (Field field : shape.references) {
            try {
                found(field.get(object));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        return shape.bytes;
    }

    private static Shape shape(Class<?> type) {
        int bytes = HEADER;
        List<Field> references = new ArrayList<>();
        for (Class<?> part = type; part != null; part = part.getSuperclass()) {
            for (Field field : part.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    Integer primitive = SIZES.get(field.getType());
                    bytes += primitive == null ? REFERENCE : primitive;
                    if (primitive == null) {
                        field.setAccessible(true);
                        references.add(field);
                    }
                }
            }
        }
        return new Shape((int) aligned(bytes), List.copyOf(references));
    }

    private static long aligned(long bytes) {
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
