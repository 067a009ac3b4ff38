package io.stowage.ecs.model.discovery;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The attributes under which a task is registered with Cloud Map.
 *
 * @param ipv4 private IPv4 address; {@code null} if it has none
 * @param ipv6 IPv6 address; {@code null} if it has none
 * @param port the port that is registered; {@code null} without SRV records
 * @param availabilityZone zone of the task
 * @param region region of the task
 * @param serviceName name of the ECS service
 * @param clusterName name of the cluster
 * @param family family of the task definition
 * @param ec2InstanceId id of the instance; {@code null} on Fargate
 * @param taskSetExternalId id of the task set; {@code null} unless it has one
 */
public record CloudMapInstance(
        @Nullable String ipv4,
        @Nullable String ipv6,
        @Nullable Integer port,
        String availabilityZone,
        String region,
        String serviceName,
        String clusterName,
        String family,
        @Nullable String ec2InstanceId,
        @Nullable String taskSetExternalId) {
    /**
     * The attributes by the names that ECS gives them.
     *
     * @return sorted by name, without those that are not known; unmodifiable
     */
    public Map<String, String> attributes() {
        SortedMap<String, String> attributes = new TreeMap<>();
        put(attributes, "AWS_INSTANCE_IPV4", ipv4);
        put(attributes, "AWS_INSTANCE_IPV6", ipv6);
        put(attributes, "AWS_INSTANCE_PORT", port);
        put(attributes, "AVAILABILITY_ZONE", availabilityZone);
        put(attributes, "REGION", region);
        put(attributes, "ECS_SERVICE_NAME", serviceName);
        put(attributes, "ECS_CLUSTER_NAME", clusterName);
        put(attributes, "ECS_TASK_DEFINITION_FAMILY", family);
        put(attributes, "EC2_INSTANCE_ID", ec2InstanceId);
        put(attributes, "ECS_TASK_SET_EXTERNAL_ID", taskSetExternalId);
        return Collections.unmodifiableSortedMap(attributes);
    }

    private static void put(Map<String, String> attributes, String name, @Nullable Object value) {
        if (value != null) {
            attributes.put(name, value.toString());
        }
    }
}
