package io.stowage.ecs.model.logging;

import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.internal.tables.Table;
import io.stowage.ecs.model.taskdef.LogDriver;
import java.util.List;

/**
 * Which log drivers a task can have where it runs. On instances the instance must offer the driver, too ({@code
 * ECS_AVAILABLE_LOGGING_DRIVERS}).
 */
public final class LogDrivers {
    private static final List<Row> ROWS = Table.rows("log-drivers.tsv", 5).stream()
            .map(row -> new Row(new LogDriver(row[0]), row[1], row[2].equals("yes")))
            .toList();

    private LogDrivers() {}

    private record Row(LogDriver driver, String instances, boolean fargate) {}

    /**
     * The drivers that the API takes for a launch type. That managed instances have those of Fargate is our rule.
     *
     * @param launchType where tasks run
     * @return in the order of the API; unmodifiable
     */
    public static List<LogDriver> on(LaunchType launchType) {
        boolean fargate = launchType.equals(LaunchType.FARGATE) || launchType.equals(LaunchType.MANAGED_INSTANCES);
        return ROWS.stream()
                .filter(row -> fargate ? row.fargate() : row.instances().equals("yes"))
                .map(Row::driver)
                .toList();
    }

    /**
     * The drivers that an agent may be told of.
     *
     * @return those of the API, then those that only the agent knows; unmodifiable
     */
    public static List<LogDriver> ofAgents() {
        return ROWS.stream().map(Row::driver).toList();
    }
}
