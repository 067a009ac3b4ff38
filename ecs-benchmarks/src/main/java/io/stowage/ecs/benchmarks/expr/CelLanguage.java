package io.stowage.ecs.benchmarks.expr;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** CEL-Java: attributes are the map {@code a}, groups the list {@code g}. */
final class CelLanguage implements Language {
    private static final Writer WRITER = new Writer("&&", "||", "!") {
        @Override
        String equal(String attribute, String value) {
            return "a['" + attribute + "'] == '" + value + "'";
        }

        @Override
        String matches(String attribute, String pattern) {
            return "a['" + attribute + "'].matches('" + pattern + "')";
        }

        @Override
        String oneOf(String attribute, List<String> values) {
            return "a['" + attribute + "'] in [" + quoted(values) + "]";
        }

        @Override
        String hasGroup(String group) {
            return "'" + group + "' in g";
        }
    };

    private final Cel cel = CelFactory.plannerCelBuilder()
            .setOptions(CelOptions.current()
                    .enableHeterogeneousNumericComparisons(true)
                    .enableRegexPartialMatch(false)
                    .build())
            .addVar("a", MapType.create(SimpleType.STRING, SimpleType.STRING))
            .addVar("g", ListType.create(SimpleType.STRING))
            .setResultType(SimpleType.BOOL)
            .build();

    @Override
    public String write(Condition condition) {
        return WRITER.write(condition);
    }

    @Override
    public Object parse(String text) {
        try {
            return cel.parse(text).getAst();
        } catch (CelValidationException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    @Override
    public CelRuntime.Program compile(String text) {
        try {
            return cel.createProgram(cel.compile(text).getAst());
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    @Override
    public Count count(String text, List<Host> hosts) {
        CelRuntime.Program program = compile(text);
        List<Map<String, Object>> bindings = new ArrayList<>();
        for (Host host : hosts) {
            bindings.add(Map.of("a", host.attributes(), "g", host.groups()));
        }
        return () -> {
            int count = 0;
            try {
                for (Map<String, Object> binding : bindings) {
                    if ((Boolean) program.eval(binding)) {
                        count++;
                    }
                }
            } catch (CelEvaluationException e) {
                throw new IllegalStateException(e);
            }
            return count;
        };
    }
}
