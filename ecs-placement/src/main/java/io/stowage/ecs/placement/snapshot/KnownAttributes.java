package io.stowage.ecs.placement.snapshot;

import io.stowage.ecs.model.cluster.Attribute;
import io.stowage.ecs.model.instancetype.InstanceTypes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Makes one map of all lists of attributes that are equal, and says what else follows from them. */
final class KnownAttributes {
    private static final int SMALLEST = 64;

    private @Nullable Attributes[] table = new Attributes[SMALLEST];
    private int size;

    /** Attributes, and what follows from them. */
    static final class Attributes {
        private final int hash;
        /** Names and values in turn, each of them one object where they are equal; null for no value. */
        private final @Nullable Object[] written;

        private final Map<String, String> map;
        private final @Nullable Long interfaces;

        private Attributes(int hash, @Nullable Object[] written, Map<String, String> map, @Nullable Long interfaces) {
            this.hash = hash;
            this.written = written;
            this.map = map;
            this.interfaces = interfaces;
        }

        /** Names to values. */
        Map<String, String> map() {
            return map;
        }

        /** How many tasks can have an interface; null if that is not known. */
        @Nullable
        Long interfaces() {
            return interfaces;
        }
    }

    /** The attributes of a list. */
    Attributes of(RepeatedList list) {
        int hash = hash(list);
        int slot = hash & table.length - 1;
        for (Attributes known = table[slot]; known != null; known = table[slot]) {
            if (known.hash == hash && isThat(known, list)) {
                return known;
            }
            slot = slot + 1 & table.length - 1;
        }
        Attributes made = make(hash, list);
        table[slot] = made;
        if (2 * ++size > table.length) {
            grow();
        }
        return made;
    }

    private static int hash(RepeatedList list) {
        int hash = list.size();
        for (int i = 0; i < list.size(); i++) {
            String name = list.name(i);
            Object value = list.other(i);
            hash = 31 * (31 * hash + (name == null ? 0 : name.hashCode())) + (value == null ? 0 : value.hashCode());
        }
        return hash ^ hash >>> 15;
    }

    @SuppressWarnings("ReferenceEquality") // equal strings are one object here
    private static boolean isThat(Attributes known, RepeatedList list) {
        if (known.written.length != 2 * list.size()) {
            return false;
        }
        for (int i = 0; i < list.size(); i++) {
            if (known.written[2 * i] != list.name(i) || known.written[2 * i + 1] != list.other(i)) {
                return false;
            }
        }
        return true;
    }

    private static Attributes make(int hash, RepeatedList list) {
        @Nullable Object[] written = new Object[2 * list.size()];
        Map<String, String> map = new LinkedHashMap<>();
        List<Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String name = list.name(i);
            String value = (String) list.other(i);
            written[2 * i] = name;
            written[2 * i + 1] = value;
            if (name != null) {
                map.put(name, value == null ? "" : value);
                attributes.add(Attribute.builder().name(name).value(value).build());
            }
        }
        OptionalInt interfaces = InstanceTypes.taskInterfaces(attributes);
        return new Attributes(
                hash,
                written,
                new Shared.Attributes(Collections.unmodifiableMap(map)),
                interfaces.isEmpty() ? null : Long.valueOf(interfaces.getAsInt()));
    }

    private void grow() {
        @Nullable Attributes[] all = table;
        table = new Attributes[2 * all.length];
        for (Attributes one : all) {
            if (one != null) {
                int slot = one.hash & table.length - 1;
                while (table[slot] != null) {
                    slot = slot + 1 & table.length - 1;
                }
                table[slot] = one;
            }
        }
    }
}
