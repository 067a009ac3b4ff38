package io.stowage.ecs.placement;

import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Distributes tasks over capacity providers. A provider that is below its base is served first; beyond that the weights say how many go to
 * each. ECS documents the totals; the order of the single tasks is our rule: the next task goes to the provider with the smallest (tasks
 * beyond base + 1) / weight, of equal ones to the first in the list.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html">
 *     CapacityProviderStrategyItem</a>
 */
public final class CapacityProviderDistribution {
    private static final String POINTER = "/capacityProviderStrategy";
    private static final String FARGATE = "FARGATE";

    private CapacityProviderDistribution() {}

    /**
     * The providers of the next tasks.
     *
     * @param count how many tasks, 0 or more
     * @param strategy the items, in order
     * @param running how many tasks each provider has already; for RunTask empty
     * @param quotas the limits
     * @return one provider for each task, in order; unmodifiable
     * @throws IllegalArgumentException if the count is negative
     * @throws PlacementRequestException if ECS would refuse the strategy
     */
    public static List<String> assign(
            int count, List<CapacityProviderStrategyItem> strategy, Map<String, Integer> running, Quotas quotas) {
        if (count < 0) {
            throw new IllegalArgumentException("count is " + count + "; 0 or more was expected");
        }
        List<Diagnostic> problems = problems(strategy, quotas);
        if (!problems.isEmpty()) {
            throw new PlacementRequestException(problems.stream()
                    .map(problem -> new PlacementRequestException.Fault(problem, 0))
                    .toList());
        }
        long[] tasks = strategy.stream()
                .mapToLong(item -> running.getOrDefault(name(item), 0))
                .toArray();
        List<String> assigned = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int next = next(strategy, tasks);
            tasks[next]++;
            assigned.add(name(strategy.get(next)));
        }
        return List.copyOf(assigned);
    }

    private static int next(List<CapacityProviderStrategyItem> strategy, long[] tasks) {
        for (int i = 0; i < tasks.length; i++) {
            if (tasks[i] < base(strategy.get(i))) {
                return i;
            }
        }
        int best = -1;
        for (int i = 0; i < tasks.length; i++) {
            if (weight(strategy, i) > 0 && (best < 0 || isBehind(strategy, tasks, i, best))) {
                best = i;
            }
        }
        return best;
    }

    /** Compares (tasks beyond base + 1) / weight without dividing. */
    private static boolean isBehind(List<CapacityProviderStrategyItem> strategy, long[] tasks, int one, int other) {
        long next = tasks[one] - base(strategy.get(one)) + 1;
        long otherNext = tasks[other] - base(strategy.get(other)) + 1;
        return next * weight(strategy, other) < otherNext * weight(strategy, one);
    }

    private static String name(CapacityProviderStrategyItem item) {
        return Objects.requireNonNullElse(item.capacityProvider(), "");
    }

    private static int base(CapacityProviderStrategyItem item) {
        return Objects.requireNonNullElse(item.base(), 0);
    }

    /** A strategy of one item needs no weight. */
    private static int weight(List<CapacityProviderStrategyItem> strategy, int index) {
        int weight = Objects.requireNonNullElse(strategy.get(index).weight(), 0);
        return strategy.size() == 1 && weight == 0 ? 1 : weight;
    }

    /**
     * What ECS would refuse.
     *
     * @param strategy the items, in order
     * @param quotas the limits
     * @return errors with pointers that begin with {@code /capacityProviderStrategy}; unmodifiable, empty if it is fine
     */
    public static List<Diagnostic> problems(List<CapacityProviderStrategyItem> strategy, Quotas quotas) {
        List<Diagnostic> problems = new ArrayList<>();
        long most = quotas.value(Quota.CAPACITY_PROVIDERS_PER_STRATEGY);
        if (strategy.isEmpty() || strategy.size() > most) {
            problems.add(problem(
                    "request.capacity-providers",
                    "there are " + strategy.size() + " capacity providers; 1 to " + most + " were expected",
                    POINTER,
                    null));
        }
        Set<String> names = new HashSet<>();
        int bases = 0;
        int weights = 0;
        boolean fargate = false;
        boolean other = false;
        for (int i = 0; i < strategy.size(); i++) {
            CapacityProviderStrategyItem item = strategy.get(i);
            String pointer = POINTER + "/" + i;
            if (name(item).isEmpty() || !names.add(name(item))) {
                problems.add(problem(
                        "request.capacity-provider-name",
                        name(item).isEmpty()
                                ? "the capacity provider has no name"
                                : name(item) + " is in the strategy twice",
                        pointer + "/capacityProvider",
                        null));
            }
            range(item.base(), quotas.value(Quota.CAPACITY_PROVIDER_BASE), "base", pointer, problems);
            range(item.weight(), quotas.value(Quota.CAPACITY_PROVIDER_WEIGHT), "weight", pointer, problems);
            bases += base(item) > 0 ? 1 : 0;
            weights += weight(strategy, i) > 0 ? 1 : 0;
            fargate |= name(item).startsWith(FARGATE);
            other |= !name(item).startsWith(FARGATE);
        }
        if (bases > 1) {
            problems.add(problem(
                    "request.more-than-one-base",
                    bases + " capacity providers have a base; only one may",
                    POINTER,
                    "keep the base of one provider and leave the others out"));
        }
        if (weights == 0 && !strategy.isEmpty()) {
            problems.add(problem(
                    "request.all-weights-zero",
                    "every weight is 0; at least one must be greater",
                    POINTER,
                    "give the provider that takes the tasks beyond the base a weight of 1"));
        }
        if (fargate && other) {
            problems.add(problem(
                    "request.mixed-provider-types",
                    "Fargate and Auto Scaling group capacity providers exclude each other in one strategy",
                    POINTER,
                    null));
        }
        return List.copyOf(problems);
    }

    private static void range(
            @Nullable Integer value, long most, String member, String pointer, List<Diagnostic> problems) {
        if (value != null && (value < 0 || value > most)) {
            problems.add(problem(
                    "request.capacity-provider-" + member,
                    member + " is " + value + "; 0 to " + most + " was expected",
                    pointer + "/" + member,
                    null));
        }
    }

    private static Diagnostic problem(String id, String message, String pointer, @Nullable String hint) {
        return new Diagnostic(id, Severity.ERROR, message, pointer, null, hint);
    }
}
