package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.LOG_CONFIGURATIONS;
import static io.stowage.ecs.validation.spi.Rule.error;
import static io.stowage.ecs.validation.spi.Rule.warning;
import static java.util.function.Predicate.not;

import io.stowage.ecs.model.OpenEnum;
import io.stowage.ecs.model.taskdef.LogConfiguration;
import io.stowage.ecs.model.taskdef.LogDriver;
import io.stowage.ecs.model.taskdef.Secret;
import io.stowage.ecs.validation.internal.tables.KnownNames;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Report;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Section 6 of the catalogue: log drivers and their options; the log router is in {@link LogRouterRules}. */
final class LogRules {
    private static final String GROUP_OPTION = "awslogs-group";
    private static final String REGION_OPTION = "awslogs-region";
    private static final String PREFIX_OPTION = "awslogs-stream-prefix";
    private static final String CREATE_OPTION = "awslogs-create-group";

    private static final String DATETIME_OPTION = "awslogs-datetime-format";
    private static final String PATTERN_OPTION = "awslogs-multiline-pattern";
    private static final String MODE_OPTION = "mode";
    private static final String BUFFER_OPTION = "max-buffer-size";
    private static final String SPLUNK_URL = "splunk-url";
    private static final String SPLUNK_TOKEN = "splunk-token";

    private static final Set<String> AWSLOGS_OPTIONS = KnownNames.of("awslogs-options");
    private static final Set<String> BOOLEANS = KnownNames.of("log-driver-booleans");
    private static final Set<String> MODES = KnownNames.of("log-modes");
    private static final Pattern GROUP_NAME = Pattern.compile("[.\\-_/#A-Za-z0-9]{1,512}");
    private static final Pattern BUFFER_SIZE = Pattern.compile("[0-9]+[kmgKMG]?");

    private static final Place<String> MODE = option(MODE_OPTION);
    private static final Place<String> BUFFER = option(BUFFER_OPTION);

    static final RuleGroup GROUP = new RuleGroup("6. Task definition: logging and FireLens", rules());

