package io.stowage.ecs.cql;

import io.stowage.ecs.cql.ast.And;
import io.stowage.ecs.cql.ast.AttributeSubject;
import io.stowage.ecs.cql.ast.Expression;
import io.stowage.ecs.cql.ast.Field;
import io.stowage.ecs.cql.ast.Not;
import io.stowage.ecs.cql.ast.Predicate;
import io.stowage.ecs.cql.ast.Subject;
import io.stowage.ecs.cql.column.InstanceColumns;
import io.stowage.ecs.cql.internal.match.KeptAnswer;
import io.stowage.ecs.cql.internal.match.Planner;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Goes through a query a second time, without stopping early, and writes down what it finds. */
final class Explainer {
    private static final int MOST_GROUPS = 5;

    private Explainer() {}

    static Explanation explain(Expression part, InstanceFacts facts) {
        if (part instanceof Predicate predicate) {
            return new Explanation(
                    part, Planner.plan(part).matches(facts), found(predicate.subject(), facts), List.of());
        }
        List<Explanation> parts =
                part.parts().stream().map(below -> explain(below, facts)).toList();
        boolean matches;
        if (part instanceof Not) {
            matches = !parts.get(0).matches();
        } else if (part instanceof And) {
            matches = parts.stream().allMatch(Explanation::matches);
        } else {
            matches = parts.stream().anyMatch(Explanation::matches);
        }
        return new Explanation(part, matches, "", parts);
    }

    static PartCount count(Expression part, Collection<? extends InstanceFacts> instances) {
        var matcher = Planner.plan(part);
        int matching = (int) instances.stream().filter(matcher::matches).count();
        List<PartCount> parts =
                part.parts().stream().map(below -> count(below, instances)).toList();
        return new PartCount(part, matching, instances.size(), parts);
    }

    static PartCount count(Expression part, InstanceColumns columns) {
        var kinds = QueryDependencies.of(part.subjects()).kinds();
        int matching =
                new KeptAnswer(Planner.plan(part), kinds, columns).matches().count();
        List<PartCount> parts =
                part.parts().stream().map(below -> count(below, columns)).toList();
        return new PartCount(part, matching, columns.size(), parts);
    }

    private static String found(Subject subject, InstanceFacts facts) {
        String name = "`" + subject.text() + "`";
        if (subject instanceof AttributeSubject attribute) {
            if (!facts.hasAttribute(attribute.name())) {
                return name + " is absent";
            }
            String value = facts.attributeValue(attribute.name());
            return value == null || value.isEmpty() ? name + " has no value" : name + " is `" + value + "`";
        }
        if (subject instanceof Field field) {
            Object value = value(field, facts);
            return value == null ? name + " is unknown" : name + " is `" + value + "`";
        }
        return groups(name, facts.taskGroups());
    }

    private static @Nullable Object value(Field field, InstanceFacts facts) {
        return switch (field) {
            case AGENT_CONNECTED -> facts.agentConnected();
            case AGENT_VERSION -> facts.agentVersion();
            case EC2_INSTANCE_ID -> facts.ec2InstanceId();
            case REGISTERED_AT -> facts.registeredAt();
            case RUNNING_TASKS_COUNT -> facts.runningTasksCount();
        };
    }

    private static String groups(String name, Collection<String> groups) {
        TreeSet<String> sorted = new TreeSet<>(groups);
        if (sorted.isEmpty()) {
            return name + " is empty";
        }
        String shown = sorted.stream()
                .limit(MOST_GROUPS)
                .map(group -> "`" + group + "`")
                .collect(Collectors.joining(", "));
        int others = sorted.size() - MOST_GROUPS;
        return name + " holds " + shown + (others > 0 ? " and " + others + " more" : "");
    }
}
