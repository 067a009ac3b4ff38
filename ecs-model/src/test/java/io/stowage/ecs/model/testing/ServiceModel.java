package io.stowage.ecs.model.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The description of the ECS API in the test resources, and the part of it that this library mirrors. */
public final class ServiceModel {
    /**
     * What the scope is made of; everything that can be reached from these belongs to it. This is the one list by hand: it is the
     * decision what the library is about.
     */
    private static final List<String> ROOTS = List.of(
            "TaskDefinition",
            "Task",
            "Service",
            "ServiceRevision",
            "ServiceDeployment",
            "TaskSet",
            "Cluster",
            "ContainerInstance",
            "CapacityProvider",
            "RegisterTaskDefinitionRequest",
            "CreateServiceRequest",
            "UpdateServiceRequest",
            "RunTaskRequest",
            "StartTaskRequest",
            "CreateCapacityProviderRequest",
            "CreateClusterRequest");

    private static final ServiceModel MODEL = new ServiceModel();

    private final JsonNode shapes;
    private final Map<String, JsonNode> inScope = new TreeMap<>();

    private ServiceModel() {
        try (InputStream file = ServiceModel.class.getResourceAsStream("/data/ecs-service-model.json")) {
            shapes = JsonValues.tree(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .get("shapes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ROOTS.forEach(this::reach);
    }

    /** The model of the test resources. */
    public static ServiceModel model() {
        return MODEL;
    }

    private void reach(String name) {
        JsonNode shape = shapes.get(name);
        if (shape == null) {
            throw new IllegalStateException("the service model has no shape " + name);
        }
        if (inScope.putIfAbsent(name, shape) == null) {
            members(name).values().forEach(this::reach);
            for (String part : List.of("member", "key", "value")) {
                if (shape.has(part)) {
                    reach(shape.get(part).get("shape").stringValue());
                }
            }
        }
    }

    /** The names of the structures in scope. */
    public Set<String> structures() {
        Set<String> names = new TreeSet<>();
        inScope.forEach((name, shape) -> {
            if (type(name).equals("structure")) {
                names.add(name);
            }
        });
        return names;
    }

    /** The names of the enumerations in scope. */
    public Set<String> enumerations() {
        Set<String> names = new TreeSet<>();
        inScope.forEach((name, shape) -> {
            if (shape.has("enum")) {
                names.add(name);
            }
        });
        return names;
    }

    /** The members of a structure in the order of the API, each with the name of its shape; of another shape, none. */
    public Map<String, String> members(String shape) {
        Map<String, String> members = new java.util.LinkedHashMap<>();
        if (shapes.get(shape).has("members")) {
            JsonValues.members(shapes.get(shape).get("members"))
                    .forEach((name, member) ->
                            members.put(name, member.get("shape").stringValue()));
        }
        return members;
    }

    /** The values of an enumeration in the order of the API. */
    public List<String> values(String enumeration) {
        return StreamSupport.stream(shapes.get(enumeration).get("enum").spliterator(), false)
                .map(JsonNode::stringValue)
                .toList();
    }

    /** The Java type that a shape has in this library, as text: {@code List<ContainerDefinition>}. */
    public String javaType(String shape) {
        JsonNode node = shapes.get(shape);
        return switch (type(shape)) {
            case "string" -> node.has("enum") ? shape : "String";
            case "integer" -> "Integer";
            case "long" -> "Long";
            case "double" -> "Double";
            case "boolean" -> "Boolean";
            case "timestamp" -> "Instant";
            case "structure" -> shape;
            case "list" -> "List<" + javaType(node.get("member").get("shape").stringValue()) + ">";
            case "map" ->
                "Map<" + javaType(node.get("key").get("shape").stringValue()) + ", "
                        + javaType(node.get("value").get("shape").stringValue()) + ">";
            default -> throw new IllegalStateException("no Java type for " + node);
        };
    }

    private String type(String shape) {
        return shapes.get(shape).get("type").stringValue();
    }
}
