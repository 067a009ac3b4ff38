package io.stowage.ecs.placement.internal.index;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds the best instance for a task without looking at all of them, and books tasks on instances: handles and numbers, no objects, no
 * allocation for a placement.
 *
 * <p>Instances are parted into classes ({@link Classes}), those of a class being equal in all that expressions and spreads ask about. The
 * instances of a class stand sorted by what is left of a resource ({@link Blocks}); one such order serves all services. What a service
 * counts is its own ({@link Tally}). A {@link Search} goes through the classes in the order of the leading spreads and walks each from the
 * first instance with enough; a {@link Tournament} takes the place of walks that pass over too much.
 *
 * <p>For one thread at a time. Callers pass only valid handles and numbers.
 */
public final class PlacementIndex {
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
    private IntColumn[] amounts;
    private final InstanceOrder order;
    private Classes classes;
    private boolean classesShared;
    private int capacity;
    private int[] freeHandles;
    private int freeCount;

    private final Orders orders;
    private Tally[] tallies;
    private int tallyCount;
    private @Nullable Service[] services;
    private @Nullable Demand[] demands;
    private int serviceCount;

    private final Changes changes = new Changes();
    private final Trees trees = new Trees(this);
    private final Search search = new Search(this);
    private final Lottery lottery = new Lottery(this);
    private long visited;

    /** An index without instances. */
    public PlacementIndex() {
        this.cpuUnits = new IntColumn();
        this.memoryMib = new IntColumn();
        this.classOf = new IntColumn();
        this.amounts = new IntColumn[0];
        this.order = new InstanceOrder();
        this.orders = new Orders(this);
        this.classes = new Classes();
        this.freeHandles = new int[4];
        this.tallies = new Tally[4];
        this.services = new Service[4];
        this.demands = new Demand[4];
    }

    private PlacementIndex(PlacementIndex from) {
        this.cpuUnits = from.cpuUnits.share();
        this.memoryMib = from.memoryMib.share();
        this.classOf = from.classOf.share();
        this.amounts = from.amounts.clone();
        Arrays.setAll(amounts, i -> from.amounts[i].share());
        this.order = from.order.share();
        this.classes = from.classes;
        this.classesShared = true;
        this.capacity = from.capacity;
        this.freeHandles = from.freeHandles.clone();
        this.freeCount = from.freeCount;
        this.orders = new Orders(this, from.orders);
        this.tallies = from.tallies.clone();
        this.tallyCount = from.tallyCount;
        this.demands = from.demands.clone();
        this.services = new Service[demands.length];
        this.serviceCount = from.serviceCount;
    }

    /**
     * An index with the same content and the same handles, which goes its own way from here on. Content is shared until one of the two
     * writes to it. Trees are not taken along.
     */
    public PlacementIndex fork() {
        PlacementIndex fork = new PlacementIndex(this);
        owner = new Object();
        classesShared = true;
        return fork;
    }

    // What the parts of the index ask.

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

    int value(int instance, int dimension) {
        return classes.value(classOf.get(instance), dimension);
    }

    /** More than any handle. */
    int capacity() {
        return capacity;
    }

    void visited(int more) {
        visited += more;
    }

    int amountFor(int orderBy, int instance) {
        return orderBy == BY_MEMORY ? memoryMib.get(instance) : orderBy == BY_CPU ? cpuUnits.get(instance) : 0;
    }

    long key(int orderBy, int instance) {
        return Key.of(amountFor(orderBy, instance), instance);
    }

    /** The blocks of a class in an order that is built. */
    Blocks blocks(int orderBy, int ofClass) {
        return orders.blocks(orderBy, ofClass);
    }

    /** Any member of a class that has one. */
    int member(int ofClass) {
        int likely = classes.representative(ofClass);
        if (likely < capacity && classOf.get(likely) == ofClass) {
            return likely;
        }
        for (int handle = 0; handle < capacity; handle++) {
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
        for (int i = 0; i < demand.amounts.length; i++) {
            if (demand.amounts[i] > 0 && amounts[i].get(instance) < demand.amounts[i]) {
                return false;
            }
        }
        return demand.test == null || demand.test.test(instance);
    }

    /** Where a tally keeps the counts of a dimension. */
    int spread(int tally, int dimension) {
        Tally writable = writableTally(tally);
        int slot = writable.slot(dimension);
        return slot >= 0 ? slot : writable.addSlot(dimension, this);
    }

    // Instances.

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
        int handle = freeCount > 0 ? freeHandles[--freeCount] : capacity++;
        cpuUnits.grow(handle, owner);
        memoryMib.grow(handle, owner);
        classOf.grow(handle, owner);
        for (IntColumn amount : amounts) {
            amount.grow(handle, owner);
            amount.set(handle, UNLIMITED, owner);
        }
        order.insert(place, handle, owner);
        cpuUnits.set(handle, freeCpuUnits, owner);
        memoryMib.set(handle, freeMemoryMib, owner);
        join(handle, values);
        changes.add(handle);
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
        trees.forget(instance);
        changes.add(instance);
        if (freeCount == freeHandles.length) {
            freeHandles = Arrays.copyOf(freeHandles, freeCount * 2);
        }
        freeHandles[freeCount++] = instance;
    }

