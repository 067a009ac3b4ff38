package io.stowage.ecs.placement.internal.engine;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many tasks of each group count on one instance. Few groups have tasks on one instance, and they change with nearly every task, so this
 * is a list that is searched, and nothing is made for a group that comes and goes.
 */
final class GroupCounts {
    private static final int[] NO_COUNTS = {};

    private @Nullable String[] groups;
    private int[] counts;
    private int size;

    /** None of any. */
    GroupCounts() {
        this.groups = new String[0];
        this.counts = NO_COUNTS;
    }

    private GroupCounts(GroupCounts from) {
        this.groups = Arrays.copyOf(from.groups, from.size);
        this.counts = Arrays.copyOf(from.counts, from.size);
        this.size = from.size;
    }

    GroupCounts copy() {
        return new GroupCounts(this);
    }

    private int place(String group) {
        // Names of groups are alike and often equally long; their hashes, which texts keep, tell nearly all of them
        // apart.
        int hash = group.hashCode();
        for (int i = 0; i < size; i++) {
            String there = groups[i];
            if (there != null && there.hashCode() == hash && there.equals(group)) {
                return i;
            }
        }
        return -1;
    }

    int of(String group) {
        int place = place(group);
        return place < 0 ? 0 : counts[place];
    }

    /** Adds to the count of a group, which does not become negative. */
    void add(String group, int delta) {
        int place = place(group);
        if (place < 0) {
            place = append(group);
        }
        counts[place] += delta;
        if (counts[place] == 0) {
            size--;
            groups[place] = groups[size];
            counts[place] = counts[size];
            groups[size] = null;
        }
    }

    private int append(String group) {
        if (size == counts.length) {
            groups = Arrays.copyOf(groups, size + (size >> 1) + 2);
            counts = Arrays.copyOf(counts, groups.length);
        }
        groups[size] = group;
        counts[size] = 0;
        return size++;
    }

    /** The groups that have any, in no order; unmodifiable. */
    List<String> groups() {
        return List.of(Arrays.copyOf(groups, size, String[].class));
    }
}
