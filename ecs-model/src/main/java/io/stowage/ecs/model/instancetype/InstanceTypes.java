package io.stowage.ecs.model.instancetype;

import io.stowage.ecs.model.cluster.Attribute;
import io.stowage.ecs.model.internal.tables.Table;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The EC2 instance types that we know, as of August 2026. They are read at the first use. A type that came later is described by
 * making an {@link InstanceType} of one's own.
 */
public final class InstanceTypes {
    private InstanceTypes() {}

    /** Holds the types, so that only who asks for one pays for reading them. */
    private static final class Loaded {
        static final SortedMap<String, InstanceType> TYPES = load();

        private Loaded() {}

        private static SortedMap<String, InstanceType> load() {
            SortedMap<String, InstanceType> types = new TreeMap<>();
            for (String[] row : Table.rows("instance-types.tsv", 6)) {
                String[] interfaces = row[4].split("/", -1);
                types.put(
                        row[0],
                        new InstanceType(
                                row[0],
                                Integer.parseInt(row[1]),
                                Integer.parseInt(row[2]),
                                Arrays.asList(row[3].split(",", -1)),
                                Integer.parseInt(interfaces[0]),
                                interfaces.length > 1 ? Integer.valueOf(interfaces[1]) : null,
                                row[5].equals("-")
                                        ? List.of()
                                        : Arrays.stream(row[5].split(";", -1))
                                                .map(Gpus::parse)
                                                .toList()));
            }
            return Collections.unmodifiableSortedMap(types);
        }
    }

    /**
     * The type of a name.
     *
     * @param name for example {@code m5.large}
     * @return empty if we do not know it
     */
    public static Optional<InstanceType> find(String name) {
        return Optional.ofNullable(Loaded.TYPES.get(name));
    }

    /**
     * All of them.
     *
     * @return sorted by name; unmodifiable
     */
    public static List<InstanceType> all() {
        return List.copyOf(Loaded.TYPES.values());
    }

    /**
     * Tasks in {@code awsvpc} mode that an instance takes, as the documentation had it at a time. Some types are in old editions
     * only.
     *
     * @param type the name of a type, known or not
     * @param trunk whether the instance has a trunk interface
     * @param month the month of the edition
     * @return empty if no edition up to then says it, or if the type is listed as not supported
     */
    public static OptionalInt documentedTaskInterfaces(String type, boolean trunk, YearMonth month) {
        return trunk ? TaskInterfaceLimits.trunk(type, month) : TaskInterfaceLimits.plain(type, month);
    }

    /**
     * Tasks in {@code awsvpc} mode that a container instance takes, by its attributes {@code ecs.instance-type} and {@code
     * ecs.awsvpc-trunk-id}. An instance that has a trunk has one, whatever the list of supported types says by now: then the last
     * number documented for its type counts.
     *
     * @param attributes the attributes of the instance
     * @return empty if the type is missing or unknown, or if nothing is documented of its trunk: then no limit is known
     */
    public static OptionalInt taskInterfaces(Collection<Attribute> attributes) {
        String type = null;
        boolean trunk = false;
        for (Attribute attribute : attributes) {
            if ("ecs.instance-type".equals(attribute.name())) {
                type = attribute.value();
            }
            trunk |= "ecs.awsvpc-trunk-id".equals(attribute.name());
        }
        if (type == null) {
            return OptionalInt.empty();
        }
        if (trunk) {
            return TaskInterfaceLimits.lastTrunk(type);
        }
        InstanceType known = Loaded.TYPES.get(type);
        return known == null ? TaskInterfaceLimits.plain(type) : OptionalInt.of(known.taskInterfaces());
    }
}
