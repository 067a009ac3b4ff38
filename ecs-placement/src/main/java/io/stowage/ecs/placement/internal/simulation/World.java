package io.stowage.ecs.placement.internal.simulation;

import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementSession;
import io.stowage.ecs.placement.Quotas;
import io.stowage.ecs.placement.service.LifecycleHooks;
import io.stowage.ecs.placement.service.TimelineEvent;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything there is in a simulation, and the order in which it moves: at each point of time first what was due, then every service
 * that this touches, daemons before replicas, until nothing moves.
 */
public final class World {
    /** More rounds at one time than any settling takes: beyond it two processes undo each other. */
    private static final int MOST_ROUNDS = 10_000;

    private static final Duration WARM = Duration.ofDays(1);

    final PlacementSession session;
    final Quotas quotas;
    final Agenda agenda;
    final SplittableRandom random;
    final Map<String, SimService> services = new TreeMap<>();
    final Map<String, SimInstance> instances = new TreeMap<>();
    final Map<String, GroupProcess> groups = new TreeMap<>();
    final Map<String, ScalingProcess> scaling = new TreeMap<>();
    final TreeSet<String> ringing = new TreeSet<>();
    LifecycleHooks hooks = LifecycleHooks.SUCCEED;
    final Launcher launcher = new Launcher(this);
    final TaskLife life = new TaskLife(this);
    final Stopper stopper = new Stopper(this);
    final Deployments deployments = new Deployments(this);
    final Instances machines = new Instances(this);

    private final ReplicaProcess replicas = new ReplicaProcess(this);
    private final DaemonProcess daemons = new DaemonProcess(this);
    private final List<TimelineEvent> timeline = new ArrayList<>();
    private final TreeSet<String> touched = new TreeSet<>();
    private boolean roomChanged;

    /** A world on a copy of a cluster. */
    public World(PlacementEngine engine, ClusterSnapshot cluster, Quotas quotas, Instant start, long seed) {
        this.session = engine.open(cluster);
        this.quotas = quotas;
        this.agenda = new Agenda(start);
        this.random = new SplittableRandom(seed);
        for (InstanceSnapshot instance : cluster.instances()) {
            // One that was there before is warm, whenever it registered.
            machines.note(instance, Objects.requireNonNullElse(instance.registeredAt(), start.minus(WARM)));
        }
        for (TaskSnapshot task : cluster.tasks()) {
            SimInstance instance = instances.get(task.instanceId());
            if (instance != null) {
                instance.others.add(task.id());
            }
        }
    }

    Instant now() {
        return agenda.now();
    }

    /** The service has to be looked at. */
    void touch(SimService service) {
        touched.add(service.name);
    }

    /** Somewhere there may be room that was not there before. */
    void roomChanged() {
        roomChanged = true;
    }

    /** All daemons have to be looked at. */
    void touchDaemons() {
        services.values().stream().filter(SimService::isDaemon).forEach(this::touch);
    }

    /** Writes what a service does. */
    void tell(SimService service, String name, String message, List<String> why, List<String> tasks) {
        timeline.add(new TimelineEvent(
                timeline.size() + 1, now(), name, service.name, message, why, service.numbers(), tasks, null));
    }

    /** Writes what happens to an instance or a group. */
    void tell(String name, @Nullable String instance, String message, List<String> why) {
        timeline.add(
                new TimelineEvent(timeline.size() + 1, now(), name, null, message, why, Map.of(), List.of(), instance));
    }

    /** What has been written so far. */
    public List<TimelineEvent> timeline() {
        return timeline;
    }

    /** Lets everything that is touched move until nothing does. */
    void settle() {
        for (int round = 0; !touched.isEmpty() || roomChanged; round++) {
            if (round > MOST_ROUNDS) {
                throw new IllegalStateException("the services " + touched + " do not come to rest at " + now());
            }
            if (roomChanged) {
                roomChanged = false;
                services.values().stream()
                        .filter(service -> service.isHungry || service.rebalanceFailed)
                        .forEach(this::touch);
                services.values().forEach(service -> service.rebalanceFailed = false);
                launcher.placeWaiting();
            }
            for (SimService service : drainTouched()) {
                if (service.isDaemon()) {
                    daemons.tick(service);
                } else {
                    replicas.tick(service);
                }
            }
        }
    }

    /** Daemons first: they start before replicas. */
    private List<SimService> drainTouched() {
        List<SimService> order = new ArrayList<>();
        for (boolean daemon : new boolean[] {true, false}) {
            for (String name : touched) {
                SimService service = services.get(name);
                if (service != null && service.isDaemon() == daemon) {
                    order.add(service);
                }
            }
        }
        touched.clear();
        return order;
    }

    /** Does all that happens at the next point of time, if that is not later than the end; false if nothing does. */
    boolean step(Instant end) {
        Instant next = agenda.next();
        if (next == null || next.isAfter(end)) {
            return false;
        }
        agenda.runAt(next);
        settle();
        // What settling made due at once.
        while (next.equals(agenda.next())) {
            agenda.runAt(next);
            settle();
        }
        return true;
    }
}
