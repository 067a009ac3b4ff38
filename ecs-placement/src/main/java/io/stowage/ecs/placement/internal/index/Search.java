package io.stowage.ecs.placement.internal.index;

/**
 * Finds the best instance for a service by walking the blocks of its classes. One for each index; remembers nothing from one search to the
 * next but what the last one cost.
 */
final class Search {
    private final PlacementIndex index;
    private boolean untouchedOnly;
    private Service.Walk walk = Service.Walk.ALL;
    private int best;
    private int visited;

    Search(PlacementIndex index) {
        this.index = index;
    }

    /** How many blocks and instances were looked at since this was asked last. */
    int takeVisited() {
        int taken = visited;
        visited = 0;
        return taken;
    }

    /** The best instance, or {@link PlacementIndex#NONE}. */
    int choose(Service service) {
        Tally tally = index.tally(service.demand.tally);
        if (service.isScattered(index.instances())) {
            return scan(service, tally);
        }
        service.sortCells(tally);
        for (int from = 0, to; from < service.cells; from = to) {
            to = endOfEquals(service, from);
            int found = among(service, tally, from, to);
            if (found != PlacementIndex.NONE) {
                return found;
            }
        }
        return PlacementIndex.NONE;
    }

    /** Looks at all instances. */
    private int scan(Service service, Tally tally) {
        InstanceOrder order = index.order();
        int found = PlacementIndex.NONE;
        for (int chunk = 0; chunk < order.chunks(); chunk++) {
            int[] instances = order.chunk(chunk);
            for (int i = 0; i < order.sizeOf(chunk); i++) {
                int instance = instances[i];
                if (service.allows(index.classOf(instance))
                        && index.fits(service.demand, instance)
                        && (found == PlacementIndex.NONE || service.compare(instance, found, index, tally) < 0)) {
                    found = instance;
                }
            }
        }
        visited += order.size();
        return found;
    }

    /** Where the cells end that are equal to one in the leading spreads. */
    static int endOfEquals(Service service, int from) {
        long tuple = service.tuples[service.inOrder[from]];
        int to = from + 1;
        while (to < service.cells && service.tuples[service.inOrder[to]] == tuple) {
            to++;
        }
        return to;
    }

    private int among(Service service, Tally tally, int from, int to) {
        best = PlacementIndex.NONE;
        if (service.countFirst) {
            untouchedOnly = true;
            walk = service.walk;
            walkCells(service, tally, from, to);
            if (best != PlacementIndex.NONE || tally.most() == 0) {
                return best;
            }
            walk = Service.Walk.ALL;
        } else {
            walk = service.walk;
        }
        untouchedOnly = false;
        walkCells(service, tally, from, to);
        return best;
    }

    private void walkCells(Service service, Tally tally, int from, int to) {
        for (int i = from; i < to; i++) {
            int cell = service.inOrder[i];
            for (int j = 0; j < service.classCounts[cell]; j++) {
                walk(service, tally, index.blocks(service.orderBy, service.classesOf[cell][j]));
            }
        }
    }

    private void walk(Service service, Tally tally, Blocks blocks) {
        int block = 0;
        int place = 0;
        int need = other(service);
        long low = lowest(service);
        if (blocks.count > 0 && low > 0) {
            block = blocks.blockBefore(low);
            place = blocks.placeIn(block, low);
            visited += 8;
        }
        for (int end; block < blocks.count; block = end, place = 0) {
            end = blocks.endOfGroup(block);
            visited++;
            if (blocks.boundOfGroup(block) >= need && walkGroup(service, tally, blocks, block, place, need)) {
                return;
            }
        }
    }

    /** True if the class is done. */
    private boolean walkGroup(Service service, Tally tally, Blocks blocks, int from, int fromPlace, int need) {
        int end = blocks.endOfGroup(from);
        int place = fromPlace;
        boolean fits = false;
        for (int block = from; block < end; block++, place = 0) {
            visited++;
            if (isBeyond(service, blocks.first[block])) {
                return true;
            }
            if (blocks.bound[block] >= need) {
                fits = true;
                if (walkBlock(service, tally, blocks, block, place, need)) {
                    return true;
                }
            }
        }
        if (!fits) {
            blocks.tightenGroup(from, index.owner());
        }
        return false;
    }

    private static long lowest(Service service) {
        int amount = service.orderBy == Instances.BY_MEMORY
                ? service.demand.memoryMib
                : service.orderBy == Instances.BY_CPU ? service.demand.cpuUnits : 0;
        return amount == 0 ? 0 : Key.lowest(amount);
    }

    private static int other(Service service) {
        int amount = service.orderBy == Instances.BY_CPU ? service.demand.memoryMib : service.demand.cpuUnits;
        return amount == 0 ? Blocks.ANY : amount;
    }

    /** Whether nothing from this key on can be better than the best so far. */
    private boolean isBeyond(Service service, long key) {
        if (best == PlacementIndex.NONE || walk == Service.Walk.ALL) {
            return false;
        }
        long value = Key.value(key);
        long ofBest = Key.value(index.key(service.orderBy, best));
        return value > ofBest
                || (value == ofBest
                        && walk == Service.Walk.FIRST
                        && index.order().less(best, Key.handle(key)));
    }

    /** True if the class is done. */
    private boolean walkBlock(Service service, Tally tally, Blocks blocks, int block, int from, int need) {
        long[] keys = blocks.keys[block];
        int[] others = blocks.others[block];
        int size = blocks.size[block];
        boolean fits = false;
        for (int i = from; i < size; i++) {
            if (others[i] < need) {
                continue;
            }
            fits = true;
            if (isBeyond(service, keys[i])) {
                visited += i - from + 1;
                return true;
            }
            int instance = Key.handle(keys[i]);
            if (accepts(service, tally, instance)
                    && (best == PlacementIndex.NONE || service.isBetter(instance, best, index, tally))) {
                best = instance;
                if (walk == Service.Walk.FIRST) {
                    visited += i - from + 1;
                    return true;
                }
            }
        }
        visited += size - from;
        if (!fits && from == 0) {
            blocks.tightenIfLoose(block, index.owner());
        }
        return false;
    }

    private boolean accepts(Service service, Tally tally, int instance) {
        return (!untouchedOnly || tally.of(instance) == 0) && index.fits(service.demand, instance);
    }
}
