package io.stowage.ecs.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.placement.explain.CheckKind;
import io.stowage.ecs.placement.explain.Explanation;
import io.stowage.ecs.placement.explain.FailedCheck;
import io.stowage.ecs.placement.explain.InstanceExplanation;
import io.stowage.ecs.placement.explain.Ranking;
import io.stowage.ecs.placement.explain.Verdict;
import io.stowage.ecs.placement.explain.WhyNot;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Explanations are true: what they say is held against what the engine does without them, on random pairs of a request and an instance.
 * {@code -Dstowage.placement.explanations=100000} is the long mode. A failure names its seed.
 */
class ExplanationPropertiesTest {
    private static final int PAIRS = Integer.getInteger("stowage.placement.explanations", 4_000);

    private final PlacementEngine engine = RandomQuestion.ENGINE;

    @Test
    void failures_removed_placeTheTaskAndAllButOneDoNot() {
        Set<CheckKind> seen = EnumSet.noneOf(CheckKind.class);
        int pairs = 0;
        int refused = 0;
        for (int seed = 0; pairs < PAIRS; seed++) {
            RandomQuestion question = new RandomQuestion(seed);
            Explanation explanation = engine.explain(question.cluster(), question.request(1));
            for (InstanceExplanation instance : explanation.instances()) {
                pairs++;
                refused += instance.takesTask() ? 0 : 1;
                String id = instance.containerInstance();
                String pair = "seed " + seed + ", instance " + id;
                instance.failures().forEach(failure -> seen.add(failure.kind()));
                PlacementResult alone = question.placeOn(id);
                assertThat(alone.unplaced() == 0).as(pair).isEqualTo(instance.takesTask());
                assertFirstFailureIs(alone, instance, pair);
                assertRepairsAreEnoughAndNeeded(question, instance, pair);
            }
        }
        System.out.println("explanations: " + pairs + " pairs, " + refused + " refused, kinds of checks that failed: "
                + seen.size());
        assertThat(seen).isEqualTo(EnumSet.allOf(CheckKind.class));
    }

    private static void assertFirstFailureIs(PlacementResult alone, InstanceExplanation instance, String pair) {
        if (alone.unplaced() == 0) {
            return;
        }
        if (!instance.considered()) {
            assertThat(alone.error()).as(pair).startsWith("No Container Instances");
            return;
        }
        FailedCheck first = instance.failures().get(0);
        assertThat(alone.failures())
                .as(pair)
                .containsExactly(new PlacementFailure(
                        instance.containerInstance(),
                        String.valueOf(first.reason()),
                        first.detail(),
                        first.have(),
                        first.need(),
                        first.askedBy()));
    }

    private static void assertRepairsAreEnoughAndNeeded(
            RandomQuestion question, InstanceExplanation instance, String pair) {
        String id = instance.containerInstance();
        List<FailedCheck> failures = instance.failures();
        assertThat(Repairs.without(question, id, failures).placeOn(id).unplaced())
                .as(pair + ", all repaired: " + failures)
                .isZero();
        for (FailedCheck failure : failures) {
            List<FailedCheck> others = new ArrayList<>(failures);
            others.remove(failure);
            PlacementResult still = Repairs.without(question, id, others).placeOn(id);
            assertThat(still.unplaced())
                    .as(pair + ", repaired but for " + failure)
                    .isEqualTo(1);
            if (failure.reason() == null) {
                assertThat(still.error()).as(pair).isNotNull();
            } else {
                assertThat(still.failures())
                        .as(pair)
                        .extracting(PlacementFailure::reason)
                        .containsExactly(failure.reason());
            }
        }
    }

