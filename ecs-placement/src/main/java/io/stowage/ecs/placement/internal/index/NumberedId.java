package io.stowage.ecs.placement.internal.index;

/**
 * Ids that end in a number, in two parts: most tasks have one, and hardly anybody asks for it in one piece. What is said of the parts here is
 * what the text would say of itself.
 */
public final class NumberedId {
    /** The number of an id that is all text. */
    public static final int NONE = -1;

    private static final int OF_STRINGS = 31;
    private static final int DECIMAL = 10;

    private NumberedId() {}

    /** The id in one piece. */
    public static String text(String text, int number) {
        return number == NONE ? text : text + number;
    }

    /** The hash code of the id in one piece. */
    public static int hash(String text, int number) {
        if (number == NONE) {
            return text.hashCode();
        }
        int digits = 0;
        int power = 1;
        int left = number;
        do {
            digits += ('0' + left % DECIMAL) * power;
            power *= OF_STRINGS;
            left /= DECIMAL;
        } while (left > 0);
        return text.hashCode() * power + digits;
    }

    /** Whether two ids are the same in one piece. */
    public static boolean same(String text, int number, String otherText, int otherNumber) {
        if (number == otherNumber) {
            return text.equals(otherText);
        }
        if (number == NONE) {
            return is(text, otherText, otherNumber);
        }
        if (otherNumber == NONE) {
            return is(otherText, text, number);
        }
        // Different numbers after texts of one length are different, or of different lengths.
        return text.length() != otherText.length()
                && length(text, number) == length(otherText, otherNumber)
                && text(text, number).equals(text(otherText, otherNumber));
    }

    private static boolean is(String id, String text, int number) {
        if (id.length() != length(text, number) || !id.startsWith(text)) {
            return false;
        }
        int left = number;
        for (int i = id.length() - 1; i >= text.length(); i--) {
            if (id.charAt(i) != '0' + left % DECIMAL) {
                return false;
            }
            left /= DECIMAL;
        }
        return true;
    }

    private static int length(String text, int number) {
        int length = text.length() + 1;
        for (int left = number / DECIMAL; left > 0; left /= DECIMAL) {
            length++;
        }
        return length;
    }
}