    private LogRules() {}

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(ofDrivers());
        rules.addAll(ofRequiredOptions());
        rules.addAll(ofAwslogsOptions());
        rules.addAll(ofBuffering());
        rules.addAll(LogRouterRules.rules());
        return rules;
    }

    private static List<Rule> ofDrivers() {
        return List.of(
                error("log.driver-required")
                        .summary("A log configuration names no driver.")
                        .source("API:LogConfiguration")
                        .in(LOG_CONFIGURATIONS)
                        .whenAbsent(LogConfiguration::logDriver)
                        .message("The log configuration has no `logDriver`, so its options belong to nothing.")
                        .fix("Add `logDriver`."),
                error("log.driver-unknown")
                        .summary("A log driver is none that ECS takes. The agent knows two more, which the API"
                                + " refuses.")
                        .source("API:LogDriver; AGENT:ECS_AVAILABLE_LOGGING_DRIVERS")
                        .in(LOG_CONFIGURATIONS)
                        .when(LogConfiguration::logDriver, not(OpenEnum::isKnown))
                        .message("`logDriver` is \"{value}\", which ECS does not take.")
                        .fix("Use " + KnownNames.oneOf(LogDriver.known()) + "."),
                error("log.splunk-options")
                        .summary("A container logs to Splunk without the URL or the token.")
                        .source("API:LogConfiguration.options")
                        .in(LOG_CONFIGURATIONS)
                        .needing(LogConfiguration::logDriver)
                        .whenAt(
                                LogConfiguration::options,
                                log -> log.is(LogConfiguration::logDriver, LogDriver.SPLUNK)
                                        && (lacks(log, SPLUNK_URL) || lacks(log, SPLUNK_TOKEN)))
                        .message("Splunk takes logs with `splunk-url` and `splunk-token`, and one of them is missing.")
                        .fix("Add both, the token to `secretOptions`."));
    }

    private static List<Rule> ofRequiredOptions() {
        return List.of(
                error("log.awslogs-group-missing")
                        .summary("A container logs to CloudWatch without a log group.")
                        .source("API:LogConfiguration.options; LINT:E3046; ISSUE:klothoplatform/klotho#892")
                        .in(LOG_CONFIGURATIONS)
                        .needing(LogConfiguration::logDriver)
                        .whenInside(log -> log.entry(LogConfiguration::options, GROUP_OPTION), lacks(GROUP_OPTION))
                        .message("The option `" + GROUP_OPTION + "` is missing, so there is no log group to write to.")
                        .fix("Add the option."),
                error("log.awslogs-region-missing")
                        .summary("A container logs to CloudWatch without a region.")
                        .source("API:LogConfiguration.options; LINT:E3046; ISSUE:klothoplatform/klotho#892")
                        .in(LOG_CONFIGURATIONS)
                        .needing(LogConfiguration::logDriver)
                        .whenInside(log -> log.entry(LogConfiguration::options, REGION_OPTION), lacks(REGION_OPTION))
                        .message("The option `" + REGION_OPTION
                                + "` is missing, and the driver does not guess the region.")
                        .fix("Add the option."),
                error("log.awslogs-stream-prefix-missing")
                        .summary("A container on Fargate logs to CloudWatch without a prefix for its streams.")
                        .source("API:LogConfiguration.options")
                        .in(LOG_CONFIGURATIONS)
                        .needing(LogConfiguration::logDriver)
                        .given(Facts::onFargate)
                        .whenInside(log -> log.entry(LogConfiguration::options, PREFIX_OPTION), lacks(PREFIX_OPTION))
                        .message("The option `" + PREFIX_OPTION + "` is missing, and on Fargate it is needed.")
                        .fix("Add the option, for example the name of the service."));
    }

    private static List<Rule> ofAwslogsOptions() {
        return List.of(
                warning("log.awslogs-unknown-option")
                        .summary("An option of the driver `awslogs` is none that ECS describes.")
                        .source("LINT:E3046; OUR")
                        .in(LOG_CONFIGURATIONS)
                        .needing(LogConfiguration::logDriver, LogConfiguration::options)
                        .check(LogRules::unknownOptions)
                        .message("`{member}` is no option of `awslogs` that ECS describes.")
                        .fix("Remove it, or correct it.{hint}"),
                error("log.awslogs-multiline-conflict")
                        .summary("The driver `awslogs` has both options that tell where a message begins.")
                        .source("API:LogConfiguration.options")
                        .in(LOG_CONFIGURATIONS)
                        .needing(LogConfiguration::logDriver, LogConfiguration::options)
                        .whenAt(
                                LogConfiguration::options,
                                log -> isAwslogs(log)
                                        && log.get(LogConfiguration::options).containsKey(DATETIME_OPTION)
                                        && log.get(LogConfiguration::options).containsKey(PATTERN_OPTION))
                        .message("`" + DATETIME_OPTION + "` and `" + PATTERN_OPTION
                                + "` both tell where a message begins, and only one may.")
                        .fix("Keep one of them."),
                error("log.awslogs-group-name")
                        .summary("The log group has a name that CloudWatch does not take.")
                        .source("LINT:E3046 (AWS::Logs::LogGroup.Name)")
                        .in(option(GROUP_OPTION))
                        .whenHere(ofDriver(LogDriver.AWSLOGS)
                                .and(group -> !GROUP_NAME.matcher(group.get()).matches()))
                        .message("\"{value}\" is no name of a log group.")
                        .fix("Use up to 512 letters, digits and . - _ / #; an ARN is no name."),
                error("log.awslogs-create-group-value")
                        .summary("Whether to create the log group is neither `true` nor `false`. In capitals they are"
                                + " accepted, as the driver does and the guide writes them.")
                        .source("API:LogConfiguration.options; OUR")
                        .in(option(CREATE_OPTION))
                        .whenHere(ofDriver(LogDriver.AWSLOGS).and(create -> !BOOLEANS.contains(create.get())))
                        .message("`" + CREATE_OPTION + "` is \"{value}\", which says neither yes nor no.")
                        .fix("Write \"true\" or \"false\" as a string."));
    }

    private static List<Rule> ofBuffering() {
        return List.of(
                error("log.mode-value")
                        .summary("The log mode is neither `blocking` nor `non-blocking`. Options of awsfirelens are"
                                + " left alone, since they belong to the log router.")
                        .source("API:LogConfiguration.options")
                        .in(MODE)
                        .whenHere(ofDriver(LogDriver.AWSFIRELENS).negate().and(mode -> !MODES.contains(mode.get())))
                        .message("`mode` is \"{value}\", which is no log mode.")
                        .fix("Use " + KnownNames.oneOf(MODES) + "."),
                error("log.buffer-size-format")
                        .summary("The size of the log buffer is not a number with perhaps k, m or g behind it. Options"
                                + " of awsfirelens are left alone, since they belong to the log router.")
                        .source("API:LogConfiguration.options; OUR (pattern)")
                        .in(BUFFER)
                        .whenHere(ofDriver(LogDriver.AWSFIRELENS)
                                .negate()
                                .and(size -> !BUFFER_SIZE.matcher(size.get()).matches()))
                        .message("`max-buffer-size` is \"{value}\", which is no size.")
                        .fix("Write a number and k, m or g, as in 25m."),
                warning("log.buffer-size-blocking")
                        .summary("A log buffer has a size, and the mode is `blocking`, which does not use it.")
                        .source("API:LogConfiguration.options")
                        .in(BUFFER)
                        .whenHere(size -> size.within(LogConfiguration.class)
                                .entry(LogConfiguration::options, MODE_OPTION)
                                .get()
                                .equals("blocking"))
                        .message("`max-buffer-size` is not used: in mode blocking the container waits instead.")
                        .fix("Drop it, or set `mode` to non-blocking."));
    }

    /** The place of an option of any driver. */
    static Place<String> option(String name) {
        return LOG_CONFIGURATIONS.entry(LogConfiguration::options, name);
    }

    /** Whether an option belongs to the driver. */
    static Predicate<View<String>> ofDriver(LogDriver driver) {
        return option -> option.within(LogConfiguration.class).is(LogConfiguration::logDriver, driver);
    }

    private static boolean isAwslogs(View<LogConfiguration> log) {
        return log.is(LogConfiguration::logDriver, LogDriver.AWSLOGS);
    }

    private static Predicate<View<LogConfiguration>> lacks(String option) {
        return log ->
                isAwslogs(log) && !log.entry(LogConfiguration::options, option).isPresent();
    }

    private static boolean lacks(View<LogConfiguration> log, String option) {
        return !log.entry(LogConfiguration::options, option).isPresent()
                && !View.any(log.each(LogConfiguration::secretOptions), secret -> secret.is(Secret::name, option));
    }

    private static void unknownOptions(View<LogConfiguration> log, Report report) {
        if (isAwslogs(log)) {
            for (View<String> option : log.entries(LogConfiguration::options)) {
                if (!AWSLOGS_OPTIONS.contains(option.name())) {
                    report.at(option).with("hint", Words.nearest(option.name(), AWSLOGS_OPTIONS));
                }
            }
        }
    }
}
