package io.stowage.ecs.validation.spi;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One finding of a rule before its message is made: the place, and the values that the words in braces stand for. */
public final class Finding {
    private final View<?> looksAt;
    private final View<?> place;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    Finding(View<?> looksAt, View<?> place) {
        this.looksAt = looksAt;
        this.place = place;
    }

    /**
     * Gives a value to a word of the message or the fix.
     *
     * @param word the word, without braces
     * @param value what to write in its place; a view stands for the value it shows
     * @return this finding
     */
    public Finding with(String word, @Nullable Object value) {
        values.put(word, value);
        return this;
    }

    /** The place that the rule was looking at when it made the finding. */
    View<?> looksAt() {
        return looksAt;
    }

    /** The place that the finding points at. */
    View<?> place() {
        return place;
    }

    boolean gives(String word) {
        return values.containsKey(word);
    }

    @Nullable
    Object value(String word) {
        return values.get(word);
    }
}
