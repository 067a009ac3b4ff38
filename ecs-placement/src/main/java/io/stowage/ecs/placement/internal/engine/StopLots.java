package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.plugin.RandomSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The tasks that a call may stop, if the last word is drawn by lot: the lot is the place among those that the strategies before find equal,
 * in the order of their ids. Tasks that are equal for good make a group. A draw looks at each group, and where several are equally good goes
 * through the tasks; without a strategy before, there is but one group, and the lot is the place in the list.
 */
final class StopLots {
    private final List<Lot> lots = new ArrayList<>();
    private final Set<Group> groups = new HashSet<>();

    StopLots(List<StopChoice> choices) {
        Map<List<Object>, Group> byEquals = new HashMap<>();
        choices.stream()
                .sorted(Comparator.comparing(choice -> choice.task().id()))
                .forEach(choice -> {
                    Group group = byEquals.computeIfAbsent(equalIn(choice), any -> new Group(choice));
                    group.size++;
                    groups.add(group);
                    lots.add(new Lot(choice, group));
                });
    }

    /** What a choice counts in, and where that is nothing its score. */
    private static List<Object> equalIn(StopChoice choice) {
        List<Object> parts = new ArrayList<>();
        for (int i = 0; i < choice.strategies(); i++) {
            Object count = choice.count(i);
            parts.add(count == null ? choice.score(i) : count);
        }
        return parts;
    }

    /** The handle of the next task, which counts no more; {@link EngineCore#NONE} if there is none. Nothing is drawn if there is no choice. */
    int next(RandomSource random) {
        if (lots.isEmpty()) {
            return EngineCore.NONE;
        }
        Set<Group> best = best();
        int size = best.stream().mapToInt(group -> group.size).sum();
        int drawn = size == 1 ? 0 : Objects.checkIndex(random.nextInt(size), size);
        Lot lot = lots.remove(best.size() == groups.size() ? drawn : place(drawn, best));
        lot.group.size--;
        if (lot.group.size == 0) {
            groups.remove(lot.group);
        }
        lot.choice.stop();
        return lot.choice.handle();
    }

    private Set<Group> best() {
        Set<Group> best = new HashSet<>();
        StopChoice lowest = null;
        for (Group group : groups) {
            int order = lowest == null ? -1 : group.one.compareScores(lowest);
            if (order < 0) {
                lowest = group.one;
                best.clear();
            }
            if (order <= 0) {
                best.add(group);
            }
        }
        return best;
    }

    /** Where the lot with a number among those of some groups stands among all. */
    private int place(int number, Set<Group> among) {
        int left = number;
        int place = 0;
        for (Lot lot : lots) {
            if (among.contains(lot.group) && left-- == 0) {
                break;
            }
            place++;
        }
        return place;
    }

    private record Lot(StopChoice choice, Group group) {}

    /** Choices that are equal in all strategies, whatever stops. */
    private static final class Group {
        /** Scores as all of it do, stopped or not. */
        private final StopChoice one;

        private int size;

        Group(StopChoice one) {
            this.one = one;
        }
    }
}
