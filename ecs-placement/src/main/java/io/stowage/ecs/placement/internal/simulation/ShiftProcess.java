package io.stowage.ecs.placement.internal.simulation;

import io.stowage.ecs.model.service.DeploymentLifecycleHook;
import io.stowage.ecs.model.service.DeploymentRolloutState;
import io.stowage.ecs.placement.service.LifecycleHooks;
import io.stowage.ecs.placement.service.LifecyclePlan;
import io.stowage.ecs.placement.service.LifecyclePlan.Visit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A deployment that shifts traffic, of ECS or of CodeDeploy: stage by stage, each held up by its hooks; back to blue if one fails. */
final class ShiftProcess {
    private static final Duration DAY = Duration.ofDays(1);

    private final World world;
    private final SimService service;
    private final SimDeployment deployment;
    private final @Nullable SimDeployment blue;
    private final ShiftKind kind;
    private final LifecyclePlan plan;
    private final Filler filler;
    /** The desired count that both sides last had in health. */
    private int settled;
    /** Which change of the desired count has not settled yet; 0 if none. */
    private int unsettled;

    private int watches;
    private int index = -1;
    private int hook;
    private int attempt;
    private boolean waits;
    private boolean isRollingBack;
    private boolean isOver;
    private int greenTenths;

    ShiftProcess(World world, SimService service, SimDeployment deployment, ShiftKind kind, LifecyclePlan plan) {
        this.world = world;
        this.service = service;
        this.deployment = deployment;
        this.blue = service.deployments.size() > 1 ? service.deployments.get(1) : null;
        this.kind = kind;
        this.plan = plan;
        this.filler = new Filler(world);
        this.settled = service.desired;
    }

    String stage() {
        return isOver ? kind.cleanUp() : plan.visits().get(Math.max(0, index)).stage();
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
        service.isHungry = false;
        if (isRollingBack) {
            removeGreen();
            return;
        }
        if (index < 0) {
            enter(0);
        }
        Visit visit = plan.visits().get(index);
        boolean greenIsUp = hasReached(kind.scaleUp()) && fill(deployment.revision);
        boolean blueIsUp = blue == null || isCleaningUp() || fill(blue.revision);
        watchScaling(visit, greenIsUp && blueIsUp);
        if (waits) {
            return;
        }
        if (visit.stage().equals(kind.scaleUp()) && !greenIsUp) {
            return;
        }
        if (isCleaningUp()) {
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

    /** Whether blue is going: from then on there is no way back. */
    boolean isCleaningUp() {
        return isOver || (index >= 0 && plan.visits().get(index).stage().equals(kind.cleanUp()));
    }

    ShiftKind kind() {
        return kind;
    }

    private boolean fill(SimRevision revision) {
        return filler.fill(
                service, revision, service.desired, "blue and green are both full until blue is no longer needed");
    }

    /** CodeDeploy gives scaling that happens while traffic moves a few minutes to settle. */
    private void watchScaling(Visit visit, boolean isFull) {
        Duration most = kind.scalingMost();
        if (isFull || !visit.stage().equals(kind.shifting())) {
            settled = service.desired;
            unsettled = isFull ? 0 : unsettled;
        } else if (most != null && settled != service.desired && unsettled == 0) {
            unsettled = ++watches;
            int watch = watches;
            world.agenda.in(most, () -> {
                if (!isCleaningUp() && !isRollingBack && unsettled == watch) {
                    world.deployments.fail(
                            service,
                            "scaling did not settle",
                            List.of("the desired count changed to " + service.desired + " while traffic moved, and "
                                    + most.toMinutes() + " minutes later not all tasks are healthy"),
                            true);
                }
            });
        }
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
        Duration most = visit.stage().equals(kind.scaleUp()) ? kind.scaleUpMost() : DAY;
        world.agenda.in(most.plusMinutes(visit.thenWaitsMinutes()), () -> expire(entered, most));
    }

    private static String percent(int tenths) {
        return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + "%";
    }

    /** A stage that is not over in time fails; pauses have a time of their own. */
    private void expire(int entered, Duration most) {
        boolean pauses = hook < plan.visits().get(entered).hooks().size()
                && LifecyclePlan.isPause(plan.visits().get(entered).hooks().get(hook));
        if (!isOver && !isRollingBack && index == entered && !pauses) {
            world.deployments.fail(
                    service,
                    "stage timed out",
                    List.of("stage " + stage() + " has lasted " + most.toHours() + " hours"),
                    true);
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
            fill(blue.revision);
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
