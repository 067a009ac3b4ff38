package io.stowage.ecs.benchmarks.expr;

import io.stowage.ecs.benchmarks.Part;
import io.stowage.ecs.benchmarks.Part.Pace;
import java.util.List;

/** What JMH measures for the targets X1 to X7: nothing that no target speaks of. */
public final class ExpressionParts {
    /** An easy question and a hard one. */
    private static final List<Query> TWO = List.of(Query.E1, Query.E3);

    private static final List<Engine> PEERS = List.of(Engine.CEL, Engine.JEXL, Engine.MVEL, Engine.SPEL);
    private static final List<Engine> COMPILING = List.of(Engine.STOWAGE, Engine.CEL, Engine.JEXL, Engine.MVEL);

    private ExpressionParts() {}

    /** Everything. */
    public static List<Part> full() {
        return List.of(
                ordinary("Parse", "(stowage|cel|spel)"),
                ordinary("Compile", "compile").with("engine", COMPILING),
                evaluation("evaluate").with("engine", PEERS),
                evaluation("handWritten"),
                ordinary("Columns", "(cold|warm|afterOneChange|afterHundredChanges)"),
                ordinary("Combine", "(stowage|words|bitSet)"),
                ordinary("Hostile", "(match|compile)"),
                ordinary("Hostile", "read").with("length", 2500, 5000, 10_000),
                ordinary("Hostile", "read").with("length", 1250).with("kind", HostileText.TERMS));
    }

    /** Two of the questions; one size where the figure is held against a constant; only the longest of what must be linear, and half of it. */
    public static List<Part> quick() {
        return List.of(
                ordinary("Parse", "(stowage|cel|spel)"),
                ordinary("Compile", "compile").with("engine", COMPILING).with("query", TWO),
                evaluation("evaluate").with("engine", PEERS).with("query", TWO),
                evaluation("handWritten").with("query", TWO),
                ordinary("Columns", "cold").with("query", TWO),
                ordinary("Columns", "(warm|afterOneChange|afterHundredChanges)")
                        .with("query", TWO)
                        .with("instances", 10_000),
                ordinary("Combine", "(stowage|words|bitSet)").with("instances", 10_000),
                ordinary("Hostile", "(match|read)").with("length", 5000, 10_000),
                ordinary("Hostile", "compile").with("length", 900, 1800));
    }

    private static Part ordinary(String classes, String methods) {
        return Part.of(names(classes, methods), Pace.ORDINARY).taking(0.3);
    }

    /** An operation asks ten thousand instances, which takes some of them half a second, so that iterations last longer by themselves. */
    private static Part evaluation(String method) {
        return Part.of(names("Evaluation", method), Pace.ORDINARY).taking(1.5);
    }

    private static String names(String classes, String methods) {
        return "\\.expr\\." + classes + "Benchmark\\." + methods + "$";
    }
}
