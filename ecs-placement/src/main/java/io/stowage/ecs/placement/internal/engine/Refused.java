package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.PlacementFailure;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How an instance refused a task, in numbers as far as its first failed check is {@link Measured}: many are refused that nobody reads
 * about. Immutable, so that the words tell how things stood when it was asked, whenever they are made.
 *
 * @param instance the id of the instance
 * @param order the place of its failed check
 * @param lack how much of what is needed is missing, from 0 (nothing) to 1 (all); 1 where it is no matter of amounts
 * @param reason the reason word
 * @param words the refusal; equal if it says the same
 */
record Refused(String instance, int order, double lack, String reason, Supplier<Refusal> words) {
    /** The one that came closest first: whose failed check comes latest, then who lacks least. */
    private static final Comparator<Refused> CLOSEST_FIRST = Comparator.comparingInt(Refused::order)
            .reversed()
            .thenComparingDouble(Refused::lack)
            .thenComparing(Refused::instance);

    /** A refusal that waits for somebody to ask. */
    private record OfAmount(Measured check, long have) implements Supplier<Refusal> {
        @Override
        public Refusal get() {
            return check.refusal(have);
        }
    }

    /** A refusal that is there. */
    private record InWords(Refusal refusal) implements Supplier<Refusal> {
        @Override
        public Refusal get() {
            return refusal;
        }
    }

    /** How an instance refuses; null if it does not, or is not asked. */
    static @Nullable Refused of(Candidate instance, Plan plan, Turn turn) {
        if (plan.pool().outside(instance) != null) {
            return null;
        }
        List<Check> checks = plan.checks();
        for (int i = 0; i < checks.size(); i++) {
            if (checks.get(i).test() instanceof Measured measured) {
                long have = measured.have(instance);
                if (!measured.suffices(have)) {
                    return new Refused(
                            instance.id(),
                            i,
                            lack(have, measured.need()),
                            measured.reason(),
                            new OfAmount(measured, have));
                }
            } else {
                Refusal refusal = checks.get(i).refusal(instance, turn);
                if (refusal != null) {
                    return new Refused(instance.id(), i, lack(refusal), refusal.reason(), new InWords(refusal));
                }
            }
        }
        return null;
    }

    private static double lack(Refusal refusal) {
        Long have = refusal.have();
        Long need = refusal.need();
        return have == null || need == null ? 1 : lack(have, need);
    }

    private static double lack(long have, long need) {
        return need <= 0 ? 1 : Math.min(1, (double) (need - Math.min(have, need)) / need);
    }

    /** The one that came closer. */
    static @Nullable Refused closest(@Nullable Refused one, @Nullable Refused other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return CLOSEST_FIRST.compare(one, other) <= 0 ? one : other;
    }

    PlacementFailure failure() {
        return failure(instance, words.get());
    }

    static PlacementFailure failure(String instance, Refusal refusal) {
        return new PlacementFailure(
                instance, refusal.reason(), refusal.detail(), refusal.have(), refusal.need(), refusal.askedBy());
    }
}
