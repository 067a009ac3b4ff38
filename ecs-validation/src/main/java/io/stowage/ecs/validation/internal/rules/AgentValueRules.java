package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.INSTANCES;
import static io.stowage.ecs.validation.spi.Rule.error;
import static io.stowage.ecs.validation.spi.Rule.warning;

import io.stowage.ecs.model.agent.AgentConfig;
import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.network.PortRange;
import io.stowage.ecs.validation.input.KnownInstance;
import io.stowage.ecs.validation.internal.tables.KnownBounds;
import io.stowage.ecs.validation.internal.tables.KnownNames;
import io.stowage.ecs.validation.spi.Bounds;
import io.stowage.ecs.validation.spi.Report;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.RuleBuilder;
import io.stowage.ecs.validation.spi.View;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Values of the agent configuration that the agent does not take as they are written. How it reads them is in the model. */
final class AgentValueRules {
    private static final Bounds POLLING = KnownBounds.of("agent-polling-seconds");
    private static final Bounds PIDS = KnownBounds.of("agent-task-pids");

    /** The agent takes a zero for "not set", and its default instead. */
    private static final Pattern NOT_ZERO = Pattern.compile("[1-9]");

    private static final Set<String> BOOLEANS = KnownNames.of("agent-boolean-keys");
    private static final Set<String> OBJECTS = KnownNames.of("agent-json-keys");
    private static final Set<String> LISTS = KnownNames.of("agent-list-keys");

    private AgentValueRules() {}

    static List<Rule> rules() {
        return List.of(
                each(
                                warning("agent.boolean-value")
                                        .summary("A key of the agent that is true or false has another value, which is"
                                                + " ignored.")
                                        .source("AGENT README; agent/config/parse.go"),
                                BOOLEANS)
                        .message("{key} is \"{value}\", which is neither true nor false, and is ignored.")
                        .fix("Write true or false."),
                each(
                                error("agent.json-value")
                                        .summary("A key of the agent that holds JSON holds something else, so the agent"
                                                + " does not start.")
                                        .source("AGENT README; agent/config/parse.go"),
                                OBJECTS)
                        .message("{key} is no JSON of the kind it takes, and the agent refuses to start: {value}.")
                        .fix(
                                "Write an object of strings, or for routes a list; use double quotes, and mind what the shell"
                                        + " does to them."),
                each(
                                warning("agent.json-list")
                                        .summary(
                                                "A key of the agent that holds a JSON list holds something else, which is"
                                                        + " ignored.")
                                        .source("AGENT README; agent/config/parse.go"),
                                LISTS)
                        .message("{key} is no JSON list of the kind it takes, and is ignored: {value}.")
                        .fix(
                                "Use square brackets, numbers of 0 to 65535 for ports, double quotes around drivers, and mind"
                                        + " what the shell does to them."),
                duration(
                        "agent.cleanup-wait",
                        "ECS_ENGINE_TASK_CLEANUP_WAIT_DURATION",
                        "ignored; the default of 3h holds",
                        "Write at least 1s, for example 3h."),
                duration(
                        "agent.image-cleanup-interval",
                        "ECS_IMAGE_CLEANUP_INTERVAL",
                        "ignored; the default of 30m holds",
                        "Write at least 10m."),
                value("agent.stop-timeout", "ECS_CONTAINER_STOP_TIMEOUT", instance -> false)
                        .message(
                                "ECS_CONTAINER_STOP_TIMEOUT is \"{value}\", which is not used as written: no duration is"
                                        + " replaced by the default of 30s, and less than 1s by 1s.")
                        .fix("Write at least 1s."),
                duration(
                        "agent.start-timeout",
                        "ECS_CONTAINER_START_TIMEOUT",
                        "replaced by the least that the agent takes (45s on Linux, 2m on Windows)",
                        "Write at least 45s, on Windows 2m."),
                duration(
                        "agent.create-timeout",
                        "ECS_CONTAINER_CREATE_TIMEOUT",
                        "replaced by the least that the agent takes, 1m",
                        "Write at least 1m."),
                value("agent.polling-wait", "ECS_POLLING_METRICS_WAIT_DURATION", AgentValueRules::isOutsidePolling)
                        .message("ECS_POLLING_METRICS_WAIT_DURATION is \"{value}\", and the agent keeps it within "
                                + POLLING.min() + "s to " + POLLING.max() + "s.")
                        .fix("Write " + POLLING.min() + "s to " + POLLING.max() + "s."),
                value("agent.pull-behavior", "ECS_IMAGE_PULL_BEHAVIOR", instance -> false)
                        .message("\"{value}\" is no way to pull images, and the default is taken.")
                        .fix("Use default, always, once or prefer-cached."),
                value(
                                "agent.dynamic-port-range",
                                "ECS_DYNAMIC_HOST_PORT_RANGE",
                                instance -> isSinglePort(Agents.config(instance).dynamicHostPortRange()))
                        .message("\"{value}\" is no range of ports, and the default is taken.")
                        .fix("Write the lower and the higher port with a hyphen, for example 40000-50000."),
                value("agent.pids-limit", "ECS_TASK_PIDS_LIMIT", instance -> isZero(instance, "ECS_TASK_PIDS_LIMIT"))
                        .message("ECS_TASK_PIDS_LIMIT is \"{value}\", outside of " + PIDS.min() + " to " + PIDS.max()
                                + ", so no limit is set.")
                        .fix("Use a whole number of " + PIDS.min() + " to " + PIDS.max() + "."));
    }

