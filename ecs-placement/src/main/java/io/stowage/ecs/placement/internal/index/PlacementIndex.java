package io.stowage.ecs.placement.internal.index;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds the best instance for a task without looking at all of them, and books tasks on instances: handles and numbers, no objects, no
 * allocation for a placement. Its answers are those of a scan over everything, always; tests hold it to that.
 *
 * <h2>Layout</h2>
 *
 * <p>An instance is a <em>handle</em>, a small number. What is left of it stands in columns ({@link IntColumn}, {@link Amounts}), in pages.
 * So do the values of classes, the tables of tallies and trees, and the handles that are free: what grows with instances or tasks is in
 * pages of a kilobyte or half of one, which forks share.
 *
 * <p>Instances are parted into <em>classes</em> ({@link Classes}): those of a class are equal in every attribute that any service asks
 * about, each being a <em>dimension</em>. A test on such things is asked once for a class and service. Spreads and expressions make
 * classes; capabilities that all instances share do not.
 *
 * <p>The instances of a class stand sorted, in up to three <em>orders</em> ({@link Orders}): by what is left of memory, of CPU, by id. A
 * key is one long, amount and handle ({@link Key}). Keys are in blocks of about 64 ({@link Blocks}), and beside each key is what is left of
 * the other resource; of each block the first key and a bound on that other resource are known, and such a bound of each sixteen blocks.
 * One such order serves all services.
 *
 * <p>What a service counts is its own: a <em>tally</em> ({@link Tally}) has the number of its tasks on each instance that has any, and
 * under each value that it spreads over. A host port is a tally too, of its holders.
 *
 * <h2>Deciding</h2>
 *
 * <p>A {@link Service} has put the classes that it may use into <em>cells</em>, one for each combination of values of its leading spreads.
 * A {@link Search} takes the cells in the order of their counts, and in each class walks from the first key with enough, found by binary
 * search, past blocks whose bound is too small. The first instance that will do is the best of its class. If more than that order has a
 * say, the walk goes on over all that are equal in it; if fewest own tasks come first, instances without any are tried before all others.
 * Where a service may use more than one class to eight instances, looking at each instance costs less than looking into each class, and
 * that is done.
 *
 * <p>A service whose walks pass over much that will not do, mostly instances with tasks of its own, saves up what they cost too much, and
 * gets a {@link Tournament} when it has saved as much as that costs to make ({@link Trees}): a slice of it with each placement, so that
 * none waits for a whole. A tree follows the changes ({@link Changes}) when it is asked, and is given up if that costs more than the walks
 * did. Trees are bounded in number.
 *
 * <h2>Forking</h2>
 *
 * <p>A fork copies tables of pages, one for each column, tally, class or tree when it is first written to, and of the pages those that it
 * writes; so does the parent from then on, which has given up all it owned. What a service has found out of the classes ({@link Cells})
 * and made of its chain ({@link Chain}) is shared as it is, and copied only when a class turns up that it has not been asked about. Trees
 * are taken along, because without them the first task of a service with many own ones would walk past all of these. Tests alone are a
 * fork's own where they hold on to their maker.
 *
 * <h2>Invariants</h2>
 *
 * <ul>
 *   <li>An instance is in each order that is built exactly once, under the key of its present amounts.
 *   <li>Equal amounts are in the order of ids. Keys do not say so: the rank of an instance does ({@link InstanceOrder}), so an instance that
 *       joins in the middle moves nobody.
 *   <li>The bound of a block, or of sixteen, is never too small. It may be too large after instances have left; a walk that is misled mends
 *       it.
 *   <li>A page, block or table belongs to the index whose owner it names. Any other copies it before it writes: that is all a fork is.
 * </ul>
 *
 * <h2>Cost</h2>
 *
 * <p>The mixed workload of the benchmarks, 200 services, half full, a placement and a release together, CPU time on a busy machine of two
 * cores, JDK 17: 0.23 µs with 100 instances, 0.38 µs with 1,000, 0.56 to 0.68 µs with 100,000; with 5,000 services 1.2 times that. One
 * service with binpack: 0.13 and 0.20 µs. A million tasks on 100,000 empty instances: 0.67 s. 26 to 40 blocks and instances looked at, at
 * worst 640 where each instance lacks one of two resources, and then it fails in 0.4 µs. Identical tasks that fill instances by one call
 * and leave them by another: 7 to 30 ns each. Registering an instance and taking it away: 1.7 µs; another class for one: about as much; none of them allocates
 * once the classes are known. A fork and 100 placements on it, with 100,000 instances and a million tasks: 0.08 ms, of which the
 * placements would be three quarters without the fork, where copying all there is costs 2.9 ms; the fork alone 1 to 3 µs;
 * 255 kB are copied for it all. About 40 bytes an instance, and a service without tasks some 700; 6 to 12 bytes a pair of group and instance; 15 bytes an instance for
 * each tree. Reading a dimension that is new costs a pass over all instances and, unless all are equal in it, sorting them.
 *
 * <h2>Tried and dropped</h2>
 *
 * <ul>
 *   <li>Larger blocks: 128 to 192 keys cost 0.90 µs instead of 0.65 with 100,000 instances, for what must be moved; 48 a little less than 64,
 *       but more splits.
 *   <li>Binary search without jumps: slower by 1.4 to 1.8, because a foreseen jump lets the next load begin early and a computed place does
 *       not.
 *   <li>Reading the other resource from its column while walking: each look is a cache miss; beside the key it costs four bytes.
 *   <li>Exact bounds after each change: a pass over the block for every placement, to spare few walks one block.
 *   <li>The place in the order of ids inside the key: an instance that joins in the middle would change the keys of those behind it.
 *   <li>Forks that copied the table of a tally as a whole, asked the classes anew for each service and made no use of the parent's trees: 0.70
 *       ms for a fork and 100 placements with a million tasks. Pages for tallies alone: 0.51; trees taken along: 0.095; bounds of sixteen
 *       blocks: 0.080.
 *   <li>The pages of a tally as an object beside it: 3 percent more for the mixed workload than a tally that extends them.
 *   <li>Slots of eight bytes for a handle and its count: twice the memory of tallies, and 4 to 8 percent more for the mixed workload.
 *   <li>Sorting an order by comparing its keys: half of what an index of 100,000 instances takes to be made, where dealing them by the bytes
 *       of their amounts is little.
 *   <li>Trees of two: seventeen levels, of which each change copies one page in a fork. Eight below each node are six levels, in two thirds
 *       of the memory.
 *   <li>Trees for all services that count by instance: following costs more than walking while others place in between; with 200 services
 *       none pays.
 * </ul>
 *
 * <p>For one thread at a time. Callers pass only valid handles and numbers.
 */
