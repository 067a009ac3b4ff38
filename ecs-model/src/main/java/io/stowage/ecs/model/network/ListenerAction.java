package io.stowage.ecs.model.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a listener does with a request. */
public sealed interface ListenerAction {
    /**
     * Hands it to one of some target groups.
     *
     * @param weights ARNs of target groups and their weights, 0 to 999, in written order
     */
    record Forward(Map<String, Integer> weights) implements ListenerAction {
        /**
         * Copies the map.
         *
         * @throws IllegalArgumentException if there is no target group, or a weight is out of range
         */
        public Forward {
            if (weights.isEmpty() || weights.values().stream().anyMatch(w -> w < 0 || w > 999)) {
                throw new IllegalArgumentException(
                        "at least one target group with a weight from 0 to 999 was expected: " + weights);
            }
            weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        }

        /**
         * All to one.
         *
         * @param targetGroupArn the target group
         * @return the action
         */
        public static Forward to(String targetGroupArn) {
            return new Forward(Map.of(targetGroupArn, 1));
        }
    }

    /**
     * Sends the client elsewhere.
     *
     * @param location the URI as written, with its {@code #{…}} parts
     * @param permanent whether with 301 instead of 302
     */
    record Redirect(String location, boolean permanent) implements ListenerAction {}

    /**
     * Answers by itself.
     *
     * @param statusCode the HTTP status
     */
    record FixedResponse(int statusCode) implements ListenerAction {}
}
