package io.stowage.ecs.cql.ast;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A field of the container instance that a query may ask about. */
public enum Field implements Subject {
    /** Whether the container agent is connected. */
    AGENT_CONNECTED("agentConnected", ValueType.BOOLEAN),
    /** The version of the container agent. */
    AGENT_VERSION("agentVersion", ValueType.VERSION),
    /** The id of the EC2 instance, or the managed-instance id of an external one. */
    EC2_INSTANCE_ID("ec2InstanceId", ValueType.TEXT),
    /** When the instance was registered. */
    REGISTERED_AT("registeredAt", ValueType.INSTANT),
    /** How many tasks on the instance are wanted to run, those still pending included. */
    RUNNING_TASKS_COUNT("runningTasksCount", ValueType.INTEGER);

    private final String text;
    private final ValueType valueType;

    Field(String text, ValueType valueType) {
        this.text = text;
        this.valueType = valueType;
    }

    /**
     * Finds a field by its name; case counts.
     *
     * @param text for example {@code agentVersion}
     * @return the field, or empty when none is called so
     */
    public static Optional<Field> ofText(String text) {
        Objects.requireNonNull(text, "text");
        return Stream.of(values()).filter(field -> field.text.equals(text)).findFirst();
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public ValueType valueType() {
        return valueType;
    }

    @Override
    public Set<Operator> operators() {
        return switch (this) {
            case AGENT_CONNECTED, EC2_INSTANCE_ID -> OperatorSets.TEXTUAL;
            case AGENT_VERSION, REGISTERED_AT, RUNNING_TASKS_COUNT -> OperatorSets.ORDERED;
        };
    }

    /** Returns {@link #text()}. */
    @Override
    public String toString() {
        return text;
    }
}
