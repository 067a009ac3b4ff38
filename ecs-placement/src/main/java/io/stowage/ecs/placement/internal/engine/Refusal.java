package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.model.needs.Need;
import io.stowage.ecs.placement.PlacementFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A failed check: ECS's reason, a sentence, the numbers where there are any, and who asks. */
record Refusal(
        String reason,
        String detail,
        @Nullable Long have,
        @Nullable Long need,
        List<String> askedBy) {
    private static final String OVERRIDES = "/overrides/";

    /** Pointers into the task definition, or into the overrides of the request, as pointers into the request. */
    static List<String> inRequest(List<String> pointers) {
        return pointers.stream()
                .map(pointer -> pointer.startsWith(OVERRIDES) ? pointer : "/taskDefinition" + pointer)
                .toList();
    }

    static Refusal amount(String reason, String what, long have, Need need) {
        return new Refusal(
                reason,
                "needs " + need.amount() + " " + what + ", has " + have + " left",
                have,
                need.amount(),
                inRequest(need.askedBy()));
    }

    static Refusal because(String reason, String detail, List<String> askedBy) {
        return new Refusal(reason, detail, null, null, askedBy);
    }

    PlacementFailure of(Node node) {
        return new PlacementFailure(node.id(), reason, detail, have, need, askedBy);
    }
}
