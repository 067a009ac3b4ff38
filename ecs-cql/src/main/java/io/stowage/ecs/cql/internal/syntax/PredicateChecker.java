package io.stowage.ecs.cql.internal.syntax;

import io.stowage.ecs.cql.ErrorKind;
import io.stowage.ecs.cql.ast.Operator;
import io.stowage.ecs.cql.ast.Subject;
import io.stowage.ecs.cql.internal.grammar.CqlLexer;
import io.stowage.ecs.cql.internal.text.Words;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Finds out what is wrong with one predicate: first the subject, then the operator, then what follows it. */
final class PredicateChecker {
    private final Source source;
    private final TokenCursor cursor;
    private final Faults faults;
    private final SubjectReader subjects;
    private final OperatorReader operators;
    private final ValueReader values;
    private final ListChecker lists;
    private boolean faulty;
    private int valueStart;

    PredicateChecker(Source source, TokenCursor cursor, Faults faults) {
        this.source = source;
        this.cursor = cursor;
        this.faults = faults;
        this.subjects = new SubjectReader(source);
        this.operators = new OperatorReader(source);
        this.values = new ValueReader(source);
        this.lists = new ListChecker(source, cursor, this);
    }

    /** Reads the predicate that begins at the next token, whatever its kind; leaves the cursor behind it. */
    void check() {
        forget();
        Token word = cursor.next();
        // The token may be a part of the word only.
        cursor.expectOperator(source.endOfWord(word));
        Subject subject = null;
        try {
            subject = subjects.read(word);
        } catch (QueryFault fault) {
            report(fault);
        }
        Operator operator = subject == null ? operatorOfUnknown() : operator(subject);
        if (operator != null) {
            argument(subject != null && subject.operators().contains(operator) ? subject : null, operator);
        }
    }

    /** Ends the reading when the last predicate had a fault and may go on with what comes next. */
    void requireCertainEnd() {
        if (faulty) {
            throw new Faults.ReadingEnded();
        }
    }

    /** Forgets the last predicate: what comes next does not belong to it. */
    void forget() {
        faulty = false;
        valueStart = -1;
    }

    /** Keeps a fault of this predicate. */
    void report(QueryFault fault) {
        faulty = true;
        faults.report(fault);
    }

    /** Where the run of plain words ends that would be the value of this predicate if it were quoted; -1 when none would. */
    int endOfUnquotedValue(Token token) {
        int at = source.start(token);
        int end = -1;
        while (valueStart >= 0) {
            int wordEnd = Words.endOfWord(source.text(), at);
            if (wordEnd == at || Words.isReserved(source.text().substring(at, wordEnd))) {
                return end;
            }
            end = wordEnd;
            at = source.skipWhitespace(wordEnd);
        }
        return end;
    }

    /** Whether the value of this predicate is a template's, such as {@code ${zones[0]}}, cut at the first character of a token. */
    boolean endsInPlaceholder(Token token) {
        if (valueStart < 0) {
            return false;
        }
        String value = source.text().substring(valueStart, source.start(token));
        boolean joined = !Words.isWhitespace(value.charAt(value.length() - 1));
        return joined && (value.contains("${") || value.contains("#{") || value.contains("{{"));
    }

    /** The text from the value of this predicate up to a place, in quotes. */
    String quotedUpTo(int end) {
        return Words.quote(source.text().substring(valueStart, end));
    }

    /** Reads one value, typed when the subject is known. */
    void value(@Nullable Subject subject, Token token) {
        if (subject == null) {
            values.requireValue(token, "a value", List.of());
        } else {
            values.read(subject, token);
        }
    }

    /** Without a subject only a well-formed operator or a clear end shows how the text goes on. */
    private @Nullable Operator operatorOfUnknown() {
        Token token = cursor.peek();
        Operator operator = Operator.ofSpelling(source.textOf(token)).orElse(null);
        if (operator != null) {
            cursor.next();
        } else if (!endsPredicate(token)) {
            throw new Faults.ReadingEnded();
        }
        return operator;
    }

