package io.stowage.ecs.validation.diff;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One change between two revisions.
 *
 * @param path where, in the form of a JSON pointer that begins with {@code /taskDefinition} or {@code /service}; elements of lists
 *     are named by what identifies them, {@code /taskDefinition/containerDefinitions/web/environment/MODE}
 * @param before the value before, as plain JSON; {@code null} if it was not there
 * @param after the value after, as plain JSON; {@code null} if it is not there any more
 * @param effects what it touches, in the order of the constants; unmodifiable, never empty
 * @param consequence what it does, as a sentence without a subject and full stop
 */
public record RevisionChange(
        String path, @Nullable Object before, @Nullable Object after, Set<ChangeEffect> effects, String consequence) {
    /** Copies the effects. */
    public RevisionChange {
        effects = Collections.unmodifiableSet(EnumSet.copyOf(effects));
    }

    /** One line: the path, what became of what, the effects and what they mean. */
    @Override
    public String toString() {
        return path + ": " + shown(before) + " -> " + shown(after) + " ["
                + effects.stream().map(ChangeEffect::label).collect(Collectors.joining(", ")) + "] " + consequence;
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "(absent)" : value.toString();
    }
}
