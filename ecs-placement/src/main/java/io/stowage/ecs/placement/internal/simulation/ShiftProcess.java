package io.stowage.ecs.placement.internal.simulation;

import io.stowage.ecs.model.service.DeploymentConfiguration;
import io.stowage.ecs.model.service.DeploymentLifecycleHook;
import io.stowage.ecs.model.service.DeploymentRolloutState;
import io.stowage.ecs.placement.internal.simulation.Launcher.Launch;
import io.stowage.ecs.placement.service.LifecycleHooks;
import io.stowage.ecs.placement.service.LifecyclePlan;
import io.stowage.ecs.placement.service.LifecyclePlan.Visit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A blue/green, linear or canary deployment: stage by stage, each held up by its hooks; back to blue if one fails. */
final class ShiftProcess {
    private static final Duration DAY = Duration.ofDays(1);

    private final World world;
    private final SimService service;
    private final SimDeployment deployment;
    private final @Nullable SimDeployment blue;
    private final LifecyclePlan plan;
    private int index = -1;
    private int hook;
    private int attempt;
    private boolean waits;
    private boolean isRollingBack;
    private boolean isOver;
    private int greenTenths;

    ShiftProcess(World world, SimService service, SimDeployment deployment, boolean severalRevisions) {
        this.world = world;
        this.service = service;
        this.deployment = deployment;
        this.blue = service.deployments.size() > 1 ? service.deployments.get(1) : null;
        DeploymentConfiguration configuration = Objects.requireNonNull(service.request.deploymentConfiguration());
        this.plan = LifecyclePlan.of(configuration, severalRevisions);
    }

    String stage() {
        return isOver ? "CLEAN_UP" : plan.visits().get(Math.max(0, index)).stage();
    }

    int greenTenths() {
        return greenTenths;
    }

    boolean isRollingBack() {
        return isRollingBack && !isOver;
    }

    /** Keeps both sides full, and goes on if the stage is over. */
    void tick() {
        if (isOver) {
            return;
        }
        if (isRollingBack) {
            removeGreen();
            return;
        }
        if (index < 0) {
            enter(0);
        }
        Visit visit = plan.visits().get(index);
        boolean greenIsUp = fill(deployment.revision, hasReached("SCALE_UP"));
        if (blue != null && !hasReached("CLEAN_UP")) {
            fill(blue.revision, true);
        }
        if (waits) {
            return;
        }
        if (visit.stage().equals("SCALE_UP") && !greenIsUp) {
            return;
        }
        if (visit.stage().equals("CLEAN_UP")) {
            cleanUp();
            return;
        }
        if (hook < visit.hooks().size()) {
            callHook(visit.hooks().get(hook));
            return;
        }
        if (visit.thenWaitsMinutes() > 0) {
            hold(Duration.ofMinutes(visit.thenWaitsMinutes()), () -> enter(index + 1));
            return;
        }
        enter(index + 1);
        world.touch(service);
    }

    private boolean hasReached(String stage) {
        return plan.visits().subList(0, index + 1).stream()
                .anyMatch(visit -> visit.stage().equals(stage));
    }

    private void enter(int next) {
        index = next;
        hook = 0;
        attempt = 0;
        waits = false;
        Visit visit = plan.visits().get(index);
        List<String> why = new ArrayList<>();
        if (visit.greenTenths() != greenTenths) {
            why.add("production traffic: green " + percent(visit.greenTenths()) + ", blue "
                    + percent(1000 - visit.greenTenths()));
        }
        greenTenths = visit.greenTenths();
        if (visit.thenWaitsMinutes() > 0) {
            why.add("stays for " + visit.thenWaitsMinutes() + " minutes");
        }
        world.tell(
                service,
                "LIFECYCLE_STAGE",
                "(service " + service.name + ") (deployment " + deployment.id + ") stage " + visit.stage() + ".",
                why,
                List.of());
        int entered = index;
        world.agenda.in(DAY.plusMinutes(visit.thenWaitsMinutes()), () -> expire(entered));
    }

