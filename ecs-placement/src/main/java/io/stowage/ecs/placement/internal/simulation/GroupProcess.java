package io.stowage.ecs.placement.internal.simulation;

import io.stowage.ecs.model.needs.TaskNeeds;
import io.stowage.ecs.model.placement.PlacementConstraintType;
import io.stowage.ecs.placement.scaling.CapacityProviderReservation;
import io.stowage.ecs.placement.scaling.CapacityProviderReservation.DesiredCapacity;
import io.stowage.ecs.placement.scaling.GroupInstance;
import io.stowage.ecs.placement.scaling.ProvisioningGroup;
import io.stowage.ecs.placement.scaling.ScalingRules;
import io.stowage.ecs.placement.service.SimulatedCapacityProvider;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** Managed scaling of one Auto Scaling group: every minute the metric, and what follows from it. */
final class GroupProcess {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long ANY_NUMBER = 1_000_000;

    private final World world;
    private final SimulatedCapacityProvider provider;
    private final ScalingRules rules = ScalingRules.current();
    private final List<GroupInstance> types;
    private final TreeSet<String> terminating = new TreeSet<>();
    private int launching;
    private int named;
    private int pointsBelow;

    GroupProcess(World world, SimulatedCapacityProvider provider) {
        this.world = world;
        this.provider = provider;
        this.types = provider.templates().stream().map(GroupProcess::type).toList();
        grow(
                provider.limits().min() - instances().size(),
                List.of("the smallest size of the group is " + provider.limits().min()));
        world.agenda.in(MINUTE, this::minute);
    }

    private static GroupInstance type(InstanceSnapshot template) {
        Long interfaces = template.registered().networkInterfaces();
        return new GroupInstance(
                Objects.requireNonNullElse(template.attributes().get("ecs.instance-type"), template.id()),
                template.registered().cpuUnits(),
                template.registered().memoryMib(),
                interfaces == null ? ANY_NUMBER : interfaces,
                template.registered().gpuIds().size());
    }

    /** The instances of the group that are to stay. */
    private List<SimInstance> instances() {
        return world.instances.values().stream()
                .filter(instance -> provider.name().equals(instance.provider) && !terminating.contains(instance.id))
                .toList();
    }

    private void minute() {
        List<SimInstance> now = instances();
        int busy =
                (int) now.stream().filter(instance -> instance.workload() > 0).count();
        CapacityProviderReservation metric =
                CapacityProviderReservation.of(now.size(), busy, waiting(), types, provider.scaling(), rules);
        int target = metric.metric().compareTo(BigDecimal.valueOf(metric.targetCapacity()));
        pointsBelow = target < 0 ? pointsBelow + 1 : 0;
        DesiredCapacity desired = metric.desiredCapacity(provider.limits());
        List<String> why = new ArrayList<>(metric.why());
        why.add("CapacityProviderReservation "
                + metric.metric().stripTrailingZeros().toPlainString() + ", target " + metric.targetCapacity());
        why.add(desired.why());
        if (target > 0 && !isWarmingUp(now)) {
            grow(desired.instances() - now.size() - launching, why);
        } else if (pointsBelow >= rules.scaleInPoints() && desired.instances() < now.size() && launching == 0) {
            shrink(now, now.size() - desired.instances(), why);
        }
        world.agenda.in(MINUTE, this::minute);
    }

    private boolean isWarmingUp(List<SimInstance> now) {
        Duration warmup = Duration.ofSeconds(provider.scaling().effectiveInstanceWarmupPeriod());
        return now.stream()
                .anyMatch(instance -> instance.registeredAt.plus(warmup).isAfter(world.now()));
    }

    private List<ProvisioningGroup> waiting() {
        Map<String, List<SimTask>> groups = new LinkedHashMap<>();
        for (SimTask task : world.launcher.waitingFor(provider.name())) {
            groups.computeIfAbsent(task.service.name + ":" + task.revision.number, key -> new ArrayList<>())
                    .add(task);
        }
        List<ProvisioningGroup> waiting = new ArrayList<>();
        groups.forEach((name, tasks) -> waiting.add(group(name, tasks)));
        return waiting;
    }

