package io.stowage.ecs.validation.internal.tables;

import io.stowage.ecs.validation.spi.Bounds;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of {@code ebs-volume-types.tsv}. */
public final class EbsVolumeTypes {
    private static final Map<String, Type> BY_NAME = new LinkedHashMap<>();

    static {
        for (String[] row : Table.rows("ebs-volume-types.tsv", 5)) {
            BY_NAME.put(row[0], new Type(parse(row[1]), row[2].equals("-") ? null : parse(row[2])));
        }
    }

    private EbsVolumeTypes() {}

    /**
     * What is known of a type.
     *
     * @param gib the sizes it comes in
     * @param iops the IOPS that can be provisioned; null if none can
     */
    public record Type(Bounds gib, @Nullable Bounds iops) {}

    /** The names of all types, in the order of the file. */
    public static Set<String> names() {
        return Collections.unmodifiableSet(BY_NAME.keySet());
    }

    /** The type of that name; null if there is none. */
    public static @Nullable Type find(String name) {
        return BY_NAME.get(name);
    }

    private static Bounds parse(String range) {
        int dots = range.indexOf("..");
        return new Bounds(Long.parseLong(range.substring(0, dots)), Long.parseLong(range.substring(dots + 2)));
    }
}
