package io.stowage.ecs.validation.reader;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.json.DocumentKind;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.json.JsonTree;
import io.stowage.ecs.model.json.JsonTree.JsonArray;
import io.stowage.ecs.model.json.JsonTree.JsonObject;
import io.stowage.ecs.model.json.ParsedDocument;
import io.stowage.ecs.model.json.ReadOptions;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.input.EcsConfigurationBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads documents that hold one kind of structure of ECS, in all forms that the model knows. */
final class StructureReader {
    private final ParsedDocument<JsonTree> document;
    private final ReadOptions options;
    private final List<Diagnostic> diagnostics;

    StructureReader(ParsedDocument<JsonTree> document, ReadOptions options, List<Diagnostic> diagnostics) {
        this.document = document;
        this.options = options;
        this.diagnostics = diagnostics;
    }

    /** The configurations of the document; none if what it holds is only context for others. */
    List<Draft> read(DocumentKind<?> kind) {
        if (kind == DocumentKind.TASK_DEFINITION) {
            return taskDefinition();
        } else if (kind == DocumentKind.CREATE_SERVICE) {
            return given(DocumentKind.CREATE_SERVICE, "/service", (builder, value) -> builder.service(value));
        } else if (kind == DocumentKind.RUN_TASK) {
            return given(DocumentKind.RUN_TASK, "/runTask", (builder, value) -> builder.runTask(value));
        } else if (kind == DocumentKind.CREATE_CLUSTER) {
            return given(DocumentKind.CREATE_CLUSTER, "/cluster", (builder, value) -> builder.cluster(value));
        } else if (kind == DocumentKind.CREATE_CAPACITY_PROVIDER) {
            return given(
                    DocumentKind.CREATE_CAPACITY_PROVIDER,
                    "/capacityProviders/0",
                    (builder, value) -> builder.capacityProviders(List.of(value)));
        } else if (kind == DocumentKind.UPDATE_SERVICE) {
            return updateOfService();
        } else if (kind == DocumentKind.SERVICES) {
            return services();
        }
        diagnostics.addAll(EcsJson.read(kind, document, options).diagnostics());
        return List.of();
    }

    /** Puts a value into a configuration. */
    private interface Setter<T> {
        void set(EcsConfigurationBuilder builder, T value);
    }

    private List<Draft> taskDefinition() {
        ParsedDocument<TaskDefinition> read = EcsJson.read(DocumentKind.TASK_DEFINITION, document, options);
        diagnostics.addAll(read.diagnostics());
        boolean containersOnly = document.value().orElse(null) instanceof JsonArray;
        return read.value()
                .map(definition -> List.of(draft(
                        containersOnly
                                ? EcsConfiguration.ofContainers(definition.containerDefinitions())
                                : EcsConfiguration.of(definition),
                        new Part.OfDocument("/taskDefinition", read, "", null))))
                .orElse(List.of());
    }

    private <T> List<Draft> given(DocumentKind<T> kind, String prefix, Setter<T> setter) {
        ParsedDocument<T> read = EcsJson.read(kind, document, options);
        diagnostics.addAll(read.diagnostics());
        return read.value()
                .map(value -> {
                    EcsConfigurationBuilder builder = EcsConfiguration.builder();
                    setter.set(builder, value);
                    return List.of(draft(builder.build(), new Part.OfDocument(prefix, read, "", null)));
                })
                .orElse(List.of());
    }

    /** An update changes what it names; the rest of the service stays as it is, which nobody here knows. */
    private List<Draft> updateOfService() {
        diagnostics.addAll(
                EcsJson.read(DocumentKind.UPDATE_SERVICE, document, options).diagnostics());
        if (!(document.value().orElse(null) instanceof JsonObject update)) {
            return List.of();
        }
        JsonObject known = Trees.only(update, CreateServiceRequest.class);
        JsonTree name = update.get("service");
        if (name != null) {
            known = Trees.with(known, Map.of("serviceName", name));
        }
        return service(Trees.othersUnknown(known, CreateServiceRequest.class), null);
    }

    private List<Draft> services() {
        diagnostics.addAll(
                EcsJson.read(DocumentKind.SERVICES, document, options).diagnostics());
        JsonTree root = document.value().orElse(null);
        List<Draft> drafts = new ArrayList<>();
        JsonTree list = root instanceof JsonArray ? root : Trees.get(root, "services");
        if (list instanceof JsonArray array) {
            for (int i = 0; i < array.elements().size(); i++) {
                String base = (root == list ? "" : "/services") + "/" + i;
                drafts.addAll(described(array.elements().get(i), base));
            }
        } else {
            JsonTree one = Trees.get(root, "service");
            drafts.addAll(one instanceof JsonObject ? described(one, "/service") : described(root, ""));
        }
        return drafts;
    }

    /** A service as described has what was given to create it under the same names, but for its cluster and role. */
    private List<Draft> described(@Nullable JsonTree tree, String base) {
        if (!(tree instanceof JsonObject service)) {
            return List.of();
        }
        Map<String, JsonTree> renamed = new LinkedHashMap<>();
        JsonTree cluster = service.get("clusterArn");
        if (cluster != null) {
            renamed.put("cluster", cluster);
        }
        JsonTree role = service.get("roleArn");
        // The service-linked role is there whether it was asked for or not.
        if (role != null && !String.valueOf(Trees.text(role)).contains(":role/aws-service-role/")) {
            renamed.put("role", role);
        }
        // With an external controller task sets have a launch type, and nobody gave the one that ECS shows for the
        // service.
        if ("EXTERNAL".equals(Trees.text(Trees.path(service, "deploymentController", "type")))) {
            renamed.put("launchType", Trees.unknown(service.offset()));
        }
        return service(Trees.with(Trees.only(service, CreateServiceRequest.class), renamed), base);
    }

    /** What reading has to say was said about the document as a whole. */
    private List<Draft> service(JsonObject tree, @Nullable String base) {
        ParsedDocument<CreateServiceRequest> bound =
                EcsJson.bind(DocumentKind.CREATE_SERVICE, document.source(), tree, options);
        return bound.value()
                .map(value -> List.of(draft(
                        EcsConfiguration.builder().service(value).build(),
                        new Part.OfDocument("/service", bound, "", base))))
                .orElse(List.of());
    }

    private Draft draft(EcsConfiguration configuration, Part part) {
        return new Draft(document.source().name(), configuration, List.of(part)).joinable();
    }
}
