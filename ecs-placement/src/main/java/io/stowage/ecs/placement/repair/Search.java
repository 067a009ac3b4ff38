package io.stowage.ecs.placement.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Goes through the changes in the order of rank: first one by one, then, if that was in vain, in pairs. */
final class Search {
    private final Trials trials;
    private final Candidates candidates;
    private final SearchLimits limits;
    private final boolean distributed;
    private final List<Repair> found = new ArrayList<>();
    private boolean stoppedEarly;

    /** Changes to instances that help, but not enough: by how many tasks. */
    private final Map<Change, Integer> partial = new LinkedHashMap<>();

    Search(Trials trials, Candidates candidates, SearchLimits limits) {
        this.trials = trials;
        this.candidates = candidates;
        this.limits = limits;
        this.distributed = !candidates.request().capacityProviderStrategy().isEmpty();
    }

    /** What was found so far. */
    List<Repair> found() {
        return found;
    }

    /** Whether a part of the search had to be given up. */
    boolean stoppedEarly() {
        return stoppedEarly;
    }

    void run() {
        for (ChangeKind kind : ChangeKind.values()) {
            inPart(() -> singles(kind));
        }
        if (!found.isEmpty()) {
            return;
        }
        for (ChangeKind high : ChangeKind.values()) {
            for (ChangeKind low : ChangeKind.values()) {
                if (low.compareTo(high) <= 0) {
                    inPart(() -> pairs(low, high));
                }
            }
        }
    }

    private void inPart(Runnable part) {
        trials.begin();
        try {
            part.run();
        } catch (Trials.UsedUp e) {
            stoppedEarly = true;
        }
    }

    private void singles(ChangeKind kind) {
        TaskSizes size = size(kind);
        if (size != null) {
            lowered(size, List.of())
                    .flatMap(change -> trials.attempt(List.of(change)))
                    .ifPresent(found::add);
            return;
        }
        Answers answers = new Answers();
        for (Change change : candidates.of(kind)) {
            if (answers.isEnough()) {
                return;
            }
            if (answers.isKnown(List.of(change))) {
                continue;
            }
            String instance = change.containerInstance();
            int gain = instance == null ? 0 : trials.gain(List.of(), instance, List.of(change));
            boolean promising = instance == null || gain >= wantedGain(List.of());
            if (!(promising && answers.attempt(List.of(change))) && gain > 0) {
                partial.put(change, gain);
            }
        }
    }

    /** How much an instance must gain for a trial on the cluster to be worth it. */
    private int wantedGain(List<Change> ofRequest) {
        return distributed ? 1 : trials.missing(ofRequest);
    }

    private @Nullable TaskSizes size(ChangeKind kind) {
        if (!limits.kinds().contains(kind)) {
            return null;
        }
        return kind == ChangeKind.LOWER_CPU ? TaskSizes.CPU : kind == ChangeKind.LOWER_MEMORY ? TaskSizes.MEMORY : null;
    }

    private Optional<Change> least(TaskSizes size) {
        long from = size.of(candidates.request());
        long least = size.least(candidates.request());
        return least < from ? Optional.of(size.change(from, least)) : Optional.empty();
    }

    /** The least lowering that does it together with the other changes, which do not do it alone. */
    private Optional<Change> lowered(TaskSizes size, List<Change> others) {
        Optional<Change> most = least(size);
        if (most.isEmpty() || !trials.suffices(sorted(others, most.get()))) {
            return Optional.empty();
        }
        long from = size.of(candidates.request());
        long enough = size.least(candidates.request());
        long tooMuch = from;
        while (tooMuch - enough > 1) {
            long middle = enough + (tooMuch - enough) / 2;
            if (trials.suffices(sorted(others, size.change(from, middle)))) {
                enough = middle;
            } else {
                tooMuch = middle;
            }
        }
        return Optional.of(size.change(from, enough));
    }

    private static List<Change> sorted(List<Change> others, Change change) {
        return Stream.concat(others.stream(), Stream.of(change))
                .sorted(Comparator.comparing(Change::kind))
                .toList();
    }

    private void pairs(ChangeKind low, ChangeKind high) {
        TaskSizes lowSize = size(low);
        TaskSizes highSize = size(high);
        if (lowSize != null && highSize != null) {
            if (low != high) {
                bothSizes();
            }
        } else if (lowSize != null) {
            pairsWithSize(lowSize, high);
        } else if (highSize != null) {
            pairsWithSize(highSize, low);
        } else {
            plainPairs(low, high);
        }
    }

    private void bothSizes() {
        Answers answers = new Answers();
        lowerBoth(TaskSizes.CPU, TaskSizes.MEMORY, answers);
        lowerBoth(TaskSizes.MEMORY, TaskSizes.CPU, answers);
    }

    private void lowerBoth(TaskSizes first, TaskSizes second, Answers answers) {
        Optional<Change> most = least(second);
        Optional<Change> least = most.flatMap(change -> lowered(first, List.of(change)));
        Optional<Change> rest = least.flatMap(change -> lowered(second, List.of(change)));
        if (least.isPresent() && rest.isPresent()) {
            List<Change> both = sorted(List.of(least.get()), rest.get());
            if (!answers.isKnown(both)) {
                answers.attempt(both);
            }
        }
    }

