package io.stowage.ecs.benchmarks.expr;

/** Long texts, most of them hard to read. */
public enum HostileText {
    /** Many terms, each well formed. */
    TERMS("", "attribute:stack != production or ", "task:group exists"),
    /** Nothing but opening parentheses. */
    OPEN_PARENTHESES("", "(", ""),
    /** Parentheses that are nested as deep as they may, again and again. */
    NESTED("", "(".repeat(100) + "task:group exists" + ")".repeat(100) + " or ", "task:group exists"),
    /** One operator after the other. */
    NEGATIONS("", "not ", "task:group exists"),
    /** A fault in every term. */
    FAULTS("", "attribute:x == or ", "task:group exists"),
    /** A list without end. */
    LIST("attribute:x in [a", ", value", "]"),
    /** A quotation that never closes. */
    OPEN_QUOTE("attribute:x == \"", "\\\"", ""),
    /** Signs that mean nothing. */
    NOISE("", "\u00e9#", "");

    private final String head;
    private final String piece;
    private final String tail;

    HostileText(String head, String piece, String tail) {
        this.head = head;
        this.piece = piece;
        this.tail = tail;
    }

    String text(int length) {
        StringBuilder text = new StringBuilder(head);
        while (text.length() + piece.length() + tail.length() <= length) {
            text.append(piece);
        }
        return text.append(tail).toString();
    }
}
