package io.stowage.ecs.model.common;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that ECS attached to a task, a container instance or a cluster: a network interface, a Service Connect proxy, an EBS volume.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Attachment.html">Attachment</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param details facts that depend on the type, by name; for a network interface {@code subnetId}, {@code networkInterfaceId},
 *     {@code macAddress} and {@code privateIPv4Address}
 * @param id identifies the attachment; network interfaces of containers refer to it
 * @param status {@code PRECREATED}, {@code CREATED}, {@code ATTACHING}, {@code ATTACHED}, {@code DETACHING}, {@code DETACHED},
 *     {@code DELETED} or {@code FAILED}
 * @param type for example {@code ElasticNetworkInterface}, {@code Service Connect} or {@code AmazonElasticBlockStorage}
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record Attachment(
        List<KeyValuePair> details,
        @Nullable String id,
        @Nullable String status,
        @Nullable String type,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public Attachment {
        details = Presence.listOf(details);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static AttachmentBuilder builder() {
        return AttachmentBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public AttachmentBuilder toBuilder() {
        return AttachmentBuilder.builder(this);
    }
}