    /** Gives an instance other values, one for each dimension. */
    public void reclassify(int instance, int[] values) {
        int from = classOf.get(instance);
        if (Arrays.equals(classes.valuesOf(from), values)) {
            return;
        }
        leave(instance);
        int to = join(instance, values);
        for (int i = 0; i < tallyCount; i++) {
            if (tallies[i].of(instance) != 0) {
                writableTally(i).moved(instance, classes, from, to);
            }
        }
        changes.add(instance);
    }

    private Classes writableClasses() {
        if (classesShared) {
            classes = classes.copy();
            classesShared = false;
        }
        return classes;
    }

    private int join(int handle, int[] values) {
        Classes writable = writableClasses();
        int ofClass = writable.of(values);
        writable.join(ofClass, handle);
        classOf.set(handle, ofClass, owner);
        orders.insert(handle, ofClass);
        return ofClass;
    }

    private void leave(int handle) {
        int ofClass = classOf.get(handle);
        orders.remove(handle, ofClass);
        writableClasses().leave(ofClass);
    }

    /**
     * Adds something that instances differ in. If they do differ in it, all is sorted anew, so this is for the beginning.
     *
     * @param valueOf the value of each instance, 0 for none
     * @return the number of the dimension, from 0 up
     */
    public int addDimension(IntUnaryOperator valueOf) {
        Classes before = classes;
        classes = classes.withDimension();
        classesShared = false;
        int dimension = before.dimensions();
        int[] lastValue = new int[before.count()];
        int[] lastClass = new int[before.count()];
        Arrays.fill(lastClass, NONE);
        for (int handle = 0; handle < capacity; handle++) {
            int old = classOf.get(handle);
            if (old == NONE) {
                continue;
            }
            int value = valueOf.applyAsInt(handle);
            if (lastClass[old] == NONE || lastValue[old] != value) {
                int[] values = Arrays.copyOf(before.valuesOf(old), dimension + 1);
                values[dimension] = value;
                lastClass[old] = classes.of(values);
                lastValue[old] = value;
            }
            classes.join(lastClass[old], handle);
            classOf.set(handle, lastClass[old], owner);
        }
        orders.forget();
        for (int i = 0; i < serviceCount; i++) {
            Service service = services[i];
            if (service != null) {
                service.forgetClasses();
            }
        }
        trees.dropAll();
        return dimension;
    }

    /**
     * Adds a further resource. Every instance has {@link #UNLIMITED} of it until {@link #setAmount} says otherwise.
     *
     * @return the number of the resource, from 0 up
     */
    public int addResource() {
        amounts = Arrays.copyOf(amounts, amounts.length + 1);
        IntColumn column = new IntColumn();
        amounts[amounts.length - 1] = column;
        for (int handle = 0; handle < capacity; handle++) {
            column.grow(handle, owner);
            column.set(handle, UNLIMITED, owner);
        }
        return amounts.length - 1;
    }

    /** What an instance has left of a further resource. */
    public int amount(int resource, int instance) {
        return amounts[resource].get(instance);
    }

    /** Sets what an instance has left of a further resource. */
    public void setAmount(int resource, int instance, int amount) {
        amounts[resource].set(instance, amount, owner);
        changes.add(instance);
    }

    /** Sets what an instance has left. */
    public void setFree(int instance, int freeCpuUnits, int freeMemoryMib) {
        int memoryBefore = memoryMib.get(instance);
        int cpuBefore = cpuUnits.get(instance);
        cpuUnits.set(instance, freeCpuUnits, owner);
        memoryMib.set(instance, freeMemoryMib, owner);
        orders.move(instance, classOf.get(instance), cpuBefore, memoryBefore);
        changes.add(instance);
    }