    private static ProvisioningGroup group(String name, List<SimTask> tasks) {
        SimTask one = tasks.get(0);
        TaskNeeds needs = TaskNeeds.of(one.revision.definition.taskDefinition());
        boolean distinct = one.service.request.placementConstraints().stream()
                .anyMatch(constraint -> PlacementConstraintType.DISTINCT_INSTANCE.equals(constraint.type()));
        return new ProvisioningGroup(
                name,
                tasks.size(),
                needs.cpuUnits().amount(),
                needs.memoryMib().amount(),
                needs.networkInterfaces().amount(),
                needs.gpus().amount(),
                distinct || !needs.tcpPorts().isEmpty() || !needs.udpPorts().isEmpty());
    }

    private void grow(int count, List<String> why) {
        if (count <= 0) {
            return;
        }
        launching += count;
        pointsBelow = 0;
        world.tell(
                "CAPACITY_PROVIDER_SCALE_OUT",
                null,
                "(capacity-provider " + provider.name() + ") launches " + count + " instances",
                why);
        for (int i = 0; i < count; i++) {
            world.agenda.in(provider.launchTime(), this::join);
        }
    }

    private void join() {
        launching--;
        Map<String, Integer> perZone = new TreeMap<>();
        instances().forEach(instance -> perZone.merge(String.valueOf(instance.zone), 1, Integer::sum));
        InstanceSnapshot template = provider.templates().stream()
                .min(Comparator.comparing(one -> perZone.getOrDefault(String.valueOf(one.zone()), 0)))
                .orElseThrow();
        String id = String.format(Locale.ROOT, "%s-%06d", provider.name(), ++named);
        while (world.instances.containsKey(id)) {
            id = String.format(Locale.ROOT, "%s-%06d", provider.name(), ++named);
        }
        world.machines.register(
                template.toBuilder().id(id).capacityProvider(provider.name()).build());
    }

    private void shrink(List<SimInstance> now, int count, List<String> why) {
        List<SimInstance> leaving = now.stream()
                .filter(instance -> !provider.isTerminationProtected() || instance.workload() == 0)
                .sorted(Comparator.comparing(SimInstance::workload)
                        .thenComparing(instance -> instance.registeredAt)
                        .thenComparing(instance -> instance.id))
                .limit(count)
                .toList();
        if (leaving.isEmpty()) {
            return;
        }
        world.tell(
                "CAPACITY_PROVIDER_SCALE_IN",
                null,
                "(capacity-provider " + provider.name() + ") terminates " + leaving.size() + " instances",
                why);
        for (SimInstance instance : leaving) {
            terminate(instance);
        }
    }

    private void terminate(SimInstance instance) {
        if (!provider.isDrained() || instance.workload() == 0) {
            world.machines.lose(instance.id, List.of("the group scales in"));
            return;
        }
        terminating.add(instance.id);
        world.machines.drain(instance.id, List.of("managed draining: the group scales in"));
        Instant latest = world.now().plus(Duration.ofHours(SimRevision.LIFE.of("MANAGED_DRAINING_HOURS")));
        world.agenda.at(latest, () -> end(instance.id, "managed draining takes no longer than 48 hours"));
    }

    private void end(String id, String why) {
        if (terminating.remove(id) && world.instances.containsKey(id)) {
            world.machines.lose(id, List.of(why));
        }
    }

    /** The last task that is no daemon's has left an instance. */
    void emptied(SimInstance instance) {
        if (terminating.contains(instance.id)) {
            world.agenda.in(Duration.ZERO, () -> end(instance.id, "it is drained"));
        }
    }

    /** Whether ECS drains its instances before they go. */
    boolean isDrained() {
        return provider.isDrained();
    }
}
