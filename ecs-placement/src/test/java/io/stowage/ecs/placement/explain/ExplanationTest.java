package io.stowage.ecs.placement.explain;

import static io.stowage.ecs.placement.Clusters.cluster;
import static io.stowage.ecs.placement.Clusters.constraint;
import static io.stowage.ecs.placement.Clusters.container;
import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.Clusters.port;
import static io.stowage.ecs.placement.Clusters.strategy;
import static io.stowage.ecs.placement.Clusters.task;
import static io.stowage.ecs.placement.Clusters.web;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementRequestException;
import io.stowage.ecs.placement.PlacementSession;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.HeldResources;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.TakenPorts;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What explanations say of instances, alone and in groups, of the ranking, and of tasks behind the first. */
class ExplanationTest {
    private final PlacementEngine engine = PlacementEngine.standard();

    private static TaskSnapshot running(String id, HeldResources held) {
        return TaskSnapshot.running(id, "i-a", "service:other").withHeld(held);
    }

    @Test
    void explain_severalFailures_listsAllOfThemInTheOrderOfReasons() {
        InstanceExplanation instance = engine.explain(
                        cluster(instance("i-a")
                                .status("DRAINING")
                                .agentConnected(false)
                                .remaining(InstanceResources.of(0, 0))
                                .takenPorts(TakenPorts.of(List.of(80), List.of()))),
                        web(task(container(1, 1).portMappings(List.of(port(80)))))
                                .capacityProvider("spot")
                                .requiredAttributes(List.of("gold"))
                                .placementConstraints(List.of(
                                        constraint("memberOf", "attribute:a exists"),
                                        constraint("memberOf", "attribute:b exists")))
                                .build())
                .instances()
                .get(0);

        assertThat(instance.failures())
                .extracting(FailedCheck::kind)
                .containsExactly(
                        CheckKind.STATUS,
                        CheckKind.CAPACITY_PROVIDER,
                        CheckKind.AGENT,
                        CheckKind.ATTRIBUTE,
                        CheckKind.CPU,
                        CheckKind.MEMORY,
                        CheckKind.PORTS,
                        CheckKind.CONSTRAINT,
                        CheckKind.CONSTRAINT);
        assertThat(instance.considered()).isFalse();
        assertThat(instance.failuresWhenEmpty())
                .extracting(FailedCheck::kind)
                .containsExactly(
                        CheckKind.CAPACITY_PROVIDER, CheckKind.ATTRIBUTE, CheckKind.CONSTRAINT, CheckKind.CONSTRAINT);
    }

    @Test
    void explain_manyInstances_groupsThemByTheirReasons() {
        ClusterSnapshot cluster = cluster(
                instance("i-a").remaining(InstanceResources.of(4096, 100)),
                instance("i-b").remaining(InstanceResources.of(4096, 300)),
                instance("i-c"),
                instance("i-d").status("DRAINING"),
                instance("i-e").remaining(InstanceResources.of(4096, 200)));

        Explanation explanation = engine.explain(cluster, web(task(0, 512)).build());

        assertThat(explanation.groups())
                .extracting(ReasonGroup::text)
                .containsExactly(
                        "1 instance: can take the task",
                        "3 instances: memory (512 MiB needed, 100 to 300 left)",
                        "1 instance: status DRAINING");
        assertThat(explanation.groups().get(1).containerInstances()).containsExactly("i-a", "i-b", "i-e");
        assertThat(explanation.groups().get(1).reasons()).containsExactly("RESOURCE:MEMORY");
        assertThat(explanation.groups().get(2).reasons()).isEmpty();
        assertThat(explanation.groupsWhenEmpty())
                .extracting(ReasonGroup::text)
                .containsExactly("5 instances: can take the task");
        assertThat(explanation).hasToString("""
                        Task 1 of service:web: it goes to i-c.
                          1 instance: can take the task
                          3 instances: memory (512 MiB needed, 100 to 300 left)
                          1 instance: status DRAINING""");
    }

    @Test
    void ranking_ofSeveralStrategies_showsWhoStaysAtEachAndWhoComesNext() {
        ClusterSnapshot cluster = ClusterSnapshot.ofSnapshots(
                List.of(
                        instance("i-a", "z1").build(),
                        instance("i-b", "z2")
                                .remaining(InstanceResources.of(4096, 1024))
                                .build(),
                        instance("i-c", "z2")
                                .remaining(InstanceResources.of(4096, 2048))
                                .build(),
                        instance("i-d", "z2")
                                .remaining(InstanceResources.of(4096, 1024))
                                .build()),
                List.of(TaskSnapshot.running("t", "i-a", "service:web")));
        PlacementRequest request = web(task(0, 512))
                .placementStrategy(
                        List.of(strategy("spread", "attribute:ecs.availability-zone"), strategy("binpack", "memory")))
                .build();

        Explanation explanation = engine.explain(cluster, request);

        Ranking ranking = Objects.requireNonNull(explanation.ranking());
        assertThat(ranking.candidates()).containsExactly("i-a", "i-b", "i-c", "i-d");
        assertThat(ranking.steps())
                .extracting(RankingStep::strategy)
                .containsExactly("spread(attribute:ecs.availability-zone)", "binpack(memory)");
        assertThat(ranking.steps().get(1).candidates())
                .extracting(ranked -> ranked.containerInstance() + " " + ranked.value() + " " + ranked.stays())
                .containsExactly("i-b 1024 MiB left true", "i-d 1024 MiB left true", "i-c 2048 MiB left false");
        assertThat(ranking.steps().get(1).staying())
                .extracting(Ranked::containerInstance)
                .containsExactly("i-b", "i-d");
        assertThat(ranking.tied()).containsExactly("i-b", "i-d");
        assertThat(ranking.chosen()).isEqualTo("i-b");
        assertThat(ranking.runnerUp()).isEqualTo("i-d");
        assertThat(explanation).hasToString("""
                        Task 1 of service:web: it goes to i-b.
                          4 instances: can take the task
                          spread(attribute:ecs.availability-zone): z2 has 0 tasks (4 -> 3)
                          binpack(memory): 1024 MiB left (3 -> 2)
                          smallest id of 2""");
        assertThat(explanation.whyNot("i-b")).hasToString("i-b: the task goes there");
        assertThat(explanation.whyNot("i-a"))
                .hasToString(
                        "i-a: it loses to i-b by spread(attribute:ecs.availability-zone): z1 has 1 task, against z2"
                                + " has 0 tasks");
        assertThat(explanation.whyNot("i-c").lost())
                .isEqualTo(new WhyNot.Loss("binpack(memory)", "2048 MiB left", "i-b", "1024 MiB left"));
        assertThat(explanation.whyNot("i-d").lost()).isEqualTo(new WhyNot.Loss("smallest id", "i-d", "i-b", "i-b"));
    }

