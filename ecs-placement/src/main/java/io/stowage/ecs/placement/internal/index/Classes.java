package io.stowage.ecs.placement.internal.index;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The classes: what instances of a class are, is equal in everything that anybody asks about. Each such thing is a dimension, each of its
 * values a number, 0 for an instance that has none. A class is never taken away; it may be without members.
 */
final class Classes {
    static final int ABSENT = 0;

    private final Map<IntBuffer, Integer> byValues = new HashMap<>();
    private int dimensions;
    private int[][] values = new int[4][];
    private int[] members = new int[4];
    private int[] representatives = new int[4];
    private int count;
    private int version;

    Classes() {}

    private Classes(Classes from) {
        this.byValues.putAll(from.byValues);
        this.dimensions = from.dimensions;
        this.values = from.values.clone();
        this.members = from.members.clone();
        this.representatives = from.representatives.clone();
        this.count = from.count;
        this.version = from.version;
    }

    Classes copy() {
        return new Classes(this);
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
        return values[ofClass][dimension];
    }

    int members(int ofClass) {
        return members[ofClass];
    }

    /** The member that joined last, who may have left. */
    int representative(int ofClass) {
        return representatives[ofClass];
    }

    void represent(int ofClass, int handle) {
        representatives[ofClass] = handle;
    }

    int[] valuesOf(int ofClass) {
        return values[ofClass];
    }

    /** The class of the values, made if there is none. */
    int of(int[] vector) {
        Integer known = byValues.get(IntBuffer.wrap(vector));
        if (known != null) {
            return known;
        }
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
            members = Arrays.copyOf(members, count * 2);
            representatives = Arrays.copyOf(representatives, count * 2);
        }
        values[count] = vector.clone();
        byValues.put(IntBuffer.wrap(values[count]), count);
        return count++;
    }

    void join(int ofClass, int handle) {
        if (members[ofClass]++ == 0) {
            version++;
        }
        representatives[ofClass] = handle;
    }

    void leave(int ofClass) {
        members[ofClass]--;
    }

    /** Classes with one dimension more, without members yet; those of these classes are not changed. */
    Classes withDimension() {
        Classes more = new Classes();
        more.dimensions = dimensions + 1;
        more.version = version + 1;
        return more;
    }
}
