package io.stowage.ecs.placement.internal.rollout;

import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.taskdef.TaskDefinitionPlacementConstraint;
import io.stowage.ecs.placement.Placement;
import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementFailure;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementResult;
import io.stowage.ecs.placement.PlacementSession;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.HeldResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Room on a real cluster: the engine says where the next task may go, by lot or by a tie in each of the possible ways. */
public final class ClusterRoom implements Room {
    private final List<InstanceSnapshot> instances;
    private final List<List<TaskSnapshot>> kinds = new ArrayList<>();
    private final int[] kindInstance;
    private final PlacementRequest one;
    private final PlacementSession base;
    private final List<List<Integer>> alike;
    private final int[] firstKind;
    private int pick;
    private int options;

    /** The room of a cluster for the next revision of a service. */
    public ClusterRoom(ClusterSnapshot cluster, PlacementRequest next) {
        if (next.service() == null) {
            throw new IllegalArgumentException(
                    "the request names no service; whose tasks are the old ones is not known");
        }
        this.one = next.toBuilder()
                .count(1)
                .taskIds(List.of())
                .waitsForCapacity(false)
                .apiLimits(false)
                .build();
        this.instances = cluster.instances();
        this.base = PlacementEngine.builder()
                .random(seed -> bound -> chosen(bound))
                .tieBreaker((tied, context) -> tied.get(chosen(tied.size())))
                .build()
                .open(cluster);
        List<Integer> places = new ArrayList<>();
        this.firstKind = new int[instances.size() + 1];
        for (int i = 0; i < instances.size(); i++) {
            firstKind[i] = kinds.size();
            for (List<TaskSnapshot> kind : kindsOn(cluster, instances.get(i).id(), one.group())) {
                kinds.add(kind);
                places.add(i);
            }
        }
        firstKind[instances.size()] = kinds.size();
        this.kindInstance = places.stream().mapToInt(Integer::intValue).toArray();
        this.alike = alike(cluster);
        base.fork().place(next.toBuilder().count(1).taskIds(List.of()).build());
    }

    private int chosen(int bound) {
        options = Math.max(options, bound);
        return pick % bound;
    }

    /** Old tasks on an instance that hold the same and are protected alike. */
    private static List<List<TaskSnapshot>> kindsOn(ClusterSnapshot cluster, String instance, String group) {
        Map<String, List<TaskSnapshot>> kinds = new TreeMap<>();
        for (TaskSnapshot task : cluster.tasks()) {
            if (task.instanceId().equals(instance) && task.counted() && group.equals(task.group())) {
                kinds.computeIfAbsent(look(task), key -> new ArrayList<>()).add(task);
            }
        }
        return List.copyOf(kinds.values());
    }

    /** What of a task matters: ids of devices do not, their number does. */
    private static String look(TaskSnapshot task) {
        HeldResources held = task.held();
        return held.cpuUnits() + " " + held.memoryMib() + " " + held.ports() + " "
                + held.gpuIds().size() + " " + held.neuronDeviceIds().size() + " " + held.networkInterfaces() + " "
                + held.others() + " " + task.scaleInProtected() + " " + task.capacityProvider();
    }

