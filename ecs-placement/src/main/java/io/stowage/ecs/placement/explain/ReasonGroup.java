package io.stowage.ecs.placement.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Instances that fail the same checks. Immutable.
 *
 * @param about what the failed checks {@linkplain FailedCheck#about() ask for}, in their order; empty for the instances that take the
 *     task; unmodifiable
 * @param reasons ECS's reasons for them, each once; unmodifiable
 * @param containerInstances the ids of the instances, in their order; unmodifiable, never empty
 * @param text all of it in one line, without the ids: {@code 3 instances: memory (1792 MiB needed, 512 to 1280 left), TCP port 8443}
 */
public record ReasonGroup(List<String> about, List<String> reasons, List<String> containerInstances, String text) {
    /** Copies the lists. */
    public ReasonGroup {
        about = List.copyOf(about);
        reasons = List.copyOf(reasons);
        containerInstances = List.copyOf(containerInstances);
    }

    /**
     * How many instances there are.
     *
     * @return at least 1
     */
    public int count() {
        return containerInstances.size();
    }

    /** Groups instances: those that fail nothing first, then the largest group, of equally large ones the one of the smallest id. */
    static List<ReasonGroup> of(
            List<InstanceExplanation> instances, Function<InstanceExplanation, List<FailedCheck>> failures) {
        Map<List<String>, List<InstanceExplanation>> groups = new LinkedHashMap<>();
        for (InstanceExplanation instance : instances) {
            List<String> about =
                    failures.apply(instance).stream().map(FailedCheck::about).toList();
            groups.computeIfAbsent(about, key -> new ArrayList<>()).add(instance);
        }
        return groups.values().stream()
                .map(members -> group(members, failures))
                .sorted(Comparator.comparing((ReasonGroup group) -> !group.about.isEmpty())
                        .thenComparing(ReasonGroup::count, Comparator.reverseOrder()))
                .toList();
    }

    private static ReasonGroup group(
            List<InstanceExplanation> members, Function<InstanceExplanation, List<FailedCheck>> failures) {
        List<FailedCheck> ofFirst = failures.apply(members.get(0));
        List<String> words = new ArrayList<>();
        for (int i = 0; i < ofFirst.size(); i++) {
            int place = i;
            words.add(words(members.stream()
                    .map(member -> failures.apply(member).get(place))
                    .toList()));
        }
        String count = members.size() + (members.size() == 1 ? " instance" : " instances");
        return new ReasonGroup(
                ofFirst.stream().map(FailedCheck::about).toList(),
                ofFirst.stream()
                        .map(FailedCheck::reason)
                        .flatMap(Stream::ofNullable)
                        .distinct()
                        .toList(),
                members.stream().map(InstanceExplanation::containerInstance).toList(),
                count + ": " + (words.isEmpty() ? "can take the task" : String.join(", ", words)));
    }

    /** The same check on several instances; amounts as the range between them. */
    private static String words(List<FailedCheck> alike) {
        FailedCheck first = alike.get(0);
        if (alike.stream().anyMatch(check -> check.shortfall() == null)) {
            return first.about();
        }
        String needed = range(alike, FailedCheck::need);
        String left = range(alike, FailedCheck::have);
        return first.about() + " (" + needed + " " + first.unit() + " needed, " + left + " left)";
    }

    private static String range(List<FailedCheck> alike, Function<FailedCheck, @Nullable Long> amount) {
        List<Long> amounts =
                alike.stream().map(amount).flatMap(Stream::ofNullable).sorted().toList();
        long least = amounts.get(0);
        long most = amounts.get(amounts.size() - 1);
        return least == most ? String.valueOf(least) : least + " to " + most;
    }
}
