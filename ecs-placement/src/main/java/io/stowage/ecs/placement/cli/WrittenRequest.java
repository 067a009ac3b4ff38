package io.stowage.ecs.placement.cli;

import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.json.ParsedDocument;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.SchedulingStrategy;
import io.stowage.ecs.model.task.RunTaskRequest;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementRequestException;
import io.stowage.ecs.placement.PlacementRequestException.Fault;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request in the making that remembers where each part was written, so that a fault found later points there. */
final class WrittenRequest {
    private static final String TASK_DEFINITION = "/taskDefinition";
    private static final String STRATEGY = "/placementStrategy/";
    private static final String CONSTRAINTS = "/placementConstraints/";

    private final ParsedDocument<TaskDefinition> taskDefinition;
    private final PlacementRequest.Builder request;
    private @Nullable ParsedDocument<?> file;
    private List<RuleText> strategies = List.of();
    private List<RuleText> constraints = List.of();
    private @Nullable Integer count;
    private @Nullable Integer desiredCount;

    WrittenRequest(ParsedDocument<TaskDefinition> taskDefinition) {
        this.taskDefinition = taskDefinition;
        this.request = PlacementRequest.builder(taskDefinition.orThrow());
    }

    /** Takes what create-service is given. */
    void take(ParsedDocument<CreateServiceRequest> document) {
        this.file = document;
        CreateServiceRequest service = document.orThrow();
        if (SchedulingStrategy.DAEMON.equals(service.schedulingStrategy())) {
            throw unusable(
                    "/schedulingStrategy", "a daemon service has one task on every instance; REPLICA was expected");
        }
        if (service.serviceName() == null) {
            throw unusable("", "a service without `serviceName`; its name makes its task group");
        }
        desiredCount = service.desiredCount();
        request.service(service.serviceName());
        request.placementStrategy(service.placementStrategy());
        request.placementConstraints(service.placementConstraints());
        pool(service.launchType(), service.capacityProviderStrategy());
    }

    /** Takes what run-task is given. */
    void takeRunTask(ParsedDocument<RunTaskRequest> document) {
        this.file = document;
        RunTaskRequest task = document.orThrow();
        count = task.count();
        request.group(task.group());
        request.overrides(task.overrides());
        request.placementStrategy(task.placementStrategy());
        request.placementConstraints(task.placementConstraints());
        pool(task.launchType(), task.capacityProviderStrategy());
    }

    private void pool(@Nullable LaunchType launchType, List<CapacityProviderStrategyItem> providers) {
        request.launchType(launchType);
        request.capacityProviderStrategy(providers);
    }

    void count(int number) {
        count = number;
    }

    void serviceName(String name) {
        request.service(name);
    }

    void group(String name) {
        request.group(name);
    }

    void strategies(List<RuleText> texts) {
        strategies = texts;
        request.placementStrategy(texts.stream().map(RuleText::strategy).toList());
    }

    void constraints(List<RuleText> texts) {
        constraints = texts;
        request.placementConstraints(texts.stream().map(RuleText::constraint).toList());
    }

    void capacityProvider(String name) {
        request.capacityProvider(name);
        request.capacityProviderStrategy(List.of());
        request.launchType(null);
    }

    void launchType(LaunchType type) {
        request.launchType(type);
        request.capacityProviderStrategy(List.of());
    }

    void zones(List<String> names) {
        request.subnetAvailabilityZones(names);
    }

    void seed(long value) {
        request.seed(value);
    }

    /** The request for one task, however many the files want. */
    PlacementRequest.Builder ofOne() {
        return request.count(1);
    }

    /** The request for the tasks of a service, however many it lacks. */
    PlacementRequest ofService() {
        PlacementRequest one = ofOne().build();
        if (one.service() == null) {
            throw new UnusableInputException("no service is named; --service FILE or --service-name NAME was expected");
        }
        return one;
    }

    /** The service as create-service is told of it: what the file says, with what the options say instead. */
    CreateServiceRequest asService() {
        PlacementRequest one = ofService();
        CreateServiceRequest written = file != null && file.orThrow() instanceof CreateServiceRequest service
                ? service
                : CreateServiceRequest.builder().build();
        Integer desired = count != null ? count : desiredCount;
        if (desired == null || desired < 0) {
            throw new UnusableInputException(
                    (desired == null ? "desiredCount is missing" : "desiredCount is " + desired)
                            + "; 0 or more was expected in the file of --service, or as --count");
        }
        String provider = one.capacityProvider();
        return written.toBuilder()
                .serviceName(one.service())
                .desiredCount(desired)
                .placementStrategy(one.placementStrategy())
                .placementConstraints(one.placementConstraints())
                .launchType(one.launchType())
                .capacityProviderStrategy(
                        provider == null
                                ? one.capacityProviderStrategy()
                                : List.of(CapacityProviderStrategyItem.builder()
                                        .capacityProvider(provider)
                                        .weight(1)
                                        .build()))
                .build();
    }

    /** The request for that cluster; null if the service has all its tasks. */
    @Nullable
    PlacementRequest on(ClusterSnapshot cluster) {
        if (count != null) {
            return request.count(count).build();
        }
        if (desiredCount == null) {
            return request.build();
        }
        String group = request.build().group();
        long running = cluster.tasks().stream()
                .filter(TaskSnapshot::counted)
                .filter(task -> group.equals(task.group()))
                .count();
        long missing = desiredCount - running;
        return missing < 1 && desiredCount >= 0
                ? null
                : request.count((int) missing).build();
    }

    /** What the engine says of the request, each fault with the line where its cause is written. */
    UnusableInputException unusable(PlacementRequestException refused) {
        return new UnusableInputException(
                refused.faults().stream().map(this::render).collect(Collectors.joining("\n")));
    }

    /** A fault that the engine found, with the line where its cause is written. */
    String render(Fault fault) {
        Diagnostic found = fault.diagnostic();
        String pointer = found.pointer();
        if (pointer.startsWith(TASK_DEFINITION)) {
            return render(taskDefinition, pointer.substring(TASK_DEFINITION.length()), fault);
        }
        RuleText text = option(pointer, STRATEGY, strategies);
        if (text == null) {
            text = option(pointer, CONSTRAINTS, constraints);
        }
        if (text != null) {
            return text.render(found, fault.offset());
        }
        return file == null ? found.toString() : render(file, pointer, fault);
    }

    private static @Nullable RuleText option(String pointer, String prefix, List<RuleText> texts) {
        if (texts.isEmpty() || !pointer.startsWith(prefix)) {
            return null;
        }
        int end = pointer.indexOf('/', prefix.length());
        return texts.get(Integer.parseInt(pointer.substring(prefix.length(), end)));
    }

    private static String render(ParsedDocument<?> document, String pointer, Fault fault) {
        Diagnostic found = fault.diagnostic();
        return document.render(new Diagnostic(
                found.id(),
                found.severity(),
                found.message(),
                pointer,
                document.locate(pointer, fault.offset()),
                found.hint()));
    }

    private UnusableInputException unusable(String pointer, String message) {
        Diagnostic diagnostic = new Diagnostic("request.input", Severity.ERROR, message, pointer, null, null);
        return new UnusableInputException(render(new Fault(diagnostic, 0)));
    }
}