    /** Groups of instances that differ in nothing that placement looks at. */
    private List<List<Integer>> alike(ClusterSnapshot cluster) {
        boolean isAsked = constraints().findAny().isPresent();
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < instances.size(); i++) {
            InstanceSnapshot instance = instances.get(i);
            List<String> tasks = new ArrayList<>();
            for (TaskSnapshot task : cluster.tasks()) {
                if (task.instanceId().equals(instance.id())) {
                    tasks.add(task.group() + " " + task.counted() + " " + look(task));
                }
            }
            tasks.sort(Comparator.naturalOrder());
            // A query may ask for anything, the machine's id included.
            InstanceSnapshot bare = isAsked
                    ? instance
                    : instance.toBuilder()
                            .ec2InstanceId(null)
                            .registeredAt(null)
                            .agentVersion(null)
                            .build();
            String key = bare.toBuilder().id("any").build() + " " + tasks;
            groups.computeIfAbsent(key, any -> new ArrayList<>()).add(i);
        }
        return groups.values().stream().filter(group -> group.size() > 1).toList();
    }

    private Stream<String> constraints() {
        return Stream.concat(
                        one.placementConstraints().stream().map(PlacementConstraint::expression),
                        one.taskDefinition().placementConstraints().stream()
                                .map(TaskDefinitionPlacementConstraint::expression))
                .filter(expression -> expression != null)
                .map(String::valueOf);
    }

    @Override
    public int[] oldTasks() {
        return kinds.stream().mapToInt(List::size).toArray();
    }

    @Override
    public boolean isProtected(int kind) {
        return kinds.get(kind).get(0).scaleInProtected();
    }

    @Override
    public int instances() {
        return instances.size();
    }

    @Override
    public String instance(int index) {
        return instances.get(index).id();
    }

    @Override
    public int instanceOf(int kind) {
        return kindInstance[kind];
    }

    /** The cluster in a state: without the old tasks that have gone, with the new ones that have come. */
    private PlacementSession at(int[] state) {
        PlacementSession session = base.fork();
        for (int kind = 0; kind < kinds.size(); kind++) {
            List<TaskSnapshot> tasks = kinds.get(kind);
            for (int i = state[kind]; i < tasks.size(); i++) {
                session.stop(tasks.get(i).id());
            }
        }
        PlacementRequest byName = one.toBuilder()
                .placementConstraints(List.of())
                .placementStrategy(List.of())
                .capacityProviderStrategy(List.of())
                .build();
        for (int i = 0; i < instances.size(); i++) {
            for (int task = 0; task < state[kinds.size() + i]; task++) {
                PlacementRequest here = byName.toBuilder()
                        .capacityProvider(
                                one.capacityProviderStrategy().isEmpty()
                                        ? one.capacityProvider()
                                        : instances.get(i).capacityProvider())
                        .build();
                session.start(here, List.of(instance(i)));
            }
        }
        return session;
    }

    @Override
    public List<Integer> choices(int[] state) {
        PlacementSession session = at(state);
        Set<Integer> found = new LinkedHashSet<>();
        options = 1;
        for (pick = 0; pick < options; pick++) {
            for (Placement placement : session.fork().place(one).placements()) {
                found.add(index(placement.containerInstance()));
            }
        }
        pick = 0;
        return List.copyOf(found);
    }

    private int index(String id) {
        for (int i = 0; i < instances.size(); i++) {
            if (instances.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new IllegalStateException("there is no instance " + id);
    }

    @Override
    public boolean isPortTaken(int[] state) {
        PlacementResult result = at(state).place(one);
        List<PlacementFailure> resources = result.failures().stream()
                .filter(failure -> failure.reason().startsWith("RESOURCE:"))
                .toList();
        return !resources.isEmpty()
                && resources.stream().allMatch(failure -> failure.reason().startsWith("RESOURCE:PORTS"));
    }

    @Override
    public int[] canonical(int[] state) {
        if (alike.isEmpty()) {
            return state;
        }
        int[] canonical = state.clone();
        for (List<Integer> group : alike) {
            List<int[]> rows = new ArrayList<>();
            for (int instance : group) {
                rows.add(row(state, instance));
            }
            rows.sort(Arrays::compare);
            for (int i = 0; i < group.size(); i++) {
                int instance = group.get(i);
                int[] row = rows.get(i);
                System.arraycopy(row, 0, canonical, firstKind[instance], row.length - 1);
                canonical[kinds.size() + instance] = row[row.length - 1];
            }
        }
        return canonical;
    }

    /** What an instance has: its kinds of old tasks, then its new ones. */
    private int[] row(int[] state, int instance) {
        int count = firstKind[instance + 1] - firstKind[instance];
        int[] row = new int[count + 1];
        System.arraycopy(state, firstKind[instance], row, 0, count);
        row[count] = state[kinds.size() + instance];
        return row;
    }

    @Override
    public Spare spare(int desired) {
        int[] state = new int[kinds.size() + instances.size()];
        System.arraycopy(oldTasks(), 0, state, 0, kinds.size());
        boolean isOneKind = true;
        for (int i = 0; i < instances.size(); i++) {
            isOneKind &= firstKind[i + 1] - firstKind[i] <= 1;
        }
        // A constraint about tasks makes room depend on what else has gone; a provider strategy on whose turn it is.
        boolean isLocal = constraints().noneMatch(expression -> expression.contains("task"))
                && one.capacityProviderStrategy().isEmpty();
        if (!isLocal || desired == 0) {
            return new Spare(0, false);
        }
        int[] now = places(state, desired);
        int all = Arrays.stream(now).sum();
        if (all >= desired || !isOneKind) {
            return new Spare(Math.min(all, desired), false);
        }
        return new Spare(all, isSwap(state, now, desired));
    }

    /** Takes one old task from every instance at a time, and looks whether each leaves room for one more. */
    private boolean isSwap(int[] state, int[] first, int desired) {
        int[] before = first;
        int[] left = state.clone();
        while (Arrays.stream(left, 0, kinds.size()).anyMatch(count -> count > 0)) {
            boolean[] lost = new boolean[instances.size()];
            for (int kind = 0; kind < kinds.size(); kind++) {
                if (left[kind] > 0) {
                    left[kind]--;
                    lost[kindInstance[kind]] = true;
                }
            }
            int most = Arrays.stream(before).sum() + desired + instances.size();
            int[] now = places(left, 2 * most);
            if (Arrays.stream(now).sum() >= 2 * most) {
                return false;
            }
            for (int i = 0; i < now.length; i++) {
                if (lost[i] && now[i] <= before[i]) {
                    return false;
                }
            }
            before = now;
        }
        return true;
    }

    /** How many new tasks each instance takes in a state, if they go on coming. */
    private int[] places(int[] state, int most) {
        int[] places = new int[instances.size()];
        for (Placement placement :
                at(state).place(one.toBuilder().count(most).build()).placements()) {
            places[index(placement.containerInstance())]++;
        }
        return places;
    }

    /** For messages. */
    @Override
    public @Nullable String toString() {
        return instances.size() + " instances with " + kinds.size() + " kinds of old tasks";
    }
}
