package io.stowage.ecs.placement.explain;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One of several things that a failed check is made of: an attribute that is missing, a port that is taken, a device that is in use, a
 * predicate that decides an expression. Immutable.
 *
 * @param what what is asked for: the name of an attribute, {@code TCP port 8443}, {@code GPU gpu-0}, {@code attribute:stack == prod}
 * @param found what is there instead: {@code absent}, {@code held by web/1}, {@code `attribute:stack` is absent}
 * @param askedBy JSON pointers to the members of the request that ask for it, for example {@code
 *     /taskDefinition/containerDefinitions/0/portMappings/1}; unmodifiable, may be empty
 * @param heldBy the ids of the tasks that have it, in their order; unmodifiable, usually empty
 * @param hint what would change it, {@code null} if there is nothing to say
 */
public record FailedPart(
        String what,
        String found,
        List<String> askedBy,
        List<String> heldBy,
        @Nullable String hint) {
    /** Copies the lists. */
    public FailedPart {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(found, "found");
        askedBy = List.copyOf(askedBy);
        heldBy = List.copyOf(heldBy);
    }

    /**
     * A part that no task holds.
     *
     * @param what what is asked for
     * @param found what is there instead
     * @param askedBy JSON pointers into the request
     * @return the part
     */
    public static FailedPart of(String what, String found, List<String> askedBy) {
        return new FailedPart(what, found, askedBy, List.of(), null);
    }

    /**
     * A port or device that somebody has.
     *
     * @param what what is asked for
     * @param byAgent whether the agent has reserved it for the instance itself
     * @param askedBy JSON pointers into the request
     * @param heldBy the ids of the listed tasks that have it
     * @return the part, which says who has it
     */
    public static FailedPart held(String what, boolean byAgent, List<String> askedBy, List<String> heldBy) {
        String found = byAgent
                ? "reserved by the agent"
                : heldBy.isEmpty() ? "taken by a task that is not listed" : "held by " + String.join(", ", heldBy);
        return new FailedPart(what, found, askedBy, heldBy, null);
    }
}
