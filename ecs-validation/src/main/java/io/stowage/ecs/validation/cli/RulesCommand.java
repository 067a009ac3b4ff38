package io.stowage.ecs.validation.cli;

import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.validation.internal.rules.BuiltInRules;
import io.stowage.ecs.validation.internal.rules.RuleGroup;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.RuleInfo;
import io.stowage.ecs.validation.spi.RuleSet;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "rules",
        description = "Lists the rules, or explains one.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class RulesCommand implements Callable<Integer> {
    /** The forms of output. */
    enum Form {
        TEXT,
        JSON
    }

    /** A rule with the section it stands in. */
    private record Entry(String section, RuleInfo rule) {}

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--format", description = "text or json (default: text)", paramLabel = "FORMAT")
    private Form form = Form.TEXT;

    @Option(
            names = "--set",
            split = ",",
            description = "Only of these sets: core, practice, security",
            paramLabel = "SETS")
    private List<RuleSet> sets = new ArrayList<>();

    @Option(
            names = "--severity",
            split = ",",
            description = "Only of these severities: error, warning, note",
            paramLabel = "SEVERITIES")
    private List<Severity> severities = new ArrayList<>();

    @Option(
            names = "--section",
            description = "Only of sections with this text in their title, or rules whose id begins with it",
            paramLabel = "TEXT")
    private @Nullable String section;

    @Option(names = "--explain", description = "Says all there is to say about one rule.", paramLabel = "ID")
    private @Nullable String explained;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Entry> chosen = entries().stream().filter(this::isMeant).toList();
        if (chosen.isEmpty()) {
            spec.commandLine().getErr().println(nothing());
            return Main.UNUSABLE;
        }
        if (form == Form.JSON) {
            out.print(
                    EcsJson.writePlain(chosen.stream().map(RulesCommand::plain).toList()));
        } else if (explained != null) {
            chosen.forEach(entry -> out.print(explanation(entry)));
        } else {
            list(chosen, out);
        }
        return Main.FINE;
    }

    private static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (RuleGroup group : BuiltInRules.groups()) {
            for (Rule rule : group.rules()) {
                entries.add(new Entry(group.title(), rule.info()));
            }
        }
        return entries;
    }

    private boolean isMeant(Entry entry) {
        RuleInfo rule = entry.rule();
        String part = section == null ? "" : section.toLowerCase(Locale.ROOT);
        return (explained == null || rule.id().equals(explained))
                && (sets.isEmpty() || sets.contains(rule.set()))
                && (severities.isEmpty() || severities.contains(rule.severity()))
                && (entry.section().toLowerCase(Locale.ROOT).contains(part)
                        || rule.id().startsWith(part));
    }

    private String nothing() {
        if (explained == null) {
            return "No rule is of this kind.";
        }
        String wanted = explained;
        String last = wanted.substring(wanted.lastIndexOf('.') + 1);
        String near = entries().stream()
                .map(entry -> entry.rule().id())
                .filter(id -> id.contains(last) || id.startsWith(wanted))
                .limit(5)
                .collect(Collectors.joining(", "));
        return "No rule is called " + wanted + "." + (near.isEmpty() ? "" : " There are " + near + ".");
    }

    private static void list(List<Entry> chosen, PrintWriter out) {
        String before = "";
        for (Entry entry : chosen) {
            if (!entry.section().equals(before)) {
                out.println((before.isEmpty() ? "" : System.lineSeparator()) + entry.section());
                before = entry.section();
            }
            RuleInfo rule = entry.rule();
            out.printf("  %-7s %-8s %s: %s%n", rule.severity(), rule.set().label(), rule.id(), rule.summary());
        }
        out.println();
        out.println(chosen.size() + (chosen.size() == 1 ? " rule." : " rules."));
    }

    private static String explanation(Entry entry) {
        RuleInfo rule = entry.rule();
        return rule.id() + "\n"
                + "  " + rule.severity() + ", set " + rule.set().label() + ", section \"" + entry.section() + "\"\n\n"
                + "  " + rule.summary() + "\n\n"
                + "  where:   " + rule.where() + "\n"
                + "  message: " + rule.message() + "\n"
                + "  fix:     " + rule.fix() + "\n"
                + "  source:  " + rule.source() + "\n";
    }

    private static Map<String, @Nullable Object> plain(Entry entry) {
        RuleInfo rule = entry.rule();
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("id", rule.id());
        plain.put("severity", rule.severity().name());
        plain.put("set", rule.set().label());
        plain.put("section", entry.section());
        plain.put("summary", rule.summary());
        plain.put("where", rule.where());
        plain.put("message", rule.message());
        plain.put("fix", rule.fix());
        plain.put("source", rule.source());
        return plain;
    }
}
