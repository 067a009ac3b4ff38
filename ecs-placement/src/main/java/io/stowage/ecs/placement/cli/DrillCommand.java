package io.stowage.ecs.placement.cli;

import io.stowage.ecs.cql.ClusterQuery;
import io.stowage.ecs.model.json.DocumentKind;
import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementRequestException;
import io.stowage.ecs.placement.service.DrillResult;
import io.stowage.ecs.placement.service.Drills;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "drill",
        description =
                "Says what becomes of the tasks of a cluster without some of its instances: what survives, what the service"
                        + " places again and where, and what is lost and why.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Without --lose-... and --drain each instance is lost alone, one after the other.",
            "Exit code: 0 if every task of these services finds a place again, 1 if one does not, 2 if the request or a file cannot"
                    + " be used."
        })
final class DrillCommand implements Callable<Integer> {
    @Mixin
    private ClusterFiles cluster = new ClusterFiles();

    @Mixin
    private RequestOptions options = new RequestOptions();

    @Option(
            names = "--also",
            arity = "2",
            description =
                    "The files of the task definition and of the service (input of create-service) of another service, which"
                            + " places its tasks after those before it; several.",
            paramLabel = "FILE")
    private List<Path> others = new ArrayList<>();

    @Option(names = "--daemon", description = "Name of a daemon service; several.", paramLabel = "NAME")
    private List<String> daemons = new ArrayList<>();

    @ArgGroup
    private @Nullable What what;

    @Mixin
    private Output output = new Output();

    /** What is taken from the cluster: one of these. */
    static final class What {
        @Option(
                names = "--lose-instance",
                description =
                        "Loses this instance: its ARN, the last part of it, or the id of its machine; several at once.",
                paramLabel = "INSTANCE")
        private List<String> instances = new ArrayList<>();

        @Option(names = "--lose-zone", description = "Loses an Availability Zone.", paramLabel = "ZONE")
        private @Nullable String zone;

        @Option(
                names = "--lose-capacity-provider",
                description = "Loses all instances of this capacity provider; several at once.",
                paramLabel = "NAME")
        private List<String> providers = new ArrayList<>();

        @Option(
                names = "--lose-matching",
                description =
                        "Loses the instances that satisfy an expression, for example: attribute:lifecycle == spot",
                paramLabel = "EXPRESSION")
        private @Nullable String expression;

        @Option(
                names = "--drain",
                description = "Drains this instance, called as above; several at once.",
                paramLabel = "INSTANCE")
        private List<String> drained = new ArrayList<>();
    }

    @Override
    public Integer call() {
        WrittenRequest written = options.read();
        List<WrittenRequest> services = new ArrayList<>(List.of(written));
        for (int i = 0; i < others.size(); i += 2) {
            WrittenRequest other = new WrittenRequest(Documents.read(others.get(i), DocumentKind.TASK_DEFINITION));
            other.take(Documents.read(others.get(i + 1), DocumentKind.CREATE_SERVICE));
            services.add(other);
        }
        List<PlacementRequest> requests =
                services.stream().map(WrittenRequest::ofService).toList();
        ClusterSnapshot snapshot = cluster.snapshot();
        Names names = new Names(snapshot);
        List<DrillResult> results;
        checkEach(services, snapshot);
        try {
            results = run(Drills.of(PlacementEngine.standard(), snapshot, requests, daemons), names);
        } catch (IllegalArgumentException e) {
            throw new UnusableInputException(String.valueOf(e.getMessage()));
        }
        DrillReport report = new DrillReport(results, names);
        output.print(report::plain, report::print);
        return results.stream().allMatch(DrillResult::isPassed) ? Main.FINE : Main.UNPLACED;
    }

    /** Each service alone, so that what is wrong with it is shown where it is written. */
    private static void checkEach(List<WrittenRequest> services, ClusterSnapshot snapshot) {
        for (WrittenRequest service : services) {
            try {
                Drills.of(snapshot, List.of(service.ofService()));
            } catch (PlacementRequestException e) {
                throw service.unusable(e);
            }
        }
    }

    private List<DrillResult> run(Drills drills, Names names) {
        if (what == null) {
            return drills.loseEachInstance();
        }
        if (what.zone != null) {
            return List.of(drills.loseZone(what.zone));
        }
        if (what.expression != null) {
            ClusterQuery query = QueryCommand.parse("--lose-matching", what.expression);
            return List.of(drills.loseMatching(query));
        }
        if (!what.providers.isEmpty()) {
            return List.of(drills.loseCapacityProviders(what.providers));
        }
        return List.of(
                what.drained.isEmpty()
                        ? drills.loseInstances(ids(what.instances, names))
                        : drills.drain(ids(what.drained, names)));
    }

    private static List<String> ids(List<String> called, Names names) {
        return called.stream().map(names::id).toList();
    }
}
