package io.stowage.ecs.model.attributes;

import io.stowage.ecs.model.cluster.Attribute;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The attributes that ECS derives from a task definition when it is registered and lists in its <a
 * href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html">{@code requiresAttributes}</a>. A task
 * is placed only on an instance that has all of them. Immutable.
 *
 * <p>ECS documents the derivation only in fragments. What is here agrees with the answers of describe-task-definition that are
 * publicly known; where none shows a member, the name is the one under which the container agent announces the feature. A member
 * whose value is not known (a placeholder, say) or an empty text asks for nothing.
 *
 * @param attributes sorted by name, each name once
 */
public record RequiredAttributes(List<RequiredAttribute> attributes) {
    /** Copies the list. */
    public RequiredAttributes {
        attributes = List.copyOf(attributes);
    }

    /** What a service or a request adds to the task definition. */
    public enum Feature {
        /** ECS Exec, the member {@code enableExecuteCommand} of a service or of run-task. */
        EXECUTE_COMMAND,
        /** Service Connect, the member {@code serviceConnectConfiguration} of a service. */
        SERVICE_CONNECT
    }

    /**
     * What ECS lists for a task definition.
     *
     * @param definition the task definition; what it lists itself under {@code requiresAttributes} is not looked at
     * @return the attributes
     */
    public static RequiredAttributes of(TaskDefinition definition) {
        return new AttributesOfTask(definition).listed();
    }

    /**
     * What a task needs from its instance, whether ECS lists it or not: beside {@link #of(TaskDefinition)} a task of more than 10240
     * CPU units, a FireLens container that does not run as root, and what the service asks for. Placement of ECS may not look at
     * these, but the agent needs them. That is our rule.
     *
     * @param definition the task definition
     * @param features what the service or request uses
     * @return the attributes
     */
    public static RequiredAttributes complete(TaskDefinition definition, Set<Feature> features) {
        return new AttributesOfTask(definition).complete(features);
    }

    /**
     * The names alone.
     *
     * @return sorted; unmodifiable
     */
    public List<String> names() {
        return attributes.stream().map(RequiredAttribute::name).toList();
    }

    /**
     * The attribute of a name.
     *
     * @param name an attribute's name
     * @return empty if it is not required
     */
    public Optional<RequiredAttribute> find(String name) {
        return attributes.stream().filter(a -> a.name().equals(name)).findFirst();
    }

    /**
     * What an instance lacks.
     *
     * @param present the attributes of the instance
     * @return the required ones whose names are not there, sorted by name
     */
    public List<RequiredAttribute> missingFrom(Collection<Attribute> present) {
        Set<String> names = present.stream()
                .map(Attribute::name)
                .flatMap(name -> Optional.ofNullable(name).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return attributes.stream().filter(a -> !names.contains(a.name())).toList();
    }
}
