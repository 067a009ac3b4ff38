package io.stowage.ecs.placement.internal.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.placement.internal.index.NaiveIndex.Instance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The index beside one that looks at everything. A failure names its seed. */
class PlacementIndexTest {
    private static final int[][] CHAINS = {
        {},
        {Demand.MEMORY},
        {Demand.CPU},
        {0, Demand.MEMORY},
        {Demand.COUNT},
        {Demand.COUNT, Demand.CPU},
        {0, Demand.COUNT},
        {0, 1, Demand.MEMORY},
        {1, 0, Demand.COUNT, Demand.MEMORY},
        {Demand.MEMORY, 0},
        {Demand.CPU, Demand.MEMORY, Demand.COUNT},
        {Demand.COUNT, 0, Demand.MEMORY},
        {Demand.MEMORY, Demand.COUNT},
        {0, 1, 2, Demand.MEMORY},
    };

    @Test
    void index_smallClusters_agreesInEveryOperation() {
        for (int seed = 0; seed < 300; seed++) {
            new Play(seed, 12, 4, 4).run(100);
        }
    }

    @Test
    void index_clusterOfManyBlocks_agreesInEveryOperation() {
        for (int seed = 0; seed < 3; seed++) {
            new Play(seed, 500, 40, 4).run(600);
        }
    }

    @Test
    void index_nearlyAsManyClassesAsInstances_agreesInEveryOperation() {
        for (int seed = 0; seed < 3; seed++) {
            new Play(seed, 300, 20, 1_000).run(400);
        }
    }

    @Test
    void index_homogeneousCluster_breaksTiesById() {
        for (int seed = 0; seed < 3; seed++) {
            new Play(seed, 500, 1, 4).run(500);
        }
    }

    @Test
    void index_servicesWithManyOwnTasks_agreeAndLookAtFew() {
        int[][] chains = {{Demand.MEMORY}, {Demand.COUNT, Demand.MEMORY}, {0, Demand.COUNT}};
        for (int seed = 0; seed < chains.length; seed++) {
            Play play = new Play(seed, 250, 30, 4);
            play.makeHeavy(chains[seed]);
            assertThat(play.index.takeVisited()).as("seed %d", seed).isLessThan(1_000L * 100);
            for (int i = 0; i < 200; i++) {
                play.step(i);
                play.place(0, i);
            }
        }
    }

    @Test
    void index_changesWhileTreesAreBuilt_agreesInEveryOperation() {
        int[][] chains = {{Demand.MEMORY}, {Demand.COUNT, Demand.MEMORY}, {0, Demand.COUNT}};
        for (int seed = 0; seed < chains.length; seed++) {
            Play play = new Play(seed, 1_200, 30, 4);
            play.addHeavy(chains[seed]);
            for (int i = 0; i < 1_100; i++) {
                play.place(0, i);
            }
            // Each placement builds a part of the tree, and in between instances come, go and change.
            for (int i = 0; i < 150; i++) {
                for (int j = 0; j < 3; j++) {
                    play.step(i);
                }
                play.place(0, i);
            }
        }
    }

    @Test
    void index_forksOfForks_agreeEachByItself() {
        for (int seed = 0; seed < 30; seed++) {
            playInTurns(new Play(seed, seed % 3 == 0 ? 300 : 40, 10, seed % 5 == 0 ? 100 : 4), 800);
        }
    }

    @Test
    void index_forksOfServicesWithTrees_takeThemAlongAndAgree() {
        int[][] chains = {{Demand.MEMORY}, {Demand.COUNT, Demand.MEMORY}, {0, Demand.COUNT}};
        for (int seed = 0; seed < chains.length; seed++) {
            Play play = new Play(seed, 250, 30, 4);
            play.makeHeavy(chains[seed]);
            PlacementIndex fork = play.index.fork();
            fork.takeVisited();
            for (int i = 0; i < 20; i++) {
                fork.place(0);
            }
            assertThat(fork.takeVisited()).as("seed %d", seed).isLessThan(20L * 64);
            playInTurns(play, 400);
        }
    }

    /** Lets a play and its forks, and their forks, take turns. */
    private static void playInTurns(Play first, int steps) {
        SplittableRandom dice = new SplittableRandom(first.seed);
        List<Play> plays = new ArrayList<>(List.of(first));
        for (int i = 0; i < steps; i++) {
            Play play = plays.get(dice.nextInt(plays.size()));
            if (dice.nextInt(20) == 0) {
                Play fork = new Play(play);
                if (plays.size() < 5) {
                    plays.add(fork);
                } else {
                    plays.set(dice.nextInt(5), fork);
                }
            } else {
                play.step(i);
                play.place(0, i);
            }
        }
    }

