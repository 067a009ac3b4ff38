package io.stowage.ecs.placement.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.deployment.DeploymentBounds;
import io.stowage.ecs.model.service.AvailabilityZoneRebalancing;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.DeploymentConfiguration;
import io.stowage.ecs.placement.Clusters;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The analysis beside a search that follows every order without engine, memory of alike instances or proof, on clusters of up to four
 * instances with up to four tasks; and beside the simulator. {@code -Dstowage.rollout.all=true} takes all of these clusters instead of every
 * thirteenth.
 */
class RolloutExhaustiveTest {
    private static final boolean ALL = Boolean.getBoolean("stowage.rollout.all");
    private static final int STEP = ALL ? 1 : 13;
    private static final int UNITS = 4;

    private int number;

    /** One cluster and one deployment, in units of 1024 CPU units; an instance has four, or the first one two. */
    private record Case(int[] old, boolean isFirstSmall, int oldUnits, int newUnits, DeploymentBounds bounds) {
        int units(int instance) {
            return isFirstSmall && instance == 0 ? UNITS / 2 : UNITS;
        }

        ClusterSnapshot cluster() {
            return RolloutAnalysisTest.cluster(isFirstSmall, oldUnits * 1024, old);
        }

        @Override
        public String toString() {
            return (isFirstSmall ? "the first small: " : "") + Arrays.toString(old) + " old tasks of " + oldUnits
                    + ", new ones of " + newUnits + ", " + bounds;
        }
    }

