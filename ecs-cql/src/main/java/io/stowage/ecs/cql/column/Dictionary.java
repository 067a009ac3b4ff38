package io.stowage.ecs.cql.column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers texts from 1, counting how often each is used. Texts no longer used are forgotten when they have become the greater part;
 * then all numbers change and a new generation begins.
 */
final class Dictionary {
    private static final int MOST_UNUSED = 1024;

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> values = new ArrayList<>(List.of(""));
    private int[] uses = new int[8];
    private int unused;
    private int generation;

    int distinct() {
        return values.size() - 1;
    }

    String value(int code) {
        return values.get(code);
    }

    int generation() {
        return generation;
    }

    /** The code of a text that is used once more. */
    int use(String value) {
        int code = codes.computeIfAbsent(value, this::append);
        if (uses[code]++ == 0) {
            unused--;
        }
        return code;
    }

    void release(int code) {
        if (--uses[code] == 0) {
            unused++;
        }
    }

    boolean isUsed(int code) {
        return uses[code] > 0;
    }

    boolean isWasteful() {
        return unused > MOST_UNUSED && unused > distinct() / 2;
    }

    /** Forgets what is not used. */
    int[] renumber() {
        int[] renumbered = new int[values.size()];
        List<String> kept = new ArrayList<>(List.of(""));
        int[] keptUses = new int[uses.length];
        codes.clear();
        for (int code = 1; code < values.size(); code++) {
            if (uses[code] > 0) {
                renumbered[code] = kept.size();
                keptUses[kept.size()] = uses[code];
                codes.put(values.get(code), kept.size());
                kept.add(values.get(code));
            }
        }
        values.clear();
        values.addAll(kept);
        uses = keptUses;
        unused = 0;
        generation++;
        return renumbered;
    }

    private int append(String value) {
        int code = values.size();
        values.add(value);
        if (code == uses.length) {
            uses = java.util.Arrays.copyOf(uses, 2 * code);
        }
        unused++;
        return code;
    }
}
