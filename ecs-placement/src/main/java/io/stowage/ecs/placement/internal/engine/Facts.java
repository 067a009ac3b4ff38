package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.internal.index.PlacementIndex;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What instances are asked about and differ in: the dimensions of the classes of an index. Each fact has a name, and its values get
 * numbers as they turn up. What a plan asks about for the first time becomes a dimension.
 */
final class Facts {
    static final String STATUS = "status";
    static final String AGENT_CONNECTED = "agentConnected";
    static final String AGENT_VERSION = "agentVersion";
    static final String CAPACITY_PROVIDER = "capacityProvider";
    private static final String ATTRIBUTE = "attribute:";

    private final Map<String, Integer> dimensions;
    private final List<String> names;
    private final List<SharedMap<String, Integer>> numbers;

    /** Those that nearly every plan asks about. */
    Facts() {
        this.dimensions = new HashMap<>();
        this.names = new ArrayList<>();
        this.numbers = new ArrayList<>();
        List.of(STATUS, AGENT_CONNECTED, attribute(InstanceSnapshot.ZONE_ATTRIBUTE), attribute(Pool.EXTERNAL))
                .forEach(this::add);
    }

    private Facts(Facts from) {
        this.dimensions = new HashMap<>(from.dimensions);
        this.names = new ArrayList<>(from.names);
        this.numbers = new ArrayList<>();
        from.numbers.forEach(values -> numbers.add(values.fork()));
    }

    /** The same, going its own way from here on. */
    Facts fork() {
        return new Facts(this);
    }

    static String attribute(String name) {
        return ATTRIBUTE + name;
    }

    private void add(String name) {
        dimensions.put(name, names.size());
        names.add(name);
        numbers.add(new SharedMap<>(HashMap::new));
    }

    private static @Nullable String value(String name, Candidate instance) {
        return switch (name) {
            case STATUS -> instance.status();
            case AGENT_CONNECTED -> String.valueOf(instance.agentConnected());
            case AGENT_VERSION -> instance.agentVersion();
            case CAPACITY_PROVIDER -> instance.capacityProvider();
            default -> instance.attributeValue(name.substring(ATTRIBUTE.length()));
        };
    }

    private int number(int dimension, Candidate instance) {
        String value = value(names.get(dimension), instance);
        if (value == null) {
            return 0;
        }
        SharedMap<String, Integer> known = numbers.get(dimension);
        Integer number = known.get(value);
        if (number == null) {
            number = known.size() + 1;
            known.put(value, number);
        }
        return number;
    }

    /** The numbers of an instance. */
    int[] of(Candidate instance) {
        int[] values = new int[names.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(i, instance);
        }
        return values;
    }

    /** Makes sure that the index has dimensions for these. */
    void ask(Collection<String> asked, PlacementIndex index, IntFunction<Node> nodes) {
        for (String name : asked) {
            if (!dimensions.containsKey(name)) {
                add(name);
            }
        }
        while (index.dimensions() < names.size()) {
            int dimension = index.dimensions();
            index.addDimension(handle -> number(dimension, nodes.apply(handle)));
        }
    }

    /** The dimension of a fact that has been asked about. */
    int dimension(String name) {
        Integer dimension = dimensions.get(name);
        if (dimension == null) {
            throw new IllegalArgumentException("nobody has asked about " + name);
        }
        return dimension;
    }

    /** Whether the fact has been asked about. */
    boolean has(String name) {
        return dimensions.containsKey(name);
    }

    /** Hands out the values of a fact with their numbers; also values that nobody has any more. */
    void forEachNumber(int dimension, BiConsumer<String, Integer> action) {
        numbers.get(dimension).forEach(action);
    }
}
