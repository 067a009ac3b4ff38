package io.stowage.ecs.validation.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.ContainerDefinitionBuilder;
import io.stowage.ecs.model.taskdef.LogConfiguration;
import io.stowage.ecs.model.taskdef.LogDriver;
import io.stowage.ecs.model.taskdef.Secret;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinitionBuilder;
import io.stowage.ecs.validation.EcsValidator;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.input.KnownInstance;
import io.stowage.ecs.validation.input.KnownRole;
import io.stowage.ecs.validation.input.KnownRoleBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RolesTest {
    private static final String ARN = "arn:aws:iam::123456789012:role/apps/web";

    @ParameterizedTest
    @CsvSource({
        "ssm:GetParameters,    true",
        "ssm:*,                true",
        "ssm:Get*s,            true",
        "SSM:getparameters,    true",
        "*,                    true",
        "ssm:GetParameter,     false",
        "ssm:GetParametersByPath, false"
    })
    void action_byWildcard_countsAsForIam(String allowed, boolean enough) {
        TaskDefinition task = task(app().secrets(List.of(secret("/prod/a"))))
                .executionRoleArn(ARN)
                .build();

        assertThat(found(task, role().allowedActions(List.of(allowed))))
                .isEqualTo(enough ? List.of() : List.of("cross.execution-role-parameters /roles/0/allowedActions"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "arn:aws:iam::999999999999:role/web", ARN})
    void role_namedByArnOrName_isFound(String named) {
        TaskDefinition task = task(app()).taskRoleArn(named).build();

        assertThat(found(task, role().trustedServices(List.of("ec2.amazonaws.com"))))
                .containsExactly("cross.task-role-trust /roles/0/trustedServices");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${SECRET}", "<SECRET>", "{{ secret }}"})
    void secret_thatIsAPlaceholder_maybeOfEitherKind(String from) {
        TaskDefinition task =
                task(app().secrets(List.of(secret(from)))).executionRoleArn(ARN).build();

        assertThat(found(task, role().allowedActions(List.of()))).isEmpty();
    }

    @Test
    void secret_withAPlaceholderInItsArn_isOfTheKindThatIsWritten() {
        TaskDefinition task = task(app().secrets(
                                List.of(secret("arn:aws:secretsmanager:${REGION}:123456789012:secret:db-AbCdEf"))))
                .executionRoleArn(ARN)
                .build();

        assertThat(found(task, role().allowedActions(List.of())))
                .containsExactly("cross.execution-role-secrets-manager /roles/0/allowedActions");
    }

    @Test
    void role_ofWhichLittleIsKnown_isNotJudged() {
        TaskDefinition task = task(app().secrets(List.of(secret("/prod/a"))))
                .executionRoleArn(ARN)
                .taskRoleArn(ARN)
                .build();

        assertThat(found(task, KnownRole.builder().arn(ARN))).isEmpty();
        assertThat(found(
                        task,
                        KnownRole.builder()
                                .arn(ARN)
                                .trustedServices(List.of("${SERVICE}"))
                                .allowedActions(List.of("${ACTION}"))))
                .isEmpty();
        assertThat(found(task, KnownRole.builder().arn("${ROLE}").trustedServices(List.of())))
                .isEmpty();
    }

    @Test
    void action_amongPlaceholders_countsIfItIsEnough() {
        TaskDefinition task = task(app().secrets(List.of(secret("/prod/a"))))
                .executionRoleArn(ARN)
                .build();

        assertThat(found(task, role().allowedActions(List.of("${OTHER}", "s3:*"))))
                .isEmpty();
        assertThat(found(task, role().allowedActions(List.of("s3:*")))).hasSize(1);
    }

    @Test
    void executionRole_thatIsNotKnown_isNotMissing() {
        EcsConfiguration unknown = EcsConfiguration.builder()
                .taskDefinition(task(app().logConfiguration(awslogs()))
                        .otherMembers(Map.of("executionRoleArn", Map.of("Ref", "Role")))
                        .build())
                .containerInstances(
                        List.of(KnownInstance.builder().instanceRoleArn(ARN).build()))
                .roles(List.of(KnownRole.builder()
                        .arn(ARN)
                        .trustedServices(List.of("ec2.amazonaws.com"))
                        .allowedActions(List.of("ecs:*"))
                        .build()))
                .build();
        EcsConfiguration none = unknown.toBuilder()
                .taskDefinition(task(app().logConfiguration(awslogs())).build())
                .build();

        assertThat(found(unknown)).isEmpty();
        assertThat(found(none)).containsExactly("instance.role-logs /roles/0/allowedActions");
    }

    @Test
    void message_ofMissingActions_namesAllOfThem() {
        TaskDefinition task = task(app().image("123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1"))
                .executionRoleArn(ARN)
                .build();

        assertThat(EcsValidator.standard()
                        .validate(configuration(task, role().name("web").allowedActions(List.of("ecr:BatchGetImage"))))
                        .findings())
                .filteredOn(finding -> finding.id().equals("cross.execution-role-ecr"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("The execution role \"web\" lacks ecr:BatchCheckLayerAvailability,"
                                + " ecr:GetAuthorizationToken, ecr:GetDownloadUrlForLayer, which images in a private"
                                + " repository of Amazon ECR need."));
    }

    private static ContainerDefinitionBuilder app() {
        return ContainerDefinition.builder().name("app").image("nginx:1.27").memory(128);
    }

    private static LogConfiguration awslogs() {
        return LogConfiguration.builder()
                .logDriver(LogDriver.AWSLOGS)
                .options(Map.of("awslogs-group", "g", "awslogs-region", "us-east-1"))
                .build();
    }

    private static Secret secret(String from) {
        return Secret.builder().name("A").valueFrom(from).build();
    }

    private static TaskDefinitionBuilder task(ContainerDefinitionBuilder container) {
        return TaskDefinition.builder().family("web").containerDefinitions(List.of(container.build()));
    }

    private static KnownRoleBuilder role() {
        return KnownRole.builder().arn(ARN).trustedServices(List.of("ecs-tasks.amazonaws.com"));
    }

    private static EcsConfiguration configuration(TaskDefinition task, KnownRoleBuilder role) {
        return EcsConfiguration.builder()
                .taskDefinition(task)
                .roles(List.of(role.build()))
                .build();
    }

    private static List<String> found(TaskDefinition task, KnownRoleBuilder role) {
        return found(configuration(task, role));
    }

    private static List<String> found(EcsConfiguration configuration) {
        return EcsValidator.standard().validate(configuration).findings().stream()
                .filter(finding ->
                        finding.id().startsWith("cross.") || finding.id().startsWith("instance."))
                .map(finding -> finding.id() + " " + finding.pointer())
                .toList();
    }
}
