package io.stowage.ecs.placement.internal.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The constraint {@code distinctInstance}: no other task of the group counts on the instance. */
record DistinctInstance(String group, String pointer) implements Check {
    static final String REASON = "DistinctInstance placement constraint unsatisfied.";

    @Override
    public @Nullable Refusal refusal(Node node) {
        int there = node.countedOf(group);
        return there == 0
                ? null
                : new Refusal(
                        REASON,
                        "runs " + there + (there == 1 ? " task" : " tasks") + " of " + group + " already",
                        (long) there,
                        0L,
                        List.of(pointer));
    }
}
