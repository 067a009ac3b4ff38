package io.stowage.ecs.model.attributes;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.agent.AgentConfig;
import io.stowage.ecs.model.agent.AgentDefaults;
import io.stowage.ecs.model.attributes.RequiredAttributes.Feature;
import io.stowage.ecs.model.cluster.Attribute;
import io.stowage.ecs.model.common.KeyValuePair;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.spec.SpecCases;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.FirelensConfiguration;
import io.stowage.ecs.model.taskdef.LogConfiguration;
import io.stowage.ecs.model.taskdef.LogDriver;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class RequiredAttributesTest {
    private static final String ROLE = "arn:aws:iam::111122223333:role/x";

    @TestFactory
    Stream<DynamicTest> of_requiresAttributesCases_areAsExpected() {
        return SpecCases.placement("requiresAttributes", 13, c -> {
            TaskDefinition definition = SpecCases.taskDefinition(c.get("taskDefinition"));
            RequiredAttributes required = RequiredAttributes.of(definition);
            assertThat(required.names())
                    .containsExactlyElementsOf(c.get("expect")
                            .valueStream()
                            .map(JsonNode::asString)
                            .toList());
            JsonNode written = c.get("taskDefinition");
            for (RequiredAttribute attribute : required.attributes()) {
                assertThat(attribute.askedBy()).isNotEmpty();
                // A network mode that is absent asks for nothing, so every pointer leads to something that was written.
                assertThat(attribute.askedBy())
                        .allSatisfy(pointer ->
                                assertThat(written.at(pointer).isMissingNode()).isFalse());
                assertThat(attribute.provider().feature())
                        .isNotEmpty()
                        .doesNotContain("know no provider")
                        .doesNotContain("*");
            }
        });
    }

    @Test
    void of_secretsOfTwoContainers_pointAtEveryOneThatAsks() {
        RequiredAttributes required = RequiredAttributes.of(definition("""
                {"executionRoleArn": "r", "containerDefinitions": [
                  {"name": "a", "image": "a", "secrets": [
                    {"name": "A", "valueFrom": "plain-parameter"},
                    {"name": "B", "valueFrom": "arn:aws:secretsmanager:us-east-1:111122223333:secret:s"}]},
                  {"name": "b", "image": "b", "secrets": [
                    {"name": "C", "valueFrom": "arn:aws:ssm:us-east-1:111122223333:parameter/p"}]}]}"""));
        assertThat(required.find("ecs.capability.secrets.ssm.environment-variables"))
                .hasValueSatisfying(a -> assertThat(a.askedBy())
                        .containsExactly("/containerDefinitions/0/secrets/0", "/containerDefinitions/1/secrets/0"));
        assertThat(required.find("ecs.capability.secrets.asm.environment-variables"))
                .hasValueSatisfying(a -> assertThat(a.askedBy()).containsExactly("/containerDefinitions/0/secrets/1"));
    }

    @Test
    void of_images_needRegistryRightsOnlyFromAccounts() {
        for (String image : List.of(
                "111122223333.dkr.ecr.us-east-1.amazonaws.com/app",
                "111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/app:1",
                "111122223333.dkr.ecr-fips.us-gov-west-1.amazonaws.com/app@sha256:0",
                "111122223333.dkr-ecr.us-east-1.on.aws/app")) {
            assertThat(names(c -> c.image(image))).as(image).contains("com.amazonaws.ecs.capability.ecr-auth");
        }
        for (String image : List.of(
                "public.ecr.aws/amazonlinux/amazonlinux",
                "app",
                "${ACCOUNT}.dkr.ecr.us-east-1.amazonaws.com/app",
                "example.com/111122223333.dkr.ecr.us-east-1.amazonaws.com/app",
                "")) {
            assertThat(names(c -> c.image(image))).as(image).isEmpty();
        }
    }

    @Test
    void of_membersWrittenAsEmpty_areListedAsEcsDoes() {
        assertThat(names(c -> c.links(List.of())))
                .containsExactly("com.amazonaws.ecs.capability.docker-remote-api.1.17");
        assertThat(names(c -> c.ulimits(List.of())))
                .containsExactly("com.amazonaws.ecs.capability.docker-remote-api.1.18");
        assertThat(names(c -> c.links(Presence.listOf(null)))).isEmpty();
        assertThat(names(c -> c.user("").workingDirectory(""))).isEmpty();
        assertThat(names(c -> c.environment(
                        List.of(KeyValuePair.builder().name("a").value("b").build()))))
                .isEmpty();
    }

    @Test
    void of_logDriver_optionsReplaceThePlainVersion() {
        assertThat(names(c -> c.logConfiguration(LogConfiguration.builder()
                        .logDriver(LogDriver.JSON_FILE)
                        .build())))
                .containsExactly(
                        "com.amazonaws.ecs.capability.docker-remote-api.1.18",
                        "com.amazonaws.ecs.capability.logging-driver.json-file");
        assertThat(names(c -> c.logConfiguration(LogConfiguration.builder()
                        .logDriver(LogDriver.JSON_FILE)
                        .options(Map.of("max-size", "1m"))
                        .build())))
                .containsExactly(
                        "com.amazonaws.ecs.capability.docker-remote-api.1.19",
                        "com.amazonaws.ecs.capability.logging-driver.json-file");
        assertThat(names(c -> c.logConfiguration(LogConfiguration.builder().build())))
                .isEmpty();
    }

    @Test
    void complete_addsWhatEcsDoesNotList() {
        ContainerDefinition router = ContainerDefinition.builder()
                .name("router")
                .user("1000:1000")
                .firelensConfiguration(FirelensConfiguration.builder().build())
                .build();
        TaskDefinition definition = TaskDefinition.builder()
                .cpu("12 vCPU")
                .containerDefinitions(
                        List.of(router, router.toBuilder().user("0:5").build()))
                .build();
        RequiredAttributes complete =
                RequiredAttributes.complete(definition, Set.of(Feature.EXECUTE_COMMAND, Feature.SERVICE_CONNECT));
        assertThat(complete.names())
                .containsExactly(
                        "com.amazonaws.ecs.capability.docker-remote-api.1.17",
                        "ecs.capability.execute-command",
                        "ecs.capability.firelens.non-root-user",
                        "ecs.capability.increased-task-cpu-limit",
                        "ecs.capability.service-connect-v1");
        assertThat(complete.find("ecs.capability.firelens.non-root-user"))
                .hasValueSatisfying(a -> assertThat(a.askedBy()).containsExactly("/containerDefinitions/0/user"));
        assertThat(complete.find("ecs.capability.execute-command"))
                .hasValueSatisfying(a -> assertThat(a.askedBy()).containsExactly("/request/enableExecuteCommand"));
        assertThat(RequiredAttributes.of(definition).names())
                .containsExactly("com.amazonaws.ecs.capability.docker-remote-api.1.17");
        assertThat(RequiredAttributes.complete(
                                definition.toBuilder().cpu("10240").build(), Set.of())
                        .names())
                .doesNotContain("ecs.capability.increased-task-cpu-limit");
    }

    @Test
    void missingFrom_instance_namesTheSettingThatWouldHelp() {
        RequiredAttributes required = RequiredAttributes.of(TaskDefinition.builder()
                .networkMode(NetworkMode.AWSVPC)
                .taskRoleArn(ROLE)
                .build());
        Attribute docker = Attribute.builder()
                .name("com.amazonaws.ecs.capability.docker-remote-api.1.18")
                .build();
        Attribute role = Attribute.builder()
                .name("com.amazonaws.ecs.capability.task-iam-role")
                .value("")
                .build();
        assertThat(required.missingFrom(
                        List.of(docker, role, Attribute.builder().build())))
                .singleElement()
                .satisfies(a -> {
                    assertThat(a.name()).isEqualTo("ecs.capability.task-eni");
                    assertThat(a.askedBy()).containsExactly("/networkMode");
                    assertThat(a.provider().setting()).isEqualTo("ECS_ENABLE_TASK_ENI=true");
                });
        assertThat(required.missingFrom(List.of())).hasSize(3);
    }

    @Test
    void providers_knowEverythingThatAgentsAnnounce() {
        Set<String> settings = Set.of("ecs.os-type", "ecs.os-family");
        Set<String> withoutUse = Set.of(
                "ecs.capability.ecr-endpoint",
                "ecs.capability.external",
                "ecs.capability.full-sync",
                "ecs.capability.task-eni.ipv6");
        for (AgentDefaults defaults : AgentDefaults.values()) {
            AgentConfig config = AgentConfig.parse(
                    SourceText.of("", "ECS_GMSA_SUPPORTED=true\nECS_SELINUX_CAPABLE=true\nECS_AWSVPC_BLOCK_IMDS=true"),
                    defaults);
            assertThat(config.attributes().stream().map(Attribute::name))
                    .filteredOn(name -> !settings.contains(name) && !withoutUse.contains(name))
                    .allSatisfy(name -> assertThat(AttributeProviders.of(name).feature())
                            .as(name)
                            .doesNotContain("know no provider"));
        }
    }

    @Test
    void provider_ofNamesWithARest_putsTheRestIn() {
        assertThat(AttributeProviders.of("com.amazonaws.ecs.capability.logging-driver.gelf")
                        .setting())
                .isEqualTo("ECS_AVAILABLE_LOGGING_DRIVERS=[\"gelf\"]");
        assertThat(AttributeProviders.of("com.amazonaws.ecs.capability.docker-remote-api.1.32"))
                .hasToString("a Docker daemon whose API reaches version 1.32");
        assertThat(AttributeProviders.of("rack").feature()).contains("put-attributes");
    }

    private static List<String> names(
            java.util.function.UnaryOperator<io.stowage.ecs.model.taskdef.ContainerDefinitionBuilder> container) {
        return RequiredAttributes.of(TaskDefinition.builder()
                        .containerDefinitions(List.of(
                                container.apply(ContainerDefinition.builder()).build()))
                        .build())
                .names();
    }

    private static TaskDefinition definition(String json) {
        return SpecCases.taskDefinition(json);
    }
}
