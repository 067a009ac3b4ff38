package io.stowage.ecs.placement.scaling;

import java.util.List;

/**
 * One desired count from several policies: if any wants more, the largest wish; else fewer only if all target tracking policies that scale
 * in agree, and then the largest of what is wished. A step policy scales in without asking target tracking. Pure functions; thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/autoscaling/application/userguide/target-tracking-scaling-policy-overview.html">several
 *     policies</a>
 */
public final class PolicyCombination {
    private PolicyCombination() {}

    /** The kinds of policies. */
    public enum PolicyType {
        /** Target tracking. */
        TARGET_TRACKING,
        /** Step scaling. */
        STEP_SCALING,
        /** Predictive scaling; never scales in. */
        PREDICTIVE_SCALING
    }

    /**
     * What one policy wants.
     *
     * @param type its kind
     * @param desiredCount the desired count that it wants; the current one for no change
     * @param isScaleInDisabled whether it never scales in: then it has no say in scaling in
     */
    public record Proposal(PolicyType type, int desiredCount, boolean isScaleInDisabled) {}

    /**
     * What comes of all of them.
     *
     * @param desiredCount the desired count from now on
     * @param why one sentence
     */
    public record Result(int desiredCount, String why) {}

    /**
     * The combination.
     *
     * @param current the desired count
     * @param limits the limits of the scalable target
     * @param proposals what each policy wants
     * @return the desired count and why
     */
    public static Result combine(int current, CapacityLimits limits, List<Proposal> proposals) {
        List<Proposal> outs = proposals.stream()
                .filter(proposal -> proposal.desiredCount() > current)
                .toList();
        if (!outs.isEmpty()) {
            int most = largest(outs);
            return new Result(
                    limits.clamp(most),
                    "the largest of " + outs.size() + " proposals above " + current + " is " + most);
        }
        List<Proposal> steps = of(PolicyType.STEP_SCALING, proposals).stream()
                .filter(proposal -> proposal.desiredCount() < current)
                .toList();
        List<Proposal> trackers = of(PolicyType.TARGET_TRACKING, proposals).stream()
                .filter(proposal -> !proposal.isScaleInDisabled())
                .toList();
        boolean agree =
                !trackers.isEmpty() && trackers.stream().allMatch(proposal -> proposal.desiredCount() < current);
        if (steps.isEmpty() && !agree) {
            return new Result(
                    limits.clamp(current),
                    trackers.isEmpty()
                            ? "no policy wants a change"
                            : "not every target tracking policy wants fewer than " + current);
        }
        int most = Math.max(steps.isEmpty() ? 0 : largest(steps), agree ? largest(trackers) : 0);
        List<Proposal> forecasts = of(PolicyType.PREDICTIVE_SCALING, proposals);
        most = forecasts.isEmpty() ? most : Math.max(most, largest(forecasts));
        return new Result(limits.clamp(most), "the largest of the proposals below " + current + " is " + most);
    }

    private static List<Proposal> of(PolicyType type, List<Proposal> proposals) {
        return proposals.stream().filter(proposal -> proposal.type() == type).toList();
    }

    private static int largest(List<Proposal> proposals) {
        return proposals.stream().mapToInt(Proposal::desiredCount).max().orElseThrow();
    }
}