    private void pairsWithSize(TaskSizes size, ChangeKind kind) {
        Optional<Change> most = least(size);
        if (most.isEmpty()) {
            return;
        }
        Answers answers = new Answers();
        for (Change change : candidates.of(kind)) {
            if (answers.isEnough()) {
                return;
            }
            String instance = change.containerInstance();
            List<Change> lowest = List.of(most.get());
            if (answers.isKnown(List.of(change))
                    || (instance != null && trials.gain(lowest, instance, List.of(change)) < wantedGain(lowest))) {
                continue;
            }
            lowered(size, List.of(change)).ifPresent(lowering -> {
                answers.know(List.of(change));
                answers.attempt(sorted(List.of(change), lowering));
            });
        }
    }

    private void plainPairs(ChangeKind low, ChangeKind high) {
        Answers answers = new Answers();
        List<Change> highs = candidates.of(high);
        List<Change> lows = candidates.of(low);
        Partners partners = new Partners(lows);
        for (int j = 0; j < highs.size(); j++) {
            for (int i : partners.of(highs.get(j))) {
                if (answers.isEnough()) {
                    return;
                }
                boolean twins = low == high && i == j && low == ChangeKind.ADD_INSTANCE;
                if (low == high && i >= j && !twins) {
                    break;
                }
                List<Change> both = twins
                        ? List.of(highs.get(j), AddedInstances.twin((Change.AddInstance) highs.get(j)))
                        : List.of(lows.get(i), highs.get(j));
                if (!answers.isKnown(both) && isPromising(both, twins)) {
                    answers.attempt(both);
                }
            }
        }
    }

    private boolean isPromising(List<Change> both, boolean twins) {
        List<Change> ofRequest = both.stream()
                .filter(change -> change.containerInstance() == null)
                .toList();
        List<Change> ofInstances = both.stream()
                .filter(change -> change.containerInstance() != null)
                .toList();
        if (ofInstances.isEmpty()) {
            return true;
        }
        String instance = String.valueOf(ofInstances.get(0).containerInstance());
        if (ofInstances.stream().allMatch(change -> instance.equals(change.containerInstance()))) {
            return !sameAttribute(both) && trials.gain(ofRequest, instance, ofInstances) >= wantedGain(ofRequest);
        }
        // Two instances: each must help by itself, and a twin helps as its first does.
        Integer first = partial.get(both.get(0));
        Integer second = twins ? first : partial.get(both.get(1));
        return first != null && second != null && first + second >= wantedGain(List.of());
    }

    private static boolean sameAttribute(List<Change> both) {
        return both.get(0) instanceof Change.AddAttribute one
                && both.get(1) instanceof Change.AddAttribute other
                && one.name().equals(other.name());
    }

    /** Finds for a change what it could be paired with: changes to the request, to the same instance, or such that help by themselves. */
    private final class Partners {
        private final List<Integer> all = new ArrayList<>();
        private final List<Integer> helping = new ArrayList<>();
        private final Map<String, List<Integer>> byInstance = new HashMap<>();

        Partners(List<Change> lows) {
            for (int i = 0; i < lows.size(); i++) {
                Change low = lows.get(i);
                String instance = low.containerInstance();
                all.add(i);
                if (instance != null) {
                    byInstance
                            .computeIfAbsent(instance, id -> new ArrayList<>())
                            .add(i);
                    if (partial.containsKey(low)) {
                        helping.add(i);
                    }
                }
            }
        }

        List<Integer> of(Change high) {
            String instance = high.containerInstance();
            if (instance == null || byInstance.isEmpty()) {
                return all;
            }
            List<Integer> same = byInstance.getOrDefault(instance, List.of());
            return partial.containsKey(high)
                    ? Stream.concat(same.stream(), helping.stream())
                            .sorted()
                            .distinct()
                            .toList()
                    : same;
        }
    }

    /** The answers of one kind, or of one pair of kinds. */
    private final class Answers {
        private final Set<List<Change>> known = new HashSet<>();
        private int given;

        boolean isEnough() {
            return given >= limits.answersPerKind();
        }

        /** Whether there is an answer that differs in the value of an attribute only. */
        boolean isKnown(List<Change> changes) {
            return known.contains(withoutValues(changes));
        }

        void know(List<Change> changes) {
            known.add(withoutValues(changes));
        }

        boolean attempt(List<Change> changes) {
            Optional<Repair> repair = trials.attempt(changes);
            if (repair.isEmpty()) {
                return false;
            }
            found.add(repair.get());
            know(changes);
            given++;
            return true;
        }

        private List<Change> withoutValues(List<Change> changes) {
            return changes.stream()
                    .map(change -> change instanceof Change.AddAttribute added
                            ? new Change.AddAttribute(added.containerInstance(), added.name(), "")
                            : change)
                    .toList();
        }
    }
}
