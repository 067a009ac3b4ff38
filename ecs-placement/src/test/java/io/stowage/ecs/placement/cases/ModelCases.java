package io.stowage.ecs.placement.cases;

import static io.stowage.ecs.placement.cases.Cases.text;
import static io.stowage.ecs.placement.cases.Cases.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stowage.ecs.model.agent.AgentConfig;
import io.stowage.ecs.model.agent.AgentDefaults;
import io.stowage.ecs.model.agent.RegistrationException;
import io.stowage.ecs.model.catalog.CatalogException;
import io.stowage.ecs.model.catalog.CatalogLookup;
import io.stowage.ecs.model.catalog.CatalogOperation;
import io.stowage.ecs.model.catalog.TaskDefinitionCatalog;
import io.stowage.ecs.model.cluster.Attribute;
import io.stowage.ecs.model.cluster.Resource;
import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.instancetype.RegisteredMemory;
import io.stowage.ecs.model.logging.LogStream;
import io.stowage.ecs.model.network.PortRange;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.LogConfiguration;
import io.stowage.ecs.model.taskdef.LogDriver;
import io.stowage.ecs.model.taskdef.RegisterTaskDefinitionRequest;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinitionStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Cases that the model answers alone: the agent, revisions, log streams, memory. */
final class ModelCases {
    private static final Map<String, CatalogOperation> OPERATIONS = Map.of(
            "RunTask", CatalogOperation.RUN_TASK,
            "ScaleExistingService", CatalogOperation.CONTINUE_SERVICE,
            "Describe", CatalogOperation.DESCRIBE);

    private ModelCases() {}

    static void registeredMemory(JsonNode given, JsonNode expect) {
        int seen = given.has("measuredBytes")
                ? RegisteredMemory.ofMeasuredBytes(given.get("measuredBytes").asLong())
                : RegisteredMemory.estimateMib(given.get("installedMiB").asInt());
        assertThat(seen - given.get("reservedMiB").asInt())
                .isEqualTo(expect.get("registeredMiB").asInt());
    }

    static void logStream(JsonNode given, JsonNode expect) {
        LaunchType launchType = new LaunchType(given.get("launchType").asString());
        String prefix = text(given, "awslogs-stream-prefix");
        String task = given.has("taskId") ? text(given, "taskId") : text(given, "taskArn");
        if (expect.has("streams")) {
            TaskDefinition definition = TaskDefinition.builder()
                    .containerDefinitions(texts(given.get("containers")).stream()
                            .map(name -> container(name, prefix))
                            .toList())
                    .build();
            assertThat(LogStream.of(definition, launchType, task).stream().map(LogStream::name))
                    .isEqualTo(texts(expect.get("streams")));
            return;
        }
        LogStream stream = LogStream.of(
                        container(given.get("containerName").asString(), prefix),
                        launchType,
                        task,
                        text(given, "dockerContainerId"))
                .orElseThrow();
        assertThat(stream.name()).isEqualTo(text(expect, "stream"));
        assertThat(stream.problem() == null ? null : stream.problem().name()).isEqualTo(text(expect, "error"));
    }

    private static ContainerDefinition container(String name, @Nullable String prefix) {
        Map<String, String> options = new HashMap<>(Map.of("awslogs-group", "g", "awslogs-region", "eu-central-1"));
        if (prefix != null) {
            options.put("awslogs-stream-prefix", prefix);
        }
        return ContainerDefinition.builder()
                .name(name)
                .logConfiguration(LogConfiguration.builder()
                        .logDriver(LogDriver.AWSLOGS)
                        .options(options)
                        .build())
                .build();
    }

