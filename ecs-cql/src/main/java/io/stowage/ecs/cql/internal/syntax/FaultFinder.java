package io.stowage.ecs.cql.internal.syntax;

import io.stowage.ecs.cql.ClusterQueryError;
import io.stowage.ecs.cql.ErrorKind;
import io.stowage.ecs.cql.QueryLimits;
import io.stowage.ecs.cql.internal.grammar.CqlLexer;
import io.stowage.ecs.cql.internal.text.Words;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what is wrong with a text the grammar refused: reads it from the left, operand, connective, operand, and reports
 * what does not fit. Behind a fault it goes on only where the place of the next operand or connective is beyond doubt: the shape
 * of the predicate is whole though a word in it is bad, or the repair the fault suggests tells where the text goes on.
 */
final class FaultFinder {
    private static final Map<String, String> MISWRITTEN_CONNECTIVES = Map.of("&", "&&", "|", "||", ",", "and");

    private final Source source;
    private final int maxNesting;
    private final TokenCursor cursor;
    private final Nesting nesting;
    private final Faults faults = new Faults();
    private final PredicateChecker predicates;
    private final Deque<Token> open = new ArrayDeque<>();
    private @Nullable Token before;

    private FaultFinder(Source source, QueryLimits limits) {
        this.source = source;
        this.maxNesting = limits.maxNesting();
        this.cursor = new TokenCursor(source);
        this.nesting = new Nesting(maxNesting);
        this.predicates = new PredicateChecker(source, cursor, faults);
    }

    static List<ClusterQueryError> find(Source source, QueryLimits limits) {
        FaultFinder finder = new FaultFinder(source, limits);
        try {
            do {
                finder.operand();
            } while (finder.connective());
        } catch (QueryFault last) {
            finder.faults.errors().add(last.error());
        } catch (Faults.ReadingEnded ended) {
            // What was found stands.
        }
        return finder.faults.errors();
    }

    /** Reads one operand with the parentheses and negations before it; leaves the cursor behind it. */
    private void operand() {
        while (true) {
            Token token = cursor.peek();
            switch (token.getType()) {
                case CqlLexer.LPAREN -> {
                    enter(token, nesting.open());
                    open.push(token);
                }
                case CqlLexer.NOT -> enter(token, nesting.negate());
                case CqlLexer.ATTRIBUTE, CqlLexer.TASKGROUP, CqlLexer.FIELD -> {
                    predicates.check();
                    return;
                }
                case CqlLexer.AND, CqlLexer.OR, CqlLexer.RPAREN, Token.EOF -> {
                    faults.report(missingOperand(token));
                    if (token.getType() == CqlLexer.RPAREN && open.isEmpty()) {
                        // It closes nothing either, but one fault at one place is enough.
                        cursor.next();
                    }
                    return;
                }
                default -> {
                    if (!Words.isBare(source.text().charAt(source.start(token)))) {
                        throw missingOperand(token);
                    }
                    predicates.check();
                    return;
                }
            }
        }
    }

    private void enter(Token token, boolean allowed) {
        if (!allowed) {
            String message = "Parentheses and negations stand inside each other more than " + maxNesting + " deep.";
            throw source.fault(ErrorKind.NESTING_TOO_DEEP, token, message, List.of());
        }
        before = cursor.next();
    }

    /** Reads what stands behind an operand; false at the end of the text. */
    private boolean connective() {
        while (true) {
            Token token = cursor.peek();
            switch (token.getType()) {
                case Token.EOF -> {
                    open.descendingIterator().forEachRemaining(paren -> faults.report(notClosed(paren)));
                    return false;
                }
                case CqlLexer.AND, CqlLexer.OR -> {
                    nesting.endOperand();
                    before = cursor.next();
                    return true;
                }
                case CqlLexer.RPAREN -> {
                    close(token);
                    cursor.next();
                }
                default -> {
                    if (unexpected(token)) {
                        nesting.endOperand();
                        return true;
                    }
                }
            }
        }
    }

    private void close(Token token) {
        if (open.isEmpty()) {
            String message = "This `)` closes no parenthesis.";
            faults.report(source.fault(ErrorKind.UNBALANCED_PARENTHESIS, token, message, List.of()));
        } else {
            open.pop();
        }
        nesting.close();
        predicates.forget();
    }

    private QueryFault notClosed(Token paren) {
        return source.fault(
                ErrorKind.UNBALANCED_PARENTHESIS, paren, "The parenthesis that opens here is not closed.", List.of());
    }

    private QueryFault missingOperand(Token token) {
        String place = before == null ? " at the beginning" : " after " + Source.code(source.textOf(before));
        String message = "An expression such as `attribute:stack == prod` is missing" + place + "; found "
                + source.found(token) + ".";
        return source.fault(ErrorKind.MISSING_OPERAND, token, message, List.of());
    }

    /** Reports what stands where a connective should be; true when an operand follows, false when the last one goes on. */
    private boolean unexpected(Token token) {
        predicates.requireCertainEnd();
        String word = source.wordAt(token);
        String connective = connectiveFor(word);
        if (connective != null) {
            faults.report(fault(token, "", List.of(connective)));
            before = token;
            cursor.expectAnything(source.start(token) + word.length());
            return true;
        }
        if (predicates.endsInPlaceholder(token)) {
            throw fault(token, " The value looks like a placeholder that was not filled in.", List.of());
        }
        if (beginsOperand(token, word)) {
            faults.report(fault(token, " A connective is missing before it.", List.of("and " + word, "or " + word)));
            return true;
        }
        int end = predicates.endOfUnquotedValue(token);
        if (end < 0) {
            throw fault(token, "", List.of());
        }
        String quoted = predicates.quotedUpTo(end);
        faults.report(fault(token, " A value with blanks is written in quotes.", List.of(quoted)));
        cursor.expectAnything(end);
        predicates.forget();
        return false;
    }

    private QueryFault fault(Token token, String explanation, List<String> suggestions) {
        String message =
                "Expected `and`, `or` or the end of the expression, found " + source.found(token) + "." + explanation;
        return source.faultAtWord(ErrorKind.UNEXPECTED_TOKEN, token, message, suggestions);
    }

    private static @Nullable String connectiveFor(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.equals("and") || lower.equals("or") ? lower : MISWRITTEN_CONNECTIVES.get(word);
    }

    /** A parenthesis right behind a word rather belongs to it than begins something new. */
    private boolean beginsOperand(Token token, String word) {
        boolean apart = Words.isWhitespace(source.text().charAt(source.start(token) - 1));
        return apart && (token.getType() == CqlLexer.LPAREN || word.equals("not") || SubjectReader.isKnown(word));
    }
}
