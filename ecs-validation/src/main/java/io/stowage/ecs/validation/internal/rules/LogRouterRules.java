package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.CONTAINERS;
import static io.stowage.ecs.validation.internal.rules.Places.DEPENDENCIES;
import static io.stowage.ecs.validation.internal.rules.Places.LOG_CONFIGURATIONS;
import static io.stowage.ecs.validation.internal.rules.Places.LOG_ROUTERS;
import static io.stowage.ecs.validation.internal.rules.Places.TASK;
import static io.stowage.ecs.validation.spi.Rule.error;
import static io.stowage.ecs.validation.spi.Rule.warning;
import static java.util.function.Predicate.not;

import io.stowage.ecs.model.OpenEnum;
import io.stowage.ecs.model.taskdef.ContainerCondition;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.ContainerDependency;
import io.stowage.ecs.model.taskdef.FirelensConfiguration;
import io.stowage.ecs.model.taskdef.FirelensConfigurationType;
import io.stowage.ecs.model.taskdef.LogConfiguration;
import io.stowage.ecs.model.taskdef.LogDriver;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.internal.tables.KnownBounds;
import io.stowage.ecs.validation.internal.tables.KnownNames;
import io.stowage.ecs.validation.spi.Bounds;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The second half of section 6: FireLens, the log router of a task. */
final class LogRouterRules {
    private static final String FILE_TYPE = "config-file-type";
    private static final String FILE_VALUE = "config-file-value";
    private static final String BUFFER_LIMIT = "log-driver-buffer-limit";
    private static final Set<String> FILE_TYPES = KnownNames.of("firelens-config-types");
    private static final Set<String> GENERATED_FILES = KnownNames.of("firelens-generated-files");
    private static final Bounds BUFFER_BYTES = KnownBounds.of("firelens-buffer-bytes");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,18}");

    private static final Place<String> BUFFER_LIMITS = LogRules.option(BUFFER_LIMIT);
    private static final Place<String> FILES = LOG_ROUTERS.entry(FirelensConfiguration::options, FILE_VALUE);

    private LogRouterRules() {}

    static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(ofRouters());
        rules.addAll(ofConfigurationFiles());
        rules.addAll(ofBuffers());
        rules.addAll(ofOrder());
        return rules;
    }

    private static List<Rule> ofRouters() {
        return List.of(
                error("log.firelens-router-missing")
                        .summary("A container logs through FireLens, and the task has no log router.")
                        .source("DOC:firelens-taskdef")
                        .in(LOG_CONFIGURATIONS)
                        .needing(LogConfiguration::logDriver)
                        .whenAt(
                                LogConfiguration::logDriver,
                                log -> usesRouter(log) && !routers(log).isThere())
                        .message("The container logs through a log router, and the task has none.")
                        .fix("Add a container with `firelensConfiguration`."),
                error("log.firelens-several-routers")
                        .summary("A task has more than one log router.")
                        .source("OUR (agent builds one router per task)")
                        .in(TASK)
                        .whenRepeated(
                                TaskDefinition::containerDefinitions,
                                container -> container.find(ContainerDefinition::firelensConfiguration) == null
                                        ? null
                                        : true,
                                container -> container.member(ContainerDefinition::firelensConfiguration))
                        .message("An earlier container routes the logs already, and a task has one log router.")
                        .fix("Keep one `firelensConfiguration`."),
                error("log.firelens-type")
                        .summary("The type of the log router is absent, or none that ECS knows.")
                        .source("API:FirelensConfigurationType")
                        .in(LOG_ROUTERS)
                        .whenAbsent(FirelensConfiguration::type)
                        .when(FirelensConfiguration::type, not(OpenEnum::isKnown))
                        .with("given", Words.found(FirelensConfiguration::type))
                        .message("The type of the log router is {given}.")
                        .fix("Use " + KnownNames.oneOf(FirelensConfigurationType.known()) + "."),
                error("log.firelens-router-uses-itself")
                        .summary("The log router logs through itself.")
                        .source("OUR")
                        .in(LOG_CONFIGURATIONS)
                        .needing(LogConfiguration::logDriver)
                        .whenAt(
                                LogConfiguration::logDriver,
                                log -> usesRouter(log)
                                        && log.within(ContainerDefinition.class)
                                                .has(ContainerDefinition::firelensConfiguration))
                        .message("The log router cannot log through itself.")
                        .fix("Let the router log with another driver, such as awslogs."));
    }

    private static List<Rule> ofConfigurationFiles() {
        return List.of(
                error("log.firelens-config-type")
                        .summary("The file of the log router is of a type that ECS does not know.")
                        .source("DOC:firelens-taskdef")
                        .in(LOG_ROUTERS.entry(FirelensConfiguration::options, FILE_TYPE))
                        .whenValue(not(FILE_TYPES::contains))
                        .message("`" + FILE_TYPE + "` is \"{value}\", which ECS does not know.")
                        .fix("Use " + KnownNames.oneOf(FILE_TYPES) + "."),
                error("log.firelens-config-incomplete")
                        .summary("Only one of the type and the value of the log router's file is given.")
                        .source("DOC:firelens-taskdef")
                        .in(LOG_ROUTERS)
                        .needing(FirelensConfiguration::options)
                        .whenAt(
                                FirelensConfiguration::options,
                                router -> router.entry(FirelensConfiguration::options, FILE_TYPE)
                                                .isPresent()
                                        != router.entry(FirelensConfiguration::options, FILE_VALUE)
                                                .isPresent())
                        .message("One of `" + FILE_TYPE + "` and `" + FILE_VALUE
                                + "` is missing, and neither works alone.")
                        .fix("Add the other, or remove both."),
                error("log.firelens-config-s3-arn")
                        .summary("The file of the log router is to come from S3, and its value is no ARN of an object"
                                + " there.")
                        .source("DOC:firelens-taskdef")
                        .in(FILES)
                        .whenHere(file -> isOfType(file, "s3") && !isObjectInS3(file.get()))
                        .message("`" + FILE_VALUE + "` is \"{value}\", which is no ARN of an object in S3.")
                        .fix("Write arn:aws:s3:::bucket/key."),
                error("log.firelens-config-reserved-path")
                        .summary("The file of the log router is where ECS puts the configuration that it makes"
                                + " itself.")
                        .source("DOC:firelens-taskdef")
                        .in(FILES)
                        .whenHere(file -> isOfType(file, "file") && GENERATED_FILES.contains(file.get()))
                        .message("{value} is where ECS writes the configuration that it makes, and it would replace"
                                + " yours.")
                        .fix("Use another path in the image."));
    }

    private static List<Rule> ofBuffers() {
        return List.of(
                error("log.firelens-buffer-limit")
                        .summary("The buffer for logs on their way to the log router is outside the range.")
                        .source("DOC:using_firelens")
                        .in(BUFFER_LIMITS)
                        .whenHere(LogRules.ofDriver(LogDriver.AWSFIRELENS).and(limit -> !isAccepted(limit.get())))
                        .message("`" + BUFFER_LIMIT + "` is {value} bytes, outside of " + BUFFER_BYTES.min() + " to "
                                + BUFFER_BYTES.max() + ".")
                        .fix("Use a whole number of bytes in that range."),
                warning("log.firelens-buffer-without-firelens")
                        .summary("The buffer for logs on their way to a log router is set for another driver.")
                        .source("DOC:using_firelens")
                        .in(LOG_CONFIGURATIONS)
                        .needing(LogConfiguration::logDriver, LogConfiguration::options)
                        .whenInside(
                                log -> log.entry(LogConfiguration::options, BUFFER_LIMIT),
                                log -> log.get(LogConfiguration::options).containsKey(BUFFER_LIMIT) && !usesRouter(log))
                        .message("`" + BUFFER_LIMIT + "` has an effect with the driver awsfirelens only.")
                        .fix("Remove it."));
    }

    private static List<Rule> ofOrder() {
        return List.of(
                warning("log.firelens-start-order")
                        .summary("In network mode `bridge` a container that logs through the log router does not wait"
                                + " for it.")
                        .source("DOC:using_firelens")
                        .in(CONTAINERS)
                        .needing(ContainerDefinition::logConfiguration)
                        .given(facts -> facts.networkMode().equals(NetworkMode.BRIDGE))
                        .whenAt(ContainerDefinition::dependsOn, LogRouterRules::startsTooEarly)
                        .message("In network mode bridge the container finds the log router only if that starts"
                                + " first.")
                        .fix("Add a dependency on the log router with condition START."),
                warning("log.firelens-dependency-condition")
                        .summary("A container waits for the end of the log router, which never ends.")
                        .source("DOC:using_firelens")
                        .in(DEPENDENCIES)
                        .needing(ContainerDependency::condition, ContainerDependency::containerName)
                        .whenAt(
                                ContainerDependency::condition,
                                dependency -> waitsForEnd(dependency)
                                        && routers(dependency)
                                                .names()
                                                .contains(dependency.get(ContainerDependency::containerName))
                                        && isNotEssential(dependency))
                        .message("The log router runs as long as the task, so {value} is never reached.")
                        .fix("Depend on it with START or HEALTHY."));
    }

    private static boolean usesRouter(View<LogConfiguration> log) {
        return log.is(LogConfiguration::logDriver, LogDriver.AWSFIRELENS);
    }

    private static LogRouters routers(View<?> view) {
        return view.facts().once(LogRouters.FIND);
    }

    private static boolean isOfType(View<String> file, String type) {
        View<FirelensConfiguration> router = file.within(FirelensConfiguration.class);
        return type.equals(
                router.entry(FirelensConfiguration::options, FILE_TYPE).find());
    }

    private static boolean isObjectInS3(String text) {
        Arn arn = Arn.parse(text);
        return arn != null && arn.isObjectInS3();
    }

    private static boolean isAccepted(String limit) {
        return WHOLE_NUMBER.matcher(limit).matches() && BUFFER_BYTES.contains(Long.parseLong(limit));
    }

    private static boolean startsTooEarly(View<ContainerDefinition> container) {
        View<LogConfiguration> log = container.member(ContainerDefinition::logConfiguration);
        if (!usesRouter(log) || container.has(ContainerDefinition::firelensConfiguration)) {
            return false;
        }
        LogRouters routers = routers(container);
        return routers.isThere()
                && routers.areNamed()
                && !View.any(
                        container.each(ContainerDefinition::dependsOn),
                        dependency -> routers.names().contains(dependency.get(ContainerDependency::containerName)));
    }

    private static boolean waitsForEnd(View<ContainerDependency> dependency) {
        return dependency.is(ContainerDependency::condition, ContainerCondition.COMPLETE)
                || dependency.is(ContainerDependency::condition, ContainerCondition.SUCCESS);
    }

    /** Waiting for the end of an essential container is reported whatever it does. */
    private static boolean isNotEssential(View<ContainerDependency> dependency) {
        View<ContainerDefinition> router =
                dependency.facts().container(dependency.get(ContainerDependency::containerName));
        return router != null && router.is(ContainerDefinition::essential, false);
    }
}
