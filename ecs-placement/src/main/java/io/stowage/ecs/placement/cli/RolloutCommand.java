package io.stowage.ecs.placement.cli;

import io.stowage.ecs.model.deployment.DeploymentBounds;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementRequestException;
import io.stowage.ecs.placement.service.RolloutAnalysis;
import io.stowage.ecs.placement.service.RolloutVerdict;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "rollout",
        description =
                "Says before a rolling deployment begins whether it finishes, whatever the order in which ECS starts and"
                        + " stops tasks, and if not, how it stalls and what would help.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "The task definition is the new one; old are the tasks of the service in --tasks. Without --cluster there is always"
                    + " room, and as many old tasks as desired. --count stands for desiredCount.",
            "Exit code: 0 if it always finishes, 1 if not or if that is not decided, 2 if the request or a file cannot be used."
        })
final class RolloutCommand implements Callable<Integer> {
    @ArgGroup(exclusive = false)
    private @Nullable ClusterFiles cluster;

    @Mixin
    private RequestOptions options = new RequestOptions();

    @Mixin
    private PercentOptions percents = new PercentOptions();

    @Option(
            names = "--states",
            description = "How many states to look at (default: " + RolloutAnalysis.USUAL_STATES + ").",
            paramLabel = "N")
    private int states = RolloutAnalysis.USUAL_STATES;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        if (states < 1) {
            throw new UnusableInputException("--states is " + states + "; at least 1 was expected");
        }
        WrittenRequest written = options.read();
        PlacementRequest next = written.ofService();
        DeploymentBounds bounds = bounds(written);
        ClusterSnapshot snapshot = cluster == null ? ClusterSnapshot.empty() : cluster.snapshot();
        RolloutAnalysis analysis =
                cluster == null ? RolloutAnalysis.of(bounds) : analyse(snapshot, bounds, next, written);
        RolloutReport report = new RolloutReport(next.group(), bounds, analysis, new Names(snapshot));
        output.print(report::plain, report::print);
        return analysis.verdict() == RolloutVerdict.ALWAYS_FINISHES ? Main.FINE : Main.UNPLACED;
    }

    private DeploymentBounds bounds(WrittenRequest written) {
        try {
            return DeploymentBounds.of(percents.on(written.asService()), 0);
        } catch (IllegalArgumentException e) {
            throw new UnusableInputException(String.valueOf(e.getMessage()));
        }
    }

    private RolloutAnalysis analyse(
            ClusterSnapshot snapshot, DeploymentBounds bounds, PlacementRequest next, WrittenRequest written) {
        try {
            return RolloutAnalysis.of(snapshot, bounds, next, states);
        } catch (PlacementRequestException e) {
            throw written.unusable(e);
        }
    }
}
