package io.stowage.ecs.placement.internal.engine;

import static io.stowage.ecs.placement.Clusters.constraint;
import static io.stowage.ecs.placement.Clusters.container;
import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.Clusters.port;
import static io.stowage.ecs.placement.Clusters.strategy;
import static io.stowage.ecs.placement.Clusters.task;
import static io.stowage.ecs.placement.Clusters.web;
import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.taskdef.CPUArchitecture;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.RuntimePlatform;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinitionPlacementConstraint;
import io.stowage.ecs.model.taskdef.TaskDefinitionPlacementConstraintType;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.internal.engine.Check.Kind;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.DependsOn;
import io.stowage.ecs.placement.plugin.PluginInfo;
import io.stowage.ecs.placement.plugin.ResourceNeed;
import io.stowage.ecs.placement.plugin.ResourcePlugin;
import io.stowage.ecs.placement.plugin.TaskToPlace;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.HeldResources;
import io.stowage.ecs.placement.snapshot.TakenPorts;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The checks of a plan: their order, what each of them answers by itself, who holds what they ask for, what they depend on. */
class PlanTest {
    private static final ResourcePlugin LICENSES = new ResourcePlugin() {
        @Override
        public PluginInfo info() {
            return new PluginInfo("LICENSES", "Licences.");
        }

        @Override
        public ResourceNeed needed(TaskToPlace task) {
            return ResourceNeed.amount(1, List.of());
        }
    };

    private static final EngineConfig CONFIG = Configs.withResources(LICENSES);

    private static final TaskDefinition DEFINITION =
            task(container(100, 100).portMappings(List.of(port(80)))).toBuilder()
                    .runtimePlatform(RuntimePlatform.builder()
                            .cpuArchitecture(CPUArchitecture.ARM64)
                            .build())
                    .placementConstraints(List.of(TaskDefinitionPlacementConstraint.builder()
                            .type(TaskDefinitionPlacementConstraintType.MEMBER_OF)
                            .expression("attribute:stack == prod and agentConnected == true")
                            .build()))
                    .build();

    private static final PlacementRequest REQUEST = web(DEFINITION)
            .placementConstraints(
                    List.of(constraint("distinctInstance", null), constraint("memberOf", "runningTasksCount < 1")))
            .placementStrategy(List.of(
                    strategy("spread", "attribute:rack"), strategy("binpack", "MEMORY"), strategy("random", null)))
            .build();

    private static ExhaustiveCore core(TaskSnapshot... tasks) {
        return new ExhaustiveCore(
                ClusterSnapshot.ofSnapshots(
                        List.of(instance("i-a")
                                .attribute("ecs.cpu-architecture", "x86_64")
                                .agentConnected(false)
                                .takenPorts(TakenPorts.of(List.of(80), List.of()))
                                .build()),
                        List.of(tasks)),
                CONFIG.resources());
    }

    private static Turn turn(ExhaustiveCore core, Plan plan) {
        return new Turns(CONFIG, core, plan.task(), 0).turn(0);
    }

    @Test
    void checks_standInTheOrderOfReasons() {
        Plan plan = PlanMaker.run(CONFIG, REQUEST);

        assertThat(plan.checks()).extracting(Check::kind).isSorted();
        assertThat(plan.checks())
                .extracting(check -> check.kind() + check.name())
                .containsExactly(
                        "AGENT",
                        "ATTRIBUTE",
                        "PLATFORM",
                        "CPU",
                        "MEMORY",
                        "PORTS",
                        "PORTS_UDP",
                        "PORT_LIMIT",
                        "ENI",
                        "GPU",
                        "NEURON_DEVICE",
                        "CUSTOM_RESOURCELICENSES",
                        "CONSTRAINT/taskDefinition/placementConstraints/0",
                        "CONSTRAINT/placementConstraints/0",
                        "CONSTRAINT/placementConstraints/1");
        PlacementRequest awsvpc = web(DEFINITION.toBuilder()
                        .networkMode(NetworkMode.AWSVPC)
                        .build())
                .subnetAvailabilityZones(List.of("z1"))
                .build();
        assertThat(PlanMaker.run(CONFIG, awsvpc).checks())
                .extracting(Check::kind)
                .isSorted()
                .contains(Kind.LOCATION);
    }

