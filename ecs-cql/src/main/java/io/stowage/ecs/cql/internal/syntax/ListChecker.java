package io.stowage.ecs.cql.internal.syntax;

import io.stowage.ecs.cql.ErrorKind;
import io.stowage.ecs.cql.ast.Subject;
import io.stowage.ecs.cql.internal.grammar.CqlLexer;
import io.stowage.ecs.cql.internal.text.Words;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Finds out what is wrong with the list behind {@code in} and {@code not_in}. */
final class ListChecker {
    private final Source source;
    private final TokenCursor cursor;
    private final PredicateChecker predicate;

    ListChecker(Source source, TokenCursor cursor, PredicateChecker predicate) {
        this.source = source;
        this.cursor = cursor;
        this.predicate = predicate;
    }

    /** Reads the list that should begin at the next token; leaves the cursor behind it. */
    void check(@Nullable Subject subject) {
        Token start = cursor.next();
        if (start.getType() != CqlLexer.LBRACK) {
            notAList(start);
            return;
        }
        if (cursor.peek().getType() == CqlLexer.RBRACK) {
            String message = "The list is empty; expected at least one value.";
            predicate.report(source.fault(ErrorKind.EMPTY_LIST, start, message, List.of()));
            cursor.next();
            return;
        }
        do {
            element(start, subject);
        } while (separator(start));
    }

    private void element(Token start, @Nullable Subject subject) {
        Token token = cursor.peek();
        switch (token.getType()) {
            case Token.EOF -> throw notClosed(start);
            // Both are looked at again as what follows the element.
            case CqlLexer.COMMA, CqlLexer.RBRACK -> predicate.report(invalid(token, "a value", List.of()));
            case CqlLexer.LBRACK -> throw invalid(token, "a value", List.of());
            default -> value(subject, token);
        }
    }

    private void value(@Nullable Subject subject, Token token) {
        boolean quote = "'\"".indexOf(source.text().charAt(source.start(token))) >= 0;
        if (token.getType() == CqlLexer.ERR_LIST && !quote) {
            throw invalid(token, "a value", List.of());
        }
        try {
            predicate.value(subject, token);
        } catch (QueryFault fault) {
            if (fault.error().kind() == ErrorKind.UNTERMINATED_STRING) {
                throw fault;
            }
            predicate.report(fault);
        }
        cursor.next();
    }

    /** Reads what stands behind an element; false behind the end of the list. */
    private boolean separator(Token start) {
        Token token = cursor.next();
        return switch (token.getType()) {
            case CqlLexer.COMMA -> true;
            case CqlLexer.RBRACK -> false;
            case Token.EOF -> throw notClosed(start);
            default -> {
                int end = endOfWords(token);
                String suggestion = suggestion(start, end);
                QueryFault fault =
                        invalid(token, "`,` or the closing `]`", suggestion == null ? List.of() : List.of(suggestion));
                if (suggestion == null) {
                    // Among other things this is how a list looks whose bracket was forgotten.
                    throw fault;
                }
                predicate.report(fault);
                cursor.expectList(end);
                yield separator(start);
            }
        };
    }

    /** The place of the comma or bracket behind a run of plain words; -1 when something else comes first. */
    private int endOfWords(Token token) {
        String text = source.text();
        int at = source.start(token);
        while (true) {
            int end = Words.endOfWord(text, at);
            if (end == at || Words.isReserved(text.substring(at, end))) {
                return -1;
            }
            at = source.skipWhitespace(end);
            if (at < text.length() && ",]".indexOf(text.charAt(at)) >= 0) {
                return at;
            }
        }
    }

    /** The element with its blanks, in quotes. */
    private @Nullable String suggestion(Token start, int end) {
        if (end < 0) {
            return null;
        }
        String text = source.text();
        int from = Math.max(text.lastIndexOf(',', end - 1), source.start(start));
        return Words.quote(text.substring(from + 1, end).strip());
    }

    private void notAList(Token token) {
        String word = source.textOf(token);
        boolean plain =
                (token.getType() == CqlLexer.BARE || token.getType() == CqlLexer.STRING) && !Words.isReserved(word);
        int closing = closingOfRoundList(token);
        List<String> suggestions = List.of();
        if (plain) {
            suggestions = List.of("[" + word + "]");
        } else if (closing >= 0) {
            suggestions = List.of("[" + source.text().substring(source.end(token), closing) + "]");
        }
        String message = "Expected a list in square brackets, found " + source.found(token) + ".";
        predicate.report(source.fault(ErrorKind.EXPECTED_LIST, token, message, suggestions));
        if (token.getType() != Token.EOF) {
            goOnBehind(plain ? source.end(token) : closing < 0 ? -1 : closing + 1);
        }
    }

    private void goOnBehind(int end) {
        if (end < 0) {
            throw new Faults.ReadingEnded();
        }
        cursor.expectAnything(end);
    }

    /** Where {@code (a, b)} ends; -1 when it is something else. */
    private int closingOfRoundList(Token token) {
        String text = source.text();
        int at = source.start(token);
        if (at == text.length() || text.charAt(at) != '(') {
            return -1;
        }
        do {
            int word = source.skipWhitespace(at + 1);
            int end = Words.endOfWord(text, word);
            if (end == word) {
                return -1;
            }
            at = source.skipWhitespace(end);
        } while (at < text.length() && text.charAt(at) == ',');
        return at < text.length() && text.charAt(at) == ')' ? at : -1;
    }

    private QueryFault invalid(Token token, String wanted, List<String> suggestions) {
        String message = "Expected " + wanted + " in the list, found " + source.found(token) + ".";
        return source.fault(ErrorKind.INVALID_LIST_ELEMENT, token, message, suggestions);
    }

    private QueryFault notClosed(Token start) {
        return source.fault(
                ErrorKind.UNTERMINATED_LIST, start, "The list that begins here is not closed by `]`.", List.of());
    }
}
