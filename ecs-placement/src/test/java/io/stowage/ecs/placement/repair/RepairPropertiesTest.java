package io.stowage.ecs.placement.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The search beside one that tries everything. {@code -Dstowage.placement.clusters=10000} is the long mode. A failure names its seed.
 */
class RepairPropertiesTest {
    private static final int CLUSTERS = Integer.getInteger("stowage.placement.clusters", 600);

    private final PlacementEngine engine = PlacementEngine.standard();

    private static Set<ChangeKind> someKinds(TinyClusters random) {
        Set<ChangeKind> kinds = EnumSet.allOf(ChangeKind.class);
        kinds.removeIf(kind -> random.random().nextInt(kind == ChangeKind.ADD_INSTANCE ? 2 : 4) == 0);
        return kinds;
    }

    @Test
    void find_tinyClusters_agreesWithBruteForce() {
        int singles = 0;
        int pairs = 0;
        for (int seed = 0; seed < CLUSTERS; seed++) {
            TinyClusters random = new TinyClusters(seed);
            ClusterSnapshot cluster = random.cluster();
            PlacementRequest request = random.request();
            Set<ChangeKind> kinds = someKinds(random);
            Repairs repairs = RepairSearch.builder(engine)
                    .goal(random.random().nextBoolean() ? Goal.ALL_TASKS : Goal.NEXT_TASK)
                    .kinds(kinds)
                    .answersPerKind(Integer.MAX_VALUE)
                    .mostTrials(Integer.MAX_VALUE)
                    .build()
                    .find(cluster, request);
            if (repairs.result().unplaced() == 0) {
                assertThat(repairs.repairs()).as("seed %d", seed).isEmpty();
                continue;
            }
            BruteForce bruteForce = new BruteForce(cluster, request, kinds, repairs.wanted());
            List<String> keys = repairs.repairs().stream()
                    .map(repair -> key(repair, request))
                    .toList();

            assertThat(keys).as("seed %d", seed).doesNotHaveDuplicates();
            assertThat(new TreeSet<>(keys)).as("seed %d", seed).isEqualTo(bruteForce.answers());
            assertThat(repairs.stoppedEarly()).isFalse();
            assertProven(repairs, seed);
            assertLess(repairs, bruteForce, seed);
            boolean single =
                    !keys.isEmpty() && repairs.repairs().get(0).changes().size() == 1;
            singles += single ? 1 : 0;
            pairs += keys.isEmpty() || single ? 0 : 1;
        }
        assertThat(singles).as("clusters with single changes").isGreaterThan(CLUSTERS / 10);
        assertThat(pairs).as("clusters with pairs").isGreaterThan(CLUSTERS / 50);
    }

    /** Placing again gives what was promised, and ranks ascend. */
    private void assertProven(Repairs repairs, int seed) {
        for (Repair repair : repairs.repairs()) {
            assertThat(engine.place(repair.cluster(), repair.request()))
                    .as("seed %d: %s", seed, repair.describe())
                    .isEqualTo(repair.result());
            assertThat(repair.result().placements().size())
                    .as("seed %d: %s", seed, repair.describe())
                    .isGreaterThanOrEqualTo(repairs.wanted());
        }
        assertThat(repairs.repairs())
                .as("seed %d", seed)
                .isSortedAccordingTo(Comparator.<Repair, ChangeKind>comparing(repair -> kind(repair, true))
                        .thenComparing(repair -> kind(repair, false)));
    }

    private static ChangeKind kind(Repair repair, boolean higher) {
        return repair.changes().get(higher ? repair.changes().size() - 1 : 0).kind();
    }

    /** One unit less of a lowered amount is not enough. */
    private static void assertLess(Repairs repairs, BruteForce bruteForce, int seed) {
        for (Repair repair : repairs.repairs()) {
            for (Change change : repair.changes()) {
                Change less = change instanceof Change.LowerCpu cpu
                        ? new Change.LowerCpu(cpu.fromUnits(), cpu.toUnits() + 1)
                        : change instanceof Change.LowerMemory memory
                                ? new Change.LowerMemory(memory.fromMib(), memory.toMib() + 1)
                                : null;
                if (less != null) {
                    List<BruteForce.Attempt> others = new ArrayList<>();
                    for (Change other : repair.changes()) {
                        Change applied = other == change ? less : other;
                        others.add(new BruteForce.Attempt(
                                applied.kind(), "", applied::applyTo, session -> applied.applyTo(session)));
                    }
                    assertThat(bruteForce.places(request -> request, others))
                            .as("seed %d: one unit less than %s", seed, repair.describe())
                            .isFalse();
                }
            }
        }
    }

    private static String key(Repair repair, PlacementRequest request) {
        List<String> keys =
                repair.changes().stream().map(change -> key(change, request)).collect(Collectors.toList());
        return keys.size() == 1 ? keys.get(0) : BruteForce.pair(keys.get(0), keys.get(1));
    }

    private static String key(Change change, PlacementRequest request) {
        if (change instanceof Change.DynamicPort port) {
            return "port " + port.pointer().substring(port.pointer().lastIndexOf('/') + 1);
        } else if (change instanceof Change.LowerCpu lower) {
            return "cpu " + lower.toUnits();
        } else if (change instanceof Change.LowerMemory lower) {
            return "memory " + lower.toMib();
        } else if (change instanceof Change.AddSubnetZone zone) {
            return "zone " + zone.zone();
        } else if (change instanceof Change.AddAttribute attribute) {
            return "attribute " + attribute.name() + " of " + attribute.containerInstance();
        } else if (change instanceof Change.ConnectAgent connect) {
            return "connect " + connect.containerInstance();
        } else if (change instanceof Change.ActivateInstance activate) {
            return "activate " + activate.containerInstance();
        } else if (change instanceof Change.DropConstraint drop) {
            return drop.pointer().startsWith("/taskDefinition") ? "drop of definition" : "drop " + drop.type();
        } else if (change instanceof Change.StopTask stop) {
            return "stop " + stop.task().id();
        }
        return BruteForce.added(((Change.AddInstance) change).instance());
    }
}
