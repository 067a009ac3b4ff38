package io.stowage.ecs.model.agent;

import io.stowage.ecs.model.agent.AgentSetting.Reading;
import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.Names;
import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one {@code ecs.config} as the init package does: lines are trimmed and split at the first equals sign, later lines win,
 * nothing is unquoted. One object for one reading.
 */
final class AgentConfigReader {
    /** Somebody else fills these in before an instance sees the file. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$\\{|\\$[A-Za-z_(]|\\{\\{|<[^<>]+>|%[A-Za-z_]+%|%s|@[A-Z_]+@|#\\{");

    private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private static final Pattern TRAILING_COMMENT = Pattern.compile("\\s#");

    private final SourceText source;
    private final AgentDefaults set;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> values = new HashMap<>();
    private final List<Diagnostic> found = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final Set<RegistrationError> errors = EnumSet.noneOf(RegistrationError.class);

    AgentConfigReader(SourceText source, AgentDefaults set) {
        this.source = source;
        this.set = set;
    }

    private record Line(int offset, int valueOffset, String value) {}

    AgentConfig read() {
        AgentSetting.KNOWN.forEach((key, setting) -> values.put(key, setting.otherwise(set)));
        String text = source.text();
        for (int start = 0; start <= text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            line(start, text.substring(start, end));
            start = end + 1;
        }
        lines.forEach(this::setting);
        return new AgentConfig(
                set, values, written(), found.stream().sorted().toList(), warnings, unknown, List.copyOf(errors));
    }

    private Map<String, String> written() {
        Map<String, String> written = new LinkedHashMap<>();
        lines.forEach((key, line) -> written.put(key, line.value()));
        return written;
    }

    private void line(int start, String raw) {
        String line = raw.strip();
        int offset = start + raw.indexOf(line);
        int equals = line.indexOf('=');
        if (equals < 0) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                note("agent-config.skipped-line", "a line without = has no effect", "", offset, null);
            }
            return;
        }
        String key = line.substring(0, equals);
        Line before = lines.put(key, new Line(offset, offset + equals + 1, line.substring(equals + 1)));
        if (before != null && !key.startsWith("#")) {
            note(
                    "agent-config.repeated-key",
                    "`" + key + "` is written a second time; the first, at " + source.locate(before.offset())
                            + ", has no effect",
                    key,
                    offset,
                    null);
        }
    }

    private void setting(String key, Line line) {
        AgentSetting setting = AgentSetting.KNOWN.get(key);
        if (setting == null) {
            unknownKey(key, line);
            return;
        }
        Reading reading = setting.read(line.value());
        Object value = reading.value() == null ? setting.fallback(set) : reading.value();
        values.put(key, value);
        if (reading.problem() == null) {
            if (isQuoted(line.value()) && setting.type().equals("string")) {
                note(
                        "agent-config.quotes",
                        "the quotes are a part of the value: nothing takes them off",
                        key,
                        line.valueOffset(),
                        "write " + key + "="
                                + line.value().substring(1, line.value().length() - 1));
            }
            return;
        }
        if (PLACEHOLDER.matcher(line.value()).find()) {
            note(
                    "agent-config.not-known",
                    "a placeholder stands here: the value is not known, and the default is taken",
                    key,
                    line.valueOffset(),
                    null);
            return;
        }
        String problem = "`" + key + "` is " + shown(line.value()) + "; " + reading.problem();
        if (reading.error() != null) {
            errors.add(reading.error());
            found.add(new Diagnostic(
                    "agent-config."
                            + reading.error().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    Severity.ERROR,
                    problem + ". The agent stops, and the instance does not register",
                    "/" + key,
                    source.locate(line.valueOffset()),
                    null));
            return;
        }
        warnings.add(key);
        found.add(new Diagnostic(
                "agent-config.invalid-value",
                Severity.WARNING,
                problem + ". The agent takes " + (value == null ? "nothing" : value) + " instead",
                "/" + key,
                source.locate(line.valueOffset()),
                TRAILING_COMMENT.matcher(line.value()).find()
                        ? "a comment behind a value is a part of it; give it a line of its own"
                        : null));
    }

    private void unknownKey(String key, Line line) {
        if (key.startsWith("#")) {
            return;
        }
        unknown.add(key);
        String stripped = key.strip().replaceFirst("^export\\s+", "");
        String nearest = AgentSetting.KNOWN.containsKey(stripped)
                ? stripped
                : Names.nearest(stripped, AgentSetting.KNOWN.keySet());
        note(
                "agent-config.unknown-key",
                KEY.matcher(key).matches()
                        ? "the agent knows no `" + key + "`; it has no effect"
                        : "`" + key
                                + "` is no name of a setting, which has letters, digits and underscores; it has no effect",
                key,
                line.offset(),
                nearest == null ? null : "did you mean `" + nearest + "`?");
    }

    private void note(String id, String message, String key, int offset, @Nullable String hint) {
        String pointer = key.isEmpty() ? "" : "/" + key.replace("~", "~0").replace("/", "~1");
        found.add(new Diagnostic(id, Severity.NOTE, message, pointer, source.locate(offset), hint));
    }

    private static boolean isQuoted(String value) {
        return value.length() >= 2
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(value.length() - 1) == value.charAt(0);
    }

    private static String shown(String value) {
        return "\"" + (value.length() <= 60 ? value : value.substring(0, 60) + "…") + "\"";
    }
}
