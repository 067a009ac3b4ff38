package io.stowage.ecs.validation.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.EcsValidator;
import org.junit.jupiter.api.Test;

class TerraformReaderTest {
    static final String PLAN = """
            {"format_version": "1.2", "terraform_version": "1.9.0",
             "planned_values": {"root_module": {
               "resources": [{"address": "aws_vpc.main", "type": "aws_vpc", "values": {}}],
               "child_modules": [{"address": "module.web", "resources": [
                 {"address": "module.web.aws_ecs_task_definition.web", "type": "aws_ecs_task_definition", "name": "web",
                  "values": {"family": "web", "cpu": "256", "memory": "3072", "network_mode": "awsvpc",
                    "requires_compatibilities": ["FARGATE"], "pid_mode": "", "ipc_mode": null, "skip_destroy": false,
                    "tags": null, "track_latest": false,
                    "runtime_platform": [{"cpu_architecture": "ARM64", "operating_system_family": "LINUX"}],
                    "ephemeral_storage": [{"size_in_gib": 50}],
                    "volume": [{"name": "data", "host_path": "/data", "efs_volume_configuration": [],
                                "docker_volume_configuration": []},
                               {"name": "efs", "host_path": "", "efs_volume_configuration": [{"file_system_id": "fs-1",
                                "authorization_config": [{"iam": "ENABLED"}]}]}],
                    "proxy_configuration": [{"type": "APPMESH", "container_name": "envoy",
                                             "properties": {"ProxyIngressPort": "15000"}}],
                    "container_definitions": "[{\\"name\\":\\"app\\",\\n\\"image\\":\\"nginx:1.27\\",\\"cpu\\":-1}]"}},
                 {"address": "module.web.aws_ecs_service.web", "type": "aws_ecs_service", "name": "web",
                  "values": {"name": "web", "desired_count": 2, "launch_type": "FARGATE", "iam_role": null,
                    "deployment_maximum_percent": 150, "deployment_minimum_healthy_percent": 50,
                    "deployment_circuit_breaker": [{"enable": true, "rollback": true}],
                    "deployment_controller": [{"type": "ECS"}], "enable_ecs_managed_tags": true,
                    "ordered_placement_strategy": [], "wait_for_steady_state": null,
                    "network_configuration": [{"assign_public_ip": true, "subnets": ["subnet-1"]}],
                    "load_balancer": [{"container_name": "app", "container_port": 80, "elb_name": ""}]}}]}]}},
             "resource_changes": [{"address": "module.web.aws_ecs_service.web", "change": {"after_unknown": {
               "id": true, "task_definition": true, "cluster": true,
               "network_configuration": [{"security_groups": true, "subnets": [false]}],
               "load_balancer": [{"target_group_arn": true}]}}}],
             "configuration": {"root_module": {"module_calls": {"web": {"module": {"resources": [
               {"address": "aws_ecs_service.web", "expressions": {"task_definition": {
                 "references": ["aws_ecs_task_definition.web.arn", "aws_ecs_task_definition.web"]}}}]}}}}}}
            """;

    @Test
    void read_plan_joinsServiceAndTaskDefinitionInTheFormOfEcs() {
        EcsDocuments documents = read(PLAN);

        assertThat(documents.configurations()).hasSize(1);
        assertThat(documents.diagnostics()).isEmpty();
        TaskDefinition definition =
                documents.configurations().get(0).configuration().taskDefinition();
        assertThat(definition.family()).isEqualTo("web");
        assertThat(definition.requiresCompatibilities()).hasToString("[FARGATE]");
        assertThat(definition.runtimePlatform().cpuArchitecture()).hasToString("ARM64");
        assertThat(definition.ephemeralStorage().sizeInGiB()).isEqualTo(50);
        assertThat(definition.volumes().get(0).host().sourcePath()).isEqualTo("/data");
        assertThat(definition.volumes().get(1).efsVolumeConfiguration().fileSystemId())
                .isEqualTo("fs-1");
        assertThat(definition.volumes().get(1).host()).isNull();
        assertThat(definition.proxyConfiguration().properties())
                .extracting("name", "value")
                .containsExactly(tuple("ProxyIngressPort", "15000"));
        assertThat(definition.containerDefinitions().get(0).image()).isEqualTo("nginx:1.27");
        assertThat(definition.otherMembers()).isEmpty();
        CreateServiceRequest service =
                documents.configurations().get(0).configuration().service();
        assertThat(service.serviceName()).isEqualTo("web");
        assertThat(service.enableECSManagedTags()).isTrue();
        assertThat(service.deploymentConfiguration().maximumPercent()).isEqualTo(150);
        assertThat(service.deploymentConfiguration().deploymentCircuitBreaker().enable())
                .isTrue();
        assertThat(service.networkConfiguration().awsvpcConfiguration().assignPublicIp())
                .hasToString("ENABLED");
        assertThat(service.networkConfiguration().awsvpcConfiguration().subnets())
                .containsExactly("subnet-1");
        assertThat(service.loadBalancers().get(0).containerPort()).isEqualTo(80);
    }