    @Test
    void verdict_ofAnyQuestion_agreesWithTryingEmptyInstances() {
        Set<Verdict.Kind> seen = EnumSet.noneOf(Verdict.Kind.class);
        int pairs = 0;
        for (int seed = 0; pairs < PAIRS; seed++) {
            RandomQuestion question = new RandomQuestion(seed);
            Explanation explanation = engine.explain(question.cluster(), question.request(1));
            Verdict verdict = explanation.verdict();
            seen.add(verdict.kind());
            List<String> now = new ArrayList<>();
            List<String> whenEmpty = new ArrayList<>();
            for (String id : question.instances.keySet()) {
                pairs++;
                if (question.placeOn(id).unplaced() == 0) {
                    now.add(id);
                }
                if (placeOnEmpty(question, id).unplaced() == 0) {
                    whenEmpty.add(id);
                }
                assertThat(explanation
                                .instance(id)
                                .orElseThrow()
                                .failuresWhenEmpty()
                                .isEmpty())
                        .as("seed %d, instance %s", seed, id)
                        .isEqualTo(whenEmpty.contains(id));
            }
            List<String> expected = !now.isEmpty() ? now : whenEmpty;
            assertThat(verdict.containerInstances()).as("seed %d", seed).isEqualTo(expected);
            if (!now.isEmpty()) {
                assertThat(verdict.kind()).as("seed %d", seed).isEqualTo(Verdict.Kind.PLACEABLE);
            } else if (!whenEmpty.isEmpty()) {
                assertThat(verdict.kind()).as("seed %d", seed).isEqualTo(Verdict.Kind.NOT_NOW);
            } else {
                assertThat(verdict.kind()).as("seed %d", seed).isNotEqualTo(Verdict.Kind.PLACEABLE);
            }
        }
        assertThat(seen).isEqualTo(EnumSet.allOf(Verdict.Kind.class));
    }

    private static PlacementResult placeOnEmpty(RandomQuestion question, String id) {
        InstanceSnapshot instance = question.instances.get(id);
        List<TaskSnapshot> elsewhere = question.tasks.values().stream()
                .filter(task -> !task.instanceId().equals(id))
                .toList();
        return question.placeOn(
                id,
                instance.toBuilder()
                        .status("ACTIVE")
                        .agentConnected(true)
                        .remaining(instance.registered())
                        .takenPorts(instance.reservedPorts())
                        .runningTasksCount(0)
                        .build(),
                elsewhere);
    }

    @Test
    void explainAll_ofAnyRequest_saysWhatPlacingDoes() {
        int pairs = 0;
        for (int seed = 0; pairs < PAIRS; seed++) {
            RandomQuestion question = new RandomQuestion(seed);
            pairs += question.instances.size();
            String as = "seed " + seed;
            PlacementRequest request = question.request(question.count());
            PlacementSession session = engine.open(question.cluster());

            List<Explanation> all = session.explainAll(request);

            assertThat(session.snapshot())
                    .as(as)
                    .isEqualTo(engine.open(question.cluster()).snapshot());
            PlacementResult placed = session.place(request);
            assertThat(placed).as(as).isEqualTo(engine.place(question.cluster(), request));
            List<Placement> placements = placed.placements();
            assertThat(all).as(as).hasSize(placements.size() + (placed.unplaced() == 0 ? 0 : 1));
            for (int i = 0; i < all.size(); i++) {
                Explanation one = all.get(i);
                assertThat(one.index()).as(as).isEqualTo(i);
                assertThat(one.before()).as(as).isEqualTo(placements.subList(0, i));
                assertThat(one.containerInstance().orElse("nowhere"))
                        .as(as)
                        .isEqualTo(i < placements.size() ? placements.get(i).containerInstance() : "nowhere");
            }
            Explanation last = engine.open(question.cluster()).explain(request, request.count() - 1);
            assertThat(last).as(as).isEqualTo(all.get(all.size() - 1));
            if (placed.unplaced() > 0) {
                assertThat(firstFailures(last)).as(as).isEqualTo(placed.failures());
                assertThat(last.error()).as(as).isEqualTo(placed.error());
                assertThat(last.notes()).as(as).isEqualTo(placed.notes());
            }
        }
    }

    private static List<PlacementFailure> firstFailures(Explanation explanation) {
        return explanation.instances().stream()
                .filter(InstanceExplanation::considered)
                .map(instance -> {
                    FailedCheck first = instance.failures().get(0);
                    return new PlacementFailure(
                            instance.containerInstance(),
                            String.valueOf(first.reason()),
                            first.detail(),
                            first.have(),
                            first.need(),
                            first.askedBy());
                })
                .toList();
    }

