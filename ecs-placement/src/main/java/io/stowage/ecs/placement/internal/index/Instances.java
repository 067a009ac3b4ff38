package io.stowage.ecs.placement.internal.index;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * The instances of an index: what they are, what is left of them, what is counted on them, and the orders they stand in. Each change is
 * followed by all of these at once. {@link PlacementIndex} decides.
 */
abstract class Instances {
    /** No instance. */
    public static final int NONE = -1;

    /** The most CPU units or MiB, left or asked for, that an index can express; less than nothing goes as far down. */
    public static final int MOST_AMOUNT = Key.MOST_AMOUNT;

    /** The most instances. */
    public static final int MOST_INSTANCES = Key.MOST_HANDLE;

    /** What an instance has of a further resource that is no limit to it. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    static final int BY_MEMORY = 0;
    static final int BY_CPU = 1;
    static final int BY_ID = 2;

    private Object owner = new Object();
    private final IntColumn cpuUnits;
    private final IntColumn memoryMib;
    private final IntColumn classOf;
    private final Amounts amounts;
    private final InstanceOrder order;
    private final Orders orders;
    private final Changes changes;
    private Classes classes;
    private boolean classesShared;
    private final FreeHandles handles;
    private Tally[] tallies;
    private int tallyCount;

    Instances() {
        this.cpuUnits = new IntColumn();
        this.memoryMib = new IntColumn();
        this.classOf = new IntColumn();
        this.amounts = new Amounts();
        this.order = new InstanceOrder();
        this.orders = new Orders(this);
        this.changes = new Changes();
        this.classes = new Classes(owner);
        this.handles = new FreeHandles();
        this.tallies = new Tally[4];
    }

    /** The same instances, shared until one of the two writes. */
    Instances(Instances from) {
        this.cpuUnits = from.cpuUnits.share();
        this.memoryMib = from.memoryMib.share();
        this.classOf = from.classOf.share();
        this.amounts = from.amounts.share();
        this.order = from.order.share();
        this.orders = new Orders(this, from.orders);
        this.changes = from.changes.share();
        this.classes = from.classes;
        this.classesShared = true;
        this.handles = from.handles.fork();
        this.tallies = from.tallies.clone();
        this.tallyCount = from.tallyCount;
        from.owner = new Object();
        from.classesShared = true;
    }

    /** All classes are new. */
    abstract void classesReplaced();

    /** An instance has gone, and its handle may be another's soon. */
    abstract void gone(int instance);

    Object owner() {
        return owner;
    }

    Classes classes() {
        return classes;
    }

    InstanceOrder order() {
        return order;
    }

    Changes changes() {
        return changes;
    }

    Tally tally(int number) {
        return tallies[number];
    }

    int classOf(int instance) {
        return classOf.get(instance);
    }

    /** The value of an instance in a dimension, 0 for none. */
    int value(int instance, int dimension) {
        return classes.value(classOf.get(instance), dimension);
    }

    /** More than any handle. */
    int capacity() {
        return handles.end();
    }

    int amountFor(int orderBy, int instance) {
        return orderBy == BY_MEMORY ? memoryMib.get(instance) : orderBy == BY_CPU ? cpuUnits.get(instance) : 0;
    }

    long key(int orderBy, int instance) {
        return Key.of(amountFor(orderBy, instance), instance);
    }

    /** Sorts the instances, unless that is done. */
    void build(int orderBy) {
        orders.build(orderBy);
    }

    /** The blocks of a class in an order that is built. */
    Blocks blocks(int orderBy, int ofClass) {
        return orders.blocks(orderBy, ofClass);
    }

    /** Any member of a class that has one. */
    int member(int ofClass) {
        int likely = classes.representative(ofClass);
        if (classOf.get(likely) == ofClass) {
            return likely;
        }
        for (int handle = 0; handle < capacity(); handle++) {
            if (classOf.get(handle) == ofClass) {
                return handle;
            }
        }
        throw new IllegalStateException("class " + ofClass + " has no member");
    }

