package io.stowage.ecs.placement.cli;

import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementRequestException;
import io.stowage.ecs.placement.repair.Repairs;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
    @Mixin
    private ClusterFiles cluster = new ClusterFiles();

    @Mixin
    private RequestOptions options = new RequestOptions();

    @Mixin
    private RepairOptions repairOptions = new RepairOptions();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        WrittenRequest written = options.read();
        ClusterSnapshot before = cluster.snapshot();
        PlacementRequest request = written.on(before);
        if (request == null) {
            output.print(
                    () -> Map.of("placements", List.of(), "unplaced", 0),
                    () -> "The service runs all its tasks; there is nothing to place." + System.lineSeparator());
            return Main.FINE;
        }
        Run run = run(before, request, written);
        Repairs repairs = repairOptions.find(before, request);
        RepairReport repair = repairs == null ? null : new RepairReport(before, request, repairs);
        output.print(
                () -> RepairReport.with(new PlacementJson(run).plain(), repair),
                () -> new PlacementText(run).print() + (repair == null ? "" : repair.print()));
        return run.result().unplaced() == 0 ? Main.FINE : Main.UNPLACED;
    }

    private static Run run(ClusterSnapshot before, PlacementRequest request, WrittenRequest written) {
        try {
            return Run.of(before, request);
        } catch (PlacementRequestException e) {
            throw written.unusable(e);
        }
    }
}
