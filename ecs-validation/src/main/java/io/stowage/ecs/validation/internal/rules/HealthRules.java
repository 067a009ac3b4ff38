package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.CONTAINERS;
import static io.stowage.ecs.validation.internal.rules.Places.DEPENDENCIES;
import static io.stowage.ecs.validation.internal.rules.Places.TASK;
import static io.stowage.ecs.validation.spi.Rule.error;
import static io.stowage.ecs.validation.spi.Rule.warning;
import static java.util.function.Predicate.not;

import io.stowage.ecs.model.OpenEnum;
import io.stowage.ecs.model.taskdef.ContainerCondition;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.ContainerDependency;
import io.stowage.ecs.model.taskdef.HealthCheck;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.internal.tables.KnownBounds;
import io.stowage.ecs.validation.internal.tables.KnownNames;
import io.stowage.ecs.validation.spi.Bounds;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Report;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Section 8 of the catalogue: health checks of containers, and which container waits for which. */
final class HealthRules {
    private static final String DIRECTLY = "CMD";
    private static final String BY_SHELL = "CMD-SHELL";
    private static final Bounds INTERVAL = KnownBounds.of("health-interval-seconds");
    private static final Bounds TIMEOUT = KnownBounds.of("health-timeout-seconds");
    private static final Bounds RETRIES = KnownBounds.of("health-retries");
    private static final Bounds START_PERIOD = KnownBounds.of("health-start-period-seconds");

    /** More names than that make a message nobody reads. */
    private static final int NAMES_SHOWN = 12;

    private static final Place<HealthCheck> HEALTH_CHECKS = CONTAINERS.member(ContainerDefinition::healthCheck);

    static final RuleGroup GROUP = new RuleGroup("8. Task definition: health checks and dependencies", rules());

