package io.stowage.ecs.benchmarks.expr;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mvel2.MVEL;
import org.mvel2.integration.VariableResolverFactory;
import org.mvel2.integration.impl.MapVariableResolverFactory;

/** MVEL, compiled once. */
final class MvelLanguage implements Language {
    private static final Writer WRITER = new Writer("&&", "||", "!") {
        @Override
        String equal(String attribute, String value) {
            return "a['" + attribute + "'] == '" + value + "'";
        }

        @Override
        String matches(String attribute, String pattern) {
            return "(a['" + attribute + "'] ~= '" + pattern + "')";
        }

        @Override
        String oneOf(String attribute, List<String> values) {
            return "([" + quoted(values) + "] contains a['" + attribute + "'])";
        }

        @Override
        String hasGroup(String group) {
            return "(g contains '" + group + "')";
        }
    };

    @Override
    public String write(Condition condition) {
        return WRITER.write(condition);
    }

    @Override
    public Object parse(String text) {
        return compile(text);
    }

    @Override
    public Serializable compile(String text) {
        return MVEL.compileExpression(text);
    }

    @Override
    public Count count(String text, List<Host> hosts) {
        Serializable compiled = compile(text);
        List<VariableResolverFactory> variables = new ArrayList<>();
        for (Host host : hosts) {
            variables.add(
                    new MapVariableResolverFactory(new HashMap<>(Map.of("a", host.attributes(), "g", host.groups()))));
        }
        return () -> {
            int count = 0;
            for (VariableResolverFactory factory : variables) {
                if ((Boolean) MVEL.executeExpression(compiled, factory)) {
                    count++;
                }
            }
            return count;
        };
    }
}
