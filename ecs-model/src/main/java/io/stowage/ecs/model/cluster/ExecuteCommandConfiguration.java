package io.stowage.ecs.model.cluster;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How ECS Exec sessions in a cluster are encrypted and where their output is logged.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExecuteCommandConfiguration.html">ExecuteCommandConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param kmsKeyId the KMS key that encrypts the data between the client and the container in addition; absent: none
 * @param logConfiguration where the output goes with {@link ExecuteCommandLogging#OVERRIDE}, which requires it
 * @param logging which log settings apply; absent: {@link ExecuteCommandLogging#DEFAULT}
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ExecuteCommandConfiguration(
        @Nullable String kmsKeyId,
        @Nullable ExecuteCommandLogConfiguration logConfiguration,
        @Nullable ExecuteCommandLogging logging,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ExecuteCommandConfiguration {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ExecuteCommandConfigurationBuilder builder() {
        return ExecuteCommandConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ExecuteCommandConfigurationBuilder toBuilder() {
        return ExecuteCommandConfigurationBuilder.builder(this);
    }
}
