package io.stowage.ecs.placement.repair;

import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementRequestException;
import io.stowage.ecs.placement.plugin.PluginException;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Finds the smallest changes with which a request would be placed: to the request, to instances that are there, by stopping a task,
 * by adding an instance. Every answer was tried: the changed request was placed on the changed cluster by the same engine.
 *
 * <p><b>What is tried.</b> Single changes of every {@link ChangeKind}; pairs of them only where no single change does it. A pair is
 * of any two kinds, with one exception: nothing is changed about an added instance.
 * <ul>
 *   <li>CPU and memory are lowered down to the least that ECS takes. The least change is found by halving, which is right as long
 *       as less need never places fewer tasks; that holds for all that ECS has. With plug-ins for which it does not hold, an answer
 *       still places, and one unit less still does not, but a smaller one may exist, and one may be missed. Of pairs that lower
 *       both, two are given: the one that lowers CPU least, and the one that lowers memory least.
 *   <li>Ports become dynamic in the network modes {@code bridge} and {@code default}; in {@code host} mode there are no dynamic
 *       ports. The network mode itself is never changed: a task that gives up {@code awsvpc} is another task.
 *   <li>Attributes are added where they are missing and a required attribute or a {@code memberOf} constraint asks for them; values
 *       that are there are not changed, and those that ECS itself sets ({@code ecs.…}) are added only where they are required. For
 *       each instance and name the first value that does it is given.
 *   <li>Instances that drain are made active. Instances of any other status stay what they are.
 *   <li>Instances are added that are like one of the cluster's or like one of {@link Builder#addable}, in every zone of the
 *       cluster.
 * </ul>
 *
 * <p><b>Rank.</b> Single changes come in the order of their kinds. Of one kind, lowered amounts have one answer each; ports, zones,
 * attributes, instances and constraints come in the order of their names or places; tasks that are not protected from scale-in come
 * first, then the one that holds the least memory, then the least CPU, then the smallest id; added instances by CPU, memory, GPUs,
 * type, zone. Pairs come in the order of their higher kind, then of the lower, then as the higher of the two ranks, then the lower.
 *
 * <p><b>Bounds.</b> The search tries at most {@link Builder#mostTrials} placements. Each kind, and each pair of kinds, may use half
 * of what is left when its turn comes; one that would need more is given up, and the result says so. How far the search comes
 * depends on nothing but its input. Of each kind, or pair of kinds, at most {@link Builder#answersPerKind} are given. Before a
 * change to an instance is tried on the cluster it is tried on that instance alone: by ECS's rules, an instance takes tasks or not
 * whatever the others do. A repair that is due to a plug-in constraint for which that does not hold can be missed.
 *
 * <p>Listeners of the engine do not hear of it.
 *
 * <p>Immutable and thread-safe if the engine is.
 */
public final class RepairSearch {
    private static final RepairSearch STANDARD =
            builder(PlacementEngine.standard()).build();

    private final PlacementEngine engine;
    private final SearchLimits limits;

    private RepairSearch(PlacementEngine engine, SearchLimits limits) {
        this.engine = engine;
        this.limits = limits;
    }

    /**
     * The search with the standard engine and without special wishes.
     *
     * @return always the same object
     */
    public static RepairSearch standard() {
        return STANDARD;
    }

    /**
     * Starts a search with wishes.
     *
     * @param engine what places
     * @return a new builder
     */
    public static Builder builder(PlacementEngine engine) {
        return new Builder(engine);
    }

    /**
     * Finds what would help.
     *
     * @param cluster where to place; it is not changed
     * @param request what to place
     * @return the changes; none if all tasks of the request are placed without
     * @throws PlacementRequestException if ECS would refuse the request
     * @throws PluginException if a plug-in is broken
     */
    public Repairs find(ClusterSnapshot cluster, PlacementRequest request) {
        Trials trials = new Trials(engine, cluster, request, limits);
        if (trials.result().unplaced() == 0) {
            return new Repairs(trials.result(), trials.wanted(), List.of(), trials.used(), false);
        }
        Search search = new Search(trials, new Candidates(cluster, request, limits), limits);
        search.run();
        return new Repairs(trials.result(), trials.wanted(), search.found(), trials.used(), search.stoppedEarly());
    }

    /** Collects what a search shall do. Not thread-safe. */
    public static final class Builder {
        private final PlacementEngine engine;
        private Goal goal = Goal.NEXT_TASK;
        private Set<ChangeKind> kinds = EnumSet.allOf(ChangeKind.class);
        private List<InstanceSnapshot> addable = List.of();
        private int mostTrials = 20_000;
        private int answersPerKind = 3;

        private Builder(PlacementEngine engine) {
            this.engine = Objects.requireNonNull(engine, "engine");
        }

        /**
         * Sets when a change is good enough.
         *
         * @param wanted the goal; {@link Goal#NEXT_TASK} unless another is given
         * @return this
         */
        public Builder goal(Goal wanted) {
            this.goal = Objects.requireNonNull(wanted, "wanted");
            return this;
        }

        /**
         * Sets which changes are possible at all.
         *
         * @param possible the kinds; all unless others are given
         * @return this
         */
        public Builder kinds(Collection<ChangeKind> possible) {
            this.kinds = possible.isEmpty() ? EnumSet.noneOf(ChangeKind.class) : EnumSet.copyOf(possible);
            return this;
        }

        /**
         * Adds instances that could join besides those like the ones the cluster has,
         * {@linkplain io.stowage.ecs.placement.headroom.EmptyInstances of the catalogue} for example. An instance that says its
         * zone joins there; one that does not, in every zone of the cluster. One that belongs to no capacity provider joins those
         * that the request names.
         *
         * @param instances what such an instance is when it has joined; its id is not looked at
         * @return this
         */
        public Builder addable(Collection<InstanceSnapshot> instances) {
            this.addable = List.copyOf(instances);
            return this;
        }

        /**
         * Sets when to give up.
         *
         * @param number how many placements to try at most, at least 1; 20,000 unless another number is given
         * @return this
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder mostTrials(int number) {
            this.mostTrials = positive("mostTrials", number);
            return this;
        }

        /**
         * Sets how many answers to give.
         *
         * @param number how many of each kind, and of each pair of kinds, at least 1; 3 unless another number is given
         * @return this
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder answersPerKind(int number) {
            this.answersPerKind = positive("answersPerKind", number);
            return this;
        }

        private static int positive(String name, int number) {
            if (number < 1) {
                throw new IllegalArgumentException(name + " is " + number + "; at least 1 was expected");
            }
            return number;
        }

        /**
         * Makes the search.
         *
         * @return the search
         */
        public RepairSearch build() {
            return new RepairSearch(
                    engine.withoutListeners(),
                    new SearchLimits(goal, Set.copyOf(kinds), addable, mostTrials, answersPerKind));
        }
    }
}
