package io.stowage.ecs.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.placement.PlacementConstraintType;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What must hold on any cluster. Each property is tried on many small clusters, with requests of about five tasks; {@code
 * -Dstowage.placement.operations=1000000} is the long mode, of about a million tasks for each property. A failure names its seed.
 */
class PlacementPropertiesTest {
    private static final int CLUSTERS = Math.max(4_000, Integer.getInteger("stowage.placement.operations", 0) / 5);

    private final PlacementEngine engine = PlacementEngine.standard();

    @Test
    void place_anything_neverOvercommits() {
        for (int seed = 0; seed < CLUSTERS; seed++) {
            RandomClusters random = new RandomClusters(seed);
            ClusterSnapshot before = random.cluster();
            PlacementSession session = engine.open(before);
            session.place(random.request());

            for (InstanceSnapshot instance : session.snapshot().instances()) {
                assertThat(instance.remaining().cpuUnits())
                        .as("cpu, seed %d", seed)
                        .isNotNegative();
                assertThat(instance.remaining().memoryMib())
                        .as("memory, seed %d", seed)
                        .isNotNegative();
                assertThat(instance.remaining().networkInterfaces())
                        .as("interfaces, seed %d", seed)
                        .isNotNegative();
                int ports = instance.takenPorts().tcp().size()
                        + instance.takenPorts().udp().size();
                assertThat(ports).as("ports, seed %d", seed).isLessThanOrEqualTo(100);
            }
        }
    }

    @Test
    void place_anything_accountsForEveryTask() {
        for (int seed = 0; seed < CLUSTERS; seed++) {
            RandomClusters random = new RandomClusters(seed);
            ClusterSnapshot before = random.cluster();
            PlacementRequest request = random.request();
            List<PlacementDecision> decisions = new ArrayList<>();
            PlacementSession session =
                    PlacementEngine.builder().listener(decisions::add).build().open(before);
            PlacementResult result = session.place(request);
            PlacementDecision last = decisions.get(decisions.size() - 1);

            assertThat(result.placements().size() + result.unplaced())
                    .as("seed %d", seed)
                    .isEqualTo(request.count());
            assertThat(result.failures().isEmpty())
                    .as("failures exactly if unplaced, seed %d", seed)
                    .isEqualTo(result.unplaced() == 0 || result.error() != null);
            assertThat(session.snapshot().tasks())
                    .as("tasks afterwards, seed %d", seed)
                    .hasSize(before.tasks().size() + result.placements().size());
            Set<String> refusing = last.refusals().stream()
                    .map(PlacementFailure::containerInstance)
                    .collect(Collectors.toSet());
            Set<String> unconsidered = last.unconsidered().stream()
                    .map(UnconsideredInstance::containerInstance)
                    .collect(Collectors.toSet());
            assertThat(Collections.disjoint(refusing, unconsidered))
                    .as("seed %d", seed)
                    .isTrue();
            if (result.unplaced() > 0) {
                assertThat(refusing.size() + unconsidered.size())
                        .as("every instance is accounted for, seed %d", seed)
                        .isEqualTo(before.instances().size());
            }
        }
    }

    @Test
    void place_runningTasksCount_growsByThePlacedTasks() {
        for (int seed = 0; seed < CLUSTERS; seed++) {
            RandomClusters random = new RandomClusters(seed);
            ClusterSnapshot before = random.cluster();
            PlacementSession session = engine.open(before);
            PlacementResult result = session.place(random.request());
            Map<String, Long> placed = result.placements().stream()
                    .collect(Collectors.groupingBy(Placement::containerInstance, Collectors.counting()));
            Map<String, InstanceSnapshot> after = byId(session.snapshot());

            for (InstanceSnapshot instance : before.instances()) {
                long listed = before.tasks().stream()
                        .filter(TaskSnapshot::counted)
                        .filter(task -> task.instanceId().equals(instance.id()))
                        .count();
                assertThat(after.get(instance.id()).runningTasksCount())
                        .as("seed %d", seed)
                        .isEqualTo((int) (Math.max(listed, instance.runningTasksCount())
                                + placed.getOrDefault(instance.id(), 0L)));
            }
        }
    }

    @Test
    void place_inAnyOrderOfInput_givesTheSame() {
        for (int seed = 0; seed < CLUSTERS; seed++) {
            RandomClusters random = new RandomClusters(seed);
            ClusterSnapshot before = random.cluster();
            PlacementRequest request = random.request();
            List<InstanceSnapshot> instances = new ArrayList<>(before.instances());
            List<TaskSnapshot> tasks = new ArrayList<>(before.tasks());
            Collections.shuffle(instances, new Random(seed));
            Collections.shuffle(tasks, new Random(seed));

            PlacementResult shuffled = engine.place(ClusterSnapshot.ofSnapshots(instances, tasks), request);
            PlacementResult straight = engine.place(before, request);

            assertThat(shuffled.placements()).as("seed %d", seed).isEqualTo(straight.placements());
            assertThat(shuffled.failures()).as("seed %d", seed).isEqualTo(straight.failures());
        }
    }

