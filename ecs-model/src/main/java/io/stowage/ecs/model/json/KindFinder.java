package io.stowage.ecs.model.json;

import io.stowage.ecs.model.json.JsonTree.JsonArray;
import io.stowage.ecs.model.json.JsonTree.JsonObject;
import io.stowage.ecs.model.json.JsonTree.JsonString;
import io.stowage.ecs.model.json.JsonTree.Member;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells by the members of a document what it holds: by what wraps it, by the type of a template, or by what only it has. */
final class KindFinder {
    private static final Map<String, DocumentKind<?>> WRAPPED = Map.ofEntries(
            Map.entry("taskdefinition", DocumentKind.TASK_DEFINITION),
            Map.entry("containerinstances", DocumentKind.CONTAINER_INSTANCES),
            Map.entry("containerinstance", DocumentKind.CONTAINER_INSTANCES),
            Map.entry("tasks", DocumentKind.TASKS),
            Map.entry("task", DocumentKind.TASKS),
            Map.entry("services", DocumentKind.SERVICES),
            Map.entry("service", DocumentKind.SERVICES),
            Map.entry("servicerevisions", DocumentKind.SERVICE_REVISIONS),
            Map.entry("servicedeployments", DocumentKind.SERVICE_DEPLOYMENTS),
            Map.entry("tasksets", DocumentKind.TASK_SETS),
            Map.entry("taskset", DocumentKind.TASK_SETS),
            Map.entry("clusters", DocumentKind.CLUSTERS),
            Map.entry("cluster", DocumentKind.CLUSTERS),
            Map.entry("capacityproviders", DocumentKind.CAPACITY_PROVIDERS),
            Map.entry("capacityprovider", DocumentKind.CAPACITY_PROVIDERS));

    private static final Map<String, DocumentKind<?>> TEMPLATES = Map.of(
            "AWS::ECS::TaskDefinition", DocumentKind.TASK_DEFINITION,
            "AWS::ECS::Service", DocumentKind.CREATE_SERVICE,
            "AWS::ECS::Cluster", DocumentKind.CREATE_CLUSTER,
            "AWS::ECS::CapacityProvider", DocumentKind.CREATE_CAPACITY_PROVIDER);

    /** A kind, and the members of which a bare one has all of the first and one of the second. */
    private record Bare(DocumentKind<?> kind, Set<String> all, Set<String> any) {
        boolean matches(Set<String> names) {
            return names.containsAll(all) && (any.isEmpty() || any.stream().anyMatch(names::contains));
        }
    }

    /** The first that matches counts: what is described has its own ARN, and often those of what it belongs to. */
    private static final List<Bare> DESCRIBED = List.of(
            new Bare(DocumentKind.TASK_SETS, Set.of("tasksetarn"), Set.of()),
            new Bare(DocumentKind.SERVICE_DEPLOYMENTS, Set.of("servicedeploymentarn", "servicearn"), Set.of()),
            new Bare(DocumentKind.SERVICE_REVISIONS, Set.of("servicerevisionarn", "servicearn"), Set.of()),
            new Bare(DocumentKind.TASKS, Set.of("taskarn"), Set.of()),
            new Bare(DocumentKind.CONTAINER_INSTANCES, Set.of("containerinstancearn"), Set.of()),
            new Bare(DocumentKind.TASK_DEFINITION, Set.of(), Set.of("containerdefinitions", "family")),
            new Bare(DocumentKind.SERVICES, Set.of("servicearn"), Set.of()),
            new Bare(DocumentKind.CAPACITY_PROVIDERS, Set.of("capacityproviderarn"), Set.of()),
            new Bare(DocumentKind.CLUSTERS, Set.of("clusterarn"), Set.of()));

    /** Likewise; what is given to an operation has no ARN of its own. */
    private static final List<Bare> GIVEN = List.of(
            new Bare(DocumentKind.CREATE_SERVICE, Set.of("servicename"), Set.of()),
            new Bare(
                    DocumentKind.UPDATE_SERVICE,
                    Set.of("service"),
                    Set.of("taskdefinition", "desiredcount", "deploymentconfiguration", "forcenewdeployment")),
            new Bare(DocumentKind.START_TASK, Set.of("taskdefinition", "containerinstances"), Set.of()),
            new Bare(
                    DocumentKind.CREATE_SERVICE,
                    Set.of(),
                    Set.of("desiredcount", "deploymentconfiguration", "deploymentcontroller", "schedulingstrategy")),
            new Bare(DocumentKind.RUN_TASK, Set.of("taskdefinition"), Set.of()),
            new Bare(
                    DocumentKind.CREATE_CAPACITY_PROVIDER,
                    Set.of("name"),
                    Set.of("autoscalinggroupprovider", "managedinstancesprovider")),
            new Bare(DocumentKind.CREATE_CLUSTER, Set.of("clustername"), Set.of()));

    /** The input of create-task-set looks like that of update-service, and is none of the kinds. */
    private static final String OF_A_NEW_TASK_SET = "externalid";

    private static final Set<String> OF_A_CONTAINER =
            Set.of("image", "essential", "portmappings", "environment", "memoryreservation", "logconfiguration");

    private KindFinder() {}

    static @Nullable DocumentKind<?> find(@Nullable JsonTree root) {
        if (root instanceof JsonArray array) {
            return array.elements().stream()
                    .filter(JsonObject.class::isInstance)
                    .findFirst()
                    .map(element -> ofElement(lowerNames((JsonObject) element)))
                    .orElse(null);
        }
        return root instanceof JsonObject object ? ofObject(object) : null;
    }

    private static @Nullable DocumentKind<?> ofElement(Set<String> names) {
        DocumentKind<?> described = firstOf(DESCRIBED, names);
        boolean container = names.stream().anyMatch(OF_A_CONTAINER::contains);
        return described == null && container ? DocumentKind.TASK_DEFINITION : described;
    }

    private static @Nullable DocumentKind<?> ofObject(JsonObject object) {
        Member type = object.members().get("Type");
        if (type != null
                && type.value() instanceof JsonString text
                && object.members().containsKey("Properties")) {
            return TEMPLATES.get(text.text());
        }
        Set<String> names = lowerNames(object);
        DocumentKind<?> described = firstOf(DESCRIBED, names);
        if (described != null) {
            return described;
        }
        DocumentKind<?> wrapped = wrapped(object);
        return wrapped != null || names.contains(OF_A_NEW_TASK_SET) ? wrapped : firstOf(GIVEN, names);
    }

    private static @Nullable DocumentKind<?> wrapped(JsonObject object) {
        for (Map.Entry<String, Member> member : object.members().entrySet()) {
            DocumentKind<?> kind = WRAPPED.get(member.getKey().toLowerCase(Locale.ROOT));
            JsonTree value = member.getValue().value();
            if (kind != null && (value instanceof JsonObject || value instanceof JsonArray array && ofObjects(array))) {
                return kind;
            }
            if (member.getKey().equals("detail") && value instanceof JsonObject event) {
                DocumentKind<?> about = firstOf(DESCRIBED, lowerNames(event));
                return about == DocumentKind.TASKS || about == DocumentKind.CONTAINER_INSTANCES ? about : null;
            }
        }
        return null;
    }

    private static boolean ofObjects(JsonArray array) {
        return array.elements().stream().allMatch(JsonObject.class::isInstance);
    }

    private static @Nullable DocumentKind<?> firstOf(List<Bare> kinds, Set<String> names) {
        for (Bare bare : kinds) {
            if (bare.matches(names)) {
                return bare.kind();
            }
        }
        return null;
    }

    private static Set<String> lowerNames(JsonObject object) {
        return object.members().keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
