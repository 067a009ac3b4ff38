package io.stowage.ecs.placement.cli;

import io.stowage.ecs.model.json.EcsJson;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a command prints, in the form that is asked for. */
final class Output {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--format", description = "text or json (default: text)", paramLabel = "FORMAT")
    private Format format = Format.TEXT;

    boolean isJson() {
        return format == Format.JSON;
    }

    /** Prints the one that is asked for; the other is not made. */
    void print(Supplier<? extends Map<String, ? extends @Nullable Object>> plain, Supplier<String> text) {
        command.commandLine().getOut().print(isJson() ? EcsJson.writePlain(plain.get()) : text.get());
    }
}
