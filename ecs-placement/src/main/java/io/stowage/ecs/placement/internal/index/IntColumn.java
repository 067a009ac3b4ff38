package io.stowage.ecs.placement.internal.index;

import java.util.Arrays;

/**
 * A number for every handle, in pages that forks share until they write to them. A page belongs to whoever is noted as its owner; others
 * copy it before they write. The last page begins small.
 */
public final class IntColumn {
    private static final int PAGE_BITS = 8;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int OFFSET = PAGE - 1;
    private static final int SMALLEST = 16;

    private int[][] pages;
    private Object[] owners;
    private int size;

    /** No number for any handle. */
    public IntColumn() {
        this(new int[0][], new Object[0], 0);
    }

    private IntColumn(int[][] pages, Object[] owners, int size) {
        this.pages = pages;
        this.owners = owners;
        this.size = size;
    }

    /** A column of its own over the same pages. */
    public IntColumn share() {
        return new IntColumn(pages.clone(), owners.clone(), size);
    }

    /** The number of a handle that there is room for. */
    public int get(int handle) {
        return pages[handle >>> PAGE_BITS][handle & OFFSET];
    }

    /** Makes room for a handle, and for all before it. */
    public void grow(int handle, Object owner) {
        if (handle < size) {
            return;
        }
        int last = handle >>> PAGE_BITS;
        int from = size >>> PAGE_BITS;
        if (last >= pages.length) {
            int length = Math.max(last + 1, pages.length + (pages.length >> 1));
            pages = Arrays.copyOf(pages, length);
            owners = Arrays.copyOf(owners, length);
        }
        for (int page = from; page <= last; page++) {
            int needed = page < last ? PAGE : (handle & OFFSET) + 1;
            int[] old = pages[page];
            int length = old == null ? 0 : old.length;
            if (length < needed) {
                int more = Math.max(needed, Math.min(PAGE, Math.max(SMALLEST, length * 2)));
                pages[page] = old == null ? new int[more] : Arrays.copyOf(old, more);
                owners[page] = owner;
            }
        }
        size = handle + 1;
    }

    /** Gives a handle that there is room for a number. */
    public void set(int handle, int value, Object owner) {
        int page = handle >>> PAGE_BITS;
        if (owners[page] != owner) {
            pages[page] = pages[page].clone();
            owners[page] = owner;
        }
        pages[page][handle & OFFSET] = value;
    }
}
