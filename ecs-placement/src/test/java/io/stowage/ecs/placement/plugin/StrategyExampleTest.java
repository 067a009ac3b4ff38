package io.stowage.ecs.placement.plugin;

import static io.stowage.ecs.placement.Clusters.cluster;
import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.Clusters.on;
import static io.stowage.ecs.placement.Clusters.strategy;
import static io.stowage.ecs.placement.Clusters.task;
import static io.stowage.ecs.placement.Clusters.web;
import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementSession;
import io.stowage.ecs.placement.ScaleInRequest;
import io.stowage.ecs.placement.StoppedTask;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A strategy of one's own: cheap instances first, by an attribute with a price. */
class StrategyExampleTest {

    /** {@code {"type": "cheapest", "field": "attribute:price"}}; an instance without a price comes last, but is not excluded. */
    static final class Cheapest implements StrategyPlugin {
        private static final String BY_ATTRIBUTE = "attribute:";

        @Override
        public PluginInfo info() {
            return new PluginInfo("cheapest", "The instance with the lowest price.");
        }

        @Override
        public Ranking prepare(RuleDefinition definition) throws UnusableRuleException {
            String field = definition.argument();
            if (field == null || !field.startsWith(BY_ATTRIBUTE)) {
                throw new UnusableRuleException(
                        "request.cheapest", "field", "\"" + field + "\" names no price; attribute:NAME was expected");
            }
            return new ByPrice(field.substring(BY_ATTRIBUTE.length()));
        }

        private record ByPrice(String attribute) implements Ranking {
            private Score price(Candidate instance) {
                String price = instance.attributeValue(attribute);
                return price == null ? Score.last() : Score.of(Double.parseDouble(price));
            }

            @Override
            public Scores<Candidate> forPlacement(List<Candidate> tied, PlacementContext context) {
                return this::price;
            }

            /** The lowest score stops first, so the dearest instance must have it. */
            @Override
            public Scores<RunningTask> forStopping(List<RunningTask> tied, PlacementContext context) {
                return choice -> {
                    String price = choice.instance().attributeValue(attribute);
                    return price == null ? Score.first() : Score.of(-Double.parseDouble(price));
                };
            }

            /** An attribute is part of what the instance is. */
            @Override
            public Set<DependsOn> dependsOn() {
                return Set.of(DependsOn.INSTANCE);
            }
        }
    }

    private final PlacementEngine engine =
            PlacementEngine.builder().strategy(new Cheapest()).build();

    @Test
    void place_ownStrategy_comparesBeforeTheNextOne() {
        PlacementSession session = engine.open(cluster(
                instance("i-a").attribute("price", "0.4"),
                instance("i-b").attribute("price", "0.25"),
                instance("i-c").attribute("price", "0.250"),
                instance("i-d")));

        List<String> placed = on(session.place(web(task(2048, 1))
                        .count(7)
                        .placementStrategy(List.of(strategy("cheapest", "attribute:price"), strategy("spread", "host")))
                        .build())
                .placements());

        assertThat(placed).containsExactly("i-b", "i-c", "i-b", "i-c", "i-a", "i-a", "i-d");
        assertThat(session.scaleIn(ScaleInRequest.builder("service:web", 2)
                                .placementStrategy(List.of(strategy("cheapest", "attribute:price")))
                                .build())
                        .stopped())
                .extracting(StoppedTask::containerInstance)
                .containsExactly("i-d", "i-a");
    }
}
