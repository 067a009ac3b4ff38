package io.stowage.ecs.placement.internal.index;

import java.util.Arrays;

/**
 * The instances of one service as a tree of winners, one tree for each of its cells: a leaf is the key of an instance that will do, or
 * {@link Key#NONE}; above each group of eight stands the best of it. The best is at the root, however many instances are ruled out by the
 * service's own tasks. It is brought up to date when it is asked, by the changes since it was asked last: 15 bytes an instance and
 * some tens of nanoseconds for a change, where walking past own tasks would cost some nanoseconds for each of them. Forks share its pages.
 */
final class Tournament {
    /** Room for instances that come later, as a part of those that there are. */
    private static final int SLACK = 16;

    private static final int GROUP_BITS = 3;
    private static final int GROUP = 1 << GROUP_BITS;
    private static final int NOTHING_ABOVE = -1;

    private final PlacementIndex index;
    private final Service service;
    /** The first leaf of each cell. */
    private final int[] base;
    /** How many leaves each cell has room for. */
    private final int[] length;

    private final int[] used;
    /** The roots of the cells, and then for each cell its leaves and what is above them, level by level, in whole groups. */
    private final LongPages nodes;
    /** Where the best of each group stands. */
    private final int[] above;
    /** The leaf of each instance, counted from 1, or 0. */
    private final IntColumn leaves;

    private int leafCount;
    private long seen;
    /** Handles below this one have no leaf yet. */
    private int toEnter;
    /** The next group whose best is to be found. */
    private int toRaise;
    /** Whether instances came into a cell while it was built, and left no room for others. */
    private boolean overfull;

    private Tournament(PlacementIndex index, Service service) {
        this.index = index;
        this.service = service;
        int cells = service.cells;
        this.base = new int[cells];
        this.length = new int[cells];
        this.used = new int[cells];
        int groups = groups(cells);
        for (int cell = 0; cell < cells; cell++) {
            int members = 0;
            for (int i = 0; i < service.classCounts[cell]; i++) {
                members += index.classes().members(service.classesOf[cell][i]);
            }
            base[cell] = groups << GROUP_BITS;
            length[cell] = members + members / SLACK + 1;
            int ofLevel = groups(length[cell]);
            groups += ofLevel;
            while (ofLevel > 1) {
                ofLevel = groups(ofLevel);
                groups += ofLevel;
            }
        }
        this.above = new int[groups];
        this.nodes = new LongPages(groups << GROUP_BITS, Key.NONE);
        this.leaves = new IntColumn();
        this.seen = index.changes().count();
        this.toEnter = index.capacity();
        this.toRaise = groups(cells);
        linkGroups();
        makeLeaves(toEnter);
    }

    /** The tree of a fork. */
    private Tournament(Tournament from, PlacementIndex index, Service service) {
        this.index = index;
        this.service = service;
        this.base = from.base;
        this.length = from.length;
        this.used = from.used.clone();
        this.nodes = new LongPages(from.nodes);
        this.above = from.above;
        this.leaves = from.leaves.share();
        this.leafCount = from.leafCount;
        this.seen = from.seen;
        this.toRaise = from.toRaise;
    }

    private static int groups(int nodes) {
        return (nodes + GROUP - 1) >>> GROUP_BITS;
    }

    private void linkGroups() {
        Arrays.fill(above, 0, groups(base.length), NOTHING_ABOVE);
        for (int cell = 0; cell < base.length; cell++) {
            int first = base[cell] >>> GROUP_BITS;
            int ofLevel = groups(length[cell]);
            for (; ofLevel > 1; ofLevel = groups(ofLevel)) {
                int next = first + ofLevel << GROUP_BITS;
                for (int i = 0; i < ofLevel; i++) {
                    above[first + i] = next + i;
                }
                first += ofLevel;
            }
            above[first] = cell;
        }
    }

    /** Whether keys can express what a service counts. */
    static boolean fits(PlacementIndex index, Service service) {
        return !service.countFirst || index.tally(service.demand.tally).most() <= Key.MOST_COUNT / 2;
    }

