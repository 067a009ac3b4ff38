package io.stowage.ecs.placement.internal.index;

import org.jspecify.annotations.Nullable;

/**
 * So many ints in pages, which those who share them copy before they write. To be extended by what keeps numbers in them: one object
 * less on the way to each.
 */
class IntPages {
    private static final int PAGE_BITS = 7;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int OFFSET = PAGE - 1;

    private int[][] pages;

    /** A bit for each page that nobody else has; null if that is all of them. */
    private long @Nullable [] owned;

    /** That many, all of them zero. */
    IntPages(int length) {
        this.pages = pages(length);
    }

    /** The same ints; neither the one nor the other changes from now on for what is written to the other. */
    IntPages(IntPages from) {
        from.owned = new long[from.words()];
        this.pages = from.pages.clone();
        this.owned = new long[from.words()];
    }

    private static int[][] pages(int length) {
        int[][] made = new int[(length + OFFSET) >>> PAGE_BITS][];
        for (int page = 0; page < made.length; page++) {
            made[page] = new int[Math.min(PAGE, length - (page << PAGE_BITS))];
        }
        return made;
    }

    private int words() {
        return (pages.length + Long.SIZE - 1) / Long.SIZE;
    }

    /** All are zero now, and that many. */
    final void clear(int length) {
        pages = pages(length);
        owned = null;
    }

    final int get(int i) {
        return pages[i >>> PAGE_BITS][i & OFFSET];
    }

    final void set(int i, int value) {
        int page = i >>> PAGE_BITS;
        if (owned != null && (owned[page >>> 6] >>> page & 1) == 0) {
            pages[page] = pages[page].clone();
            owned[page >>> 6] |= 1L << page;
        }
        pages[page][i & OFFSET] = value;
    }
}