    @Test
    void ranking_byLot_hasNoRunnerUpButWithTwo() {
        PlacementRequest request = PlacementRequest.builder(task(0, 1)).seed(3).build();

        Ranking three = Objects.requireNonNull(
                engine.explain(cluster(instance("i-a"), instance("i-b"), instance("i-c")), request)
                        .ranking());
        Ranking two = Objects.requireNonNull(engine.explain(cluster(instance("i-a"), instance("i-b")), request)
                .ranking());

        assertThat(three.runnerUp()).isNull();
        assertThat(three.steps().get(0).candidates())
                .extracting(Ranked::value)
                .containsExactly("drawn by lot", "not drawn", "not drawn");
        assertThat(List.of(two.chosen(), String.valueOf(two.runnerUp()))).containsExactlyInAnyOrder("i-a", "i-b");
    }

    @Test
    void whyNot_refusedInstance_listsAllItsFailures() {
        ClusterSnapshot cluster =
                cluster(instance("i-a"), instance("i-b").agentConnected(false).remaining(InstanceResources.of(0, 0)));

        WhyNot whyNot = engine.whyNot(cluster, web(task(1, 1)).build(), "i-b");

        assertThat(whyNot.answer()).isEqualTo(WhyNot.Answer.REFUSED);
        assertThat(whyNot.lost()).isNull();
        assertThat(whyNot).hasToString("""
                        i-b: the container agent is not connected
                          needs 1 CPU units, has 0 left
                          needs 1 MiB of memory, has 0 left""");
    }

    @Test
    void explain_laterTask_seesThoseBeforeIt() {
        PlacementSession session = engine.open(cluster(instance("i-a"), instance("i-b")));
        PlacementRequest request = web(task(container(0, 1).portMappings(List.of(port(80)))))
                .count(3)
                .taskIds(List.of("one", "two", "three"))
                .build();

        Explanation second = session.explain(request, 1);
        Explanation third = session.explain(request, 2);

        assertThat(second.containerInstance()).contains("i-b");
        assertThat(second.before()).hasSize(1);
        assertThat(second.instance("i-a")
                        .orElseThrow()
                        .failures()
                        .get(0)
                        .parts()
                        .get(0)
                        .heldBy())
                .containsExactly("one");
        assertThat(third.containerInstance()).isEmpty();
        assertThat(third.index()).isEqualTo(2);
        assertThat(session.explainAll(request)).hasSize(3).contains(second, third);
        assertThat(session.snapshot().tasks()).isEmpty();
    }

    @Test
    void explain_taskBehindTheFirstThatIsRefused_isThatOne() {
        PlacementRequest request = web(task(0, 3000)).count(5).build();

        Explanation last = engine.open(cluster(instance("i-a"))).explain(request, 4);

        assertThat(last.index()).isEqualTo(1);
        assertThat(last.before()).hasSize(1);
        assertThat(last.verdict().kind()).isEqualTo(Verdict.Kind.NOT_NOW);
    }

    @Test
    void explain_nobodyToAsk_saysWhatEcsSays() {
        PlacementRequest request = web(task(0, 1)).build();

        assertThat(engine.explain(ClusterSnapshot.empty(), request).error())
                .isEqualTo("No Container Instances were found in your cluster.");
        assertThat(engine.explain(cluster(instance("i-a").status("DRAINING")), request)
                        .error())
                .isEqualTo("No Container Instances were found in your cluster.");
        assertThat(engine.explain(cluster(instance("i-a")), request).error()).isNull();
    }

    @Test
    void explain_unusableRequestOrQuestion_isRefusedWithItsPlace() {
        PlacementSession session = engine.open(cluster(instance("i-a")));
        PlacementRequest two = web(task(0, 1)).count(2).build();

        assertThatThrownBy(() -> session.explain(web(task(0, 1))
                        .placementStrategy(List.of(strategy("best", null)))
                        .build()))
                .isInstanceOf(PlacementRequestException.class)
                .hasMessageContaining("/placementStrategy/0/type");
        assertThatThrownBy(() -> session.explain(two, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("index is 2; 0 to 1 was expected");
        assertThatThrownBy(() -> session.explain(two, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> session.whyNot(two, "i-z"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no container instance i-z");
        assertThat(session.whyNot(two, "i-a").answer()).isEqualTo(WhyNot.Answer.CHOSEN);
    }

    @Test
    void explain_hugeCount_looksAtTheTaskThatIsAskedForAlone() {
        Explanation explanation = engine.explain(
                cluster(instance("i-a")),
                web(task(0, 1)).count(Integer.MAX_VALUE).build());

        assertThat(explanation.containerInstance()).contains("i-a");
    }
}