    /** An index and its naive twin, driven by one seed. */
    private static final class Play {
        private final int seed;
        private final SplittableRandom dice;
        private final int amounts;
        private final int values;
        private final List<Demand> demands = new ArrayList<>();
        /** For each service the value of dimension 1 that it does not want, or -1. */
        private final List<Integer> unwanted = new ArrayList<>();

        private final List<int[]> tasks = new ArrayList<>();
        private PlacementIndex index = new PlacementIndex();
        private NaiveIndex naive = new NaiveIndex();
        private int dimensions;

        Play(int seed, int instances, int amounts, int values) {
            this.values = values;
            this.seed = seed;
            this.dice = new SplittableRandom(seed);
            this.amounts = amounts;
            int first = dice.nextInt(instances);
            for (int i = 0; i < first; i++) {
                register();
            }
            for (int i = 0; i < 3; i++) {
                addDimension();
            }
            index.addResource();
            for (int i = first; i < instances; i++) {
                register();
            }
            int port = index.addTally();
            for (int i = 0; i < 12; i++) {
                Demand demand = Demand.of(
                                dice.nextInt(3) * 64, dice.nextInt(amounts) * 16 + dice.nextInt(2), index.addTally())
                        .by(CHAINS[dice.nextInt(CHAINS.length)]);
                if (dice.nextInt(3) == 0) {
                    demand = demand.distinctInstance();
                }
                if (dice.nextInt(5) == 0) {
                    demand = demand.exclusively(port);
                }
                if (dice.nextInt(5) == 0) {
                    demand = demand.amounts(1);
                }
                int value = dice.nextInt(3) == 0 ? dice.nextInt(3) : -1;
                if (value >= 0) {
                    demand = demand.among(handle -> index.value(handle, 1) != value);
                }
                unwanted.add(value);
                demands.add(demand);
                index.addService(demand);
            }
        }

        /** A fork, and a copy of its twin. */
        Play(Play from) {
            this.values = from.values;
            this.seed = from.seed;
            this.dice = from.dice.split();
            this.amounts = from.amounts;
            this.dimensions = from.dimensions;
            this.index = from.index.fork();
            this.naive = from.naive.copy();
            this.tasks.addAll(from.tasks);
            this.unwanted.addAll(from.unwanted);
            for (int service = 0; service < from.demands.size(); service++) {
                Demand demand = from.demands.get(service);
                int value = unwanted.get(service);
                if (value >= 0) {
                    demand = demand.among(handle -> index.value(handle, 1) != value);
                    index.retest(service, demand.classes, null);
                }
                demands.add(demand);
            }
        }

        /** Puts a service with tasks on nearly all instances before the others, and uses it until it has a tree. */
        void addHeavy(int... chain) {
            Demand heavy = Demand.of(1, 1, index.addTally()).by(chain);
            demands.add(0, chain.length == 1 ? heavy.distinctInstance() : heavy);
            unwanted.add(0, -1);
            index.removeServices();
            demands.forEach(index::addService);
        }

        void makeHeavy(int... chain) {
            addHeavy(chain);
            for (int i = 0; i < 230; i++) {
                place(0, i);
            }
            index.takeVisited();
            for (int i = 0; i < 1_000; i++) {
                release(tasks.size() - 1 - i % 50);
                place(0, i);
            }
        }

        private void addDimension() {
            int dimension = dimensions++;
            for (Instance instance : naive.instances) {
                instance.values = Arrays.copyOf(instance.values, dimensions);
                instance.values[dimension] = dice.nextInt(values);
            }
            assertThat(index.addDimension(handle -> naive.of(handle).values[dimension]))
                    .isEqualTo(dimension);
        }

        private int[] values() {
            int[] drawn = new int[dimensions];
            Arrays.setAll(drawn, i -> dice.nextInt(values));
            return drawn;
        }

        private void register() {
            Instance instance = new Instance(
                    dice.nextDouble(), dice.nextInt(amounts) * 64, 64 + dice.nextInt(amounts) * 16, values());
            int place = index.place(handle -> naive.of(handle).id < instance.id);
            instance.handle = index.register(place, instance.values, instance.cpuUnits, instance.memoryMib);
            if (dice.nextInt(2) == 0 && index.instances() > 0 && !demands.isEmpty()) {
                instance.amount = dice.nextInt(3);
                index.setAmount(0, instance.handle, instance.amount);
            }
            naive.add(instance);
        }

