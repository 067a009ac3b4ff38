package io.stowage.ecs.placement.internal.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A demand made ready: which order to walk, and which classes in which order. The leading spreads of a chain put the classes into cells,
 * one for each combination of values; all of a cell are equal in them.
 */
final class Service {
    /** How much of an order must be seen to know the best. */
    enum Walk {
        /** The first that will do is the best of its class. */
        FIRST,
        /** All that are equal to the first that will do in what the order goes by. */
        EQUALS,
        /** All. */
        ALL
    }

    private static final int MOST_LEADING = 2;
    private static final int MISSING = Integer.MAX_VALUE;
    private static final int NOT_ALLOWED = -1;
    private static final int FEW_CLASSES = 64;
    private static final int INSTANCES_A_CLASS = 8;

    final Demand demand;
    final int orderBy;
    final Walk walk;
    /** Whether fewest own tasks come first, so that instances without any are tried before all others. */
    final boolean countFirst;
    /** What is compared after the leading spreads. */
    final int[] rest;
    /** Where the tally keeps the counts of the spreads in {@link #rest}. */
    final int[] restSlots;

    private final int[] leading;
    private final int[] leadingSlots;

    private int version = -1;
    private int[] cellOf = new int[0];
    private final Map<Long, Integer> cellsByValues = new HashMap<>();
    private int classes;
    private boolean[] asked = new boolean[0];
    int cells;
    int[][] classesOf = new int[0][];
    int[] classCounts = new int[0];
    private int[][] valuesOf = new int[0][];
    long[] tuples = new long[0];
    /** The cells in the order of their tuples. */
    int[] inOrder = new int[0];

    @Nullable
    Tournament tournament;

    long changesSeen;
    long credit;
    int walkCost;

    Service(Demand demand, PlacementIndex index) {
        this.demand = demand;
        int[] chain = normal(demand);
        int lead = 0;
        while (lead < chain.length && lead < MOST_LEADING && chain[lead] >= 0) {
            lead++;
        }
        this.leading = Arrays.copyOf(chain, lead);
        this.leadingSlots = Arrays.stream(leading)
                .map(dimension -> index.spread(demand.tally, dimension))
                .toArray();
        this.rest = Arrays.copyOfRange(chain, lead, chain.length);
        this.restSlots = Arrays.stream(rest)
                .map(part -> part < 0 ? -1 : index.spread(demand.tally, part))
                .toArray();
        this.countFirst = rest.length > 0 && rest[0] == Demand.COUNT;
        int head = countFirst ? 1 : 0;
        if (rest.length == head) {
            this.orderBy = Instances.BY_ID;
            this.walk = Walk.FIRST;
        } else if (rest[head] == Demand.MEMORY || rest[head] == Demand.CPU) {
            this.orderBy = rest[head] == Demand.MEMORY ? Instances.BY_MEMORY : Instances.BY_CPU;
            this.walk = rest.length == head + 1 ? Walk.FIRST : Walk.EQUALS;
        } else {
            this.orderBy = Instances.BY_ID;
            this.walk = Walk.ALL;
        }
    }

    /** The chain without parts that can make no difference. */
    private static int[] normal(Demand demand) {
        int[] normal = new int[demand.chain.length];
        int length = 0;
        for (int part : demand.chain) {
            boolean again = part == Demand.COUNT && demand.distinct;
            for (int i = 0; i < length; i++) {
                again |= normal[i] == part;
            }
            if (!again) {
                normal[length++] = part;
            }
        }
        return Arrays.copyOf(normal, length);
    }

    /** Whether the order of instances within a cell is one that a {@link Key} can express. */
    boolean fitsKey() {
        return walk == Walk.FIRST && demand.test == null;
    }

    /**
     * Whether the instance that a task is placed on is the best for the next task too, for as long as it has room. It is where the order
     * goes by what is left, or by id alone: a task leaves less than before where it is placed, and elsewhere as much as before. Own tasks
     * must not matter.
     */
    boolean staysBest() {
        return walk == Walk.FIRST
                && leading.length == 0
                && !countFirst
                && !demand.distinct
                && demand.exclusive.length == 0
                && demand.test == null;
    }

    boolean allows(int ofClass) {
        return cellOf[ofClass] >= 0;
    }

    /** The cell of a class that is allowed. */
    int cellOf(int ofClass) {
        return cellOf[ofClass];
    }

    /** Whether there are so many classes that looking at each instance costs less than looking into each class. */
    boolean isScattered(int instances) {
        return leading.length == 0 && classes > FEW_CLASSES && classes > instances / INSTANCES_A_CLASS;
    }

