package io.stowage.ecs.placement.explain;

import static io.stowage.ecs.placement.Clusters.cluster;
import static io.stowage.ecs.placement.Clusters.constraint;
import static io.stowage.ecs.placement.Clusters.container;
import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.Clusters.port;
import static io.stowage.ecs.placement.Clusters.task;
import static io.stowage.ecs.placement.Clusters.web;
import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.taskdef.EphemeralStorage;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.ConstraintPlugin;
import io.stowage.ecs.placement.plugin.DependsOn;
import io.stowage.ecs.placement.plugin.PlacementContext;
import io.stowage.ecs.placement.plugin.PluginInfo;
import io.stowage.ecs.placement.plugin.Refusal;
import io.stowage.ecs.placement.plugin.RuleDefinition;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.TakenPorts;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whether a task can be placed, not now, never on such instances, or never at all; and the reason that is given. */
class VerdictTest {
    private static Verdict verdict(ClusterSnapshot cluster, PlacementRequest request) {
        return PlacementEngine.standard().explain(cluster, request).verdict();
    }

    private static TaskDefinition fixedPorts(int count) {
        return task(container(0, 1)
                .portMappings(IntStream.range(20_000, 20_000 + count)
                        .mapToObj(port -> port(port))
                        .toList()));
    }

    private static PlacementRequest memberOf(String... expressions) {
        return web(task(0, 1))
                .placementConstraints(List.of(expressions).stream()
                        .map(expression -> constraint("memberOf", expression))
                        .toList())
                .build();
    }

    @Test
    void verdict_roomSomewhere_isPlaceable() {
        assertThat(verdict(
                        cluster(instance("i-a"), instance("i-b")),
                        web(task(1, 1)).build()))
                .isEqualTo(new Verdict(Verdict.Kind.PLACEABLE, "it goes to i-a", List.of("i-a", "i-b")));
    }

    @Test
    void verdict_roomWhenEmpty_isNotNow() {
        ClusterSnapshot cluster = cluster(
                instance("i-a").attribute("ecs.instance-type", "m5.large").agentConnected(false),
                instance("i-b").remaining(InstanceResources.of(0, 0)),
                instance("i-c").registered(InstanceResources.of(1, 1)).remaining(InstanceResources.of(1, 1)));

        assertThat(verdict(cluster, web(task(1, 2)).build()))
                .isEqualTo(new Verdict(
                        Verdict.Kind.NOT_NOW,
                        "no instance takes it now, an empty m5.large or i-b would",
                        List.of("i-a", "i-b")));
    }

