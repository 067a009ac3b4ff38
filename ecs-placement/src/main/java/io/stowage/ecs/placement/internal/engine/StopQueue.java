package io.stowage.ecs.placement.internal.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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
 *
 * <p>A part is a range of one array, and a queue a heap over columns of numbers: a call makes a queue once for all tasks of a group, often
 * more than it stops.
 */
final class StopQueue {
    private final StopChoice[] choices;
    private final Part all;

    StopQueue(List<StopChoice> choices) {
        this.choices = choices.toArray(new StopChoice[0]);
        this.all = this.choices.length == 0 ? () -> null : part(0, this.choices.length);
    }

    /** The handle of the next task, which counts no more; {@link EngineCore#NONE} if there is none. */
    int next() {
        StopChoice first = all.first();
        if (first == null) {
            return EngineCore.NONE;
        }
        first.stop();
        return first.handle();
    }

    private Part part(int from, int to) {
        if (to - from == 1) {
            return choices[from];
        }
        // What all count in makes no difference between them.
        int[] differing = IntStream.range(0, choices[from].strategies())
                .filter(strategy -> !haveInCommon(strategy, from, to))
                .toArray();
        for (int strategy : differing) {
            // Choices come in the order of their instances, and are found sorted more often than not.
            Arrays.sort(
                    choices, from, to, (one, other) -> Integer.compare(one.number(strategy), other.number(strategy)));
            if (choices[from].number(strategy) != choices[to - 1].number(strategy)) {
                return new Parted(parts(strategy, from, to), differing);
            }
        }
        return new Row(choices, from, to);
    }

    private boolean haveInCommon(int strategy, int from, int to) {
        int number = choices[from].number(strategy);
        if (number == StopChoice.NOTHING) {
            return false;
        }
        for (int i = from + 1; i < to; i++) {
            if (choices[i].number(strategy) != number) {
                return false;
            }
        }
        return true;
    }

    /** A part for each count of a strategy that a sorted range counts in. */
    private Part[] parts(int strategy, int from, int to) {
        int number = 1;
        for (int i = from + 1; i < to; i++) {
            if (choices[i].number(strategy) != choices[i - 1].number(strategy)) {
                number++;
            }
        }
        Part[] parts = new Part[number];
        int begin = from;
        for (int i = 0; i < number; i++) {
            int end = begin + 1;
            while (end < to && choices[end].number(strategy) == choices[begin].number(strategy)) {
                end++;
            }
            parts[i] = part(begin, end);
            begin = end;
        }
        return parts;
    }

    /** Some of the choices. */
    interface Part {
        /** The best that has not stopped; null if there is none. */
        @Nullable
        StopChoice first();
    }

    /** Choices that are equal in all spreads, so that their order stays. */
    private static final class Row implements Part {
        private static final Comparator<StopChoice> ORDER = ((Comparator<StopChoice>) StopChoice::compareScores)
                .thenComparing(StopChoice::task, StopPlan.LAST_WORD);

        private final StopChoice[] choices;
        private final int end;
        private int first;

        Row(StopChoice[] choices, int from, int to) {
            this.choices = choices;
            this.first = from;
            this.end = to;
            Arrays.sort(choices, from, to, ORDER);
        }

        @Override
        public @Nullable StopChoice first() {
            while (first < end && choices[first].isStopped()) {
                first++;
            }
            return first < end ? choices[first] : null;
        }
    }

    /** Parts whose order changes. */
    private static final class Parted implements Part {
        private final int[] differing;
        private final Part[] parts;
        /** The best of each part when it was looked at last. */
        private final StopChoice[] best;
        /** What that scored then, for each part as many as there are strategies that differ. */
        private final long[] scores;
        /** The parts, none before one that is better: behind that at {@code i} are those at {@code 2 * i + 1} and at {@code 2 * i + 2}. */
        private final int[] heap;

        private int size;

        /** Parts that have not stopped, none of them. */
        Parted(Part[] parts, int[] differing) {
            this.differing = differing;
            this.parts = parts;
            this.best = new StopChoice[parts.length];
            this.scores = new long[parts.length * differing.length];
            this.heap = new int[parts.length];
            for (int part = 0; part < parts.length; part++) {
                StopChoice first = parts[part].first();
                if (first != null) {
                    lookAt(part, first);
                    heap[size++] = part;
                }
            }
            for (int place = size / 2 - 1; place >= 0; place--) {
                sink(place);
            }
        }

        private void lookAt(int part, StopChoice first) {
            best[part] = first;
            int at = part * differing.length;
            for (int strategy : differing) {
                scores[at++] = first.score(strategy);
            }
        }

        @Override
        public @Nullable StopChoice first() {
            while (size > 0) {
                int part = heap[0];
                StopChoice now = parts[part].first();
                if (now == null) {
                    heap[0] = heap[--size];
                } else if (now == best[part] && isStill(part)) {
                    return now;
                } else {
                    lookAt(part, now);
                }
                sink(0);
            }
            return null;
        }

        private boolean isStill(int part) {
            int at = part * differing.length;
            for (int strategy : differing) {
                if (best[part].score(strategy) != scores[at++]) {
                    return false;
                }
            }
            return true;
        }

        /** Puts a part that may have become worse where it belongs; the best of a part never becomes better. */
        private void sink(int from) {
            int part = heap[from];
            int place = from;
            for (int next = 2 * place + 1; next < size; next = 2 * place + 1) {
                if (next + 1 < size && isBefore(heap[next + 1], heap[next])) {
                    next++;
                }
                if (!isBefore(heap[next], part)) {
                    break;
                }
                heap[place] = heap[next];
                place = next;
            }
            heap[place] = part;
        }

        private boolean isBefore(int part, int other) {
            int at = part * differing.length;
            int otherAt = other * differing.length;
            for (int i = 0; i < differing.length; i++) {
                long score = scores[at + i];
                long otherScore = scores[otherAt + i];
                if (score != otherScore) {
                    return score < otherScore;
                }
            }
            return StopPlan.LAST_WORD.compare(best[part].task(), best[other].task()) < 0;
        }
    }
}