    @Test
    void read_knownAfterApply_isNotKnown() {
        CreateServiceRequest service =
                read(PLAN).configurations().get(0).configuration().service();

        assertThat(service.otherMembers()).containsOnlyKeys("taskDefinition", "cluster");
        assertThat(service.loadBalancers().get(0).otherMembers()).containsOnlyKeys("targetGroupArn");
        assertThat(service.networkConfiguration().awsvpcConfiguration().otherMembers())
                .containsOnlyKeys("securityGroups");
    }

    @Test
    void locate_findings_leadIntoThePlanAndItsStrings() {
        LocatedConfiguration only = read(PLAN).configurations().get(0);
        String values = "/planned_values/root_module/child_modules/0/resources/";

        assertLocated(only, "/taskDefinition/memory", "\"3072\"", values + "0/values/memory");
        assertLocated(
                only,
                "/taskDefinition/ephemeralStorage/sizeInGiB",
                "50}",
                values + "0/values/ephemeral_storage/0/size_in_gib");
        assertLocated(
                only,
                "/taskDefinition/volumes/1/efsVolumeConfiguration/authorizationConfig/iam",
                "\"ENABLED\"",
                values + "0/values/volume/1/efs_volume_configuration/0/authorization_config/0/iam");
        // Two escaped quotes a name, and the line end inside the string is an escape, too.
        assertLocated(
                only,
                "/taskDefinition/containerDefinitions/0/cpu",
                "-1}]",
                values + "0/values/container_definitions/0/cpu");
        assertLocated(
                only,
                "/service/deploymentConfiguration/maximumPercent",
                "150,",
                values + "1/values/deployment_maximum_percent");
        assertLocated(
                only,
                "/service/networkConfiguration/awsvpcConfiguration/assignPublicIp",
                "true, \"subnets\"",
                values + "1/values/network_configuration/0/assign_public_ip");
    }

    @Test
    void validate_plan_findsWhatIsWrong() {
        assertThat(EcsValidator.standard().validate(read(PLAN)).findings())
                .extracting(Diagnostic::id)
                .contains("size.fargate-memory-for-cpu", "size.container-cpu-negative");
    }

    @Test
    void read_stringThatIsNoJson_saysWhere() {
        EcsDocuments documents = read("""
                {"terraform_version": "1", "values": {"root_module": {"resources": [
                  {"address": "aws_ecs_task_definition.a", "type": "aws_ecs_task_definition",
                   "values": {"family": "a", "container_definitions": "[{"}}]}}}
                """);

        assertThat(documents.diagnostics()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("json.syntax");
            assertThat(finding.pointer()).endsWith("/values/container_definitions");
            assertThat(finding.location()).hasToString("plan.json:3:55");
        });
        assertThat(documents.configurations()).hasSize(1);
    }

    @Test
    void read_unknownContainerDefinitions_areNotKnown() {
        EcsDocuments documents = read("""
                {"terraform_version": "1", "planned_values": {"root_module": {"resources": [
                  {"address": "aws_ecs_task_definition.a[0]", "type": "aws_ecs_task_definition",
                   "values": {"family": "a"}}]}},
                 "resource_changes": [{"address": "aws_ecs_task_definition.a[0]",
                   "change": {"after_unknown": {"container_definitions": true, "execution_role_arn": true}}}]}
                """);

        assertThat(documents
                        .configurations()
                        .get(0)
                        .configuration()
                        .taskDefinition()
                        .otherMembers())
                .containsOnlyKeys("containerDefinitions", "executionRoleArn");
    }

    /** The place is where the text stands for the first time. */
    private static void assertLocated(LocatedConfiguration in, String pointer, String text, String written) {
        Diagnostic located = in.locate(new Diagnostic("a.b", Severity.NOTE, "m", pointer, null, null));
        assertThat(located.pointer()).isEqualTo(written);
        assertThat(located.location())
                .isEqualTo(SourceText.of("plan.json", PLAN).locate(PLAN.indexOf(text)));
    }

    private static EcsDocuments read(String text) {
        return EcsDocuments.reader().add(SourceText.of("plan.json", text)).read();
    }
}
