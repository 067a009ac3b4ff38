package io.stowage.ecs.validation.diff;

import io.stowage.ecs.model.deployment.DeploymentBounds;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.json.ReadOptions;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.SchedulingStrategy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a service says in a form that can be compared: defaults filled in, ARNs of cluster and task definition as names, lists
 * whose order means nothing sorted by what identifies their elements.
 */
final class ServiceContent {
    /** What identifies an element; lists of other members keep their order, or hold plain values and are sorted. */
    private static final Map<String, List<String>> KEYS = Map.of(
            "loadBalancers", List.of("targetGroupArn", "loadBalancerName", "containerName", "containerPort"),
            "serviceRegistries", List.of("registryArn"),
            "capacityProviderStrategy", List.of("capacityProvider"),
            "placementConstraints", List.of("type", "expression"),
            "volumeConfigurations", List.of("name"),
            "vpcLatticeConfigurations", List.of("targetGroupArn", "portName"),
            "tags", List.of("key"));

    private static final Set<String> SETS = Set.of("subnets", "securityGroups", "alarmNames");

    private final Map<String, @Nullable Object> members;

    ServiceContent(CreateServiceRequest service) {
        Map<String, @Nullable Object> plain = object(plain(service));
        plain.remove("clientToken");
        strip(plain);
        shorten(plain, "cluster");
        shorten(plain, "taskDefinition");
        addDefaults(plain, service);
        strip(plain);
        members = object(sorted("", plain));
    }

    /** A place where two services differ. */
    record Difference(
            String path, @Nullable Object before, @Nullable Object after) {}

    List<Difference> differences(ServiceContent other) {
        List<Difference> found = new ArrayList<>();
        compare(members, other.members, "", found);
        return found;
    }

    private static @Nullable Object plain(CreateServiceRequest service) {
        return EcsJson.readTree(SourceText.of("service", EcsJson.write(service)), ReadOptions.standard())
                .orThrow()
                .plain();
    }

    /** What ECS takes where nothing is written. */
    private static void addDefaults(Map<String, @Nullable Object> plain, CreateServiceRequest service) {
        boolean daemon = service.effectiveSchedulingStrategy().equals(SchedulingStrategy.DAEMON);
        plain.putIfAbsent(
                "schedulingStrategy", service.effectiveSchedulingStrategy().value());
        plain.putIfAbsent("cluster", "default");
        plain.putIfAbsent("propagateTags", "NONE");
        plain.putIfAbsent("enableECSManagedTags", false);
        plain.putIfAbsent("enableExecuteCommand", false);
        plain.putIfAbsent("healthCheckGracePeriodSeconds", 0);
        if (!plain.containsKey("capacityProviderStrategy")) {
            plain.putIfAbsent("launchType", "EC2");
        }
        if ("LATEST".equals(plain.get("platformVersion"))) {
            plain.remove("platformVersion");
        }
        child(plain, "deploymentController").putIfAbsent("type", "ECS");
        if (daemon) {
            // How many there are, the instances decide.
            plain.remove("desiredCount");
        }
        if ("ECS".equals(child(plain, "deploymentController").get("type"))) {
            Map<String, @Nullable Object> deployment = child(plain, "deploymentConfiguration");
            DeploymentBounds bounds = DeploymentBounds.of(service, 1);
            deployment.putIfAbsent("maximumPercent", bounds.maximumPercent());
            deployment.putIfAbsent("minimumHealthyPercent", bounds.minimumHealthyPercent());
            deployment.putIfAbsent("strategy", "ROLLING");
            deployment.putIfAbsent("bakeTimeInMinutes", 0);
            Map<String, @Nullable Object> breaker = child(deployment, "deploymentCircuitBreaker");
            breaker.putIfAbsent("enable", false);
            breaker.putIfAbsent("rollback", false);
        }
        if (plain.get("networkConfiguration") instanceof Map<?, ?> network
                && network.get("awsvpcConfiguration") instanceof Map<?, ?> vpc) {
            object(vpc).putIfAbsent("assignPublicIp", "DISABLED");
        }
        if (plain.get("capacityProviderStrategy") instanceof List<?> strategy) {
            for (Object item : strategy) {
                if (item instanceof Map<?, ?>) {
                    object(item).putIfAbsent("base", 0);
                    object(item).putIfAbsent("weight", 0);
                }
            }
        }
    }

