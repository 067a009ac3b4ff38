package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who issues the certificates for Service Connect TLS.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectTlsCertificateAuthority.html">ServiceConnectTlsCertificateAuthority</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param awsPcaAuthorityArn the certificate authority of AWS Private CA
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ServiceConnectTlsCertificateAuthority(
        @Nullable String awsPcaAuthorityArn, Map<String, @Nullable Object> otherMembers) implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ServiceConnectTlsCertificateAuthority {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ServiceConnectTlsCertificateAuthorityBuilder builder() {
        return ServiceConnectTlsCertificateAuthorityBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ServiceConnectTlsCertificateAuthorityBuilder toBuilder() {
        return ServiceConnectTlsCertificateAuthorityBuilder.builder(this);
    }
}