    @Test
    void ranking_ofAnyPlacedTask_isThatOfTheEngine() {
        List<PlacementDecision> decisions = new ArrayList<>();
        PlacementEngine standard = PlacementEngine.standard();
        PlacementEngine aloud =
                PlacementEngine.builder().listener(decisions::add).build();
        Set<WhyNot.Answer> seen = EnumSet.noneOf(WhyNot.Answer.class);
        for (int seed = 0; seed < PAIRS / 4; seed++) {
            String as = "seed " + seed;
            RandomClusters random = new RandomClusters(seed);
            ClusterSnapshot cluster = random.cluster();
            PlacementRequest request = random.request();
            Explanation explanation = aloud.explain(cluster, request);
            assertThat(decisions).as(as).isEmpty();
            aloud.place(cluster, request);
            PlacementDecision decision = decisions.get(0);
            decisions.clear();
            Ranking ranking = explanation.ranking();
            explanation
                    .instances()
                    .forEach(instance -> seen.add(
                            explanation.whyNot(instance.containerInstance()).answer()));
            if (ranking == null) {
                assertThat(decision.containerInstance()).as(as).isNull();
                continue;
            }
            assertThat(ranking.candidates()).as(as).hasSize(decision.candidates());
            assertThat(ranking.tied()).as(as).hasSize(decision.tied()).contains(ranking.chosen());
            assertThat(ranking.steps())
                    .as(as)
                    .extracting(step -> step.strategy() + " "
                            + step.candidates().size() + " " + step.staying().size())
                    .isEqualTo(decision.steps().stream()
                            .map(step -> step.strategy() + " " + step.before() + " " + step.after())
                            .toList());
            for (String candidate : ranking.candidates()) {
                WhyNot whyNot = explanation.whyNot(candidate);
                boolean chosen = candidate.equals(ranking.chosen());
                assertThat(whyNot.answer())
                        .as(as)
                        .isEqualTo(chosen ? WhyNot.Answer.CHOSEN : WhyNot.Answer.RANKED_BEHIND);
                assertThat(whyNot.lost() == null).as(as).isEqualTo(chosen);
            }
            if (ranking.runnerUp() != null) {
                assertThat(withoutTheChosen(standard, cluster, request, ranking.chosen()))
                        .as(as)
                        .isEqualTo(ranking.runnerUp());
            } else {
                boolean byLot = request.placementStrategy().isEmpty()
                        || request.placementStrategy().stream()
                                .anyMatch(strategy -> "random"
                                        .equals(String.valueOf(strategy.type()).toLowerCase(Locale.ROOT)))
                        || request.service() == null;
                assertThat(ranking.candidates().size() == 1 || byLot).as(as).isTrue();
            }
        }
        assertThat(seen).isEqualTo(EnumSet.allOf(WhyNot.Answer.class));
    }

    /** Where the task goes if the chosen instance drains; its tasks still count. */
    private static String withoutTheChosen(
            PlacementEngine engine, ClusterSnapshot cluster, PlacementRequest request, String chosen) {
        PlacementSession session = engine.open(cluster);
        session.drain(chosen);
        return session.place(request).placements().get(0).containerInstance();
    }

    @Test
    void holders_ofAnAmount_areWhatIsMissingAsFarAsItIsListed() {
        int checked = 0;
        for (int seed = 0; seed < PAIRS / 4; seed++) {
            String as = "seed " + seed;
            RandomQuestion question = new RandomQuestion(seed);
            Explanation explanation = engine.explain(question.cluster(), question.request(1));
            for (InstanceExplanation instance : explanation.instances()) {
                Set<String> there = new TreeSet<>();
                question.tasks.values().stream()
                        .filter(task -> task.instanceId().equals(instance.containerInstance()))
                        .forEach(task -> there.add(task.id()));
                for (FailedCheck failure : instance.failures()) {
                    failure.holders().forEach(holder -> assertThat(there).as(as).contains(holder.taskId()));
                    assertThat(failure.holders())
                            .as(as)
                            .isSortedAccordingTo((a, b) -> Long.compare(b.amount(), a.amount()));
                    Long shortfall = failure.shortfall();
                    if (shortfall != null) {
                        checked++;
                        assertThat(shortfall).as(as).isPositive();
                        assertThat(failure.unit()).as(as).isNotNull();
                    }
                }
            }
        }
        assertThat(checked).isPositive();
    }
}
