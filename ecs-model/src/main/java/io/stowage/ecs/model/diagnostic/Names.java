package io.stowage.ecs.model.diagnostic;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the known name that somebody probably meant, for the hints of diagnostics. */
public final class Names {
    private Names() {}

    /**
     * The nearest known name: letter case does not count, and at most a third of the letters may differ. Of equally near ones the
     * first is taken.
     *
     * @param written what somebody wrote
     * @param known the names to choose from
     * @return one of them, or null if none is near
     */
    public static @Nullable String nearest(String written, Collection<String> known) {
        // Longer than any name ECS has: comparing would cost much and suggest nothing.
        if (written.length() > 128) {
            return null;
        }
        String lower = written.toLowerCase(Locale.ROOT);
        String best = null;
        int bestDistance = written.length() / 3 + 1;
        for (String name : known) {
            int distance = distance(lower, name.toLowerCase(Locale.ROOT));
            if (distance < bestDistance) {
                best = name;
                bestDistance = distance;
            }
        }
        return best;
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? diagonal : diagonal + 1;
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
