package io.stowage.ecs.model.agent;

/** Whose defaults hold where the file says nothing. */
public enum AgentDefaults {
    /** The agent alone, on Linux. */
    AGENT(2, "linux"),
    /** The init package of the optimized Linux image, which turns more on before it starts the agent. */
    ECS_INIT(3, "linux"),
    /** The agent on Windows. */
    WINDOWS(4, "windows");

    private final int column;
    private final String osType;

    AgentDefaults(int column, String osType) {
        this.column = column;
        this.osType = osType;
    }

    int column() {
        return column;
    }

    /**
     * The value of the attribute {@code ecs.os-type}.
     *
     * @return {@code linux} or {@code windows}
     */
    public String osType() {
        return osType;
    }
}
