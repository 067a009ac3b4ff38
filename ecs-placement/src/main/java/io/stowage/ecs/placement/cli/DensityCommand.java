package io.stowage.ecs.placement.cli;

import io.stowage.ecs.model.instancetype.InstanceType;
import io.stowage.ecs.model.json.DocumentKind;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementRequestException;
import io.stowage.ecs.placement.headroom.DensityTable;
import io.stowage.ecs.placement.headroom.EmptyInstances;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "density",
        description =
                "Says how many tasks of a task definition fit on an empty instance of each type, and what ends it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Types that take most tasks for each vCPU come first, of equals the smaller.",
            "Exit code: 0 if a type takes a task, 1 if none does, 2 if the request or a file cannot be used."
        })
final class DensityCommand implements Callable<Integer> {
    private static final int ROWS = 20;

    @Mixin
    private RequestOptions options = new RequestOptions();

    @Option(
            names = "--type",
            split = ",",
            description = "m5.large or m5.*; several (default: every type that is known).",
            paramLabel = "TYPE")
    private List<String> types = new ArrayList<>();

    @Option(
            names = "--zone",
            description = "The Availability Zone of the instances (default: the first of --zones, else us-east-1a).",
            paramLabel = "ZONE")
    private @Nullable String zone;

    @Option(
            names = "--attribute",
            description = "An attribute that the instances have besides those of ECS; several.",
            paramLabel = "NAME=VALUE")
    private List<String> attributes = new ArrayList<>();

    @Option(
            names = "--daemon",
            description = "Task definition of a daemon service whose task each instance runs first; several.",
            paramLabel = "FILE")
    private List<Path> daemons = new ArrayList<>();

    @Option(
            names = "--top",
            description = "How many types to show (default: all that --type names, else 20; in JSON all).",
            paramLabel = "N")
    private @Nullable Integer top;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        if (top != null && top < 1) {
            throw new UnusableInputException("--top is " + top + "; at least 1 was expected");
        }
        WrittenRequest written = options.read();
        PlacementRequest request =
                written.ofOne().daemonServices(daemonServices()).build();
        DensityTable.Builder builder =
                DensityTable.builder(request).types(types()).attributes(attributes());
        if (zone != null) {
            builder.zone(zone);
        }
        DensityReport report = new DensityReport(request, count(builder, written), shown());
        output.print(report::plain, report::print);
        return report.takesAny() ? Main.FINE : Main.UNPLACED;
    }

    private static DensityTable count(DensityTable.Builder builder, WrittenRequest written) {
        try {
            return builder.build();
        } catch (PlacementRequestException e) {
            throw written.unusable(e);
        }
    }

    private List<InstanceType> types() {
        return types.isEmpty() ? EmptyInstances.types() : CatalogueTypes.named("--type", types);
    }

    private int shown() {
        if (top != null) {
            return top;
        }
        return types.isEmpty() && !output.isJson() ? ROWS : Integer.MAX_VALUE;
    }

    private Map<String, String> attributes() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String text : attributes) {
            int equals = text.indexOf('=');
            if (equals == 0 || text.isEmpty()) {
                throw new UnusableInputException("--attribute " + text + ": a name was expected before `=`");
            }
            all.put(equals < 0 ? text : text.substring(0, equals), equals < 0 ? "" : text.substring(equals + 1));
        }
        return all;
    }

    private List<PlacementRequest> daemonServices() {
        List<PlacementRequest> services = new ArrayList<>();
        for (Path file : daemons) {
            TaskDefinition definition =
                    Documents.read(file, DocumentKind.TASK_DEFINITION).orThrow();
            services.add(PlacementRequest.builder(definition)
                    .service("daemon-" + services.size() + "-" + Objects.requireNonNullElse(definition.family(), ""))
                    .build());
        }
        return services;
    }
}
