package io.stowage.ecs.validation.spi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with words in braces. A word is, in this order: one that the finding gives; one that the rule declares; {@code value},
 * which is what stands at the place of the finding; {@code member}, which is what that place is called; or a member, by its name, of
 * the structure that the rule looks at.
 */
final class Message {
    private static final Pattern WORD = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");

    private final String template;
    private final Map<String, Function<View<?>, ?>> declared;

    Message(String template, Map<String, Function<View<?>, ?>> declared) {
        this.template = template;
        this.declared = new LinkedHashMap<>(declared);
    }

    String template() {
        return template;
    }

    /** The words that only a finding itself can give a value. */
    List<String> undeclared(Class<?> structure) {
        return WORD.matcher(template)
                .results()
                .map(found -> found.group(1))
                .filter(word -> !declared.containsKey(word)
                        && !word.equals("value")
                        && !word.equals("member")
                        && !Members.names(structure).contains(word))
                .toList();
    }

    String of(Finding finding) {
        // Most fixes have no words at all.
        return template.indexOf('{') < 0
                ? template
                : WORD.matcher(template)
                        .replaceAll(found -> Matcher.quoteReplacement(Texts.shown(shown(value(found, finding)))));
    }

    /** A view among the values stands for what it shows, which may be a placeholder: quoting is not judging. */
    private static @Nullable Object shown(@Nullable Object value) {
        Object plain = value instanceof View<?> view ? view.raw() : value;
        return plain == null ? "?" : plain;
    }

    private @Nullable Object value(MatchResult found, Finding finding) {
        String word = found.group(1);
        if (finding.gives(word)) {
            return finding.value(word);
        }
        Function<View<?>, ?> function = declared.get(word);
        if (function != null) {
            return quietly(function, finding.looksAt());
        }
        if (word.equals("value")) {
            return finding.place().raw();
        }
        if (word.equals("member")) {
            return finding.place().name();
        }
        Object structure = finding.looksAt().raw();
        return structure == null ? null : Members.read(structure, word);
    }

    private static @Nullable Object quietly(Function<View<?>, ?> function, View<?> view) {
        try {
            return function.apply(view);
        } catch (Silence e) {
            // The finding stands; only a word that would have made it clearer is not known.
            return null;
        }
    }
}
