package io.stowage.ecs.placement.internal.simulation;

import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.deployment.DeploymentBounds;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.DeploymentControllerType;
import io.stowage.ecs.model.service.SchedulingStrategy;
import io.stowage.ecs.placement.service.LaunchThrottle;
import io.stowage.ecs.placement.service.ServiceView;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A simulated service: its settings, deployments and tasks. */
final class SimService {
    private static final String FARGATE = "FARGATE";

    final String name;
    private final boolean isDaemon;
    CreateServiceRequest request;
    /** For a daemon the number of eligible instances. */
    int desired;

    final List<SimRevision> revisions = new ArrayList<>();
    /** The newest first: the first is the primary one. */
    final List<SimDeployment> deployments = new ArrayList<>();

    /** Of an external deployment controller, by id, the oldest first. */
    final Map<String, SimTaskSet> taskSets = new LinkedHashMap<>();

    final Map<String, SimTask> tasks = new LinkedHashMap<>();
    LaunchThrottle throttle = LaunchThrottle.NONE;
    /** When the tasks of the last minute were started. */
    final Deque<Instant> starts = new ArrayDeque<>();

    boolean isSteady;
    /** A task found no place: ask again when the cluster changes. */
    boolean isHungry;
    /** What was said of the last task that found no place, so that it is said once. */
    @Nullable
    String placementMessage;

    boolean throttleTold;
    boolean isRebalancing;
    /** No task can start where one is missing: ask again when the cluster changes. */
    boolean rebalanceFailed;

    /** The bounds as last asked for; null if the settings have changed since. */
    private @Nullable DeploymentBounds bounds;

    private int named;
    private int deployed;

    SimService(String name, CreateServiceRequest request) {
        this.name = name;
        this.request = request;
        this.isDaemon = SchedulingStrategy.DAEMON.equals(request.schedulingStrategy());
        this.desired = Objects.requireNonNullElse(request.desiredCount(), 0);
    }

    /** Other settings hold from now on. */
    void settings(CreateServiceRequest changed) {
        request = changed;
        bounds = null;
    }

    String group() {
        return "service:" + name;
    }

    boolean isDaemon() {
        return isDaemon;
    }

    /** Whether somebody else's controller makes its task sets; its one deployment then stands for the primary task set. */
    boolean isExternal() {
        return request.deploymentController() != null
                && DeploymentControllerType.EXTERNAL.equals(
                        request.deploymentController().type());
    }

    boolean isFargate(@Nullable String provider) {
        return provider == null ? LaunchType.FARGATE.equals(request.launchType()) : provider.startsWith(FARGATE);
    }

    List<CapacityProviderStrategyItem> providers() {
        return request.capacityProviderStrategy();
    }

    SimDeployment primary() {
        return deployments.get(0);
    }

    String nextTaskId() {
        return name + "/" + String.format(Locale.ROOT, "%06d", ++named);
    }

    String nextDeploymentId() {
        return "ecs-svc/" + ++deployed;
    }

    DeploymentBounds bounds() {
        if (bounds == null || bounds.desiredCount() != desired) {
            bounds = DeploymentBounds.of(
                    request.toBuilder().desiredCount(desired).build(), desired);
        }
        return bounds;
    }

    ServiceView view(Instant now) {
        int running = 0;
        int pending = 0;
        int healthy = 0;
        List<ServiceView.TaskView> views = new ArrayList<>(tasks.size());
        for (SimTask task : tasks.values()) {
            views.add(task.view(now));
            running += task.state == SimTask.State.RUNNING && !task.stopping ? 1 : 0;
            pending += task.state != SimTask.State.RUNNING && !task.stopping ? 1 : 0;
            healthy += task.isHealthy() ? 1 : 0;
        }
        return new ServiceView(
                name,
                bounds(),
                running,
                pending,
                healthy,
                tasks.size(),
                isSteady,
                isExternal() ? List.of() : deployments.stream().map(this::view).toList(),
                views);
    }

    private ServiceView.Deployment view(SimDeployment deployment) {
        int count = (int) tasks.values().stream()
                .filter(task -> task.revision == deployment.revision)
                .count();
        String status = deployment == primary() ? "PRIMARY" : count > 0 ? "ACTIVE" : "INACTIVE";
        return new ServiceView.Deployment(
                deployment.id,
                status,
                deployment.state,
                deployment.revision.number,
                count,
                deployment.breaker.failureCount(),
                deployment.shift == null ? null : deployment.shift.stage(),
                deployment.shift == null ? 1000 : deployment.shift.greenTenths());
    }

    /** How it stands, as an event tells it. */
    Map<String, Long> numbers() {
        int running = 0;
        int pending = 0;
        int healthy = 0;
        for (SimTask task : tasks.values()) {
            running += task.state == SimTask.State.RUNNING && !task.stopping ? 1 : 0;
            pending += task.state != SimTask.State.RUNNING && !task.stopping ? 1 : 0;
            healthy += task.isHealthy() ? 1 : 0;
        }
        Map<String, Long> numbers = new LinkedHashMap<>();
        numbers.put("desired", (long) desired);
        numbers.put("minimum", bounds().minHealthyTasks());
        numbers.put("maximum", bounds().maxTasks());
        numbers.put("running", (long) running);
        numbers.put("pending", (long) pending);
        numbers.put("healthy", (long) healthy);
        numbers.put("live", (long) tasks.size());
        return numbers;
    }
}
