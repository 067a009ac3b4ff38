package io.stowage.ecs.placement.internal.engine;

import static io.stowage.ecs.placement.Clusters.cluster;
import static io.stowage.ecs.placement.Clusters.constraint;
import static io.stowage.ecs.placement.Clusters.container;
import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.Clusters.port;
import static io.stowage.ecs.placement.Clusters.strategy;
import static io.stowage.ecs.placement.Clusters.task;
import static io.stowage.ecs.placement.Clusters.web;
import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.plugin.TieBreaker;
import io.stowage.ecs.placement.snapshot.HeldResources;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the index is asked for at once, and that it hears of every change before it is asked. */
class IndexedCoreTest {
    private static final PlacementRequest.Builder PACKED =
            web(task(256, 1024)).placementStrategy(List.of(strategy("binpack", "memory")));

    private final EngineConfig config = Configs.ofEcs();

    private static IndexedCore core() {
        return new IndexedCore(cluster(instance("i-a"), instance("i-b")), List.of());
    }

    private static int together(EngineConfig config, IndexedCore core, PlacementRequest request, int most) {
        Plan plan = PlanMaker.run(config, request);
        int chosen = core.choose(plan, new Turns(config, core, plan.task(), 0).turn(0));
        return core.together(plan, chosen, most);
    }

    private int together(PlacementRequest.Builder request, int most) {
        return together(config, core(), request.build(), most);
    }

    @Test
    void together_packed_isAsManyAsFit() {
        assertThat(together(PACKED, 100)).isEqualTo(4);
        assertThat(together(PACKED, 3)).isEqualTo(3);
    }

    @Test
    void together_whereAnotherInstanceMayBeNext_isOne() {
        assertThat(List.of(
                        web(task(256, 1024)),
                        web(task(256, 1024)).placementStrategy(List.of(strategy("spread", "instanceId"))),
                        web(task(256, 1024)).placementStrategy(List.of(strategy("random", null))),
                        PACKED.build().toBuilder().placementConstraints(List.of(constraint("distinctInstance", null))),
                        PACKED.build().toBuilder()
                                .placementConstraints(List.of(constraint("memberOf", "runningTasksCount < 2"))),
                        PACKED.build().toBuilder()
                                .taskDefinition(task(container(1, 1).portMappings(List.of(port(80)))))))
                .allSatisfy(request -> assertThat(together(request, 100)).isEqualTo(1));
    }

    @Test
    void together_tieBreakerOfTheCallers_isOne() {
        TieBreaker last = (tied, context) -> tied.get(tied.size() - 1);

        assertThat(together(Configs.with(last), core(), PACKED.build(), 100)).isEqualTo(1);
    }

    @Test
    void together_instanceThatTheIndexCannotExpress_isOne() {
        IndexedCore core = core();
        core.register(InstanceSnapshot.builder("i-c", InstanceResources.of(1L << 40, 1L << 40))
                .build());

        assertThat(together(config, core, PACKED.build(), 100)).isEqualTo(1);
    }

    @Test
    void choose_afterManyChanges_knowsThemAll() {
        IndexedCore core = core();
        Plan plan = PlanMaker.run(config, PACKED.build());
        Turn turn = new Turns(config, core, plan.task(), 0).turn(0);
        int first = core.instance("i-a");
        int second = core.instance("i-b");

        assertThat(core.choose(plan, turn)).isEqualTo(first);
        int big = core.add(first, holding("big", "i-a", 4000));
        int small = core.add(second, holding("small", "i-b", 1000));
        assertThat(core.choose(plan, turn)).isEqualTo(second);
        core.remove(big);
        core.remove(small);
        core.add(first, holding("some", "i-a", 500));
        assertThat(core.choose(plan, turn)).isEqualTo(first);
        core.add(first, holding("rest", "i-a", 3000));
        core.deregister(second);
        assertThat(core.choose(plan, turn)).isEqualTo(EngineCore.NONE);
    }

    /** Its handle may be that of the one that has gone. */
    @Test
    void choose_instanceThatHasGoneAfterAChange_isNotMistakenForTheNext() {
        IndexedCore core = core();
        Plan plan = PlanMaker.run(config, PACKED.build());
        Turn turn = new Turns(config, core, plan.task(), 0).turn(0);
        core.add(core.instance("i-a"), holding("big", "i-a", 4000));
        core.deregister(core.instance("i-a"));
        int next = core.register(instance("i-0").build());

        assertThat(core.choose(plan, turn)).isEqualTo(next);
        core.add(next, holding("big", "i-0", 4000));
        assertThat(core.choose(plan, turn)).isEqualTo(core.instance("i-b"));
    }

    @Test
    void fork_afterAChange_knowsIt() {
        IndexedCore core = core();
        core.add(core.instance("i-a"), holding("big", "i-a", 4000));
        EngineCore fork = core.fork();
        Plan plan = PlanMaker.run(config, PACKED.build());

        for (EngineCore either : List.of(core, fork)) {
            assertThat(either.choose(plan, new Turns(config, either, plan.task(), 0).turn(0)))
                    .isEqualTo(either.instance("i-b"));
        }
    }

    private static TaskSnapshot holding(String id, String instance, int memoryMib) {
        return TaskSnapshot.running(id, instance, "service:web").withHeld(HeldResources.of(0, memoryMib));
    }
}
