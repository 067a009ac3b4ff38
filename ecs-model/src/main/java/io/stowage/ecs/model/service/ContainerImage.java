package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The image that a container of a {@link ServiceRevision} runs. ECS resolves a tag to a digest once and starts every task of the revision
 * from that digest.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerImage.html">ContainerImage</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param containerName the container, as named in the task definition
 * @param image the image reference of the container
 * @param imageDigest the digest that the reference was resolved to, such as {@code sha256:...}; absent while, or where, it is not
 *     resolved
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ContainerImage(
        @Nullable String containerName,
        @Nullable String image,
        @Nullable String imageDigest,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ContainerImage {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ContainerImageBuilder builder() {
        return ContainerImageBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ContainerImageBuilder toBuilder() {
        return ContainerImageBuilder.builder(this);
    }
}
