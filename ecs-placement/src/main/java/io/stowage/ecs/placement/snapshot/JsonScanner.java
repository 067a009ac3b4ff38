package io.stowage.ecs.placement.snapshot;

import io.stowage.ecs.model.json.ReadOptions;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walks over JSON in UTF-8 and makes nothing of it until asked. It is stricter than JSON: what the model reports, or
 * reads in a way of its own, or what is merely rare, is {@link Unsure}, and is left to the tokenizer of the model.
 *
 * <p>That tokenizer would be the natural choice here too. What it cannot do is to step over a list whose bytes it has seen before, and of a
 * described instance nearly all bytes are such lists: its tokens alone take 2.9 µs an instance, the whole of a cluster read this way and ready
 * to place on 2.1 µs. Nothing but speed hangs on this class: tests hold it to the other way byte by byte.
 */
final class JsonScanner {
    /** Of more members than that in one object nobody wants to know by comparing whether two have the same name. */
    private static final int MOST_NAMES = 64;

    private static final int LONGEST_NUMBER = 19;

    private final byte[] text;
    private final ReadOptions limits;
    private int at;
    private int depth;
    private int start;
    private int end;
    private boolean fraction;

    /** Where the names of the members of the objects around here begin and end, so far as they are not known otherwise. */
    private int[] names = new int[2 * MOST_NAMES];

    private int namesSize;

    JsonScanner(byte[] text, int from, ReadOptions limits) {
        this.text = text;
        this.at = from;
        this.limits = limits;
    }

    byte[] text() {
        return text;
    }

    int at() {
        return at;
    }

    /** Goes on at a place that is known to be as good as one where it has been. */
    void goTo(int place) {
        at = place;
    }

    /** Where the last name, string or number begins, its quotes not counted. */
    int start() {
        return start;
    }

    /** Where it ends. */
    int end() {
        return end;
    }

