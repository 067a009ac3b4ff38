package io.stowage.ecs.placement.plugin;

import java.util.Objects;

/**
 * The card of a plug-in.
 *
 * @param name what requests call it: the {@code type} of a constraint or strategy, the name of a resource
 * @param summary what it does, in one sentence
 */
public record PluginInfo(String name, String summary) {
    /**
     * Checks that there is a name.
     *
     * @throws IllegalArgumentException if the name is blank
     */
    public PluginInfo {
        Objects.requireNonNull(summary, "summary");
        if (name.isBlank()) {
            throw new IllegalArgumentException("a plug-in needs a name");
        }
    }
}
