package io.stowage.ecs.placement.internal.index;

import java.util.function.IntFunction;

/**
 * Finds handles by id: a hash table of handles that keeps no ids, in pages that forks share until they write to them. The ids are asked of
 * whoever has them.
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

    private int home(String id) {
        int hash = id.hashCode() * 0x9E37_79B9;
        return (hash ^ hash >>> 15) & length - 1;
    }

    /** The handle of an id, or {@link PlacementIndex#NONE}. */
    public int find(String id) {
        int slot = slotOf(id);
        return slots.get(slot) - 1;
    }

    /** The slot that holds the id, or the free one where the search for it ends. */
    private int slotOf(String id) {
        int slot = home(id);
        for (int entry = slots.get(slot); entry != 0; entry = slots.get(slot)) {
            if (id.equals(idOf.apply(entry - 1))) {
                return slot;
            }
            slot = slot + 1 & length - 1;
        }
        return slot;
    }

    /** Adds a handle whose id is not there yet. */
    public void add(int handle) {
        if (++size * 2 > length) {
            enlarge();
        }
        slots.set(slotOf(idOf.apply(handle)), handle + 1, owner);
    }

    private void enlarge() {
        IntColumn old = slots;
        int oldLength = length;
        length = oldLength * 2;
        slots = column(length);
        for (int i = 0; i < oldLength; i++) {
            int entry = old.get(i);
            if (entry != 0) {
                slots.set(slotOf(idOf.apply(entry - 1)), entry, owner);
            }
        }
    }

    /** Takes an id out that is there, while its handle still has it. */
    public void remove(String id) {
        int free = slotOf(id);
        int slot = free;
        while (true) {
            slot = slot + 1 & length - 1;
            int entry = slots.get(slot);
            if (entry == 0) {
                break;
            }
            int home = home(idOf.apply(entry - 1));
            if ((slot - home & length - 1) >= (slot - free & length - 1)) {
                slots.set(free, entry, owner);
                free = slot;
            }
        }
        slots.set(free, 0, owner);
        size--;
    }
}
