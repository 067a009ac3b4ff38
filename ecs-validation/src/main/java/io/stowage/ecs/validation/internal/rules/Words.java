package io.stowage.ecs.validation.internal.rules;

import io.stowage.ecs.model.diagnostic.Names;
import io.stowage.ecs.validation.spi.Member;
import io.stowage.ecs.validation.spi.View;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the messages of several rules are made of. */
final class Words {
    private static final Pattern STAND_IN = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+");

    private Words() {}

    /** What stands at a member, for rules that find it absent or wrong: {@code "x"} or {@code missing}. */
    static <T> Function<View<T>, String> found(Member<? super T, ?> member) {
        return view -> {
            Object value = view.find(member);
            return value == null ? "missing" : "\"" + value + "\"";
        };
    }

    /** The first character that is not accepted, in quotes; null if all are. */
    static @Nullable String firstOutside(String text, IntPredicate accepted) {
        int at = indexOfFirstOutside(text, accepted);
        return at < 0 ? null : "\"" + Character.toString(text.codePointAt(at)) + "\"";
    }

    /** Where the first character stands that is not accepted; -1 if all are. */
    static int indexOfFirstOutside(String text, IntPredicate accepted) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!accepted.test(text.codePointAt(i))) {
                return i;
            }
        }
        return -1;
    }

    /**
     * What is wrong with the form of an id or an ARN. A word such as {@code PRIVATE_SUBNET_ONE} is left alone: no id and no ARN looks
     * like it, and those who fill in templates by search and replace write such words for what is still to come.
     */
    static Predicate<String> notOfForm(Predicate<String> form) {
        return text -> !form.test(text) && !isStandIn(text);
    }

    /** A word in capitals with at least one underscore between its letters and digits. */
    static boolean isStandIn(String text) {
        return STAND_IN.matcher(text).matches();
    }

    /** Letters of ASCII, digits, hyphen and underscore: what most names of ECS are made of. */
    static boolean isOfNames(int character) {
        return isAsciiLetterOrDigit(character) || character == '-' || character == '_';
    }

    static boolean isAsciiLetterOrDigit(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
    }

    /** Unicode characters, of which some take two of Java's. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** A sentence that names the nearest known name, with a space before it; empty if none is near. */
    static String nearest(String written, Collection<String> known) {
        String nearest = Names.nearest(written, known);
        return nearest == null ? "" : " `" + nearest + "` is the nearest known name.";
    }
}
