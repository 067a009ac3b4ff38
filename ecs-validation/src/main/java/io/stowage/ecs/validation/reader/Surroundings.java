package io.stowage.ecs.validation.reader;

import io.stowage.ecs.model.capacity.CreateCapacityProviderRequest;
import io.stowage.ecs.model.cluster.Attribute;
import io.stowage.ecs.model.cluster.ContainerInstance;
import io.stowage.ecs.model.cluster.CreateClusterRequest;
import io.stowage.ecs.model.cluster.Resource;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.DocumentKind;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.json.JsonTree;
import io.stowage.ecs.model.json.JsonTree.JsonArray;
import io.stowage.ecs.model.json.JsonTree.JsonObject;
import io.stowage.ecs.model.json.ParsedDocument;
import io.stowage.ecs.model.json.ReadOptions;
import io.stowage.ecs.model.taskdef.CPUArchitecture;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.input.EcsConfigurationBuilder;
import io.stowage.ecs.validation.input.InboundRule;
import io.stowage.ecs.validation.input.KnownInstance;
import io.stowage.ecs.validation.input.KnownLoadBalancer;
import io.stowage.ecs.validation.input.KnownSecurityGroup;
import io.stowage.ecs.validation.input.KnownService;
import io.stowage.ecs.validation.input.KnownSubnet;
import io.stowage.ecs.validation.input.KnownTargetGroup;
import io.stowage.ecs.validation.input.KnownTargetHealthCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects what describes a cluster and what lies around it, and gives it to the configurations that are validated. */
final class Surroundings {
    private final ReadOptions options;
    private final Collected<KnownInstance> instances = new Collected<>("/containerInstances");
    private final Collected<CreateClusterRequest> clusters = new Collected<>("/cluster");
    private final Collected<CreateCapacityProviderRequest> providers = new Collected<>("/capacityProviders");
    private final Collected<KnownTargetGroup> targetGroups = new Collected<>("/targetGroups");
    private final Collected<KnownLoadBalancer> loadBalancers = new Collected<>("/loadBalancers");
    private final Collected<KnownSecurityGroup> securityGroups = new Collected<>("/securityGroups");
    private final Collected<KnownSubnet> subnets = new Collected<>("/subnets");
    private final Collected<KnownService> services = new Collected<>("/services");
    private @Nullable String region;

    Surroundings(ReadOptions options) {
        this.options = options;
    }

    /** Values of one kind with the place of each. */
    private static final class Collected<T> {
        private final String prefix;
        private final List<T> values = new ArrayList<>();
        private final List<Part> parts = new ArrayList<>();
        private boolean given;

        Collected(String prefix) {
            this.prefix = prefix;
        }

        void add(T value, SourceText source, JsonTree place, String pointer) {
            String at = prefix.equals("/cluster") ? prefix : prefix + "/" + values.size();
            parts.add(new Part.Whole(at, source.locate(place.offset()), pointer));
            values.add(value);
        }
    }

    /** Says where it all is. */
    void region(@Nullable String name) {
        region = name;
    }

    /** Takes what a document holds; false if it is nothing that surrounds tasks. */
    boolean take(InputSort sort, ParsedDocument<JsonTree> document) {
        JsonTree root = document.value().orElseThrow();
        SourceText source = document.source();
        if (sort.form() == InputSort.Form.SURROUNDINGS) {
            takeNetworks((JsonObject) root, source);
        } else if (sort.kind() == DocumentKind.CONTAINER_INSTANCES) {
            instances.given = true;
            List<ContainerInstance> read = EcsJson.read(DocumentKind.CONTAINER_INSTANCES, document, options)
                    .value()
                    .orElse(List.of());
            int[] next = {0};
            each(root, "containerInstances", "containerInstance", (tree, pointer) -> {
                ContainerInstance instance = next[0] < read.size() ? read.get(next[0]++) : null;
                if (instance != null && takesTasks(instance)) {
                    instances.add(known(instance), source, tree, pointer);
                }
            });
        } else if (sort.kind() == DocumentKind.CLUSTERS) {
            each(root, "clusters", "cluster", (tree, pointer) -> {
                JsonObject given = Trees.only(tree, CreateClusterRequest.class);
                EcsJson.bind(DocumentKind.CREATE_CLUSTER, source, given, options)
                        .value()
                        .ifPresent(value -> clusters.add(value, source, tree, pointer));
            });
        } else if (sort.kind() == DocumentKind.CAPACITY_PROVIDERS) {
            providers.given = true;
            each(root, "capacityProviders", "capacityProvider", (tree, pointer) -> {
                JsonObject given = Trees.only(tree, CreateCapacityProviderRequest.class);
                EcsJson.bind(DocumentKind.CREATE_CAPACITY_PROVIDER, source, given, options)
                        .value()
                        .ifPresent(value -> providers.add(value, source, tree, pointer));
            });
        } else if (sort.kind() == DocumentKind.SERVICES) {
            services.given = true;
            each(
                    root,
                    "services",
                    "service",
                    (tree, pointer) -> services.add(
                            KnownService.builder()
                                    .serviceName(Trees.text(tree.get("serviceName")))
                                    .cluster(Trees.text(tree.get("clusterArn")))
                                    .desiredCount(Trees.integer(tree.get("desiredCount")))
                                    .build(),
                            source,
                            tree,
                            pointer));
        } else {
            return false;
        }
        return true;
    }