    @Test
    void allFailed_goesOnBehindTheFirst() {
        ExhaustiveCore core = core(TaskSnapshot.running("t", "i-a", "service:web"));
        Plan plan = PlanMaker.run(CONFIG, REQUEST);
        Candidate candidate = core.candidate(core.instance("i-a"));

        List<Plan.Failed> all = plan.allFailed(candidate, turn(core, plan));

        assertThat(all)
                .extracting(failed -> failed.check().kind())
                .containsExactly(
                        Kind.AGENT,
                        Kind.PLATFORM,
                        Kind.PORTS,
                        Kind.CUSTOM_RESOURCE,
                        Kind.CONSTRAINT,
                        Kind.CONSTRAINT,
                        Kind.CONSTRAINT);
        assertThat(plan.firstFailed(candidate, turn(core, plan))).isEqualTo(all.get(0));
        assertThat(plan.withoutConstraints().allFailed(candidate, turn(core, plan)))
                .hasSize(4);
    }

    @Test
    void holders_areTheTasksThatHoldSomethingOfIt() {
        ExhaustiveCore core = core(
                TaskSnapshot.running("cpu", "i-a", "other").withHeld(HeldResources.of(1, 0)),
                TaskSnapshot.running("memory", "i-a", "other").withHeld(HeldResources.of(0, 1)),
                TaskSnapshot.running("port", "i-a", "other")
                        .withHeld(HeldResources.NONE.withPorts(TakenPorts.of(List.of(80), List.of()))),
                TaskSnapshot.running("rest", "i-a", "service:web")
                        .withHeld(new HeldResources(
                                0,
                                0,
                                TakenPorts.NONE,
                                new TreeSet<>(List.of("g")),
                                new TreeSet<>(List.of("n")),
                                1,
                                Map.of("LICENSES", List.of(1L)))),
                TaskSnapshot.running("stopping", "i-a", "service:web").withCounted(false));
        Plan plan = PlanMaker.run(CONFIG, REQUEST);
        Candidate candidate = core.candidate(core.instance("i-a"));

        assertThat(plan.checks())
                .extracting(check -> check.kind() + " "
                        + check.holders(candidate).stream()
                                .map(TaskSnapshot::id)
                                .toList())
                .containsExactly(
                        "AGENT []",
                        "ATTRIBUTE []",
                        "PLATFORM []",
                        "CPU [cpu]",
                        "MEMORY [memory]",
                        "PORTS [port]",
                        "PORTS_UDP []",
                        "PORT_LIMIT [port]",
                        "ENI [rest]",
                        "GPU [rest]",
                        "NEURON_DEVICE [rest]",
                        "CUSTOM_RESOURCE [rest]",
                        "CONSTRAINT []",
                        "CONSTRAINT [rest]",
                        "CONSTRAINT []");
    }

    @Test
    void dependsOn_ofEachCheckAndStrategy_isSaid() {
        Plan plan = PlanMaker.run(CONFIG, REQUEST);

        assertThat(plan.checks().subList(0, 3))
                .extracting(check -> check.test().dependsOn())
                .containsOnly(Set.of(DependsOn.INSTANCE));
        assertThat(plan.checks().subList(3, 12))
                .extracting(check -> check.test().dependsOn())
                .containsOnly(Set.of(DependsOn.FREE_RESOURCES));
        assertThat(plan.checks().subList(12, 15))
                .extracting(check -> check.test().dependsOn())
                .containsExactly(Set.of(DependsOn.INSTANCE), Set.of(DependsOn.GROUP_COUNT), Set.of(DependsOn.TASKS));
        assertThat(plan.strategies())
                .extracting(
                        strategy -> strategy.name() + " " + strategy.ranking().dependsOn() + " "
                                + strategy.ranking().terminal())
                .containsExactly(
                        "spread(attribute:rack) [EVERYTHING] false",
                        "binpack(memory) [FREE_RESOURCES] false",
                        "random [EVERYTHING] true");
    }
}