    // Tallies.

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
        changes.add(instance);
    }

    // Services.

    /**
     * Adds a service.
     *
     * @return the number of the service, from 0 up
     */
    public int addService(Demand demand) {
        if (serviceCount == demands.length) {
            demands = Arrays.copyOf(demands, serviceCount * 2);
            services = Arrays.copyOf(services, serviceCount * 2);
        }
        demands[serviceCount] = demand;
        ready(serviceCount);
        return serviceCount++;
    }

    /** Takes all services away; numbers begin at 0 again. */
    public void removeServices() {
        trees.dropAll();
        Arrays.fill(services, null);
        Arrays.fill(demands, null);
        serviceCount = 0;
    }

    private Service ready(int number) {
        Service service = services[number];
        if (service == null) {
            Demand demand = demands[number];
            if (demand == null) {
                throw new IllegalArgumentException("there is no service " + number);
            }
            service = new Service(demand, this);
            services[number] = service;
        }
        if (service.refresh(this) && service.tournament != null) {
            trees.drop(service);
        }
        orders.build(service.orderBy);
        return service;
    }

    /**
     * The instance that the next task of a service goes to, or {@link #NONE}: the one that looking at all of them would find. Books
     * nothing.
     */
    public int choose(int service) {
        return choose(ready(service));
    }

    private int choose(Service service) {
        Tournament tree = trees.upToDate(service);
        if (tree != null) {
            return tree.choose();
        }
        int chosen = search.choose(service);
        int cost = search.takeVisited();
        visited += cost;
        trees.walked(service, cost);
        return chosen;
    }

    /**
     * One of the instances that are equal in the chain of a service, by lot, or {@link #NONE}. Books nothing. Few instances are looked at,
     * where many are equal.
     *
     * @param random draws a number less than its argument
     */
    public int draw(int service, IntUnaryOperator random) {
        Service ready = ready(service);
        int first = choose(ready);
        return first == NONE ? NONE : lottery.draw(ready, first, random);
    }

    /**
     * The same by one number, a place among the equal instances in the order of ids; none is drawn if there is one alone. Instances that
     * are not among them make no difference, and all are looked at.
     *
     * @param random draws a number less than its argument
     */
    public int drawFromList(int service, IntUnaryOperator random) {
        Service ready = ready(service);
        int first = choose(ready);
        return first == NONE ? NONE : lottery.drawFromList(ready, first, random);
    }

    /** Chooses for the next task of a service and books it there. */
    public int place(int service) {
        Service ready = ready(service);
        int chosen = choose(ready);
        if (chosen != NONE) {
            book(ready.demand, chosen, 1);
        }
        return chosen;
    }

    /**
     * Chooses for many tasks of a service, one after the other, and books them. Where the instance that one task goes to is sure to be the
     * best for the next as well, it is filled in one step.
     *
     * @param instances takes the instance of each task that is placed; as long as there are tasks
     * @return how many are placed; the next would fit nowhere if that is less than there are
     */
    public int place(int service, int tasks, int[] instances) {
        Service ready = ready(service);
        int placed = 0;
        while (placed < tasks) {
            int chosen = choose(ready);
            if (chosen == NONE) {
                break;
            }
            int together = ready.staysBest() ? Math.min(tasks - placed, room(ready.demand, chosen)) : 1;
            book(ready.demand, chosen, together);
            Arrays.fill(instances, placed, placed + together, chosen);
            placed += together;
        }
        return placed;
    }

    /** How many tasks fit on an instance by amounts. */
    private int room(Demand demand, int instance) {
        int room = Integer.MAX_VALUE;
        if (demand.cpuUnits > 0) {
            room = cpuUnits.get(instance) / demand.cpuUnits;
        }
        if (demand.memoryMib > 0) {
            room = Math.min(room, memoryMib.get(instance) / demand.memoryMib);
        }
        for (int i = 0; i < demand.amounts.length; i++) {
            if (demand.amounts[i] > 0 && amounts[i].get(instance) != UNLIMITED) {
                room = Math.min(room, amounts[i].get(instance) / demand.amounts[i]);
            }
        }
        return room;
    }

    /** A task of a service on an instance is gone. */
    public void release(int service, int instance) {
        book(ready(service).demand, instance, -1);
    }

    private void book(Demand demand, int instance, int tasks) {
        setFree(
                instance,
                cpuUnits.get(instance) - tasks * demand.cpuUnits,
                memoryMib.get(instance) - tasks * demand.memoryMib);
        int ofClass = classOf.get(instance);
        writableTally(demand.tally).add(instance, tasks, classes, ofClass);
        for (int tally : demand.exclusive) {
            writableTally(tally).add(instance, tasks, classes, ofClass);
        }
        for (int i = 0; i < demand.amounts.length; i++) {
            if (demand.amounts[i] > 0 && amounts[i].get(instance) != UNLIMITED) {
                amounts[i].set(instance, amounts[i].get(instance) - tasks * demand.amounts[i], owner);
            }
        }
    }

    /** How many instances, blocks and nodes of trees were looked at since this was asked last. */
    public long takeVisited() {
        long taken = visited;
        visited = 0;
        return taken;
    }
}
