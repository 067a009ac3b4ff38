package io.stowage.ecs.placement.internal.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An object, or none, for every handle, in pages that forks share until they write to them. The objects themselves are shared for as long
 * as nobody replaces them.
 */
public final class Handles<T> {
    private static final int PAGE_BITS = 8;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int OFFSET = PAGE - 1;

    private Object owner = new Object();
    private @Nullable Object[][] pages;
    private Object[] owners;
    /** How many pages there are; the arrays may have room for more. */
    private int made;

    /** None for any handle. */
    public Handles() {
        this.pages = new Object[0][];
        this.owners = new Object[0];
    }

    private Handles(Handles<T> from) {
        this.pages = from.pages.clone();
        this.owners = from.owners.clone();
        this.made = from.made;
    }

    /** The same, going its own way from here on. */
    public Handles<T> fork() {
        owner = new Object();
        return new Handles<>(this);
    }

    /** The object of a handle, null if there is none. */
    @SuppressWarnings("unchecked") // only set() puts objects in
    public @Nullable T get(int handle) {
        int page = handle >>> PAGE_BITS;
        return page < made ? (T) pages[page][handle & OFFSET] : null;
    }

    /** Gives a handle an object, or none. */
    public void set(int handle, @Nullable T object) {
        int page = handle >>> PAGE_BITS;
        if (page >= made) {
            if (page >= pages.length) {
                int length = Math.max(page + 1, pages.length + (pages.length >> 1));
                pages = Arrays.copyOf(pages, length);
                owners = Arrays.copyOf(owners, length);
            }
            for (; made <= page; made++) {
                pages[made] = new Object[PAGE];
                owners[made] = owner;
            }
        } else if (owners[page] != owner) {
            pages[page] = pages[page].clone();
            owners[page] = owner;
        }
        pages[page][handle & OFFSET] = object;
    }
}
