package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.PlacementFailure;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why instances refused a task, in the order of their ids: counted at once, put into words when somebody looks at one of them. Immutable,
 * for any number of threads.
 */
public final class FailureList extends AbstractList<PlacementFailure> implements RandomAccess {
    private final int size;
    private final Map<String, Integer> reasons;
    private final Supplier<Stream<Refused>> refused;
    private volatile @Nullable List<PlacementFailure> told;

    /**
     * A list of refusals.
     *
     * @param reasons their counts
     * @param refused the refusals in order, always the same
     */
    FailureList(ReasonCounts reasons, Supplier<Stream<Refused>> refused) {
        this.size = reasons.size();
        this.reasons = reasons.copy();
        this.refused = refused;
    }

    /** How many instances refused for each reason; by reason, unmodifiable. */
    public Map<String, Integer> reasons() {
        return reasons;
    }

    /** The same of failures in words. */
    public static Map<String, Integer> count(List<PlacementFailure> failures) {
        ReasonCounts counts = new ReasonCounts();
        failures.forEach(failure -> counts.count(failure.reason(), 1));
        return counts.copy();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public PlacementFailure get(int index) {
        List<PlacementFailure> known = told;
        if (known == null) {
            // Two threads may both tell it, to the same effect.
            known = refused.get().map(Refused::failure).toList();
            told = known;
        }
        return known.get(index);
    }
}
