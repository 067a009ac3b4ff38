package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.internal.engine.StopChoice.Count;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that a call may stop, in the order in which they do if nothing is drawn by lot. They are parted by what they count in for the
 * first spread, each part by the next one, and so on. What is left together is equal in all spreads for good, and sorted once. Parts queue by
 * the scores that the best of each had when it was looked at last. Scores only rise, so if the first part still has those, it is the first
 * of all; if not, it goes back to where it belongs by now.
 *
 * <p>A stop changes the parts that the task is in, and those that count in the same. Only what comes to the front is looked at again:
 * usually what the last stop changed, and at worst every part, where many values of one spread share the few values of a later one.
 */
final class StopQueue {
    private final Part all;

    StopQueue(List<StopChoice> choices) {
        this.all = choices.isEmpty() ? () -> null : part(choices);
    }

    /** The next task, which counts no more; null if there is none. */
    @Nullable
    TaskSnapshot next() {
        StopChoice first = all.first();
        if (first == null) {
            return null;
        }
        first.stop();
        return first.task();
    }

    private static Part part(List<StopChoice> choices) {
        if (choices.size() == 1) {
            return new Row(choices);
        }
        // What all count in makes no difference between them.
        int[] differing = IntStream.range(0, choices.get(0).strategies())
                .filter(strategy -> !haveInCommon(strategy, choices))
                .toArray();
        for (int strategy : differing) {
            Map<@Nullable Count, List<StopChoice>> byCount = new HashMap<>();
            for (StopChoice choice : choices) {
                byCount.computeIfAbsent(choice.count(strategy), any -> new ArrayList<>(2))
                        .add(choice);
            }
            if (byCount.size() > 1) {
                return new Parted(byCount.values(), differing);
            }
        }
        return new Row(choices);
    }

    private static boolean haveInCommon(int strategy, List<StopChoice> choices) {
        Count count = choices.get(0).count(strategy);
        if (count == null) {
            return false;
        }
        for (StopChoice choice : choices) {
            if (!count.equals(choice.count(strategy))) {
                return false;
            }
        }
        return true;
    }

    private interface Part {
        /** The best that has not stopped; null if there is none. */
        @Nullable
        StopChoice first();
    }

    /** Choices that are equal in all spreads, so that their order stays. */
    private static final class Row implements Part {
        private static final Comparator<StopChoice> ORDER = ((Comparator<StopChoice>) StopChoice::compareScores)
                .thenComparing(StopChoice::task, StopPlan.LAST_WORD);

        private final List<StopChoice> choices;
        private int first;

        Row(List<StopChoice> choices) {
            this.choices = choices;
            choices.sort(ORDER);
        }

        @Override
        public @Nullable StopChoice first() {
            while (first < choices.size() && choices.get(first).isStopped()) {
                first++;
            }
            return first < choices.size() ? choices.get(first) : null;
        }
    }

    /** Parts whose order changes. */
    private static final class Parted implements Part {
        private final int[] differing;
        private final PriorityQueue<Place> queue = new PriorityQueue<>(Place.ORDER);

        Parted(Collection<List<StopChoice>> parts, int[] differing) {
            this.differing = differing;
            parts.forEach(choices -> join(part(choices)));
        }

        private void join(Part part) {
            StopChoice first = part.first();
            if (first != null) {
                queue.add(new Place(part, first, scores(first)));
            }
        }

        private long[] scores(StopChoice choice) {
            long[] scores = new long[differing.length];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = choice.score(differing[i]);
            }
            return scores;
        }

        @Override
        public @Nullable StopChoice first() {
            for (Place place = queue.peek(); place != null; place = queue.peek()) {
                StopChoice now = place.part.first();
                if (now == place.choice && isStill(place)) {
                    return now;
                }
                queue.remove();
                join(place.part);
            }
            return null;
        }

        private boolean isStill(Place place) {
            for (int i = 0; i < differing.length; i++) {
                if (place.choice.score(differing[i]) != place.scores[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** A part in a queue, with the best of it when it was looked at last, and what that one scored then. */
    private static final class Place {
        private static final Comparator<Place> ORDER = Place::compare;

        private final Part part;
        private final StopChoice choice;
        private final long[] scores;

        Place(Part part, StopChoice choice, long[] scores) {
            this.part = part;
            this.choice = choice;
            this.scores = scores;
        }

        private static int compare(Place one, Place other) {
            for (int i = 0; i < one.scores.length; i++) {
                int order = Long.compare(one.scores[i], other.scores[i]);
                if (order != 0) {
                    return order;
                }
            }
            return StopPlan.LAST_WORD.compare(one.choice.task(), other.choice.task());
        }
    }
}
