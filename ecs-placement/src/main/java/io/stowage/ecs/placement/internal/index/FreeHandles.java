package io.stowage.ecs.placement.internal.index;

/** Gives out handles: those that were given back first, the last of them before all others, then the next number. Forks share pages. */
public final class FreeHandles {
    private Object owner = new Object();
    private final IntColumn returned;
    private int count;
    private int next;

    /** None is given out. */
    public FreeHandles() {
        this.returned = new IntColumn();
    }

    private FreeHandles(FreeHandles from) {
        this.returned = from.returned.share();
        this.count = from.count;
        this.next = from.next;
    }

    /** The same, going its own way from here on. */
    public FreeHandles fork() {
        owner = new Object();
        return new FreeHandles(this);
    }

    /** More than any handle that was given out. */
    public int end() {
        return next;
    }

    /** A handle that nobody has. */
    public int take() {
        return count > 0 ? returned.get(--count) : next++;
    }

    /** A handle is given back. */
    public void giveBack(int handle) {
        returned.grow(count, owner);
        returned.set(count++, handle, owner);
    }
}
