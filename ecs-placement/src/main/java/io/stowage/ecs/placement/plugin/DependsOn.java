package io.stowage.ecs.placement.plugin;

import java.util.Set;

/**
 * What the answer of a plug-in about an instance can change with. The engine may keep an answer until something of that kind
 * changes; so too little said is a wrong answer, too much said is only slower.
 */
public enum DependsOn {
    /** What the instance is: id, attributes, what it has registered, its agent, its capacity provider. */
    INSTANCE,
    /** What is left of its resources and ports. */
    FREE_RESOURCES,
    /** How many tasks of the group of the request count on it. */
    GROUP_COUNT,
    /** Any other task on it. */
    TASKS,
    /** Other instances, the other candidates, the place of the task in its request, or random numbers. */
    EVERYTHING;

    /** What is assumed of a plug-in that says nothing. */
    public static final Set<DependsOn> ANYTHING = Set.of(EVERYTHING);
}
