package io.stowage.ecs.model.internal.json;

/** Turns places counted in characters into offsets counted in UTF-16 code units; quick as long as the places grow. */
final class CodePoints {
    private final String text;
    private final boolean same;
    private int codePoint;
    private int offset;

    CodePoints(String text) {
        this.text = text;
        this.same = text.chars().noneMatch(c -> Character.isSurrogate((char) c));
    }

    int offset(int index) {
        if (same) {
            return Math.min(index, text.length());
        }
        if (index < codePoint) {
            codePoint = 0;
            offset = 0;
        }
        while (codePoint < index && offset < text.length()) {
            offset += Character.charCount(text.codePointAt(offset));
            codePoint++;
        }
        return offset;
    }
}
