package io.stowage.ecs.placement;

/**
 * An instance that a request does not look at, and that therefore reports no failure: it is draining, say.
 *
 * @param containerInstance the id of the instance
 * @param because why, as the end of a sentence, for example {@code its status is DRAINING}
 */
public record UnconsideredInstance(String containerInstance, String because) {}
