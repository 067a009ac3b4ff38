package io.stowage.ecs.placement.cli;

import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.json.DocumentKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what to place and by which rules. */
final class RequestOptions {
    @Option(
            names = "--task-definition",
            required = true,
            description = "Input of register-task-definition or output of describe-task-definition.",
            paramLabel = "FILE")
    private @Nullable Path taskDefinition;

    @Option(
            names = "--service",
            description =
                    "Input of create-service: name, desiredCount, strategy, constraints. Placed are the tasks that the"
                            + " service lacks: desiredCount less those of its group in --tasks.",
            paramLabel = "FILE")
    private @Nullable Path service;

    @Option(
            names = "--run-task",
            description = "Input of run-task: count, group, overrides, strategy, constraints.",
            paramLabel = "FILE")
    private @Nullable Path runTask;

    @Option(names = "--count", description = "How many tasks to place, whatever a file says.", paramLabel = "N")
    private @Nullable Integer count;

    @Option(names = "--service-name", description = "Makes the tasks those of this service.", paramLabel = "NAME")
    private @Nullable String serviceName;

    @Option(names = "--group", description = "The task group of standalone tasks.", paramLabel = "NAME")
    private @Nullable String group;

    @Option(
            names = "--strategy",
            description =
                    "spread(FIELD), binpack(cpu), binpack(memory) or random; several in order. Replaces those of a file.",
            paramLabel = "STRATEGY")
    private List<String> strategies = new ArrayList<>();

    @Option(
            names = "--constraint",
            description =
                    "distinctInstance or memberOf(EXPRESSION); several. Replaces those of a service or run-task file.",
            paramLabel = "CONSTRAINT")
    private List<String> constraints = new ArrayList<>();

    @Option(
            names = "--capacity-provider",
            description = "Only instances of this capacity provider.",
            paramLabel = "NAME")
    private @Nullable String capacityProvider;

    @Option(names = "--launch-type", description = "EC2 (default) or EXTERNAL.", paramLabel = "TYPE")
    private @Nullable String launchType;

    @Option(
            names = "--zones",
            split = ",",
            description = "Availability Zones of the subnets, for the network mode awsvpc (default: any).",
            paramLabel = "ZONE")
    private List<String> zones = new ArrayList<>();

    @Option(names = "--seed", description = "Where random choices start (default: 0).", paramLabel = "N")
    private long seed;

    /** What the files say, with what the options say instead. */
    WrittenRequest read() {
        if (taskDefinition == null) {
            throw new IllegalStateException("--task-definition is required");
        }
        if (service != null && runTask != null) {
            throw new UnusableInputException("--service and --run-task exclude each other");
        }
        WrittenRequest request = new WrittenRequest(Documents.read(taskDefinition, DocumentKind.TASK_DEFINITION));
        if (service != null) {
            request.take(Documents.read(service, DocumentKind.CREATE_SERVICE));
        } else if (runTask != null) {
            request.takeRunTask(Documents.read(runTask, DocumentKind.RUN_TASK));
        }
        if (count != null) {
            request.count(count);
        }
        if (serviceName != null) {
            request.serviceName(serviceName);
        }
        if (group != null) {
            request.group(group);
        }
        if (!strategies.isEmpty()) {
            request.strategies(strategies.stream()
                    .map(text -> RuleText.parse("--strategy", text, "field"))
                    .toList());
        }
        if (!constraints.isEmpty()) {
            request.constraints(constraints.stream()
                    .map(text -> RuleText.parse("--constraint", text, "expression"))
                    .toList());
        }
        if (capacityProvider != null) {
            request.capacityProvider(capacityProvider);
        }
        if (launchType != null) {
            request.launchType(new LaunchType(launchType));
        }
        request.zones(zones);
        request.seed(seed);
        return request;
    }
}
