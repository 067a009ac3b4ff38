package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a task logs in to an Amazon FSx for Windows File Server file system.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_FSxWindowsFileServerAuthorizationConfig.html">FSxWindowsFileServerAuthorizationConfig</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param credentialsParameter the ARN of a Secrets Manager secret or SSM parameter with user name and password, read with the
 *     execution role; required
 * @param domain the fully qualified name of the Active Directory domain; required
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record FSxWindowsFileServerAuthorizationConfig(
        @Nullable String credentialsParameter, @Nullable String domain, Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public FSxWindowsFileServerAuthorizationConfig {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static FSxWindowsFileServerAuthorizationConfigBuilder builder() {
        return FSxWindowsFileServerAuthorizationConfigBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public FSxWindowsFileServerAuthorizationConfigBuilder toBuilder() {
        return FSxWindowsFileServerAuthorizationConfigBuilder.builder(this);
    }
}
