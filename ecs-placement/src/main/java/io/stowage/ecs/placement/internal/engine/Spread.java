package io.stowage.ecs.placement.internal.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The strategy {@code spread}: the value of the field under which the fewest tasks of the group count, anywhere in the cluster. An
 * instance without the attribute ranks behind all that have it.
 */
final class Spread implements Ranking {
    private static final String BY_ATTRIBUTE = "attribute:";

    private final String field;
    private final String group;

    Spread(String field, String group) {
        this.field = field;
        this.group = group;
    }

    static boolean takes(String field) {
        return isInstance(field) || (field.startsWith(BY_ATTRIBUTE) && field.length() > BY_ATTRIBUTE.length());
    }

    private static boolean isInstance(String field) {
        return field.equalsIgnoreCase("instanceId") || field.equalsIgnoreCase("host");
    }

    private @Nullable String valueOf(Node node) {
        return isInstance(field) ? node.id() : node.attributeValue(field.substring(BY_ATTRIBUTE.length()));
    }

    @Override
    public String name() {
        return "spread(" + field + ")";
    }

    @Override
    public Scores scores(List<Node> cluster, List<Node> candidates) {
        Map<String, Long> counts = new HashMap<>();
        for (Node node : cluster) {
            String value = valueOf(node);
            if (value != null) {
                counts.merge(value, (long) node.countedOf(group), Long::sum);
            }
        }
        return new Scores() {
            @Override
            public long of(Node candidate) {
                String value = valueOf(candidate);
                return value == null ? Long.MAX_VALUE : Objects.requireNonNull(counts.get(value));
            }

            @Override
            public String because(Node candidate) {
                String value = valueOf(candidate);
                if (value == null) {
                    return "no candidate has " + field;
                }
                long count = of(candidate);
                String place = isInstance(field) ? candidate.instance().shortId() : value;
                return (place.isEmpty() ? "\"\"" : place) + " has " + count + (count == 1 ? " task" : " tasks");
            }
        };
    }
}
