package io.stowage.ecs.cql.internal.logic;

import io.stowage.ecs.cql.InstanceFacts;
import io.stowage.ecs.cql.ast.AttributeSubject;
import io.stowage.ecs.cql.ast.Field;
import io.stowage.ecs.cql.ast.Subject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An instance of which one thing is known.
 *
 * @param subject what is known
 * @param value its value, of the type the subject has; null for none
 */
record OneFact(Subject subject, @Nullable Object value) implements InstanceFacts {
    @Override
    public boolean agentConnected() {
        return Boolean.TRUE.equals(value);
    }

    @Override
    public @Nullable String agentVersion() {
        return subject == Field.AGENT_VERSION ? (String) value : null;
    }

    @Override
    public @Nullable String ec2InstanceId() {
        return subject == Field.EC2_INSTANCE_ID ? (String) value : null;
    }

    @Override
    public @Nullable Instant registeredAt() {
        return subject == Field.REGISTERED_AT ? (Instant) value : null;
    }

    @Override
    public int runningTasksCount() {
        return subject == Field.RUNNING_TASKS_COUNT && value instanceof Integer count ? count : 0;
    }

    @Override
    public Collection<String> taskGroups() {
        return value instanceof String group ? List.of(group) : List.of();
    }

    @Override
    public boolean hasAttribute(String name) {
        return subject instanceof AttributeSubject && value != null;
    }

    @Override
    public @Nullable String attributeValue(String name) {
        return subject instanceof AttributeSubject ? (String) value : null;
    }
}