    private static Rule duration(String id, String key, String consequence, String fix) {
        return value(id, key, instance -> isZero(instance, key))
                .message(key + " is \"{value}\", which is " + consequence + ".")
                .fix(fix);
    }

    private static RuleBuilder.Conditions<KnownInstance> value(
            String id, String key, Predicate<View<KnownInstance>> more) {
        return warning(id)
                .summary("The value of " + key + " is not one that the agent takes as it is written.")
                .source("AGENT:" + key + "; agent/config/config.go")
                .in(INSTANCES)
                .whenInside(
                        Agents.key(key),
                        instance -> Agents.config(instance).written().containsKey(key)
                                && Agents.isWritten(instance, key)
                                && (isRefused(Agents.config(instance), key) || more.test(instance)));
    }

    /** The same for a rule about several keys. */
    private static RuleBuilder.Conditions<KnownInstance> each(RuleBuilder rule, Set<String> keys) {
        RuleBuilder.Conditions<KnownInstance> conditions = rule.in(INSTANCES);
        return conditions.check((instance, report) -> report(instance, keys, report));
    }

    private static void report(View<KnownInstance> instance, Set<String> keys, Report report) {
        AgentConfig config = Agents.config(instance);
        for (String key : keys) {
            View<String> value = instance.entry(KnownInstance::agentConfig, key);
            if (value.isKnown() && isRefused(config, key)) {
                report.at(value).with("key", key);
            }
        }
    }

    private static boolean isRefused(AgentConfig config, String key) {
        boolean isWrong = config.warnings().contains(key);
        // A driver that the agent does not know stops it as well, but that list is a list.
        boolean stops = OBJECTS.contains(key)
                && config.diagnostics().stream()
                        .anyMatch(found -> found.pointer().equals("/" + key) && found.severity() == Severity.ERROR);
        return isWrong || stops;
    }

    private static boolean isZero(View<KnownInstance> instance, String key) {
        String written = instance.entry(KnownInstance::agentConfig, key).get();
        return !NOT_ZERO.matcher(written).find();
    }

    private static boolean isOutsidePolling(View<KnownInstance> instance) {
        return Agents.config(instance)
                .duration("ECS_POLLING_METRICS_WAIT_DURATION")
                .filter(wait -> wait.toMillis() < POLLING.min() * 1000 || wait.toMillis() > POLLING.max() * 1000)
                .isPresent();
    }

    private static boolean isSinglePort(PortRange range) {
        return range.first() == range.last();
    }
}
