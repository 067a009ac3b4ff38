package io.stowage.ecs.benchmarks.expr;

import io.stowage.ecs.benchmarks.results.Measured;
import io.stowage.ecs.benchmarks.results.Sheet;
import java.util.List;
import java.util.Locale;

/** The targets X1 to X7. */
public final class ExpressionTargets {
    private static final List<Integer> SIZES = List.of(1000, 10_000, 100_000);

    private ExpressionTargets() {}

    /** Holds the figures against the targets. */
    public static void check(Sheet sheet) {
        parse(sheet);
        compile(sheet);
        evaluateCold(sheet);
        evaluateAgain(sheet);
        combine(sheet);
        hostile(sheet);
    }

    private static void parse(Sheet sheet) {
        for (Query query : List.of(Query.E1, Query.E2, Query.E3)) {
            String work = "parse " + query;
            Measured ours = parsed("stowage", query);
            sheet.faster("X1", work, ours, parsed("cel", query), 4);
            sheet.atMostTimes("X1", work, ours, parsed("spel", query), 4);
        }
        for (int length : List.of(1250, 2500, 5000)) {
            sheet.atMostTimes(
                    "X1",
                    "parse " + 2 * length + " characters",
                    read(HostileText.TERMS, 2 * length),
                    read(HostileText.TERMS, length),
                    LINEAR);
        }
    }

    private static void compile(Sheet sheet) {
        for (Query query : List.of(Query.E1, Query.E2, Query.E3)) {
            Measured ours = compiled(Engine.STOWAGE, query);
            sheet.faster("X2", "compile " + query, ours, compiled(Engine.CEL, query), 40);
            sheet.faster("X2", "compile " + query, ours, compiled(Engine.MVEL, query), 5);
            sheet.faster("X2", "compile " + query, ours, compiled(Engine.JEXL, query), 5);
        }
    }

    private static void evaluateCold(Sheet sheet) {
        for (Query query : Query.values()) {
            String work = "first answer " + query;
            Measured ours =
                    columns("cold", query, EvaluationBenchmark.INSTANCES).per(EvaluationBenchmark.INSTANCES);
            sheet.faster("X3", work, ours, evaluated(Engine.CEL, query), 500);
            sheet.faster("X3", work, ours, evaluated(Engine.JEXL, query), 150);
            sheet.faster("X3", work, ours, evaluated(Engine.SPEL, query), 150);
            sheet.faster("X3", work, ours, evaluated(Engine.MVEL, query), 50);
            Measured java = Measured.of("Java", "EvaluationBenchmark.handWritten query=" + query);
            sheet.faster("X3", work, ours, java, 40);
            sheet.atMostTimes(
                    "X3",
                    "first answer " + query + ", 100,000 against 1,000 instances",
                    columns("cold", query, 100_000).per(100_000),
                    columns("cold", query, 1000).per(1000),
                    1.5);
        }
    }

    private static void evaluateAgain(Sheet sheet) {
        for (Query query : Query.values()) {
            for (int size : SIZES) {
                String cluster = String.format(Locale.ROOT, ", %,d instances", size);
                Measured warm = columns("warm", query, size);
                sheet.atMost("X4", "same answer " + query + cluster, warm, 50);
                sheet.allocatesNothing("X4", "same answer " + query + cluster, warm);
                sheet.atMost("X5", "after 1 change " + query + cluster, columns("afterOneChange", query, size), 1050);
                sheet.atMost(
                        "X5",
                        "after 100 changes " + query + cluster,
                        columns("afterHundredChanges", query, size),
                        100_050);
            }
        }
    }

    private static void combine(Sheet sheet) {
        for (int size : List.of(10_000, 100_000)) {
            double words = Math.ceil(size / 64.0);
            String work = String.format(Locale.ROOT, "and, or, not over %,d instances, for 64", size);
            Measured ours = combined("Stowage", "stowage", size).per(words);
            sheet.atMostTimes("X6", work, ours, combined("words", "words", size).per(words), 1.1);
            sheet.faster("X6", work, ours, combined("BitSet", "bitSet", size).per(words), 1);
        }
    }

    /** Twice the length takes at most twice the time and a tenth. */
    private static final double LINEAR = 2.2;

    private static void hostile(Sheet sheet) {
        for (int length : List.of(2500, 5000)) {
            for (HostilePattern pattern : HostilePattern.values()) {
                sheet.atMostTimes(
                        "X7",
                        "match " + pattern.text() + " on " + 2 * length + " characters",
                        matched(pattern, 2 * length),
                        matched(pattern, length),
                        LINEAR);
            }
            for (HostileText text : HostileText.values()) {
                sheet.atMostTimes(
                        "X7",
                        "read " + text + ", " + 2 * length + " characters",
                        read(text, 2 * length),
                        read(text, length),
                        LINEAR);
            }
        }
        for (int length : List.of(450, 900)) {
            for (HostilePiece piece : HostilePiece.values()) {
                sheet.atMostTimes(
                        "X7",
                        "compile pattern " + piece + ", " + 2 * length + " characters",
                        longPattern(piece, 2 * length),
                        longPattern(piece, length),
                        LINEAR);
            }
        }
    }

    private static Measured parsed(String who, Query query) {
        return Measured.of(
                who.equals("stowage") ? "Stowage" : who.equals("cel") ? "CEL-Java" : "SpEL",
                "ParseBenchmark." + who + " query=" + query);
    }

    private static Measured compiled(Engine engine, Query query) {
        return Measured.of(engine.title(), "CompileBenchmark.compile engine=" + engine + " query=" + query);
    }

    private static Measured evaluated(Engine engine, Query query) {
        return Measured.of(engine.title(), "EvaluationBenchmark.evaluate engine=" + engine + " query=" + query);
    }

    private static Measured columns(String what, Query query, int size) {
        return Measured.of(
                String.format(Locale.ROOT, "%,d instances", size),
                "ColumnsBenchmark." + what + " instances=" + size + " query=" + query);
    }

    private static Measured combined(String who, String what, int size) {
        return Measured.of(who, "CombineBenchmark." + what + " instances=" + size);
    }

    private static Measured matched(HostilePattern pattern, int length) {
        return Measured.of("half", "HostileBenchmark.match length=" + length + " pattern=" + pattern);
    }

    private static Measured read(HostileText text, int length) {
        return Measured.of("half", "HostileBenchmark.read kind=" + text + " length=" + length);
    }

    private static Measured longPattern(HostilePiece piece, int length) {
        return Measured.of("half", "HostileBenchmark.compile length=" + length + " piece=" + piece);
    }
}
