package io.stowage.ecs.placement;

/**
 * Is told of every decision about where a task goes or which task stops, before it takes effect. StartTask and daemons decide nothing. Given to {@link PlacementEngine.Builder#listener}; an engine
 * without listeners does not spend time on explanations.
 *
 * <p>A listener that throws ends the call as any broken plug-in does, and the session stays as it was. What it has been told of by then
 * did not happen.
 */
@FunctionalInterface
public interface PlacementListener {
    /**
     * It was decided where a task goes.
     *
     * @param decision how
     */
    void decided(PlacementDecision decision);

    /**
     * It was decided which task stops.
     *
     * @param decision how
     */
    default void stopping(StopDecision decision) {}
}