        private Instance any() {
            return naive.instances.get(dice.nextInt(naive.instances.size()));
        }

        void run(int steps) {
            for (int i = 0; i < steps; i++) {
                step(i);
            }
        }

        private void step(int i) {
            int what = dice.nextInt(40);
            if (what < 24) {
                place(dice.nextInt(dice.nextInt(demands.size()) + 1), i);
            } else if (what < 34) {
                if (!tasks.isEmpty()) {
                    release(dice.nextInt(tasks.size()));
                }
            } else if (what == 34) {
                register();
            } else if (naive.instances.size() > 1 && what == 35) {
                Instance gone = any();
                index.deregister(gone.handle);
                naive.remove(gone);
                tasks.removeIf(task -> task[1] == gone.handle);
            } else if (what == 36) {
                Instance changed = any();
                changed.values = values();
                index.reclassify(changed.handle, changed.values);
            } else if (what == 37) {
                Instance changed = any();
                changed.cpuUnits = dice.nextInt(amounts) * 64 - 64;
                index.setFree(changed.handle, changed.cpuUnits, changed.memoryMib);
            } else if (what == 38) {
                draw(i);
                placeMany(i);
            } else {
                fork();
            }
        }

        private void place(int service, int i) {
            Demand demand = demands.get(service);
            List<Instance> best = naive.best(demand);
            int expected = best.isEmpty() ? PlacementIndex.NONE : best.get(0).handle;
            int chosen = index.place(service);
            assertThat(chosen).as("seed %d, step %d, %s", seed, i, demand).isEqualTo(expected);
            if (chosen != PlacementIndex.NONE) {
                naive.book(demand, best.get(0), 1);
                tasks.add(new int[] {service, chosen});
            }
        }

        private void placeMany(int i) {
            int service = dice.nextInt(demands.size());
            Demand demand = demands.get(service);
            int[] instances = new int[dice.nextInt(40)];
            int placed = index.place(service, instances.length, instances);
            for (int task = 0; task < instances.length; task++) {
                List<Instance> best = naive.best(demand);
                assertThat(best.isEmpty()).as("seed %d, step %d", seed, i).isEqualTo(task >= placed);
                if (best.isEmpty()) {
                    break;
                }
                assertThat(instances[task])
                        .as("seed %d, step %d, %s", seed, i, demand)
                        .isEqualTo(best.get(0).handle);
                naive.book(demand, best.get(0), 1);
                tasks.add(new int[] {service, instances[task]});
            }
            if (dice.nextBoolean()) {
                releaseLast(service, placed, instances);
            }
        }

        private void releaseLast(int service, int count, int[] instances) {
            index.release(service, instances, count);
            for (int task = 0; task < count; task++) {
                naive.book(demands.get(service), naive.of(instances[task]), -1);
                tasks.remove(tasks.size() - 1);
            }
        }

        private void release(int number) {
            int[] task = tasks.remove(number);
            index.release(task[0], task[1]);
            naive.book(demands.get(task[0]), naive.of(task[1]), -1);
        }

        private void draw(int i) {
            int service = dice.nextInt(demands.size());
            List<Integer> best = naive.best(demands.get(service)).stream()
                    .map(instance -> instance.handle)
                    .toList();
            int drawn = dice.nextBoolean()
                    ? index.draw(service, dice::nextInt)
                    : index.drawFromList(service, dice::nextInt);
            if (best.isEmpty()) {
                assertThat(drawn).isEqualTo(PlacementIndex.NONE);
            } else {
                assertThat(best).as("seed %d, step %d", seed, i).contains(drawn);
            }
        }

        /** Goes on with the fork or with the parent; what happens to the other must not be seen. */
        private void fork() {
            PlacementIndex parent = index;
            NaiveIndex ofParent = naive;
            List<int[]> tasksOfParent = List.copyOf(tasks);
            index = parent.fork();
            if (dice.nextBoolean()) {
                PlacementIndex fork = index;
                index = parent;
                parent = fork;
            }
            naive = ofParent.copy();
            PlacementIndex other = parent;
            int left = index.instances();
            if (left > 0) {
                int victim = other.at(dice.nextInt(left));
                other.setFree(victim, 1 << 20, 1);
            }
            for (int service = 0; service < demands.size(); service++) {
                other.place(service);
            }
            assertThat(tasks).hasSameSizeAs(tasksOfParent);
        }
    }
}