    private List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (int instances = 1; instances <= 4; instances++) {
            for (int code = 0; code < Math.pow(5, instances); code++) {
                int[] old = new int[instances];
                int rest = code;
                for (int i = 0; i < instances; i++, rest /= 5) {
                    old[i] = rest % 5;
                }
                int desired = Arrays.stream(old).sum();
                if (desired >= 1 && desired <= 4) {
                    add(old, false, desired, cases);
                    add(old, true, desired, cases);
                }
            }
        }
        return cases;
    }

    private void add(int[] old, boolean isFirstSmall, int desired, List<Case> cases) {
        for (int oldUnits = 1; oldUnits <= UNITS; oldUnits++) {
            boolean fits = Arrays.stream(old).max().orElseThrow() * oldUnits <= UNITS
                    && (!isFirstSmall || old[0] * oldUnits <= UNITS / 2);
            for (int newUnits = 1; fits && newUnits <= UNITS; newUnits++) {
                for (int lower = 0; lower <= desired; lower++) {
                    for (int upper = desired; upper <= 2 * desired; upper++) {
                        if (number++ % STEP == 0) {
                            DeploymentBounds bounds = new DeploymentBounds(
                                    desired, lower * 100 / desired, (upper * 100 + desired - 1) / desired);
                            cases.add(new Case(old, isFirstSmall, oldUnits, newUnits, bounds));
                        }
                    }
                }
            }
        }
    }

    @Test
    void analysis_ofSmallClusters_agreesWithFollowingEveryOrder() {
        List<Case> cases = cases();
        assertThat(cases).size().isEqualTo(ALL ? 27_304 : 2_101);
        Map<RolloutVerdict, Integer> seen = new HashMap<>();
        for (Case one : cases) {
            Reference reference = new Reference(one);
            RolloutVerdict expected = reference.verdict();
            RolloutAnalysis analysis = RolloutAnalysis.of(
                    one.cluster(), one.bounds(), RolloutAnalysisTest.next(Clusters.task(one.newUnits() * 1024, 4)));

            assertThat(analysis.verdict()).as("%s", one).isEqualTo(expected);
            assertThat(analysis.isExact()).isTrue();
            assertThat(analysis.peakTasks()).as("%s", one).isEqualTo(reference.peak);
            assertThat(analysis.lowestHealthy()).as("%s", one).isEqualTo(reference.lowest);
            assertThat(analysis.trace()).as("%s", one).hasSize(reference.stallAfter < 0 ? 0 : reference.stallAfter);
            seen.merge(expected, 1, Integer::sum);
        }
        assertThat(seen.keySet())
                .as("every verdict occurs: %s", seen)
                .contains(
                        RolloutVerdict.ALWAYS_FINISHES,
                        RolloutVerdict.MAY_STALL,
                        RolloutVerdict.ALWAYS_STALLS,
                        RolloutVerdict.CANNOT_START);
    }

    @Test
    void analysis_cutOffEarly_neverSaysWhatIsWrong() {
        List<Case> cases = cases();
        Map<RolloutVerdict, Integer> seen = new HashMap<>();
        for (int i = 0; i < cases.size(); i += 3) {
            Case one = cases.get(i);
            Reference reference = new Reference(one);
            RolloutVerdict truth = reference.verdict();
            RolloutAnalysis analysis = RolloutAnalysis.of(
                    one.cluster(),
                    one.bounds(),
                    RolloutAnalysisTest.next(Clusters.task(one.newUnits() * 1024, 4)),
                    1 + i % 7);
            RolloutVerdict said = analysis.verdict();

            if (said == RolloutVerdict.MAY_STALL) {
                assertThat(truth).as("%s", one).isIn(RolloutVerdict.MAY_STALL, RolloutVerdict.ALWAYS_STALLS);
            } else if (said != RolloutVerdict.NOT_DECIDED) {
                assertThat(said).as("%s", one).isEqualTo(truth);
            }
            if (analysis.isExact()) {
                assertThat(said).as("%s", one).isEqualTo(truth);
            }
            assertThat(analysis.peakTasks()).as("%s", one).isGreaterThanOrEqualTo(reference.peak);
            assertThat(analysis.lowestHealthy()).as("%s", one).isLessThanOrEqualTo(reference.lowest);
            seen.merge(said, 1, Integer::sum);
        }
        assertThat(seen)
                .as("cut off early, and proven all the same")
                .containsKeys(RolloutVerdict.NOT_DECIDED, RolloutVerdict.ALWAYS_FINISHES);
    }

    @Test
    void simulator_ofSmallClusters_doesWhatTheAnalysisSays() {
        List<Case> cases = cases();
        for (int i = 0; i < cases.size(); i += ALL ? 1 : 5) {
            Case one = cases.get(i);
            RolloutVerdict verdict = new Reference(one).verdict();
            boolean finished = simulate(one);
            if (verdict == RolloutVerdict.ALWAYS_FINISHES) {
                assertThat(finished).as("%s", one).isTrue();
            } else if (verdict != RolloutVerdict.MAY_STALL) {
                assertThat(finished).as("%s", one).isFalse();
            }
        }
    }

    private static boolean simulate(Case one) {
        ServiceSimulator simulator = ServiceSimulator.builder(one.cluster()).build();
        CreateServiceRequest request = CreateServiceRequest.builder()
                .serviceName("web")
                .desiredCount(one.bounds().desiredCount())
                .availabilityZoneRebalancing(AvailabilityZoneRebalancing.DISABLED)
                .deploymentConfiguration(DeploymentConfiguration.builder()
                        .minimumHealthyPercent(one.bounds().minimumHealthyPercent())
                        .maximumPercent(one.bounds().maximumPercent())
                        .build())
                .build();
        simulator.adopt(SimulatedService.of(request, Clusters.task(one.oldUnits() * 1024, 4)));
        simulator.deploy(SimulatedService.of(request, Clusters.task(one.newUnits() * 1024, 4)));
        simulator.run(Duration.ofHours(2));
        boolean completed = simulator.service("web").isSteady();
        boolean stalled =
                simulator.timeline().stream().anyMatch(event -> event.name().equals("DEPLOYMENT_STALLED"));
        assertThat(completed).as("%s either finishes or stalls", one).isNotEqualTo(stalled);
        return completed;
    }

    /** Every order, by plain recursion over the counts of each instance; where a state was seen it is not followed again. */
    private static final class Reference {
        private final Case one;
        private final Map<List<Integer>, Integer> depth = new HashMap<>();
        private boolean finishes;
        private boolean stalls;
        private int stallAfter = -1;
        private int peak;
        private int lowest = Integer.MAX_VALUE;

        Reference(Case one) {
            this.one = one;
            follow(one.old().clone(), new int[one.old().length], 0);
        }

        RolloutVerdict verdict() {
            if (!stalls) {
                return RolloutVerdict.ALWAYS_FINISHES;
            }
            if (stallAfter == 0) {
                return RolloutVerdict.CANNOT_START;
            }
            return finishes ? RolloutVerdict.MAY_STALL : RolloutVerdict.ALWAYS_STALLS;
        }

        private void follow(int[] old, int[] fresh, int moves) {
            List<Integer> key = new ArrayList<>();
            Arrays.stream(old).forEach(key::add);
            Arrays.stream(fresh).forEach(key::add);
            Integer known = depth.get(key);
            if (known != null && known <= moves) {
                return;
            }
            depth.put(key, moves);
            int oldTasks = Arrays.stream(old).sum();
            int newTasks = Arrays.stream(fresh).sum();
            int all = oldTasks + newTasks;
            peak = Math.max(peak, all);
            lowest = Math.min(lowest, all);
            int desired = one.bounds().desiredCount();
            boolean moved = false;
            if (newTasks < desired && all < one.bounds().maxTasks()) {
                for (int instance : fewest(old, fresh)) {
                    moved = true;
                    fresh[instance]++;
                    follow(old, fresh, moves + 1);
                    fresh[instance]--;
                }
            }
            if (all > desired || (newTasks < desired && all > one.bounds().minHealthyTasks())) {
                for (int i = 0; i < old.length; i++) {
                    if (old[i] > 0) {
                        moved = true;
                        old[i]--;
                        follow(old, fresh, moves + 1);
                        old[i]++;
                    }
                }
            }
            if (oldTasks == 0 && newTasks == desired) {
                finishes = true;
            } else if (!moved) {
                stalls = true;
                stallAfter = stallAfter < 0 ? moves : Math.min(stallAfter, moves);
            }
        }

        /** Without strategies: of the instances with room those with the fewest tasks of the service. */
        private List<Integer> fewest(int[] old, int[] fresh) {
            List<Integer> best = new ArrayList<>();
            int least = Integer.MAX_VALUE;
            for (int i = 0; i < old.length; i++) {
                int used = old[i] * one.oldUnits() + fresh[i] * one.newUnits();
                int tasks = old[i] + fresh[i];
                if (used + one.newUnits() <= one.units(i) && tasks <= least) {
                    if (tasks < least) {
                        best.clear();
                    }
                    least = tasks;
                    best.add(i);
                }
            }
            return best;
        }
    }
}
