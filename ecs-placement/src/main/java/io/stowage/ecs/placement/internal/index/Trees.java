package io.stowage.ecs.placement.internal.index;

import org.jspecify.annotations.Nullable;

/**
 * Decides which services have a {@link Tournament}. A service saves up what its walks cost beyond what following a tree would have cost;
 * when that is what a tree costs to make, it gets one. A tree that costs more to follow than the walks did is given up the same way. So
 * neither choice costs more than a small multiple of the better one.
 */
final class Trees {
    /** What a walk costs that has nothing to pass over. */
    private static final int CHEAP_WALK = 64;

    /** What taking in a change costs, in steps of a walk. */
    private static final int CHANGE = 30;

    /** What making a tree costs for an instance, in steps of a walk. */
    private static final int MAKE = 4;

    /** For how many instances or groups a tree is built while a task is placed: some 15 µs. */
    private static final int SLICE = 1024;

    private static final int MOST = 16;
    private static final int FEWEST = 2;
    private static final int MOST_LEAVES = 400_000;
    private static final int MOST_CELLS = 64;

    private final PlacementIndex index;
    private final Service[] having = new Service[MOST];
    private int count;

    Trees(PlacementIndex index) {
        this.index = index;
    }

    /** The trees of a fork, for its own services. */
    Trees(PlacementIndex index, Trees from, Services services) {
        this.index = index;
        for (int i = 0; i < from.count; i++) {
            Service theirs = from.having[i];
            Tournament tree = theirs.tournament;
            if (tree != null && tree.isReady()) {
                Service service = services.inherited(theirs.number);
                service.tournament = tree.share(index, service);
                service.changesSeen = theirs.changesSeen;
                service.credit = theirs.credit;
                service.walkCost = theirs.walkCost;
                having[count++] = service;
            }
        }
        if (count == 0) {
            index.changes().followNoMore();
        }
    }

    private int most() {
        int fitting = MOST_LEAVES / Math.max(1, index.instances());
        return Math.max(FEWEST, Math.min(MOST, fitting));
    }

    /** The tree of the service, up to date; null if it has none, not yet, or no longer. */
    @Nullable
    Tournament upToDate(Service service) {
        Tournament tree = service.tournament;
        if (tree == null) {
            return null;
        }
        if (!tree.isReady()) {
            tree.build(SLICE);
            if (!tree.isReady()) {
                return null;
            }
            service.credit = 0;
        }
        long behind = tree.behind();
        service.credit = Math.max(0, service.credit + behind * CHANGE - service.walkCost);
        if (service.credit > (long) MAKE * index.instances() || !tree.follow()) {
            drop(service);
            return null;
        }
        return tree;
    }

    /** Notes what a walk has cost. */
    void walked(Service service, int cost) {
        long behind = index.changes().count() - service.changesSeen;
        service.changesSeen = index.changes().count();
        long saved = cost - CHEAP_WALK - Math.min(behind, index.instances()) * CHANGE;
        service.credit = Math.max(0, service.credit + saved);
        service.walkCost += (cost - service.walkCost) / 8;
        if (service.credit > (long) MAKE * index.instances()
                && service.tournament == null
                && service.fitsKey()
                && service.cells <= MOST_CELLS
                && count < most()
                && Tournament.fits(index, service)) {
            // It has been worth while for a time, however cheap the last walks were.
            service.walkCost = (int) Math.max(service.walkCost, CHEAP_WALK + behind * CHANGE);
            index.changes().follow(index.instances(), index.owner());
            service.tournament = Tournament.of(index, service);
            having[count++] = service;
        }
    }

    void drop(Service service) {
        service.tournament = null;
        service.credit = 0;
        service.changesSeen = index.changes().count();
        for (int i = 0; i < count; i++) {
            if (having[i] == service) {
                having[i] = having[--count];
                break;
            }
        }
        if (count == 0) {
            index.changes().followNoMore();
        }
    }

    void dropAll() {
        while (count > 0) {
            drop(having[count - 1]);
        }
    }

    /** An instance is gone, and its handle may be another's soon. */
    void forget(int handle) {
        for (int i = 0; i < count; i++) {
            Tournament tree = having[i].tournament;
            if (tree != null) {
                tree.forget(handle);
            }
        }
    }
}
