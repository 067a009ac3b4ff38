package io.stowage.ecs.model.testing;

import io.stowage.ecs.model.EcsStructure;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Cuts a structure for which something fails down to a small one for which it still does. */
public final class Shrinking {
    private Shrinking() {}

    /** A structure as small as leaving out members, elements and entries one by one can make it. */
    public static EcsStructure smallest(EcsStructure failing, Predicate<EcsStructure> fails) {
        EcsStructure smallest = failing;
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (Object candidate : cuts(smallest)) {
                if (fails.test((EcsStructure) candidate)) {
                    smallest = (EcsStructure) candidate;
                    smaller = true;
                    break;
                }
            }
        }
        return smallest;
    }

    /** Values that are a little smaller than this one. */
    private static List<Object> cuts(@Nullable Object value) {
        List<Object> cuts = new ArrayList<>();
        if (value instanceof EcsStructure structure) {
            @Nullable Object[] values = components(structure);
            for (int i = 0; i < values.length; i++) {
                int at = i;
                if (values[i] != null && !values[i].equals(List.of()) && !values[i].equals(Map.of())) {
                    cuts.add(with(structure, values, at, null));
                    cuts(values[i]).forEach(cut -> cuts.add(with(structure, values, at, cut)));
                }
            }
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                List<Object> without = new ArrayList<>(list);
                without.remove(i);
                cuts.add(without);
                for (Object cut : cuts(list.get(i))) {
                    List<Object> with = new ArrayList<>(list);
                    with.set(i, cut);
                    cuts.add(with);
                }
            }
        } else if (value instanceof Map<?, ?> map) {
            for (Object key : map.keySet()) {
                Map<Object, Object> without = new LinkedHashMap<>(map);
                without.remove(key);
                cuts.add(without);
            }
        }
        return cuts;
    }

    private static Object with(EcsStructure structure, @Nullable Object[] values, int index, @Nullable Object value) {
        @Nullable Object[] changed = values.clone();
        changed[index] = value;
        return Arbitrary.construct(structure.getClass(), changed);
    }

    private static @Nullable Object[] components(EcsStructure structure) {
        RecordComponent[] components = structure.getClass().getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = component(structure, components[i]);
        }
        return values;
    }

    /** The value of a component. */
    public static @Nullable Object component(Object record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
