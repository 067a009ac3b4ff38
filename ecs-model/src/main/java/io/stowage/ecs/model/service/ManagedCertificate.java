package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ACM certificate that ECS obtained for the HTTPS endpoint of an Express service.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ManagedCertificate.html">ManagedCertificate</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param arn identifies the certificate in ACM; absent while there is none
 * @param domainName the fully qualified domain name that the certificate is for
 * @param status how far its creation or removal is
 * @param statusReason why it is in this status, in words; absent if there is nothing to say
 * @param updatedAt when the certificate last changed
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ManagedCertificate(
        @Nullable String arn,
        @Nullable String domainName,
        @Nullable ManagedResourceStatus status,
        @Nullable String statusReason,
        @Nullable Instant updatedAt,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ManagedCertificate {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ManagedCertificateBuilder builder() {
        return ManagedCertificateBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ManagedCertificateBuilder toBuilder() {
        return ManagedCertificateBuilder.builder(this);
    }
}
