package io.stowage.ecs.placement.internal.index;

/**
 * Finds handles by id: a hash table of handles that keeps no ids, in pages that forks share until they write to them. The ids are asked of
 * whoever has them. Handles are smaller than the table is long, which leaves room beside each for as much of the hash of its id: so nobody
 * is asked for an id that is another, and a name that is free is found to be free without a look at any task. Ids that end in a number are
 * found by their {@linkplain NumberedId two parts} as well as in one piece.
 */
public final class IdTable {
    private static final int SMALLEST = 512;

    /** Who has the ids. */
    @FunctionalInterface
    public interface Ids {
        /** The id of a handle that is in the table, without the number at its end if that is kept apart. */
        String text(int handle);

        /** The number, or {@link NumberedId#NONE}. */
        default int number(int handle) {
            return NumberedId.NONE;
        }
    }

    private final Ids ids;
    private Object owner = new Object();
    private IntColumn slots;
    private int length;
    private int size;

    /**
     * An empty table.
     *
     * @param ids the ids of the handles that are in the table
     */
    public IdTable(Ids ids) {
        this.ids = ids;
        this.slots = column(SMALLEST);
        this.length = SMALLEST;
    }

    private IdTable(IdTable from, Ids ids) {
        this.ids = ids;
        this.slots = from.slots.share();
        this.length = from.length;
        this.size = from.size;
    }

    /** The same table, going its own way from here on, over ids of its own. */
    public IdTable fork(Ids idsOfFork) {
        owner = new Object();
        return new IdTable(this, idsOfFork);
    }

    private IntColumn column(int slotCount) {
        IntColumn column = new IntColumn();
        column.grow(slotCount - 1, owner);
        return column;
    }

    private static int hash(String text, int number) {
        return NumberedId.hash(text, number) * 0x9E37_79B9;
    }

    private int hash(int handle) {
        return hash(ids.text(handle), ids.number(handle));
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
        return find(id, NumberedId.NONE);
    }

    /** The same for an id in parts. */
    public int find(String text, int number) {
        // A free slot is 0, which would be the entry of no handle.
        return handle(slots.get(slotOf(text, number, hash(text, number))));
    }

    /** The slot that holds the id, or the free one where the search for it ends. */
    private int slotOf(String text, int number, int hash) {
        int slot = home(hash);
        for (int entry = slots.get(slot); entry != 0; entry = slots.get(slot)) {
            if (((entry ^ hash) & -length) == 0) {
                int handle = handle(entry);
                if (NumberedId.same(text, number, ids.text(handle), ids.number(handle))) {
                    return slot;
                }
            }
            slot = slot + 1 & length - 1;
        }
        return slot;
    }

    /** Adds a handle whose id is not there yet. */
    public void add(int handle) {
        // Handles are given again when they are free, so the second is hardly ever true without the first.
        while ((size + 1) * 3L > length * 2L || handle + 1 >= length) {
            enlarge();
        }
        put(handle);
        size++;
    }

    private void put(int handle) {
        int hash = hash(handle);
        int slot = home(hash);
        while (slots.get(slot) != 0) {
            slot = slot + 1 & length - 1;
        }
        slots.set(slot, entry(hash, handle), owner);
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
        remove(id, NumberedId.NONE);
    }

    /** The same for an id in parts. */
    public void remove(String text, int number) {
        int free = slotOf(text, number, hash(text, number));
        int slot = free;
        while (true) {
            slot = slot + 1 & length - 1;
            int entry = slots.get(slot);
            if (entry == 0) {
                break;
            }
            int home = home(hash(handle(entry)));
            if ((slot - home & length - 1) >= (slot - free & length - 1)) {
                slots.set(free, entry, owner);
                free = slot;
            }
        }
        slots.set(free, 0, owner);
        size--;
    }
}
