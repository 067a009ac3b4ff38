package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.CONTAINERS;
import static io.stowage.ecs.validation.internal.rules.Places.SERVICE;
import static io.stowage.ecs.validation.internal.rules.Places.TASK;
import static io.stowage.ecs.validation.spi.Rule.error;
import static io.stowage.ecs.validation.spi.Rule.warning;

import io.stowage.ecs.model.catalog.TaskDefinitionReference;
import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.logging.AwsLogs;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.task.RunTaskRequest;
import io.stowage.ecs.model.taskdef.Compatibility;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.LogConfiguration;
import io.stowage.ecs.model.taskdef.LogDriver;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.Secret;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.input.KnownLogGroup;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Section 26 of the catalogue: what a task, its service and its cluster ask of each other. */
final class CrossRules {
    private static final Place<LogConfiguration> LOGS = CONTAINERS.member(ContainerDefinition::logConfiguration);

    static final RuleGroup GROUP = new RuleGroup("26. Cross-resource: service, task and cluster", rules());

    private static final Function<Facts, LaunchType> LAUNCH_TYPE = CrossRules::findLaunchType;
    private static final String GROUP_OPTION = "awslogs-group";
    private static final String REGION_OPTION = "awslogs-region";
    private static final String CREATE_OPTION = "awslogs-create-group";

    /** The region of a secret; samples write words such as REGION there, which are none. */
    private static final Pattern SECRET_REGION =
            Pattern.compile("arn:[a-z0-9-]+:(?:secretsmanager|ssm):([a-z]{2}(?:-[a-z]+)+-[0-9]+):.*");

