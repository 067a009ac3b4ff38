package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a task proves its rights to an Amazon EFS file system.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSAuthorizationConfig.html">EFSAuthorizationConfig</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param accessPointId the EFS access point to mount through; it demands transit encryption and a {@code rootDirectory} that is
 *     absent or {@code /}. Absent: none
 * @param iam whether the task role is used for mounting; absent: {@link EFSAuthorizationConfigIAM#DISABLED}
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record EFSAuthorizationConfig(
        @Nullable String accessPointId,
        @Nullable EFSAuthorizationConfigIAM iam,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public EFSAuthorizationConfig {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static EFSAuthorizationConfigBuilder builder() {
        return EFSAuthorizationConfigBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public EFSAuthorizationConfigBuilder toBuilder() {
        return EFSAuthorizationConfigBuilder.builder(this);
    }

    /**
     * Whether the role of the task decides: what is written, or not.
     *
     * @return never null
     */
    public EFSAuthorizationConfigIAM effectiveIam() {
        return iam == null ? EFSAuthorizationConfigIAM.DISABLED : iam;
    }
}
