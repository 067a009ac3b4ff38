package io.stowage.ecs.placement.internal.index;

import java.util.function.IntFunction;

/**
 * Finds handles by id: a hash table of handles that keeps no ids, in pages that forks share until they write to them. The ids are asked of
 * whoever has them. Handles are smaller than the table is long, which leaves room beside each for as much of the hash of its id: so nobody
 * is asked for an id that is another, and a name that is free is found to be free without a look at any task.
 */
public final class IdTable {
    private static final int SMALLEST = 512;

    private final IntFunction<String> idOf;
    private Object owner = new Object();
    private IntColumn slots;
    private int length;
    private int size;

    /**
     * An empty table.
     *
     * @param idOf the id of a handle that is in the table
     */
    public IdTable(IntFunction<String> idOf) {
        this.idOf = idOf;
        this.slots = column(SMALLEST);
        this.length = SMALLEST;
    }

    private IdTable(IdTable from, IntFunction<String> idOf) {
        this.idOf = idOf;
        this.slots = from.slots.share();
        this.length = from.length;
        this.size = from.size;
    }

    /** The same table, going its own way from here on, over ids of its own. */
    public IdTable fork(IntFunction<String> idOfFork) {
        owner = new Object();
        return new IdTable(this, idOfFork);
    }

    private IntColumn column(int slotCount) {
        IntColumn column = new IntColumn();
        column.grow(slotCount - 1, owner);
        return column;
    }

    private static int hash(String id) {
        return id.hashCode() * 0x9E37_79B9;
    }

    private int home(int hash) {
        return (hash ^ hash >>> 15) & length - 1;
    }

    /** What stands in a slot: the upper bits of the hash, and in the lower ones the handle and one; never 0. */
    private int entry(int hash, int handle) {
        return hash & -length | handle + 1;
    }

    private int handle(int entry) {
        return (entry & length - 1) - 1;
    }

    /** The handle of an id, or {@link PlacementIndex#NONE}. */
    public int find(String id) {
        // A free slot is 0, which would be the entry of no handle.
        return handle(slots.get(slotOf(id, hash(id))));
    }

    /** The slot that holds the id, or the free one where the search for it ends. */
    private int slotOf(String id, int hash) {
        int slot = home(hash);
        for (int entry = slots.get(slot); entry != 0; entry = slots.get(slot)) {
            if (((entry ^ hash) & -length) == 0 && id.equals(idOf.apply(handle(entry)))) {
                return slot;
            }
            slot = slot + 1 & length - 1;
        }
        return slot;
    }

    /** Adds a handle whose id is not there yet. */
    public void add(int handle) {
        // Handles are given again when they are free, so the second is hardly ever true without the first.
        while ((size + 1) * 2 > length || handle + 1 >= length) {
            enlarge();
        }
        put(handle);
        size++;
    }

    private void put(int handle) {
        String id = idOf.apply(handle);
        int hash = hash(id);
        slots.set(slotOf(id, hash), entry(hash, handle), owner);
    }

    private void enlarge() {
        IntColumn old = slots;
        int oldLength = length;
        length = oldLength * 2;
        slots = column(length);
        for (int i = 0; i < oldLength; i++) {
            int entry = old.get(i);
            if (entry != 0) {
                put((entry & oldLength - 1) - 1);
            }
        }
    }

    /** Takes an id out that is there, while its handle still has it. */
    public void remove(String id) {
        int free = slotOf(id, hash(id));
        int slot = free;
        while (true) {
            slot = slot + 1 & length - 1;
            int entry = slots.get(slot);
            if (entry == 0) {
                break;
            }
            int home = home(hash(idOf.apply(handle(entry))));
            if ((slot - home & length - 1) >= (slot - free & length - 1)) {
                slots.set(free, entry, owner);
                free = slot;
            }
        }
        slots.set(free, 0, owner);
        size--;
    }
}
