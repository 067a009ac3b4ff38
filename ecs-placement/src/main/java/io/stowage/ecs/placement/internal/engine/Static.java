package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.ConstraintPlugin;
import io.stowage.ecs.placement.plugin.DependsOn;
import io.stowage.ecs.placement.plugin.PlacementContext;
import io.stowage.ecs.placement.plugin.Refusal;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A check whose answer hangs on what the instance is, and on nothing that happens to it. */
record Static(Function<Candidate, @Nullable Refusal> test) implements ConstraintPlugin.Check {
    static Check check(Check.Kind kind, Function<Candidate, @Nullable Refusal> test) {
        return Check.of(kind, new Static(test));
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
