package io.stowage.ecs.model.logging;

import io.stowage.ecs.model.internal.tables.Table;
import io.stowage.ecs.model.taskdef.LogConfiguration;
import io.stowage.ecs.model.taskdef.LogDriver;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The options of the log driver {@code awslogs} as they were written, and what they mean. See <a
 * href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html">CloudWatch Logs</a>.
 *
 * @param group {@code awslogs-group}; {@code null} if it is missing, which ECS refuses
 * @param region {@code awslogs-region}; {@code null} if it is missing, which ECS refuses
 * @param streamPrefix {@code awslogs-stream-prefix}; {@code null} for none
 * @param createGroup {@code awslogs-create-group}; {@code null} for not written
 * @param mode {@code mode}, {@code blocking} or {@code non-blocking}; {@code null} for not written
 * @param maxBufferSize {@code max-buffer-size}, for example {@code 25m}; {@code null} for not written
 */
public record AwsLogs(
        @Nullable String group,
        @Nullable String region,
        @Nullable String streamPrefix,
        @Nullable String createGroup,
        @Nullable String mode,
        @Nullable String maxBufferSize) {
    private static final Map<String, NavigableMap<LocalDate, String>> DEFAULTS = new HashMap<>();

    static {
        for (String[] row : Table.rows("awslogs-defaults.tsv", 4)) {
            DEFAULTS.computeIfAbsent(row[0], option -> new TreeMap<>()).put(LocalDate.parse(row[2]), row[1]);
        }
    }

    /**
     * The options of a log configuration.
     *
     * @param configuration the configuration of a container; {@code null} for none
     * @return empty if its driver is another one
     */
    public static Optional<AwsLogs> of(@Nullable LogConfiguration configuration) {
        if (configuration == null || !LogDriver.AWSLOGS.equals(configuration.logDriver())) {
            return Optional.empty();
        }
        Map<String, String> options = configuration.options();
        return Optional.of(new AwsLogs(
                options.get("awslogs-group"),
                options.get("awslogs-region"),
                options.get("awslogs-stream-prefix"),
                options.get("awslogs-create-group"),
                options.get("mode"),
                options.get("max-buffer-size")));
    }

    /**
     * Whether the log group is made if it is missing.
     *
     * @return false unless {@code awslogs-create-group} is {@code true}
     */
    public boolean effectiveCreateGroup() {
        return Boolean.parseBoolean(createGroup == null ? newest("awslogs-create-group") : createGroup);
    }

    /**
     * Whether writing a line waits for CloudWatch ({@code blocking}) or may lose it ({@code non-blocking}): the option, else the
     * setting of the account, else the default.
     *
     * @param defaultLogDriverMode the account setting of that name; {@code null} if it is not set
     * @return {@code blocking} or {@code non-blocking}, or what was written instead
     */
    public String effectiveMode(@Nullable String defaultLogDriverMode) {
        return effectiveMode(defaultLogDriverMode, LocalDate.MAX);
    }

    /**
     * The same for a task that started on a day: before 25 June 2025 the default was {@code blocking}.
     *
     * @param defaultLogDriverMode the account setting of that name; {@code null} if it is not set
     * @param day the day
     * @return the mode
     */
    public String effectiveMode(@Nullable String defaultLogDriverMode, LocalDate day) {
        if (mode != null) {
            return mode;
        }
        return defaultLogDriverMode == null ? otherwise("mode", day) : defaultLogDriverMode;
    }

    /**
     * How much a container may write ahead in {@code non-blocking} mode.
     *
     * @return a size with its unit, for example {@code 10m}
     */
    public String effectiveMaxBufferSize() {
        return maxBufferSize == null ? newest("max-buffer-size") : maxBufferSize;
    }

    private static String newest(String option) {
        return otherwise(option, LocalDate.MAX);
    }

    private static String otherwise(String option, LocalDate day) {
        NavigableMap<LocalDate, String> history = Objects.requireNonNull(DEFAULTS.get(option), option);
        Map.Entry<LocalDate, String> entry = history.floorEntry(day);
        return entry == null ? history.firstEntry().getValue() : entry.getValue();
    }
}
