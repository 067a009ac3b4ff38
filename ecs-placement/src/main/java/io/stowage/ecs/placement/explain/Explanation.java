package io.stowage.ecs.placement.explain;

import io.stowage.ecs.model.needs.TaskNeeds;
import io.stowage.ecs.placement.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything about where one task of a request goes: each instance of the cluster with each check that it fails, how the best of the rest
 * was found, and what to expect if there is none. It is made by the same checks and strategies that place, asked a second time and to the
 * end, so it never says anything else than what placing does. Immutable.
 *
 * <p>ECS itself reports the first failed check of an instance, and nothing of the choice between the others. The order of the checks
 * is ours.
 *
 * @param group the group of the task
 * @param index which task of its request it is, from 0
 * @param needs what the task reserves
 * @param before where the tasks of the request before it go; unmodifiable
 * @param instances all instances of the cluster, in the order of their ids; unmodifiable
 * @param ranking how one was chosen, {@code null} if none takes the task
 * @param verdict what to expect
 * @param error the message with which ECS refuses the whole request because there is no instance to look at; {@code null}
 *     otherwise
 * @param notes what is not known and was passed over; sentences; unmodifiable, usually empty
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement.html">task placement</a>
 */
public record Explanation(
        String group,
        int index,
        TaskNeeds needs,
        List<Placement> before,
        List<InstanceExplanation> instances,
        @Nullable Ranking ranking,
        Verdict verdict,
        @Nullable String error,
        List<String> notes) {
    /** Copies the lists. */
    public Explanation {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(needs, "needs");
        Objects.requireNonNull(verdict, "verdict");
        before = List.copyOf(before);
        instances = List.copyOf(instances);
        notes = List.copyOf(notes);
    }

    /**
     * Where the task goes.
     *
     * @return the id of the instance, empty if none takes it
     */
    public Optional<String> containerInstance() {
        return Optional.ofNullable(ranking).map(Ranking::chosen);
    }

    /**
     * What is said of one instance.
     *
     * @param id the id of the instance
     * @return empty if there is none of that id
     */
    public Optional<InstanceExplanation> instance(String id) {
        return instances.stream()
                .filter(instance -> instance.containerInstance().equals(id))
                .findFirst();
    }

    /**
     * Why the task does not go to that instance: the checks it fails, or the step of the ranking at which it lost, and to whom.
     *
     * @param id the id of the instance
     * @return the answer, which may be that the task does go there
     * @throws IllegalArgumentException if there is no such instance
     */
    public WhyNot whyNot(String id) {
        return WhyNot.of(
                instance(id).orElseThrow(() -> new IllegalArgumentException("there is no container instance " + id)),
                ranking);
    }

    /**
     * The instances by the checks they fail.
     *
     * @return those that can take the task first, then the largest group, of equally large ones the one with the smallest id;
     *     unmodifiable
     */
    public List<ReasonGroup> groups() {
        return ReasonGroup.of(instances, InstanceExplanation::failures);
    }

    /**
     * The instances by the checks that new ones like them would fail.
     *
     * @return in the order of {@link #groups()}; unmodifiable
     */
    public List<ReasonGroup> groupsWhenEmpty() {
        return ReasonGroup.of(instances, InstanceExplanation::failuresWhenEmpty);
    }

    /** Returns a few lines for people: the verdict, a line for each group of instances, a line for each step of the ranking. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add("Task " + (index + 1) + " of " + group + ": " + verdict.because() + ".");
        groups().forEach(found -> lines.add("  " + found.text()));
        if (ranking != null) {
            ranking.steps().forEach(step -> lines.add("  " + describe(step)));
            if (ranking.tied().size() > 1) {
                lines.add("  " + ranking.tieBreaker() + " of " + ranking.tied().size());
            }
        }
        return String.join("\n", lines);
    }

    private static String describe(RankingStep step) {
        List<Ranked> best = step.staying();
        return step.strategy() + ": " + best.get(0).value() + " ("
                + step.candidates().size() + " -> " + best.size() + ")";
    }
}
