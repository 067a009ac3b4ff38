package io.stowage.ecs.cql.internal.syntax;

import com.google.re2j.Pattern;
import io.stowage.ecs.cql.ClusterQueryError;
import io.stowage.ecs.cql.ErrorKind;
import io.stowage.ecs.cql.ast.BooleanLiteral;
import io.stowage.ecs.cql.ast.InstantLiteral;
import io.stowage.ecs.cql.ast.IntegerLiteral;
import io.stowage.ecs.cql.ast.Literal;
import io.stowage.ecs.cql.ast.PatternLiteral;
import io.stowage.ecs.cql.ast.Subject;
import io.stowage.ecs.cql.ast.TextLiteral;
import io.stowage.ecs.cql.ast.TextRange;
import io.stowage.ecs.cql.ast.Version;
import io.stowage.ecs.cql.ast.VersionLiteral;
import io.stowage.ecs.cql.internal.grammar.CqlLexer;
import io.stowage.ecs.cql.internal.text.InvalidRegexException;
import io.stowage.ecs.cql.internal.text.RegexReader;
import io.stowage.ecs.cql.internal.text.Values;
import io.stowage.ecs.cql.internal.text.Words;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Reads a value as the type its subject has, or a pattern. */
final class ValueReader {
    private static final String DATES = "an existing date written as 2018-06-18, 2018-06-18T22:28:28,"
            + " 2018-06-18T22:28:28Z or 2018-06-18T22:28:28+00:00";

    /** A pattern of more words than this is no pattern with blanks, and trying them all would cost. */
    private static final int MOST_WORDS = 8;

    private final Source source;
    /** Most queries have no pattern. */
    private Map<String, Pattern> patterns = Map.of();

    ValueReader(Source source) {
        this.source = source;
    }

    /** The value at a token that follows a comparison operator. */
    Literal read(Subject subject, Token token) {
        requireValue(token, "a value", List.of());
        return typed(subject, token);
    }

    /** The patterns read so far, by their text, of which the engine has compiled something. */
    Map<String, Pattern> patterns() {
        return patterns;
    }

    /** The regular expression at a token that follows a match operator. */
    PatternLiteral pattern(Token token) {
        requireValue(token, "a regular expression", List.of());
        String written = source.textOf(token);
        String regex = Words.unquote(written);
        try {
            Pattern compiled = RegexReader.check(regex);
            if (compiled != null) {
                if (patterns.isEmpty()) {
                    patterns = new HashMap<>();
                }
                patterns.put(regex, compiled);
            }
        } catch (InvalidRegexException e) {
            String message = "The regular expression " + Source.code(written) + " cannot be used: " + e.reason()
                    + " (at index " + e.index() + " of the pattern).";
            int start = source.start(token);
            throw new QueryFault(new ClusterQueryError(
                    ErrorKind.INVALID_PATTERN,
                    start,
                    written.length(),
                    source.text(),
                    message,
                    start + indexInWritten(written, e.index()),
                    quotedPattern(token)));
        }
        return new PatternLiteral(regex, written, range(token));
    }

    /** Where a character of a value stands in the value as written, behind a quote and with doubled ones. */
    private static int indexInWritten(String written, int index) {
        char quote = written.charAt(0);
        if (quote != '\'' && quote != '"') {
            return index;
        }
        int at = 1;
        for (int i = 0; i < index; i++) {
            at += written.charAt(at) == quote ? 2 : 1;
        }
        return at;
    }

    /** Reports anything at a token that is no whole value. */
    void requireValue(Token token, String wanted, List<String> suggestions) {
        int type = token.getType();
        if (startsWithQuote(token) && !isWholeString(token)) {
            String quote = source.text().substring(source.start(token), source.start(token) + 1);
            String message = "The value that begins here is not closed by " + Source.code(quote)
                    + ". Inside quotes a doubled quote stands for one.";
            int end = source.text().length();
            throw source.fault(ErrorKind.UNTERMINATED_STRING, source.start(token), end, message, List.of());
        }
        boolean value = type == CqlLexer.BARE || type == CqlLexer.STRING || type == CqlLexer.REGEX;
        if (!value) {
            String message = "Expected " + wanted + ", found " + source.found(token) + ".";
            throw source.fault(ErrorKind.MISSING_VALUE, token, message, suggestions);
        }
        String word = type == CqlLexer.STRING ? "" : source.textOf(token);
        if (Words.isReserved(word)) {
            String message =
                    "Expected " + wanted + ", found " + Source.code(word) + ", which is a value only in quotes.";
            throw source.fault(ErrorKind.MISSING_VALUE, token, message, List.of(Words.quote(word)));
        }
    }

