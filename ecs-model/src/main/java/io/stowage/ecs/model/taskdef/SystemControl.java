package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kernel parameter set in the namespaces of a container, as with {@code sysctl}. Linux only; on Fargate from platform version
 * 1.4.0.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_SystemControl.html">SystemControl</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param namespace the name of the parameter: {@code net.*} (not in network mode {@code host}), or one of the IPC namespace such
 *     as {@code kernel.shmmax} or {@code fs.mqueue.*} (not with {@link IpcMode#HOST})
 * @param value what to set it to
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record SystemControl(
        @Nullable String namespace, @Nullable String value, Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public SystemControl {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static SystemControlBuilder builder() {
        return SystemControlBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public SystemControlBuilder toBuilder() {
        return SystemControlBuilder.builder(this);
    }
}
