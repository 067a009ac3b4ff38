package io.stowage.ecs.validation.cli;

import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.validation.EcsValidator;
import io.stowage.ecs.validation.spi.RuleInfo;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "rules",
        description = "Lists the rules.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class RulesCommand implements Callable<Integer> {
    /** The forms of output. */
    enum Form {
        TEXT,
        JSON
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--format", description = "text or json (default: text)", paramLabel = "FORMAT")
    private Form form = Form.TEXT;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (form == Form.JSON) {
            out.print(EcsJson.writePlain(
                    EcsValidator.catalogue().stream().map(RulesCommand::plain).toList()));
        } else {
            for (RuleInfo rule : EcsValidator.catalogue()) {
                out.printf("%-7s %-8s %s: %s%n", rule.severity(), rule.set().label(), rule.id(), rule.summary());
            }
        }
        return Main.FINE;
    }

    private static Map<String, @Nullable Object> plain(RuleInfo rule) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("id", rule.id());
        plain.put("severity", rule.severity().name());
        plain.put("set", rule.set().label());
        plain.put("summary", rule.summary());
        plain.put("where", rule.where());
        plain.put("message", rule.message());
        plain.put("fix", rule.fix());
        plain.put("source", rule.source());
        return plain;
    }
}
