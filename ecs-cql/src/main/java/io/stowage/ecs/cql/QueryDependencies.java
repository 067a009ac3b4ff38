package io.stowage.ecs.cql;

import io.stowage.ecs.cql.ast.AttributeSubject;
import io.stowage.ecs.cql.ast.Field;
import io.stowage.ecs.cql.ast.Subject;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the answer of a query depends on. While nothing of it changes for an instance, the answer for that instance stays.
 *
 * @param subjects the subjects the query names, in the order of their first place; unmodifiable
 * @param kinds what changes them; unmodifiable
 * @param attributes the names of the attributes among them, sorted; unmodifiable
 */
public record QueryDependencies(Set<Subject> subjects, Set<Dependency> kinds, Set<String> attributes) {
    /** Copies the sets. */
    public QueryDependencies {
        subjects = Collections.unmodifiableSet(new LinkedHashSet<>(subjects));
        kinds = Collections.unmodifiableSet(kinds.isEmpty() ? Set.of() : EnumSet.copyOf(kinds));
        attributes = Collections.unmodifiableSet(new TreeSet<>(attributes));
    }

    static QueryDependencies of(Collection<Subject> subjects) {
        EnumSet<Dependency> kinds = EnumSet.noneOf(Dependency.class);
        Set<String> attributes = new TreeSet<>();
        for (Subject subject : subjects) {
            if (subject instanceof AttributeSubject attribute) {
                attributes.add(attribute.name());
                kinds.add(Dependency.ATTRIBUTES);
            } else if (subject instanceof Field field) {
                kinds.add(
                        switch (field) {
                            case EC2_INSTANCE_ID, REGISTERED_AT -> Dependency.REGISTRATION;
                            case AGENT_CONNECTED, AGENT_VERSION -> Dependency.AGENT;
                            case RUNNING_TASKS_COUNT -> Dependency.RUNNING_TASKS_COUNT;
                        });
            } else {
                kinds.add(Dependency.TASK_GROUPS);
            }
        }
        return new QueryDependencies(new LinkedHashSet<>(subjects), kinds, attributes);
    }

    /**
     * Whether placing and stopping tasks can change the answer.
     *
     * @return true when the query asks for the number of tasks or for their groups
     */
    public boolean changesWithTasks() {
        return kinds.contains(Dependency.RUNNING_TASKS_COUNT) || kinds.contains(Dependency.TASK_GROUPS);
    }

    /**
     * Whether the answer hangs on attributes and registration alone, so that it holds for a cluster as long as its instances are
     * what they are.
     *
     * @return true when neither tasks nor the agent have a part in it
     */
    public boolean isStatic() {
        return !changesWithTasks() && !kinds.contains(Dependency.AGENT);
    }
}
