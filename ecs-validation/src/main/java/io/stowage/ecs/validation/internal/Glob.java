package io.stowage.ecs.validation.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A pattern for paths: {@code **} stands for any number of folders, {@code *} for anything within one name, {@code ?} for one
 * character. Both kinds of slash separate, so that a pattern means the same on every system. Matching takes time in proportion to
 * pattern times path, whatever the pattern.
 */
public final class Glob {
    private static final String ANY_FOLDERS = "**";

    private final List<String> steps;

    private Glob(List<String> steps) {
        this.steps = steps;
    }

    /** Reads a pattern. */
    public static Glob of(String pattern) {
        return new Glob(steps(pattern));
    }

    /** Whether a text has characters that only patterns have. */
    public static boolean isPattern(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    /** The steps before the first one with a star or question mark. */
    public List<String> fixedSteps() {
        List<String> fixed = new ArrayList<>();
        for (String step : steps) {
            if (isPattern(step)) {
                break;
            }
            fixed.add(step);
        }
        return fixed;
    }

    /** Whether the whole path is meant. */
    public boolean matches(String path) {
        List<String> names = steps(path);
        // reached[i]: the steps read so far match the first i names.
        boolean[] reached = new boolean[names.size() + 1];
        reached[0] = true;
        for (String step : steps) {
            boolean[] next = new boolean[reached.length];
            if (step.equals(ANY_FOLDERS)) {
                next[0] = reached[0];
                for (int i = 1; i < next.length; i++) {
                    next[i] = reached[i] || next[i - 1];
                }
            } else {
                for (int i = 1; i < next.length; i++) {
                    next[i] = reached[i - 1] && matchesName(step, names.get(i - 1));
                }
            }
            reached = next;
        }
        return reached[names.size()];
    }

    private static boolean matchesName(String pattern, String name) {
        boolean[] reached = new boolean[name.length() + 1];
        reached[0] = true;
        for (int p = 0; p < pattern.length(); p++) {
            char c = pattern.charAt(p);
            boolean[] next = new boolean[reached.length];
            if (c == '*') {
                next[0] = reached[0];
                for (int i = 1; i < next.length; i++) {
                    next[i] = reached[i] || next[i - 1];
                }
            } else {
                for (int i = 1; i < next.length; i++) {
                    next[i] = reached[i - 1] && (c == '?' || c == name.charAt(i - 1));
                }
            }
            reached = next;
        }
        return reached[name.length()];
    }

    private static List<String> steps(String path) {
        return Arrays.stream(path.replace('\\', '/').split("/+", -1))
                .filter(step -> !step.equals("."))
                .toList();
    }
}
