package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.CONTAINERS;
import static io.stowage.ecs.validation.internal.rules.Places.SERVICE;
import static io.stowage.ecs.validation.internal.rules.Places.TASK;
import static io.stowage.ecs.validation.spi.Rule.error;
import static io.stowage.ecs.validation.spi.Rule.warning;

import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.MetricConfiguration;
import io.stowage.ecs.model.service.MonitoringConfiguration;
import io.stowage.ecs.model.task.RunTaskRequest;
import io.stowage.ecs.model.task.TaskOverride;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.internal.tables.KnownBounds;
import io.stowage.ecs.validation.internal.tables.KnownNames;
import io.stowage.ecs.validation.spi.Bounds;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Report;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.List;
import java.util.Set;

/** The rules of section 13 about metrics of a service and about ECS Exec. */
final class ServiceFeatureRules {
    private static final Set<String> METRICS = KnownNames.of("service-metrics");
    private static final Set<String> RESOLUTIONS = KnownNames.of("service-metric-resolutions-seconds");
    private static final Bounds METRIC_COUNT = KnownBounds.of("service-metric-names");

    private static final Place<MetricConfiguration> METRIC_CONFIGURATIONS =
            SERVICE.member(CreateServiceRequest::monitoring).each(MonitoringConfiguration::metricConfigurations);

    private ServiceFeatureRules() {}

    static List<Rule> rules() {
        return List.of(
                error("service.monitoring-resolution")
                        .summary("The resolution of metrics is none of those that there are.")
                        .source("API:MetricConfiguration.resolutionSeconds")
                        .in(METRIC_CONFIGURATIONS)
                        .when(
                                MetricConfiguration::resolutionSeconds,
                                seconds -> !RESOLUTIONS.contains(String.valueOf(seconds)))
                        .message("Metrics cannot have a resolution of {value} s.")
                        .fix("Use " + KnownNames.oneOf(RESOLUTIONS) + " s."),
                error("service.monitoring-metric")
                        .summary("The list of metrics is empty or too long, or names a metric that is not supported.")
                        .source("API:MetricConfiguration.metricNames")
                        .in(METRIC_CONFIGURATIONS)
                        .check(ServiceFeatureRules::judgeMetrics)
                        .pointingAt(METRIC_CONFIGURATIONS.member(MetricConfiguration::metricNames))
                        .message("{problem}.")
                        .fix("Use " + KnownNames.oneOf(METRICS) + ", " + METRIC_COUNT.min() + " to "
                                + METRIC_COUNT.max() + " names in a list."),
                error("exec.task-role-required")
                        .summary("ECS Exec is on, and the task has no role of its own.")
                        .source("API:RunTaskRequest.enableExecuteCommand; DOC:ecs-exec")
                        .in(TASK)
                        .whenAt(
                                TaskDefinition::taskRoleArn,
                                task -> (serviceHasExec(task.facts()) || tasksToRunHaveExec(task.facts()))
                                        && task.lacks(TaskDefinition::taskRoleArn))
                        .message("ECS Exec needs a task role, by which the container talks to Systems Manager.")
                        .fix("Set `taskRoleArn`."),
                warning("exec.read-only-root")
                        .summary(
                                "ECS Exec is on, and a container has a read-only root file system, to which the agent of the"
                                        + " session must write.")
                        .source("DOC:ecs-exec; ISSUE:aws/containers-roadmap#1359;"
                                + " ISSUE:aws-containers/amazon-ecs-exec-checker#71")
                        .in(CONTAINERS)
                        .needing(ContainerDefinition::readonlyRootFilesystem)
                        .whenAt(
                                ContainerDefinition::readonlyRootFilesystem,
                                container -> container.is(ContainerDefinition::readonlyRootFilesystem, true)
                                        && TaskTraits.usesExec(container.facts()))
                        .message(
                                "ECS Exec is not supported with the read-only root file system of container \"{name}\".")
                        .fix("Make it writable, mount writable volumes for the agent, or do without ECS Exec."));
    }

    private static void judgeMetrics(View<MetricConfiguration> configuration, Report report) {
        View<List<String>> names = configuration.member(MetricConfiguration::metricNames);
        if (!names.isPresent()) {
            return;
        }
        int count = names.get().size();
        if (!METRIC_COUNT.contains(count)) {
            report.at(names).with("problem", count == 0 ? "No metric is named" : count + " metrics are named");
            return;
        }
        for (View<String> name : configuration.each(MetricConfiguration::metricNames)) {
            if (name.isKnown() && !METRICS.contains(name.get())) {
                report.at(names).with("problem", "\"" + name.get() + "\" is not a metric with a resolution of its own");
                return;
            }
        }
    }

    private static boolean serviceHasExec(Facts facts) {
        return facts.service().is(CreateServiceRequest::enableExecuteCommand, true);
    }

    private static boolean tasksToRunHaveExec(Facts facts) {
        return facts.runTask().is(RunTaskRequest::enableExecuteCommand, true)
                && facts.runTask().member(RunTaskRequest::overrides).lacks(TaskOverride::taskRoleArn);
    }
}
