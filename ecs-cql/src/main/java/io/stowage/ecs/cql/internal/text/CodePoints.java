package io.stowage.ecs.cql.internal.text;

/** The order of texts by code point. */
public final class CodePoints {
    private CodePoints() {}

    /** Unlike {@link String#compareTo}, which puts the characters beyond the first plane before some of those in it. */
    public static int compare(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean differ = Character.isSurrogate(x) != Character.isSurrogate(y);
                return differ ? (Character.isSurrogate(x) ? 1 : -1) : Character.compare(x, y);
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
