package io.stowage.ecs.cql.internal.text;

/**
 * Finds what the two regular-expression dialects do not share. ECS speaks of {@link java.util.regex.Pattern}; the engine here
 * runs in linear time and therefore lacks look-around, back references and possessive quantifiers, and reads a few signs in
 * another sense. A pattern that would mean something else is refused, with the construct and its place, rather than matched
 * wrongly.
 */
final class RegexDialect {
    private static final String ESCAPES_OF_JAVA_ALONE = "ceGhHkNRuvVXZ";

    /** The engine's own bound. */
    private static final int MOST_REPETITIONS = 1000;

    /** As many as a whole expression may have: what the engine needs to compile a pattern grows faster than its length. */
    private static final int MOST_CHARACTERS = 2000;

    private final String regex;
    private final RegexSize size = new RegexSize();
    private int at;
    private boolean afterQuantifier;
    /** At the beginning of an alternative, and behind flags: what stands before there is no element. */
    private boolean nothingToRepeat = true;

    private RegexDialect(String regex) {
        this.regex = regex;
    }

    /**
     * Looks through a pattern from the left.
     *
     * @throws InvalidRegexException at the first construct the dialects do not share
     */
    static void check(String regex) throws InvalidRegexException {
        if (regex.length() > MOST_CHARACTERS) {
            throw new InvalidRegexException(
                    "it has " + regex.length() + " characters; at most " + MOST_CHARACTERS + " are compiled",
                    MOST_CHARACTERS);
        }
        RegexDialect dialect = new RegexDialect(regex);
        while (dialect.at < regex.length()) {
            dialect.element();
        }
        int open = dialect.size.innermostOpen();
        if (open >= 0) {
            throw new InvalidRegexException("the group that begins here is not closed by )", open);
        }
    }

    private void element() throws InvalidRegexException {
        char c = regex.charAt(at);
        if (c == '+' && afterQuantifier) {
            throw fault("a possessive quantifier is not supported");
        }
        boolean repeats = c == '*' || c == '+' || c == '?' || c == '{';
        if (repeats && nothingToRepeat) {
            throw fault("there is nothing to repeat here");
        }
        nothingToRepeat = c == '|' || c == '(';
        switch (c) {
            case '\\' -> escape();
            case '[' -> characterClass();
            case '(' -> group();
            case '{' -> repetition();
            case ')' -> {
                if (!size.close()) {
                    throw fault("this ) closes no group");
                }
                at++;
            }
            default -> {
                if (!repeats && c != '|') {
                    size.element();
                }
                at++;
            }
        }
        // A question mark behind a quantifier makes it reluctant, and nothing may follow that.
        afterQuantifier = repeats && !(c == '?' && afterQuantifier);
    }

    private void escape() throws InvalidRegexException {
        if (regex.startsWith("\\Q", at)) {
            int end = regex.indexOf("\\E", at + 2);
            at = end < 0 ? regex.length() : end + 2;
            size.element();
            return;
        }
        checkEscape();
        size.element();
        at += 2;
    }

    private void checkEscape() throws InvalidRegexException {
        if (at + 1 == regex.length()) {
            return;
        }
        char c = regex.charAt(at + 1);
        if ((c >= '1' && c <= '9') || c == 'k') {
            throw fault("a back reference is not supported");
        }
        if (c == '0') {
            throw fault("an octal escape is not supported; write \\x and two hexadecimal digits");
        }
        if (ESCAPES_OF_JAVA_ALONE.indexOf(c) >= 0) {
            throw fault("the escape \\" + c + " is not supported");
        }
    }

    private void characterClass() throws InvalidRegexException {
        int start = at;
        at += regex.startsWith("^", at + 1) ? 2 : 1;
        int first = at;
        while (at < regex.length()) {
            char c = regex.charAt(at);
            if (c == ']' && at > first) {
                at++;
                size.element();
                return;
            }
            if (c == '[') {
                throw fault("a class inside a class is not supported; write \\[ for the character");
            }
            if (regex.startsWith("&&", at)) {
                throw fault("an intersection of classes is not supported; write \\&& for the characters");
            }
            if (c == '\\') {
                checkEscape();
                at++;
            }
            at++;
        }
        throw new InvalidRegexException("the class that begins here is not closed by ]", start);
    }

    private void group() throws InvalidRegexException {
        boolean special = regex.startsWith("(?", at);
        int end = special ? endOfFlags() : at;
        if (special) {
            checkGroup();
            if (regex.startsWith(")", end)) {
                // Flags for what follows, and no group.
                at = end + 1;
                return;
            }
        }
        if (!size.open(at)) {
            throw fault("groups stand inside each other more than " + RegexSize.MOST_DEPTH + " deep");
        }
        // The question mark belongs to the group: it repeats nothing.
        at += special ? 2 : 1;
    }

    private int endOfFlags() {
        int end = at + 2;
        while (end < regex.length() && (Character.isLetter(regex.charAt(end)) || regex.charAt(end) == '-')) {
            end++;
        }
        return end;
    }

    private void checkGroup() throws InvalidRegexException {
        if (regex.startsWith("(?=", at) || regex.startsWith("(?!", at)) {
            throw fault("look-ahead is not supported");
        }
        if (regex.startsWith("(?<=", at) || regex.startsWith("(?<!", at)) {
            throw fault("look-behind is not supported");
        }
        if (regex.startsWith("(?>", at)) {
            throw fault("an independent group is not supported");
        }
        if (regex.startsWith("(?P", at)) {
            throw fault("(?P is not part of the syntax; a named group is written (?<name>");
        }
        int end = endOfFlags();
        for (int i = at + 2; i < end; i++) {
            if ("duxU".indexOf(regex.charAt(i)) >= 0) {
                throw fault("the flag " + regex.charAt(i) + " is not supported");
            }
        }
    }

    /** A brace that begins no repetition is an error in one dialect and a plain character in the other. */
    private void repetition() throws InvalidRegexException {
        int end = at + 1;
        while (end < regex.length() && (Words.isDigit(regex.charAt(end)) || regex.charAt(end) == ',')) {
            end++;
        }
        boolean counted = end > at + 1 && Words.isDigit(regex.charAt(at + 1)) && regex.startsWith("}", end);
        if (!counted
                || regex.substring(at + 1, end).chars().filter(c -> c == ',').count() > 1) {
            throw fault("{ begins no repetition here; write \\{ for the character");
        }
        repeat(regex.substring(at + 1, end));
        at = end + 1;
    }

    private void repeat(String bounds) throws InvalidRegexException {
        int comma = bounds.indexOf(',');
        boolean open = comma == bounds.length() - 1;
        int times = times(
                open || comma < 0 ? bounds.substring(0, open ? comma : bounds.length()) : bounds.substring(comma + 1));
        if (times > MOST_REPETITIONS) {
            throw fault("a repetition counts at most " + MOST_REPETITIONS);
        }
        // What may be repeated for ever is written out once more than it must be there.
        if (!size.repeat(Math.max(1, open ? times + 1 : times))) {
            throw fault("the repetitions make the pattern too large");
        }
    }

    private static int times(String digits) {
        return digits.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    private InvalidRegexException fault(String reason) {
        return new InvalidRegexException(reason, at);
    }
}
