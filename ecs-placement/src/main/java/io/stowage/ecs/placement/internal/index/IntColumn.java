package io.stowage.ecs.placement.internal.index;

import java.util.Arrays;

/**
 * A number for every handle, in pages that forks share until they write to them. A page belongs to whoever is noted as its owner; others
 * copy it before they write.
 */
final class IntColumn {
    private static final int PAGE_BITS = 9;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int OFFSET = PAGE - 1;

    private int[][] pages;
    private Object[] owners;

    IntColumn() {
        this(new int[0][], new Object[0]);
    }

    private IntColumn(int[][] pages, Object[] owners) {
        this.pages = pages;
        this.owners = owners;
    }

    /** A column of its own over the same pages. */
    IntColumn share() {
        return new IntColumn(pages.clone(), owners.clone());
    }

    int get(int handle) {
        return pages[handle >>> PAGE_BITS][handle & OFFSET];
    }

    /** Makes room for a handle. */
    void grow(int handle, Object owner) {
        int page = handle >>> PAGE_BITS;
        if (page >= pages.length) {
            int from = pages.length;
            pages = Arrays.copyOf(pages, Math.max(page + 1, from + (from >> 1)));
            owners = Arrays.copyOf(owners, pages.length);
            for (int i = from; i < pages.length; i++) {
                pages[i] = new int[PAGE];
                owners[i] = owner;
            }
        }
    }

    void set(int handle, int value, Object owner) {
        int page = handle >>> PAGE_BITS;
        if (owners[page] != owner) {
            pages[page] = pages[page].clone();
            owners[page] = owner;
        }
        pages[page][handle & OFFSET] = value;
    }
}
