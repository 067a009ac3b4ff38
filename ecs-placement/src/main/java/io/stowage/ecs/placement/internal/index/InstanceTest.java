package io.stowage.ecs.placement.internal.index;

/** A question about an instance, answered by its handle. */
@FunctionalInterface
public interface InstanceTest {
    /**
     * Asks.
     *
     * @param instance the handle
     * @return whether the instance will do
     */
    boolean test(int instance);
}