    private CrossRules() {}

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(CrossRolloutRules.rules());
        rules.addAll(ofDocuments());
        rules.addAll(CrossRoleRules.rules());
        rules.addAll(ofRegions());
        return rules;
    }

    private static List<Rule> ofDocuments() {
        return List.of(
                error("cross.launch-type-compatibility")
                        .summary(
                                "The task definition is not registered for the launch type of the service or run-task.")
                        .source("LINT:E3054; API:RegisterTaskDefinitionRequest.requiresCompatibilities")
                        .in(TASK)
                        .whenAt(TaskDefinition::requiresCompatibilities, CrossRules::isForAnotherLaunchType)
                        .with("launchType", task -> task.facts().once(LAUNCH_TYPE))
                        .message("Tasks are to run on {launchType}, for which the task definition is not registered.")
                        .fix("Add {launchType} to `requiresCompatibilities`."),
                warning("cross.task-definition-mismatch")
                        .summary(
                                "The service names another family than that of the task definition, so the findings are"
                                        + " about a task that it does not run.")
                        .source("OUR")
                        .in(SERVICE)
                        .given(facts -> facts.task().isPresent())
                        .needing(CreateServiceRequest::taskDefinition)
                        .whenAt(
                                CreateServiceRequest::taskDefinition,
                                service -> !family(service)
                                        .equals(service.facts().task().get(TaskDefinition::family)))
                        .with("family", CrossRules::family)
                        .with("other", service -> service.facts().task().get(TaskDefinition::family))
                        .message("The service uses the family \"{family}\", and the task definition is of \"{other}\".")
                        .fix("Give the task definition that the service uses."));
    }

    private static List<Rule> ofRegions() {
        return List.of(
                error("cross.log-group-missing")
                        .summary(
                                "The log group of `awslogs` does not exist and is not created, so the container does not"
                                        + " start.")
                        .source("API:LogConfiguration.options")
                        .in(LOGS)
                        .given(facts ->
                                facts.root().member(EcsConfiguration::logGroups).isPresent())
                        .whenInside(logs -> logs.entry(LogConfiguration::options, GROUP_OPTION), CrossRules::hasNoGroup)
                        .with("region", logs -> regionOf(logs))
                        .message("There is no log group \"{value}\" in {region}.")
                        .fix("Create it, or set `awslogs-create-group` to true."),
                warning("cross.log-region")
                        .summary("Logs go to another region than the one the task runs in.")
                        .source("API:LogConfiguration.options; OUR")
                        .in(LOGS)
                        .given(CrossRules::isRegionKnown)
                        .whenInside(
                                logs -> logs.entry(LogConfiguration::options, REGION_OPTION),
                                logs -> isAwslogs(logs)
                                        && !logs.entry(LogConfiguration::options, REGION_OPTION)
                                                .get()
                                                .equals(region(logs)))
                        .with("region", CrossRules::region)
                        .message("Logs go to {value}, but the task runs in {region}.")
                        .fix("Check the region."),
                warning("cross.parameter-name-region")
                        .summary("A secret is in another region than the one the task runs in.")
                        .source("API:Secret.valueFrom; OUR")
                        .in(List.of(
                                CONTAINERS.each(ContainerDefinition::secrets),
                                LOGS.each(LogConfiguration::secretOptions)))
                        .given(CrossRules::isRegionKnown)
                        .needing(Secret::valueFrom)
                        .whenAt(
                                Secret::valueFrom,
                                secret -> !View.<String>orSilent(secretRegion(secret))
                                        .equals(region(secret)))
                        .with("secretRegion", CrossRules::secretRegion)
                        .with("region", CrossRules::region)
                        .message(
                                "The secret is in {secretRegion}, but the task runs in {region}: it needs network and key"
                                        + " access there.")
                        .fix("Use a secret in {region}."));
    }

    private static boolean isForAnotherLaunchType(View<TaskDefinition> task) {
        LaunchType launchType = task.facts().once(LAUNCH_TYPE);
        if (task.lacks(TaskDefinition::requiresCompatibilities)) {
            return launchType.equals(LaunchType.FARGATE) && !fitsFargate(task);
        }
        return !task.contains(TaskDefinition::requiresCompatibilities, new Compatibility(launchType.value()));
    }

    /** Whether ECS finds by itself that Fargate can run the task, as it does where the definition asks for no launch type. */
    private static boolean fitsFargate(View<TaskDefinition> task) {
        return task.is(TaskDefinition::networkMode, NetworkMode.AWSVPC)
                && task.has(TaskDefinition::cpu)
                && task.has(TaskDefinition::memory);
    }

    /** Where the service or run-task says that its tasks run; the rule is silent if neither does, or with a word that ECS lacks. */
    private static LaunchType findLaunchType(Facts facts) {
        LaunchType written = facts.service().find(CreateServiceRequest::launchType);
        if (written == null) {
            written = facts.runTask().find(RunTaskRequest::launchType);
        }
        if (written == null
                && (usesFargate(facts.service().each(CreateServiceRequest::capacityProviderStrategy))
                        || usesFargate(facts.runTask().each(RunTaskRequest::capacityProviderStrategy)))) {
            written = LaunchType.FARGATE;
        }
        return View.<LaunchType>orSilent(written == null || !written.isKnown() ? null : written);
    }

    private static boolean usesFargate(List<View<CapacityProviderStrategyItem>> strategy) {
        boolean uses = false;
        for (View<CapacityProviderStrategyItem> item : strategy) {
            String provider = item.getOr(CapacityProviderStrategyItem::capacityProvider, "");
            uses |= provider.equals("FARGATE") || provider.equals("FARGATE_SPOT");
        }
        return uses;
    }

    private static String family(View<CreateServiceRequest> service) {
        return View.<String>orSilent(TaskDefinitionReference.parse(service.get(CreateServiceRequest::taskDefinition))
                .map(TaskDefinitionReference::family)
                .orElse(null));
    }

    private static boolean isAwslogs(View<LogConfiguration> logs) {
        return logs.is(LogConfiguration::logDriver, LogDriver.AWSLOGS);
    }

    private static boolean hasNoGroup(View<LogConfiguration> logs) {
        if (!isAwslogs(logs)) {
            return false;
        }
        String name = logs.entry(LogConfiguration::options, GROUP_OPTION).get();
        logs.entry(LogConfiguration::options, CREATE_OPTION).find();
        boolean exists =
                AwsLogs.of(logs.find()).map(AwsLogs::effectiveCreateGroup).orElse(false);
        String region = regionOf(logs);
        for (View<KnownLogGroup> group : logs.facts().root().each(EcsConfiguration::logGroups)) {
            exists |= name.equals(group.get(KnownLogGroup::name))
                    && (region == null
                            || group.getOr(KnownLogGroup::region, region).equals(region));
        }
        return !exists;
    }

    /** Where the logs go: the option, or the region of the deployment. */
    private static @Nullable String regionOf(View<LogConfiguration> logs) {
        String written = logs.entry(LogConfiguration::options, REGION_OPTION).find();
        return written == null ? logs.facts().root().find(EcsConfiguration::region) : written;
    }

    private static boolean isRegionKnown(Facts facts) {
        return facts.root().find(EcsConfiguration::region) != null;
    }

    private static String region(View<?> anywhere) {
        return anywhere.facts().root().get(EcsConfiguration::region);
    }

    private static @Nullable String secretRegion(View<Secret> secret) {
        Matcher region = SECRET_REGION.matcher(secret.get(Secret::valueFrom));
        return region.matches() ? region.group(1) : null;
    }
}
