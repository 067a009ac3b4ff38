package io.stowage.ecs.validation.internal.tables;

import java.util.LinkedHashMap;
import java.util.Map;

/** The features of {@code agent-versions.tsv}. */
public final class AgentVersions {
    private static final Map<String, Feature> BY_NAME = new LinkedHashMap<>();

    static {
        for (String[] row : Table.rows("agent-versions.tsv", 5)) {
            BY_NAME.put(row[0], new Feature(row[1], row[2]));
        }
    }

    private AgentVersions() {}

    /**
     * What an agent can do since a version.
     *
     * @param since the version
     * @param words what messages call it
     */
    public record Feature(String since, String words) {}

    /** The feature of that name. */
    public static Feature of(String name) {
        Feature feature = BY_NAME.get(name);
        if (feature == null) {
            throw new IllegalArgumentException("agent-versions.tsv has no " + name);
        }
        return feature;
    }
}