public final class PlacementIndex extends Instances {
    private final Services services;
    private final Trees trees;
    private final Search search = new Search(this);
    private final Lottery lottery = new Lottery(this);
    private long visited;

    /** An index without instances. */
    public PlacementIndex() {
        this.services = new Services(this);
        this.trees = new Trees(this);
    }

    private PlacementIndex(PlacementIndex from, boolean withTests) {
        super(from);
        this.services = new Services(this, from.services, withTests);
        this.trees = new Trees(this, from.trees, services);
    }

    /**
     * An index with the same content and the same handles, which goes its own way from here on. Content is shared until one of the two
     * writes to it.
     */
    public PlacementIndex fork() {
        return new PlacementIndex(this, true);
    }

    /** A fork whose services cannot be used before they have been given {@linkplain #retest tests} of its own. */
    public PlacementIndex forkWithoutTests() {
        return new PlacementIndex(this, false);
    }

    @Override
    void classesReplaced() {
        services.forgetClasses();
        trees.dropAll();
    }

    @Override
    void gone(int instance) {
        trees.forget(instance);
    }

    void keep(int service, Cells answers) {
        services.keep(service, answers);
    }

    void visited(int more) {
        visited += more;
    }

    /**
     * Adds a service.
     *
     * @return the number of the service, from 0 up
     */
    public int addService(Demand demand) {
        int number = services.add(demand);
        ready(number);
        return number;
    }

    /**
     * Gives a service of a fork tests of its own, that answer what the parent's would.
     *
     * @param classes what {@link Demand#among} takes
     * @param test what {@link Demand#testing} takes, null for none
     */
    public void retest(int service, InstanceTest classes, @Nullable InstanceTest test) {
        services.retest(service, classes, test);
    }

    /** Whether a service has tests that it can be used with. */
    public boolean hasTests(int service) {
        return services.hasTests(service);
    }

    /** Takes all services away; numbers begin at 0 again. */
    public void removeServices() {
        trees.dropAll();
        services.removeAll();
    }

    private Service ready(int number) {
        Service service = services.get(number);
        if (service.refresh(this) && service.tournament != null) {
            trees.drop(service);
        }
        build(service.orderBy);
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

    /** Hands out, in the order of ids, all instances that are equal in the chain of a service, ids apart. All are looked at. */
    public void forEachEqual(int service, IntConsumer action) {
        Service ready = ready(service);
        int first = choose(ready);
        if (first != NONE) {
            lottery.forEachEqual(ready, first, action);
        }
    }

    /** Whether the next task of a service could go to an instance. */
    public boolean accepts(int service, int instance) {
        Service ready = ready(service);
        return ready.allows(classOf(instance)) && fits(ready.demand, instance);
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
            int together = together(ready, chosen, tasks - placed);
            book(ready.demand, chosen, together);
            Arrays.fill(instances, placed, placed + together, chosen);
            placed += together;
        }
        return placed;
    }

    private int together(Service service, int chosen, int most) {
        return service.staysBest() ? Math.min(most, room(service.demand, chosen)) : 1;
    }

    /**
     * How many tasks of a service are sure to go to the instance that {@link #choose} has just found, one after the other, if they are
     * booked there. Books nothing.
     *
     * @return at least 1, at most {@code most}
     */
    public int together(int service, int chosen, int most) {
        return together(ready(service), chosen, most);
    }

    /** A task of a service on an instance is gone. */
    public void release(int service, int instance) {
        book(ready(service).demand, instance, -1);
    }

    /**
     * Many tasks of a service are gone. Those on the same instance that stand beside each other are taken away in one step, so tasks that
     * were placed together are cheap to release together.
     *
     * @param instances the instance of each task
     * @param tasks how many of them, from the first
     */
    public void release(int service, int[] instances, int tasks) {
        Demand demand = ready(service).demand;
        for (int from = 0, to; from < tasks; from = to) {
            int instance = instances[from];
            to = from + 1;
            while (to < tasks && instances[to] == instance) {
                to++;
            }
            book(demand, instance, from - to);
        }
    }

    /** How many instances, blocks and nodes of trees were looked at since this was asked last. */
    public long takeVisited() {
        long taken = visited;
        visited = 0;
        return taken;
    }
}
