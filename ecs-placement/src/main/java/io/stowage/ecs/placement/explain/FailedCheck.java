package io.stowage.ecs.placement.explain;

import io.stowage.ecs.placement.PlacementFailure;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A check that an instance fails, with everything there is to know about it. Immutable.
 *
 * @param kind what it is about
 * @param about what it asks for, the same for all instances that fail it alike: {@code memory}, {@code TCP port 8443}, {@code attribute
 *     ecs.capability.task-eni}, {@code memberOf attribute:stack == prod}
 * @param reason ECS's reason, as {@link PlacementFailure#reason()} has it; {@code null} where ECS reports none, because the request does
 *     not look at the instance
 * @param detail one sentence with what is needed and what is there
 * @param have how much is left on the instance, negative if more is held than there is; {@code null} if it is no matter of amounts
 * @param need how much the task needs; {@code null} if it is no matter of amounts
 * @param total how much the instance has in all; {@code null} if it is no matter of amounts, and for resources of plug-ins
 * @param unit of what, for example {@code MiB}; {@code null} if it is no matter of amounts
 * @param askedBy JSON pointers to the members of the request that ask for it; unmodifiable, may be empty
 * @param holders the listed tasks that hold something of it, those with the most first, then by id; unmodifiable. Tasks that are not
 *     listed are not known, see {@link #heldByOthers()}
 * @param parts what it is made of, where that is more than one thing; unmodifiable, may be empty
 * @param expression for {@code memberOf} the verdict on every part of the expression, {@code null} for other checks
 */
public record FailedCheck(
        CheckKind kind,
        String about,
        @Nullable String reason,
        String detail,
        @Nullable Long have,
        @Nullable Long need,
        @Nullable Long total,
        @Nullable String unit,
        List<String> askedBy,
        List<Holder> holders,
        List<FailedPart> parts,
        io.stowage.ecs.cql.@Nullable Explanation expression) {
    /** Copies the lists. */
    public FailedCheck {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(detail, "detail");
        askedBy = List.copyOf(askedBy);
        holders = List.copyOf(holders);
        parts = List.copyOf(parts);
    }

    /**
     * How much is missing.
     *
     * @return more than 0, in the unit of the check; {@code null} if it is no matter of too little
     */
    public @Nullable Long shortfall() {
        return have == null || need == null || have >= need ? null : Long.valueOf(need - have);
    }

    /**
     * How much of what is in use is held by nobody that is listed: tasks that the snapshot does not list, or the instance itself.
     *
     * @return 0 or more, in the unit of the check; {@code null} if the instance does not tell how much it has
     */
    public @Nullable Long heldByOthers() {
        if (have == null || total == null) {
            return null;
        }
        long listed = holders.stream().mapToLong(Holder::amount).sum();
        return Math.max(0, total - have - listed);
    }
}
