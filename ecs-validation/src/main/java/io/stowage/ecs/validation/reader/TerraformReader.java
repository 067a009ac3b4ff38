package io.stowage.ecs.validation.reader;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.SourceLocation;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@code terraform show -json} prints of a plan or a state: the resources {@code aws_ecs_task_definition} and {@code
 * aws_ecs_service} of all modules. What is known only after apply is not known here either.
 */
final class TerraformReader {
    private static final String DEFINITION = "aws_ecs_task_definition";
    private static final String SERVICE = "aws_ecs_service";

    private final ParsedDocument<JsonTree> document;
    private final ReadOptions options;
    private final List<Diagnostic> diagnostics;
    private final Map<String, JsonTree> unknownByAddress = new LinkedHashMap<>();
    private final Map<String, JsonTree> expressionsByAddress = new LinkedHashMap<>();
    private final List<Resource> resources = new ArrayList<>();

    /** A resource of the plan. */
    private record Resource(String address, String type, JsonObject values, String pointer) {
        /** The address without indexes of count and for_each, which the configuration does not have. */
        String plainAddress() {
            return address.replaceAll("\\[[^\\]]*]", "");
        }

        String module() {
            int end = plainAddress().lastIndexOf(type);
            return plainAddress().substring(0, Math.max(end, 0));
        }
    }

    TerraformReader(ParsedDocument<JsonTree> document, ReadOptions options, List<Diagnostic> diagnostics) {
        this.document = document;
        this.options = options;
        this.diagnostics = diagnostics;
    }

    List<Draft> read() {
        diagnostics.addAll(document.diagnostics());
        JsonTree plan = document.value().orElseThrow();
        for (JsonTree change : Trees.elements(Trees.get(plan, "resource_changes"))) {
            String address = Trees.text(Trees.get(change, "address"));
            JsonTree unknown = Trees.path(change, "change", "after_unknown");
            if (address != null && unknown != null) {
                unknownByAddress.put(address, unknown);
            }
        }
        expressions(Trees.path(plan, "configuration", "root_module"), "");
        String start = Trees.get(plan, "planned_values") != null ? "planned_values" : "values";
        collect(Trees.path(plan, start, "root_module"), "/" + start + "/root_module");

        Map<String, Draft> definitions = new LinkedHashMap<>();
        List<Draft> drafts = new ArrayList<>();
        Set<String> used = new LinkedHashSet<>();
        for (Resource resource : resources) {
            if (resource.type().equals(DEFINITION)) {
                TerraformShape shape = shape(resource);
                ParsedDocument<TaskDefinition> read =
                        bind(DocumentKind.TASK_DEFINITION, shape.taskDefinition(resource.values()), shape);
                read.value()
                        .ifPresent(value -> definitions.put(
                                resource.address(),
                                new Draft(
                                        document.source().name(),
                                        EcsConfiguration.of(value),
                                        List.of(part("/taskDefinition", read, shape)))));
            }
        }
        for (Resource resource : resources) {
            if (resource.type().equals(SERVICE)) {
                TerraformShape shape = shape(resource);
                ParsedDocument<CreateServiceRequest> read =
                        bind(DocumentKind.CREATE_SERVICE, shape.service(resource.values()), shape);
                CreateServiceRequest service = read.value().orElse(null);
                if (service == null) {
                    continue;
                }
                List<Part> parts = new ArrayList<>(List.of(part("/service", read, shape)));
                EcsConfigurationBuilder builder = EcsConfiguration.builder().service(service);
                String address = definitionOf(resource, definitions.keySet());
                Draft definition = address == null ? null : definitions.get(address);
                if (definition != null && address != null) {
                    used.add(address);
                    builder.taskDefinition(definition.configuration().taskDefinition());
                    parts.addAll(definition.parts());
                }
                drafts.add(new Draft(document.source().name(), builder.build(), parts));
            }
        }
        definitions.forEach((address, definition) -> {
            if (!used.contains(address)) {
                drafts.add(definition);
            }
        });
        return drafts;
    }

    private TerraformShape shape(Resource resource) {
        return new TerraformShape(document, options, resource.pointer(), unknownByAddress.get(resource.address()));
    }

    private <T> ParsedDocument<T> bind(DocumentKind<T> kind, JsonObject tree, TerraformShape shape) {
        ParsedDocument<T> read = EcsJson.bind(kind, document.source(), tree, options);
        diagnostics.addAll(shape.diagnostics());
        for (Diagnostic finding : read.diagnostics()) {
            if (!finding.id().equals("json.not-known")) {
                diagnostics.add(new Diagnostic(
                        finding.id(),
                        finding.severity(),
                        finding.message(),
                        shape.written(finding.pointer()),
                        finding.location(),
                        finding.hint()));
            }
        }
        return read;
    }

    private static Part part(String prefix, ParsedDocument<?> read, TerraformShape shape) {
        return new Part() {
            @Override
            public String prefix() {
                return prefix;
            }

            @Override
            public SourceLocation location(String inside) {
                return read.locate(inside);
            }

            @Override
            public String pointer(String inside) {
                return shape.written(read.writtenPointer(inside));
            }
        };
    }

    /** The task definition that the configuration of a service refers to; if there are several of that name, nobody knows which. */
    private @Nullable String definitionOf(Resource service, Set<String> definitions) {
        JsonTree references =
                Trees.path(expressionsByAddress.get(service.plainAddress()), "task_definition", "references");
        for (JsonTree reference : Trees.elements(references)) {
            String[] path = String.valueOf(Trees.text(reference)).split("\\.", -1);
            if (path.length >= 2 && path[0].equals(DEFINITION)) {
                String plain = service.module() + DEFINITION + "." + path[1].replaceAll("\\[.*", "");
                String index = service.address().endsWith("]")
                        ? service.address().substring(service.address().lastIndexOf('['))
                        : "";
                List<String> candidates = definitions.stream()
                        .filter(address -> address.replaceAll("\\[[^\\]]*]", "").equals(plain))
                        .toList();
                if (candidates.size() == 1) {
                    return candidates.get(0);
                }
                return candidates.stream()
                        .filter(address -> !index.isEmpty() && address.endsWith(index))
                        .findFirst()
                        .orElse(null);
            }
        }
        return null;
    }

    private void collect(@Nullable JsonTree module, String pointer) {
        List<JsonTree> found = Trees.elements(Trees.get(module, "resources"));
        for (int i = 0; i < found.size(); i++) {
            String address = Trees.text(Trees.get(found.get(i), "address"));
            String type = Trees.text(Trees.get(found.get(i), "type"));
            if (address != null
                    && type != null
                    && (SERVICE.equals(type) || DEFINITION.equals(type))
                    && Trees.get(found.get(i), "values") instanceof JsonObject values) {
                resources.add(new Resource(address, type, values, pointer + "/resources/" + i + "/values"));
            }
        }
        if (Trees.get(module, "child_modules") instanceof JsonArray children) {
            for (int i = 0; i < children.elements().size(); i++) {
                collect(children.elements().get(i), pointer + "/child_modules/" + i);
            }
        }
    }

    private void expressions(@Nullable JsonTree module, String prefix) {
        for (JsonTree resource : Trees.elements(Trees.get(module, "resources"))) {
            String address = Trees.text(Trees.get(resource, "address"));
            JsonTree expressions = Trees.get(resource, "expressions");
            if (address != null && expressions != null) {
                expressionsByAddress.put(prefix + address, expressions);
            }
        }
        Trees.members(Trees.get(module, "module_calls"))
                .forEach((name, call) ->
                        expressions(Trees.get(call.value(), "module"), prefix + "module." + name + "."));
    }
}