    private boolean startsWithQuote(Token token) {
        int start = source.start(token);
        if (start == source.text().length()) {
            return false;
        }
        char first = source.text().charAt(start);
        return first == '\'' || first == '"';
    }

    /** A string with one more quote behind it ends in a doubled quote, not in its closing one. */
    private boolean isWholeString(Token token) {
        String text = source.text();
        int end = source.end(token);
        return token.getType() == CqlLexer.STRING
                && !(end < text.length() && text.charAt(end) == text.charAt(source.start(token)));
    }

    private Literal typed(Subject subject, Token token) {
        String written = source.textOf(token);
        String text = Words.unquote(written);
        TextRange range = range(token);
        return switch (subject.valueType()) {
            case TEXT -> new TextLiteral(text, written, range);
            case BOOLEAN -> {
                Boolean value = Values.bool(text);
                if (value == null) {
                    throw invalid(ErrorKind.INVALID_BOOLEAN, subject, token, "true or false", truth(text));
                }
                yield new BooleanLiteral(value, written, range);
            }
            case INTEGER -> {
                Integer value = Values.integer(text);
                if (value == null) {
                    throw invalid(ErrorKind.INVALID_NUMBER, subject, token, "1 to 9 digits without a sign", List.of());
                }
                yield new IntegerLiteral(value, written, range);
            }
            case VERSION -> new VersionLiteral(version(subject, token, text), written, range);
            case INSTANT -> {
                Instant value = Values.instant(text);
                if (value == null) {
                    throw invalid(ErrorKind.INVALID_DATE, subject, token, DATES, withSeconds(text));
                }
                yield new InstantLiteral(value, written, range);
            }
            case PATTERN -> throw new IllegalStateException("no subject is compared with a pattern: " + subject);
        };
    }

    private Version version(Subject subject, Token token, String text) {
        String wanted = "1 to 4 numbers separated by dots, such as 1.68.2";
        return shortVersion(text).orElseThrow(() -> {
            String bare = text.replaceFirst("^[vV]", "").replaceFirst("[-+].*$", "");
            List<String> suggestions =
                    shortVersion(bare).map(Version::toString).stream().toList();
            return invalid(ErrorKind.INVALID_VERSION, subject, token, wanted, suggestions);
        });
    }

    private static Optional<Version> shortVersion(String text) {
        return text.chars().filter(c -> c == '.').count() < VersionLiteral.MAX_PARTS
                ? Version.parse(text)
                : Optional.empty();
    }

    private QueryFault invalid(ErrorKind kind, Subject subject, Token token, String wanted, List<String> suggestions) {
        String message = Source.code(subject.text()) + " is compared with " + wanted + ", not with "
                + Source.code(source.textOf(token)) + ".";
        return source.fault(kind, token, message, suggestions);
    }

    private static List<String> truth(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Values.bool(lower) == null ? List.of("true", "false") : List.of(lower);
    }

    private static List<String> withSeconds(String text) {
        String full = text + ":00";
        return Values.instant(full) == null ? List.of() : List.of(full);
    }

    /** An unquoted pattern that was cut at a blank is offered in quotes, as far as its brackets reach. */
    private List<String> quotedPattern(Token token) {
        String text = source.text();
        int start = source.start(token);
        if (token.getType() != CqlLexer.REGEX) {
            return List.of();
        }
        int words = 0;
        for (int end = source.end(token); end < text.length() && words < MOST_WORDS; words++) {
            int next = source.skipWhitespace(end);
            while (next < text.length() && !Words.isWhitespace(text.charAt(next))) {
                next++;
            }
            String candidate = text.substring(start, next);
            if (RegexReader.isCompleteRegex(candidate)) {
                return List.of(Words.quote(candidate));
            }
            end = next;
        }
        return List.of();
    }

    private TextRange range(Token token) {
        return new TextRange(source.start(token), source.end(token));
    }
}
