package io.stowage.ecs.model.attributes;

import org.jspecify.annotations.Nullable;

/**
 * What makes a container instance have an attribute.
 *
 * @param setting the line of {@code /etc/ecs/ecs.config} that turns it on, for example {@code ECS_ENABLE_TASK_ENI=true};
 *     {@code null} if no setting does. A line that is the agent's default anyway is here too: then it must not be turned off
 * @param feature what the instance must have or be, as a phrase
 */
public record AttributeProvider(@Nullable String setting, String feature) {
    /** What to do: the setting, if there is one, and the feature. */
    @Override
    public String toString() {
        return setting == null ? feature : setting + " (" + feature + ")";
    }
}