    private static String percent(int tenths) {
        return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + "%";
    }

    /** A stage that is not over after a day fails; pauses have a time of their own. */
    private void expire(int entered) {
        boolean pauses = hook < plan.visits().get(entered).hooks().size()
                && LifecyclePlan.isPause(plan.visits().get(entered).hooks().get(hook));
        if (!isOver && !isRollingBack && index == entered && !pauses) {
            world.deployments.fail(
                    service, "stage timed out", List.of("stage " + stage() + " has lasted 24 hours"), true);
        }
    }

    private void hold(Duration time, Runnable then) {
        waits = true;
        int held = index;
        int heldHook = hook;
        world.agenda.in(time, () -> {
            if (!isOver && !isRollingBack && index == held && hook == heldHook && waits) {
                waits = false;
                then.run();
                world.touch(service);
            }
        });
    }

    private void callHook(DeploymentLifecycleHook next) {
        if (LifecyclePlan.isPause(next)) {
            world.tell(
                    service,
                    "LIFECYCLE_PAUSED",
                    "(service " + service.name + ") (deployment " + deployment.id + ") waits at " + stage()
                            + " for ContinueServiceDeployment.",
                    List.of("after " + LifecyclePlan.timeoutMinutes(next) + " minutes it "
                            + (LifecyclePlan.rollsBackOnTimeout(next) ? "is rolled back" : "goes on")),
                    List.of());
            hold(Duration.ofMinutes(LifecyclePlan.timeoutMinutes(next)), () -> timeOut(next));
            return;
        }
        attempt++;
        LifecycleHooks.Answer answer = world.hooks.call(service.name, stage(), attempt);
        switch (answer) {
            case SUCCEEDED -> hookDone();
            case FAILED ->
                world.deployments.fail(
                        service, "lifecycle hook failed", List.of("the hook at " + stage() + " answered FAILED"), true);
            case IN_PROGRESS -> {
                Duration retry = Duration.ofSeconds(SimRevision.LIFE.of("HOOK_RETRY_SECONDS"));
                if (retry.multipliedBy(attempt).compareTo(Duration.ofMinutes(LifecyclePlan.timeoutMinutes(next)))
                        >= 0) {
                    timeOut(next);
                } else {
                    hold(retry, () -> {});
                }
            }
        }
    }

    private void hookDone() {
        hook++;
        attempt = 0;
        world.touch(service);
    }

    private void timeOut(DeploymentLifecycleHook late) {
        if (LifecyclePlan.rollsBackOnTimeout(late)) {
            world.deployments.fail(
                    service,
                    "lifecycle hook timed out",
                    List.of("the hook at " + stage() + " took " + LifecyclePlan.timeoutMinutes(late) + " minutes"),
                    true);
        } else {
            hookDone();
        }
    }

    /** Somebody says whether a deployment that waits goes on; false if it does not wait. */
    boolean resume(boolean goesOn) {
        List<DeploymentLifecycleHook> hooks =
                plan.visits().get(Math.max(0, index)).hooks();
        if (isOver || isRollingBack || !waits || hook >= hooks.size() || !LifecyclePlan.isPause(hooks.get(hook))) {
            return false;
        }
        waits = false;
        if (goesOn) {
            hookDone();
        } else {
            world.deployments.fail(service, "rollback requested", List.of("ContinueServiceDeployment ROLLBACK"), true);
        }
        return true;
    }

