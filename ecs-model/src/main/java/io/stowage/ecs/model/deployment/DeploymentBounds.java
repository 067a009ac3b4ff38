package io.stowage.ecs.model.deployment;

import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.internal.tables.Figures;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.DeploymentConfiguration;
import io.stowage.ecs.model.service.DeploymentController;
import io.stowage.ecs.model.service.DeploymentControllerType;
import io.stowage.ecs.model.service.SchedulingStrategy;
import io.stowage.ecs.model.service.Service;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How few healthy tasks a service may fall to and how many tasks it may grow to while it deploys, as
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html">DeploymentConfiguration</a>
 * rounds: the lower bound up, the upper bound down. Immutable.
 *
 * @param desiredCount the number of tasks the service is to have; for a daemon the number of eligible instances
 * @param minimumHealthyPercent the percentage in force, written or by default
 * @param maximumPercent the percentage in force, written or by default
 */
public record DeploymentBounds(int desiredCount, int minimumHealthyPercent, int maximumPercent) {
    /**
     * Checks the signs.
     *
     * @throws IllegalArgumentException if a number is negative
     */
    public DeploymentBounds {
        if (desiredCount < 0 || minimumHealthyPercent < 0 || maximumPercent < 0) {
            throw new IllegalArgumentException("neither a count nor a percentage can be negative: desiredCount "
                    + desiredCount + ", minimumHealthyPercent " + minimumHealthyPercent + ", maximumPercent "
                    + maximumPercent);
        }
    }

    /**
     * The bounds of a replica service: 100 and 200 percent unless written otherwise.
     *
     * @param desiredCount the desired count, at least 0
     * @param configuration what the service says; {@code null} for nothing
     * @return the bounds
     * @throws IllegalArgumentException if a number is negative
     */
    public static DeploymentBounds ofReplica(int desiredCount, @Nullable DeploymentConfiguration configuration) {
        return new DeploymentBounds(
                desiredCount,
                minimum(configuration, "replica-minimum-healthy-percent"),
                configuration == null || configuration.maximumPercent() == null
                        ? Figures.of("replica-maximum-percent")
                        : configuration.maximumPercent());
    }

    /**
     * The bounds of a daemon service: 0 percent unless written otherwise, and always 100 percent at most, the only value that ECS
     * takes. (The console writes a minimum of 50.)
     *
     * @param eligibleInstances how many active instances are to have a task, at least 0
     * @param configuration what the service says; {@code null} for nothing
     * @return the bounds
     * @throws IllegalArgumentException if a number is negative
     */
    public static DeploymentBounds ofDaemon(int eligibleInstances, @Nullable DeploymentConfiguration configuration) {
        return new DeploymentBounds(
                eligibleInstances,
                minimum(configuration, "daemon-minimum-healthy-percent"),
                Figures.of("daemon-maximum-percent"));
    }

    /**
     * The bounds of a service. With the controllers {@code CODE_DEPLOY} and {@code EXTERNAL} on instances the percentages are the
     * defaults whatever is written, and hold only while instances drain; on Fargate those controllers use none.
     *
     * @param service the service
     * @param eligibleInstances for a daemon, how many active instances are to have a task; not used otherwise
     * @return the bounds; an absent desired count counts as 0
     * @throws IllegalArgumentException if a number is negative
     */
    public static DeploymentBounds of(Service service, int eligibleInstances) {
        boolean settable = isSettable(service.deploymentController(), service.launchType());
        return of(
                service.schedulingStrategy(),
                service.desiredCount(),
                eligibleInstances,
                service.deploymentConfiguration(),
                settable);
    }

    /**
     * The bounds of a service that is to be created, as above.
     *
     * @param request the service
     * @param eligibleInstances for a daemon, how many active instances are to have a task; not used otherwise
     * @return the bounds; an absent desired count counts as 0
     * @throws IllegalArgumentException if a number is negative
     */
    public static DeploymentBounds of(CreateServiceRequest request, int eligibleInstances) {
        boolean settable = isSettable(request.deploymentController(), request.launchType());
        return of(
                request.schedulingStrategy(),
                request.desiredCount(),
                eligibleInstances,
                request.deploymentConfiguration(),
                settable);
    }

    private static DeploymentBounds of(
            @Nullable SchedulingStrategy strategy,
            @Nullable Integer desiredCount,
            int eligibleInstances,
            @Nullable DeploymentConfiguration configuration,
            boolean settable) {
        return SchedulingStrategy.DAEMON.equals(strategy)
                ? ofDaemon(eligibleInstances, configuration)
                : ofReplica(desiredCount == null ? 0 : desiredCount, settable ? configuration : null);
    }

    /** The API names the launch type; a capacity provider strategy without one may be either, and then what is written stands. */
    private static boolean isSettable(@Nullable DeploymentController controller, @Nullable LaunchType launchType) {
        return controller == null
                || controller.type() == null
                || controller.type().equals(DeploymentControllerType.ECS)
                || launchType == null
                || launchType.equals(LaunchType.FARGATE);
    }

    private static int minimum(@Nullable DeploymentConfiguration configuration, String otherwise) {
        Integer written = configuration == null ? null : configuration.minimumHealthyPercent();
        return written == null ? Figures.of(otherwise) : written;
    }

    /**
     * How many healthy tasks must stay.
     *
     * @return {@code desiredCount * minimumHealthyPercent / 100}, rounded up
     */
    public long minHealthyTasks() {
        return Percent.ceiling(desiredCount, minimumHealthyPercent);
    }

    /**
     * How many tasks there may be, old and new together.
     *
     * @return {@code desiredCount * maximumPercent / 100}, rounded down
     */
    public long maxTasks() {
        return (long) desiredCount * maximumPercent / 100;
    }

    /**
     * Whether new tasks may start while every old one still runs.
     *
     * @return true if the upper bound is above the desired count
     */
    public boolean mayStartFirst() {
        return maxTasks() > desiredCount;
    }

    /**
     * Whether old tasks may stop before a new one runs.
     *
     * @return true if the lower bound is below the desired count
     */
    public boolean mayStopFirst() {
        return minHealthyTasks() < desiredCount;
    }

    /**
     * Whether the percentages alone keep any deployment from ever beginning: nothing may start and nothing may stop.
     *
     * @return true if so; false for a desired count of 0
     */
    public boolean isStuck() {
        return desiredCount > 0 && !mayStartFirst() && !mayStopFirst();
    }

    /**
     * The smallest maximum with which a task may start first.
     *
     * @return a percentage, never below {@link #maximumPercent()}; empty if there is nothing to start
     */
    public OptionalInt sufficientMaximumPercent() {
        if (desiredCount == 0) {
            return OptionalInt.empty();
        }
        long percent = ((desiredCount + 1L) * 100 + desiredCount - 1) / desiredCount;
        return OptionalInt.of((int) Math.max(maximumPercent, percent));
    }

    /**
     * The greatest minimum with which a task may stop first.
     *
     * @return a percentage, never above {@link #minimumHealthyPercent()}; empty if there is nothing to stop
     */
    public OptionalInt sufficientMinimumHealthyPercent() {
        if (desiredCount == 0) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) Math.min(minimumHealthyPercent, (desiredCount - 1L) * 100 / desiredCount));
    }
}
