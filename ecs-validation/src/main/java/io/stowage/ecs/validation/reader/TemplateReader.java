package io.stowage.ecs.validation.reader;

import io.stowage.ecs.model.capacity.CreateCapacityProviderRequest;
import io.stowage.ecs.model.cluster.CreateClusterRequest;
import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.json.DocumentKind;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.json.JsonTree;
import io.stowage.ecs.model.json.JsonTree.JsonObject;
import io.stowage.ecs.model.json.ParsedDocument;
import io.stowage.ecs.model.json.ReadOptions;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.input.EcsConfigurationBuilder;
import io.stowage.ecs.validation.input.KnownLoadBalancer;
import io.stowage.ecs.validation.input.KnownRole;
import io.stowage.ecs.validation.input.KnownSecurityGroup;
import io.stowage.ecs.validation.input.KnownTargetGroup;
import io.stowage.ecs.validation.reader.TemplateSurroundings.Found;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a template of CloudFormation: a configuration for each service, with the task definition it refers to, and one for each
 * task definition that no service refers to; both with the cluster, capacity providers, load balancers, security groups and roles
 * that the template holds. Names that CloudFormation makes up when they are absent are not known.
 */
final class TemplateReader {
    /** CloudFormation takes 500 resources; in far more nobody looks for what surrounds a service. */
    private static final int MOST_RESOURCES = 2_000;

    private final ParsedDocument<JsonTree> document;
    private final ReadOptions options;
    private final List<Diagnostic> diagnostics;
    private final Map<String, JsonObject> resources = new LinkedHashMap<>();
    private final TemplateValues values;
    private final TemplateSurroundings surroundings;
    private final Found<KnownTargetGroup> targetGroups;
    private final Found<KnownLoadBalancer> loadBalancers;
    private final Found<KnownSecurityGroup> securityGroups;

    TemplateReader(ParsedDocument<JsonTree> document, ReadOptions options, List<Diagnostic> diagnostics) {
        this.document = document;
        this.options = options;
        this.diagnostics = diagnostics;
        JsonObject template = (JsonObject) document.value().orElseThrow();
        Trees.members(template.get("Resources")).forEach((id, member) -> {
            if (member.value() instanceof JsonObject resource) {
                resources.put(id, resource);
            }
        });
        values = new TemplateValues(template, resources);
        surroundings = new TemplateSurroundings(
                document.source(), resources.size() > MOST_RESOURCES ? Map.of() : resources, values);
        targetGroups = surroundings.targetGroups();
        loadBalancers = surroundings.loadBalancers();
        securityGroups = surroundings.securityGroups();
    }

    /** A structure of the template, and the part that it is. */
    private record Bound<T>(T value, Part part) {}

    List<Draft> read() {
        diagnostics.addAll(document.diagnostics());
        Map<String, Bound<TaskDefinition>> definitions =
                bound("AWS::ECS::TaskDefinition", DocumentKind.TASK_DEFINITION, "/taskDefinition", "Family");
        Map<String, Bound<CreateServiceRequest>> services =
                bound("AWS::ECS::Service", DocumentKind.CREATE_SERVICE, "/service", "ServiceName", "DesiredCount");
        Map<String, Bound<CreateClusterRequest>> clusters =
                bound("AWS::ECS::Cluster", DocumentKind.CREATE_CLUSTER, "/cluster", "ClusterName");
        List<CreateCapacityProviderRequest> providers = new ArrayList<>();
        List<Part> providerParts = new ArrayList<>();
        for (Map.Entry<String, JsonObject> resource : resources.entrySet()) {
            if ("AWS::ECS::CapacityProvider"
                    .equals(Trees.text(resource.getValue().get("Type")))) {
                Bound<CreateCapacityProviderRequest> provider = bind(
                        resource.getKey(),
                        resource.getValue(),
                        DocumentKind.CREATE_CAPACITY_PROVIDER,
                        "/capacityProviders/" + providers.size());
                if (provider != null) {
                    // A provider without a name gets one from CloudFormation; here it goes by its logical name.
                    providers.add(
                            provider.value().name() == null
                                    ? provider.value().toBuilder()
                                            .name(values.named(resource.getKey(), "Name"))
                                            .build()
                                    : provider.value());
                    providerParts.add(provider.part());
                }
            }
        }

        List<Draft> drafts = new ArrayList<>();
        Set<String> used = new LinkedHashSet<>();
        services.forEach((id, service) -> {
            JsonObject resource = resources.get(id);
            String definition = values.referred(Trees.path(resource, "Properties", "TaskDefinition"));
            Bound<TaskDefinition> task = definition == null ? null : definitions.get(definition);
            if (task != null) {
                used.add(definition);
            }
            EcsConfigurationBuilder builder = EcsConfiguration.builder().service(service.value());
            List<Part> parts = new ArrayList<>();
            parts.add(service.part());
            String cluster = values.referred(Trees.path(resource, "Properties", "Cluster"));
            Bound<CreateClusterRequest> itsCluster = cluster == null ? null : clusters.get(cluster);
            if (itsCluster != null && cluster != null) {
                builder.cluster(withProviders(itsCluster.value(), cluster));
                parts.add(itsCluster.part());
            }
            builder.scalableTarget(surroundings.scalableTarget(id, parts));
            drafts.add(draft(builder, task, parts, providers, providerParts));
        });
        definitions.forEach((id, task) -> {
            if (!used.contains(id)) {
                drafts.add(draft(EcsConfiguration.builder(), task, new ArrayList<>(), List.of(), List.of()));
            }
        });
        if (services.isEmpty() && (!clusters.isEmpty() || !providers.isEmpty())) {
            drafts.addAll(clustersAlone(clusters, providers, providerParts));
        }
        return drafts;
    }

