package io.stowage.ecs.placement.plugin;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why an instance cannot take a task: one failed check.
 *
 * @param reason the reason word, as ECS answers it in the {@code failures} of RunTask
 * @param detail one sentence with what was needed and what was there
 * @param have how much there is; {@code null} if the reason is no amount
 * @param need how much is needed; {@code null} if the reason is no amount
 * @param askedBy JSON pointers to the members of the request that ask for it; unmodifiable, may be empty
 */
public record Refusal(
        String reason,
        String detail,
        @Nullable Long have,
        @Nullable Long need,
        List<String> askedBy) {
    /** Copies the list. */
    public Refusal {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(detail, "detail");
        askedBy = List.copyOf(askedBy);
    }

    /**
     * A refusal that is no matter of amounts.
     *
     * @param reason the reason word
     * @param detail one sentence
     * @param askedBy JSON pointers into the request
     * @return the refusal
     */
    public static Refusal because(String reason, String detail, List<String> askedBy) {
        return new Refusal(reason, detail, null, null, askedBy);
    }
}
