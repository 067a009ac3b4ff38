package io.stowage.ecs.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.cluster.ContainerInstance;
import io.stowage.ecs.model.deployment.DeploymentBounds;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.placement.PlacementStrategy;
import io.stowage.ecs.model.placement.PlacementStrategyType;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.task.Task;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.placement.cli.Main;
import io.stowage.ecs.placement.explain.Explanation;
import io.stowage.ecs.placement.explain.FailedCheck;
import io.stowage.ecs.placement.headroom.DensityTable;
import io.stowage.ecs.placement.headroom.Headroom;
import io.stowage.ecs.placement.repair.Goal;
import io.stowage.ecs.placement.repair.Repair;
import io.stowage.ecs.placement.repair.RepairSearch;
import io.stowage.ecs.placement.repair.Repairs;
import io.stowage.ecs.placement.service.RolloutAnalysis;
import io.stowage.ecs.placement.service.RolloutVerdict;
import io.stowage.ecs.placement.service.ServiceSimulator;
import io.stowage.ecs.placement.service.SimulatedService;
import io.stowage.ecs.placement.service.TaskBehavior;
import io.stowage.ecs.placement.service.TaskScript;
import io.stowage.ecs.placement.service.TimelineEvent;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows is what happens. */
class ReadmeTest {
    private static final Path README = Path.of("..", "README.md");

    private final Path examples = Path.of("examples");

    @Test
    void program_ofTheReadme_compilesAndPlaces() throws IOException {
        // begin
        List<ContainerInstance> instances = EcsJson.readContainerInstances(examples.resolve("container-instances.json"))
                .orThrow();
        List<Task> tasks = EcsJson.readTasks(examples.resolve("tasks.json")).orThrow();
        TaskDefinition checkout = EcsJson.readTaskDefinition(examples.resolve("task-definition.json"))
                .orThrow();

        PlacementResult result = PlacementEngine.standard()
                .place(
                        ClusterSnapshot.of(instances, tasks),
                        PlacementRequest.builder(checkout)
                                .service("checkout")
                                .count(6)
                                .placementStrategy(List.of(PlacementStrategy.builder()
                                        .type(PlacementStrategyType.BINPACK)
                                        .field("memory")
                                        .build()))
                                .build());

        result.placements().forEach(placement -> System.out.println(placement.containerInstance()));
        result.failures().forEach(failure -> System.out.println(failure.reason() + ": " + failure.detail()));
        // end
        assertThat(result.placements()).isNotEmpty();
        assertThat(code(block("java", "List<ContainerInstance>"))).isEqualTo(code(ownSource("")));
    }

    @Test
    void session_ofTheReadme_compilesAndRuns() throws IOException {
        ClusterSnapshot cluster = ClusterSnapshot.of(
                EcsJson.readContainerInstances(examples.resolve("container-instances.json"))
                        .orThrow(),
                EcsJson.readTasks(examples.resolve("tasks.json")).orThrow());
        TaskDefinition checkout = EcsJson.readTaskDefinition(examples.resolve("task-definition.json"))
                .orThrow();
        // begin session
        PlacementSession session = PlacementEngine.standard().open(cluster);
        PlacementRequest web =
                PlacementRequest.builder(checkout).service("web").count(2).build();

        List<Placement> placements = session.place(web).placements();
        session.stop(placements.get(0).taskId()); // gives back exactly what it held
        session.drain(placements.get(1).containerInstance());

        PlacementSession attempt = session.fork(); // goes its own way
        attempt.scaleIn(ScaleInRequest.builder("service:catalog", 2).build())
                .stopped()
                .forEach(System.out::println);
        attempt.rebalance(web, 1).steps().forEach(System.out::println);
        ClusterSnapshot after = attempt.snapshot();
        // end session
        assertThat(after.tasks().stream().filter(task -> !task.counted())).hasSize(3);
        assertThat(session.snapshot()).isNotEqualTo(after);
        assertThat(code(block("java", "PlacementSession"))).isEqualTo(code(ownSource(" session")));
    }