    /** A tree that is to be {@linkplain #build built}. */
    static Tournament of(PlacementIndex index, Service service) {
        return new Tournament(index, service);
    }

    /** The same tree for a fork, going its own way from here on. It must be ready. */
    Tournament share(PlacementIndex ofFork, Service ofItsOwn) {
        return new Tournament(this, ofFork, ofItsOwn);
    }

    /** Whether it is built. */
    boolean isReady() {
        return toEnter == 0 && toRaise == above.length;
    }

    /**
     * Goes on to build the tree, for so many instances or groups: no placement has to wait for all of it. What changes meanwhile is taken in
     * when the tree is first asked.
     */
    void build(int steps) {
        Tally tally = index.tally(service.demand.tally);
        int left = steps;
        for (; left > 0 && toEnter > 0; left--) {
            enter(--toEnter, tally);
        }
        for (; left > 0 && toRaise < above.length; left--, toRaise++) {
            nodes.set(above[toRaise], best(toRaise));
        }
        index.visited(steps - left);
    }

    private void enter(int handle, Tally tally) {
        int ofClass = index.classOf(handle);
        if (ofClass >= 0 && service.allows(ofClass)) {
            int cell = service.cellOf(ofClass);
            if (used[cell] == length[cell]) {
                overfull = true;
            } else {
                int leaf = base[cell] + used[cell]++;
                setLeaf(handle, leaf);
                nodes.set(leaf, key(handle, tally));
            }
        }
    }

    private void makeLeaves(int handles) {
        if (handles > leafCount) {
            leaves.grow(handles - 1, index.owner());
            leafCount = handles;
        }
    }

    private int leaf(int handle) {
        return leaves.get(handle) - 1;
    }

    private void setLeaf(int handle, int leaf) {
        leaves.set(handle, leaf + 1, index.owner());
    }

    private long best(int group) {
        int first = group << GROUP_BITS;
        long best = nodes.get(first);
        for (int i = 1; i < GROUP; i++) {
            best = better(best, nodes.get(first + i));
        }
        return best;
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
        if (overfull || !changes.has(seen) || !fits(index, service)) {
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
        if (handle < leafCount && leaf(handle) >= 0) {
            set(leaf(handle), Key.NONE);
            setLeaf(handle, -1);
        }
    }

    private boolean refresh(int handle, Tally tally) {
        makeLeaves(handle + 1);
        int ofClass = index.classOf(handle);
        int cell = ofClass < 0 || !service.allows(ofClass) ? -1 : service.cellOf(ofClass);
        int leaf = leaf(handle);
        if (leaf >= 0 && (cell < 0 || leaf < base[cell] || leaf >= base[cell] + length[cell])) {
            set(leaf, Key.NONE);
            setLeaf(handle, -1);
            leaf = -1;
        }
        if (cell >= 0 && leaf < 0) {
            if (used[cell] == length[cell]) {
                return false;
            }
            leaf = base[cell] + used[cell]++;
            setLeaf(handle, leaf);
        }
        if (leaf >= 0) {
            set(leaf, key(handle, tally));
        }
        return true;
    }

    private void set(int leaf, long key) {
        int node = leaf;
        long now = key;
        int climbed = 0;
        while (true) {
            long before = nodes.get(node);
            if (before == now) {
                break;
            }
            nodes.set(node, now);
            climbed++;
            int group = node >>> GROUP_BITS;
            int up = above[group];
            if (up == NOTHING_ABOVE) {
                break;
            }
            long winner = nodes.get(up);
            if (winner == before) {
                now = better(before, now) == now ? now : best(group);
            } else if (better(winner, now) == winner) {
                break;
            }
            node = up;
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
                best = better(best, nodes.get(cell));
                index.visited(1);
            }
            if (best != Key.NONE) {
                return Key.handle(best);
            }
        }
        return PlacementIndex.NONE;
    }
}
