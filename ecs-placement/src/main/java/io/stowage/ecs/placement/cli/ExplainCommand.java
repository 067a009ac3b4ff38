package io.stowage.ecs.placement.cli;

import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementRequestException;
import io.stowage.ecs.placement.PlacementResult;
import io.stowage.ecs.placement.PlacementSession;
import io.stowage.ecs.placement.explain.Explanation;
import io.stowage.ecs.placement.repair.Repairs;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "explain",
        description =
                "Says of one task why each instance takes it or not, which is the best, and what to expect if none takes it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Exit code: 0 if the task finds an instance, 1 if it does not, 2 if the request or a file cannot be used."
        })
final class ExplainCommand implements Callable<Integer> {
    @Mixin
    private ClusterFiles cluster = new ClusterFiles();

    @Mixin
    private RequestOptions options = new RequestOptions();

    @Option(
            names = "--task",
            description =
                    "Which task of the request, from 1; those before it are placed first, and if one of them finds no"
                            + " instance, it is explained instead. Default: the first that finds none, or the first of all.",
            paramLabel = "N")
    private @Nullable Integer task;

    @Option(
            names = "--why-not",
            description = "Says only why the task does not go to this instance: its ARN, the last part of it, or the id"
                    + " of its machine.",
            paramLabel = "INSTANCE")
    private @Nullable String whyNot;

    @Mixin
    private RepairOptions repairOptions = new RepairOptions();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        WrittenRequest written = options.read();
        ClusterSnapshot snapshot = cluster.snapshot();
        PlacementRequest request = written.on(snapshot);
        if (request == null) {
            output.print(
                    () -> Map.of("instances", List.of()),
                    () -> "The service runs all its tasks; there is nothing to explain." + System.lineSeparator());
            return Main.FINE;
        }
        Names names = new Names(snapshot);
        String asked = whyNot == null ? null : names.id(whyNot);
        Explanation explanation = explain(snapshot, request, written);
        // One task more is the task that is explained: those after it are not looked at.
        PlacementRequest mended = repairOptions.isForOne()
                ? request.toBuilder().count(explanation.index() + 1).build()
                : request;
        Repairs repairs = repairOptions.find(snapshot, mended);
        RepairReport repair = repairs == null ? null : new RepairReport(snapshot, mended, repairs);
        ExplanationJson json = new ExplanationJson(snapshot, request, explanation, names);
        ExplanationText text = new ExplanationText(snapshot, request, explanation, names);
        output.print(
                () -> RepairReport.with(json.plain(asked), repair),
                () -> (asked == null ? text.print() : text.printWhyNot(asked))
                        + (repair == null ? "" : repair.print()));
        return explanation.containerInstance().isPresent() ? Main.FINE : Main.UNPLACED;
    }

    private Explanation explain(ClusterSnapshot snapshot, PlacementRequest request, WrittenRequest written) {
        PlacementSession session = PlacementEngine.standard().open(snapshot);
        try {
            if (task == null) {
                return firstOfInterest(session, request);
            }
            if (task < 1 || task > request.count()) {
                throw new UnusableInputException(
                        "--task is " + task + "; the request has the tasks 1 to " + request.count());
            }
            return session.explain(request, task - 1);
        } catch (PlacementRequestException e) {
            throw written.unusable(e);
        }
    }

    private static Explanation firstOfInterest(PlacementSession session, PlacementRequest request) {
        PlacementResult result = session.fork().place(request);
        if (result.unplaced() == 0) {
            return session.explain(request);
        }
        // Of several capacity providers one may have room for later tasks.
        return request.capacityProviderStrategy().isEmpty()
                ? session.explain(request, result.placements().size())
                : session.explainAll(request).stream()
                        .filter(explanation -> explanation.containerInstance().isEmpty())
                        .findFirst()
                        .orElseThrow();
    }
}
