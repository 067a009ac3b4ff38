package io.stowage.ecs.placement.internal.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The instances of one service as a tree of winners, one tree for each of its cells: a leaf is the key of an instance that will do, or
 * {@link Key#NONE}; a node is the better of the two below it. The best is at the root, however many instances are ruled out by the
 * service's own tasks. It is brought up to date when it is asked, by the changes since it was asked last: 16 bytes and about 40 ns for a
 * change, where walking past own tasks would cost some nanoseconds for each of them.
 */
final class Tournament {
    /** Room for instances that come later, as a part of those that there are. */
    private static final int SLACK = 16;

    private final PlacementIndex index;
    private final Service service;
    private final int[] base;
    private final int[] length;
    private final int[] used;
    private final long[] nodes;
    private int[] leaves;
    private long seen;

    private Tournament(PlacementIndex index, Service service) {
        this.index = index;
        this.service = service;
        int cells = service.cells;
        this.base = new int[cells];
        this.length = new int[cells];
        this.used = new int[cells];
        int all = 0;
        for (int cell = 0; cell < cells; cell++) {
            int members = 0;
            for (int i = 0; i < service.classCounts[cell]; i++) {
                members += index.classes().members(service.classesOf[cell][i]);
            }
            base[cell] = all;
            length[cell] = members + members / SLACK + 1;
            all += 2 * length[cell];
        }
        this.nodes = new long[all];
        this.leaves = new int[index.capacity()];
        this.seen = index.changes().count();
    }

    /** The tree as things stand; null if keys cannot express it. */
    static @Nullable Tournament of(PlacementIndex index, Service service) {
        Tournament made = new Tournament(index, service);
        return made.build() ? made : null;
    }

    private boolean build() {
        Tally tally = index.tally(service.demand.tally);
        if (service.countFirst && tally.most() > Key.MOST_COUNT / 2) {
            return false;
        }
        Arrays.fill(nodes, Key.NONE);
        Arrays.fill(leaves, -1);
        InstanceOrder order = index.order();
        for (int place = 0; place < order.size(); place++) {
            int handle = order.at(place);
            int ofClass = index.classOf(handle);
            if (service.allows(ofClass)) {
                int cell = service.cellOf(ofClass);
                leaves[handle] = base[cell] + length[cell] + used[cell]++;
                nodes[leaves[handle]] = key(handle, tally);
            }
        }
        for (int cell = 0; cell < base.length; cell++) {
            for (int node = length[cell] - 1; node > 0; node--) {
                int at = base[cell] + node;
                int left = base[cell] + 2 * node;
                nodes[at] = better(nodes[left], nodes[left + 1]);
            }
        }
        return true;
    }

    private long key(int handle, Tally tally) {
        Demand demand = service.demand;
        if (!index.fits(demand, handle)) {
            return Key.NONE;
        }
        int count = service.countFirst ? Math.min(Key.MOST_COUNT, tally.of(handle)) : 0;
        int amount = index.amountFor(service.orderBy, handle);
        return Key.of(count, amount, handle);
    }

    private long better(long a, long b) {
        long left = Key.value(a);
        long right = Key.value(b);
        if (left != right) {
            return left < right ? a : b;
        }
        return a == Key.NONE || index.order().less(Key.handle(a), Key.handle(b)) ? a : b;
    }

    /** How many changes it has not seen. */
    long behind() {
        return index.changes().count() - seen;
    }

    /** Takes in what has changed; false if that is more than it can, and it must be made anew. Counts what it looks at. */
    boolean follow() {
        Changes changes = index.changes();
        Tally tally = index.tally(service.demand.tally);
        if (!changes.has(seen) || (service.countFirst && tally.most() > Key.MOST_COUNT / 2)) {
            return false;
        }
        for (; seen < changes.count(); seen++) {
            if (!refresh(changes.get(seen), tally)) {
                return false;
            }
        }
        return true;
    }

    /** An instance is gone. */
    void forget(int handle) {
        if (handle < leaves.length && leaves[handle] >= 0) {
            set(leaves[handle], Key.NONE);
            leaves[handle] = -1;
        }
    }

    private boolean refresh(int handle, Tally tally) {
        if (handle >= leaves.length) {
            int from = leaves.length;
            leaves = Arrays.copyOf(leaves, Math.max(handle + 1, from + from / SLACK));
            Arrays.fill(leaves, from, leaves.length, -1);
        }
        int ofClass = index.classOf(handle);
        int cell = ofClass < 0 || !service.allows(ofClass) ? -1 : service.cellOf(ofClass);
        int leaf = leaves[handle];
        if (leaf >= 0 && (cell < 0 || leaf < base[cell] || leaf >= base[cell] + 2 * length[cell])) {
            set(leaf, Key.NONE);
            leaves[handle] = -1;
            leaf = -1;
        }
        if (cell >= 0 && leaf < 0) {
            if (used[cell] == length[cell]) {
                return false;
            }
            leaf = base[cell] + length[cell] + used[cell]++;
            leaves[handle] = leaf;
        }
        if (leaf >= 0) {
            set(leaf, key(handle, tally));
        }
        return true;
    }

    private void set(int leaf, long key) {
        if (nodes[leaf] == key) {
            return;
        }
        nodes[leaf] = key;
        int cell = 0;
        while (leaf >= base[cell] + 2 * length[cell]) {
            cell++;
        }
        int from = base[cell];
        int climbed = 1;
        for (int node = leaf - from >>> 1; node > 0; node >>>= 1, climbed++) {
            long winner = better(nodes[from + 2 * node], nodes[from + 2 * node + 1]);
            if (nodes[from + node] == winner) {
                break;
            }
            nodes[from + node] = winner;
        }
        index.visited(climbed);
    }

    /** The best instance, or {@link PlacementIndex#NONE}. It must be up to date. */
    int choose() {
        service.sortCells(index.tally(service.demand.tally));
        for (int from = 0, to; from < service.cells; from = to) {
            to = Search.endOfEquals(service, from);
            long best = Key.NONE;
            for (int i = from; i < to; i++) {
                int cell = service.inOrder[i];
                // With a single leaf the root is the leaf.
                long root = nodes[base[cell] + 1];
                best = better(best, root);
                index.visited(1);
            }
            if (best != Key.NONE) {
                return Key.handle(best);
            }
        }
        return PlacementIndex.NONE;
    }
}
