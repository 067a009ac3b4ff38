package io.stowage.ecs.benchmarks.expr;

import java.util.List;
import java.util.Map;

/**
 * An instance as the other languages see it: they read maps and lists.
 *
 * @param attributes the attributes
 * @param groups the groups of the tasks on it, each once
 */
public record Host(Map<String, String> attributes, List<String> groups) {
    /** The attributes, under a name that finders of properties know. */
    public Map<String, String> getA() {
        return attributes;
    }

    /** The groups, likewise. */
    public List<String> getG() {
        return groups;
    }
}
