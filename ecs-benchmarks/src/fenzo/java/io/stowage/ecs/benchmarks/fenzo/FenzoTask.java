package io.stowage.ecs.benchmarks.fenzo;

import com.netflix.fenzo.ConstraintEvaluator;
import com.netflix.fenzo.TaskRequest;
import com.netflix.fenzo.VMTaskFitnessCalculator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A task in Fenzo's terms. Equal only to itself, as Fenzo keeps tasks as keys of maps. */
final class FenzoTask implements TaskRequest {
    private final String id;
    private final int cpuUnits;
    private final int memoryMib;
    private final List<ConstraintEvaluator> hard;
    private final List<VMTaskFitnessCalculator> soft;
    private @Nullable AssignedResources assigned;

    FenzoTask(
            String id,
            int cpuUnits,
            int memoryMib,
            List<ConstraintEvaluator> hard,
            List<VMTaskFitnessCalculator> soft) {
        this.id = id;
        this.cpuUnits = cpuUnits;
        this.memoryMib = memoryMib;
        this.hard = hard;
        this.soft = soft;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String taskGroupName() {
        return "";
    }

    @Override
    public double getCPUs() {
        return cpuUnits;
    }

    @Override
    public double getMemory() {
        return memoryMib;
    }

    @Override
    public double getNetworkMbps() {
        return 0;
    }

    @Override
    public double getDisk() {
        return 0;
    }

    @Override
    public int getPorts() {
        return 0;
    }

    @Override
    public Map<String, Double> getScalarRequests() {
        return Map.of();
    }

    @Override
    public Map<String, NamedResourceSetRequest> getCustomNamedResources() {
        return Map.of();
    }

    @Override
    public List<? extends ConstraintEvaluator> getHardConstraints() {
        return hard;
    }

    @Override
    public List<? extends VMTaskFitnessCalculator> getSoftConstraints() {
        return soft;
    }

    @Override
    public void setAssignedResources(AssignedResources resources) {
        assigned = resources;
    }

    @Override
    public @Nullable AssignedResources getAssignedResources() {
        return assigned;
    }
}
