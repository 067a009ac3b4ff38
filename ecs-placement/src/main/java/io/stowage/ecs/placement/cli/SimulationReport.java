package io.stowage.ecs.placement.cli;

import io.stowage.ecs.placement.service.ServiceView;
import io.stowage.ecs.placement.service.TimelineEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A timeline and how the service stands at its end, for people and for machines. */
final class SimulationReport {
    private final List<TimelineEvent> timeline;
    private final ServiceView service;
    private final Instant end;
    private final Names names;

    SimulationReport(List<TimelineEvent> timeline, ServiceView service, Instant end, Names names) {
        this.timeline = timeline;
        this.service = service;
        this.end = end;
        this.names = names;
    }

    boolean isSteady() {
        return service.isSteady();
    }

    String print() {
        StringBuilder out = new StringBuilder();
        for (TimelineEvent event : timeline) {
            names.in(event.toString()).lines().forEach(line -> out.append(line).append(System.lineSeparator()));
        }
        return out.append(end + " " + service.name() + ": " + service.runningCount() + " of "
                        + service.bounds().desiredCount() + " tasks run, " + service.healthyCount() + " healthy, "
                        + service.pendingCount() + " pending; " + (isSteady() ? "steady" : "not steady"))
                .append(System.lineSeparator())
                .toString();
    }

    Map<String, @Nullable Object> plain() {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("timeline", timeline.stream().map(SimulationReport::event).toList());
        plain.put("end", end.toString());
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("name", service.name());
        state.put("desiredCount", service.bounds().desiredCount());
        state.put("runningCount", service.runningCount());
        state.put("pendingCount", service.pendingCount());
        state.put("healthyCount", service.healthyCount());
        state.put("isSteady", service.isSteady());
        state.put(
                "deployments",
                service.deployments().stream().map(SimulationReport::deployment).toList());
        plain.put("service", state);
        return plain;
    }

    private static Map<String, @Nullable Object> deployment(ServiceView.Deployment deployment) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("id", deployment.id());
        plain.put("status", deployment.status());
        plain.put("rolloutState", deployment.rolloutState().toString());
        plain.put("revision", deployment.revision());
        plain.put("taskCount", deployment.taskCount());
        plain.put("failedTasks", deployment.failedTasks());
        return plain;
    }

    private static Map<String, @Nullable Object> event(TimelineEvent event) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("number", event.number());
        plain.put("at", event.at().toString());
        plain.put("name", event.name());
        plain.put("service", event.service());
        plain.put("message", event.message());
        plain.put("why", event.why());
        plain.put("numbers", event.numbers());
        plain.put("tasks", event.tasks());
        plain.put("containerInstance", event.containerInstance());
        return plain;
    }
}
