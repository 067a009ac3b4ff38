package io.stowage.ecs.placement.cases;

import static io.stowage.ecs.placement.cases.Cases.counts;
import static io.stowage.ecs.placement.cases.Cases.integer;
import static io.stowage.ecs.placement.cases.Cases.strategies;
import static io.stowage.ecs.placement.cases.Cases.text;
import static io.stowage.ecs.placement.cases.Cases.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.deployment.DeploymentBounds;
import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.placement.PlacementConstraintType;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.DeploymentConfiguration;
import io.stowage.ecs.model.service.LoadBalancer;
import io.stowage.ecs.model.service.SchedulingStrategy;
import io.stowage.ecs.model.task.Task;
import io.stowage.ecs.placement.CapacityProviderDistribution;
import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementRequestException;
import io.stowage.ecs.placement.Quotas;
import io.stowage.ecs.placement.ScaleInRequest;
import io.stowage.ecs.placement.ScaleInResult;
import io.stowage.ecs.placement.StoppedTask;
import io.stowage.ecs.placement.service.DrainingPlan;
import io.stowage.ecs.placement.service.RollingUpdate;
import io.stowage.ecs.placement.service.RolloutCounts;
import io.stowage.ecs.placement.service.StalledRollout;
import io.stowage.ecs.placement.service.ZoneBalance;
import io.stowage.ecs.placement.service.ZoneRebalancing;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.HeldResources;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Cases about which task stops or moves, and where the next ones go. */
final class TaskCases {
    private static final String GROUP = "service:web";
    private static final Map<String, String> ERRORS = Map.of(
            "ALL_WEIGHTS_ZERO", "request.all-weights-zero",
            "MORE_THAN_ONE_BASE", "request.more-than-one-base",
            "MIXED_PROVIDER_TYPES", "request.mixed-provider-types");

    private TaskCases() {}

    static void scaleInSelection(JsonNode given, JsonNode expect) {
        Map<String, InstanceSnapshot> instances = new TreeMap<>();
        List<TaskSnapshot> tasks = new ArrayList<>();
        Map<String, Long> remaining = new TreeMap<>();
        given.path("instances")
                .forEach(instance -> remaining.put(
                        instance.get("id").asString(),
                        instance.get("remainingMemory").asLong()));
        for (JsonNode task : given.get("tasks")) {
            String instance = task.get("instance").asString();
            InstanceResources resources = InstanceResources.of(4096, 8192);
            instances.putIfAbsent(
                    instance,
                    InstanceSnapshot.builder(instance, resources)
                            .remaining(InstanceResources.of(4096, remaining.getOrDefault(instance, 0L)))
                            .attribute(
                                    InstanceSnapshot.ZONE_ATTRIBUTE,
                                    task.get("az").asString())
                            .build());
            tasks.add(new TaskSnapshot(
                    task.get("taskId").asString(),
                    instance,
                    GROUP,
                    true,
                    Instant.ofEpochSecond(task.get("createdAt").asLong()),
                    task.path("protected").asBoolean(false),
                    null,
                    HeldResources.of(0, given.path("taskMemory").asLong(0))));
        }
        ScaleInResult result = PlacementEngine.standard()
                .open(ClusterSnapshot.ofSnapshots(instances.values(), tasks))
                .scaleIn(ScaleInRequest.builder(GROUP, given.get("stop").asInt())
                        .placementStrategy(strategies(given))
                        .build());
        assertThat(result.stopped().stream().map(StoppedTask::taskId)).isEqualTo(texts(expect.get("stopped")));
        assertThat(result.notStopped()).isEqualTo(expect.path("blocked").asInt(0));
    }

