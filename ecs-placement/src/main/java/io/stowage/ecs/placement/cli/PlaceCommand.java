package io.stowage.ecs.placement.cli;

import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementRequestException;
import io.stowage.ecs.placement.repair.Repairs;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "place",
        description = "Places tasks of a task definition on a cluster and says why each goes where it goes.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Exit code: 0 if every task is placed, 1 if one is not, 2 if the request or a file cannot be used."
        })
final class PlaceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ClusterFiles cluster = new ClusterFiles();

    @Mixin
    private RequestOptions options = new RequestOptions();

    @Mixin
    private RepairOptions repairOptions = new RepairOptions();

    @Option(names = "--format", description = "text or json (default: text)", paramLabel = "FORMAT")
    private Format format = Format.TEXT;

    @Override
    public Integer call() {
        WrittenRequest written = options.read();
        ClusterSnapshot before = cluster.snapshot();
        PlacementRequest request = written.on(before);
        PrintWriter out = spec.commandLine().getOut();
        if (request == null) {
            out.print(
                    format == Format.JSON
                            ? EcsJson.writePlain(Map.of("placements", List.of(), "unplaced", 0))
                            : "The service runs all its tasks; there is nothing to place." + System.lineSeparator());
            return Main.FINE;
        }
        Run run = run(before, request, written);
        Repairs repairs = repairOptions.find(before, request);
        if (format == Format.JSON) {
            Map<String, @Nullable Object> plain = new PlacementJson(run).plain();
            if (repairs != null) {
                plain.put("repair", new RepairReport(before, request, repairs).plain());
            }
            out.print(EcsJson.writePlain(plain));
        } else {
            out.print(new PlacementText(run).print());
            if (repairs != null) {
                out.print(new RepairReport(before, request, repairs).print());
            }
        }
        return run.result().unplaced() == 0 ? Main.FINE : Main.UNPLACED;
    }

    private static Run run(ClusterSnapshot before, PlacementRequest request, WrittenRequest written) {
        try {
            return Run.of(before, request);
        } catch (PlacementRequestException e) {
            throw new UnusableInputException(
                    e.faults().stream().map(written::render).collect(Collectors.joining("\n")));
        }
    }
}