    private @Nullable Operator operator(Subject subject) {
        Token token = cursor.peek();
        try {
            Operator operator = operators.read(subject, token);
            cursor.next();
            return operator;
        } catch (QueryFault fault) {
            report(fault);
            return switch (fault.error().kind()) {
                case MISSING_OPERATOR -> null;
                case OPERATOR_NOT_SUPPORTED -> {
                    cursor.next();
                    yield Operator.ofSpelling(source.textOf(token)).orElseThrow();
                }
                default -> repaired(token);
            };
        }
    }

    private Operator repaired(Token token) {
        OperatorReader.Repair repair = operators.repair(token).orElseThrow(Faults.ReadingEnded::new);
        switch (repair.operator().shape()) {
            case EXISTENCE -> cursor.expectAnything(repair.end());
            case COMPARISON -> cursor.expectValue(repair.end());
            case MEMBERSHIP -> cursor.expectList(repair.end());
            case MATCH -> cursor.expectPattern(repair.end());
        }
        return repair.operator();
    }

    private void argument(@Nullable Subject subject, Operator operator) {
        switch (operator.shape()) {
            case EXISTENCE -> {
                // Nothing follows.
            }
            case COMPARISON, MATCH -> single(subject, operator.shape() == Operator.Shape.MATCH);
            case MEMBERSHIP -> lists.check(subject);
        }
    }

    private void single(@Nullable Subject subject, boolean pattern) {
        Token token = cursor.peek();
        try {
            if (pattern) {
                values.pattern(token);
            } else {
                value(subject, token);
            }
            cursor.next();
            if (token.getType() != CqlLexer.STRING) {
                valueStart = source.start(token);
            }
        } catch (QueryFault fault) {
            report(fault);
            if (fault.error().kind() == ErrorKind.UNTERMINATED_STRING) {
                throw new Faults.ReadingEnded();
            }
            if (fault.error().kind() == ErrorKind.MISSING_VALUE) {
                skipMissingValue(token);
            } else {
                skipBadValue(token, fault);
            }
        }
    }

    /** A pattern that was cut at a blank goes on to where the suggested quotes would end. */
    private void skipBadValue(Token token, QueryFault fault) {
        cursor.next();
        if (fault.error().kind() == ErrorKind.INVALID_PATTERN
                && !fault.error().suggestions().isEmpty()) {
            String whole = Words.unquote(fault.error().suggestions().get(0));
            cursor.expectAnything(source.start(token) + whole.length());
        }
    }

    private void skipMissingValue(Token token) {
        String text = source.text();
        int start = source.start(token);
        String word = source.textOf(token);
        if (word.equals("and") || word.equals("or")) {
            cursor.next();
            if (!endsPredicate(cursor.peek())) {
                // Something follows that it connects: the value was forgotten. Otherwise it is the value, without its
                // quotes.
                cursor.expectAnything(start);
            }
        } else if (word.equals("not")) {
            cursor.next();
        } else if (text.startsWith("&&", start) || text.startsWith("||", start) || text.startsWith(")", start)) {
            cursor.expectAnything(start);
        } else if (start < text.length()) {
            skipBracketed(start);
        }
    }

    /** {@code (prod)} and {@code [prod]} where {@code prod} was wanted. */
    private void skipBracketed(int start) {
        String text = source.text();
        int wordStart = source.skipWhitespace(start + 1);
        int wordEnd = Words.endOfWord(text, wordStart);
        int end = source.skipWhitespace(wordEnd);
        boolean bracketed = "([".indexOf(text.charAt(start)) >= 0
                && wordEnd > wordStart
                && end < text.length()
                && text.charAt(end) == (text.charAt(start) == '(' ? ')' : ']');
        if (!bracketed) {
            throw new Faults.ReadingEnded();
        }
        cursor.expectAnything(end + 1);
    }

    private static boolean endsPredicate(Token token) {
        return switch (token.getType()) {
            case Token.EOF, CqlLexer.AND, CqlLexer.OR, CqlLexer.RPAREN -> true;
            default -> false;
        };
    }
}
