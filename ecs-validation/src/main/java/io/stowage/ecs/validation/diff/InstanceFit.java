package io.stowage.ecs.validation.diff;

/**
 * On how many instances a task has room, before and after a change, all running tasks of the cluster counted in.
 *
 * @param before how many instances take one task more as it was
 * @param after how many instances take one task more as it will be
 * @param instances how many instances the cluster has
 */
public record InstanceFit(int before, int after, int instances) {
    /** A sentence: {@code fits 3 of 12 instances, was 9}. */
    @Override
    public String toString() {
        return "fits " + after + " of " + instances + (instances == 1 ? " instance" : " instances")
                + (before == after ? ", as before" : ", was " + before);
    }
}
