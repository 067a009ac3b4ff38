package io.stowage.ecs.placement.internal.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What every task of a service asks for. Immutable.
 *
 * <p>The chain says what is compared, one after the other, lower being better: {@link #MEMORY} and {@link #CPU} are what is left of
 * them, {@link #COUNT} is how many tasks of the tally are on the instance, a number from 0 up is a dimension, and then it is how many
 * tasks of the tally are on instances of the same value, none being worst. Last the order of the ids decides.
 */
public final class Demand {
    /** What is left of the memory. */
    public static final int MEMORY = -1;
    /** What is left of CPU. */
    public static final int CPU = -2;
    /** The tasks of the tally on the instance. */
    public static final int COUNT = -3;

    private static final int[] NO_NUMBERS = {};
    private static final InstanceTest ANYWHERE = instance -> true;

    final int cpuUnits;
    final int memoryMib;
    final int tally;
    final int[] amounts;
    final int[] exclusive;
    final boolean distinct;
    final int[] chain;
    final InstanceTest classes;
    final @Nullable InstanceTest test;

    private Demand(
            int cpuUnits,
            int memoryMib,
            int tally,
            int[] amounts,
            int[] exclusive,
            boolean distinct,
            int[] chain,
            InstanceTest classes,
            @Nullable InstanceTest test) {
        this.cpuUnits = cpuUnits;
        this.memoryMib = memoryMib;
        this.tally = tally;
        this.amounts = amounts;
        this.exclusive = exclusive;
        this.distinct = distinct;
        this.chain = chain;
        this.classes = classes;
        this.test = test;
    }

    /**
     * A demand for CPU and memory alone, without an order.
     *
     * @param cpuUnits CPU units; 0 fits everywhere
     * @param memoryMib memory in MiB; 0 fits everywhere
     * @param tally where its tasks are counted
     */
    public static Demand of(int cpuUnits, int memoryMib, int tally) {
        return new Demand(cpuUnits, memoryMib, tally, NO_NUMBERS, NO_NUMBERS, false, NO_NUMBERS, ANYWHERE, null);
    }

    /** The same in an order; see above. */
    public Demand by(int... newChain) {
        return new Demand(cpuUnits, memoryMib, tally, amounts, exclusive, distinct, newChain.clone(), classes, test);
    }

    /** The same for instances without a task of the tally. */
    public Demand distinctInstance() {
        return new Demand(cpuUnits, memoryMib, tally, amounts, exclusive, true, chain, classes, test);
    }

    /** The same with tallies, of ports for example, that an instance must have none of and that each task adds one to. */
    public Demand exclusively(int... tallies) {
        return new Demand(cpuUnits, memoryMib, tally, amounts, tallies.clone(), distinct, chain, classes, test);
    }

    /** The same with amounts of the {@linkplain PlacementIndex#addResource further resources}, by their numbers. */
    public Demand amounts(int... newAmounts) {
        return new Demand(cpuUnits, memoryMib, tally, newAmounts.clone(), exclusive, distinct, chain, classes, test);
    }

    /** The same for some classes. The test is asked about one instance of each class, and must answer the same for all of it. */
    public Demand among(InstanceTest newClasses) {
        return new Demand(cpuUnits, memoryMib, tally, amounts, exclusive, distinct, chain, newClasses, test);
    }

    /** The same for all classes, without tests. */
    Demand withoutTests() {
        return classes == ANYWHERE && test == null
                ? this
                : new Demand(cpuUnits, memoryMib, tally, amounts, exclusive, distinct, chain, ANYWHERE, null);
    }

    /** The same with a test that is asked last, about each instance that would be chosen. Its answers are not kept. */
    public Demand testing(InstanceTest newTest) {
        return new Demand(cpuUnits, memoryMib, tally, amounts, exclusive, distinct, chain, classes, newTest);
    }

    /** For messages. */
    @Override
    public String toString() {
        return cpuUnits + " CPU units, " + memoryMib + " MiB, by " + Arrays.toString(chain);
    }
}
