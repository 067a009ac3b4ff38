package io.stowage.ecs.placement.internal.engine;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A map that forks share: what there was stays in one map that nobody writes to, what is added stands in another. A fork copies the
 * additions; when copying them would come to cost more than putting both into one map does, that is done. Entries are replaced, never taken
 * out. For one thread at a time, a fork for another.
 */
final class SharedMap<K, V> {
    private static final int FEW = 16;

    private final Supplier<Map<K, V>> empty;
    private Map<K, V> common;
    private Map<K, V> added;
    private int size;

    /**
     * A map without entries.
     *
     * @param empty makes the maps that this one consists of
     */
    SharedMap(Supplier<Map<K, V>> empty) {
        this.empty = empty;
        this.common = Map.of();
        this.added = empty.get();
    }

    private SharedMap(SharedMap<K, V> from) {
        this.empty = from.empty;
        this.common = from.common;
        this.added = empty.get();
        this.added.putAll(from.added);
        this.size = from.size;
    }

    /** The same entries, going their own way from here on. */
    SharedMap<K, V> fork() {
        long additions = added.size();
        if (additions > FEW && additions * additions > common.size()) {
            Map<K, V> both = empty.get();
            both.putAll(common);
            both.putAll(added);
            common = both;
            added = empty.get();
        }
        return new SharedMap<>(this);
    }

    int size() {
        return size;
    }

    @Nullable
    V get(K key) {
        V value = added.get(key);
        return value != null ? value : common.get(key);
    }

    void put(K key, V value) {
        if (added.put(key, value) == null && common.get(key) == null) {
            size++;
        }
    }

    /** Hands out all entries. */
    void forEach(BiConsumer<K, V> action) {
        added.forEach(action);
        common.forEach((key, value) -> {
            if (!added.containsKey(key)) {
                action.accept(key, value);
            }
        });
    }
}
