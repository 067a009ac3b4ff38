package io.stowage.ecs.placement.internal.rollout;

import io.stowage.ecs.model.deployment.DeploymentBounds;
import io.stowage.ecs.placement.service.RolloutAnalysis;
import io.stowage.ecs.placement.service.RolloutCounts;
import io.stowage.ecs.placement.service.RolloutMove;
import io.stowage.ecs.placement.service.RolloutVerdict;
import io.stowage.ecs.placement.service.StalledRollout;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the states that a rolling deployment can reach, the nearest first. Each move adds a new task or takes an old one away, so there
 * are no circles: if no reachable state is stuck, every order finishes.
 *
 * <p>Moves are single starts and stops with all tasks healthy. Several at once, or tasks that become healthy late, only lead to states that
 * single moves reach as well: a start needs the same room, and a stop is allowed no earlier than with healthy tasks.
 */
public final class RolloutSearch {
    private static final int MOST_SETTINGS = 8;

    private final DeploymentBounds bounds;
    private final Room room;
    private final int mostStates;
    private final int kinds;
    private final Deque<Node> queue = new ArrayDeque<>();
    private final Map<Key, Boolean> seen = new HashMap<>();
    private int peak;
    private int lowest;
    private boolean finishes;
    private boolean isCut;
    private @Nullable Node stuck;

    private RolloutSearch(DeploymentBounds bounds, Room room, int mostStates) {
        this.bounds = bounds;
        this.room = room;
        this.mostStates = mostStates;
        this.kinds = room.oldTasks().length;
    }

    /** A state as a key. */
    private static final class Key {
        private final int[] state;

        Key(int[] state) {
            this.state = state;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && Arrays.equals(state, key.state);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(state);
        }
    }

    /** A state and how it was reached. */
    private static final class Node {
        private final int[] state;
        private final @Nullable Node before;
        private final @Nullable RolloutMove move;

        Node(int[] state, @Nullable Node before, @Nullable RolloutMove move) {
            this.state = state;
            this.before = before;
            this.move = move;
        }
    }

    /** The analysis, with the nearest settings that are safe. */
    public static RolloutAnalysis analyse(DeploymentBounds bounds, Room room, int mostStates) {
        RolloutAnalysis analysis = new RolloutSearch(bounds, room, mostStates).run();
        if (analysis.verdict() == RolloutVerdict.ALWAYS_FINISHES || bounds.desiredCount() == 0) {
            return analysis;
        }
        List<DeploymentBounds> safe = new ArrayList<>();
        nearest(bounds, room, mostStates, true).ifPresent(safe::add);
        nearest(bounds, room, mostStates, false).ifPresent(safe::add);
        return new RolloutAnalysis(
                analysis.verdict(),
                analysis.isExact(),
                analysis.states(),
                analysis.trace(),
                analysis.stall(),
                analysis.peakTasks(),
                analysis.extraTasks(),
                analysis.lowestHealthy(),
                analysis.why(),
                safe);
    }

    /** Tries one task more, or less, at a time: a percentage matters only where its bound moves. */
    private static Optional<DeploymentBounds> nearest(
            DeploymentBounds bounds, Room room, int mostStates, boolean maximum) {
        long desired = bounds.desiredCount();
        for (int step = 1; step <= MOST_SETTINGS; step++) {
            long tasks = maximum
                    ? Math.max(bounds.maxTasks(), desired) + step
                    : Math.min(bounds.minHealthyTasks(), desired) - step;
            if (tasks < 0 || tasks > 2 * desired) {
                return Optional.empty();
            }
            DeploymentBounds tried = maximum
                    ? new DeploymentBounds(bounds.desiredCount(), bounds.minimumHealthyPercent(), (int)
                            ((tasks * 100 + desired - 1) / desired))
                    : new DeploymentBounds(
                            bounds.desiredCount(), (int) (tasks * 100 / desired), bounds.maximumPercent());
            if (new RolloutSearch(tried, room, mostStates).run().verdict() == RolloutVerdict.ALWAYS_FINISHES) {
                return Optional.of(tried);
            }
        }
        return Optional.empty();
    }

    private RolloutAnalysis run() {
        int[] first = new int[kinds + room.instances()];
        System.arraycopy(room.oldTasks(), 0, first, 0, kinds);
        int before = oldTasks(first);
        peak = before;
        lowest = before;
        add(new Node(first, null, null));
        while (!queue.isEmpty() && !isCut) {
            look(queue.removeFirst());
        }
        List<String> why = new ArrayList<>();
        why.add("at most floor(" + bounds.desiredCount() + " * " + bounds.maximumPercent() + " / 100) = "
                + bounds.maxTasks() + " tasks, at least ceil(" + bounds.desiredCount() + " * "
                + bounds.minimumHealthyPercent() + " / 100) = " + bounds.minHealthyTasks() + " healthy");
        RolloutVerdict verdict = verdict(first, why);
        boolean exact = !isCut || verdict == RolloutVerdict.CANNOT_START || verdict == RolloutVerdict.ALWAYS_FINISHES;
        if (isCut) {
            widen(before, why);
        }
        return new RolloutAnalysis(
                verdict,
                exact,
                seen.size(),
                verdict == RolloutVerdict.CANNOT_START ? List.of() : trace(),
                stuck == null ? null : explain(stuck.state),
                peak,
                Math.max(0, peak - before),
                lowest,
                why,
                List.of());
    }