    /** Asks the classes that are new. True if any of them is allowed. */
    boolean refresh(PlacementIndex index) {
        Classes all = index.classes();
        if (version == all.version()) {
            return false;
        }
        int count = all.count();
        boolean more = false;
        int known = cellOf.length;
        cellOf = Arrays.copyOf(cellOf, count);
        Arrays.fill(cellOf, known, count, NOT_ALLOWED);
        asked = Arrays.copyOf(asked, count);
        for (int c = 0; c < count; c++) {
            if (!asked[c] && all.members(c) > 0) {
                asked[c] = true;
                if (demand.classes.test(index.member(c))) {
                    more = true;
                    addToCell(c, all);
                }
            }
        }
        version = all.version();
        return more;
    }

    /** Forgets the answers: the classes are others. */
    void forgetClasses() {
        version = -1;
        cellOf = new int[0];
        asked = new boolean[0];
        cells = 0;
        classes = 0;
        cellsByValues.clear();
        classesOf = new int[0][];
        classCounts = new int[0];
        valuesOf = new int[0][];
        inOrder = new int[0];
        tournament = null;
    }

    private void addToCell(int ofClass, Classes all) {
        long values = 0;
        for (int dimension : leading) {
            values = values << 32 | all.value(ofClass, dimension);
        }
        Integer known = cellsByValues.get(values);
        int cell = known != null ? known : addCell(values, ofClass, all);
        cellOf[ofClass] = cell;
        if (classCounts[cell] == classesOf[cell].length) {
            classesOf[cell] = Arrays.copyOf(classesOf[cell], classCounts[cell] * 2);
        }
        classesOf[cell][classCounts[cell]++] = ofClass;
        classes++;
    }

    private int addCell(long values, int ofClass, Classes all) {
        if (cells == inOrder.length) {
            int length = Math.max(1, cells * 2);
            classesOf = Arrays.copyOf(classesOf, length);
            classCounts = Arrays.copyOf(classCounts, length);
            valuesOf = Arrays.copyOf(valuesOf, length);
            tuples = Arrays.copyOf(tuples, length);
            inOrder = Arrays.copyOf(inOrder, length);
        }
        int cell = cells++;
        cellsByValues.put(values, cell);
        inOrder[cell] = cell;
        classesOf[cell] = new int[1];
        valuesOf[cell] = new int[leading.length];
        for (int i = 0; i < leading.length; i++) {
            valuesOf[cell][i] = all.value(ofClass, leading[i]);
        }
        return cell;
    }

    /** Puts the cells in order, by the counts of their values. They hardly ever move far, which is what insertion sort likes. */
    void sortCells(Tally tally) {
        if (leading.length == 0) {
            return;
        }
        for (int cell = 0; cell < cells; cell++) {
            long tuple = 0;
            for (int i = 0; i < leading.length; i++) {
                int value = valuesOf[cell][i];
                int count = value == Classes.ABSENT ? MISSING : tally.ofValue(leadingSlots[i], value);
                tuple = tuple << 32 | count;
            }
            tuples[cell] = tuple;
        }
        for (int i = 1; i < cells; i++) {
            int cell = inOrder[i];
            long tuple = tuples[cell];
            int j = i;
            for (; j > 0 && tuples[inOrder[j - 1]] > tuple; j--) {
                inOrder[j] = inOrder[j - 1];
            }
            inOrder[j] = cell;
        }
    }

    /** Whether an instance is better than another by what is compared after the leading spreads, or by its id. */
    boolean isBetter(int instance, int than, PlacementIndex index, Tally tally) {
        int order = compare(instance, than, index, tally);
        return order != 0 ? order < 0 : index.order().less(instance, than);
    }

    /** Compares by what is compared after the leading spreads. */
    int compare(int instance, int other, PlacementIndex index, Tally tally) {
        for (int i = 0; i < rest.length; i++) {
            int left = part(i, instance, index, tally);
            int right = part(i, other, index, tally);
            if (left != right) {
                return left < right ? -1 : 1;
            }
        }
        return 0;
    }

    private int part(int i, int instance, PlacementIndex index, Tally tally) {
        return switch (rest[i]) {
            case Demand.MEMORY -> index.freeMemoryMib(instance);
            case Demand.CPU -> index.freeCpuUnits(instance);
            case Demand.COUNT -> tally.of(instance);
            default -> {
                int value = index.value(instance, rest[i]);
                yield value == Classes.ABSENT ? MISSING : tally.ofValue(restSlots[i], value);
            }
        };
    }
}
