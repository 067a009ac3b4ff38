package io.stowage.ecs.placement.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every case of the reference on services, none left out. */
class ServicesCasesTest {
    private static final Map<String, BiConsumer<JsonNode, JsonNode>> RUNNERS = Map.ofEntries(
            Map.entry("healthy-percent", DeploymentCases::healthyPercent),
            Map.entry("rolling-steps", DeploymentCases::rollingSteps),
            Map.entry("stuck-deployment", DeploymentCases::stuckDeployment),
            Map.entry("early-success", DeploymentCases::earlySuccess),
            Map.entry("circuit-breaker", DeploymentCases::circuitBreaker),
            Map.entry("circuit-breaker-run", DeploymentCases::circuitBreakerRun),
            Map.entry("launch-throttle", DeploymentCases::launchThrottle),
            Map.entry("traffic-shift", DeploymentCases::trafficShift),
            Map.entry("task-set-scale", DeploymentCases::taskSetScale),
            Map.entry("scale-in-selection", TaskCases::scaleInSelection),
            Map.entry("instance-draining", TaskCases::instanceDraining),
            Map.entry("az-rebalance", TaskCases::azRebalance),
            Map.entry("capacity-distribution", TaskCases::capacityDistribution),
            Map.entry("target-tracking", ScalingCases::targetTracking),
            Map.entry("step-scaling", ScalingCases::stepScaling),
            Map.entry("policy-combination", ScalingCases::policyCombination),
            Map.entry("schedule-parse", ScalingCases::scheduleParse),
            Map.entry("scheduled-action", ScalingCases::scheduledAction),
            Map.entry("managed-scaling", ScalingCases::managedScaling),
            Map.entry("agent-config", ModelCases::agentConfig),
            Map.entry("revision-lookup", ModelCases::revisionLookup),
            Map.entry("log-stream", ModelCases::logStream),
            Map.entry("registered-memory", ModelCases::registeredMemory));

    static Stream<Named<JsonNode>> cases() {
        return Cases.all().map(one -> Named.of(one.get("id").asString(), one));
    }

    @Test
    void caseFile_groups_areAllRun() {
        Map<String, Long> groups = Cases.all()
                .collect(Collectors.groupingBy(one -> one.get("group").asString(), Collectors.counting()));

        assertThat(groups.keySet()).isEqualTo(RUNNERS.keySet());
        assertThat(groups.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(267);
        assertThat(Cases.all().map(one -> one.get("id").asString()).distinct()).hasSize(267);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void case_ofAnyGroup_givesWhatIsExpected(JsonNode one) {
        RUNNERS.get(one.get("group").asString()).accept(one.get("given"), one.get("expect"));
    }
}