    /** The name in an ARN; a task definition keeps its revision. */
    private static void shorten(Map<String, @Nullable Object> plain, String member) {
        if (plain.get(member) instanceof String text && text.startsWith("arn:")) {
            plain.put(member, text.substring(text.lastIndexOf('/') + 1));
        }
    }

    private static Map<String, @Nullable Object> child(Map<String, @Nullable Object> plain, String name) {
        if (!(plain.get(name) instanceof Map<?, ?>)) {
            plain.put(name, new LinkedHashMap<>());
        }
        return object(plain.get(name));
    }

    /** Lists become maps from what identifies their elements, where order means nothing. */
    private static @Nullable Object sorted(String name, @Nullable Object value) {
        if (value instanceof Map<?, ?>) {
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            object(value).forEach((member, inner) -> sorted.put(member, sorted(member, inner)));
            return sorted;
        }
        if (!(value instanceof List<?> list)) {
            return value;
        }
        List<String> keys = KEYS.get(name);
        if (keys != null && list.stream().allMatch(Map.class::isInstance)) {
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            for (Object element : list) {
                String key = key(object(element), keys);
                // Two alike are told apart by their number.
                for (int i = 2; sorted.containsKey(key); i++) {
                    key = key(object(element), keys) + " (" + i + ")";
                }
                sorted.put(key, sorted("", element));
            }
            return sorted;
        }
        if (SETS.contains(name)) {
            return list.stream().map(String::valueOf).sorted().toList();
        }
        List<@Nullable Object> inner = new ArrayList<>();
        list.forEach(element -> inner.add(sorted("", element)));
        return inner;
    }

    private static String key(Map<String, @Nullable Object> element, List<String> keys) {
        List<String> parts = new ArrayList<>();
        for (String key : keys) {
            Object part = element.get(key);
            if (part != null) {
                String text = part.toString();
                parts.add(text.startsWith("arn:") ? text.substring(text.lastIndexOf(':') + 1) : text);
            }
        }
        return parts.isEmpty() ? "-" : String.join(" ", parts);
    }

    private static void strip(Map<String, @Nullable Object> plain) {
        plain.values().forEach(value -> {
            if (value instanceof Map<?, ?>) {
                strip(object(value));
            } else if (value instanceof List<?> list) {
                list.stream().filter(Map.class::isInstance).forEach(element -> strip(object(element)));
            }
        });
        plain.values()
                .removeIf(value -> value == null
                        || value instanceof List<?> list && list.isEmpty()
                        || value instanceof Map<?, ?> map && map.isEmpty()
                        || value instanceof String text && text.isEmpty());
    }

    private static void compare(@Nullable Object before, @Nullable Object after, String path, List<Difference> found) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before instanceof Map<?, ?> && after instanceof Map<?, ?>) {
            Set<String> names = new TreeSet<>(object(before).keySet());
            names.addAll(object(after).keySet());
            for (String name : names) {
                String step = name.replace("~", "~0").replace("/", "~1");
                compare(object(before).get(name), object(after).get(name), path + "/" + step, found);
            }
        } else if (before instanceof List<?> one && after instanceof List<?> two && one.size() == two.size()) {
            for (int i = 0; i < one.size(); i++) {
                compare(one.get(i), two.get(i), path + "/" + i, found);
            }
        } else {
            found.add(new Difference(path, before, after));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> object(@Nullable Object value) {
        if (!(value instanceof Map)) {
            throw new IllegalStateException("not an object: " + value);
        }
        return (Map<String, @Nullable Object>) value;
    }
}
