package io.stowage.ecs.placement.cli;

import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How instances are shown. */
final class InstanceText {
    private InstanceText() {}

    /** What a person calls the instance: the id of its machine, else the last part of its ARN. */
    static String name(InstanceSnapshot instance) {
        String machine = instance.ec2InstanceId();
        return machine == null || machine.isEmpty() ? instance.shortId() : machine;
    }

    static String zone(InstanceSnapshot instance) {
        return Objects.requireNonNullElse(instance.zone(), "no zone");
    }

    static String type(InstanceSnapshot instance) {
        return Objects.requireNonNullElse(instance.instanceType(), "");
    }

    /** The members of JSON output that name an instance. */
    static Map<String, @Nullable Object> plain(InstanceSnapshot instance) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("containerInstance", instance.id());
        plain.put("ec2InstanceId", instance.ec2InstanceId());
        plain.put("availabilityZone", instance.zone());
        plain.put("instanceType", instance.instanceType());
        plain.put("status", instance.status());
        return plain;
    }
}
