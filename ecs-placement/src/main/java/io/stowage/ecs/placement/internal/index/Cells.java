package io.stowage.ecs.placement.internal.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the classes have answered to a service, and in which cells they are: one for each combination of values of the leading spreads.
 * Belongs to its owner; others copy it before they write, which they need only when a class turns up that has not been asked.
 */
final class Cells {
    private static final int NOT_ALLOWED = -1;
    private static final int NONE = -1;
    private static final int FEW = 8;

    final Object owner;
    /** The cell of each class, negative for those that are not allowed or have not been asked. */
    int[] cellOf;
    /** How many cells there are. */
    int count;
    /** How many classes are allowed. */
    int classes;

    int[][] classesOf;
    int[] classCounts;
    /** The values of the leading spreads of each cell. */
    int[][] valuesOf;

    private final int[] leading;
    /** The cell of each combination; null as long as there are so few that each is looked at. */
    private @Nullable Map<Long, Integer> byValues;

    private int known;
    /** Classes that were without members when it was their turn to be asked. */
    private int[] waiting;

    private int waitingCount;

    /** Nothing has been asked. */
    Cells(int[] leading, Object owner) {
        this.owner = owner;
        this.leading = leading;
        this.cellOf = new int[0];
        this.classesOf = new int[0][];
        this.classCounts = new int[0];
        this.valuesOf = new int[0][];
        this.waiting = new int[0];
    }

    private Cells(Cells from, Object owner) {
        this.owner = owner;
        this.leading = from.leading;
        this.byValues = from.byValues == null ? null : new HashMap<>(from.byValues);
        this.cellOf = from.cellOf.clone();
        this.count = from.count;
        this.classes = from.classes;
        this.classesOf = from.classesOf.clone();
        for (int cell = 0; cell < count; cell++) {
            classesOf[cell] = classesOf[cell].clone();
        }
        this.classCounts = from.classCounts.clone();
        this.valuesOf = from.valuesOf.clone();
        this.known = from.known;
        this.waiting = from.waiting.clone();
        this.waitingCount = from.waitingCount;
    }

    /** The same for another owner. */
    Cells copy(Object newOwner) {
        return new Cells(this, newOwner);
    }

    /** Whether there is a class that can be asked and has not been. */
    boolean isBehind(Classes all) {
        if (known < all.count()) {
            return true;
        }
        for (int i = 0; i < waitingCount; i++) {
            if (all.members(waiting[i]) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Asks the classes that can be asked and have not been; what a test that fails was not asked is asked next time. True if any is allowed. */
    boolean ask(InstanceTest test, Instances index) {
        Classes all = index.classes();
        int allowed = classes;
        for (int i = 0; i < waitingCount; ) {
            if (all.members(waiting[i]) == 0) {
                i++;
            } else {
                answer(waiting[i], test.test(index.member(waiting[i])), all);
                waiting[i] = waiting[--waitingCount];
            }
        }
        if (all.count() > cellOf.length) {
            int length = cellOf.length;
            cellOf = Arrays.copyOf(cellOf, Math.max(all.count(), length + (length >> 1)));
            Arrays.fill(cellOf, length, cellOf.length, NOT_ALLOWED);
        }
        for (; known < all.count(); known++) {
            if (all.members(known) == 0) {
                await(known);
            } else {
                answer(known, test.test(index.member(known)), all);
            }
        }
        return classes > allowed;
    }

    private void await(int ofClass) {
        if (waitingCount == waiting.length) {
            waiting = Arrays.copyOf(waiting, Math.max(4, waitingCount * 2));
        }
        waiting[waitingCount++] = ofClass;
    }

    private void answer(int ofClass, boolean isAllowed, Classes all) {
        if (isAllowed) {
            add(ofClass, all);
        }
    }

    private void add(int ofClass, Classes all) {
        long values = 0;
        for (int dimension : leading) {
            values = values << 32 | all.value(ofClass, dimension);
        }
        int found = find(values);
        int cell = found == NONE ? addCell(values, ofClass, all) : found;
        cellOf[ofClass] = cell;
        if (classCounts[cell] == classesOf[cell].length) {
            classesOf[cell] = Arrays.copyOf(classesOf[cell], classCounts[cell] * 2);
        }
        classesOf[cell][classCounts[cell]++] = ofClass;
        classes++;
    }

    private int find(long values) {
        if (byValues != null) {
            return byValues.getOrDefault(values, NONE);
        }
        for (int cell = 0; cell < count; cell++) {
            if (packed(valuesOf[cell]) == values) {
                return cell;
            }
        }
        return NONE;
    }

    private static long packed(int[] values) {
        long packed = 0;
        for (int value : values) {
            packed = packed << 32 | value;
        }
        return packed;
    }

    private int addCell(long values, int ofClass, Classes all) {
        if (count == classesOf.length) {
            int length = Math.max(1, count * 2);
            classesOf = Arrays.copyOf(classesOf, length);
            classCounts = Arrays.copyOf(classCounts, length);
            valuesOf = Arrays.copyOf(valuesOf, length);
        }
        int cell = count++;
        classesOf[cell] = new int[1];
        valuesOf[cell] = new int[leading.length];
        for (int i = 0; i < leading.length; i++) {
            valuesOf[cell][i] = all.value(ofClass, leading[i]);
        }
        note(values, cell);
        return cell;
    }

    private void note(long values, int cell) {
        if (byValues == null && count > FEW) {
            byValues = new HashMap<>();
            for (int other = 0; other < cell; other++) {
                byValues.put(packed(valuesOf[other]), other);
            }
        }
        if (byValues != null) {
            byValues.put(values, cell);
        }
    }
}
