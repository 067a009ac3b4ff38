package io.stowage.ecs.placement.internal.index;

import java.util.Arrays;
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

    private static final int MISSING = Integer.MAX_VALUE;
    private static final int FEW_CLASSES = 64;
    private static final int INSTANCES_A_CLASS = 8;

    final int number;
    /** Replaced only by one with other tests. */
    Demand demand;

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

    private Cells answers;
    private int version = -1;
    private int[] cellOf = new int[0];
    private int classes;
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

    Service(int number, Demand demand, Chain chain, Cells answers) {
        this.number = number;
        this.demand = demand;
        this.leading = chain.leading;
        this.leadingSlots = chain.leadingSlots;
        this.rest = chain.rest;
        this.restSlots = chain.restSlots;
        this.countFirst = chain.countFirst;
        this.orderBy = chain.orderBy;
        this.walk = chain.walk;
        this.answers = answers;
        takeCells();
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
        if (!answers.isBehind(all)) {
            version = all.version();
            return false;
        }
        if (answers.owner != index.owner()) {
            answers = answers.copy(index.owner());
            index.keep(number, answers);
        }
        boolean more = answers.ask(demand.classes, index);
        takeCells();
        version = all.version();
        return more;
    }

    private void takeCells() {
        cellOf = answers.cellOf;
        classes = answers.classes;
        classesOf = answers.classesOf;
        classCounts = answers.classCounts;
        valuesOf = answers.valuesOf;
        int from = cells;
        cells = answers.count;
        if (cells > inOrder.length) {
            tuples = Arrays.copyOf(tuples, classesOf.length);
            inOrder = Arrays.copyOf(inOrder, classesOf.length);
        }
        for (int cell = from; cell < cells; cell++) {
            inOrder[cell] = cell;
        }
    }

    /** Forgets the answers, because the classes are others, and says where the new ones will be. */
    Cells forgetClasses(Object owner) {
        version = -1;
        answers = new Cells(leading, owner);
        cells = 0;
        takeCells();
        tournament = null;
        return answers;
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
