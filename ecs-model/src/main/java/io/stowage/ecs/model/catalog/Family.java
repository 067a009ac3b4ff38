package io.stowage.ecs.model.catalog;

import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinitionStatus;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The revisions of a family by number, and the highest number ever given. */
record Family(int highest, SortedMap<Integer, TaskDefinition> revisions) {
    static final Family NEW = new Family(0, Collections.emptySortedMap());

    Family with(int revision, TaskDefinition definition) {
        SortedMap<Integer, TaskDefinition> more = put(revisions, revision, definition);
        return new Family(Math.max(highest, revision), more);
    }

    Family withHighest(int revision) {
        return new Family(Math.max(highest, revision), revisions);
    }

    Family without(int revision) {
        SortedMap<Integer, TaskDefinition> less = new TreeMap<>(revisions);
        less.remove(revision);
        return new Family(highest, Collections.unmodifiableSortedMap(less));
    }

    Optional<TaskDefinition> latestActive() {
        TaskDefinition latest = null;
        for (TaskDefinition definition : revisions.values()) {
            if (TaskDefinitionStatus.ACTIVE.equals(definition.status())) {
                latest = definition;
            }
        }
        return Optional.ofNullable(latest);
    }

    static <K extends Comparable<K>, V> SortedMap<K, V> put(Map<K, V> map, K key, V value) {
        SortedMap<K, V> copy = new TreeMap<>(map);
        copy.put(key, value);
        return Collections.unmodifiableSortedMap(copy);
    }
}
