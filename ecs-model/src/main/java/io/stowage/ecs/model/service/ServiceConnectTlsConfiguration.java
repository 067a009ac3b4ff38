package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the traffic to a {@link ServiceConnectService} is encrypted between the proxies.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectTlsConfiguration.html">ServiceConnectTlsConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param issuerCertificateAuthority who issues the certificates; required
 * @param kmsKey the customer's KMS key for the key material of the certificates; optional
 * @param roleArn the infrastructure role with which ECS obtains the certificates
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ServiceConnectTlsConfiguration(
        @Nullable ServiceConnectTlsCertificateAuthority issuerCertificateAuthority,
        @Nullable String kmsKey,
        @Nullable String roleArn,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ServiceConnectTlsConfiguration {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ServiceConnectTlsConfigurationBuilder builder() {
        return ServiceConnectTlsConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ServiceConnectTlsConfigurationBuilder toBuilder() {
        return ServiceConnectTlsConfigurationBuilder.builder(this);
    }
}
