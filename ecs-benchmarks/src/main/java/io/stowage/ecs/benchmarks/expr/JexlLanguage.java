package io.stowage.ecs.benchmarks.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlExpression;
import org.apache.commons.jexl3.MapContext;

/** Apache Commons JEXL, without its cache of expressions so that compiling is what is timed; patterns are literals, compiled once. */
final class JexlLanguage implements Language {
    private static final Writer WRITER = new Writer("&&", "||", "!") {
        @Override
        String equal(String attribute, String value) {
            return "a['" + attribute + "'] == '" + value + "'";
        }

        @Override
        String matches(String attribute, String pattern) {
            return "a['" + attribute + "'] =~ ~/" + pattern + "/";
        }

        @Override
        String oneOf(String attribute, List<String> values) {
            return "a['" + attribute + "'] =~ [" + quoted(values) + "]";
        }

        @Override
        String hasGroup(String group) {
            return "'" + group + "' =~ g";
        }
    };

    private final JexlEngine engine =
            new JexlBuilder().strict(true).silent(false).cache(0).create();

    @Override
    public String write(Condition condition) {
        return WRITER.write(condition);
    }

    @Override
    public Object parse(String text) {
        return compile(text);
    }

    @Override
    public JexlExpression compile(String text) {
        return engine.createExpression(text);
    }

    @Override
    public Count count(String text, List<Host> hosts) {
        JexlExpression expression = compile(text);
        List<JexlContext> contexts = new ArrayList<>();
        for (Host host : hosts) {
            contexts.add(new MapContext(Map.of("a", host.attributes(), "g", host.groups())));
        }
        return () -> {
            int count = 0;
            for (JexlContext context : contexts) {
                if ((Boolean) expression.evaluate(context)) {
                    count++;
                }
            }
            return count;
        };
    }
}
