package io.stowage.ecs.placement.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.placement.service.ServiceView.TaskView;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What must hold at every moment of any simulation. {@code -Dstowage.services.runs=100000} is the long mode. A failure names its seed. */
class SimulationPropertiesTest {
    private static final int RUNS = Integer.getInteger("stowage.services.runs", 200);
    private static final Duration LENGTH = Duration.ofHours(3);

    @Test
    void simulation_ofAnySeed_keepsItsPromises() {
        for (int seed = 0; seed < RUNS; seed++) {
            new Watch(seed).run();
        }
    }

    @Test
    void simulation_ofTheSameSeed_givesTheSameTimeline() {
        for (int seed = 0; seed < RUNS / 10; seed++) {
            assertThat(new RandomSimulation(seed).simulator.run(LENGTH))
                    .as("seed %d", seed)
                    .isEqualTo(new RandomSimulation(seed).simulator.run(LENGTH));
        }
    }

    /** Looks at one simulation after each moment. */
    private static final class Watch {
        private final int seed;
        private final RandomSimulation random;
        private final ServiceSimulator simulator;
        private Map<String, TaskView> before = new HashMap<>();
        private Set<String> draining = new HashSet<>();
        private int seen;

        Watch(int seed) {
            this.seed = seed;
            this.random = new RandomSimulation(seed);
            this.simulator = random.simulator;
        }

        void run() {
            Instant last = simulator.now();
            look();
            while (simulator.step(LENGTH)) {
                assertThat(simulator.now()).as("seed %d: time", seed).isAfterOrEqualTo(last);
                last = simulator.now();
                look();
                if (last.isAfter(Instant.EPOCH.plus(LENGTH))) {
                    break;
                }
            }
        }

        private void look() {
            List<TimelineEvent> timeline = simulator.timeline();
            Map<String, ServiceView> services =
                    simulator.services().stream().collect(Collectors.toMap(ServiceView::name, view -> view));
            ClusterSnapshot cluster = simulator.cluster();
            for (TimelineEvent event : timeline.subList(seen, timeline.size())) {
                // What happened to a task at this very moment, before what follows from it.
                if (event.name().equals("TASK_UNHEALTHY") || event.name().equals("TASK_STOPPED")) {
                    event.tasks().forEach(before::remove);
                }
                check(event, event.service() == null ? null : services.get(event.service()));
            }
            seen = timeline.size();
            cluster.instances().forEach(this::checkRoom);
            services.values().forEach(service -> checkService(service, cluster));
            before = services.values().stream()
                    .flatMap(service -> service.tasks().stream())
                    .collect(Collectors.toMap(TaskView::id, task -> task));
            draining = cluster.instances().stream()
                    .filter(instance -> instance.status().equals("DRAINING"))
                    .map(InstanceSnapshot::id)
                    .collect(Collectors.toSet());
        }

        private void checkRoom(InstanceSnapshot instance) {
            assertThat(instance.remaining().cpuUnits())
                    .as("seed %d: %s", seed, instance)
                    .isNotNegative();
            assertThat(instance.remaining().memoryMib())
                    .as("seed %d: %s", seed, instance)
                    .isNotNegative();
        }

        private void checkService(ServiceView service, ClusterSnapshot cluster) {
            service.tasks().stream()
                    .filter(task -> task.containerInstance() != null)
                    .forEach(task -> assertThat(cluster.task(task.id()))
                            .as("seed %d: %s is in the cluster", seed, task)
                            .hasValueSatisfying(found -> {
                                assertThat(found.instanceId()).isEqualTo(task.containerInstance());
                                assertThat(found.counted()).isEqualTo(!task.isStopping());
                            }));
            if (service.name().equals("agent")) {
                assertThat(service.tasks().stream().map(TaskView::containerInstance))
                        .as("seed %d: one daemon on an instance", seed)
                        .doesNotHaveDuplicates();
            }
            if (service.isSteady()) {
                assertThat(service.runningCount())
                        .as("seed %d: %s", seed, service)
                        .isEqualTo(service.bounds().desiredCount());
                assertThat(service.pendingCount()).as("seed %d", seed).isZero();
            }
        }

        private void checkMachine(TimelineEvent event) {
            if (event.why().contains("the group scales in")) {
                assertThat(event.containerInstance())
                        .as("seed %d: %s", seed, event)
                        .isNotNull();
                assertThat(before.values().stream()
                                .filter(task -> event.containerInstance().equals(task.containerInstance()))
                                .filter(task -> !task.id().startsWith("agent/"))
                                .filter(task -> !task.isStopping()))
                        .as("seed %d: an instance with tasks is protected: %s", seed, event)
                        .isEmpty();
            }
            if (event.name().equals("INSTANCE_REGISTERED")
                    && event.containerInstance().startsWith("one-")) {
                assertThat(simulator.cluster().instances().stream()
                                .filter(instance -> instance.id().startsWith("one-")))
                        .as("seed %d: the greatest size of the group: %s", seed, event)
                        .hasSizeLessThanOrEqualTo(random.most);
            }
        }

        private void check(TimelineEvent event, ServiceView service) {
            if (service == null) {
                checkMachine(event);
                return;
            }
            Map<String, Long> numbers = event.numbers();
            boolean shifts = service.deployments().stream().anyMatch(deployment -> deployment.stage() != null);
            if (event.name().equals("TASKS_STARTED")) {
                assertThat(event.why()).as("seed %d: %s", seed, event).isNotEmpty();
                // A daemon on an instance that drains stays until the replicas are gone; it is bound by one an
                // instance.
                if (!shifts && !service.name().equals("agent")) {
                    assertThat(numbers.get("live"))
                            .as("seed %d: %s %s", seed, event, numbers)
                            .isLessThanOrEqualTo(numbers.get("maximum"));
                }
            }
            if (event.name().equals("TASKS_STOPPED")) {
                assertThat(event.why()).as("seed %d: %s", seed, event).isNotEmpty();
                event.tasks().forEach(task -> checkStop(event, task, shifts));
            }
            if (event.name().equals("SERVICE_STEADY_STATE")) {
                assertThat(numbers.get("healthy"))
                        .as("seed %d: %s", seed, event)
                        .isEqualTo(numbers.get("desired"));
            }
        }

        private void checkStop(TimelineEvent event, String id, boolean shifts) {
            TaskView task = before.get(id);
            if (task == null
                    || random.stoppedByHand.contains(id)
                    || !task.health().equals("HEALTHY")
                    || task.containerInstance() == null
                    || draining.contains(task.containerInstance())) {
                return;
            }
            boolean drainsNow = simulator
                    .cluster()
                    .instance(task.containerInstance())
                    .map(instance -> !instance.status().equals("ACTIVE"))
                    .orElse(true);
            if (drainsNow) {
                return;
            }
            if (task.protectedUntil() != null) {
                assertThat(task.protectedUntil())
                        .as("seed %d: protected: %s", seed, event)
                        .isBeforeOrEqualTo(event.at());
            }
            boolean isDaemon = event.service().equals("agent");
            if (!shifts && !isDaemon) {
                assertThat(event.numbers().get("healthy"))
                        .as("seed %d: %s %s", seed, event, event.numbers())
                        .isGreaterThanOrEqualTo(event.numbers().get("minimum"));
            }
        }
    }
}
