package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A limit of the Linux kernel on what a container may use. On Fargate only {@link UlimitName#NOFILE} takes effect.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Ulimit.html">Ulimit</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param hardLimit what a process may raise the soft limit to, in the unit of the name; -1 is unlimited. Required
 * @param name what is limited; required
 * @param softLimit the limit that applies, not above the hard one, in the unit of the name; required
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record Ulimit(
        @Nullable Integer hardLimit,
        @Nullable UlimitName name,
        @Nullable Integer softLimit,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public Ulimit {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static UlimitBuilder builder() {
        return UlimitBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public UlimitBuilder toBuilder() {
        return UlimitBuilder.builder(this);
    }
}
