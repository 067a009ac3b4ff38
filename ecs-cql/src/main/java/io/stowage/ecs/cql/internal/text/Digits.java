package io.stowage.ecs.cql.internal.text;

/**
 * Order of numbers written in digits, of any length, straight on the text: nothing is allocated and a hostile value of a
 * million digits costs no more than reading it.
 */
public final class Digits {
    private Digits() {}

    /** Whether the text is one or more runs of digits separated by single dots. */
    public static boolean isDotted(String text) {
        int start = 0;
        while (true) {
            int end = endOfPart(text, start);
            if (end == start || !Values.isDigits(text, start, end)) {
                return false;
            }
            if (end == text.length()) {
                return true;
            }
            start = end + 1;
        }
    }

    /** The order of two dotted texts part by part; missing parts count as 0. */
    public static int compareDotted(String a, String b) {
        int atA = 0;
        int atB = 0;
        while (atA < a.length() || atB < b.length()) {
            int endA = endOfPart(a, atA);
            int endB = endOfPart(b, atB);
            int order = compareWhole(a, atA, endA, b, atB, endB);
            if (order != 0) {
                return order;
            }
            atA = Math.min(endA + 1, a.length());
            atB = Math.min(endB + 1, b.length());
        }
        return 0;
    }

    /** Whether the text is a decimal number: an optional sign, digits, and optionally a dot and digits. */
    public static boolean isDecimal(String text) {
        int start = startOfDigits(text);
        int dot = text.indexOf('.');
        int end = dot < 0 ? text.length() : dot;
        return end > start
                && Values.isDigits(text, start, end)
                && (dot < 0 || (dot + 1 < text.length() && Values.isDigits(text, dot + 1, text.length())));
    }

    /** The order of two decimal numbers; {@code -0} equals {@code 0}. */
    public static int compareDecimal(String a, String b) {
        int sign = signum(a);
        int other = signum(b);
        if (sign != other) {
            return Integer.compare(sign, other);
        }
        return sign < 0 ? compareMagnitude(b, a) : compareMagnitude(a, b);
    }

    private static int compareMagnitude(String a, String b) {
        int endA = endOfPart(a, 0);
        int endB = endOfPart(b, 0);
        int order = compareWhole(a, startOfDigits(a), endA, b, startOfDigits(b), endB);
        return order != 0 ? order : compareFraction(a, endA + 1, b, endB + 1);
    }

    private static int compareFraction(String a, int fromA, String b, int fromB) {
        int length = Math.max(a.length() - fromA, b.length() - fromB);
        for (int i = 0; i < length; i++) {
            int order = Character.compare(digitOrZero(a, fromA + i), digitOrZero(b, fromB + i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compareWhole(String a, int fromA, int toA, String b, int fromB, int toB) {
        int startA = skipZeros(a, fromA, toA);
        int startB = skipZeros(b, fromB, toB);
        if (toA - startA != toB - startB) {
            return Integer.compare(toA - startA, toB - startB);
        }
        for (int i = 0; i < toA - startA; i++) {
            int order = Character.compare(a.charAt(startA + i), b.charAt(startB + i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int signum(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Words.isDigit(c) && c != '0') {
                return text.charAt(0) == '-' ? -1 : 1;
            }
        }
        return 0;
    }

    private static int startOfDigits(String text) {
        return text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    }

    private static int endOfPart(String text, int from) {
        int dot = text.indexOf('.', from);
        return dot < 0 ? text.length() : dot;
    }

    private static int skipZeros(String text, int from, int to) {
        int at = from;
        while (at < to && text.charAt(at) == '0') {
            at++;
        }
        return at;
    }

    private static char digitOrZero(String text, int at) {
        return at < text.length() ? text.charAt(at) : '0';
    }
}
