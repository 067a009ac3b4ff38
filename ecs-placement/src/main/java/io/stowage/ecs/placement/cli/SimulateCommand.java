package io.stowage.ecs.placement.cli;

import io.stowage.ecs.placement.PlacementRequestException;
import io.stowage.ecs.placement.service.ServiceSimulator;
import io.stowage.ecs.placement.service.SimulatedService;
import io.stowage.ecs.placement.service.TaskBehavior;
import io.stowage.ecs.placement.service.TaskScript;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "simulate",
        description = "Lets virtual time pass over a service on a cluster and prints what ECS would do, when and why.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "A service with tasks in --tasks runs already, with the task definition that is given; any other is created. --count"
                    + " stands for desiredCount. Tasks start within ten seconds and stop within five.",
            "Exit code: 0 if the service is steady at the end, 1 if not, 2 if the request or a file cannot be used."
        })
final class SimulateCommand implements Callable<Integer> {
    private static final Duration LONG = Duration.ofDays(1);
    private static final int SLICES = 10;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ClusterFiles cluster = new ClusterFiles();

    @Mixin
    private RequestOptions options = new RequestOptions();

    @Mixin
    private PercentOptions percents = new PercentOptions();

    @Option(
            names = "--for",
            description =
                    "How long: 90s, 30m, 2h, 1d or PT1H30M (default: 1h). Of a day or more, ten lines on standard error say"
                            + " how far it is.",
            paramLabel = "TIME")
    private String length = "1h";

    @Option(
            names = "--start",
            description = "The virtual time at which it begins (default: 1970-01-01T00:00:00Z).",
            paramLabel = "INSTANT")
    private Instant start = Instant.EPOCH;

    @Option(
            names = "--at",
            description = {
                "What happens later, each as one argument `TIME COMMAND OPERAND`; several. Commands:",
                "deploy FILE (a task definition), desired-count N, lose INSTANCE, lose-zone ZONE, drain INSTANCE, activate"
                        + " INSTANCE, alarm NAME, alarm-off NAME, stop-task TASK."
            },
            paramLabel = "EVENT")
    private List<String> events = new ArrayList<>();

    @Option(
            names = "--failing-revision",
            description =
                    "Tasks of this revision of the service stop before they run: 1 is the one at the beginning, 2 the first"
                            + " that --at deploys; several.",
            paramLabel = "N")
    private List<Integer> failing = new ArrayList<>();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        Duration time = Times.duration("--for", length);
        WrittenRequest written = options.read();
        SimulatedService service = service(written);
        ClusterSnapshot snapshot = cluster.snapshot();
        ServiceSimulator simulator = ServiceSimulator.builder(snapshot)
                .seed(written.ofService().seed())
                .startingAt(start)
                .build();
        List<PlannedEvent> planned = events.stream()
                .map(text -> PlannedEvent.parse(text, service, new Names(snapshot)))
                .toList();
        planned.forEach(event -> event.checkWithin(time));
        try {
            begin(simulator, service, snapshot, written.ofService().group());
            planned.forEach(event -> event.planOn(simulator));
            pass(simulator, time);
        } catch (PlacementRequestException e) {
            throw written.unusable(e);
        } catch (IllegalArgumentException e) {
            throw new UnusableInputException(String.valueOf(e.getMessage()));
        }
        SimulationReport report = new SimulationReport(
                simulator.timeline(), simulator.service(service.name()), simulator.now(), new Names(snapshot));
        output.print(report::plain, report::print);
        return report.isSteady() ? Main.FINE : Main.UNPLACED;
    }

    private SimulatedService service(WrittenRequest written) {
        List<Integer> revisions = List.copyOf(failing);
        TaskBehavior behavior = occasion ->
                revisions.contains(occasion.revision()) ? TaskScript.STEADY.failingToStart() : TaskScript.STEADY;
        return SimulatedService.of(
                        percents.on(written.asService()), written.ofService().taskDefinition())
                .behaving(behavior);
    }

    private static void begin(
            ServiceSimulator simulator, SimulatedService service, ClusterSnapshot snapshot, String group) {
        boolean runs =
                snapshot.tasks().stream().filter(TaskSnapshot::counted).anyMatch(task -> group.equals(task.group()));
        if (runs) {
            simulator.adopt(service);
        } else {
            simulator.create(service);
        }
    }

    private void pass(ServiceSimulator simulator, Duration time) {
        if (time.compareTo(LONG) < 0) {
            simulator.run(time);
            return;
        }
        PrintWriter err = spec.commandLine().getErr();
        Instant begun = simulator.now();
        for (int slice = 1; slice <= SLICES; slice++) {
            Instant until = begun.plus(time.multipliedBy(slice).dividedBy(SLICES));
            int happened =
                    simulator.run(Duration.between(simulator.now(), until)).size();
            err.println("simulated " + Duration.between(begun, until) + " of " + time + ", " + happened + " events");
            err.flush();
        }
    }
}
