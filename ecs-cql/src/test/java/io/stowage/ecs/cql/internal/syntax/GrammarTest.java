package io.stowage.ecs.cql.internal.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.cql.ClusterQuery;
import io.stowage.ecs.cql.internal.grammar.CqlLexer;
import io.stowage.ecs.cql.internal.grammar.CqlParser;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;
import org.junit.jupiter.api.Test;

class GrammarTest {
    private static final List<String> PIECES = List.of(
            "attribute:a == x",
            "not ",
            "!",
            "(",
            ")",
            " and ",
            " || ",
            "attribute:b in [x, 'y']",
            "task:group exists",
            "agentVersion < 1.2",
            "attribute:c =~ (a|b).*",
            "foo",
            "é",
            "=");

    @Test
    void grammar_anyQuery_isReadInOneWayOnly() {
        Random random = new Random(71);
        for (int i = 0; i < 20_000; i++) {
            String text = text(random);
            if (ClusterQuery.tryParse(text).query().isPresent()) {
                CqlParser parser = parser(text);
                parser.removeErrorListeners();
                parser.addErrorListener(new Strict(text));
                parser.getInterpreter().setPredictionMode(PredictionMode.LL_EXACT_AMBIG_DETECTION);

                assertThat(parser.expression()).isNotNull();
            }
        }
    }

    @Test
    void runtime_hostileInput_doesNotGrowItsTables() {
        Random random = new Random(72);
        tryMany(random, 5_000);
        long before = tableSize();

        tryMany(random, 50_000);

        assertThat(tableSize())
                .as("grows with the grammar, not with what is read")
                .isLessThan(1_000);
        assertThat(tableSize() - before).isLessThan(before / 5);
    }

    private static void tryMany(Random random, int count) {
        for (int i = 0; i < count; i++) {
            ClusterQuery.tryParse(text(random) + (char) random.nextInt(0x10000) + text(random));
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int p = random.nextInt(9); p >= 0; p--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    /** The states that lexer and parser keep for all who use them. */
    private static long tableSize() {
        CqlParser parser = parser("");
        CqlLexer lexer = (CqlLexer) parser.getTokenStream().getTokenSource();
        return Stream.concat(
                        Stream.of(parser.getInterpreter().decisionToDFA),
                        Stream.of(lexer.getInterpreter().decisionToDFA))
                .mapToLong(dfa -> dfa.states.size())
                .sum();
    }

    private static CqlParser parser(String text) {
        CqlLexer lexer = new CqlLexer(new Utf16CharStream(text));
        lexer.removeErrorListeners();
        return new CqlParser(new CommonTokenStream(lexer));
    }

    /** Any doubt of the parser is a failure. */
    private static final class Strict extends BaseErrorListener {
        private final String text;

        Strict(String text) {
            this.text = text;
        }

        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer, Object symbol, int line, int at, String message, RecognitionException e) {
            throw new AssertionError(text + ": " + message);
        }

        @Override
        public void reportAmbiguity(
                Parser parser, DFA dfa, int start, int stop, boolean exact, BitSet alternatives, ATNConfigSet configs) {
            throw new AssertionError("ambiguous: " + text);
        }

        @Override
        public void reportAttemptingFullContext(
                Parser parser, DFA dfa, int start, int stop, BitSet alternatives, ATNConfigSet configs) {
            throw new AssertionError("SLL does not suffice: " + text);
        }
    }
}
