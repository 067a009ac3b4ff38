package io.stowage.ecs.benchmarks.expr;

import java.util.List;
import org.springframework.expression.Expression;
import org.springframework.expression.spel.SpelCompilerMode;
import org.springframework.expression.spel.SpelParserConfiguration;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.SimpleEvaluationContext;

/** Spring's expression language, with its compiler on; what cannot be compiled is interpreted. */
final class SpelLanguage implements Language {
    private static final Writer WRITER = new Writer("and", "or", "!") {
        @Override
        String equal(String attribute, String value) {
            return "a['" + attribute + "'] == '" + value + "'";
        }

        @Override
        String matches(String attribute, String pattern) {
            return "a['" + attribute + "'] matches '" + pattern + "'";
        }

        @Override
        String oneOf(String attribute, List<String> values) {
            return "{" + quoted(values) + "}.contains(a['" + attribute + "'])";
        }

        @Override
        String hasGroup(String group) {
            return "g.contains('" + group + "')";
        }
    };

    private final SpelExpressionParser parser = new SpelExpressionParser(
            new SpelParserConfiguration(SpelCompilerMode.MIXED, SpelLanguage.class.getClassLoader()));

    @Override
    public String write(Condition condition) {
        return WRITER.write(condition);
    }

    @Override
    public Object parse(String text) {
        return parser.parseExpression(text);
    }

    @Override
    public Expression compile(String text) {
        return parser.parseExpression(text);
    }

    @Override
    public Count count(String text, List<Host> hosts) {
        Expression expression = compile(text);
        SimpleEvaluationContext context = SimpleEvaluationContext.forReadOnlyDataBinding()
                .withInstanceMethods()
                .build();
        return () -> {
            int count = 0;
            for (Host host : hosts) {
                if (Boolean.TRUE.equals(expression.getValue(context, host, Boolean.class))) {
                    count++;
                }
            }
            return count;
        };
    }
}
