package io.stowage.ecs.cql;

import java.time.Instant;
import java.util.Collection;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The facts of an instance of the case file. */
record JsonFacts(JsonNode node) implements InstanceFacts {
    @Override
    public boolean agentConnected() {
        return node.path("agentConnected").asBoolean();
    }

    @Override
    public @Nullable String agentVersion() {
        return text(node.path("agentVersion"));
    }

    @Override
    public @Nullable String ec2InstanceId() {
        return text(node.path("ec2InstanceId"));
    }

    @Override
    public @Nullable Instant registeredAt() {
        String text = text(node.path("registeredAt"));
        return text == null ? null : Instant.parse(text);
    }

    @Override
    public int runningTasksCount() {
        return node.path("runningTasksCount").asInt();
    }

    @Override
    public Collection<String> taskGroups() {
        return StreamSupport.stream(node.path("taskGroups").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    @Override
    public boolean hasAttribute(String name) {
        return node.path("attributes").has(name);
    }

    @Override
    public @Nullable String attributeValue(String name) {
        return text(node.path("attributes").path(name));
    }

    private static @Nullable String text(JsonNode value) {
        return value.isString() ? value.asString() : null;
    }
}