    @Test
    void verdict_largerThanAllInstances_isNeverOnTheseTypes() {
        Verdict verdict = verdict(
                cluster(instance("i-a").remaining(InstanceResources.of(4096, 0)), instance("i-b")),
                web(task(0, 5000)).build());

        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.NEVER_ON_THESE_TYPES);
        assertThat(verdict.because()).isEqualTo("none of the instances would take it even if it were empty: memory");
    }

    @Test
    void verdict_everyInstanceFailsSomethingElse_saysSo() {
        Verdict verdict = verdict(
                cluster(
                        instance("i-a", "z1"),
                        instance("i-b", "z2")
                                .registered(InstanceResources.of(0, 0))
                                .remaining(InstanceResources.of(0, 0))),
                web(task(1, 1))
                        .placementConstraints(List.of(constraint("memberOf", "attribute:ecs.availability-zone == z2")))
                        .build());

        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.NEVER_ON_THESE_TYPES);
        assertThat(verdict.because()).endsWith("each fails something else");
    }

    @Test
    void verdict_withoutInstances_isNeverOnTheseTypes() {
        assertThat(verdict(ClusterSnapshot.empty(), web(task(1, 1)).build()))
                .isEqualTo(new Verdict(Verdict.Kind.NEVER_ON_THESE_TYPES, "there is no container instance", List.of()));
    }

    @Test
    void verdict_twoEqualHostPorts_isNeverAnywhere() {
        Verdict verdict = verdict(
                cluster(instance("i-a")),
                web(task(container(0, 1).portMappings(List.of(port(80), port(81), port(80)))))
                        .build());

        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.NEVER_ANYWHERE);
        assertThat(verdict.because())
                .isEqualTo("no instance could ever take it: it needs TCP port 80 twice; no instance can give it twice");
    }

    @Test
    void verdict_portsBesideThoseThatTheAgentReserves_isNeverAnywhereFrom95() {
        TakenPorts sixOfTheAgent = TakenPorts.of(List.of(22, 2375, 2376, 51678, 51679, 51680), List.of());
        ClusterSnapshot documented = cluster(instance("i-a").reservedPorts(sixOfTheAgent));

        assertThat(verdict(documented, web(fixedPorts(94)).build()).kind()).isEqualTo(Verdict.Kind.PLACEABLE);
        Verdict verdict = verdict(documented, web(fixedPorts(95)).build());
        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.NEVER_ANYWHERE);
        assertThat(verdict.because()).contains("needs 95 fixed ports, but 6 of at most 100 reserved ports are taken");
    }

    @Test
    void verdict_instanceWithFewerReservedPorts_isBelieved() {
        ClusterSnapshot five =
                cluster(instance("i-a").reservedPorts(TakenPorts.of(List.of(22, 2375, 2376, 51678, 51679), List.of())));
        ClusterSnapshot small = cluster(instance("i-a")
                .reservedPorts(TakenPorts.of(List.of(22, 2375, 2376, 51678, 51679), List.of()))
                .registered(InstanceResources.of(0, 0))
                .remaining(InstanceResources.of(0, 0)));

        assertThat(verdict(five, web(fixedPorts(95)).build()).kind()).isEqualTo(Verdict.Kind.PLACEABLE);
        assertThat(verdict(small, web(fixedPorts(95)).build()).kind()).isEqualTo(Verdict.Kind.NEVER_ON_THESE_TYPES);
        assertThat(verdict(five, web(fixedPorts(96)).build()).kind()).isEqualTo(Verdict.Kind.NEVER_ANYWHERE);
    }

    @Test
    void verdict_portOfTheAgent_isNeverOnTheseTypes() {
        Verdict verdict = verdict(
                cluster(instance("i-a").reservedPorts(TakenPorts.of(List.of(22), List.of()))),
                web(task(container(0, 1).portMappings(List.of(port(22))))).build());

        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.NEVER_ON_THESE_TYPES);
        assertThat(verdict.because()).endsWith("TCP port 22");
    }

    @Test
    void verdict_expressionThatIsNeverTrue_isNeverAnywhere() {
        assertThat(verdict(cluster(instance("i-a")), memberOf("attribute:a == x and attribute:a == y")))
                .isEqualTo(new Verdict(
                        Verdict.Kind.NEVER_ANYWHERE,
                        "no instance could ever take it: \"attribute:a == x and attribute:a == y\" is never true",
                        List.of()));
        assertThat(verdict(cluster(instance("i-a")), memberOf("runningTasksCount < 2", "runningTasksCount > 5"))
                        .because())
                .contains("\"runningTasksCount < 2\" and \"runningTasksCount > 5\" exclude each other");
    }

    @Test
    void verdict_attributeThatOnlyFargateHas_isNeverAnywhere() {
        TaskDefinition definition = task(0, 1).toBuilder()
                .ephemeralStorage(EphemeralStorage.builder().sizeInGiB(30).build())
                .build();
        PlacementRequest request =
                web(definition).deriveRequiredAttributes(true).build();

        assertThat(verdict(cluster(instance("i-a")), request).kind()).isEqualTo(Verdict.Kind.NEVER_ANYWHERE);
        assertThat(verdict(
                                cluster(
                                        instance("i-a"),
                                        instance("i-b")
                                                .attribute("ecs.capability.extensible-ephemeral-storage", "")
                                                .registered(InstanceResources.of(0, 0))
                                                .remaining(InstanceResources.of(0, 0))),
                                request)
                        .kind())
                .isEqualTo(Verdict.Kind.NEVER_ON_THESE_TYPES);
        assertThat(verdict(
                                cluster(instance("i-a").attribute("ecs.capability.extensible-ephemeral-storage", "")),
                                request)
                        .kind())
                .isEqualTo(Verdict.Kind.PLACEABLE);
    }

    @Test
    void verdict_constraintThatWaitsForOtherTasks_isNotNow() {
        Verdict verdict = verdict(cluster(instance("i-a")), memberOf("task:group == service:db"));

        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.NOT_NOW);
        assertThat(verdict.containerInstances()).isEmpty();
        assertThat(verdict.because()).contains("memberOf task:group == service:db");
    }

    @Test
    void verdict_constraintOnTasksAndAttributes_hangsOnThePartThatCannotChange() {
        ClusterSnapshot cluster = cluster(instance("i-a", "z1"));

        assertThat(verdict(cluster, memberOf("task:group == service:db and attribute:ecs.availability-zone == z2"))
                        .kind())
                .isEqualTo(Verdict.Kind.NEVER_ON_THESE_TYPES);
        assertThat(verdict(cluster, memberOf("task:group == service:db or attribute:ecs.availability-zone == z2"))
                        .kind())
                .isEqualTo(Verdict.Kind.NOT_NOW);
        assertThat(verdict(cluster, memberOf("not (task:group != service:db or attribute:ecs.availability-zone == z1)"))
                        .kind())
                .isEqualTo(Verdict.Kind.NEVER_ON_THESE_TYPES);
    }

    @Test
    void verdict_negatedCountOfTasks_isNotNow() {
        assertThat(verdict(cluster(instance("i-a")), memberOf("not (runningTasksCount < 3)"))
                        .kind())
                .isEqualTo(Verdict.Kind.NOT_NOW);
        assertThat(verdict(cluster(instance("i-a")), memberOf("not (attribute:ecs.availability-zone == z1)"))
                        .kind())
                .isEqualTo(Verdict.Kind.NEVER_ON_THESE_TYPES);
    }

    @Test
    void verdict_constraintOfAPlugin_goesByWhatItDependsOn() {
        for (DependsOn dependsOn : DependsOn.values()) {
            PlacementEngine engine =
                    PlacementEngine.builder().constraint(refusing(dependsOn)).build();

            Verdict verdict = engine.explain(
                            cluster(instance("i-a")),
                            web(task(0, 1))
                                    .placementConstraints(List.of(constraint("refusing", null)))
                                    .build())
                    .verdict();

            assertThat(verdict.kind())
                    .as("%s", dependsOn)
                    .isEqualTo(
                            dependsOn == DependsOn.INSTANCE ? Verdict.Kind.NEVER_ON_THESE_TYPES : Verdict.Kind.NOT_NOW);
            assertThat(verdict.because()).contains("refusing");
        }
    }

    private static ConstraintPlugin refusing(DependsOn dependsOn) {
        return new ConstraintPlugin() {
            @Override
            public PluginInfo info() {
                return new PluginInfo("refusing", "Refuses.");
            }

            @Override
            public Check prepare(RuleDefinition definition) {
                return new Check() {
                    @Override
                    public Refusal refusal(Candidate candidate, PlacementContext context) {
                        return Refusal.because("Refused.", "no", List.of());
                    }

                    @Override
                    public Set<DependsOn> dependsOn() {
                        return Set.of(dependsOn);
                    }
                };
            }
        };
    }

    @Test
    void verdict_otherCapacityProvider_isNeverOnTheseTypes() {
        Verdict verdict = verdict(
                cluster(instance("i-a").capacityProvider("od")),
                web(task(0, 1)).capacityProvider("spot").build());

        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.NEVER_ON_THESE_TYPES);
        assertThat(verdict.because()).endsWith("capacity provider spot");
    }
}
