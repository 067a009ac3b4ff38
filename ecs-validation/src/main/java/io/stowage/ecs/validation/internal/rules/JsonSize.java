package io.stowage.ecs.validation.internal.rules;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.OpenEnum;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many bytes a structure takes as compact JSON in UTF-8. */
final class JsonSize {
    /** The longest that one UTF-16 code unit becomes: an escape of a backslash, u and four digits. */
    private static final int LONGEST_CHARACTER = 6;

    /** Quotes, colon and comma around a name and a value. */
    private static final int MARKS = 6;

    /** A number, a time or true and false. */
    private static final int LONGEST_NUMBER = 40;

    private static final ClassValue<Method[]> ACCESSORS = new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> record) {
            return Arrays.stream(record.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .toArray(Method[]::new);
        }
    };

    private JsonSize() {}

    /** The size, without the spaces and line ends that only people want. */
    static long of(EcsStructure structure) {
        return CompactJson.of(structure).getBytes(StandardCharsets.UTF_8).length;
    }

    /** A size that {@link #of} never exceeds, in a fraction of the time: it looks at lengths and not at characters. */
    static long atMost(@Nullable Object value) {
        if (value == null) {
            return 0;
        } else if (value instanceof String text) {
            return MARKS + (long) text.length() * LONGEST_CHARACTER;
        } else if (value instanceof OpenEnum open) {
            return MARKS + (long) open.value().length() * LONGEST_CHARACTER;
        } else if (value instanceof Collection<?> list) {
            return atMostOf(list);
        } else if (value instanceof Map<?, ?> map) {
            return map.isEmpty() ? MARKS : atMostOf(map.keySet()) + atMostOf(map.values()) + (long) MARKS * map.size();
        } else if (value instanceof EcsStructure structure) {
            return atMostOf(structure);
        }
        return LONGEST_NUMBER;
    }

    private static long atMostOf(Collection<?> list) {
        long sum = MARKS;
        for (Object element : list) {
            // Inside maps and lists that were kept as they are, null may stand.
            sum += MARKS + (element == null ? LONGEST_NUMBER : atMost(element));
        }
        return sum;
    }

    private static long atMostOf(EcsStructure structure) {
        long sum = MARKS;
        try {
            for (Method accessor : ACCESSORS.get(structure.getClass())) {
                Object value = accessor.invoke(structure);
                if (value != null) {
                    sum += MARKS + accessor.getName().length() + atMost(value);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("accessors of public records can be called", e);
        }
        return sum;
    }
}
