package io.stowage.ecs.benchmarks.fenzo;

import com.netflix.fenzo.TaskRequest;
import com.netflix.fenzo.TaskTracker;
import com.netflix.fenzo.TaskTrackerState;
import com.netflix.fenzo.VMTaskFitnessCalculator;
import com.netflix.fenzo.VirtualMachineCurrentState;
import com.netflix.fenzo.VirtualMachineLease;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code BalancedHostAttrConstraint} says as a soft constraint, for one task: where it counts the other tasks of the service again for
 * each host, this counts them when the first host is looked at. Nothing is assigned until all hosts were, so that the answers are the same.
 */
final class CountedOnce implements VMTaskFitnessCalculator {
    private final Set<String> coTasks;
    private volatile @Nullable Map<String, Integer> counts;

    CountedOnce(Set<String> coTasks) {
        this.coTasks = coTasks;
    }

    @Override
    public String getName() {
        return "zones, counted once";
    }

    @Override
    public double calculateFitness(TaskRequest task, VirtualMachineCurrentState host, TaskTrackerState state) {
        Map<String, Integer> perZone = counts(state);
        Integer here = perZone.get(zone(host.getCurrAvailableResources()));
        if (here == null) {
            return 1;
        }
        double all = 0;
        for (int count : perZone.values()) {
            all += count;
        }
        return (all - here) / all;
    }

    /** Several threads ask, each for a part of the hosts. */
    private Map<String, Integer> counts(TaskTrackerState state) {
        Map<String, Integer> known = counts;
        if (known == null) {
            synchronized (this) {
                known = counts;
                if (known == null) {
                    known = count(state);
                    counts = known;
                }
            }
        }
        return known;
    }

    private Map<String, Integer> count(TaskTrackerState state) {
        Map<String, Integer> perZone = new HashMap<>();
        for (String id : coTasks) {
            TaskTracker.ActiveTask active = state.getAllCurrentlyAssignedTasks().get(id);
            if (active != null) {
                perZone.merge(zone(active.getTotalLease()), 1, Integer::sum);
            }
        }
        return perZone;
    }

    private static String zone(VirtualMachineLease lease) {
        return Objects.requireNonNull(lease.getAttributeMap().get(Lease.ZONE))
                .getText()
                .getValue();
    }
}
