package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.placement.PlacementRequestException;
import io.stowage.ecs.placement.snapshot.HeldResources;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of tasks that the caller has not named. Forks share what has been named until one of the two names a task. */
final class TaskNames {
    private Map<String, Series> series;
    private boolean shared;

    TaskNames() {
        this.series = new HashMap<>();
    }

    private TaskNames(Map<String, Series> series) {
        this.series = series;
        this.shared = true;
    }

    TaskNames fork() {
        shared = true;
        return new TaskNames(series);
    }

    /** The names of a group, to be used until the next fork. */
    Series of(String group) {
        if (shared) {
            Map<String, Series> own = new HashMap<>();
            series.forEach((name, numbers) -> own.put(name, new Series(numbers)));
            series = own;
            shared = false;
        }
        Series known = series.get(group);
        if (known == null) {
            known = new Series(group);
            series.put(group, known);
        }
        return known;
    }

    /** {@code group/placed-1} and so on; an id in one piece is made when somebody asks for it. */
    static final class Series {
        /** Tasks of a group differ in their providers, and while a deployment is under way in what they hold. */
        private static final int PATTERNS = 4;

        private final String group;
        private final String prefix;
        private int next;
        /** The patterns of the last tasks; the oldest is forgotten. */
        private final @Nullable TaskPattern[] patterns;

        private int oldest;

        private Series(String group) {
            this.group = group;
            this.prefix = group + "/placed-";
            this.next = 1;
            this.patterns = new TaskPattern[PATTERNS];
        }

        private Series(Series from) {
            this.group = from.group;
            this.prefix = from.prefix;
            this.next = from.next;
            this.patterns = from.patterns.clone();
            this.oldest = from.oldest;
        }

        String group() {
            return group;
        }

        /** The number that comes next. */
        int next() {
            return next;
        }

        /** Begins at a number again. */
        void backTo(int number) {
            next = number;
        }

        /** The next number that no task has; after the last of all it begins anew. */
        int number(EngineCore core) {
            int number = take();
            while (core.task(prefix, number) != EngineCore.NONE) {
                number = take();
            }
            return number;
        }

        private int take() {
            int number = next;
            next = number == Integer.MAX_VALUE ? 1 : number + 1;
            return number;
        }

        /** What a task of these has alike with those that were named before. */
        TaskPattern pattern(@Nullable Instant createdAt, @Nullable String capacityProvider, HeldResources held) {
            for (int i = 0; i < PATTERNS; i++) {
                TaskPattern known = patterns[i];
                if (known != null && known.is(createdAt, capacityProvider, held)) {
                    return known;
                }
            }
            TaskPattern made = new TaskPattern(prefix, group, createdAt, capacityProvider, held);
            patterns[oldest] = made;
            oldest = (oldest + 1) % PATTERNS;
            return made;
        }
    }

    /** A name for room that is kept; it is not remembered, because the room is given up by the same call. */
    static String reservation(String group, String instanceId, EngineCore core) {
        String name = group + "/reserved-on-" + instanceId;
        String free = name;
        for (int i = 2; core.task(free) != EngineCore.NONE; i++) {
            free = name + "-" + i;
        }
        return free;
    }

    /**
     * Makes sure that no task has one of the ids.
     *
     * @throws PlacementRequestException if one has
     */
    static void checkFree(List<String> ids, EngineCore core) {
        for (int i = 0; i < ids.size(); i++) {
            if (core.task(ids.get(i)) != EngineCore.NONE) {
                Diagnostic taken = new Diagnostic(
                        "request.task-ids",
                        Severity.ERROR,
                        "there is a task " + ids.get(i) + " already",
                        "/taskIds",
                        null,
                        null);
                throw new PlacementRequestException(List.of(new PlacementRequestException.Fault(taken, 0)));
            }
        }
    }
}
