package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.TASK;
import static io.stowage.ecs.validation.spi.Rule.error;

import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.FirelensConfiguration;
import io.stowage.ecs.model.taskdef.LogConfiguration;
import io.stowage.ecs.model.taskdef.LogDriver;
import io.stowage.ecs.model.taskdef.RepositoryCredentials;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Member;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The first part of section 7: what needs an execution role, and what a role looks like. */
final class ExecutionRoleRules {
    private static final String FIX = "Set `executionRoleArn` to a role that may do that.";
    private static final Pattern PRIVATE_ECR =
            Pattern.compile("[0-9]{12}\\.dkr[.-]ecr(-fips)?\\.[a-z0-9-]+\\.(amazonaws\\.com(\\.cn)?|on\\.aws)/.*");
    private static final Pattern ROLE_NAME = Pattern.compile("/?([\\w+=,.@-]+/)*[\\w+=,.@-]{1,64}");
    /** A name in an ARN may be as long as it likes: templates make ARNs of names that are cut when the role is made. */
    private static final Pattern ROLE_RESOURCE = Pattern.compile("role/([\\w+=,.@-]+/)*[\\w+=,.@-]+");

    private ExecutionRoleRules() {}

    static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(ofSecrets());
        rules.addAll(ofFiles());
        rules.addAll(whereTheInstanceHasNoRole());
        rules.addAll(ofFormats());
        return rules;
    }

    private static List<Rule> ofSecrets() {
        return List.of(
                error("iam.execution-role-for-secrets")
                        .summary("A container or its log driver gets secrets, and the task has no execution role.")
                        .source("DOC:task_execution_IAM_role")
                        .in(TASK)
                        .whenAt(
                                TaskDefinition::executionRoleArn,
                                withoutRole(container -> container.has(ContainerDefinition::secrets)
                                        || container
                                                .member(ContainerDefinition::logConfiguration)
                                                .has(LogConfiguration::secretOptions)))
                        .message("Secrets are read by the execution role, and there is no `executionRoleArn`.")
                        .fix(FIX),
                error("iam.execution-role-for-registry-credentials")
                        .summary("A container has credentials for its registry, and the task has no execution role.")
                        .source("DOC:task_execution_IAM_role")
                        .in(TASK)
                        .whenAt(
                                TaskDefinition::executionRoleArn,
                                withoutRole(ExecutionRoleRules::hasRegistryCredentials))
                        .message("The credentials of a registry are read by the execution role, and there is no"
                                + " `executionRoleArn`.")
                        .fix(FIX));
    }

    private static List<Rule> ofFiles() {
        return List.of(
                error("iam.execution-role-for-env-files")
                        .summary("A container has environment files, and the task has no execution role.")
                        .source("DOC:taskdef-envfiles")
                        .in(TASK)
                        .whenAt(
                                TaskDefinition::executionRoleArn,
                                withoutRole(container -> container.has(ContainerDefinition::environmentFiles)))
                        .message("Environment files are read by the execution role, and there is no"
                                + " `executionRoleArn`.")
                        .fix(FIX),
                error("iam.execution-role-for-firelens-file")
                        .summary("The log router has a file from S3, and the task has no execution role.")
                        .source("DOC:using_firelens")
                        .in(TASK)
                        .whenAt(
                                TaskDefinition::executionRoleArn,
                                withoutRole(container -> "s3"
                                        .equals(container
                                                .member(ContainerDefinition::firelensConfiguration)
                                                .entry(FirelensConfiguration::options, "config-file-type")
                                                .find())))
                        .message("The log router's file in S3 is read by the execution role, and there is no"
                                + " `executionRoleArn`.")
                        .fix(FIX));
    }

    private static List<Rule> whereTheInstanceHasNoRole() {
        return List.of(
                error("iam.execution-role-for-ecr")
                        .summary("A task for Fargate or external instances has an image of a private ECR registry and"
                                + " no execution role.")
                        .source("DOC:task_execution_IAM_role")
                        .in(TASK)
                        .given(ExecutionRoleRules::needsRoleForItself)
                        .whenAt(
                                TaskDefinition::executionRoleArn,
                                withoutRole(container -> PRIVATE_ECR
                                        .matcher(container.getOr(ContainerDefinition::image, ""))
                                        .matches()))
                        .with("where", task -> where(task.facts()))
                        .message("Images of private ECR are pulled {where} by the execution role, and there is no"
                                + " `executionRoleArn`.")
                        .fix(FIX),
                error("iam.execution-role-for-awslogs")
                        .summary("A task for Fargate or external instances logs to CloudWatch and has no execution"
                                + " role.")
                        .source("DOC:task_execution_IAM_role; DOC:ecs-anywhere")
                        .in(TASK)
                        .given(ExecutionRoleRules::needsRoleForItself)
                        .whenAt(
                                TaskDefinition::executionRoleArn,
                                withoutRole(container -> container
                                        .member(ContainerDefinition::logConfiguration)
                                        .is(LogConfiguration::logDriver, LogDriver.AWSLOGS)))
                        .with("where", task -> where(task.facts()))
                        .message("Logs are sent to CloudWatch {where} by the execution role, and there is no"
                                + " `executionRoleArn`.")
                        .fix(FIX));
    }

    private static List<Rule> ofFormats() {
        return List.of(
                format("iam.task-role-format", "task", TaskDefinition::taskRoleArn),
                format("iam.execution-role-format", "execution", TaskDefinition::executionRoleArn));
    }

    private static Rule format(String id, String kind, Member<TaskDefinition, String> member) {
        return error(id)
                .summary("The " + kind
                        + " role is neither the ARN nor the name of a role; that of an instance profile, a"
                        + " policy or a user is the usual mistake.")
                .source("API:RegisterTaskDefinitionRequest." + kind
                        + "RoleArn; ISSUE:aws-samples/aws-modern-application-workshop#272")
                .in(TASK)
                .when(member, role -> !isRole(role))
                .message("\"{value}\" is neither the ARN nor the name of a role.")
                .fix("Write arn:aws:iam::ACCOUNT:role/NAME.");
    }

    /** Whether the task has no execution role and a container is of that kind. */
    private static Predicate<View<TaskDefinition>> withoutRole(Predicate<View<ContainerDefinition>> needsRole) {
        return task -> task.lacks(TaskDefinition::executionRoleArn)
                && View.any(task.each(TaskDefinition::containerDefinitions), needsRole);
    }

    /** On other instances the agent pulls and logs with the role of the instance. */
    private static boolean needsRoleForItself(Facts facts) {
        return facts.onFargate() || facts.onExternal();
    }

    private static String where(Facts facts) {
        return facts.onFargate() ? "on Fargate" : "on external instances";
    }

    /** Saved task definitions have an empty parameter where no credentials are set. */
    private static boolean hasRegistryCredentials(View<ContainerDefinition> container) {
        View<RepositoryCredentials> credentials = container.member(ContainerDefinition::repositoryCredentials);
        return credentials.isPresent() && !"".equals(credentials.written(RepositoryCredentials::credentialsParameter));
    }

    private static boolean isRole(String text) {
        if (!text.startsWith("arn:")) {
            return ROLE_NAME.matcher(text).matches();
        }
        Arn arn = Arn.parse(text);
        return arn != null
                && arn.service().equals("iam")
                && ROLE_RESOURCE.matcher(arn.resource()).matches();
    }
}