    /** Brings one side to the desired count; true if it is there and healthy. */
    private boolean fill(SimRevision revision, boolean isUp) {
        List<SimTask> side = side(revision);
        long healthy = side.stream().filter(SimTask::isHealthy).count();
        List<SimTask> unhealthy = side.stream().filter(SimTask::isUnhealthy).toList();
        int missing = isUp ? service.desired - (side.size() - unhealthy.size()) : 0;
        int now = missing > 0 ? world.launcher.mayStartNow(service, missing) : 0;
        if (now > 0) {
            Launch launch = world.launcher.launch(service, revision, now, null);
            tellStart(revision, launch, missing);
        }
        if (!unhealthy.isEmpty() && healthy >= service.desired) {
            world.stopper.stop(service, unhealthy, "TASKS_STOPPED", List.of("their replacements are healthy"));
        }
        int surplus = side.size() - unhealthy.size() - service.desired;
        if (surplus > 0) {
            world.stopper.stop(
                    service,
                    world.stopper.choose(service, stoppable(side), surplus),
                    "TASKS_STOPPED",
                    List.of(side.size() + " tasks of revision " + revision.number + " are more than the desired "
                            + service.desired));
        }
        return isUp && healthy >= service.desired;
    }

    private void tellStart(SimRevision revision, Launch launch, int missing) {
        if (!launch.started().isEmpty()) {
            List<String> ids = launch.started().stream().map(task -> task.id).toList();
            world.tell(
                    service,
                    "TASKS_STARTED",
                    "(service " + service.name + ") has started " + ids.size() + " tasks: " + Stopper.named(ids) + ".",
                    List.of(missing + " of " + service.desired + " tasks of revision " + revision.number
                            + " are missing; blue and green are both full until clean up"),
                    ids);
        } else if (launch.refusal() != null) {
            String message = launch.refusal().serviceEvent(service.name).orElse("");
            if (!message.equals(service.placementMessage)) {
                service.placementMessage = message;
                world.tell(service, "SERVICE_TASK_PLACEMENT_FAILURE", message, List.of(), List.of());
            }
        }
    }

    private List<SimTask> side(SimRevision revision) {
        return service.tasks.values().stream()
                .filter(task -> task.revision == revision && !task.stopping && !Tally.drains(world, task))
                .toList();
    }

    private List<SimTask> stoppable(List<SimTask> tasks) {
        return tasks.stream().filter(task -> !task.isProtected(world.now())).toList();
    }

    /** Blue goes, as far as protection lets it; with the last of it the deployment is done. */
    private void cleanUp() {
        List<SimTask> old = service.tasks.values().stream()
                .filter(task -> task.revision != deployment.revision)
                .toList();
        if (old.isEmpty()) {
            isOver = true;
            world.deployments.complete(service, deployment);
            world.touch(service);
            return;
        }
        List<SimTask> leaving =
                stoppable(old).stream().filter(task -> !task.stopping).toList();
        world.stopper.stop(
                service, leaving, "TASKS_STOPPED", List.of("green has all traffic, and the bake time is over"));
    }

    /** Traffic goes back at once, then green goes. */
    void rollBack() {
        isRollingBack = true;
        waits = false;
        world.tell(
                service,
                "ROLLBACK_STARTED",
                "(service " + service.name + ") (deployment " + deployment.id + ") rolling back.",
                List.of("production traffic: green 0%, blue 100%"),
                List.of());
        greenTenths = 0;
        world.touch(service);
    }

    private void removeGreen() {
        if (blue != null) {
            fill(blue.revision, true);
        }
        List<SimTask> green = service.tasks.values().stream()
                .filter(task -> task.revision == deployment.revision)
                .toList();
        if (green.isEmpty()) {
            isOver = true;
            backToBlue();
            return;
        }
        world.stopper.stop(
                service,
                green.stream().filter(task -> !task.stopping).toList(),
                "TASKS_STOPPED",
                List.of("blue has all traffic again"));
    }

    private void backToBlue() {
        world.tell(
                service,
                "ROLLBACK_SUCCESSFUL",
                "(service " + service.name + ") (deployment " + deployment.id + ") is rolled back.",
                List.of("no task of revision " + deployment.revision.number + " is left"),
                List.of());
        if (blue != null) {
            service.deployments.remove(blue);
            service.deployments.add(0, blue);
            blue.state = DeploymentRolloutState.COMPLETED;
            service.settings(blue.revision.definition.request());
            world.touch(service);
        }
    }
}