    @Test
    void explanation_ofTheReadme_compilesAndExplains() throws IOException {
        ClusterSnapshot cluster = ClusterSnapshot.of(
                EcsJson.readContainerInstances(examples.resolve("container-instances.json"))
                        .orThrow(),
                EcsJson.readTasks(examples.resolve("tasks.json")).orThrow());
        PlacementRequest web = PlacementRequest.builder(
                        EcsJson.readTaskDefinition(examples.resolve("task-definition.json"))
                                .orThrow())
                .service("web")
                .build();
        String instanceId = cluster.instances().get(0).id();
        // begin explanation
        Explanation why = PlacementEngine.standard().explain(cluster, web);

        System.out.println(why.verdict().because()); // where it goes, or whether it ever could
        why.groups().forEach(group -> System.out.println(group.text())); // 3 instances: memory (1792 MiB needed, ...
        for (FailedCheck check : why.instances().get(0).failures()) { // all of them, not only the first
            System.out.println(check.detail() + ", asked for by " + check.askedBy() + ", held by " + check.holders());
        }
        System.out.println(why.whyNot(instanceId)); // the checks it fails, or to whom it loses and by what
        // end explanation
        assertThat(why.instances().get(0).failures()).isNotEmpty();
        assertThat(code(block("java", "Explanation"))).isEqualTo(code(ownSource(" explanation")));
    }

    @Test
    void repair_ofTheReadme_compilesAndRuns() throws IOException {
        ClusterSnapshot cluster = ClusterSnapshot.of(
                EcsJson.readContainerInstances(examples.resolve("container-instances.json"))
                        .orThrow(),
                EcsJson.readTasks(examples.resolve("tasks.json")).orThrow());
        TaskDefinition checkout = EcsJson.readTaskDefinition(examples.resolve("task-definition.json"))
                .orThrow();
        // begin repair
        PlacementRequest six =
                PlacementRequest.builder(checkout).service("checkout").count(6).build();
        RepairSearch search = RepairSearch.builder(PlacementEngine.standard())
                .goal(Goal.NEXT_TASK)
                .build();

        Repairs repairs = search.find(cluster, six);
        repairs.repairs().forEach(repair -> System.out.println(repair.describe()));
        Repair smallest = repairs.smallest().orElseThrow(); // take a dynamic host port instead of 8443/tcp at …
        PlacementResult again = PlacementEngine.standard().place(smallest.cluster(), smallest.request());

        System.out.println(Headroom.of(cluster, six).stoppedBy()); // how many more fit, and what stops the next one
        DensityTable types = DensityTable.builder(six).build(); // how many fit on each instance type
        // end repair
        assertThat(smallest.describe()).startsWith("take a dynamic host port instead of 8443/tcp at ");
        assertThat(again).isEqualTo(smallest.result());
        assertThat(again.unplaced()).isZero();
        assertThat(Headroom.of(cluster, six).tasks()).isEqualTo(4);
        assertThat(types.types()).isNotEmpty();
        assertThat(code(block("java", "PlacementRequest six"))).isEqualTo(code(ownSource(" repair")));
    }

    @Test
    void rollout_ofTheReadme_compilesAndRuns() throws IOException {
        ClusterSnapshot cluster = ClusterSnapshot.of(
                EcsJson.readContainerInstances(examples.resolve("container-instances.json"))
                        .orThrow(),
                EcsJson.readTasks(examples.resolve("tasks.json")).orThrow());
        TaskDefinition checkout = EcsJson.readTaskDefinition(examples.resolve("task-definition.json"))
                .orThrow();
        // begin rollout
        PlacementRequest next =
                PlacementRequest.builder(checkout).service("checkout").build();

        RolloutAnalysis rollout = RolloutAnalysis.of(cluster, new DeploymentBounds(3, 100, 134), next);
        System.out.println(rollout); // ALWAYS_FINISHES, MAY_STALL, ALWAYS_STALLS or CANNOT_START, and why
        assertThat(RolloutAnalysis.of(new DeploymentBounds(1, 100, 134)).verdict())
                .isEqualTo(RolloutVerdict.CANNOT_START);
        // end rollout
        assertThat(rollout.isExact()).isTrue();
        assertThat(code(block("java", "PlacementRequest next"))).isEqualTo(code(ownSource(" rollout")));
    }

