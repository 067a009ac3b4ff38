package io.stowage.ecs.placement.snapshot;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Makes one string of all that are equal in the documents of a cluster: found by their bytes, so that a known one costs no object. */
final class TextTable {
    private static final int SMALLEST = 256;

    private byte[][] written = new byte[SMALLEST][];
    private String[] texts = new String[SMALLEST];
    private int size;
    /** The same string may be written in several ways. */
    private final Map<String, String> known = new HashMap<>();

    /** The string that the scanner has just gone over. */
    String of(JsonScanner json) {
        byte[] text = json.text();
        int start = json.start();
        int end = json.end();
        int slot = slot(text, start, end);
        byte[] before = written[slot];
        if (before != null) {
            return texts[slot];
        }
        String made = json.text(start, end);
        String first = known.putIfAbsent(made, made);
        String one = first == null ? made : first;
        written[slot] = Arrays.copyOfRange(text, start, end);
        texts[slot] = one;
        if (2 * ++size > written.length) {
            grow();
        }
        return one;
    }

    /** Where it is, or where it belongs. */
    private int slot(byte[] text, int start, int end) {
        int hash = end - start;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + text[i];
        }
        int slot = (hash ^ hash >>> 15) & written.length - 1;
        while (written[slot] != null && !Arrays.equals(written[slot], 0, written[slot].length, text, start, end)) {
            slot = slot + 1 & written.length - 1;
        }
        return slot;
    }

    private void grow() {
        byte[][] keys = written;
        String[] values = texts;
        written = new byte[2 * keys.length][];
        texts = new String[2 * keys.length];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != null) {
                int slot = slot(keys[i], 0, keys[i].length);
                written[slot] = keys[i];
                texts[slot] = values[i];
            }
        }
    }
}
