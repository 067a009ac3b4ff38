package io.stowage.ecs.placement.internal.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** So many longs in pages, which those who share them copy before they write. */
final class LongPages {
    private static final int PAGE_BITS = 7;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int OFFSET = PAGE - 1;

    private long[][] pages;

    /** A bit for each page that nobody else has; null if that is all of them. */
    private long @Nullable [] owned;

    /** That many, all of them the same. */
    LongPages(int length, long value) {
        this.pages = pages(length, value);
    }

    /** The same longs; neither the one nor the other changes from now on for what is written to the other. */
    LongPages(LongPages from) {
        from.owned = new long[from.words()];
        this.pages = from.pages.clone();
        this.owned = new long[from.words()];
    }

    private static long[][] pages(int length, long value) {
        long[][] made = new long[(length + OFFSET) >>> PAGE_BITS][];
        for (int page = 0; page < made.length; page++) {
            made[page] = new long[Math.min(PAGE, length - (page << PAGE_BITS))];
            Arrays.fill(made[page], value);
        }
        return made;
    }

    private int words() {
        return (pages.length + Long.SIZE - 1) / Long.SIZE;
    }

    long get(int i) {
        return pages[i >>> PAGE_BITS][i & OFFSET];
    }

    void set(int i, long value) {
        int page = i >>> PAGE_BITS;
        if (owned != null && (owned[page >>> 6] >>> page & 1) == 0) {
            pages[page] = pages[page].clone();
            owned[page >>> 6] |= 1L << page;
        }
        pages[page][i & OFFSET] = value;
    }
}
