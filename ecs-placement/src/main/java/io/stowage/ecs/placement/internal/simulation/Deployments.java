package io.stowage.ecs.placement.internal.simulation;

import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.DeploymentAlarms;
import io.stowage.ecs.model.service.DeploymentCircuitBreaker;
import io.stowage.ecs.model.service.DeploymentConfiguration;
import io.stowage.ecs.model.service.DeploymentRolloutState;
import io.stowage.ecs.model.service.DeploymentStrategy;
import io.stowage.ecs.placement.service.CircuitBreakerRun;
import io.stowage.ecs.placement.service.LaunchThrottle;
import io.stowage.ecs.placement.service.LifecyclePlan;
import io.stowage.ecs.placement.service.SimulatedService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Begins deployments, notices when one is done or has failed, and goes back to the one before. */
final class Deployments {
    private final World world;

    Deployments(World world) {
        this.world = world;
    }

    /** Deploys a revision: what the service was doing before is over. */
    void begin(SimService service, SimulatedService definition, List<String> why) {
        begin(service, definition, null, why);
    }

    /** Deploys a revision as CodeDeploy does, if there is a plan for that. */
    void begin(SimService service, SimulatedService definition, @Nullable LifecyclePlan codeDeploy, List<String> why) {
        service.settings(definition.request());
        SimRevision revision = new SimRevision(service.revisions.size() + 1, definition);
        service.revisions.add(revision);
        SimDeployment deployment = new SimDeployment(service.nextDeploymentId(), revision, breaker(service));
        deployment.ignoresAlarms = isRinging(service);
        boolean replaces = !service.deployments.isEmpty();
        begin(service, deployment, replaces && codeDeploy == null);
        if (codeDeploy != null) {
            deployment.shift = new ShiftProcess(world, service, deployment, ShiftKind.CODE_DEPLOY, codeDeploy);
        }
        world.tell(
                service,
                "SERVICE_DEPLOYMENT_IN_PROGRESS",
                "(service " + service.name + ") (deployment " + deployment.id + ") deployment in progress.",
                why,
                List.of());
    }

    private void begin(SimService service, SimDeployment deployment, boolean replaces) {
        boolean several = service.tasks.values().stream()
                        .filter(task -> !task.stopping)
                        .map(task -> task.revision)
                        .distinct()
                        .count()
                > 1;
        service.deployments.remove(deployment);
        service.deployments.add(0, deployment);
        service.throttle = LaunchThrottle.NONE;
        service.throttleTold = false;
        service.isSteady = false;
        if (service.isRebalancing) {
            service.isRebalancing = false;
            world.tell(
                    service,
                    "SERVICE_REBALANCING_STOPPED",
                    "(service " + service.name + ") stopped rebalancing",
                    List.of("a deployment begins"),
                    List.of());
        }
        if (replaces && isShifted(service)) {
            deployment.shift = new ShiftProcess(
                    world,
                    service,
                    deployment,
                    ShiftKind.ECS,
                    LifecyclePlan.of(Objects.requireNonNull(service.request.deploymentConfiguration()), several));
        }
        world.touch(service);
    }

    private static boolean isShifted(SimService service) {
        DeploymentConfiguration configuration = service.request.deploymentConfiguration();
        return configuration != null
                && !service.isDaemon()
                && !configuration.effectiveStrategy().equals(DeploymentStrategy.ROLLING);
    }

    private static @Nullable DeploymentAlarms alarms(SimService service) {
        DeploymentConfiguration configuration = service.request.deploymentConfiguration();
        DeploymentAlarms alarms = configuration == null ? null : configuration.alarms();
        return alarms != null && Boolean.TRUE.equals(alarms.enable()) ? alarms : null;
    }

    private boolean isRinging(SimService service) {
        DeploymentAlarms alarms = alarms(service);
        return alarms != null && alarms.alarmNames().stream().anyMatch(world.ringing::contains);
    }

    private static CircuitBreakerRun breaker(SimService service) {
        DeploymentConfiguration configuration = service.request.deploymentConfiguration();
        DeploymentCircuitBreaker breaker = configuration == null ? null : configuration.deploymentCircuitBreaker();
        boolean rolling =
                configuration == null || configuration.effectiveStrategy().equals(DeploymentStrategy.ROLLING);
        return CircuitBreakerRun.start(rolling ? breaker : null, service.desired);
    }

    /** Something happened to a task that the circuit breaker of its deployment listens to. */
    void event(SimTask task, CircuitBreakerRun.Event event) {
        SimService service = task.service;
        SimDeployment deployment = service.primary();
        if (deployment.revision != task.revision || !deployment.isInProgress()) {
            return;
        }
        deployment.breaker =
                deployment.breaker.withDesiredCount(service.desired).after(event);
        if (deployment.breaker.isTripped()) {
            boolean health = event == CircuitBreakerRun.Event.HEALTH_FAILED;
            fail(
                    service,
                    health ? "tasks failed health checks" : "tasks failed to start",
                    List.of(deployment.breaker.why()),
                    Boolean.TRUE.equals(
                            Objects.requireNonNull(deployment.breaker.breaker()).rollback()));
        }
    }

