package io.stowage.ecs.model.agent;

import io.stowage.ecs.model.internal.plain.PlainJson;
import io.stowage.ecs.model.internal.tables.Table;
import io.stowage.ecs.model.logging.LogDrivers;
import io.stowage.ecs.model.network.PortRange;
import io.stowage.ecs.model.taskdef.LogDriver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row of {@code agent-settings.tsv}: how the value of a key is read, and what it is when it is not written. */
record AgentSetting(String key, String type, List<String> defaults, String limits) {
    static final Map<String, AgentSetting> KNOWN = load();

    private static final Set<String> TRUE = Set.of("1", "t", "T", "TRUE", "true", "True");
    private static final Set<String> FALSE = Set.of("0", "f", "F", "FALSE", "false", "False");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,5})-([0-9]{1,5})");

    private static final Set<String> DRIVERS =
            LogDrivers.ofAgents().stream().map(LogDriver::value).collect(Collectors.toUnmodifiableSet());

    private static Map<String, AgentSetting> load() {
        Map<String, AgentSetting> settings = new LinkedHashMap<>();
        for (String[] row : Table.rows("agent-settings.tsv", 8)) {
            settings.put(
                    row[0],
                    new AgentSetting(
                            row[0],
                            row[1],
                            List.of(row[2], row[3].equals("=") ? row[2] : row[3], row[4].equals("=") ? row[2] : row[4]),
                            row[5]));
        }
        return Collections.unmodifiableMap(settings);
    }

    /** A value, or what is wrong with the text and what the agent does about it. */
    record Reading(
            @Nullable Object value,
            @Nullable String problem,
            @Nullable RegistrationError error) {
        static Reading of(@Nullable Object value) {
            return new Reading(value, null, null);
        }

        static Reading bad(String problem) {
            return new Reading(null, problem, null);
        }
    }

    /** What is in force when the key is not written. */
    @Nullable
    Object otherwise(AgentDefaults set) {
        String text = defaults.get(set.column() - AgentDefaults.AGENT.column());
        return text.equals("-") ? null : read(text).value();
    }

    /** What is in force when the key is written, but not with a usable value: the init package does not mend what it passes on. */
    @Nullable
    Object fallback(AgentDefaults set) {
        return otherwise(set == AgentDefaults.ECS_INIT ? AgentDefaults.AGENT : set);
    }

    /** The value of a text; null with no problem if the text counts as not set. */
    Reading read(String text) {
        if (text.isEmpty()) {
            return Reading.of(null);
        }
        return switch (type) {
            case "string" -> Reading.of(text);
            case "boolean" -> bool(text.strip());
            case "uint16" -> whole(text, 0, 65535);
            case "number" -> {
                int dots = limits.indexOf("..");
                yield whole(
                        text,
                        Integer.parseInt(limits.substring(0, dots)),
                        Integer.parseInt(limits.substring(dots + 2)));
            }
            case "ports" -> ports(text);
            case "drivers" -> drivers(text);
            case "strings" -> strings(text);
            case "map" -> map(text);
            case "routes" -> routes(text);
            case "duration" -> duration(text);
            case "range" -> range(text);
            case "choice" ->
                List.of(limits.split("\\|", -1)).contains(text)
                        ? Reading.of(text)
                        : Reading.bad("one of " + limits.replace("|", ", ") + " was expected");
            default -> throw new IllegalStateException("agent-settings.tsv has the type " + type);
        };
    }

    private static Reading bool(String text) {
        if (TRUE.contains(text) || FALSE.contains(text)) {
            return Reading.of(TRUE.contains(text));
        }
        return Reading.bad("true or false was expected");
    }

    private static Reading whole(String text, int low, int high) {
        String expected = "a whole number from " + low + " to " + high + " was expected";
        if (!DIGITS.matcher(text).matches()) {
            return Reading.bad(expected);
        }
        int number = Integer.parseInt(text);
        // 0 counts as not set, whatever the lowest number is.
        return number != 0 && (number < low || number > high)
                ? Reading.bad(expected)
                : Reading.of(number == 0 ? null : number);
    }

    private static Reading ports(String text) {
        Reading bad = Reading.bad("a JSON list of ports was expected, such as [22, 80]");
        List<Integer> ports = new ArrayList<>();
        if (!(PlainJson.parse(text).orElse(null) instanceof List<?> list)) {
            return bad;
        }
        for (Object element : list) {
            if (!(element instanceof Integer port) || port < 0 || port > 65535) {
                return bad;
            }
            ports.add(port);
        }
        return Reading.of(ports.isEmpty() ? null : List.copyOf(ports));
    }

    private static Reading strings(String text) {
        if (PlainJson.parse(text).orElse(null) instanceof List<?> list
                && list.stream().allMatch(String.class::isInstance)) {
            return Reading.of(
                    list.isEmpty()
                            ? null
                            : list.stream().map(String.class::cast).toList());
        }
        return Reading.bad("a JSON list of strings was expected, such as [\"json-file\", \"awslogs\"]");
    }

    private static Reading drivers(String text) {
        Reading reading = strings(text);
        if (reading.value() instanceof List<?> drivers) {
            for (Object driver : drivers) {
                if (!DRIVERS.contains(String.valueOf(driver))) {
                    return new Reading(
                            null,
                            "the agent knows no log driver \"" + driver + "\"",
                            RegistrationError.INVALID_LOGGING_DRIVER);
                }
            }
        }
        return reading;
    }

    private static Reading routes(String text) {
        return PlainJson.parse(text).orElse(null) instanceof List<?>
                ? Reading.of(text)
                : new Reading(
                        null,
                        "a JSON list of networks was expected, such as [\"10.0.0.0/16\"]",
                        RegistrationError.INVALID_ADDITIONAL_LOCAL_ROUTES);
    }

    private Reading map(String text) {
        Optional<Object> value = PlainJson.parse(text);
        if (value.orElse(null) instanceof Map<?, ?> map && map.values().stream().allMatch(String.class::isInstance)) {
            Map<String, String> strings = new LinkedHashMap<>();
            map.forEach((name, text1) -> strings.put((String) name, (String) text1));
            return Reading.of(strings.isEmpty() ? null : Collections.unmodifiableMap(strings));
        }
        return new Reading(
                null,
                "a JSON object of strings was expected, such as {\"stack\": \"prod\"}",
                key.equals("ECS_INSTANCE_ATTRIBUTES")
                        ? RegistrationError.INVALID_INSTANCE_ATTRIBUTES
                        : RegistrationError.INVALID_CONTAINER_INSTANCE_TAGS);
    }

    private Reading duration(String text) {
        Optional<Duration> duration = Durations.parse(text);
        if (duration.isEmpty()) {
            return Reading.bad("a duration was expected, such as 300ms, 10s or 1h30m");
        }
        Duration value = duration.get();
        if (value.isZero()) {
            return Reading.of(null);
        }
        int space = limits.indexOf(' ');
        if (space < 0) {
            return Reading.of(value);
        }
        Duration least = Durations.parse(limits.substring(space + 1)).orElseThrow();
        if (value.compareTo(least) >= 0) {
            return Reading.of(value);
        }
        boolean raised = limits.startsWith("raise");
        return new Reading(raised ? least : null, "at least " + limits.substring(space + 1) + " was expected", null);
    }

    private static Reading range(String text) {
        var matcher = RANGE.matcher(text);
        if (matcher.matches()) {
            int first = Integer.parseInt(matcher.group(1));
            int last = Integer.parseInt(matcher.group(2));
            if (first >= 1 && first <= last && last <= 65535) {
                return Reading.of(new PortRange(first, last));
            }
        }
        return Reading.bad("a range of ports was expected, such as 40000-40100");
    }
}
