package io.stowage.ecs.model.cluster;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * How far the update of a container agent has come that was requested with {@code UpdateContainerAgent}.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record AgentUpdateStatus(String value) implements OpenEnum {
    /** Requested; the agent has not begun. */
    public static final AgentUpdateStatus PENDING = new AgentUpdateStatus("PENDING");

    /** The new agent is being fetched. */
    public static final AgentUpdateStatus STAGING = new AgentUpdateStatus("STAGING");

    /** The new agent has been fetched and waits to be started. */
    public static final AgentUpdateStatus STAGED = new AgentUpdateStatus("STAGED");

    /** The old agent is being replaced by the new one. */
    public static final AgentUpdateStatus UPDATING = new AgentUpdateStatus("UPDATING");

    /** The new agent runs. */
    public static final AgentUpdateStatus UPDATED = new AgentUpdateStatus("UPDATED");

    /** The update did not succeed. */
    public static final AgentUpdateStatus FAILED = new AgentUpdateStatus("FAILED");

    private static final List<AgentUpdateStatus> KNOWN = List.of(PENDING, STAGING, STAGED, UPDATING, UPDATED, FAILED);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public AgentUpdateStatus {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<AgentUpdateStatus> known() {
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
