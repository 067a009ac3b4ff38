package io.stowage.ecs.placement;

import io.stowage.ecs.placement.internal.engine.RequestRules;

/** Lets tests of the engine see what a session hands over of a request. */
public final class RequestAccess {
    private RequestAccess() {}

    /** The rules of a request. */
    public static RequestRules rules(PlacementRequest request) {
        return request.rules;
    }
}
