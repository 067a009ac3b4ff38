package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * What takes the output of a container. On instances the agent must offer the driver; Fargate has {@code awslogs}, {@code splunk}
 * and {@code awsfirelens}.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record LogDriver(String value) implements OpenEnum {
    /** {@code json-file}: Files in JSON on the instance. */
    public static final LogDriver JSON_FILE = new LogDriver("json-file");

    /** {@code syslog}: The syslog protocol. */
    public static final LogDriver SYSLOG = new LogDriver("syslog");

    /** {@code journald}: The journal of systemd on the instance. */
    public static final LogDriver JOURNALD = new LogDriver("journald");

    /** {@code gelf}: A Graylog Extended Log Format (GELF) endpoint. */
    public static final LogDriver GELF = new LogDriver("gelf");

    /** {@code fluentd}: A Fluentd daemon, by its forward protocol. */
    public static final LogDriver FLUENTD = new LogDriver("fluentd");

    /** {@code awslogs}: Amazon CloudWatch Logs. */
    public static final LogDriver AWSLOGS = new LogDriver("awslogs");

    /** {@code splunk}: The HTTP Event Collector of Splunk. */
    public static final LogDriver SPLUNK = new LogDriver("splunk");

    /** {@code awsfirelens}: The log router of the task, the container with a {@link FirelensConfiguration}. */
    public static final LogDriver AWSFIRELENS = new LogDriver("awsfirelens");

    private static final List<LogDriver> KNOWN =
            List.of(JSON_FILE, SYSLOG, JOURNALD, GELF, FLUENTD, AWSLOGS, SPLUNK, AWSFIRELENS);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public LogDriver {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<LogDriver> known() {
        return KNOWN;
    }

    @Override
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    /** The text on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
