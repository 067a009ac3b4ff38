package io.stowage.ecs.placement.service;

import io.stowage.ecs.model.capacity.AutoScalingGroupProvider;
import io.stowage.ecs.model.capacity.CapacityProvider;
import io.stowage.ecs.model.capacity.ManagedDraining;
import io.stowage.ecs.model.capacity.ManagedScaling;
import io.stowage.ecs.model.capacity.ManagedScalingStatus;
import io.stowage.ecs.model.capacity.ManagedTerminationProtection;
import io.stowage.ecs.placement.scaling.CapacityLimits;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An Auto Scaling group capacity provider to simulate, with managed scaling. Immutable.
 *
 * @param provider the provider; its name is required
 * @param limits the smallest and greatest size of the group
 * @param templates what new instances are like, one for each zone and instance type; a new instance goes to the zone in which the group has
 *     fewest. Their ids are not looked at; unmodifiable
 * @param launchTime from the decision to launch an instance until it has registered
 */
public record SimulatedCapacityProvider(
        CapacityProvider provider, CapacityLimits limits, List<InstanceSnapshot> templates, Duration launchTime) {
    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the provider has no name, or managed scaling is off, or there is no template, or the time is
     *     negative
     */
    public SimulatedCapacityProvider {
        Objects.requireNonNull(limits, "limits");
        templates = List.copyOf(templates);
        if (provider.name() == null || provider.name().isEmpty()) {
            throw new IllegalArgumentException("the capacity provider has no name");
        }
        if (templates.isEmpty() || launchTime.isNegative()) {
            throw new IllegalArgumentException(
                    templates.isEmpty()
                            ? "capacity provider " + provider.name()
                                    + " has no template of an instance; at least one was expected"
                            : "launchTime is " + launchTime + "; zero or more was expected");
        }
        ManagedScaling scaling = provider.autoScalingGroupProvider() == null
                ? null
                : provider.autoScalingGroupProvider().managedScaling();
        if (scaling == null || ManagedScalingStatus.DISABLED.equals(scaling.status())) {
            throw new IllegalArgumentException("managed scaling of capacity provider " + provider.name()
                    + " is off; a group that nobody scales needs no simulation: register its instances");
        }
    }

    /**
     * The name of the provider.
     *
     * @return never null
     */
    public String name() {
        return Objects.requireNonNull(provider.name());
    }

    /**
     * The settings of managed scaling.
     *
     * @return never null
     */
    public ManagedScaling scaling() {
        return Objects.requireNonNull(group().managedScaling());
    }

    /**
     * Whether instances with tasks that are no daemons' are kept from scale-in.
     *
     * @return false unless written
     */
    public boolean isTerminationProtected() {
        return ManagedTerminationProtection.ENABLED.equals(group().managedTerminationProtection());
    }

    /**
     * Whether instances are drained before they end.
     *
     * @return true unless switched off
     */
    public boolean isDrained() {
        return group().effectiveManagedDraining().equals(ManagedDraining.ENABLED);
    }

    private AutoScalingGroupProvider group() {
        @Nullable AutoScalingGroupProvider group = provider.autoScalingGroupProvider();
        return Objects.requireNonNull(group);
    }
}
