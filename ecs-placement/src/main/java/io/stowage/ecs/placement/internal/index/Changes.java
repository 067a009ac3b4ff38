package io.stowage.ecs.placement.internal.index;

/** Which instances changed, the last so many of them, for whoever follows: a ring that is written only while somebody does. */
final class Changes {
    private static final int SMALLEST = 1 << 10;

    private IntColumn ring;
    private int length;
    private long count;
    private long from;

    Changes() {
        this.ring = new IntColumn();
    }

    private Changes(Changes from) {
        this.ring = from.ring.share();
        this.length = from.length;
        this.count = from.count;
        this.from = from.from;
    }

    /** The same changes for another, whose own come after them. */
    Changes share() {
        return new Changes(this);
    }

    /** How many changes there have been. */
    long count() {
        return count;
    }

    void add(int handle, Object owner) {
        if (length > 0) {
            ring.set((int) count & length - 1, handle, owner);
        }
        count++;
    }

    /** From now on the changes are kept, as many as there are instances. */
    void follow(int instances, Object owner) {
        int wanted = Math.max(SMALLEST, Integer.highestOneBit(Math.max(1, instances)));
        if (length < wanted) {
            ring = new IntColumn();
            ring.grow(wanted - 1, owner);
            length = wanted;
            from = count;
        }
    }

    void followNoMore() {
        ring = new IntColumn();
        length = 0;
    }

    /** Whether all changes since there were that many are still there. */
    boolean has(long since) {
        return since >= from && count - since <= length;
    }

    int get(long number) {
        return ring.get((int) number & length - 1);
    }
}