    private Draft draft(
            EcsConfigurationBuilder builder,
            @Nullable Bound<TaskDefinition> task,
            List<Part> parts,
            List<CreateCapacityProviderRequest> providers,
            List<Part> providerParts) {
        Set<String> roles = new LinkedHashSet<>();
        if (task != null) {
            builder.taskDefinition(task.value());
            parts.add(task.part());
            addIfKnown(task.value().taskRoleArn(), roles);
            addIfKnown(task.value().executionRoleArn(), roles);
        }
        if (!providers.isEmpty()) {
            builder.capacityProviders(providers);
            parts.addAll(providerParts);
        }
        if (resources.size() > MOST_RESOURCES) {
            return new Draft(document.source().name(), builder.build(), parts);
        }
        if (!targetGroups.known().isEmpty()) {
            builder.targetGroups(targetGroups.known());
            parts.addAll(targetGroups.parts());
        }
        if (!loadBalancers.known().isEmpty()) {
            builder.loadBalancers(loadBalancers.known());
            parts.addAll(loadBalancers.parts());
        }
        if (!securityGroups.known().isEmpty()) {
            builder.securityGroups(securityGroups.known());
            parts.addAll(securityGroups.parts());
        }
        Found<KnownRole> found = surroundings.roles(roles);
        if (!found.parts().isEmpty()) {
            builder.roles(found.known());
            parts.addAll(found.parts());
        }
        return new Draft(document.source().name(), builder.build(), parts);
    }

    private List<Draft> clustersAlone(
            Map<String, Bound<CreateClusterRequest>> clusters,
            List<CreateCapacityProviderRequest> providers,
            List<Part> providerParts) {
        List<Draft> drafts = new ArrayList<>();
        clusters.forEach((id, cluster) -> {
            List<Part> parts = new ArrayList<>(List.of(cluster.part()));
            parts.addAll(providerParts);
            drafts.add(new Draft(
                    document.source().name(),
                    EcsConfiguration.builder()
                            .cluster(withProviders(cluster.value(), id))
                            .capacityProviders(providers.isEmpty() ? null : providers)
                            .build(),
                    parts));
        });
        if (clusters.isEmpty()) {
            drafts.add(new Draft(
                    document.source().name(),
                    EcsConfiguration.builder().capacityProviders(providers).build(),
                    providerParts));
        }
        return drafts;
    }

    /** A cluster gets its providers also by a resource of their own, whose list then counts. */
    private CreateClusterRequest withProviders(CreateClusterRequest cluster, String id) {
        for (JsonObject resource : resources.values()) {
            if ("AWS::ECS::ClusterCapacityProviderAssociations".equals(Trees.text(resource.get("Type")))
                    && id.equals(values.referred(Trees.path(resource, "Properties", "Cluster")))) {
                JsonObject given = Trees.only(values.properties(resource), CreateClusterRequest.class);
                CreateClusterRequest associated = EcsJson.bind(
                                DocumentKind.CREATE_CLUSTER, document.source(), given, options)
                        .value()
                        .orElse(cluster);
                Map<String, @Nullable Object> others = new LinkedHashMap<>(associated.otherMembers());
                others.putAll(cluster.otherMembers());
                return cluster.toBuilder()
                        .capacityProviders(associated.capacityProviders())
                        .defaultCapacityProviderStrategy(associated.defaultCapacityProviderStrategy())
                        .otherMembers(others)
                        .build();
            }
        }
        return cluster;
    }

    private <T> Map<String, Bound<T>> bound(String type, DocumentKind<T> kind, String prefix, String... madeUp) {
        Map<String, Bound<T>> bound = new LinkedHashMap<>();
        resources.forEach((id, resource) -> {
            if (type.equals(Trees.text(resource.get("Type")))) {
                Bound<T> one = bind(id, resource, kind, prefix, madeUp);
                if (one != null) {
                    bound.put(id, one);
                }
            }
        });
        return bound;
    }

    private <T> @Nullable Bound<T> bind(
            String id, JsonObject resource, DocumentKind<T> kind, String prefix, String... madeUp) {
        String base = pointer(id) + "/Properties";
        JsonObject properties = Trees.unknownIfAbsent(values.properties(resource), madeUp);
        ParsedDocument<T> read = EcsJson.bind(kind, document.source(), properties, options);
        for (Diagnostic finding : read.diagnostics()) {
            // A template is full of values that are not known, and that is no news.
            if (!finding.id().equals("json.not-known")) {
                diagnostics.add(new Diagnostic(
                        finding.id(),
                        finding.severity(),
                        finding.message(),
                        base + finding.pointer(),
                        finding.location(),
                        finding.hint()));
            }
        }
        return read.value()
                .map(value -> new Bound<>(value, new Part.OfDocument(prefix, read, "", base)))
                .orElse(null);
    }

    private static void addIfKnown(@Nullable String role, Set<String> roles) {
        if (role != null && !role.isEmpty()) {
            roles.add(role);
        }
    }

    /** The pointer of a resource. */
    static String pointer(String id) {
        return "/Resources/" + id.replace("~", "~0").replace("/", "~1");
    }
}
