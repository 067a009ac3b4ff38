package io.stowage.ecs.cql.internal.syntax;

import io.stowage.ecs.cql.ErrorKind;
import io.stowage.ecs.cql.ast.AttributeSubject;
import io.stowage.ecs.cql.ast.Field;
import io.stowage.ecs.cql.ast.Subject;
import io.stowage.ecs.cql.ast.TaskGroupSubject;
import io.stowage.ecs.cql.internal.text.BuiltInAttributes;
import io.stowage.ecs.cql.internal.text.Spelling;
import io.stowage.ecs.cql.internal.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;

/** Reads the word that begins a predicate. */
final class SubjectReader {
    private static final String SUBJECTS =
            "agentConnected, agentVersion, ec2InstanceId, registeredAt, runningTasksCount, attribute:NAME and task:group";
    private static final List<String> FIXED = Stream.concat(
                    Stream.of(Field.values()).map(Field::text), Stream.of(TaskGroupSubject.TEXT))
            .toList();
    private static final Pattern MISWRITTEN_PREFIX = Pattern.compile("(?i)(?:attributes?|attrs?)[:.](.+)");

    private final Source source;

    SubjectReader(Source source) {
        this.source = source;
    }

    /** The subject that begins at a token; the whole word counts, whatever part of it the token is. */
    Subject read(Token token) {
        String word = source.wordAt(token);
        if (word.startsWith(AttributeSubject.PREFIX)) {
            return attribute(source.start(token), word.substring(AttributeSubject.PREFIX.length()));
        }
        if (word.equals(TaskGroupSubject.TEXT)) {
            return new TaskGroupSubject();
        }
        Optional<Field> field = Field.ofText(word);
        if (field.isPresent()) {
            return field.get();
        }
        String message = Source.code(word) + " is no subject of a query. Subjects are " + SUBJECTS + ".";
        throw source.faultAtWord(ErrorKind.UNKNOWN_SUBJECT, token, message, suggestions(token, word));
    }

    /** Whether a word could begin a predicate. */
    static boolean isKnown(String word) {
        return FIXED.contains(word) || word.startsWith(AttributeSubject.PREFIX);
    }

    private AttributeSubject attribute(int wordStart, String name) {
        int start = wordStart + AttributeSubject.PREFIX.length();
        int bad = Words.endOfName(name);
        if (bad < name.length()) {
            int end = bad + Character.charCount(name.codePointAt(bad));
            throw name(
                    start + bad,
                    start + end,
                    Source.code(name.substring(bad, end)) + " is not allowed in an attribute name.");
        }
        if (name.isEmpty()) {
            throw name(
                    start,
                    Math.min(start + 1, source.text().length()),
                    "The attribute name behind `attribute:` is missing.");
        }
        if (name.length() > AttributeSubject.MAX_NAME_LENGTH) {
            throw name(start, start + name.length(), name.length() + " characters are too many for an attribute name.");
        }
        return new AttributeSubject(name);
    }

    private QueryFault name(int start, int end, String problem) {
        String message = problem + " A name has 1 to 128 characters: letters, digits, - _ / \\ and the dot.";
        return source.fault(ErrorKind.INVALID_ATTRIBUTE_NAME, start, end, message, List.of());
    }

    private List<String> suggestions(Token token, String word) {
        Optional<String> joined = joinedAttribute(token, word);
        if (joined.isPresent()) {
            return List.of(joined.get());
        }
        var prefixed = MISWRITTEN_PREFIX.matcher(word);
        if (prefixed.matches() && isName(prefixed.group(1))) {
            return List.of(AttributeSubject.PREFIX + prefixed.group(1));
        }
        Optional<String> nearest = Spelling.nearest(word, FIXED);
        if (nearest.isPresent()) {
            return List.of(nearest.get());
        }
        if (!isName(word)) {
            return List.of();
        }
        return Stream.concat(builtIn(word).stream(), Stream.of(word))
                .map(AttributeSubject.PREFIX::concat)
                .distinct()
                .toList();
    }

    /** {@code attribute :stack}: the name was torn off. */
    private Optional<String> joinedAttribute(Token token, String word) {
        if (!word.equals("attribute")) {
            return Optional.empty();
        }
        int start = source.skipWhitespace(source.endOfWord(token));
        String rest = source.text().substring(start, Words.endOfWord(source.text(), start));
        boolean torn = rest.startsWith(":") && isName(rest.substring(1));
        return torn ? Optional.of(word + rest) : Optional.empty();
    }

    /** {@code instanceType} is how the rest of the API writes what an attribute calls {@code ecs.instance-type}. */
    private static Optional<String> builtIn(String word) {
        return BuiltInAttributes.names().stream()
                .filter(name -> letters(name.substring("ecs.".length())).equals(letters(word)))
                .findFirst();
    }

    private static String letters(String text) {
        return text.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= AttributeSubject.MAX_NAME_LENGTH
                && Words.endOfName(text) == text.length();
    }
}
