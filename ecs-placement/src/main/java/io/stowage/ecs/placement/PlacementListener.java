package io.stowage.ecs.placement;

/**
 * Is told of every decision about where a task goes, before it takes effect. Given to {@link PlacementEngine.Builder#listener}; an engine
 * without listeners does not spend time on explanations.
 *
 * <p>A listener that throws ends the call as any broken plug-in does, and the session stays as it was. What it has been told of by then
 * did not happen.
 */
@FunctionalInterface
public interface PlacementListener {
    /**
     * A decision was made.
     *
     * @param decision how
     */
    void decided(PlacementDecision decision);
}
