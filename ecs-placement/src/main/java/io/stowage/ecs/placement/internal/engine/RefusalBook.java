package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.internal.index.Handles;
import io.stowage.ecs.placement.plugin.Candidate;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Why a plan fits on none of the instances, found out anew only of instances that have changed since it was asked before. For plans whose
 * checks depend on nothing but the instance.
 *
 * <p>As long as no answer changes, all who ask are given the same ones. What was given away is not written any more: the next change is
 * made to a copy, which shares what does not change with it.
 */
final class RefusalBook {
    private final Plan plan;
    private final ReasonCounts reasons = new ReasonCounts();
    private int[] inOrder = new int[0];
    /** The version at which each instance was asked; that of now where there is no instance. */
    private int[] askedAt = new int[0];

    private Handles<Refused> answers = new Handles<>();
    /** Who came closest; null if it is not known, because who did has changed. */
    private @Nullable Refused closest;

    private @Nullable Refusals given;

    RefusalBook(Plan plan) {
        this.plan = plan;
    }

    /**
     * All refusals.
     *
     * @param now the instances in the order of their ids; always the same array while none comes or goes
     * @param versions another number, never 0, for each state of an instance; by instance
     */
    Refusals refusals(int[] now, int[] versions, IntFunction<Candidate> candidates, Turn turn) {
        if (now != inOrder) {
            reorder(now, versions);
        }
        for (int i = nextChanged(0, versions); i >= 0; i = nextChanged(i + 1, versions)) {
            Refused answer = Refused.of(candidates.apply(i), plan, turn);
            if (!Objects.equals(answer, answers.get(i))) {
                put(i, answer);
            }
            askedAt[i] = versions[i];
        }
        Refusals known = given;
        return known == null ? give() : known;
    }

    /** Keeps the answers of those instances that are still there. */
    private void reorder(int[] now, int[] versions) {
        Handles<Refused> kept = new Handles<>();
        int[] keptAt = versions.clone();
        for (int instance : now) {
            boolean known = instance < askedAt.length;
            kept.set(instance, known ? answers.get(instance) : null);
            keptAt[instance] = known ? askedAt[instance] : 0;
        }
        answers = kept;
        askedAt = keptAt;
        inOrder = now;
        given = null;
        closest = null;
        reasons.clear();
        forEach(answer -> reasons.count(answer.reason(), 1));
    }

    /** The next instance that is not as it was when it was asked; -1 if there is none. */
    private int nextChanged(int from, int[] versions) {
        int length = askedAt.length;
        int next = Arrays.mismatch(askedAt, from, length, versions, from, length);
        return next < 0 ? -1 : from + next;
    }

    private void put(int instance, @Nullable Refused answer) {
        if (given != null) {
            answers = answers.fork();
            given = null;
        }
        Refused before = answers.get(instance);
        answers.set(instance, answer);
        if (before == null || answer == null || !before.reason().equals(answer.reason())) {
            count(before, -1);
            count(answer, 1);
        }
        boolean isKnown = closest != null && !closest.equals(before);
        closest = isKnown ? Refused.closest(closest, answer) : null;
    }

    private void count(@Nullable Refused answer, int delta) {
        if (answer != null) {
            reasons.count(answer.reason(), delta);
        }
    }

    private void forEach(Consumer<Refused> action) {
        for (int instance : inOrder) {
            Refused answer = answers.get(instance);
            if (answer != null) {
                action.accept(answer);
            }
        }
    }

    private Refusals give() {
        if (closest == null) {
            forEach(answer -> closest = Refused.closest(closest, answer));
        }
        int[] order = inOrder;
        Handles<Refused> all = answers;
        Refusals now = new Refusals(
                new FailureList(
                        reasons, () -> Arrays.stream(order).mapToObj(all::get).filter(Objects::nonNull)),
                closest);
        given = now;
        return now;
    }
}