    /** An alarm begins to ring. */
    void alarm(String name) {
        for (SimService service : world.services.values()) {
            DeploymentAlarms alarms = alarms(service);
            SimDeployment deployment = service.primary();
            if (alarms != null
                    && alarms.alarmNames().contains(name)
                    && deployment.isInProgress()
                    && !deployment.ignoresAlarms) {
                fail(
                        service,
                        "alarm detected",
                        List.of("CloudWatch alarm " + name + " is in ALARM"),
                        Boolean.TRUE.equals(alarms.rollback()));
            }
        }
    }

    /** The deployment has failed: nothing of it starts any more, and the one before comes back if that is wanted. */
    void fail(SimService service, String cause, List<String> why, boolean rollsBack) {
        SimDeployment failed = service.primary();
        failed.state = DeploymentRolloutState.FAILED;
        world.tell(
                service,
                "SERVICE_DEPLOYMENT_FAILED",
                "(service " + service.name + ") (deployment " + failed.id + ") deployment failed: " + cause + ".",
                why,
                List.of());
        if (failed.shift != null) {
            failed.shift.rollBack();
            return;
        }
        if (rollsBack) {
            rollBack(service, failed);
        }
    }

    private void rollBack(SimService service, SimDeployment failed) {
        Optional<SimDeployment> last = service.deployments.stream()
                .filter(deployment -> deployment != failed && deployment.isCompleted())
                .findFirst();
        if (last.isEmpty()) {
            world.tell(
                    service,
                    "ROLLBACK_STALLED",
                    "(service " + service.name + ") (deployment " + failed.id + ") cannot be rolled back.",
                    List.of("no other deployment is COMPLETED; the service starts nothing more"),
                    List.of());
            return;
        }
        restore(service, last.get(), failed);
    }

    /** Deploys a completed deployment again. */
    void restore(SimService service, SimDeployment last, SimDeployment failed) {
        last.state = DeploymentRolloutState.IN_PROGRESS;
        last.isRollback = true;
        last.bakesUntil = null;
        last.stall = null;
        last.shift = null;
        service.settings(withSettings(last.revision.definition.request(), service));
        last.breaker = breaker(service);
        begin(service, last, false);
        world.tell(
                service,
                "ROLLBACK_STARTED",
                "(service " + service.name + ") rolling back to deployment " + last.id + ".",
                List.of("deployment " + failed.id + " has failed; " + last.id
                        + " is the most recent one that was completed"),
                List.of());
    }

    /** What is deployed comes from the revision; the rest of the settings stays as it is. */
    private static CreateServiceRequest withSettings(CreateServiceRequest revision, SimService service) {
        return revision.toBuilder()
                .deploymentConfiguration(service.request.deploymentConfiguration())
                .placementConstraints(service.request.placementConstraints())
                .placementStrategy(service.request.placementStrategy())
                .availabilityZoneRebalancing(service.request.availabilityZoneRebalancing())
                .build();
    }

    /** A rolling deployment is full and healthy, and nothing old is left: it bakes, and is done. */
    void full(SimService service) {
        SimDeployment deployment = service.primary();
        if (!deployment.isInProgress() || deployment.shift != null) {
            return;
        }
        Duration bake = deployment.isRollback ? Duration.ZERO : bakeTime(service);
        if (deployment.bakesUntil == null) {
            Instant until = world.now().plus(bake);
            deployment.bakesUntil = until;
            if (!bake.isZero()) {
                world.tell(
                        service,
                        "BAKE_TIME_STARTED",
                        "(service " + service.name + ") (deployment " + deployment.id + ") bakes until " + until + ".",
                        List.of(service.desired + " new tasks are healthy and no old one is left"),
                        List.of());
                world.agenda.at(until, () -> world.touch(service));
            }
        }
        if (!world.now().isBefore(deployment.bakesUntil)) {
            complete(service, deployment);
        }
    }

    void complete(SimService service, SimDeployment deployment) {
        deployment.state = DeploymentRolloutState.COMPLETED;
        deployment.stall = null;
        world.tell(
                service,
                "SERVICE_DEPLOYMENT_COMPLETED",
                "(service " + service.name + ") (deployment " + deployment.id + ") deployment completed.",
                List.of(service.desired + " of " + service.desired + " tasks of revision " + deployment.revision.number
                        + " are healthy, and no other is left"),
                List.of());
    }

    private static Duration bakeTime(SimService service) {
        DeploymentConfiguration configuration = service.request.deploymentConfiguration();
        Integer written = configuration == null ? null : configuration.bakeTimeInMinutes();
        if (written != null) {
            return Duration.ofMinutes(written);
        }
        return alarms(service) == null ? Duration.ZERO : Duration.ofSeconds(SimRevision.LIFE.of("ALARM_BAKE_SECONDS"));
    }
}
