package io.stowage.ecs.model.cluster;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the output of ECS Exec sessions is logged: CloudWatch Logs, an S3 bucket, or both. ECS creates neither.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExecuteCommandLogConfiguration.html">ExecuteCommandLogConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param cloudWatchEncryptionEnabled whether what goes to CloudWatch Logs is encrypted; absent: false
 * @param cloudWatchLogGroupName an existing CloudWatch log group; absent: nothing is sent there
 * @param s3BucketName an existing S3 bucket; absent: nothing is sent there
 * @param s3EncryptionEnabled whether what goes to S3 is encrypted; absent: false
 * @param s3KeyPrefix the folder within the bucket; absent: no folder
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ExecuteCommandLogConfiguration(
        @Nullable Boolean cloudWatchEncryptionEnabled,
        @Nullable String cloudWatchLogGroupName,
        @Nullable String s3BucketName,
        @Nullable Boolean s3EncryptionEnabled,
        @Nullable String s3KeyPrefix,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ExecuteCommandLogConfiguration {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ExecuteCommandLogConfigurationBuilder builder() {
        return ExecuteCommandLogConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ExecuteCommandLogConfigurationBuilder toBuilder() {
        return ExecuteCommandLogConfigurationBuilder.builder(this);
    }
}