    /** Whether an instance of an allowed class will do. */
    boolean fits(Demand demand, int instance) {
        if ((demand.cpuUnits > 0 && cpuUnits.get(instance) < demand.cpuUnits)
                || (demand.memoryMib > 0 && memoryMib.get(instance) < demand.memoryMib)
                || (demand.distinct && tallies[demand.tally].of(instance) != 0)) {
            return false;
        }
        for (int tally : demand.exclusive) {
            if (tallies[tally].of(instance) != 0) {
                return false;
            }
        }
        if (!amounts.fit(demand.amounts, instance)) {
            return false;
        }
        return demand.test == null || demand.test.test(instance);
    }

    /** Where a tally keeps the counts of a dimension. */
    int spread(int tally, int dimension) {
        Tally writable = writableTally(tally);
        int slot = writable.slot(dimension);
        return slot >= 0 ? slot : writable.addSlot(dimension, this);
    }

    /** How many instances there are. */
    public int instances() {
        return order.size();
    }

    /** The instance at a place in the order of ids. */
    public int at(int place) {
        return order.at(place);
    }

    /** The place in the order of ids that a new instance takes: behind all of which the predicate is true. */
    public int place(IntPredicate comesBefore) {
        return order.place(comesBefore);
    }

    /** CPU units that are left. */
    public int freeCpuUnits(int instance) {
        return cpuUnits.get(instance);
    }

    /** MiB that are left. */
    public int freeMemoryMib(int instance) {
        return memoryMib.get(instance);
    }

    /** How many dimensions the classes have. */
    public int dimensions() {
        return classes.dimensions();
    }

    /**
     * Adds an instance.
     *
     * @param place its place in the order of ids, 0 to the number of instances
     * @param values its value in each dimension, 0 for none
     * @param freeCpuUnits what is left
     * @param freeMemoryMib what is left
     * @return its handle: the next number, or one that was given back
     */
    public int register(int place, int[] values, int freeCpuUnits, int freeMemoryMib) {
        int handle = handles.take();
        cpuUnits.grow(handle, owner);
        memoryMib.grow(handle, owner);
        classOf.grow(handle, owner);
        amounts.grow(handle, owner);
        order.insert(place, handle, owner);
        cpuUnits.set(handle, freeCpuUnits, owner);
        memoryMib.set(handle, freeMemoryMib, owner);
        join(handle, values);
        changes.add(handle, owner);
        return handle;
    }

    /** Takes an instance away, and all that is counted on it. */
    public void deregister(int instance) {
        int ofClass = classOf.get(instance);
        for (int i = 0; i < tallyCount; i++) {
            int count = tallies[i].of(instance);
            if (count != 0) {
                writableTally(i).add(instance, -count, classes, ofClass);
            }
        }
        leave(instance);
        order.remove(instance, owner);
        classOf.set(instance, NONE, owner);
        gone(instance);
        changes.add(instance, owner);
        handles.giveBack(instance);
    }

    /** Gives an instance other values, one for each dimension. */
    public void reclassify(int instance, int[] values) {
        int from = classOf.get(instance);
        if (classes.has(from, values)) {
            return;
        }
        leave(instance);
        int to = join(instance, values);
        for (int i = 0; i < tallyCount; i++) {
            if (tallies[i].isSpread() && tallies[i].of(instance) != 0) {
                writableTally(i).moved(instance, classes, from, to);
            }
        }
        changes.add(instance, owner);
    }

    private Classes writableClasses() {
        if (classesShared) {
            classes = classes.share();
            classesShared = false;
        }
        return classes;
    }

    private int join(int handle, int[] values) {
        Classes writable = writableClasses();
        int ofClass = writable.of(values, owner);
        writable.join(ofClass, handle, owner);
        classOf.set(handle, ofClass, owner);
        orders.insert(handle, ofClass);
        return ofClass;
    }

    private void leave(int handle) {
        int ofClass = classOf.get(handle);
        orders.remove(handle, ofClass);
        writableClasses().leave(ofClass, owner);
    }

