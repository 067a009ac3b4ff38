package io.stowage.ecs.model.roles;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.agent.AgentConfig;
import io.stowage.ecs.model.agent.AgentDefaults;
import io.stowage.ecs.model.capacity.AutoScalingGroupProvider;
import io.stowage.ecs.model.capacity.CreateCapacityProviderRequest;
import io.stowage.ecs.model.capacity.CreateManagedInstancesProviderConfiguration;
import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.roles.RoleFinding.Problem;
import io.stowage.ecs.model.service.AdvancedConfiguration;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.Deployment;
import io.stowage.ecs.model.service.DeploymentController;
import io.stowage.ecs.model.service.DeploymentControllerType;
import io.stowage.ecs.model.service.LoadBalancer;
import io.stowage.ecs.model.service.Service;
import io.stowage.ecs.model.service.ServiceConnectConfiguration;
import io.stowage.ecs.model.service.ServiceConnectService;
import io.stowage.ecs.model.service.ServiceConnectTlsConfiguration;
import io.stowage.ecs.model.service.ServiceManagedEBSVolumeConfiguration;
import io.stowage.ecs.model.service.ServiceRegistry;
import io.stowage.ecs.model.service.ServiceVolumeConfiguration;
import io.stowage.ecs.model.service.VpcLatticeConfiguration;
import io.stowage.ecs.model.spec.SpecCases;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RoleBindingsTest {
    private static final AgentConfig IMAGE = AgentConfig.of(AgentDefaults.ECS_INIT);
    private static final AgentConfig BARE = AgentConfig.of(AgentDefaults.AGENT);

    private static final TaskDefinition FULL = SpecCases.taskDefinition("""
            {"family": "f", "executionRoleArn": "arn:aws:iam::111122223333:role/exec",
             "taskRoleArn": "arn:aws:iam::111122223333:role/app", "networkMode": "awsvpc",
             "containerDefinitions": [
              {"name": "a", "image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/app",
               "secrets": [{"name": "A", "valueFrom": "arn:aws:secretsmanager:us-east-1:111122223333:secret:s"},
                           {"name": "B", "valueFrom": "plain"}],
               "environmentFiles": [{"type": "s3", "value": "arn:aws:s3:::b/e.env"}],
               "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "g", "awslogs-create-group": "true"}}},
              {"name": "b", "image": "private", "repositoryCredentials": {"credentialsParameter": "x"},
               "logConfiguration": {"logDriver": "awslogs"}}],
             "volumes": [{"name": "e", "efsVolumeConfiguration": {"fileSystemId": "fs-1",
               "authorizationConfig": {"iam": "ENABLED"}}}]}""");

    private static List<String> actions(RoleBindings bindings, RoleKind kind) {
        return bindings.find(kind).stream()
                .flatMap(need -> need.actions().stream())
                .map(ActionNeed::action)
                .toList();
    }

    @Test
    void needs_onFargate_areOfTheExecutionRole() {
        RoleBindings bindings = RoleBindings.of(FULL, LaunchType.FARGATE, BARE);
        assertThat(bindings.needs().stream().map(RoleNeed::kind))
                .containsExactly(RoleKind.SERVICE_LINKED, RoleKind.TASK, RoleKind.TASK_EXECUTION, RoleKind.CALLER);
        assertThat(actions(bindings, RoleKind.TASK_EXECUTION))
                .containsExactly(
                        "ecr:BatchCheckLayerAvailability",
                        "ecr:BatchGetImage",
                        "ecr:GetAuthorizationToken",
                        "ecr:GetDownloadUrlForLayer",
                        "kms:Decrypt",
                        "logs:CreateLogGroup",
                        "logs:CreateLogStream",
                        "logs:PutLogEvents",
                        "s3:GetBucketLocation",
                        "s3:GetObject",
                        "secretsmanager:GetSecretValue",
                        "ssm:GetParameters");
        RoleNeed execution = bindings.find(RoleKind.TASK_EXECUTION).orElseThrow();
        assertThat(execution.roleArn()).endsWith("role/exec");
        assertThat(execution.actions().get(4).onlyWithOwnKey()).isTrue();
        assertThat(execution.actions().get(10).causes())
                .containsExactly(
                        new RoleCause(RoleFeature.SECRETS_MANAGER, "/containerDefinitions/0/secrets/0"),
                        new RoleCause(RoleFeature.PRIVATE_REGISTRY, "/containerDefinitions/1/repositoryCredentials"));
        assertThat(execution.actions().get(7).causes()).hasSize(2);
        assertThat(actions(bindings, RoleKind.TASK)).containsExactly("elasticfilesystem:ClientMount");
        assertThat(bindings.find(RoleKind.CALLER).orElseThrow().actions())
                .singleElement()
                .satisfies(a -> assertThat(a.causes())
                        .extracting(RoleCause::pointer)
                        .containsExactly("/executionRoleArn", "/taskRoleArn"));
    }

    @Test
    void needs_onInstances_dependOnExecutionRoleAndAgent() {
        RoleBindings image = RoleBindings.of(FULL, LaunchType.EC2, IMAGE);
        assertThat(actions(image, RoleKind.INSTANCE))
                .contains("ecs:Poll", "ecs:Submit*")
                .doesNotContain("logs:PutLogEvents", "ecr:BatchGetImage");
        assertThat(actions(image, RoleKind.TASK_EXECUTION)).contains("logs:PutLogEvents", "ecr:BatchGetImage");
        RoleBindings bare = RoleBindings.of(FULL, LaunchType.EC2, BARE);
        assertThat(actions(bare, RoleKind.INSTANCE)).contains("logs:PutLogEvents", "logs:CreateLogGroup");
        assertThat(actions(bare, RoleKind.TASK_EXECUTION)).doesNotContain("logs:PutLogEvents");
        TaskDefinition without = FULL.toBuilder().executionRoleArn("").build();
        RoleBindings instance = RoleBindings.of(without, LaunchType.EC2, IMAGE);
        assertThat(actions(instance, RoleKind.INSTANCE)).contains("logs:PutLogEvents", "ecr:BatchGetImage");
        assertThat(actions(instance, RoleKind.TASK_EXECUTION)).contains("ssm:GetParameters");
        RoleBindings external = RoleBindings.of(without, LaunchType.EXTERNAL, IMAGE);
        assertThat(actions(external, RoleKind.EXTERNAL_INSTANCE)).contains("logs:PutLogEvents", "ecs:Poll");
        assertThat(actions(external, RoleKind.TASK_EXECUTION)).contains("ecr:BatchGetImage");
        assertThat(RoleBindings.of(without, LaunchType.MANAGED_INSTANCES, IMAGE).find(RoleKind.INSTANCE))
                .isEmpty();
    }

    @Test
    void needs_ofAPlainTask_areFew() {
        TaskDefinition plain = SpecCases.taskDefinition(
                "{\"family\": \"f\", \"containerDefinitions\": [{\"name\": \"a\", \"image\": \"b\"}]}");
        assertThat(RoleBindings.of(plain, LaunchType.FARGATE, BARE).needs()).isEmpty();
        assertThat(RoleBindings.of(plain, LaunchType.EC2, BARE).needs())
                .extracting(RoleNeed::kind)
                .containsExactly(RoleKind.INSTANCE);
    }

    @Test
    void needs_ofAService_comeWithTheirMembers() {
        CreateServiceRequest service = CreateServiceRequest.builder()
                .enableExecuteCommand(true)
                .serviceRegistries(List.of(ServiceRegistry.builder().build()))
                .deploymentController(DeploymentController.builder()
                        .type(DeploymentControllerType.CODE_DEPLOY)
                        .build())
                .loadBalancers(List.of(LoadBalancer.builder()
                        .advancedConfiguration(AdvancedConfiguration.builder()
                                .roleArn("arn:aws:iam::111122223333:role/infra")
                                .build())
                        .build()))
                .volumeConfigurations(List.of(volume()))
                .build();
        RoleBindings bindings = RoleBindings.of(FULL, service, LaunchType.FARGATE, BARE);
        assertThat(actions(bindings, RoleKind.TASK)).contains("ssmmessages:OpenDataChannel");
        RoleNeed infrastructure = bindings.find(RoleKind.INFRASTRUCTURE).orElseThrow();
        assertThat(infrastructure.roleArn()).endsWith("/infra");
        assertThat(infrastructure.causes())
                .containsExactly(
                        new RoleCause(
                                RoleFeature.TRAFFIC_SHIFT, "/service/loadBalancers/0/advancedConfiguration/roleArn"),
                        new RoleCause(
                                RoleFeature.EBS_VOLUMES, "/service/volumeConfigurations/0/managedEBSVolume/roleArn"));
        assertThat(bindings.find(RoleKind.CODE_DEPLOY)).isPresent();
        assertThat(bindings.find(RoleKind.SERVICE_LINKED).orElseThrow().causes())
                .extracting(RoleCause::pointer)
                .containsExactly("/networkMode", "/service/loadBalancers/0", "/service/serviceRegistries");
    }

    private static ServiceVolumeConfiguration volume() {
        return ServiceVolumeConfiguration.builder()
                .managedEBSVolume(ServiceManagedEBSVolumeConfiguration.builder()
                        .roleArn("ebs")
                        .build())
                .build();
    }

    @Test
    void needs_ofADescribedService_lookIntoThePrimaryDeployment() {
        Service service = Service.builder()
                .roleArn("arn:aws:iam::1:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS")
                .deployments(List.of(
                        Deployment.builder().status("ACTIVE").build(),
                        Deployment.builder()
                                .status("PRIMARY")
                                .volumeConfigurations(List.of(volume()))
                                .build()))
                .build();
        RoleBindings bindings = RoleBindings.of(FULL, service, LaunchType.FARGATE, BARE);
        assertThat(bindings.find(RoleKind.SERVICE)).isEmpty();
        assertThat(bindings.find(RoleKind.INFRASTRUCTURE).orElseThrow().causes())
                .extracting(RoleCause::pointer)
                .containsExactly("/service/deployments/1/volumeConfigurations/0/managedEBSVolume/roleArn");
        Service old = service.toBuilder()
                .roleArn("ecsServiceRole")
                .deployments(List.of())
                .loadBalancers(List.of(LoadBalancer.builder().build()))
                .build();
        assertThat(RoleBindings.of(FULL, old, LaunchType.EC2, BARE).find(RoleKind.SERVICE))
                .hasValueSatisfying(need -> assertThat(need.causes())
                        .containsExactly(new RoleCause(RoleFeature.OWN_SERVICE_ROLE, "/service/roleArn")));
    }

    @Test
    void needs_ofRarerFeatures_areThereToo() {
        TaskDefinition definition = SpecCases.taskDefinition("""
                {"family": "f", "containerDefinitions": [{"name": "a",
                  "firelensConfiguration": {"type": "fluentbit", "options": {"config-file-type": "s3"}},
                  "logConfiguration": {"logDriver": "splunk", "secretOptions": [{"name": "A", "valueFrom": "p"}]}}],
                 "volumes": [{"name": "s", "s3filesVolumeConfiguration": {}},
                   {"name": "e", "efsVolumeConfiguration": {"authorizationConfig": {"iam": "DISABLED"}}}]}""");
        CreateServiceRequest service = CreateServiceRequest.builder()
                .vpcLatticeConfigurations(List.of(
                        VpcLatticeConfiguration.builder().roleArn("lattice").build()))
                .serviceConnectConfiguration(ServiceConnectConfiguration.builder()
                        .services(List.of(
                                ServiceConnectService.builder().build(),
                                ServiceConnectService.builder()
                                        .tls(ServiceConnectTlsConfiguration.builder()
                                                .build())
                                        .build()))
                        .build())
                .volumeConfigurations(
                        List.of(ServiceVolumeConfiguration.builder().build()))
                .build();
        RoleBindings bindings = RoleBindings.of(definition, service, LaunchType.FARGATE, BARE);
        assertThat(bindings.find(RoleKind.TASK_EXECUTION).orElseThrow().causes())
                .containsExactly(
                        new RoleCause(
                                RoleFeature.FIRELENS_CONFIG_FILE,
                                "/containerDefinitions/0/firelensConfiguration/options/config-file-type"),
                        new RoleCause(
                                RoleFeature.PARAMETER_STORE,
                                "/containerDefinitions/0/logConfiguration/secretOptions/0"));
        assertThat(bindings.find(RoleKind.TASK).orElseThrow().causes())
                .containsExactly(new RoleCause(RoleFeature.S3_FILES, "/volumes/0/s3filesVolumeConfiguration"));
        assertThat(bindings.find(RoleKind.INFRASTRUCTURE).orElseThrow().causes())
                .containsExactly(
                        new RoleCause(RoleFeature.VPC_LATTICE, "/service/vpcLatticeConfigurations/0/roleArn"),
                        new RoleCause(
                                RoleFeature.SERVICE_CONNECT_TLS,
                                "/service/serviceConnectConfiguration/services/1/tls/roleArn"));
        assertThat(bindings.find(RoleKind.CALLER).orElseThrow().causes())
                .extracting(RoleCause::pointer)
                .containsExactly("/service/vpcLatticeConfigurations/0/roleArn");
    }

    @Test
    void needs_ofCapacityProviders_areOfCallerOrInfrastructure() {
        RoleBindings group = RoleBindings.of(CreateCapacityProviderRequest.builder()
                .autoScalingGroupProvider(AutoScalingGroupProvider.builder().build())
                .build());
        assertThat(actions(group, RoleKind.CALLER)).containsExactly("autoscaling:CreateOrUpdateTags");
        RoleBindings managed = RoleBindings.of(CreateCapacityProviderRequest.builder()
                .managedInstancesProvider(CreateManagedInstancesProviderConfiguration.builder()
                        .infrastructureRoleArn("infra")
                        .build())
                .build());
        assertThat(managed.find(RoleKind.INFRASTRUCTURE))
                .hasValueSatisfying(need -> assertThat(need.roleArn()).isEqualTo("infra"));
        assertThat(actions(managed, RoleKind.CALLER)).containsExactly("iam:PassRole");
    }

    @Test
    void missingFrom_goodRoles_isNothing() {
        RoleBindings bindings = RoleBindings.of(FULL, LaunchType.FARGATE, BARE);
        List<RoleBinding> roles = List.of(
                new RoleBinding(RoleKind.TASK_EXECUTION, "other", List.of(), List.of()),
                new RoleBinding(
                        RoleKind.TASK_EXECUTION,
                        "exec",
                        List.of("ecs-tasks.amazonaws.com"),
                        List.of("ecr:*", "LOGS:*", "s3:Get*", "secretsmanager:GetSecretValue", "ssm:GetParameters")),
                new RoleBinding(RoleKind.TASK, null, List.of("ecs-tasks.amazonaws.com"), List.of("*")));
        assertThat(bindings.missingFrom(roles)).isEmpty();
    }

    @Test
    void missingFrom_poorRoles_namesWhatIsMissingAndWhy() {
        RoleBindings bindings = RoleBindings.of(FULL, LaunchType.FARGATE, BARE);
        List<RoleBinding> roles = List.of(
                new RoleBinding(
                        RoleKind.TASK_EXECUTION,
                        null,
                        List.of("ec2.amazonaws.com"),
                        List.of("ecr:*", "logs:*", "s3:GetObject", "secretsmanager:*", "ssm:GetParameter")),
                new RoleBinding(RoleKind.CALLER, null, List.of(), List.of("ecs:*")));
        assertThat(bindings.missingFrom(roles))
                .extracting(f -> f.kind() + " " + f.problem() + " " + f.detail())
                .containsExactly(
                        "TASK MISSING_ROLE arn:aws:iam::111122223333:role/app",
                        "TASK_EXECUTION WRONG_PRINCIPAL ecs-tasks.amazonaws.com",
                        "TASK_EXECUTION MISSING_ACTION s3:GetBucketLocation",
                        "TASK_EXECUTION MISSING_ACTION ssm:GetParameters",
                        "CALLER MISSING_ACTION iam:PassRole");
    }

    @Test
    void missingFrom_definitionWithoutRole_saysThatItNamesNone() {
        TaskDefinition without = FULL.toBuilder().executionRoleArn(null).build();
        assertThat(RoleBindings.of(without, LaunchType.FARGATE, BARE).missingFrom(List.of()))
                .filteredOn(f -> f.kind() == RoleKind.TASK_EXECUTION)
                .singleElement()
                .satisfies(f -> assertThat(f.problem()).isEqualTo(Problem.NOT_NAMED))
                .satisfies(f -> assertThat(f.causes())
                        .contains(new RoleCause(RoleFeature.ECR_PULL, "/containerDefinitions/0/image")));
    }

    @Test
    void binding_allows_byPrefixWithoutLetterCase() {
        RoleBinding binding =
                new RoleBinding(RoleKind.INSTANCE, null, List.of(), List.of("ecs:Submit*", "logs:PutLogEvents"));
        assertThat(binding.allows("ecs:SubmitTaskStateChange")).isTrue();
        assertThat(binding.allows("ecs:Submit*")).isTrue();
        assertThat(binding.allows("ecs:*")).isFalse();
        assertThat(binding.allows("Logs:putlogevents")).isTrue();
        assertThat(binding.allows("logs:Put")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "*,                    true",
        "ecs:*StateChange,     true",
        "*:submit*change,      true",
        "ecs:Submit????State*, true",
        "ecs:SubmitTaskStateChange?, false",
        "ecs:SubmitTaskStateChange**, true",
        "ecs:*Task,            false",
        "s3:*,                 false",
        "'',                   false"
    })
    void binding_allowsByWildcards_asIamDoes(String allowed, boolean expected) {
        RoleBinding binding = new RoleBinding(RoleKind.INSTANCE, null, List.of(), List.of(allowed));

        assertThat(binding.allows("ecs:SubmitTaskStateChange")).isEqualTo(expected);
    }

    @Test
    void binding_isNamed_byArnOrBareName() {
        RoleBinding binding =
                new RoleBinding(RoleKind.TASK, "arn:aws:iam::123456789012:role/apps/web", List.of(), List.of());

        assertThat(binding.isNamed("web")).isTrue();
        assertThat(binding.isNamed("arn:aws:iam::123456789012:role/apps/web")).isTrue();
        assertThat(binding.isNamed("web2")).isFalse();
        assertThat(binding.isNamed(null)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(RoleKind.class)
    void facts_ofEveryKind_areThere(RoleKind kind) {
        RoleFacts facts = RoleFacts.of(kind);
        assertThat(facts.purpose()).isNotEmpty();
        assertThat(facts.trustedPrincipal().isEmpty()).isEqualTo(kind == RoleKind.CALLER);
        assertThat(facts.isAutomatic()).isEqualTo(kind.name().endsWith("LINKED"));
    }
}
