package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.TASK;
import static io.stowage.ecs.validation.internal.rules.Roles.ROLES;
import static io.stowage.ecs.validation.spi.Rule.error;

import io.stowage.ecs.model.roles.RoleFeature;
import io.stowage.ecs.model.roles.RoleKind;
import io.stowage.ecs.model.service.AdvancedConfiguration;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.LoadBalancer;
import io.stowage.ecs.model.service.ServiceManagedEBSVolumeConfiguration;
import io.stowage.ecs.model.service.ServiceVolumeConfiguration;
import io.stowage.ecs.model.service.VpcLatticeConfiguration;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.input.KnownRole;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Member;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The second half of section 26: whether the roles that a task and its service name exist, are trusted and may do enough. */
final class CrossRoleRules {
    private CrossRoleRules() {}

    static List<Rule> rules() {
        return List.of(
                trust("cross.task-role-trust", "task role", RoleKind.TASK, TaskDefinition::taskRoleArn),
                trust(
                        "cross.execution-role-trust",
                        "execution role",
                        RoleKind.TASK_EXECUTION,
                        TaskDefinition::executionRoleArn),
                error("cross.role-missing")
                        .summary("The task role or the execution role is not among the roles that exist.")
                        .source("OUR; ISSUE:aws-samples/aws-modern-application-workshop#272")
                        .in(TASK)
                        .given(facts ->
                                facts.root().member(EcsConfiguration::roles).isPresent())
                        .whenAt(TaskDefinition::taskRoleArn, task -> isMissing(task, TaskDefinition::taskRoleArn))
                        .whenAt(
                                TaskDefinition::executionRoleArn,
                                task -> isMissing(task, TaskDefinition::executionRoleArn))
                        .message("There is no role \"{value}\".")
                        .fix("Create it or correct the name."),
                execution(
                        "cross.execution-role-secrets-manager",
                        "secrets of Secrets Manager",
                        "DOC:task_execution_IAM_role",
                        RoleFeature.SECRETS_MANAGER,
                        RoleFeature.PRIVATE_REGISTRY),
                execution(
                        "cross.execution-role-parameters",
                        "parameters of Systems Manager",
                        "DOC:task_execution_IAM_role",
                        RoleFeature.PARAMETER_STORE),
                execution(
                        "cross.execution-role-ecr",
                        "images in a private repository of Amazon ECR",
                        "DOC:task_execution_IAM_role",
                        RoleFeature.ECR_PULL),
                execution(
                        "cross.execution-role-logs",
                        "logs by `awslogs`",
                        "DOC:task_execution_IAM_role",
                        RoleFeature.AWSLOGS),
                error("cross.execution-role-create-group")
                        .summary(
                                "The execution role may write logs, but not create the log group that `awslogs` is told to"
                                        + " create.")
                        .source("API:LogConfiguration.options")
                        .in(ROLES)
                        .whenAt(
                                KnownRole::allowedActions,
                                role -> isExecutionRole(role)
                                        && missing(role, RoleKind.TASK_EXECUTION, RoleFeature.AWSLOGS)
                                                .isEmpty()
                                        && !missing(role, RoleKind.TASK_EXECUTION, RoleFeature.AWSLOGS_CREATE_GROUP)
                                                .isEmpty())
                        .with("role", CrossRoleRules::nameOf)
                        .with(
                                "actions",
                                role -> listed(
                                        missing(role, RoleKind.TASK_EXECUTION, RoleFeature.AWSLOGS_CREATE_GROUP)))
                        .message("The execution role \"{role}\" lacks {actions}, and `awslogs-create-group` is true.")
                        .fix("Allow {actions}, or create the log group beforehand."),
                execution(
                        "cross.execution-role-env-files",
                        "environment files",
                        "DOC:taskdef-envfiles",
                        RoleFeature.ENVIRONMENT_FILES),
                error("cross.task-role-exec")
                        .summary("The task role may not open the channels that ECS Exec needs.")
                        .source("DOC:ecs-exec")
                        .in(ROLES)
                        .whenAt(
                                KnownRole::allowedActions,
                                role -> Roles.isNamedBy(role, TaskDefinition::taskRoleArn)
                                        && !missing(role, RoleKind.TASK, RoleFeature.EXECUTE_COMMAND)
                                                .isEmpty())
                        .with("role", CrossRoleRules::nameOf)
                        .with("actions", role -> listed(missing(role, RoleKind.TASK, RoleFeature.EXECUTE_COMMAND)))
                        .message("The task role \"{role}\" lacks {actions}, which ECS Exec needs.")
                        .fix("Allow {actions}."),
                error("cross.infrastructure-role-trust")
                        .summary("The role for EBS volumes, VPC Lattice or load balancer changes does not trust ECS.")
                        .source("CDK:service-managed-volume.ts; API:ServiceManagedEBSVolumeConfiguration.roleArn")
                        .in(ROLES)
                        .given(facts -> facts.service().isPresent())
                        .whenAt(
                                KnownRole::trustedServices,
                                role -> isInfrastructureRole(role)
                                        && Roles.isNotTrusting(role, RoleKind.INFRASTRUCTURE))
                        .with("role", CrossRoleRules::nameOf)
                        .message("The infrastructure role \"{role}\" cannot be assumed by "
                                + Roles.trusted(RoleKind.INFRASTRUCTURE) + ".")
                        .fix("Add " + Roles.trusted(RoleKind.INFRASTRUCTURE) + " to its trust policy."));
    }

