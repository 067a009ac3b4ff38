package io.stowage.ecs.placement.internal.index;

/**
 * The classes: what instances of a class are, is equal in everything that anybody asks about. Each such thing is a dimension, each of its
 * values a number, 0 for an instance that has none. A class is never taken away; it may be without members. Classes are found by their
 * values in a hash table of their numbers. All of it stands in pages that forks share.
 */
final class Classes {
    static final int ABSENT = 0;

    private static final int SMALLEST = 8;

    private final int dimensions;
    private final IntColumn values;
    private final IntColumn members;
    private final IntColumn representatives;
    private IntColumn table;
    private int length;
    private int count;
    private int version;

    /** Without dimensions and classes. */
    Classes(Object owner) {
        this(0, 0, owner);
    }

    private Classes(int dimensions, int version, Object owner) {
        this.dimensions = dimensions;
        this.version = version;
        this.values = new IntColumn();
        this.members = new IntColumn();
        this.representatives = new IntColumn();
        this.length = SMALLEST;
        this.table = table(owner);
    }

    private Classes(Classes from) {
        this.dimensions = from.dimensions;
        this.values = from.values.share();
        this.members = from.members.share();
        this.representatives = from.representatives.share();
        this.table = from.table.share();
        this.length = from.length;
        this.count = from.count;
        this.version = from.version;
    }

    /** The same classes, sharing all pages with these, which are written no more. */
    Classes share() {
        return new Classes(this);
    }

    private IntColumn table(Object owner) {
        IntColumn made = new IntColumn();
        made.grow(length - 1, owner);
        return made;
    }

    int count() {
        return count;
    }

    int dimensions() {
        return dimensions;
    }

    /** Changes when a class gets its first member, so that whoever has asked all classes knows to ask again. */
    int version() {
        return version;
    }

    int value(int ofClass, int dimension) {
        return values.get(ofClass * dimensions + dimension);
    }

    int members(int ofClass) {
        return members.get(ofClass);
    }

    /** The member that joined last, who may have left. */
    int representative(int ofClass) {
        return representatives.get(ofClass);
    }

    /** Whether a class has just these values, one for each dimension. */
    boolean has(int ofClass, int[] vector) {
        for (int i = 0; i < dimensions; i++) {
            if (value(ofClass, i) != vector[i]) {
                return false;
            }
        }
        return true;
    }

    private static int hash(int[] vector, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ vector[i]) * 0x9E37_79B9;
            hash ^= hash >>> 15;
        }
        return hash;
    }

    private int slotOf(int[] vector) {
        int slot = hash(vector, dimensions) & length - 1;
        for (int entry = table.get(slot); entry != 0; entry = table.get(slot)) {
            if (has(entry - 1, vector)) {
                return slot;
            }
            slot = slot + 1 & length - 1;
        }
        return slot;
    }

    /** The class of the values, made if there is none. */
    int of(int[] vector, Object owner) {
        int slot = slotOf(vector);
        int known = table.get(slot);
        if (known != 0) {
            return known - 1;
        }
        if (count * 2 >= length) {
            enlarge(owner);
            slot = slotOf(vector);
        }
        int made = count++;
        table.set(slot, made + 1, owner);
        members.grow(made, owner);
        representatives.grow(made, owner);
        if (dimensions > 0) {
            values.grow(count * dimensions - 1, owner);
        }
        for (int i = 0; i < dimensions; i++) {
            values.set(made * dimensions + i, vector[i], owner);
        }
        return made;
    }

    private void enlarge(Object owner) {
        length *= 2;
        table = table(owner);
        int[] vector = new int[dimensions];
        for (int known = 0; known < count; known++) {
            copyValues(known, vector);
            table.set(slotOf(vector), known + 1, owner);
        }
    }

    /** Puts the values of a class into a vector. */
    void copyValues(int ofClass, int[] vector) {
        for (int i = 0; i < dimensions; i++) {
            vector[i] = value(ofClass, i);
        }
    }

    void join(int ofClass, int handle, Object owner) {
        int before = members.get(ofClass);
        if (before == 0) {
            version++;
        }
        members.set(ofClass, before + 1, owner);
        representatives.set(ofClass, handle, owner);
    }

    void leave(int ofClass, Object owner) {
        members.set(ofClass, members.get(ofClass) - 1, owner);
    }

    /** Classes with one dimension more, without members yet; those of these classes are not changed. */
    Classes withDimension(Object owner) {
        return new Classes(dimensions + 1, version + 1, owner);
    }
}