    /** Whether nothing but space is left. */
    boolean isAtEnd() {
        while (at < text.length && isSpace(text[at])) {
            at++;
        }
        return at == text.length;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    /** The first byte of what comes next. */
    byte peek() {
        if (isAtEnd()) {
            throw new Unsure();
        }
        return text[at];
    }

    private void expect(int wanted) {
        if (peek() != wanted) {
            throw new Unsure();
        }
        at++;
    }

    /** Steps into a list or an object. */
    void open(int bracket) {
        expect(bracket);
        if (++depth > limits.maxDepth()) {
            throw new Unsure();
        }
    }

    /** Goes to the next element or member; false if there is none, and then it has stepped out. */
    boolean next(boolean isFirst, int bracket) {
        byte b = peek();
        if (b == bracket) {
            at++;
            depth--;
            return false;
        }
        if (!isFirst) {
            expect(',');
        }
        return true;
    }

    /** The name of a member, and the colon behind it. */
    void name() {
        string();
        int from = start;
        int to = end;
        if (hasEscapes()) {
            throw new Unsure();
        }
        expect(':');
        start = from;
        end = to;
    }

    private boolean hasEscapes() {
        for (int i = start; i < end; i++) {
            if (text[i] == '\\') {
                return true;
            }
        }
        return false;
    }

    /** Whether the last name, string or number is that. */
    boolean is(byte[] other) {
        return Arrays.equals(text, start, end, other, 0, other.length);
    }

    /** A string. */
    void string() {
        expect('"');
        int i = at;
        boolean ascii = true;
        for (; i < text.length && text[i] != '"'; i++) {
            byte b = text[i];
            if (b == '\\') {
                i += escape(i);
            } else if (b < ' ') {
                if (b >= 0) {
                    throw new Unsure();
                }
                ascii = false;
            }
        }
        if (i >= text.length || i - at > limits.maxStringLength() || (!ascii && !isUtf8(at, i))) {
            throw new Unsure();
        }
        start = at;
        end = i;
        at = i + 1;
    }

    private boolean isUtf8(int from, int to) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text, from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** How many characters follow the backslash. */
    private int escape(int backslash) {
        byte kind = backslash + 1 < text.length ? text[backslash + 1] : 0;
        if (kind != 'u') {
            if ("\"\\/bfnrt".indexOf(kind) < 0) {
                throw new Unsure();
            }
            return 1;
        }
        for (int i = backslash + 2; i < backslash + 6; i++) {
            if (i >= text.length || text[i] < 0 || Character.digit(text[i], 16) < 0) {
                throw new Unsure();
            }
        }
        return 5;
    }

    /** The last string, new. */
    String text(int from, int to) {
        String raw = new String(text, from, to - from, StandardCharsets.UTF_8);
        return raw.indexOf('\\') < 0 ? raw : unescaped(raw);
    }

    private static String unescaped(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) != '\\') {
                text.append(raw.charAt(i));
                continue;
            }
            char kind = raw.charAt(++i);
            if (kind == 'u') {
                text.append((char) Integer.parseInt(raw, i + 1, i + 5, 16));
                i += 4;
            } else {
                int control = "bfnrt".indexOf(kind);
                text.append(control < 0 ? kind : "\b\f\n\r\t".charAt(control));
            }
        }
        return text.toString();
    }

    /** A number without exponent. */
    void number() {
        peek();
        start = at;
        int i = text[at] == '-' ? at + 1 : at;
        int digits = digits(i);
        if (digits == 0 || (digits > 1 && text[i] == '0')) {
            throw new Unsure();
        }
        i += digits;
        fraction = i < text.length && text[i] == '.';
        if (fraction) {
            int after = digits(i + 1);
            if (after == 0) {
                throw new Unsure();
            }
            i += 1 + after;
        }
        if (i - at > Math.min(LONGEST_NUMBER, limits.maxNumberLength())
                || (i < text.length && (text[i] | 0x20) == 'e')) {
            throw new Unsure();
        }
        end = i;
        at = i;
    }

    private int digits(int from) {
        int i = from;
        while (i < text.length && text[i] >= '0' && text[i] <= '9') {
            i++;
        }
        return i - from;
    }

    /** An integer, of at most so many digits that it fits. */
    long integer(int mostDigits) {
        number();
        boolean negative = text[start] == '-';
        int first = negative ? start + 1 : start;
        if (fraction || end - first > mostDigits) {
            throw new Unsure();
        }
        long value = 0;
        for (int i = first; i < end; i++) {
            value = 10 * value + (text[i] - '0');
        }
        return negative ? -value : value;
    }

    /** Whether null comes next, and then it has gone by. */
    boolean isNull() {
        if (peek() != 'n') {
            return false;
        }
        word("null");
        return true;
    }

    boolean bool() {
        boolean value = peek() == 't';
        word(value ? "true" : "false");
        return value;
    }

    private void word(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at == text.length || text[at] != word.charAt(i)) {
                throw new Unsure();
            }
            at++;
        }
    }

    /** Starts to take down names; the mark tells where. */
    int mark() {
        return namesSize;
    }

    /** Takes down the last name; no name may come twice since the mark. */
    void takeDown(int mark) {
        if (namesSize - mark >= 2 * MOST_NAMES) {
            throw new Unsure();
        }
        for (int i = mark; i < namesSize; i += 2) {
            if (Arrays.equals(text, names[i], names[i + 1], text, start, end)) {
                throw new Unsure();
            }
        }
        if (namesSize == names.length) {
            names = Arrays.copyOf(names, 2 * namesSize);
        }
        names[namesSize++] = start;
        names[namesSize++] = end;
    }

    /** Forgets the names since the mark. */
    void forget(int mark) {
        namesSize = mark;
    }

    /** Any value. */
    void skip() {
        switch (peek()) {
            case '{' -> {
                int mark = mark();
                open('{');
                for (boolean first = true; next(first, '}'); first = false) {
                    name();
                    takeDown(mark);
                    skip();
                }
                forget(mark);
            }
            case '[' -> {
                open('[');
                for (boolean first = true; next(first, ']'); first = false) {
                    skip();
                }
            }
            case '"' -> string();
            case 't', 'f' -> bool();
            case 'n' -> word("null");
            default -> number();
        }
    }
}