    /** Not all states were looked at: the bounds themselves say what is possible. */
    private void widen(int before, List<String> why) {
        peak = (int) Math.max(before, Math.min(bounds.maxTasks(), (long) before + bounds.desiredCount()));
        lowest = (int) Math.min(before, Math.max(0, bounds.minHealthyTasks()));
        why.add("only " + seen.size()
                + " states were looked at; the greatest and lowest numbers are those of the bounds");
    }

    private void add(Node node) {
        int[] canonical = room.canonical(node.state);
        if (seen.putIfAbsent(new Key(canonical), true) == null) {
            if (seen.size() > mostStates) {
                isCut = true;
            }
            queue.addLast(node);
        }
    }

    private int oldTasks(int[] state) {
        int sum = 0;
        for (int i = 0; i < kinds; i++) {
            sum += state[i];
        }
        return sum;
    }

    private int newTasks(int[] state) {
        int sum = 0;
        for (int i = kinds; i < state.length; i++) {
            sum += state[i];
        }
        return sum;
    }

    private void look(Node node) {
        int[] state = node.state;
        int old = oldTasks(state);
        int fresh = newTasks(state);
        peak = Math.max(peak, old + fresh);
        lowest = Math.min(lowest, old + fresh);
        boolean moves = start(node, old, fresh);
        moves |= stop(node, old, fresh);
        if (old == 0 && fresh == bounds.desiredCount()) {
            finishes = true;
        } else if (!moves && stuck == null) {
            stuck = node;
        }
    }

    private boolean start(Node node, int old, int fresh) {
        if (fresh >= bounds.desiredCount() || old + fresh >= bounds.maxTasks()) {
            return false;
        }
        List<Integer> choices = room.choices(node.state);
        for (int instance : choices) {
            int[] next = node.state.clone();
            next[kinds + instance]++;
            add(new Node(next, node, new RolloutMove(true, room.instance(instance), old, fresh + 1)));
        }
        return !choices.isEmpty();
    }

    private boolean stop(Node node, int old, int fresh) {
        int healthy = old + fresh;
        boolean mayStop = healthy > bounds.desiredCount()
                || (bounds.desiredCount() > fresh && healthy > bounds.minHealthyTasks());
        boolean stops = false;
        for (int kind = 0; mayStop && kind < kinds; kind++) {
            if (node.state[kind] > 0 && !room.isProtected(kind)) {
                int[] next = node.state.clone();
                next[kind]--;
                stops = true;
                String instance = room.instance(room.instanceOf(kind));
                add(new Node(next, node, new RolloutMove(false, instance, old - 1, fresh)));
            }
        }
        return stops;
    }

    private RolloutVerdict verdict(int[] first, List<String> why) {
        Node end = stuck;
        if (end != null && end.before == null) {
            return RolloutVerdict.CANNOT_START;
        }
        if (!isCut) {
            why.add("all " + seen.size() + " reachable states were looked at");
            return end == null
                    ? RolloutVerdict.ALWAYS_FINISHES
                    : finishes ? RolloutVerdict.MAY_STALL : RolloutVerdict.ALWAYS_STALLS;
        }
        if (isAnyProtected()) {
            why.add("scale-in protection keeps an old task, so no order finishes");
            return RolloutVerdict.ALWAYS_STALLS;
        }
        if (end != null) {
            return RolloutVerdict.MAY_STALL;
        }
        return isProven(first, why) ? RolloutVerdict.ALWAYS_FINISHES : RolloutVerdict.NOT_DECIDED;
    }

    private boolean isAnyProtected() {
        int[] old = room.oldTasks();
        for (int kind = 0; kind < kinds; kind++) {
            if (old[kind] > 0 && room.isProtected(kind)) {
                return true;
            }
        }
        return false;
    }

    /**
     * A deployment is stuck only where so few tasks are left that none may stop: at most {@code few}. If the maximum and the room always
     * allow a start there, it never is.
     */
    private boolean isProven(int[] first, List<String> why) {
        int desired = bounds.desiredCount();
        long few = bounds.mayStopFirst() ? bounds.minHealthyTasks() : desired;
        if (bounds.maxTasks() <= few) {
            return false;
        }
        Room.Spare spare = room.spare(desired);
        if (spare.places() >= desired) {
            why.add("there is room for all " + desired + " new tasks beside the old ones");
            return true;
        }
        int before = oldTasks(first);
        if (spare.isSwap() && spare.places() + before > few) {
            why.add("every old task that goes leaves room for a new one, and " + spare.places() + " more fit from the"
                    + " beginning: with at most " + few + " tasks left there is room for one of "
                    + (spare.places() + before));
            return true;
        }
        return false;
    }

    private List<RolloutMove> trace() {
        Deque<RolloutMove> moves = new ArrayDeque<>();
        for (Node node = stuck; node != null && node.move != null; node = node.before) {
            moves.addFirst(node.move);
        }
        return List.copyOf(moves);
    }

    private @Nullable StalledRollout explain(int[] state) {
        int kept = 0;
        for (int kind = 0; kind < kinds; kind++) {
            kept += room.isProtected(kind) ? state[kind] : 0;
        }
        RolloutCounts counts = RolloutCounts.settled(bounds, oldTasks(state), kept, newTasks(state));
        return StalledRollout.of(counts, 0, room.isPortTaken(state)).orElse(null);
    }
}