    /** Those that drain or have left are none for the rules that count. */
    private static boolean takesTasks(ContainerInstance instance) {
        return instance.status() == null || instance.status().equals("ACTIVE");
    }

    /** Completes a configuration; what it holds itself counts more. */
    void surround(Draft draft) {
        EcsConfiguration has = draft.configuration();
        EcsConfigurationBuilder builder = has.toBuilder();
        List<Part> parts = new ArrayList<>();
        give(instances, has.containerInstances(), builder::containerInstances, parts);
        give(providers, has.capacityProviders(), builder::capacityProviders, parts);
        give(targetGroups, has.targetGroups(), builder::targetGroups, parts);
        give(loadBalancers, has.loadBalancers(), builder::loadBalancers, parts);
        give(securityGroups, has.securityGroups(), builder::securityGroups, parts);
        give(subnets, has.subnets(), builder::subnets, parts);
        give(services, has.services(), builder::services, parts);
        if (has.cluster() == null && clusters.values.size() == 1) {
            builder.cluster(clusters.values.get(0));
            parts.addAll(clusters.parts);
        }
        if (has.region() == null && region != null) {
            builder.region(region);
        }
        draft.set(builder.build());
        draft.add(parts);
    }

    private static <T> void give(Collected<T> from, List<T> has, Consumer<List<T>> to, List<Part> parts) {
        if (has.isEmpty() && from.given) {
            to.accept(from.values);
            parts.addAll(from.parts);
        }
    }

    private static KnownInstance known(ContainerInstance instance) {
        Map<String, String> attributes = new HashMap<>();
        for (Attribute attribute : instance.attributes()) {
            if (attribute.name() != null && attribute.value() != null) {
                attributes.put(attribute.name(), attribute.value());
            }
        }
        String architecture = attributes.get("ecs.cpu-architecture");
        return KnownInstance.builder()
                .instanceId(instance.ec2InstanceId())
                .availabilityZone(attributes.get("ecs.availability-zone"))
                .agentVersion(
                        instance.versionInfo() == null
                                ? null
                                : instance.versionInfo().agentVersion())
                .registeredCpu(registered(instance, "CPU"))
                .registeredMemory(registered(instance, "MEMORY"))
                .gpuCount(gpus(instance))
                .cpuArchitecture(
                        architecture == null ? null : new CPUArchitecture(architecture.toUpperCase(Locale.ROOT)))
                .osType(attributes.get("ecs.os-type"))
                .build();
    }

