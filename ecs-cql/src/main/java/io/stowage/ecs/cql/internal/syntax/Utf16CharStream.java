package io.stowage.ecs.cql.internal.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * The text in UTF-16 code units. The stream that comes with the runtime counts code points, but errors point at code units;
 * the language gives no sign outside the first plane a meaning, so nothing is lost.
 */
final class Utf16CharStream implements CharStream {
    private final String text;
    private final int length;
    private int at;

    Utf16CharStream(String text) {
        this.text = text;
        this.length = text.length();
    }

    @Override
    public void consume() {
        if (at == length) {
            throw new IllegalStateException("nothing left to consume");
        }
        at++;
    }

    @Override
    public int LA(int distance) {
        int index = distance < 0 ? at + distance : at + distance - 1;
        return index < 0 || index >= length ? IntStream.EOF : text.charAt(index);
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {
        // The whole text stays in memory: there is nothing to release.
    }

    @Override
    public int index() {
        return at;
    }

    @Override
    public void seek(int index) {
        at = Math.min(index, length);
    }

    @Override
    public int size() {
        return length;
    }

    @Override
    public String getSourceName() {
        return IntStream.UNKNOWN_SOURCE_NAME;
    }

    @Override
    public String getText(Interval interval) {
        int end = Math.min(interval.b + 1, length);
        return interval.a >= end ? "" : text.substring(interval.a, end);
    }
}
