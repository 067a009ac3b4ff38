package io.stowage.ecs.validation.diff;

import io.stowage.ecs.model.catalog.ContentDifference;
import io.stowage.ecs.model.catalog.TaskDefinitionContent;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.taskdef.Compatibility;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementRequestException;
import io.stowage.ecs.placement.explain.Explanation;
import io.stowage.ecs.placement.explain.InstanceExplanation;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.validation.input.EcsConfiguration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What changes from one revision to the next, compared by meaning: defaults are filled in, sizes and ARNs brought to one form, sets
 * are compared as sets. What was registered and what describing it gives are equal, and so are two files that only differ in the
 * order of things that have none. Each change says what it touches and what it does.
 *
 * <pre>{@code
 * RevisionDiff diff = RevisionDiff.of(before, after).on(cluster);
 * diff.changes().forEach(System.out::println);
 * diff.fit().ifPresent(System.out::println); // fits 3 of 12 instances, was 9
 * }</pre>
 *
 * <p>Immutable.
 */
public final class RevisionDiff {
    private final @Nullable TaskDefinition before;
    private final @Nullable TaskDefinition after;
    private final List<RevisionChange> changes;
    private final @Nullable InstanceFit fit;

    private RevisionDiff(
            @Nullable TaskDefinition before,
            @Nullable TaskDefinition after,
            List<RevisionChange> changes,
            @Nullable InstanceFit fit) {
        this.before = before;
        this.after = after;
        this.changes = List.copyOf(changes);
        this.fit = fit;
    }

    /**
     * Compares task definitions, each as it is registered or as it was described.
     *
     * @param before the earlier revision
     * @param after the later one
     * @return the changes
     */
    public static RevisionDiff of(TaskDefinition before, TaskDefinition after) {
        return new RevisionDiff(
                Objects.requireNonNull(before, "before"),
                Objects.requireNonNull(after, "after"),
                changes(before, after),
                null);
    }

    /**
     * Compares services.
     *
     * @param before what created the service, or would
     * @param after what would create it as it is to be
     * @return the changes
     */
    public static RevisionDiff of(CreateServiceRequest before, CreateServiceRequest after) {
        return new RevisionDiff(null, null, changes(before, after), null);
    }

    /**
     * Compares configurations: their task definitions and services, as far as both have them.
     *
     * @param before the earlier one
     * @param after the later one
     * @return the changes of the task definition, then those of the service
     * @throws IllegalArgumentException if one has a task definition or service and the other does not
     */
    public static RevisionDiff of(EcsConfiguration before, EcsConfiguration after) {
        List<RevisionChange> changes = new ArrayList<>();
        if (both(before.taskDefinition(), after.taskDefinition(), "task definition")) {
            changes.addAll(changes(known(before.taskDefinition()), known(after.taskDefinition())));
        }
        if (both(before.service(), after.service(), "service")) {
            changes.addAll(changes(known(before.service()), known(after.service())));
        }
        return new RevisionDiff(before.taskDefinition(), after.taskDefinition(), changes, null);
    }

    /**
     * Asks the placement engine on how many instances of a cluster there is room for a task, before and after.
     *
     * @param cluster the cluster as it is now
     * @return the same changes with the {@linkplain #fit() answer}; without one if no task definitions were compared, or they run on
     *     Fargate alone
     * @throws PlacementRequestException if ECS would refuse to run one of them anywhere
     */
    public RevisionDiff on(ClusterSnapshot cluster) {
        if (before == null || after == null || onlyOnFargate(before) || onlyOnFargate(after)) {
            return this;
        }
        Explanation now = explain(cluster, after);
        InstanceFit found = new InstanceFit(
                taking(explain(cluster, before)), taking(now), now.instances().size());
        return new RevisionDiff(before, after, changes, found);
    }

    /**
     * The changes.
     *
     * @return in the order of the paths, those of the task definition first; empty exactly if both mean the same; unmodifiable
     */
    public List<RevisionChange> changes() {
        return changes;
    }

    /**
     * Whether both mean the same.
     *
     * @return true if there is no change
     */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /**
     * What the changes touch together.
     *
     * @return in the order of the constants; empty if there is no change
     */
    public Set<ChangeEffect> effects() {
        EnumSet<ChangeEffect> effects = EnumSet.noneOf(ChangeEffect.class);
        changes.forEach(change -> effects.addAll(change.effects()));
        return effects;
    }

    /**
     * On how many instances there is room.
     *
     * @return empty unless a cluster was {@linkplain #on given}
     */
    public Optional<InstanceFit> fit() {
        return Optional.ofNullable(fit);
    }

    /**
     * The comparison as a JSON document.
     *
     * @return JSON text that ends with a line end
     */
    public String toJson() {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put(
                "changes",
                changes.stream()
                        .map(change -> {
                            Map<String, @Nullable Object> one = new LinkedHashMap<>();
                            one.put("path", change.path());
                            one.put("before", change.before());
                            one.put("after", change.after());
                            one.put("effects", labels(change.effects()));
                            one.put("consequence", change.consequence());
                            return one;
                        })
                        .toList());
        plain.put("effects", labels(effects()));
        if (fit != null) {
            Map<String, @Nullable Object> answer = new LinkedHashMap<>();
            answer.put("before", fit.before());
            answer.put("after", fit.after());
            answer.put("instances", fit.instances());
            plain.put("fit", answer);
        }
        return EcsJson.writePlain(plain);
    }

    /** A line for each change, and what the cluster says; for equal ones a line that says so. */
    @Override
    public String toString() {
        String text = changes.isEmpty()
                ? "No change: both mean the same.\n"
                : changes.stream().map(change -> change + "\n").collect(Collectors.joining());
        return fit == null ? text : text + "The task " + fit + ".\n";
    }

    private static List<String> labels(Set<ChangeEffect> effects) {
        return effects.stream().map(ChangeEffect::label).toList();
    }

    private static List<RevisionChange> changes(TaskDefinition before, TaskDefinition after) {
        List<RevisionChange> changes = new ArrayList<>();
        for (ContentDifference difference :
                TaskDefinitionContent.of(before).differences(TaskDefinitionContent.of(after))) {
            changes.add(change("/taskDefinition" + difference.path(), difference.before(), difference.after()));
        }
        return changes;
    }

    private static List<RevisionChange> changes(CreateServiceRequest before, CreateServiceRequest after) {
        return new ServiceContent(before)
                .differences(new ServiceContent(after)).stream()
                        .map(difference ->
                                change("/service" + difference.path(), difference.before(), difference.after()))
                        .toList();
    }

    private static RevisionChange change(String path, @Nullable Object before, @Nullable Object after) {
        EffectTable.Row row = EffectTable.rowFor(path);
        return new RevisionChange(path, before, after, row.effects(), row.consequence());
    }

    private static <T> boolean both(@Nullable T before, @Nullable T after, String what) {
        if ((before == null) != (after == null)) {
            throw new IllegalArgumentException("only " + (before == null ? "the later" : "the earlier")
                    + " configuration has a " + what + ", so there is nothing to compare it with");
        }
        return before != null;
    }

    private static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value, "value");
    }

    private static boolean onlyOnFargate(TaskDefinition definition) {
        return definition.requiresCompatibilities().equals(List.of(Compatibility.FARGATE));
    }

    private static Explanation explain(ClusterSnapshot cluster, TaskDefinition definition) {
        return PlacementEngine.standard()
                .explain(cluster, PlacementRequest.builder(definition).build());
    }

    private static int taking(Explanation explanation) {
        return (int) explanation.instances().stream()
                .filter(InstanceExplanation::takesTask)
                .count();
    }
}
