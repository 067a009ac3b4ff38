package io.stowage.ecs.model;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells an absent list or map from an empty one, and makes the copies that records hold.
 *
 * <p>To a caller both are simply empty. On the wire they differ: {@code "command": []} is written back, a {@code command} that
 * was never there is not. An absent list or map is one particular empty object, so the difference survives copying from record
 * to builder and back, and costs no member.
 */
public final class Presence {
    private static final List<?> ABSENT_LIST = new AbsentList<>();
    private static final Map<?, ?> ABSENT_MAP = new AbsentMap<>();

    private Presence() {}

    /**
     * Whether the member was not there at all.
     *
     * @param list a list of a record
     * @return false if it was written, even as {@code []}
     */
    public static boolean isAbsent(Collection<?> list) {
        return list == ABSENT_LIST;
    }

    /**
     * Whether the member was not there at all.
     *
     * @param map a map of a record
     * @return false if it was written, even as {@code {}}
     */
    public static boolean isAbsent(Map<?, ?> map) {
        return map == ABSENT_MAP;
    }

    /**
     * An unmodifiable copy in the same order.
     *
     * @param <T> what the list holds
     * @param list the list; {@code null} for absent
     * @return the copy; absent stays absent
     * @throws NullPointerException if an element is null
     */
    @SuppressWarnings("unchecked")
    public static <T> List<T> listOf(@Nullable Collection<? extends T> list) {
        return list == null || list == ABSENT_LIST ? (List<T>) ABSENT_LIST : List.copyOf(list);
    }

    /**
     * An unmodifiable copy in the same order.
     *
     * @param <V> what the map holds
     * @param map the map; {@code null} for absent
     * @return the copy; absent stays absent
     * @throws NullPointerException if a key or value is null
     */
    @SuppressWarnings("unchecked")
    public static <V> Map<String, V> mapOf(@Nullable Map<String, ? extends V> map) {
        if (map == null || map == ABSENT_MAP) {
            return (Map<String, V>) ABSENT_MAP;
        }
        // Not Map.copyOf: its order changes from run to run, and written files would with it.
        Map<String, V> copy = new LinkedHashMap<>();
        map.forEach((key, value) ->
                copy.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, () -> "value of " + key)));
        return Collections.unmodifiableMap(copy);
    }

    /**
     * A deep unmodifiable copy of plain values.
     *
     * @param members names and plain values as in {@link EcsStructure#otherMembers()}; {@code null} for none
     * @return the copy
     * @throws IllegalArgumentException if a value is of another type, or a number that JSON does not have
     */
    public static Map<String, @Nullable Object> freeze(@Nullable Map<String, ? extends @Nullable Object> members) {
        if (members == null || members.isEmpty()) {
            return Map.of();
        }
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        members.forEach((name, value) -> copy.put(Objects.requireNonNull(name, "name"), plain(value)));
        return Collections.unmodifiableMap(copy);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number number) {
            if (!Double.isFinite(number.doubleValue()) && (number instanceof Double || number instanceof Float)) {
                throw new IllegalArgumentException("JSON has no number for " + number);
            }
            return number;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(element -> copy.add(plain(element)));
            return Collections.unmodifiableList(copy);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((name, element) -> {
                if (!(name instanceof String text)) {
                    throw new IllegalArgumentException("the name of a member is a String, not " + name);
                }
                copy.put(text, plain(element));
            });
            return Collections.unmodifiableMap(copy);
        }
        throw new IllegalArgumentException(
                "other members hold String, Number, Boolean, List, Map or null, not " + value.getClass());
    }

    private static final class AbsentList<T> extends AbstractList<T> {
        @Override
        public T get(int index) {
            throw new IndexOutOfBoundsException("index " + index + " of an absent list");
        }

        @Override
        public int size() {
            return 0;
        }
    }

    private static final class AbsentMap<K, V> extends AbstractMap<K, V> {
        @Override
        public Set<Entry<K, V>> entrySet() {
            return Set.of();
        }
    }
}
