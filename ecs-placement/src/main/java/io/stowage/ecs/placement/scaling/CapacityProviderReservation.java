package io.stowage.ecs.placement.scaling;

import io.stowage.ecs.model.capacity.ManagedScaling;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The metric by which managed scaling sizes an Auto Scaling group: needed instances (M) in percent of the instances that run (N), and what
 * follows from it. Immutable.
 *
 * <p>How M comes about: without waiting tasks it is the number of instances with at least one task that is not a daemon's. With waiting
 * tasks it is N and what the hungriest group of equal tasks needs, counted with the largest of the group's instance types, within the step
 * sizes. A group that does not fit the smallest type waits for ever and is left out. M is a lower bound: groups are not added up, and room on
 * running instances is not subtracted, because what could be placed there no longer waits.
 *
 * @param needed M; {@code null} if every waiting group is left out, and then nothing scales
 * @param running N
 * @param metric the metric in percent, rounded half up to four decimals
 * @param excludedGroups the waiting groups that do not fit the smallest type, in the order given; unmodifiable
 * @param targetCapacity the target of the metric in percent
 * @param rules the rules it was calculated by
 * @param why one sentence for each step of the calculation; unmodifiable
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-auto-scaling.html">cluster auto scaling</a>
 */
public record CapacityProviderReservation(
        @Nullable Integer needed,
        int running,
        BigDecimal metric,
        List<String> excludedGroups,
        int targetCapacity,
        ScalingRules rules,
        List<String> why) {
    private static final int DECIMALS = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Copies the lists. */
    public CapacityProviderReservation {
        excludedGroups = List.copyOf(excludedGroups);
        why = List.copyOf(why);
    }

    /**
     * The metric of a group.
     *
     * @param running how many instances run
     * @param busy how many of them have at least one task that is not a daemon's
     * @param waiting the tasks of this provider that wait in {@code PROVISIONING}, by what they need
     * @param types the instance types of the group
     * @param scaling the settings of managed scaling; {@code null} for the defaults
     * @param rules the rules of a time
     * @return the metric
     * @throws IllegalArgumentException if a number is out of its range, or tasks wait and no instance type is given
     */
    public static CapacityProviderReservation of(
            int running,
            int busy,
            Collection<ProvisioningGroup> waiting,
            Collection<GroupInstance> types,
            @Nullable ManagedScaling scaling,
            ScalingRules rules) {
        if (running < 0 || busy < 0 || busy > running) {
            throw new IllegalArgumentException(
                    busy + " of " + running + " instances cannot be busy; 0 <= busy <= running was expected");
        }
        int target = scaling == null ? 100 : scaling.effectiveTargetCapacity();
        if (target < 1 || target > 100) {
            throw new IllegalArgumentException("targetCapacity is " + target + "; 1 to 100 was expected");
        }
        List<String> why = new ArrayList<>();
        List<ProvisioningGroup> groups =
                waiting.stream().filter(group -> group.count() > 0).toList();
        if (groups.isEmpty()) {
            why.add("nothing waits: M is the " + busy + " of " + running + " instances with tasks that are no daemons");
            return new CapacityProviderReservation(
                    busy, running, metric(busy, running, true, rules), List.of(), target, rules, why);
        }
        if (types.isEmpty()) {
            throw new IllegalArgumentException("tasks wait for a group without instance types; at least one is needed");
        }
        List<String> excluded = new ArrayList<>();
        long additional = additional(groups, types, excluded, why);
        if (additional == 0) {
            why.add("every waiting group is left out: the metric stays at the target of " + target);
            return new CapacityProviderReservation(
                    null, running, BigDecimal.valueOf(target), excluded, target, rules, why);
        }
        long step = step(additional, scaling, rules, why);
        int needed = (int) Math.min(Integer.MAX_VALUE, running + step);
        why.add("M = " + running + " + " + step + " = " + needed);
        return new CapacityProviderReservation(
                needed, running, metric(needed, running, false, rules), excluded, target, rules, why);
    }

    private static long additional(
            List<ProvisioningGroup> groups, Collection<GroupInstance> types, List<String> excluded, List<String> why) {
        long most = 0;
        for (ProvisioningGroup group : groups) {
            long each = perInstance(group, types);
            if (each == 0) {
                excluded.add(group.name());
                why.add("group " + group.name() + " does not fit the smallest instance type and waits for ever");
                continue;
            }
            long needed = (group.count() - 1) / each + 1;
            why.add("group " + group.name() + ": an instance of the largest type takes " + each + " tasks, so "
                    + group.count() + " waiting ones need " + needed + " more");
            most = Math.max(most, needed);
        }
        return most;
    }

    /** How many tasks of a group the largest type takes; 0 if the smallest does not take one. */
    private static long perInstance(ProvisioningGroup group, Collection<GroupInstance> types) {
        long each = group.isOnePerInstance() ? 1 : Long.MAX_VALUE;
        long[] needs = {group.cpuUnits(), group.memoryMib(), group.networkInterfaces(), group.gpus()};
        List<ToLongFunction<GroupInstance>> amounts = List.of(
                GroupInstance::cpuUnits,
                GroupInstance::memoryMib,
                GroupInstance::networkInterfaces,
                GroupInstance::gpus);
        for (int i = 0; i < needs.length; i++) {
            long smallest = types.stream().mapToLong(amounts.get(i)).min().orElseThrow();
            long largest = types.stream().mapToLong(amounts.get(i)).max().orElseThrow();
            if (needs[i] > smallest) {
                return 0;
            }
            each = needs[i] == 0 ? each : Math.min(each, largest / needs[i]);
        }
        return each;
    }

    private static long step(long additional, @Nullable ManagedScaling scaling, ScalingRules rules, List<String> why) {
        int least = scaling == null ? 1 : scaling.effectiveMinimumScalingStepSize();
        Integer written = scaling == null ? null : scaling.maximumScalingStepSize();
        int most = Math.max(least, Objects.requireNonNullElse(written, rules.largestStep()));
        long step = Math.max(least, Math.min(most, additional));
        if (step != additional) {
            why.add(additional + " more are brought within the step sizes " + least + " to " + most + ": " + step);
        }
        return step;
    }

    private static BigDecimal metric(int needed, int running, boolean nothingWaits, ScalingRules rules) {
        if (running == 0) {
            return BigDecimal.valueOf(needed == 0 ? rules.reservationOfNothing() : rules.reservationFromZero());
        }
        if (nothingWaits && !rules.isReservationRatio()) {
            return BigDecimal.valueOf(100L - (running - needed));
        }
        return BigDecimal.valueOf(needed)
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(running), DECIMALS, RoundingMode.HALF_UP);
    }

    /**
     * A new size and the calculation.
     *
     * @param instances the desired capacity of the group
     * @param why one sentence
     */
    public record DesiredCapacity(int instances, String why) {}

    /**
     * The size that the group is to have now. It shrinks by at most half at once, and never leaves its limits.
     *
     * @param limits the smallest and greatest size of the group, which ECS never changes
     * @return the desired capacity
     */
    public DesiredCapacity desiredCapacity(CapacityLimits limits) {
        if (needed == null) {
            return within(limits, running, "nothing scales");
        }
        if (running == 0) {
            return within(
                    limits,
                    needed == 0 ? 0 : rules.firstInstances(),
                    needed == 0 ? "nothing is needed" : "a group without instances grows to its first ones");
        }
        long wanted = wanted();
        long floor = running - Math.max(1, running / 2L);
        return wanted < floor
                ? within(limits, floor, wanted + " are wanted; at most half of " + running + " leave at once")
                : within(limits, wanted, needed + " needed at a target of " + targetCapacity + " percent");
    }

    private long wanted() {
        BigDecimal wanted = rules.isReservationRatio()
                ? BigDecimal.valueOf(Objects.requireNonNull(needed)).multiply(HUNDRED)
                : metric.multiply(BigDecimal.valueOf(running));
        return wanted.divide(BigDecimal.valueOf(targetCapacity), 0, RoundingMode.CEILING)
                .longValueExact();
    }

    private static DesiredCapacity within(CapacityLimits limits, long wanted, String why) {
        int size = limits.clamp(wanted);
        return new DesiredCapacity(
                size,
                why + ": " + wanted
                        + (size == wanted
                                ? ""
                                : ", within the limits " + limits.min() + " to " + limits.max() + " " + size));
    }
}