    /**
     * Adds something that instances differ in. If they do differ in it, all is sorted anew, so this is for the beginning.
     *
     * @param valueOf the value of each instance, 0 for none
     * @return the number of the dimension, from 0 up
     */
    public int addDimension(IntUnaryOperator valueOf) {
        Classes before = classes;
        classes = classes.withDimension(owner);
        classesShared = false;
        int dimension = before.dimensions();
        int[] lastValue = new int[before.count()];
        int[] lastClass = new int[before.count()];
        Arrays.fill(lastClass, NONE);
        int[] values = new int[dimension + 1];
        for (int handle = 0; handle < capacity(); handle++) {
            int old = classOf.get(handle);
            if (old == NONE) {
                continue;
            }
            int value = valueOf.applyAsInt(handle);
            if (lastClass[old] == NONE || lastValue[old] != value) {
                before.copyValues(old, values);
                values[dimension] = value;
                lastClass[old] = classes.of(values, owner);
                lastValue[old] = value;
            }
            classes.join(lastClass[old], handle, owner);
            classOf.set(handle, lastClass[old], owner);
        }
        orders.forget();
        classesReplaced();
        return dimension;
    }

    /**
     * Adds a further resource. Every instance has {@link #UNLIMITED} of it until {@link #setAmount} says otherwise.
     *
     * @return the number of the resource, from 0 up
     */
    public int addResource() {
        return amounts.add(capacity(), owner);
    }

    /** What an instance has left of a further resource. */
    public int amount(int resource, int instance) {
        return amounts.get(resource, instance);
    }

    /** Sets what an instance has left of a further resource. */
    public void setAmount(int resource, int instance, int amount) {
        amounts.set(resource, instance, amount, owner);
        changes.add(instance, owner);
    }

    /** Sets what an instance has left. */
    public void setFree(int instance, int freeCpuUnits, int freeMemoryMib) {
        int memoryBefore = memoryMib.get(instance);
        int cpuBefore = cpuUnits.get(instance);
        cpuUnits.set(instance, freeCpuUnits, owner);
        memoryMib.set(instance, freeMemoryMib, owner);
        orders.move(instance, classOf.get(instance), cpuBefore, memoryBefore);
        changes.add(instance, owner);
    }

    /**
     * Adds a tally: of the tasks of a group, or of the holders of a port.
     *
     * @return the number of the tally, from 0 up
     */
    public int addTally() {
        if (tallyCount == tallies.length) {
            tallies = Arrays.copyOf(tallies, tallyCount * 2);
        }
        tallies[tallyCount] = new Tally(owner);
        return tallyCount++;
    }

    private Tally writableTally(int number) {
        Tally tally = tallies[number];
        if (tally.owner != owner) {
            tally = tally.share(owner);
            tallies[number] = tally;
        }
        return tally;
    }

    /** Hands out the values that any instance has in a dimension, some of them more than once. */
    public void forEachValue(int dimension, IntConsumer action) {
        for (int ofClass = 0; ofClass < classes.count(); ofClass++) {
            int value = classes.value(ofClass, dimension);
            if (classes.members(ofClass) > 0 && value != Classes.ABSENT) {
                action.accept(value);
            }
        }
    }

    /** Hands out the instances that a tally has any on, in no order. */
    public void forEachCounted(int tally, IntConsumer action) {
        tallies[tally].forEachInstance(action);
    }

    /** How much a tally has on an instance. */
    public int count(int tally, int instance) {
        return tallies[tally].of(instance);
    }

    /** Adds to what a tally has on an instance. */
    public void count(int tally, int instance, int delta) {
        writableTally(tally).add(instance, delta, classes, classOf.get(instance));
        changes.add(instance, owner);
    }

    /** How many tasks fit on an instance by amounts. */
    int room(Demand demand, int instance) {
        int room = amounts.room(demand.amounts, instance);
        if (demand.cpuUnits > 0) {
            room = Math.min(room, cpuUnits.get(instance) / demand.cpuUnits);
        }
        if (demand.memoryMib > 0) {
            room = Math.min(room, memoryMib.get(instance) / demand.memoryMib);
        }
        return room;
    }

    /** That many tasks of a service have come to an instance, or gone if the number is negative. */
    void book(Demand demand, int instance, int tasks) {
        setFree(
                instance,
                cpuUnits.get(instance) - tasks * demand.cpuUnits,
                memoryMib.get(instance) - tasks * demand.memoryMib);
        int ofClass = classOf.get(instance);
        writableTally(demand.tally).add(instance, tasks, classes, ofClass);
        for (int tally : demand.exclusive) {
            writableTally(tally).add(instance, tasks, classes, ofClass);
        }
        amounts.take(demand.amounts, tasks, instance, owner);
    }
}
