package io.stowage.ecs.model.task;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.cluster.Attribute;
import io.stowage.ecs.model.common.Attachment;
import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.common.Tag;
import io.stowage.ecs.model.internal.WithBuilder;
import io.stowage.ecs.model.taskdef.EphemeralStorage;
import io.stowage.ecs.model.taskdef.InferenceAccelerator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task as ECS reports it: containers of one task definition, started together on one host.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Task.html">Task</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param attachments what is attached to the task, such as its network interface in network mode {@code awsvpc}; empty: nothing
 * @param attributes attributes of the task itself, such as {@code ecs.cpu-architecture}
 * @param availabilityZone the zone it runs in, for example {@code us-east-1a}; absent: not reported
 * @param capacityProviderName the capacity provider that it was started with; absent: it was started without one
 * @param clusterArn identifies the cluster that it runs in
 * @param connectivity whether it is in contact with ECS; absent: not reported
 * @param connectivityAt when contact was last made; absent: never
 * @param containerInstanceArn identifies the instance that hosts it; absent on Fargate, and as long as the task has no place
 * @param containers its containers, one for each container definition, and those that ECS adds
 * @param cpu CPU of the task as text, in CPU units; absent: not reported. Fargate always has it
 * @param createdAt when it was created, that is, became {@code PENDING}
 * @param desiredStatus the state ECS steers it to, {@code RUNNING} or {@code STOPPED}
 * @param enableExecuteCommand whether ECS Exec can run commands in its containers; absent: false
 * @param ephemeralStorage the temporary disk asked for on Fargate; absent: none but the usual one
 * @param executionStoppedAt when its containers had stopped; absent: they have not
 * @param fargateEphemeralStorage the temporary disk that it has on Fargate, with its key; absent elsewhere
 * @param group its task group: {@code service:NAME}, {@code family:FAMILY}, or a name given at the start
 * @param healthStatus the health of its essential containers together; {@link HealthStatus#UNKNOWN} or absent without health
 *     checks
 * @param inferenceAccelerators Elastic Inference accelerators; withdrawn, empty
 * @param lastStatus the state last reported; on its way a task passes through {@code PROVISIONING}, {@code PENDING},
 *     {@code ACTIVATING}, {@code RUNNING}, {@code DEACTIVATING}, {@code STOPPING}, {@code DEPROVISIONING} and {@code STOPPED},
 *     not always all of them
 * @param launchType the infrastructure it runs on; absent: not reported
 * @param memory memory of the task as text, in MiB; absent: not reported. Fargate always has it
 * @param overrides what was changed in the task definition for it; absent or holding nothing: nothing
 * @param platformFamily its operating system on Fargate, for example {@code Linux}; absent elsewhere
 * @param platformVersion its platform version on Fargate, for example {@code 1.4.0}; absent elsewhere
 * @param pullStartedAt when the pull of its images began; absent: it has not
 * @param pullStoppedAt when the pull of its images ended; absent: it has not
 * @param startedAt when it became {@code RUNNING}; absent: it never has
 * @param startedBy who started it: the deployment for a task of a service, otherwise what the request said; absent: it said
 *     nothing
 * @param stopCode why it stopped, as a code; absent: it has not been stopped
 * @param stoppedAt when it became {@code STOPPED}; absent: it has not
 * @param stoppedReason why it stopped, as a text; absent: it has not been stopped
 * @param stoppingAt when its stop was decided, and its desired state became {@code STOPPED}; absent: it was not
 * @param tags its tags, at most 50; ECS lists them only when asked to
 * @param taskArn identifies the task; the part after the last slash is its id
 * @param taskDefinitionArn identifies the revision of the task definition it was started from
 * @param version counts the changes of its state that ECS made known as events: of two reports the higher is the later
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record Task(
        List<Attachment> attachments,
        List<Attribute> attributes,
        @Nullable String availabilityZone,
        @Nullable String capacityProviderName,
        @Nullable String clusterArn,
        @Nullable Connectivity connectivity,
        @Nullable Instant connectivityAt,
        @Nullable String containerInstanceArn,
        List<Container> containers,
        @Nullable String cpu,
        @Nullable Instant createdAt,
        @Nullable String desiredStatus,
        @Nullable Boolean enableExecuteCommand,
        @Nullable EphemeralStorage ephemeralStorage,
        @Nullable Instant executionStoppedAt,
        @Nullable TaskEphemeralStorage fargateEphemeralStorage,
        @Nullable String group,
        @Nullable HealthStatus healthStatus,
        List<InferenceAccelerator> inferenceAccelerators,
        @Nullable String lastStatus,
        @Nullable LaunchType launchType,
        @Nullable String memory,
        @Nullable TaskOverride overrides,
        @Nullable String platformFamily,
        @Nullable String platformVersion,
        @Nullable Instant pullStartedAt,
        @Nullable Instant pullStoppedAt,
        @Nullable Instant startedAt,
        @Nullable String startedBy,
        @Nullable TaskStopCode stopCode,
        @Nullable Instant stoppedAt,
        @Nullable String stoppedReason,
        @Nullable Instant stoppingAt,
        List<Tag> tags,
        @Nullable String taskArn,
        @Nullable String taskDefinitionArn,
        @Nullable Long version,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public Task {
        attachments = Presence.listOf(attachments);
        attributes = Presence.listOf(attributes);
        containers = Presence.listOf(containers);
        inferenceAccelerators = Presence.listOf(inferenceAccelerators);
        tags = Presence.listOf(tags);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static TaskBuilder builder() {
        return TaskBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public TaskBuilder toBuilder() {
        return TaskBuilder.builder(this);
    }
}
