package io.stowage.ecs.placement.snapshot;

import io.stowage.ecs.model.EcsStructure;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the model takes for a value: found from its records, so that the two ways of reading agree about every member. */
final class Shape {
    /** The kinds of values. */
    enum Kind {
        TEXT,
        INTEGER,
        LONG,
        DOUBLE,
        BOOLEAN,
        TIME,
        STRUCTURE,
        LIST,
        MAP
    }

    private static final Map<Class<?>, Kind> SCALARS = Map.of(
            String.class, Kind.TEXT,
            Integer.class, Kind.INTEGER,
            Long.class, Kind.LONG,
            Double.class, Kind.DOUBLE,
            Boolean.class, Kind.BOOLEAN,
            Instant.class, Kind.TIME);

    private final Kind kind;
    private final @Nullable Shape inner;
    private final List<String> names = new ArrayList<>();
    private final List<Shape> members = new ArrayList<>();
    private byte[][] table = {};
    private int[] indexes = {};

    private Shape(Kind kind, @Nullable Shape inner) {
        this.kind = kind;
        this.inner = inner;
    }

    /** The shape of a record of the model. */
    static Shape of(Class<? extends EcsStructure> structure) {
        return of(structure, new HashMap<>());
    }

    private static Shape of(Type type, Map<Class<?>, Shape> known) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return new Shape(
                    generic.getRawType() == List.class ? Kind.LIST : Kind.MAP,
                    of(arguments[arguments.length - 1], known));
        }
        Class<?> plain = (Class<?>) type;
        if (!EcsStructure.class.isAssignableFrom(plain)) {
            // What is nothing else is an enumeration, and those take any text.
            return new Shape(SCALARS.getOrDefault(plain, Kind.TEXT), null);
        }
        Shape before = known.get(plain);
        if (before != null) {
            return before;
        }
        Shape shape = new Shape(Kind.STRUCTURE, null);
        known.put(plain, shape);
        for (RecordComponent component : plain.getRecordComponents()) {
            if (!component.getName().equals("otherMembers")) {
                shape.names.add(EcsStructure.memberName(component));
                shape.members.add(of(component.getGenericType(), known));
            }
        }
        shape.index();
        return shape;
    }

    private void index() {
        int size = Integer.highestOneBit(4 * names.size() + 1) * 2;
        table = new byte[size][];
        indexes = new int[size];
        for (int i = 0; i < names.size(); i++) {
            byte[] name = names.get(i).getBytes(StandardCharsets.UTF_8);
            int slot = hash(name, 0, name.length) & size - 1;
            while (table[slot] != null) {
                slot = slot + 1 & size - 1;
            }
            table[slot] = name;
            indexes[slot] = i;
        }
    }

    private static int hash(byte[] text, int from, int to) {
        int length = to - from;
        return length == 0 ? 0 : 31 * (31 * text[from] + text[to - 1]) + 7 * text[from + length / 2] + length;
    }

    Kind kind() {
        return kind;
    }

    /** What a list or map holds. */
    Shape inner() {
        if (inner == null) {
            throw new IllegalStateException(kind + " holds nothing");
        }
        return inner;
    }

    /** How many members a structure has. */
    int size() {
        return names.size();
    }

    /** The number of the member whose name the scanner has just read; -1 if there is none of that name. */
    int find(JsonScanner json) {
        int slot = hash(json.text(), json.start(), json.end()) & table.length - 1;
        while (table[slot] != null) {
            if (json.is(table[slot])) {
                return indexes[slot];
            }
            slot = slot + 1 & table.length - 1;
        }
        return -1;
    }

    String name(int member) {
        return names.get(member);
    }

    Shape member(int member) {
        return members.get(member);
    }

    /** The shape of the member of that name. */
    Shape member(String name) {
        return members.get(names.indexOf(name));
    }
}
