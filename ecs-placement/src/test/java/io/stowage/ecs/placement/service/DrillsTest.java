package io.stowage.ecs.placement.service;

import static io.stowage.ecs.placement.Clusters.constraint;
import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.Clusters.on;
import static io.stowage.ecs.placement.Clusters.strategy;
import static io.stowage.ecs.placement.Clusters.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stowage.ecs.cql.ClusterQuery;
import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementFailure;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementRequestException;
import io.stowage.ecs.placement.PlacementSession;
import io.stowage.ecs.placement.explain.Explanation;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshotBuilder;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DrillsTest {
    private static final PlacementRequest WEB = service("web", 1024);
    private static final PlacementRequest API = service("api", 1024);

    private static PlacementRequest service(String name, int cpuUnits) {
        return PlacementRequest.builder(task(cpuUnits, 256)).service(name).build();
    }

    /** Instances of 4096 CPU units, on which the engine has placed the services in turn. */
    private static ClusterSnapshot running(
            int tasksOfEach, List<InstanceSnapshotBuilder> instances, PlacementRequest... services) {
        PlacementSession session = PlacementEngine.standard().open(ClusterSnapshot.empty());
        instances.forEach(instance -> session.register(instance.build()));
        for (PlacementRequest service : services) {
            assertThat(session.place(service.toBuilder().count(tasksOfEach).build())
                            .unplaced())
                    .isZero();
        }
        return session.snapshot();
    }

    private static List<InstanceSnapshotBuilder> threeZones() {
        return List.of(instance("i-1", "z1"), instance("i-2", "z2"), instance("i-3", "z3"));
    }

    @Test
    void zone_roomElsewhere_everyTaskReturns() {
        Drills drills = Drills.of(running(3, threeZones(), WEB, API), List.of(WEB, API));

        DrillResult result = drills.loseZone("z2");

        assertThat(result.instances()).containsExactly("i-2");
        assertThat(result.before()).isEqualTo(6);
        assertThat(result.survives()).isEqualTo(4);
        assertThat(result.returns()).isEqualTo(2);
        assertThat(result.lost()).isZero();
        assertThat(result.isPassed()).isTrue();
        assertThat(result.services()).extracting(DrilledService::group).containsExactly("service:api", "service:web");
        assertThat(on(result.service("service:web").orElseThrow().returned())).containsExactly("i-1");
        assertThat(drills.explain(result, "web")).isEmpty();
    }

    @Test
    void zone_fullCluster_losesWithTheWordsOfTheEngine() {
        ClusterSnapshot cluster = running(12, threeZones(), WEB);
        Drills drills = Drills.of(cluster, List.of(WEB));

        DrillResult result = drills.loseZone("z1");

        DrilledService web = result.service("service:web").orElseThrow();
        assertThat(web.lost()).isEqualTo(4);
        assertThat(web.reason()).isEqualTo(LossReason.NO_PLACE);
        PlacementSession byHand = PlacementEngine.standard().open(cluster);
        byHand.deregister("i-1");
        assertThat(web.placed()).isEqualTo(byHand.place(WEB.toBuilder().count(4).build()));
        assertThat(web.placed().failures()).extracting(PlacementFailure::reason).containsOnly("RESOURCE:CPU");
        assertThat(web.why()).startsWith("closest is container instance i-2: RESOURCE:CPU: ");
        assertThat(result.isPassed()).isFalse();
        assertThat(result)
                .asString()
                .isEqualTo(
                        "without i-1: 12 tasks, 8 survive, 0 return, 4 lost\n    service:web: 12 tasks, 8 survive, 0 return,"
                                + " 4 lost: " + web.why());
        Explanation explanation = drills.explain(result, "web").orElseThrow();
        assertThat(explanation).isEqualTo(byHand.explain(WEB));
        assertThat(explanation.instances()).hasSize(2);
    }

    @Test
    void services_orderGiven_decidesWhoGetsTheLastPlace() {
        PlacementRequest filler = service("filler", 3072);
        ClusterSnapshot cluster = ClusterSnapshot.ofSnapshots(
                List.of(
                        instance("i-1").build(),
                        instance("i-2")
                                .remaining(InstanceResources.of(1024, 4096))
                                .build()),
                List.of(
                        TaskSnapshot.running("w", "i-1", "service:web"),
                        TaskSnapshot.running("a", "i-1", "service:api"),
                        TaskSnapshot.running("f", "i-2", "service:filler")));

        DrillResult webFirst = Drills.of(cluster, List.of(WEB, API, filler)).loseInstance("i-1");
        DrillResult apiFirst = Drills.of(cluster, List.of(API, filler, WEB)).loseInstance("i-1");

        assertThat(webFirst.service("service:web").orElseThrow().returns()).isEqualTo(1);
        assertThat(webFirst.service("service:api").orElseThrow().lost()).isEqualTo(1);
        assertThat(apiFirst.service("service:web").orElseThrow().lost()).isEqualTo(1);
        assertThat(apiFirst.service("service:api").orElseThrow().returns()).isEqualTo(1);
        assertThat(Drills.of(cluster, List.of(WEB, API, filler))
                        .explain(webFirst, "api")
                        .orElseThrow()
                        .group())
                .isEqualTo("service:api");
    }

    @Test
    void tasks_ofNoDescribedService_areLostForTheirOwnReasons() {
        ClusterSnapshot cluster = ClusterSnapshot.ofSnapshots(
                List.of(instance("i-1").build(), instance("i-2").build()),
                List.of(
                        TaskSnapshot.running("1", "i-1", null),
                        TaskSnapshot.running("2", "i-1", "family:job"),
                        TaskSnapshot.running("3", "i-1", "service:agent"),
                        TaskSnapshot.running("4", "i-2", "service:agent"),
                        TaskSnapshot.running("5", "i-1", "service:other"),
                        TaskSnapshot.running("6", "i-1", "service:web").withCounted(false)));

        DrillResult result = Drills.of(PlacementEngine.standard(), cluster, List.of(WEB), List.of("agent"))
                .loseInstance("i-1");

        assertThat(result.services())
                .extracting(DrilledService::group)
                .containsExactly(null, "family:job", "service:agent", "service:other");
        assertThat(result.services())
                .extracting(DrilledService::reason)
                .containsExactly(
                        LossReason.STANDALONE, LossReason.STANDALONE, LossReason.DAEMON, LossReason.NOT_DESCRIBED);
        assertThat(result.services()).allSatisfy(service -> {
            assertThat(service.placed()).isNull();
            assertThat(service.why()).isNotEmpty();
        });
        assertThat(result.before()).isEqualTo(5);
        assertThat(result.survives()).isEqualTo(1);
        assertThat(result.lost()).isEqualTo(4);
        assertThat(result.isPassed()).isTrue();
    }

    @Test
    void drain_tasksThatStillRun_countInTheSpread() {
        PlacementRequest spread = WEB.toBuilder()
                .placementStrategy(List.of(strategy("spread", "attribute:ecs.availability-zone")))
                .build();
        ClusterSnapshot cluster = ClusterSnapshot.ofSnapshots(
                List.of(
                        instance("i-1", "z1").build(),
                        instance("i-2", "z1").build(),
                        instance("i-3", "z2").build()),
                List.of(
                        TaskSnapshot.running("1", "i-1", "service:web"),
                        TaskSnapshot.running("2", "i-1", "service:web"),
                        TaskSnapshot.running("3", "i-3", "service:web")));
        Drills drills = Drills.of(cluster, List.of(spread));

        assertThat(on(drills.drain(List.of("i-1")).services().get(0).returned()))
                .containsExactly("i-3", "i-2");
        assertThat(on(drills.loseInstance("i-1").services().get(0).returned())).containsExactly("i-2", "i-2");
        assertThat(drills.drain(List.of("i-1"))).asString().startsWith("draining i-1: 3 tasks, 1 survive, 2 return");
    }

    @Test
    void spot_providerOrAttribute_takesTheSameInstances() {
        List<InstanceSnapshotBuilder> instances = List.of(
                instance("i-1").capacityProvider("steady"),
                instance("i-2").capacityProvider("spot").attribute("lifecycle", "spot"),
                instance("i-3").capacityProvider("spot").attribute("lifecycle", "spot"));
        PlacementRequest pinned = WEB.toBuilder()
                .placementConstraints(List.of(constraint("memberOf", "attribute:lifecycle == spot")))
                .waitsForCapacity(true)
                .build();
        Drills drills = Drills.of(running(4, instances, pinned), List.of(pinned));

        DrillResult result = drills.loseCapacityProviders(List.of("spot", "spot"));

        assertThat(result).isEqualTo(drills.loseMatching(ClusterQuery.parse("attribute:lifecycle == spot")));
        DrilledService web = result.services().get(0);
        assertThat(web.lost()).isEqualTo(4);
        assertThat(web.reason()).isEqualTo(LossReason.WAITS_FOR_CAPACITY);
        assertThat(web.why()).contains("i-1").contains("MemberOf placement constraint unsatisfied.");
        assertThat(result.isPassed()).isFalse();
    }

    @Test
    void everything_lost_saysWhatEcsSaysOfAnEmptyCluster() {
        ClusterSnapshot cluster = running(1, threeZones(), WEB);

        DrilledService web = Drills.of(cluster, List.of(WEB))
                .loseInstances(List.of("i-3", "i-1", "i-2"))
                .services()
                .get(0);

        assertThat(web.lost()).isEqualTo(1);
        assertThat(web.why()).isEqualTo("No Container Instances were found in your cluster.");
    }

    @Test
    void eachInstance_isTheDrillOfThatInstanceAlone() {
        Drills drills = Drills.of(running(5, threeZones(), WEB, API), List.of(WEB, API));

        List<DrillResult> all = drills.loseEachInstance();

        assertThat(all)
                .extracting(DrillResult::instances)
                .containsExactly(List.of("i-1"), List.of("i-2"), List.of("i-3"));
        assertThat(all)
                .allSatisfy(result -> assertThat(result)
                        .isEqualTo(drills.loseInstance(result.instances().get(0))));
        assertThat(Drills.of(ClusterSnapshot.empty(), List.of(WEB)).loseEachInstance())
                .isEmpty();
    }

    @Test
    void listeners_ofTheEngine_hearNothing() {
        AtomicInteger heard = new AtomicInteger();
        PlacementEngine engine = PlacementEngine.builder()
                .listener(decision -> heard.incrementAndGet())
                .build();

        Drills.of(engine, running(3, threeZones(), WEB), List.of(WEB), List.of())
                .loseEachInstance();

        assertThat(heard).hasValue(0);
    }

    @Test
    void input_thatCannotBeUsed_isRefusedWithWhatWouldBe() {
        ClusterSnapshot cluster = running(3, threeZones(), WEB);
        Drills drills = Drills.of(cluster, List.of(WEB));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> drills.loseInstance("i-9"))
                .withMessage("there is no container instance i-9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> drills.drain(List.of("i-1", "i-9")))
                .withMessage("there is no container instance i-9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> drills.drain(List.of()))
                .withMessage("no container instance is named; one or more were expected");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> drills.loseZone("z4"))
                .withMessage("no container instance is of Availability Zone z4; some are of: z1, z2, z3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> drills.loseCapacityProviders(List.of("spot")))
                .withMessage("no container instance is of capacity provider spot; some are of: none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> drills.loseCapacityProviders(List.of()))
                .withMessage("no capacity provider is named; one or more were expected");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> drills.loseMatching(ClusterQuery.parse("attribute:rack exists")))
                .withMessageStartingWith("no container instance satisfies ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Drills.of(cluster, List.of(WEB, WEB)))
                .withMessage("service web is given twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Drills.of(PlacementEngine.standard(), cluster, List.of(WEB), List.of("web")))
                .withMessageStartingWith("service web is given with the daemon services and with the others");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Drills.of(
                        cluster, List.of(PlacementRequest.builder(task(1, 4)).build())))
                .withMessageStartingWith("the request of group family:app names no service");
        assertThatExceptionOfType(PlacementRequestException.class)
                .isThrownBy(() -> Drills.of(
                        cluster,
                        List.of(WEB.toBuilder()
                                .placementConstraints(List.of(constraint("memberOf", "attribute:x =")))
                                .build())));
    }
}
