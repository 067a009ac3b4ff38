package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.ConstraintPlugin;
import io.stowage.ecs.placement.plugin.DependsOn;
import io.stowage.ecs.placement.plugin.PlacementContext;
import io.stowage.ecs.placement.plugin.Refusal;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A check whose answer hangs on what the instance is, and on nothing that happens to it.
 *
 * @param facts on which {@link Facts} of it: instances that are equal in these get equal answers
 */
record Static(Set<String> facts, Function<Candidate, @Nullable Refusal> test) implements ConstraintPlugin.Check {
    static Check check(Check.Kind kind, Set<String> facts, Function<Candidate, @Nullable Refusal> test) {
        return check(kind, facts, test, Parts.NONE);
    }

    static Check check(Check.Kind kind, Set<String> facts, Function<Candidate, @Nullable Refusal> test, Parts parts) {
        return new Check(kind, "", new Static(facts, test), task -> 0, parts);
    }

    @Override
    public @Nullable Refusal refusal(Candidate candidate, PlacementContext context) {
        return test.apply(candidate);
    }

    @Override
    public Set<DependsOn> dependsOn() {
        return Set.of(DependsOn.INSTANCE);
    }
}