    @Test
    void place_oneByOne_givesTheSameAsTogether() {
        for (int seed = 0; seed < CLUSTERS; seed++) {
            RandomClusters random = new RandomClusters(seed);
            ClusterSnapshot cluster = random.cluster();
            PlacementRequest request = random.request();
            if (request.placementStrategy().stream()
                            .anyMatch(strategy -> "random".equals(String.valueOf(strategy.type())))
                    || (request.placementStrategy().isEmpty() && request.service() == null)) {
                continue; // every request draws anew from its seed
            }
            List<Placement> together = engine.place(cluster, request).placements();
            List<Placement> single = new ArrayList<>();
            PlacementRequest one = PlacementRequest.builder(request.taskDefinition())
                    .service(request.service())
                    .group(request.group().equals("blue") ? "blue" : null)
                    .capacityProvider(request.capacityProvider())
                    .placementStrategy(request.placementStrategy())
                    .placementConstraints(request.placementConstraints())
                    .build();
            for (int i = 0; i < together.size(); i++) {
                PlacementSession session = engine.open(cluster);
                single.addAll(session.place(one).placements());
                cluster = session.snapshot();
            }
            assertThat(single).as("seed %d", seed).isEqualTo(together);
        }
    }

    @Test
    void place_withAnInstanceThatCannotTakeIt_changesNothing() {
        for (int seed = 0; seed < CLUSTERS; seed++) {
            RandomClusters random = new RandomClusters(seed);
            ClusterSnapshot before = random.cluster();
            PlacementRequest request = random.request();
            InstanceSnapshot useless = random.instance("i-00").toBuilder()
                    .status("ACTIVE")
                    .agentConnected(false)
                    .build();
            List<InstanceSnapshot> more = new ArrayList<>(before.instances());
            more.add(useless);

            PlacementResult with = engine.place(ClusterSnapshot.ofSnapshots(more, before.tasks()), request);

            assertThat(with.placements())
                    .as("seed %d", seed)
                    .isEqualTo(engine.place(before, request).placements());
        }
    }

    @Test
    void place_distinctInstance_neverPutsTwoOnOne() {
        for (int seed = 0; seed < CLUSTERS; seed++) {
            RandomClusters random = new RandomClusters(seed);
            ClusterSnapshot before = random.cluster();
            PlacementRequest request = random.request(
                    random.taskDefinition(),
                    List.of(RandomClusters.strategy("binpack", "memory")),
                    List.of(PlacementConstraint.builder()
                            .type(PlacementConstraintType.DISTINCT_INSTANCE)
                            .build()));
            Set<String> occupied = before.tasks().stream()
                    .filter(task -> task.counted() && request.group().equals(task.group()))
                    .map(TaskSnapshot::instanceId)
                    .collect(Collectors.toCollection(HashSet::new));

            for (Placement placement : engine.place(before, request).placements()) {
                assertThat(occupied.add(placement.containerInstance()))
                        .as("seed %d", seed)
                        .isTrue();
            }
        }
    }

    @Test
    void place_spreadOverInstances_takesOneOfTheEmptiest() {
        for (int seed = 0; seed < CLUSTERS; seed++) {
            RandomClusters random = new RandomClusters(seed);
            ClusterSnapshot cluster = random.cluster();
            PlacementRequest request = random.request(
                    random.taskDefinition(), List.of(RandomClusters.strategy("spread", "instanceId")), List.of());
            List<PlacementDecision> decisions = new ArrayList<>();
            PlacementSession session =
                    PlacementEngine.builder().listener(decisions::add).build().open(cluster);
            PlacementResult result = session.place(request);
            PlacementDecision last = decisions.get(decisions.size() - 1);
            if (result.placements().isEmpty()) {
                continue;
            }
            // An instance that refuses in the end may have been full from the start; the others had room all along.
            Set<String> refusing = last.refusals().stream()
                    .map(PlacementFailure::containerInstance)
                    .collect(Collectors.toSet());
            last.unconsidered().forEach(instance -> refusing.add(instance.containerInstance()));
            Map<String, Long> counts = session.snapshot().tasks().stream()
                    .filter(task -> task.counted() && request.group().equals(task.group()))
                    .collect(Collectors.groupingBy(TaskSnapshot::instanceId, Collectors.counting()));
            long fewest = cluster.instances().stream()
                    .map(InstanceSnapshot::id)
                    .filter(id -> !refusing.contains(id))
                    .mapToLong(id -> counts.getOrDefault(id, 0L))
                    .min()
                    .orElse(Long.MAX_VALUE);
            for (Placement placement : result.placements()) {
                assertThat(counts.get(placement.containerInstance()))
                        .as("no more than one above the emptiest, seed %d", seed)
                        .isLessThanOrEqualTo(fewest == Long.MAX_VALUE ? fewest : fewest + 1);
            }
        }
    }

    @Test
    void place_sameSeed_givesTheSame() {
        for (int seed = 0; seed < CLUSTERS; seed++) {
            RandomClusters random = new RandomClusters(seed);
            ClusterSnapshot cluster = random.cluster();
            PlacementRequest request = random.request();

            assertThat(engine.place(cluster, request)).as("seed %d", seed).isEqualTo(engine.place(cluster, request));
        }
    }

    @Test
    void place_ofAProviderThatScales_neverFails() {
        for (int seed = 0; seed < CLUSTERS; seed++) {
            RandomClusters random = new RandomClusters(seed);
            ClusterSnapshot cluster = random.cluster();
            PlacementRequest request = PlacementRequest.builder(random.taskDefinition())
                    .service("web")
                    .count(5)
                    .capacityProvider("spot")
                    .waitsForCapacity(true)
                    .build();
            PlacementResult result = engine.place(cluster, request);

            assertThat(result.failures()).as("seed %d", seed).isEmpty();
            assertThat(result.waiting()).as("seed %d", seed).isEqualTo(result.unplaced());
            assertThat(result.placements().size() + result.waiting())
                    .as("seed %d", seed)
                    .isEqualTo(5);
        }
    }

    private static Map<String, InstanceSnapshot> byId(ClusterSnapshot cluster) {
        return cluster.instances().stream().collect(Collectors.toMap(InstanceSnapshot::id, Function.identity()));
    }
}
