package io.stowage.ecs.placement.cli;

import io.stowage.ecs.placement.Placement;
import io.stowage.ecs.placement.service.DrillResult;
import io.stowage.ecs.placement.service.DrilledService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What drills found, for people and for machines. */
final class DrillReport {
    private final List<DrillResult> results;
    private final Names names;

    DrillReport(List<DrillResult> results, Names names) {
        this.results = List.copyOf(results);
        this.names = names;
    }

    String print() {
        StringBuilder out = new StringBuilder();
        for (DrillResult result : results) {
            line(
                    out,
                    (result.isDrain() ? "Draining " : "Without ")
                            + result.instances().stream().map(names::name).collect(Collectors.joining(", ")) + ": "
                            + result.before() + " tasks, " + result.survives() + " survive, " + result.returns()
                            + " return, " + result.lost() + " lost");
            for (DrilledService service : result.services()) {
                line(out, "  " + names.in(service.toString()));
                if (service.returns() > 0) {
                    line(out, "    return on " + places(service));
                }
            }
        }
        if (results.isEmpty()) {
            line(out, "The cluster has no instances; there is nothing to drill.");
        }
        return out.toString();
    }

    private String places(DrilledService service) {
        return service.returned().stream()
                .map(Placement::containerInstance)
                .map(names::name)
                .collect(Collectors.joining(", "));
    }

    private static void line(StringBuilder out, String text) {
        out.append(text).append(System.lineSeparator());
    }

    Map<String, @Nullable Object> plain() {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("passed", results.stream().allMatch(DrillResult::isPassed));
        plain.put("drills", results.stream().map(DrillReport::drill).toList());
        return plain;
    }

    private static Map<String, @Nullable Object> drill(DrillResult result) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("isDrain", result.isDrain());
        plain.put("instances", result.instances());
        plain.put("before", result.before());
        plain.put("survives", result.survives());
        plain.put("returns", result.returns());
        plain.put("lost", result.lost());
        plain.put("passed", result.isPassed());
        plain.put(
                "services", result.services().stream().map(DrillReport::service).toList());
        return plain;
    }

    private static Map<String, @Nullable Object> service(DrilledService service) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("group", service.group());
        plain.put("before", service.before());
        plain.put("survives", service.survives());
        plain.put("returns", service.returns());
        plain.put("lost", service.lost());
        plain.put("reason", service.reason() == null ? null : service.reason().name());
        plain.put("why", service.why());
        plain.put(
                "returned",
                service.returned().stream().map(Placement::containerInstance).toList());
        return plain;
    }
}