    private static Rule trust(String id, String what, RoleKind kind, Member<TaskDefinition, String> member) {
        return error(id)
                .summary("The " + what + " does not trust " + Roles.trusted(kind) + ".")
                .source("DOC:task_execution_IAM_role")
                .in(ROLES)
                .whenAt(
                        KnownRole::trustedServices,
                        role -> Roles.isNamedBy(role, member) && Roles.isNotTrusting(role, kind))
                .with("role", CrossRoleRules::nameOf)
                .message("The " + what + " \"{role}\" cannot be assumed by " + Roles.trusted(kind) + ".")
                .fix("Add " + Roles.trusted(kind) + " to its trust policy.");
    }

    private static Rule execution(String id, String what, String source, RoleFeature... features) {
        Set<RoleFeature> asked = EnumSet.copyOf(Arrays.asList(features));
        return error(id)
                .summary("The execution role may not do what " + what + " need.")
                .source(source)
                .in(ROLES)
                .whenAt(
                        KnownRole::allowedActions,
                        role -> isExecutionRole(role)
                                && !Roles.missing(role, RoleKind.TASK_EXECUTION, asked)
                                        .isEmpty())
                .with("role", CrossRoleRules::nameOf)
                .with("actions", role -> listed(Roles.missing(role, RoleKind.TASK_EXECUTION, asked)))
                .message("The execution role \"{role}\" lacks {actions}, which " + what + " need.")
                .fix("Allow {actions}.");
    }

    private static List<String> missing(View<KnownRole> role, RoleKind kind, RoleFeature feature) {
        return Roles.missing(role, kind, EnumSet.of(feature));
    }

    private static boolean isExecutionRole(View<KnownRole> role) {
        return Roles.isNamedBy(role, TaskDefinition::executionRoleArn);
    }

    private static boolean isMissing(View<TaskDefinition> task, Member<TaskDefinition, String> member) {
        String named = task.get(member);
        boolean found = false;
        for (View<KnownRole> role : task.facts().root().each(EcsConfiguration::roles)) {
            found |= Roles.isNamedBy(role, named);
        }
        return !found;
    }

    private static boolean isInfrastructureRole(View<KnownRole> role) {
        return infrastructureRoles(role.facts()).anyMatch(named -> Roles.isNamedBy(role, named));
    }

    private static Stream<String> infrastructureRoles(Facts facts) {
        List<View<String>> named = new ArrayList<>();
        View<CreateServiceRequest> service = facts.service();
        for (View<ServiceVolumeConfiguration> volume : service.each(CreateServiceRequest::volumeConfigurations)) {
            named.add(volume.member(ServiceVolumeConfiguration::managedEBSVolume)
                    .member(ServiceManagedEBSVolumeConfiguration::roleArn));
        }
        for (View<VpcLatticeConfiguration> lattice : service.each(CreateServiceRequest::vpcLatticeConfigurations)) {
            named.add(lattice.member(VpcLatticeConfiguration::roleArn));
        }
        for (View<LoadBalancer> balancer : service.each(CreateServiceRequest::loadBalancers)) {
            named.add(balancer.member(LoadBalancer::advancedConfiguration).member(AdvancedConfiguration::roleArn));
        }
        return named.stream().filter(name -> name.isKnown() && name.isPresent()).map(View::get);
    }

    static String nameOf(View<KnownRole> role) {
        return role.getOr(KnownRole::name, role.getOr(KnownRole::arn, "?"));
    }

    static String listed(List<String> actions) {
        return String.join(", ", actions);
    }
}
