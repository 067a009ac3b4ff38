package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.RUN_TASK;
import static io.stowage.ecs.validation.spi.Rule.error;

import io.stowage.ecs.model.common.PropagateTags;
import io.stowage.ecs.model.task.ContainerOverride;
import io.stowage.ecs.model.task.RunTaskRequest;
import io.stowage.ecs.model.task.TaskOverride;
import io.stowage.ecs.validation.internal.tables.KnownBounds;
import io.stowage.ecs.validation.spi.Bounds;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Section 22 of the catalogue: tasks that are run without a service. */
final class RunTaskRules {
    private static final Bounds COUNT = KnownBounds.of("run-task-count");
    private static final Bounds OVERRIDES = KnownBounds.of("run-task-override-characters");
    private static final Bounds GROUP_NAME = KnownBounds.of("task-group-characters");
    private static final Pattern STARTED_BY = Pattern.compile("[A-Za-z0-9_/-]{1,128}");
    private static final Pattern CLIENT_TOKEN = Pattern.compile("[!-~]{1,64}");
    private static final ContainerOverride NOTHING = ContainerOverride.builder().build();

    private static final Place<ContainerOverride> CONTAINER_OVERRIDES =
            RUN_TASK.member(RunTaskRequest::overrides).each(TaskOverride::containerOverrides);

    static final RuleGroup GROUP = new RuleGroup("22. run-task", rules());

    private RunTaskRules() {}

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.add(error("runtask.count")
                .summary("The number of tasks to run is outside the range.")
                .source("API:RunTaskRequest.count")
                .in(RUN_TASK)
                .whenOutside(RunTaskRequest::count, COUNT)
                .message("`count` is {value} tasks, outside of {min} to {max}.")
                .fix("Call run-task more than once."));
        rules.addAll(ofOverrides());
        rules.addAll(ofTexts());
        rules.addAll(ofLaunch());
        return rules;
    }

    private static List<Rule> ofOverrides() {
        return List.of(
                error("runtask.override-name")
                        .summary("The override of a container does not name the container.")
                        .source("API:ContainerOverride")
                        .in(CONTAINER_OVERRIDES)
                        .whenAt(
                                ContainerOverride::name,
                                override -> override.lacks(ContainerOverride::name)
                                        && !override.get().equals(NOTHING))
                        .message("The override names no container.")
                        .fix("Add the `name` of the container."),
                error("runtask.override-unknown")
                        .summary("An override is for a container that the task does not have.")
                        .source("API:ContainerOverride.name")
                        .in(CONTAINER_OVERRIDES)
                        .given(facts -> facts.task().isPresent())
                        .needing(ContainerOverride::name)
                        .whenAt(
                                ContainerOverride::name,
                                override -> override.facts().container(override.get(ContainerOverride::name)) == null)
                        .message("The task has no container \"{value}\" to override.")
                        .fix("Correct the name."),
                error("runtask.overrides-too-large")
                        .summary("The overrides as compact JSON are longer than ECS takes.")
                        .source("API:RunTaskRequest.overrides; OUR")
                        .in(RUN_TASK)
                        .needing(RunTaskRequest::overrides)
                        .whenAt(RunTaskRequest::overrides, task -> length(task) > OVERRIDES.max())
                        .with("length", RunTaskRules::length)
                        .message("The overrides have {length} characters; ECS takes " + OVERRIDES.max() + ".")
                        .fix("Shorten them, or move values into the task definition."));
    }

    private static int length(View<RunTaskRequest> task) {
        return CompactJson.of(task.get(RunTaskRequest::overrides)).length();
    }

    private static List<Rule> ofTexts() {
        return List.of(
                error("runtask.started-by")
                        .summary("`startedBy` is too long or has characters that ECS does not take.")
                        .source("API:RunTaskRequest.startedBy")
                        .in(RUN_TASK)
                        .when(
                                RunTaskRequest::startedBy,
                                text -> !STARTED_BY.matcher(text).matches())
                        .message("`startedBy` cannot be \"{value}\".")
                        .fix("Use up to 128 letters, digits, hyphens, underscores and slashes."),
                error("runtask.propagate-tags")
                        .summary("Tags are to come from a service, and run-task has none.")
                        .source("API:RunTaskRequest.propagateTags")
                        .in(RUN_TASK)
                        .when(RunTaskRequest::propagateTags, PropagateTags.SERVICE::equals)
                        .message("run-task has no service whose tags could be propagated ({value}).")
                        .fix("Use TASK_DEFINITION."),
                error("runtask.group")
                        .summary("The name of the task group is too long.")
                        .source("DOC:task-groups")
                        .in(RUN_TASK)
                        .when(
                                RunTaskRequest::group,
                                group -> group.codePointCount(0, group.length()) > GROUP_NAME.max())
                        .with("length", task -> task.get(RunTaskRequest::group).length())
                        .message("`group` has {length} characters; ECS takes " + GROUP_NAME.max() + ".")
                        .fix("Shorten it."),
                error("runtask.client-token")
                        .summary("The client token is too long or has characters that ECS does not take.")
                        .source("API:RunTaskRequest.clientToken")
                        .in(RUN_TASK)
                        .when(
                                RunTaskRequest::clientToken,
                                token -> !CLIENT_TOKEN.matcher(token).matches())
                        .message("`clientToken` cannot be \"{value}\".")
                        .fix("Use up to 64 printable ASCII characters without spaces."));
    }

    private static List<Rule> ofLaunch() {
        return List.of(
                error("runtask.launch-type-and-strategy")
                        .summary("run-task gives both a launch type and a capacity provider strategy.")
                        .source("API:RunTaskRequest.launchType")
                        .in(RUN_TASK)
                        .needing(RunTaskRequest::launchType)
                        .whenPresent(RunTaskRequest::capacityProviderStrategy)
                        .message(
                                "run-task gives launch type {launchType} and a capacity provider strategy; it takes one"
                                        + " of the two.")
                        .fix("Remove `launchType`."),
                error("runtask.network-required")
                        .summary("A task in awsvpc mode is run without a network configuration.")
                        .source("API:RunTaskRequest.networkConfiguration")
                        .in(RUN_TASK)
                        .given(Facts::onAwsvpc)
                        .whenAbsent(RunTaskRequest::networkConfiguration)
                        .message("A task in awsvpc mode needs a `networkConfiguration`, which says where its network"
                                + " interface is to be.")
                        .fix("Add it with at least one subnet."),
                error("runtask.network-not-allowed")
                        .summary("A task in another mode than awsvpc is run with a network configuration.")
                        .source("API:RunTaskRequest.networkConfiguration; ISSUE:muya/amazon-ecs-run-task#7")
                        .in(RUN_TASK)
                        .given(facts -> facts.task().isPresent() && !facts.onAwsvpc())
                        .whenPresent(RunTaskRequest::networkConfiguration)
                        .with("mode", task -> task.facts().networkMode().value())
                        .message("The task is in {mode} mode, and `networkConfiguration` is for awsvpc alone.")
                        .fix("Remove it."));
    }
}