    @Test
    void simulation_ofTheReadme_compilesAndRuns() throws IOException {
        ClusterSnapshot cluster = ClusterSnapshot.of(
                EcsJson.readContainerInstances(examples.resolve("container-instances.json"))
                        .orThrow(),
                EcsJson.readTasks(examples.resolve("tasks.json")).orThrow());
        TaskDefinition web = Clusters.task(128, 128);
        // begin simulation
        ServiceSimulator simulator = ServiceSimulator.builder(cluster).seed(1).build();
        SimulatedService service = SimulatedService.of(
                CreateServiceRequest.builder()
                        .serviceName("web")
                        .desiredCount(2)
                        .build(),
                web);
        simulator.create(service);
        simulator.run(Duration.ofMinutes(5));
        simulator.deploy(service.behaving(TaskBehavior.always(TaskScript.STEADY.failingToStart())));
        simulator.at(Duration.ofMinutes(30), now -> now.loseZone("us-east-1a"));
        simulator.run(Duration.ofHours(1)).forEach(System.out::println); // what happened, in ECS's words, and why
        // end simulation
        assertThat(simulator.timeline())
                .extracting(TimelineEvent::name)
                .contains("SERVICE_STEADY_STATE", "SERVICE_TASK_START_IMPAIRED", "INSTANCE_LOST");
        assertThat(code(block("java", "ServiceSimulator simulator"))).isEqualTo(code(ownSource(" simulation")));
    }

    @Test
    void repairOutput_ofTheReadme_isWhatTheCommandPrints() throws IOException {
        StringWriter out = new StringWriter();
        Main.run(
                new PrintWriter(out),
                new PrintWriter(out),
                "place",
                "--cluster",
                examples.resolve("container-instances.json").toString(),
                "--tasks",
                examples.resolve("tasks.json").toString(),
                "--task-definition",
                examples.resolve("task-definition.json").toString(),
                "--service",
                examples.resolve("service.json").toString(),
                "--repair");

        assertThat(out.toString().replace(System.lineSeparator(), "\n")).contains(block("", "Any of these"));
    }

    @Test
    void serviceCommands_ofTheReadme_printWhatItShows() throws IOException {
        StringWriter rollout = new StringWriter();
        assertThat(Main.run(new PrintWriter(rollout), new PrintWriter(rollout), command("rollout")))
                .isEqualTo(Main.UNPLACED);
        assertThat(rollout.toString()).isEqualToNormalizingNewlines(block("", "Rollout of "));

        StringWriter simulation = new StringWriter();
        assertThat(Main.run(new PrintWriter(simulation), new PrintWriter(simulation), command("simulate")))
                .isEqualTo(Main.FINE);
        assertThat(simulation.toString()).contains("1970-01-01T00:10:00Z INSTANCE_LOST", "3 of 3 tasks run");

        StringWriter drill = new StringWriter();
        assertThat(Main.run(new PrintWriter(drill), new PrintWriter(drill), command("drill")))
                .isEqualTo(Main.FINE);
        assertThat(drill.toString()).isEqualToNormalizingNewlines(block("", "Without i-"));
    }

    /** The arguments of the first call of a command in the README, its files as seen from here. */
    private static String[] command(String name) throws IOException {
        Matcher call = Pattern.compile("-cli\\.jar (" + name + " (?:[^\\n]*\\\\\\n)*[^\\n]*)\\n")
                .matcher(Files.readString(README));
        assertThat(call.find()).as(name).isTrue();
        List<String> arguments = new ArrayList<>();
        Matcher word = Pattern.compile("'([^']*)'|([^\\s\\\\]+)").matcher(call.group(1));
        while (word.find()) {
            arguments.add(
                    word.group(1) == null
                            ? word.group(2).replace("ecs-placement/examples/", "examples/")
                            : word.group(1));
        }
        return arguments.toArray(String[]::new);
    }

    @Test
    void output_ofTheReadme_isWhatTheCommandPrints() throws IOException {
        String printed = Files.readString(Path.of("src/test/resources/io/stowage/ecs/placement/cli/example.txt"));

        assertThat(printed).startsWith(block("", "10 container instances"));
        String explained = Files.readString(Path.of("src/test/resources/io/stowage/ecs/placement/cli/explained.txt"));
        assertThat(explained).startsWith(block("", "Task 5 of 6"));
    }

    private static String block(String language, String start) throws IOException {
        Matcher block = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$").matcher(Files.readString(README));
        List<String> found = new ArrayList<>();
        while (block.find()) {
            if (block.group(1).equals(language) && block.group(2).startsWith(start)) {
                found.add(block.group(2));
            }
        }
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static String ownSource(String part) throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/stowage/ecs/placement/ReadmeTest.java"));
        String begin = "// begin" + part + "\n";
        return source.substring(source.indexOf(begin) + begin.length(), source.indexOf("// end" + part + "\n"));
    }

    /** The formatter may break lines anew; what counts is the code. */
    private static String code(String text) {
        return text.replaceAll("\\s+", "");
    }
}
