package io.stowage.ecs.placement.service;

/** How the tasks of a revision behave: the script of each. Must depend on nothing but the occasion, or the same seed gives another timeline. */
@FunctionalInterface
public interface TaskBehavior {
    /**
     * The script of a task.
     *
     * @param occasion which task it is
     * @return what it does in its life
     */
    TaskScript script(Occasion occasion);

    /**
     * Which task it is.
     *
     * @param service the name of its service
     * @param revision the number of its revision of the service, from 1
     * @param ordinal which task of that revision it is, from 1
     * @param draw a number from 0 to below 1, drawn from the seed of the simulation for this task
     */
    record Occasion(String service, int revision, int ordinal, double draw) {}

    /**
     * Tasks that all do the same.
     *
     * @param script what each does
     * @return the behavior
     */
    static TaskBehavior always(TaskScript script) {
        return occasion -> script;
    }

    /**
     * Tasks of which some do something else, by lot.
     *
     * @param probability how likely the exception is, 0 to 1
     * @param exception what those do
     * @param rule what the others do
     * @return the behavior
     */
    static TaskBehavior sometimes(double probability, TaskScript exception, TaskScript rule) {
        return occasion -> occasion.draw() < probability ? exception : rule;
    }
}
