package io.stowage.ecs.placement.snapshot;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Walks over structures of ECS and hands out the members that somebody wants; of the others it makes sure that the model would take them. */
final class StructureScanner {
    private static final int DIGITS_OF_INT = 9;
    private static final int DIGITS_OF_LONG = 18;
    private static final int DIGITS_OF_DOUBLE = 15;
    private static final int DIGITS_OF_SECONDS = 11;
    private static final int DIGITS_OF_NANOS = 9;

    private final JsonScanner json;

    /** Takes members. */
    interface Members {
        /** Nobody wants anything. */
        Members NONE = name -> false;

        /** Reads the value if it is wanted; it is not null. False: it was not read. */
        boolean read(String name);
    }

    StructureScanner(JsonScanner json) {
        this.json = json;
    }

    JsonScanner json() {
        return json;
    }

    /** A structure. */
    void structure(Shape shape, Members members) {
        json.open('{');
        int mark = json.mark();
        long taken = 0;
        for (boolean first = true; json.next(first, '}'); first = false) {
            json.name();
            int member = shape.find(json);
            if (member < 0) {
                unknown(mark);
                continue;
            }
            if ((taken & 1L << member) != 0) {
                throw new Unsure();
            }
            taken |= 1L << member;
            if (!json.isNull() && !members.read(shape.name(member))) {
                check(shape.member(member));
            }
        }
        json.forget(mark);
    }

    /** Templates write members with a capital letter, and intrinsic functions too: the model knows them. */
    private void unknown(int mark) {
        if (json.end() > json.start() && Character.isUpperCase(json.text()[json.start()])) {
            throw new Unsure();
        }
        json.takeDown(mark);
        json.skip();
    }

    /** A list of structures; says how many there are. */
    int list(Shape element, Members members) {
        int count = 0;
        json.open('[');
        for (boolean first = true; json.next(first, ']'); first = false) {
            structure(element, members);
            count++;
        }
        return count;
    }

    private void check(Shape shape) {
        switch (shape.kind()) {
            case TEXT -> json.string();
            case INTEGER -> integer();
            case LONG -> longInteger();
            case DOUBLE -> json.number();
            case BOOLEAN -> json.bool();
            case TIME -> time();
            case STRUCTURE -> {
                if (shape.size() == 0) {
                    json.skip();
                } else {
                    structure(shape, Members.NONE);
                }
            }
            case LIST -> {
                json.open('[');
                for (boolean first = true; json.next(first, ']'); first = false) {
                    check(shape.inner());
                }
            }
            case MAP -> map(shape.inner());
        }
    }

    private void map(Shape inner) {
        int mark = json.mark();
        json.open('{');
        for (boolean first = true; json.next(first, '}'); first = false) {
            json.name();
            if (json.end() > json.start() && Character.isUpperCase(json.text()[json.start()])) {
                throw new Unsure();
            }
            json.takeDown(mark);
            check(inner);
        }
        json.forget(mark);
    }

    int integer() {
        return (int) json.integer(DIGITS_OF_INT);
    }

    long longInteger() {
        return json.integer(DIGITS_OF_LONG);
    }

    /** A number that is no integer matters to nobody but as far as it is whole. */
    long wholePart() {
        json.number();
        byte[] text = json.text();
        if (json.end() - json.start() > DIGITS_OF_DOUBLE) {
            return (long) Double.parseDouble(json.text(json.start(), json.end()));
        }
        // A double tells apart what has so few digits, so the part before the point is that of the double.
        boolean negative = text[json.start()] == '-';
        long value = 0;
        for (int i = negative ? json.start() + 1 : json.start(); i < json.end() && text[i] != '.'; i++) {
            value = 10 * value + (text[i] - '0');
        }
        return negative ? -value : value;
    }

    /** A string that many have. */
    String text(TextTable texts) {
        json.string();
        return texts.of(json);
    }

    /** A string that nobody else has. */
    String text() {
        json.string();
        return json.text(json.start(), json.end());
    }

    /** A time: seconds since 1970, or ISO 8601. */
    Instant time() {
        if (json.peek() != '"') {
            json.number();
            return seconds(json.text(), json.start(), json.end());
        }
        json.string();
        try {
            return OffsetDateTime.parse(json.text(json.start(), json.end())).toInstant();
        } catch (DateTimeException e) {
            throw new Unsure();
        }
    }

    private static Instant seconds(byte[] text, int start, int end) {
        long seconds = 0;
        long nanos = 0;
        int i = start;
        for (; i < end && text[i] != '.'; i++) {
            seconds = 10 * seconds + (text[i] - '0');
        }
        int digits = Math.max(0, end - i - 1);
        if (text[start] == '-' || i - start > DIGITS_OF_SECONDS || digits > DIGITS_OF_NANOS) {
            throw new Unsure();
        }
        for (int j = 0; j < DIGITS_OF_NANOS; j++) {
            nanos = 10 * nanos + (j < digits ? text[i + 1 + j] - '0' : 0);
        }
        return Instant.ofEpochSecond(seconds, nanos);
    }
}