    static void revisionLookup(JsonNode given, JsonNode expect) {
        String family = given.get("family").asString();
        TaskDefinitionCatalog catalog = TaskDefinitionCatalog.empty();
        if (given.has("highestRevisionEver")) {
            catalog = catalog.withHighestRevision(
                    family, given.get("highestRevisionEver").asInt());
        }
        for (JsonNode revision : given.get("revisions")) {
            catalog = catalog.with(TaskDefinition.builder()
                    .family(family)
                    .revision(revision.get("revision").asInt())
                    .status(new TaskDefinitionStatus(revision.get("status").asString()))
                    .build());
        }
        String operation = given.get("operation").asString();
        if (operation.equals("Register")) {
            RegisterTaskDefinitionRequest request =
                    RegisterTaskDefinitionRequest.builder().family(family).build();
            assertThat(catalog.register(request, null).taskDefinition().revision())
                    .isEqualTo(expect.get("revision").asInt());
            return;
        }
        String reference = given.get("reference").asString();
        if (operation.equals("Delete")) {
            TaskDefinitionCatalog full = catalog;
            assertThatExceptionOfType(CatalogException.class)
                    .isThrownBy(() -> full.delete(reference, null))
                    .satisfies(e -> assertThat(e.error())
                            .hasToString(expect.get("error").asString()));
            return;
        }
        CatalogLookup lookup = catalog.find(reference, OPERATIONS.get(operation));
        assertThat(lookup.error() == null ? null : lookup.error().name()).isEqualTo(text(expect, "error"));
        if (expect.has("revision")) {
            assertThat(lookup.orThrow().revision())
                    .isEqualTo(expect.get("revision").asInt());
        }
    }

    static void agentConfig(JsonNode given, JsonNode expect) {
        AgentConfig config = AgentConfig.parse(
                SourceText.of("ecs.config", String.join("\n", texts(given.get("file")))),
                AgentDefaults.valueOf(given.get("defaults").asString()));
        int vcpus = given.path("vcpus").asInt(1);
        int memory = given.path("dockerMemoryMiB").asInt(1024);
        if (expect.has("error")) {
            assertThatExceptionOfType(RegistrationException.class)
                    .isThrownBy(() -> config.registeredResources(vcpus, memory))
                    .satisfies(e -> assertThat(e.error())
                            .hasToString(expect.get("error").asString()));
            return;
        }
        Map<String, Resource> resources = config.registeredResources(vcpus, memory).stream()
                .collect(Collectors.toMap(Resource::name, resource -> resource));
        expect.properties().forEach(member -> agent(config, resources, member.getKey(), member.getValue()));
    }

    private static void agent(AgentConfig config, Map<String, Resource> resources, String member, JsonNode expect) {
        switch (member) {
            case "cluster" -> assertThat(config.cluster()).isEqualTo(expect.asString());
            case "loggingDrivers" -> assertThat(config.loggingDrivers()).isEqualTo(texts(expect));
            case "taskIamRole" -> assertThat(config.isTaskIamRoleOn()).isEqualTo(expect.asBoolean());
            case "taskIamRoleNetworkHost" ->
                assertThat(config.isTaskIamRoleNetworkHostOn()).isEqualTo(expect.asBoolean());
            case "taskEni" -> assertThat(config.isTaskEniOn()).isEqualTo(expect.asBoolean());
            case "spotInstanceDraining" ->
                assertThat(config.isOn("ECS_ENABLE_SPOT_INSTANCE_DRAINING")).isEqualTo(expect.asBoolean());
            case "warnings" -> assertThat(config.warnings()).isEqualTo(texts(expect));
            case "unknownKeys" -> assertThat(config.unknownKeys()).isEqualTo(texts(expect));
            case "hasAttribute" ->
                assertThat(config.attributes()).extracting(Attribute::name).containsAll(texts(expect));
            case "customAttributes" ->
                assertThat(config.customAttributes())
                        .isEqualTo(expect.properties().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey,
                                        entry -> entry.getValue().asString())));
            case "containerStopTimeoutSeconds" ->
                assertThat(config.duration("ECS_CONTAINER_STOP_TIMEOUT")).hasValue(Duration.ofSeconds(expect.asLong()));
            case "dynamicHostPortRange" ->
                assertThat(config.dynamicHostPortRange())
                        .isEqualTo(new PortRange(
                                expect.get(0).asInt(), expect.get(1).asInt()));
            case "resources" ->
                expect.properties()
                        .forEach(resource -> resource(resources.get(resource.getKey()), resource.getValue()));
            default -> throw new AssertionError("no check for " + member);
        }
    }

    private static void resource(Resource registered, JsonNode expect) {
        if (expect.isArray()) {
            List<String> ports = registered.stringSetValue();
            assertThat(ports).isEqualTo(texts(expect));
        } else {
            assertThat(registered.integerValue()).isEqualTo(expect.asInt());
        }
    }
}