    static void instanceDraining(JsonNode given, JsonNode expect) {
        if (given.has("tasks")) {
            List<Task> tasks = given.get("tasks")
                    .valueStream()
                    .map(task -> Task.builder()
                            .taskArn(task.get("id").asString())
                            .lastStatus(task.get("status").asString())
                            .group(task.get("service").asBoolean() ? GROUP : "family:batch")
                            .build())
                    .toList();
            DrainingPlan plan = DrainingPlan.of(tasks, Set.of());
            assertThat(plan.stoppedAtOnce()).isEqualTo(texts(expect.get("stoppedAtOnce")));
            assertThat(plan.replaced()).isEqualTo(texts(expect.get("replaced")));
            assertThat(plan.untouched()).isEqualTo(texts(expect.get("untouched")));
            return;
        }
        DeploymentBounds bounds = new DeploymentBounds(
                given.get("desiredCount").asInt(),
                given.get("minimumHealthyPercent").asInt(),
                given.get("maximumPercent").asInt());
        RolloutCounts counts = RolloutCounts.settled(
                bounds,
                given.get("runningOnDraining").asInt(),
                0,
                given.get("runningElsewhere").asInt());
        int room = given.get("freeSlotsElsewhere").asInt();
        RollingUpdate.Step first = RollingUpdate.next(counts, Math.min(room, RollingUpdate.mayStart(counts)));
        assertThat(first.start()).isEqualTo(expect.get("firstTick").get("start").asInt());
        assertThat(first.stop()).isEqualTo(expect.get("firstTick").get("stop").asInt());
        assertThat(StalledRollout.of(counts, room, false).isPresent())
                .isEqualTo(expect.path("stuck").asBoolean(false));
    }

    static void azRebalance(JsonNode given, JsonNode expect) {
        if (given.has("service")) {
            List<String> obstacles = ZoneRebalancing.obstacles(service(given.get("service")));
            assertThat(obstacles.isEmpty()).isEqualTo(expect.get("eligible").asBoolean());
            assertThat(obstacles).hasSizeLessThan(2);
            return;
        }
        ZoneBalance balance = ZoneBalance.of(given.get("desiredCount").asInt(), counts(given.get("tasksPerZone")));
        assertThat(balance.isBalanced()).isEqualTo(expect.get("balanced").asBoolean());
        assertThat(balance.targets()).isEqualTo(counts(expect.get("targets")));
        assertThat(balance.start()).isEqualTo(counts(expect.get("start")));
        assertThat(balance.stop()).isEqualTo(counts(expect.get("stop")));
    }

    private static CreateServiceRequest service(JsonNode node) {
        String strategy = text(node, "schedulingStrategy");
        String launchType = text(node, "launchType");
        return CreateServiceRequest.builder()
                .schedulingStrategy(strategy == null ? null : new SchedulingStrategy(strategy))
                .launchType(launchType == null ? null : new LaunchType(launchType))
                .deploymentConfiguration(DeploymentConfiguration.builder()
                        .maximumPercent(integer(node, "maximumPercent"))
                        .build())
                .loadBalancers(
                        node.path("classicLoadBalancer").asBoolean(false)
                                ? List.of(LoadBalancer.builder()
                                        .loadBalancerName("old")
                                        .build())
                                : List.of())
                .placementStrategy(strategies(node))
                .placementConstraints(node.path("placementConstraints")
                        .valueStream()
                        .map(expression -> PlacementConstraint.builder()
                                .type(PlacementConstraintType.MEMBER_OF)
                                .expression(expression.asString())
                                .build())
                        .toList())
                .build();
    }

    static void capacityDistribution(JsonNode given, JsonNode expect) {
        List<CapacityProviderStrategyItem> strategy = given.get("strategy")
                .valueStream()
                .map(item -> CapacityProviderStrategyItem.builder()
                        .capacityProvider(item.get("capacityProvider").asString())
                        .base(integer(item, "base"))
                        .weight(integer(item, "weight"))
                        .build())
                .toList();
        int tasks = given.get("tasks").asInt();
        if (expect.has("error")) {
            assertThatExceptionOfType(PlacementRequestException.class)
                    .isThrownBy(() -> CapacityProviderDistribution.assign(tasks, strategy, Map.of(), Quotas.current()));
            assertThat(CapacityProviderDistribution.problems(strategy, Quotas.current()))
                    .extracting(Diagnostic::id)
                    .containsExactly(ERRORS.get(expect.get("error").asString()));
            return;
        }
        List<String> assigned = CapacityProviderDistribution.assign(tasks, strategy, Map.of(), Quotas.current());
        counts(expect.get("counts"))
                .forEach((name, count) -> assertThat(
                                assigned.stream().filter(name::equals).count())
                        .as(name)
                        .isEqualTo((long) count));
        if (expect.has("order")) {
            assertThat(assigned).isEqualTo(texts(expect.get("order")));
        }
    }
}
