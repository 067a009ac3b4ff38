package io.stowage.ecs.placement.cli;

import io.stowage.ecs.cql.ClusterQuery;
import io.stowage.ecs.cql.ClusterQueryError;
import io.stowage.ecs.cql.ClusterQueryResult;
import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "query",
        description = "Lists the container instances that satisfy an expression of the cluster query language.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Exit code: 0 if an instance matches, 1 if none does, 2 if the expression or a file cannot be used."
        })
final class QueryCommand implements Callable<Integer> {
    @Mixin
    private ClusterFiles cluster = new ClusterFiles();

    @Parameters(
            paramLabel = "EXPRESSION",
            description = "For example: attribute:ecs.instance-type =~ m5.* and runningTasksCount < 3")
    private String expression = "";

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        ClusterQuery query = parse("EXPRESSION", expression);
        ClusterSnapshot snapshot = cluster.snapshot();
        List<InstanceSnapshot> matching = PlacementEngine.standard().matching(snapshot, query);
        output.print(() -> plain(query, snapshot, matching), () -> text(snapshot, matching));
        return matching.isEmpty() ? Main.UNPLACED : Main.FINE;
    }

    private static Map<String, @Nullable Object> plain(
            ClusterQuery query, ClusterSnapshot snapshot, List<InstanceSnapshot> matching) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("expression", query.text());
        plain.put("instances", snapshot.instances().size());
        plain.put("matching", matching.stream().map(InstanceText::plain).toList());
        plain.put("notes", snapshot.notes());
        return plain;
    }

    private static String text(ClusterSnapshot snapshot, List<InstanceSnapshot> matching) {
        TextTable table = new TextTable();
        matching.forEach(instance -> table.row(
                InstanceText.name(instance),
                InstanceText.zone(instance),
                InstanceText.type(instance),
                instance.status(),
                instance.id()));
        return snapshot.notes().stream()
                        .map(note -> "Note: " + note + "." + System.lineSeparator())
                        .collect(Collectors.joining())
                + table.print("")
                + matching.size() + " of " + snapshot.instances().size() + " container instances match."
                + System.lineSeparator();
    }

    /** Reads an expression; what is wrong with it is reported under the name of its parameter. */
    static ClusterQuery parse(String parameter, String expression) {
        ClusterQueryResult result = ClusterQuery.tryParse(expression);
        return result.query()
                .orElseThrow(() -> new UnusableInputException(result.errors().stream()
                        .map(error -> describe(parameter, error))
                        .collect(Collectors.joining("\n"))));
    }

    private static String describe(String parameter, ClusterQueryError error) {
        return parameter + ", character " + (error.offset() + 1) + ": " + error;
    }
}
