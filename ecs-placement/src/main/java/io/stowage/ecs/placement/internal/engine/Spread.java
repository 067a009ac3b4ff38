package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.DependsOn;
import io.stowage.ecs.placement.plugin.PlacementContext;
import io.stowage.ecs.placement.plugin.PluginInfo;
import io.stowage.ecs.placement.plugin.RuleDefinition;
import io.stowage.ecs.placement.plugin.RunningTask;
import io.stowage.ecs.placement.plugin.Score;
import io.stowage.ecs.placement.plugin.StrategyPlugin;
import io.stowage.ecs.placement.plugin.UnusableRuleException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The strategy {@code spread}: the value of the field under which the fewest tasks of the group count, anywhere in the cluster. An
 * instance without the attribute ranks behind all that have it; when tasks are stopped, those on such instances go first.
 */
final class Spread implements StrategyPlugin {
    static final String BY_ATTRIBUTE = "attribute:";

    @Override
    public PluginInfo info() {
        return new PluginInfo("spread", "Evenly over instances, or over the values of an attribute.");
    }

    @Override
    public Ranking prepare(RuleDefinition definition) throws UnusableRuleException {
        String field = definition.argument() == null ? "" : definition.argument();
        if (!takes(field)) {
            throw new UnusableRuleException(
                    "request.strategy-field",
                    "field",
                    StrategyFields.problem(field, "instanceId, host or attribute:NAME"));
        }
        return new Over(field);
    }

    private static boolean takes(String field) {
        return isInstance(field) || (field.startsWith(BY_ATTRIBUTE) && field.length() > BY_ATTRIBUTE.length());
    }

    static boolean isInstance(String field) {
        return field.equalsIgnoreCase("instanceId") || field.equalsIgnoreCase("host");
    }

    /** The strategy of one request. */
    record Over(String field) implements Ranking {
        /** The attribute that it goes by; null if it goes by instance. */
        @Nullable
        String attribute() {
            return isInstance(field) ? null : field.substring(BY_ATTRIBUTE.length());
        }

        /** The tasks that count under the value of the instance; null if it has none. */
        private @Nullable Long count(Candidate instance, PlacementContext context) {
            if (isInstance(field)) {
                return (long) instance.countedTasks(context.task().group());
            }
            String attribute = field.substring(BY_ATTRIBUTE.length());
            String value = instance.attributeValue(attribute);
            return value == null ? null : Long.valueOf(context.countedTasks(attribute, value));
        }

        @Override
        public Scores<Candidate> forPlacement(List<Candidate> tied, PlacementContext context) {
            return new Scores<>() {
                @Override
                public Score of(Candidate choice) {
                    Long count = count(choice, context);
                    return count == null ? Score.last() : Score.of(count);
                }

                @Override
                public String because(Candidate choice) {
                    Long count = count(choice, context);
                    return count == null ? "no candidate has " + field : words(choice, count);
                }

                @Override
                public String value(Candidate choice) {
                    Long count = count(choice, context);
                    return count == null ? "has no " + field : words(choice, count);
                }
            };
        }

        @Override
        public Scores<RunningTask> forStopping(List<RunningTask> tied, PlacementContext context) {
            return new Scores<>() {
                @Override
                public Score of(RunningTask choice) {
                    Long count = count(choice.instance(), context);
                    return count == null ? Score.first() : Score.of(-count);
                }

                @Override
                public String because(RunningTask choice) {
                    Long count = count(choice.instance(), context);
                    return count == null
                            ? choice.instance().shortId() + " has no " + field
                            : words(choice.instance(), count);
                }
            };
        }

        private String words(Candidate instance, long count) {
            String place = isInstance(field)
                    ? instance.shortId()
                    : String.valueOf(instance.attributeValue(field.substring(BY_ATTRIBUTE.length())));
            return (place.isEmpty() ? "\"\"" : place) + " has " + count + (count == 1 ? " task" : " tasks");
        }

        @Override
        public Set<DependsOn> dependsOn() {
            return isInstance(field) ? Set.of(DependsOn.GROUP_COUNT) : DependsOn.ANYTHING;
        }
    }
}
