package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a container the log router of its task: it receives what containers with {@link LogDriver#AWSFIRELENS} write. Not on
 * Windows.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_FirelensConfiguration.html">FirelensConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param options {@code enable-ecs-log-metadata} ({@code "true"} or {@code "false"}, the former by default), and
 *     {@code config-file-type} ({@code s3} or {@code file}, on Fargate only {@code file}) with {@code config-file-value} for a
 *     configuration of one's own; empty: the generated one alone
 * @param type the program in the container; required
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record FirelensConfiguration(
        Map<String, String> options,
        @Nullable FirelensConfigurationType type,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public FirelensConfiguration {
        options = Presence.mapOf(options);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static FirelensConfigurationBuilder builder() {
        return FirelensConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public FirelensConfigurationBuilder toBuilder() {
        return FirelensConfigurationBuilder.builder(this);
    }
}
