package io.stowage.ecs.placement.plugin;

import static io.stowage.ecs.placement.Clusters.cluster;
import static io.stowage.ecs.placement.Clusters.constraint;
import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.Clusters.on;
import static io.stowage.ecs.placement.Clusters.task;
import static io.stowage.ecs.placement.Clusters.web;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementRequestException;
import io.stowage.ecs.placement.PlacementResult;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A constraint of one's own: at most so many tasks of the group on an instance. */
class ConstraintExampleTest {

    /** {@code {"type": "atMost", "expression": "2"}}. */
    static final class AtMost implements ConstraintPlugin {
        @Override
        public PluginInfo info() {
            return new PluginInfo("atMost", "At most so many tasks of the group are on one instance.");
        }

        /** What is the same for all tasks of a request is worked out here, once. */
        @Override
        public Check prepare(RuleDefinition definition) throws UnusableRuleException {
            String written = definition.argument();
            if (written == null || !written.matches("[1-9][0-9]{0,4}")) {
                throw new UnusableRuleException(
                        "request.at-most",
                        "expression",
                        "\"" + written + "\" is no number of tasks; 1 to 99999 was expected");
            }
            return new OfGroup(definition.task().group(), Integer.parseInt(written), definition.pointer());
        }

        private record OfGroup(String group, int most, String pointer) implements Check {
            @Override
            public @Nullable Refusal refusal(Candidate candidate, PlacementContext context) {
                int there = candidate.countedTasks(group);
                return there < most
                        ? null
                        : new Refusal(
                                "AtMost placement constraint unsatisfied.",
                                "runs " + there + " tasks of " + group,
                                (long) there,
                                (long) most,
                                List.of(pointer));
            }

            /** Said aloud, so that the engine may keep the answer until a task of the group comes or goes. */
            @Override
            public Set<DependsOn> dependsOn() {
                return Set.of(DependsOn.GROUP_COUNT);
            }
        }
    }

    private final PlacementEngine engine =
            PlacementEngine.builder().constraint(new AtMost()).build();

    @Test
    void place_ownConstraint_holdsAndGivesItsReason() {
        PlacementResult result = engine.place(
                cluster(instance("i-a"), instance("i-b")),
                web(task(1, 1))
                        .count(5)
                        .placementConstraints(List.of(constraint("atMost", "2")))
                        .build());

        assertThat(on(result.placements())).containsExactly("i-a", "i-b", "i-a", "i-b");
        assertThat(result.failures())
                .extracting(failure -> failure.containerInstance() + ": " + failure.reason() + " " + failure.detail())
                .containsExactly(
                        "i-a: AtMost placement constraint unsatisfied. runs 2 tasks of service:web",
                        "i-b: AtMost placement constraint unsatisfied. runs 2 tasks of service:web");
    }

    @Test
    void place_unusableExpression_isAFaultOfTheRequest() {
        PlacementRequestException refused = catchThrowableOfType(
                PlacementRequestException.class,
                () -> engine.place(
                        cluster(instance("i-a")),
                        web(task(1, 1))
                                .placementConstraints(List.of(constraint("atMost", "many")))
                                .build()));

        assertThat(refused.faults().get(0).diagnostic().pointer()).isEqualTo("/placementConstraints/0/expression");
        assertThat(refused).hasMessageContaining("\"many\" is no number of tasks");
    }

    @Test
    void place_constraintThatTheEngineWasNotGiven_isUnknown() {
        PlacementRequestException refused = catchThrowableOfType(
                PlacementRequestException.class,
                () -> engine.place(
                        cluster(instance("i-a")),
                        web(task(1, 1))
                                .placementConstraints(List.of(constraint("atLeast", "2")))
                                .build()));

        assertThat(refused)
                .hasMessageContaining(
                        "\"atLeast\" is no placement constraint; distinctInstance, memberOf or atMost was expected");
    }
}
