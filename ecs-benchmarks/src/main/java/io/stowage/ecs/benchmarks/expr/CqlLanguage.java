package io.stowage.ecs.benchmarks.expr;

import io.stowage.ecs.cql.ClusterQuery;
import io.stowage.ecs.cql.InstanceDescription;
import java.util.ArrayList;
import java.util.List;

/** The language that this library is about, asked instance by instance as the others are. */
final class CqlLanguage implements Language {
    private static final Writer WRITER = new Writer("and", "or", "not ") {
        @Override
        String equal(String attribute, String value) {
            return "attribute:" + attribute + " == " + value;
        }

        @Override
        String matches(String attribute, String pattern) {
            return "attribute:" + attribute + " =~ " + pattern;
        }

        @Override
        String oneOf(String attribute, List<String> values) {
            return "attribute:" + attribute + " in [" + String.join(", ", values) + "]";
        }

        @Override
        String hasGroup(String group) {
            return "task:group == " + group;
        }
    };

    @Override
    public String write(Condition condition) {
        return WRITER.write(condition);
    }

    /** There is no tree without a plan, so both are timed. */
    @Override
    public ClusterQuery parse(String text) {
        return ClusterQuery.parse(text);
    }

    @Override
    public ClusterQuery compile(String text) {
        return ClusterQuery.parse(text);
    }

    @Override
    public Count count(String text, List<Host> hosts) {
        ClusterQuery query = compile(text);
        List<InstanceDescription> instances = new ArrayList<>();
        for (Host host : hosts) {
            instances.add(new InstanceDescription(
                    true, null, null, null, host.groups().size(), host.groups(), host.attributes()));
        }
        return () -> {
            int count = 0;
            for (InstanceDescription instance : instances) {
                if (query.matches(instance)) {
                    count++;
                }
            }
            return count;
        };
    }
}
