package io.stowage.ecs.placement.cli;

import io.stowage.ecs.model.needs.TaskNeeds;
import io.stowage.ecs.placement.PlacementDecision;
import io.stowage.ecs.placement.PlacementFailure;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementResult;
import io.stowage.ecs.placement.StrategyStep;
import io.stowage.ecs.placement.UnconsideredInstance;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A placement for people: the tasks, the refusals, the cluster afterwards. */
final class PlacementText {
    private static final String END = System.lineSeparator();
    private static final String INDENT = "  ";

    private final Run run;
    private final ClusterSnapshot before;
    private final PlacementRequest request;
    private final PlacementResult result;
    private final Map<String, InstanceSnapshot> instances;
    private final StringBuilder out = new StringBuilder();

    PlacementText(Run run) {
        this.run = run;
        this.before = run.before();
        this.request = run.request();
        this.result = run.result();
        this.instances =
                before.instances().stream().collect(Collectors.toMap(InstanceSnapshot::id, Function.identity()));
    }

    String print() {
        head();
        tasks();
        refusals();
        unconsidered();
        out.append(END).append(new ClusterBars(before, run.after()).print());
        return out.toString();
    }

    private void head() {
        long zones =
                before.instances().stream().map(InstanceText::zone).distinct().count();
        line(counted(before.instances().size(), "container instance") + " in " + counted(zones, "zone") + " with "
                + counted(before.tasks().size(), "listed task") + "; placing "
                + counted(request.count(), "task") + " of " + request.group() + ", each needs "
                + NeedsText.line(TaskNeeds.of(request.taskDefinition(), request.overrides())) + ".");
        before.notes().forEach(note -> line("Note: " + note + "."));
        result.notes().forEach(note -> line("Note: " + note + "."));
    }

    private void tasks() {
        if (result.placements().isEmpty()) {
            return;
        }
        out.append(END);
        List<String> strategies = run.placed().stream()
                .flatMap(decision -> decision.steps().stream())
                .map(StrategyStep::strategy)
                .distinct()
                .toList();
        TextTable table = new TextTable();
        List<String> head = new ArrayList<>(List.of("TASK", "INSTANCE", "TYPE", "ZONE"));
        head.addAll(strategies);
        table.row(head.toArray(String[]::new));
        for (int i = 0; i < result.placements().size(); i++) {
            PlacementDecision decision = run.placed().get(i);
            InstanceSnapshot instance = instance(result.placements().get(i).containerInstance());
            List<String> row = new ArrayList<>(List.of(
                    String.valueOf(i + 1),
                    InstanceText.name(instance),
                    InstanceText.type(instance),
                    InstanceText.zone(instance)));
            strategies.forEach(strategy -> row.add(step(decision, strategy)));
            row.add(lastWord(decision));
            table.row(row.toArray(String[]::new));
        }
        out.append(table.print(""));
    }

    private static String step(PlacementDecision decision, String strategy) {
        return decision.steps().stream()
                .filter(step -> step.strategy().equals(strategy))
                .map(step -> step.because() + " (" + step.before() + " -> " + step.after() + ")")
                .findFirst()
                .orElse("-");
    }

    private static String lastWord(PlacementDecision decision) {
        if (decision.candidates() == 1) {
            return "the only one left that takes it";
        }
        return decision.tied() > 1 ? "smallest id of " + decision.tied() : "";
    }

    private void refusals() {
        out.append(END);
        if (result.error() != null) {
            line(result.error());
        } else if (result.unplaced() == 0) {
            line(request.count() == 1 ? "The task is placed." : "All " + request.count() + " tasks are placed.");
            if (!run.refusals().isEmpty()) {
                line("The last one was refused by:");
            }
        } else {
            line(result.unplaced() + " of " + counted(request.count(), "task")
                    + " not placed. The next one is refused by" + " every instance:");
        }
        Map<String, List<PlacementFailure>> byReason = run.refusals().stream()
                .collect(Collectors.groupingBy(PlacementFailure::reason, TreeMap::new, Collectors.toList()));
        byReason.forEach((reason, failures) -> {
            String asked = failures.stream()
                    .flatMap(failure -> failure.askedBy().stream())
                    .distinct()
                    .collect(Collectors.joining(", "));
            line(INDENT + reason + (asked.isEmpty() ? "" : "  asked for by " + asked));
            TextTable table = new TextTable();
            failures.forEach(failure -> row(table, failure.containerInstance(), failure.detail()));
            out.append(table.print(INDENT + INDENT));
        });
    }

    private void unconsidered() {
        if (run.unconsidered().isEmpty()) {
            return;
        }
        line(INDENT + "not considered");
        TextTable table = new TextTable();
        for (UnconsideredInstance instance : run.unconsidered()) {
            row(table, instance.containerInstance(), instance.because());
        }
        out.append(table.print(INDENT + INDENT));
    }

    private void row(TextTable table, String id, String text) {
        InstanceSnapshot instance = instance(id);
        table.row(InstanceText.name(instance), InstanceText.type(instance), InstanceText.zone(instance), text);
    }

    private InstanceSnapshot instance(String id) {
        InstanceSnapshot instance = instances.get(id);
        if (instance == null) {
            throw new IllegalStateException("the engine answered with an unknown instance: " + id);
        }
        return instance;
    }

    private void line(String text) {
        out.append(text).append(END);
    }

    static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
