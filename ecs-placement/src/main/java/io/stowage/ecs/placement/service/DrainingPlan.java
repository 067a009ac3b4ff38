package io.stowage.ecs.placement.service;

import io.stowage.ecs.model.task.Task;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What becomes of the tasks of an instance that is set to {@code DRAINING}. How fast the running ones are replaced is a matter of the
 * bounds of their services, see {@link RollingUpdate}: they are old tasks there. Immutable.
 *
 * @param stoppedAtOnce tasks of services that do not run yet, and tasks of daemons; ids, unmodifiable
 * @param replaced running tasks of services; ids, unmodifiable
 * @param untouched standalone tasks, and what is stopping anyway; ids, unmodifiable
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-instance-draining.html">draining</a>
 */
public record DrainingPlan(List<String> stoppedAtOnce, List<String> replaced, List<String> untouched) {
    /** The states before {@code RUNNING}; that the first and the last of them go like {@code PENDING} is our rule. */
    private static final Set<String> NOT_RUNNING_YET = Set.of("PROVISIONING", "PENDING", "ACTIVATING");

    private static final String GROUP_OF_SERVICE = "service:";

    /** Copies the lists. */
    public DrainingPlan {
        stoppedAtOnce = List.copyOf(stoppedAtOnce);
        replaced = List.copyOf(replaced);
        untouched = List.copyOf(untouched);
    }

    /**
     * The plan for the tasks of one instance.
     *
     * @param tasks the tasks; those whose group begins with {@code service:} are of services
     * @param daemonServices the names of the daemon services of the cluster
     * @return the tasks, each in one of the three lists, in the order given
     */
    public static DrainingPlan of(Collection<Task> tasks, Set<String> daemonServices) {
        List<String> atOnce = new ArrayList<>();
        List<String> replaced = new ArrayList<>();
        List<String> untouched = new ArrayList<>();
        for (Task task : tasks) {
            String id = task.taskArn() == null ? "?" : task.taskArn();
            String group = task.group();
            if (group == null || !group.startsWith(GROUP_OF_SERVICE) || "STOPPED".equals(task.desiredStatus())) {
                untouched.add(id);
            } else if (NOT_RUNNING_YET.contains(String.valueOf(task.lastStatus()))
                    || daemonServices.contains(group.substring(GROUP_OF_SERVICE.length()))) {
                atOnce.add(id);
            } else if ("RUNNING".equals(task.lastStatus())) {
                replaced.add(id);
            } else {
                untouched.add(id);
            }
        }
        return new DrainingPlan(atOnce, replaced, untouched);
    }
}