    private static @Nullable Integer registered(ContainerInstance instance, String name) {
        return instance.registeredResources().stream()
                .filter(resource -> name.equals(resource.name()))
                .map(Resource::integerValue)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Integer gpus(ContainerInstance instance) {
        if (instance.registeredResources().isEmpty()) {
            return null;
        }
        return instance.registeredResources().stream()
                .filter(resource -> "GPU".equals(resource.name()))
                .map(resource -> resource.stringSetValue().size())
                .findFirst()
                .orElse(0);
    }

    private void takeNetworks(JsonObject root, SourceText source) {
        listed(root, targetGroups, "TargetGroups", source, Surroundings::targetGroup);
        listed(root, loadBalancers, "LoadBalancers", source, Surroundings::loadBalancer);
        listed(root, securityGroups, "SecurityGroups", source, Surroundings::securityGroup);
        listed(root, subnets, "Subnets", source, Surroundings::subnet);
    }

    private static <T> void listed(
            JsonObject root, Collected<T> to, String name, SourceText source, Function<JsonObject, T> known) {
        if (root.get(name) instanceof JsonArray) {
            to.given = true;
            each(root, name, name, (tree, pointer) -> to.add(known.apply(tree), source, tree, pointer));
        }
    }

    private static KnownTargetGroup targetGroup(JsonObject tree) {
        String protocol = Trees.text(tree.get("Protocol"));
        JsonTree attached = tree.get("LoadBalancerArns");
        boolean unused = attached instanceof JsonArray array && array.elements().isEmpty();
        Map<String, @Nullable Object> others = new HashMap<>();
        if (unused) {
            others.put("loadBalancerType", null);
        }
        return KnownTargetGroup.builder()
                .arn(Trees.text(tree.get("TargetGroupArn")))
                .targetType(Trees.text(tree.get("TargetType")))
                .protocol(protocol)
                .loadBalancerType(unused ? null : typeFor(protocol))
                .vpcId(Trees.text(tree.get("VpcId")))
                .healthCheck(KnownTargetHealthCheck.builder()
                        .port(Trees.scalar(tree.get("HealthCheckPort")))
                        .build())
                .otherMembers(others)
                .build();
    }

    /** The kind of load balancer that forwards in a protocol. */
    static @Nullable String typeFor(@Nullable String protocol) {
        if (protocol == null) {
            return null;
        }
        return switch (protocol) {
            case "HTTP", "HTTPS" -> "application";
            case "TCP", "TLS", "UDP", "TCP_UDP", "QUIC", "TCP_QUIC" -> "network";
            default -> null;
        };
    }

    private static KnownLoadBalancer loadBalancer(JsonObject tree) {
        List<String> zones = new ArrayList<>();
        for (JsonTree zone : Trees.elements(tree.get("AvailabilityZones"))) {
            String name = Trees.text(Trees.get(zone, "ZoneName"));
            if (name != null) {
                zones.add(name);
            }
        }
        return KnownLoadBalancer.builder()
                .name(Trees.text(tree.get("LoadBalancerName")))
                .type(Trees.text(tree.get("Type")))
                .securityGroups(tree.get("SecurityGroups") == null ? null : texts(tree.get("SecurityGroups")))
                .availabilityZones(zones.isEmpty() ? null : zones)
                .build();
    }

    private static KnownSecurityGroup securityGroup(JsonObject tree) {
        List<InboundRule> inbound = new ArrayList<>();
        for (JsonTree permission : Trees.elements(tree.get("IpPermissions"))) {
            for (JsonTree pair : Trees.elements(Trees.get(permission, "UserIdGroupPairs"))) {
                inbound.add(inbound(permission, Trees.text(Trees.get(pair, "GroupId")), null));
            }
            for (JsonTree range : Trees.elements(Trees.get(permission, "IpRanges"))) {
                inbound.add(inbound(permission, null, Trees.text(Trees.get(range, "CidrIp"))));
            }
            for (JsonTree range : Trees.elements(Trees.get(permission, "Ipv6Ranges"))) {
                inbound.add(inbound(permission, null, Trees.text(Trees.get(range, "CidrIpv6"))));
            }
        }
        return KnownSecurityGroup.builder()
                .groupId(Trees.text(tree.get("GroupId")))
                .vpcId(Trees.text(tree.get("VpcId")))
                .inbound(inbound)
                .build();
    }

    private static InboundRule inbound(JsonTree permission, @Nullable String group, @Nullable String cidr) {
        return InboundRule.builder()
                .protocol(Trees.scalar(Trees.get(permission, "IpProtocol")))
                .fromPort(Trees.integer(Trees.get(permission, "FromPort")))
                .toPort(Trees.integer(Trees.get(permission, "ToPort")))
                .sourceSecurityGroup(group)
                .cidr(cidr)
                .build();
    }

    private static KnownSubnet subnet(JsonObject tree) {
        return KnownSubnet.builder()
                .subnetId(Trees.text(tree.get("SubnetId")))
                .vpcId(Trees.text(tree.get("VpcId")))
                .availabilityZone(Trees.text(tree.get("AvailabilityZone")))
                .build();
    }

    private static List<String> texts(@Nullable JsonTree tree) {
        List<String> texts = new ArrayList<>();
        for (JsonTree element : Trees.elements(tree)) {
            String text = Trees.text(element);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** The objects of a document that lists them, wraps one, or is one, each with its pointer. */
    private static void each(JsonTree root, String list, String single, BiConsumer<JsonObject, String> taker) {
        JsonTree listed = root instanceof JsonArray ? root : Trees.get(root, list);
        if (listed instanceof JsonArray array) {
            String base = root == listed ? "" : "/" + list;
            for (int i = 0; i < array.elements().size(); i++) {
                if (array.elements().get(i) instanceof JsonObject object) {
                    taker.accept(object, base + "/" + i);
                }
            }
        } else if (Trees.get(root, single) instanceof JsonObject one) {
            taker.accept(one, "/" + single);
        } else if (root instanceof JsonObject bare) {
            taker.accept(bare, "");
        }
    }
}
