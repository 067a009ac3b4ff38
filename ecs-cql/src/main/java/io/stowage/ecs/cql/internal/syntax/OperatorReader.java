package io.stowage.ecs.cql.internal.syntax;

import io.stowage.ecs.cql.ErrorKind;
import io.stowage.ecs.cql.ast.Operator;
import io.stowage.ecs.cql.ast.Subject;
import io.stowage.ecs.cql.internal.grammar.CqlLexer;
import io.stowage.ecs.cql.internal.text.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;

/** Reads the operator behind a subject, and sees that the subject takes it. */
final class OperatorReader {
    /** What people write for operators in other languages. */
    private static final Map<String, Operator> FOREIGN = Map.ofEntries(
            Map.entry("=", Operator.EQUALS),
            Map.entry("===", Operator.EQUALS),
            Map.entry("is", Operator.EQUALS),
            Map.entry("eq", Operator.EQUALS),
            Map.entry("<>", Operator.NOT_EQUALS),
            Map.entry("!==", Operator.NOT_EQUALS),
            Map.entry("ne", Operator.NOT_EQUALS),
            Map.entry("gt", Operator.GREATER_THAN),
            Map.entry("=>", Operator.GREATER_THAN_EQUAL),
            Map.entry("ge", Operator.GREATER_THAN_EQUAL),
            Map.entry("lt", Operator.LESS_THAN),
            Map.entry("=<", Operator.LESS_THAN_EQUAL),
            Map.entry("le", Operator.LESS_THAN_EQUAL),
            Map.entry("~", Operator.MATCHES),
            Map.entry("~=", Operator.MATCHES),
            Map.entry("like", Operator.MATCHES),
            Map.entry("contains", Operator.MATCHES));

    /** No spelling is longer. */
    private static final int LONGEST = "greater_than_equal".length();

    private final Source source;

    OperatorReader(Source source) {
        this.source = source;
    }

    /** The operator at a token that follows a subject. */
    Operator read(Subject subject, Token token) {
        switch (token.getType()) {
            case Token.EOF, CqlLexer.AND, CqlLexer.OR, CqlLexer.RPAREN ->
                throw source.fault(
                        ErrorKind.MISSING_OPERATOR,
                        token,
                        Source.code(subject.text()) + " has no operator. It takes " + accepted(subject) + ".",
                        subject.operators().contains(Operator.EXISTS)
                                ? List.of(subject.text() + " exists")
                                : List.of());
            default -> {
                // The spellings and the tokens of operators are the same set: the rest is reported.
            }
        }
        Operator operator = Operator.ofSpelling(source.textOf(token)).orElseThrow(() -> unknown(subject, token));
        if (!subject.operators().contains(operator)) {
            String message = Source.code(subject.text()) + " does not take " + Source.code(source.textOf(token))
                    + ". It takes " + accepted(subject) + ".";
            throw source.fault(ErrorKind.OPERATOR_NOT_SUPPORTED, token, message, List.of());
        }
        return operator;
    }

    private QueryFault unknown(Subject subject, Token token) {
        String message = source.found(token) + " is no operator. " + Source.code(subject.text()) + " takes "
                + accepted(subject) + ".";
        List<String> suggestions = repair(token)
                .map(Repair::operator)
                .filter(operator -> subject.operators().contains(operator))
                .map(operator -> operator.spellings().get(spelledInWords(token, operator) ? 1 : 0))
                .stream()
                .toList();
        return source.faultAtWord(ErrorKind.UNKNOWN_OPERATOR, token, message, suggestions);
    }

    /** What the text at a token was probably meant to be, and where that ends. */
    Optional<Repair> repair(Token token) {
        Optional<Repair> joined = joined(token);
        if (joined.isPresent()) {
            return joined;
        }
        String word = source.wordAt(token);
        String lower = word.toLowerCase(Locale.ROOT);
        return Stream.of(
                        Operator.ofSpelling(lower),
                        Operator.ofSpelling(lower.replace('-', '_')),
                        Optional.ofNullable(FOREIGN.get(lower)),
                        nearest(word))
                .flatMap(Optional::stream)
                .findFirst()
                .map(operator -> new Repair(operator, source.endOfWord(token)));
    }

    /** The operator that comes out when the gap behind the token is closed: {@code not in}, {@code ! exists}, {@code = ~}. */
    private Optional<Repair> joined(Token token) {
        String first = source.wordAt(token).toLowerCase(Locale.ROOT);
        if (first.length() > LONGEST) {
            return Optional.empty();
        }
        int start = source.skipWhitespace(source.endOfWord(token));
        int end = Math.min(start + LONGEST + 1, source.text().length());
        String rest = source.text().substring(start, end).toLowerCase(Locale.ROOT);
        String head = first + (Character.isLetter(first.charAt(0)) ? "_" : "");
        return Stream.of(Operator.values())
                .flatMap(operator -> operator.spellings().stream())
                .filter(spelling -> spelling.startsWith(head) && beginsWith(rest, spelling.substring(head.length())))
                .findFirst()
                .flatMap(spelling -> Operator.ofSpelling(spelling)
                        .map(operator -> new Repair(operator, start + spelling.length() - head.length())));
    }

    /**
     * An operator in place of what was written.
     *
     * @param operator what was probably meant
     * @param end the place behind the text that was meant so
     */
    record Repair(Operator operator, int end) {}

    private static boolean beginsWith(String rest, String tail) {
        if (tail.isEmpty() || !rest.startsWith(tail)) {
            return false;
        }
        boolean wordGoesOn = rest.length() > tail.length() && Character.isLetterOrDigit(rest.charAt(tail.length()));
        return !(wordGoesOn && Character.isLetter(tail.charAt(0)));
    }

    private static Optional<Operator> nearest(String word) {
        if (!Character.isLetter(word.charAt(0))) {
            return Optional.empty();
        }
        List<String> words = Stream.of(Operator.values())
                .flatMap(operator -> operator.spellings().stream())
                .filter(spelling -> Character.isLetter(spelling.charAt(0)))
                .toList();
        return Spelling.nearest(word, words).flatMap(Operator::ofSpelling);
    }

    /** A word is answered with a word, signs with signs; foreign words are too far from ours to insist. */
    private boolean spelledInWords(Token token, Operator operator) {
        String word = source.wordAt(token).toLowerCase(Locale.ROOT);
        return operator.spellings().size() > 1 && Character.isLetter(word.charAt(0)) && !FOREIGN.containsKey(word);
    }

    private static String accepted(Subject subject) {
        return subject.operators().stream().map(Operator::symbol).collect(Collectors.joining(", "));
    }
}