    private HealthRules() {}

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(ofCommands());
        rules.addAll(ofTimes());
        rules.addAll(ofDependencies());
        rules.addAll(ofConditions());
        return rules;
    }

    private static List<Rule> ofCommands() {
        return List.of(
                error("health.command-required")
                        .summary("A health check has no command.")
                        .source("API:HealthCheck")
                        .in(HEALTH_CHECKS)
                        .whenAbsent(HealthCheck::command)
                        .message("The health check has no `command`, so there is nothing to check with.")
                        .fix("Add the command."),
                error("health.command-prefix")
                        .summary("The command of a health check begins with neither `CMD` nor `CMD-SHELL`.")
                        .source("API:HealthCheck.command")
                        .in(HEALTH_CHECKS)
                        .needing(HealthCheck::command)
                        .check((check, report) -> {
                            View<String> first =
                                    check.each(HealthCheck::command).get(0);
                            if (first.isKnown() && !isPrefix(first.find())) {
                                report.at(first);
                            }
                        })
                        .pointingAt(HEALTH_CHECKS.each(HealthCheck::command))
                        .message("The command begins with \"{value}\", and ECS needs to know how to run it.")
                        .fix("Put " + BY_SHELL + " or " + DIRECTLY + " first."),
                error("health.command-empty")
                        .summary("The command of a health check is nothing but `CMD` or `CMD-SHELL`.")
                        .source("API:HealthCheck.command; OUR")
                        .in(HEALTH_CHECKS)
                        .needing(HealthCheck::command)
                        .whenAt(HealthCheck::command, check -> parts(check) == 1 && isPrefix(first(check)))
                        .message("The health check runs nothing: there is no command behind the first word.")
                        .fix("Add the command."),
                warning("health.command-shell-extra")
                        .summary("`CMD-SHELL` is followed by more than one string: the shell runs the first, and the"
                                + " others are its arguments.")
                        .source("OUR (container runtime behaviour)")
                        .in(HEALTH_CHECKS)
                        .needing(HealthCheck::command)
                        .whenAt(
                                HealthCheck::command,
                                check -> parts(check) > 2 && first(check).equals(BY_SHELL))
                        .message("The shell runs only the string behind " + BY_SHELL
                                + "; what follows are arguments to it.")
                        .fix("Join the parts into one string, or use " + DIRECTLY + "."));
    }

    private static List<Rule> ofTimes() {
        return List.of(
                error("health.interval-range")
                        .summary("The time between two health checks is outside the range.")
                        .source("API:HealthCheck.interval")
                        .in(HEALTH_CHECKS)
                        .whenOutside(HealthCheck::interval, INTERVAL)
                        .message("`interval` is {value} s, outside of {min} to {max} s.")
                        .fix("Use {min} to {max}."),
                error("health.timeout-range")
                        .summary("The time that a health check may take is outside the range.")
                        .source("API:HealthCheck.timeout; PRE:pf-ecs-healthcheck-timeout-range;"
                                + " CDK:container-definition.ts")
                        .in(HEALTH_CHECKS)
                        .whenOutside(HealthCheck::timeout, TIMEOUT)
                        .message("`timeout` is {value} s, outside of {min} to {max} s.")
                        .fix("Use {min} to {max}."),
                error("health.retries-range")
                        .summary("The number of failures that make a container unhealthy is outside the range.")
                        .source("API:HealthCheck.retries")
                        .in(HEALTH_CHECKS)
                        .whenOutside(HealthCheck::retries, RETRIES)
                        .message("`retries` is {value}, outside of {min} to {max}.")
                        .fix("Use {min} to {max}."),
                error("health.start-period-range")
                        .summary("The time in which failures do not count is outside the range.")
                        .source("API:HealthCheck.startPeriod")
                        .in(HEALTH_CHECKS)
                        .whenOutside(HealthCheck::startPeriod, START_PERIOD)
                        .message("`startPeriod` is {value} s, outside of {min} to {max} s.")
                        .fix("Use {min} to {max}."),
                warning("health.timeout-above-interval")
                        .summary("A health check may take longer than the time to the next one.")
                        .source("CDK:container-definition.ts; OUR")
                        .in(HEALTH_CHECKS)
                        .whenAt(
                                HealthCheck::timeout,
                                check -> TIMEOUT.contains(timeout(check))
                                        && INTERVAL.contains(interval(check))
                                        && timeout(check) > interval(check))
                        .with("seconds", HealthRules::timeout)
                        .with("next", HealthRules::interval)
                        .message("The health check may take {seconds} s, and the next one is due after {next} s.")
                        .fix("Lower `timeout` or raise `interval`."));
    }

    private static List<Rule> ofDependencies() {
        return List.of(
                error("depends.incomplete")
                        .summary("A dependency lacks the container or the condition.")
                        .source("API:ContainerDependency")
                        .in(DEPENDENCIES)
                        .whenHere(dependency -> dependency.lacks(ContainerDependency::containerName)
                                || dependency.lacks(ContainerDependency::condition))
                        .with("container", Words.found(ContainerDependency::containerName))
                        .with("until", Words.found(ContainerDependency::condition))
                        .message("`containerName` is {container} and `condition` is {until}; a dependency needs both.")
                        .fix("Add what is missing."),
                error("depends.unknown-container")
                        .summary("A dependency names a container that the task does not have.")
                        .source("API:ContainerDependency.containerName")
                        .in(DEPENDENCIES)
                        .needing(ContainerDependency::containerName)
                        .whenAt(ContainerDependency::containerName, dependency -> target(dependency) == null)
                        .message("The task has no container called \"{value}\" to wait for.")
                        .fix("Name a container of the task."),
                error("depends.self")
                        .summary("A container waits for itself.")
                        .source("OUR")
                        .in(DEPENDENCIES)
                        .needing(ContainerDependency::containerName)
                        .whenAt(ContainerDependency::containerName, HealthRules::isOnItself)
                        .message("The container \"{value}\" waits for itself, so it never starts.")
                        .fix("Remove the dependency."),
                error("depends.cycle")
                        .summary("Containers wait for each other, by `dependsOn`, links and `volumesFrom`. Reported"
                                + " once, on the first container of the list that lies on a cycle.")
                        .source("OUR (start order cannot be resolved); API:ContainerDependency (START emulates links"
                                + " and volumes)")
                        .in(TASK)
                        .needing(TaskDefinition::containerDefinitions)
                        .check(HealthRules::cycle)
                        .pointingAt(CONTAINERS.member(ContainerDefinition::dependsOn))
                        .message("Containers wait for each other, so none of them starts: {path}.")
                        .fix("Remove one of the dependencies."),
                warning("depends.duplicate")
                        .summary("A container names the same container twice in its dependencies.")
                        .source("OUR")
                        .in(CONTAINERS)
                        .whenRepeated(
                                ContainerDefinition::dependsOn,
                                dependency -> dependency.find(ContainerDependency::containerName),
                                dependency -> dependency)
                        .message("The container waits for this one by an earlier dependency already.")
                        .fix("Keep the stricter one."));
    }

    private static List<Rule> ofConditions() {
        return List.of(
                error("depends.condition")
                        .summary("The condition of a dependency is none that ECS knows.")
                        .source("API:ContainerCondition")
                        .in(DEPENDENCIES)
                        .when(ContainerDependency::condition, not(OpenEnum::isKnown))
                        .message("`condition` is \"{value}\", which ECS does not know.")
                        .fix("Use " + KnownNames.oneOf(ContainerCondition.known()) + "."),
                error("depends.completion-of-essential")
                        .summary("A container waits for the end of an essential one, which ends the task.")
                        .source("API:ContainerDependency.condition; ISSUE:klothoplatform/klotho#892")
                        .in(DEPENDENCIES)
                        .needing(ContainerDependency::condition, ContainerDependency::containerName)
                        .whenAt(
                                ContainerDependency::condition,
                                isFor(ContainerCondition.COMPLETE, ContainerCondition.SUCCESS)
                                        .and(dependency -> isEssential(target(dependency))))
                        .message("\"{containerName}\" is essential, so the task ends when it does, and {value} comes"
                                + " too late.")
                        .fix("Set `essential` to false on \"{containerName}\"."),
                error("depends.healthy-without-check")
                        .summary("A container waits for the health of one without a health check; that of its image"
                                + " does not count.")
                        .source("API:ContainerDependency.condition; API:HealthCheck")
                        .in(DEPENDENCIES)
                        .needing(ContainerDependency::condition, ContainerDependency::containerName)
                        .whenAt(
                                ContainerDependency::condition,
                                isFor(ContainerCondition.HEALTHY)
                                        .and(dependency -> lacksHealthCheck(target(dependency))))
                        .message("\"{containerName}\" has no `healthCheck`, so it is never HEALTHY.")
                        .fix("Add a `healthCheck` to \"{containerName}\"."));
    }

    private static boolean isPrefix(@Nullable String word) {
        return DIRECTLY.equals(word) || BY_SHELL.equals(word);
    }

    private static int parts(View<HealthCheck> check) {
        return check.get(HealthCheck::command).size();
    }

    private static String first(View<HealthCheck> check) {
        return check.each(HealthCheck::command).get(0).get();
    }

    private static int timeout(View<HealthCheck> check) {
        check.find(HealthCheck::timeout);
        return check.get().effectiveTimeout();
    }

    private static int interval(View<HealthCheck> check) {
        check.find(HealthCheck::interval);
        return check.get().effectiveInterval();
    }

    private static @Nullable View<ContainerDefinition> target(View<ContainerDependency> dependency) {
        return dependency.facts().container(dependency.get(ContainerDependency::containerName));
    }

    private static boolean isOnItself(View<ContainerDependency> dependency) {
        return dependency
                .within(ContainerDefinition.class)
                .is(ContainerDefinition::name, dependency.get(ContainerDependency::containerName));
    }

    /** Waiting for oneself is reported for that alone. */
    private static Predicate<View<ContainerDependency>> isFor(ContainerCondition... conditions) {
        List<ContainerCondition> wanted = List.of(conditions);
        return dependency -> wanted.contains(dependency.get(ContainerDependency::condition)) && !isOnItself(dependency);
    }

    private static boolean isEssential(@Nullable View<ContainerDefinition> container) {
        return container != null && container.getOr(ContainerDefinition::essential, true);
    }

    private static boolean lacksHealthCheck(@Nullable View<ContainerDefinition> container) {
        return container != null && container.lacks(ContainerDefinition::healthCheck);
    }

    private static void cycle(View<TaskDefinition> task, Report report) {
        if (task.get(TaskDefinition::containerDefinitions).stream().noneMatch(StartOrder::isPart)) {
            return;
        }
        List<View<ContainerDefinition>> cycle = new StartOrder(task).firstCycle();
        if (!cycle.isEmpty()) {
            String path = cycle.stream()
                    .limit(NAMES_SHOWN)
                    .map(container -> container.getOr(ContainerDefinition::name, "?"))
                    .collect(Collectors.joining(" → "));
            report.at(cycle.get(0).member(ContainerDefinition::dependsOn))
                    .with("path", cycle.size() > NAMES_SHOWN ? path + " …" : path);
        }
    }
}
