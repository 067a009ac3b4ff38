package io.stowage.ecs.placement.internal.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Forks of forks that are written to in turns, each beside a copy of its own. A failure names its seed. */
class SharedPagesTest {
    private static final int FORKS = 6;
    private static final int STEPS = 20_000;

    /** A structure that forks share, with the same content in a plain one. */
    private interface Twin {
        Twin fork();

        void write(SplittableRandom dice);

        void check();
    }

    enum Structure {
        INT_COLUMN(IntColumnTwin::new),
        LONG_PAGES(LongPagesTwin::new),
        COUNTERS(CountersTwin::new),
        FREE_HANDLES(FreeHandlesTwin::new),
        CLASSES(ClassesTwin::new),
        HANDLES(HandlesTwin::new),
        ID_TABLE(IdTableTwin::new),
        CHANGES(ChangesTwin::new);

        private final Supplier<Twin> empty;

        Structure(Supplier<Twin> empty) {
            this.empty = empty;
        }
    }

    @ParameterizedTest
    @EnumSource
    void forksOfForks_writtenInTurns_agreeWithCopies(Structure structure) {
        for (int seed = 0; seed < 4; seed++) {
            SplittableRandom dice = new SplittableRandom(seed);
            List<Twin> twins = new ArrayList<>();
            twins.add(structure.empty.get());
            for (int i = 0; i < STEPS; i++) {
                Twin twin = twins.get(dice.nextInt(twins.size()));
                if (dice.nextInt(100) == 0) {
                    Twin fork = twin.fork();
                    if (twins.size() < FORKS) {
                        twins.add(fork);
                    } else {
                        twins.set(dice.nextInt(FORKS), fork);
                    }
                } else {
                    twin.write(dice);
                }
                if (i % 500 == 0) {
                    twins.forEach(Twin::check);
                }
            }
            twins.forEach(Twin::check);
        }
    }

    @Test
    void counters_ofAFork_copyNoMoreThanTheyWrite() {
        Counters parent = new Counters();
        for (int handle = 0; handle < 100_000; handle++) {
            parent.add(handle, 1);
        }
        Counters fork = new Counters(parent);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        for (int handle = 0; handle < 20; handle++) {
            fork.add(handle, 1);
        }
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;

        // Twenty pages of half a kilobyte, of a table of one megabyte.
        assertThat(allocated).isLessThan(30_000);
        assertThat(parent.of(0)).isEqualTo(1);
        assertThat(fork.of(0)).isEqualTo(2);
    }

    private static final class IntColumnTwin implements Twin {
        private final IntColumn column;
        private final List<Integer> model;
        private Object owner = new Object();

        IntColumnTwin() {
            this(new IntColumn(), new ArrayList<>());
        }

        private IntColumnTwin(IntColumn column, List<Integer> model) {
            this.column = column;
            this.model = model;
        }

        @Override
        public Twin fork() {
            owner = new Object();
            return new IntColumnTwin(column.share(), new ArrayList<>(model));
        }

        @Override
        public void write(SplittableRandom dice) {
            int value = dice.nextInt();
            if (model.isEmpty() || dice.nextInt(4) == 0) {
                int more = dice.nextInt(20) == 0 ? 400 : 1;
                column.grow(model.size() + more - 1, owner);
                for (int i = 0; i < more; i++) {
                    model.add(0);
                }
            }
            int handle = dice.nextInt(model.size());
            column.set(handle, value, owner);
            model.set(handle, value);
        }

        @Override
        public void check() {
            for (int i = 0; i < model.size(); i++) {
                assertThat(column.get(i)).isEqualTo(model.get(i));
            }
        }
    }

    private static final class LongPagesTwin implements Twin {
        private final LongPages pages;
        private final long[] model;

        LongPagesTwin() {
            this(new LongPages(10_000, 7), new long[10_000]);
            Arrays.fill(model, 7);
        }

        private LongPagesTwin(LongPages pages, long[] model) {
            this.pages = pages;
            this.model = model;
        }

        @Override
        public Twin fork() {
            return new LongPagesTwin(new LongPages(pages), model.clone());
        }

        @Override
        public void write(SplittableRandom dice) {
            int i = dice.nextInt(model.length);
            model[i] = dice.nextLong();
            pages.set(i, model[i]);
        }

        @Override
        public void check() {
            for (int i = 0; i < model.length; i++) {
                assertThat(pages.get(i)).isEqualTo(model[i]);
            }
        }
    }

    private static final class CountersTwin implements Twin {
        private static final int HANDLES = 3_000;
        private static final int LARGEST = 100;

        private final Counters counters;
        private final Map<Integer, Integer> model;

        CountersTwin() {
            this(new Counters(), new HashMap<>());
        }

        private CountersTwin(Counters counters, Map<Integer, Integer> model) {
            this.counters = counters;
            this.model = model;
        }

        @Override
        public Twin fork() {
            return new CountersTwin(new Counters(counters), new HashMap<>(model));
        }

        @Override
        public void write(SplittableRandom dice) {
            int handle = handle(dice.nextInt(HANDLES));
            int count = model.getOrDefault(handle, 0);
            int delta = dice.nextInt(-count, dice.nextInt(8) == 0 ? 40_000 : 3);
            counters.add(handle, delta);
            if (count + delta == 0) {
                model.remove(handle);
            } else {
                model.put(handle, count + delta);
            }
        }

        /** Small ones, and the largest that there are. */
        private static int handle(int number) {
            return number < HANDLES - LARGEST ? number : Key.MOST_HANDLE - HANDLES + number;
        }

        @Override
        public void check() {
            for (int i = 0; i < HANDLES; i++) {
                int handle = handle(i);
                assertThat(counters.of(handle)).isEqualTo(model.getOrDefault(handle, 0));
            }
            Set<Integer> having = new HashSet<>();
            counters.forEachInstance(having::add);
            assertThat(having).isEqualTo(model.keySet());
            assertThat(counters.instances()).isEqualTo(model.size());
        }
    }

    private static final class FreeHandlesTwin implements Twin {
        private final FreeHandles handles;
        private final List<Integer> returned;
        private final Set<Integer> taken;
        private int end;

        FreeHandlesTwin() {
            this(new FreeHandles(), new ArrayList<>(), new TreeSet<>(), 0);
        }

        private FreeHandlesTwin(FreeHandles handles, List<Integer> returned, Set<Integer> taken, int end) {
            this.handles = handles;
            this.returned = returned;
            this.taken = taken;
            this.end = end;
        }

        @Override
        public Twin fork() {
            return new FreeHandlesTwin(handles.fork(), new ArrayList<>(returned), new TreeSet<>(taken), end);
        }

        @Override
        public void write(SplittableRandom dice) {
            if (taken.isEmpty() || dice.nextInt(100) < 52) {
                int expected = returned.isEmpty() ? end++ : returned.remove(returned.size() - 1);
                assertThat(handles.take()).isEqualTo(expected);
                taken.add(expected);
            } else {
                int given = taken.iterator().next();
                taken.remove(given);
                returned.add(given);
                handles.giveBack(given);
            }
        }

        @Override
        public void check() {
            assertThat(handles.end()).isEqualTo(end);
        }
    }

    private static final class ClassesTwin implements Twin {
        private static final int DIMENSIONS = 2;

        private Classes classes;
        private final List<List<Integer>> values;
        private final List<Integer> members;
        private final List<Integer> representatives;
        private Object owner = new Object();

        ClassesTwin() {
            this(new Classes(new Object()), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            classes = classes.withDimension(owner).withDimension(owner);
        }

        private ClassesTwin(
                Classes classes, List<List<Integer>> values, List<Integer> members, List<Integer> representatives) {
            this.classes = classes;
            this.values = values;
            this.members = members;
            this.representatives = representatives;
        }

        @Override
        public Twin fork() {
            Classes shared = classes;
            owner = new Object();
            classes = shared.share();
            return new ClassesTwin(
                    shared.share(),
                    new ArrayList<>(values),
                    new ArrayList<>(members),
                    new ArrayList<>(representatives));
        }

        @Override
        public void write(SplittableRandom dice) {
            if (!values.isEmpty() && dice.nextInt(3) == 0) {
                int ofClass = dice.nextInt(values.size());
                if (members.get(ofClass) > 0) {
                    classes.leave(ofClass, owner);
                    members.set(ofClass, members.get(ofClass) - 1);
                }
                return;
            }
            int[] vector = {dice.nextInt(40), dice.nextInt(40)};
            List<Integer> key = List.of(vector[0], vector[1]);
            int expected = values.indexOf(key);
            if (expected < 0) {
                expected = values.size();
                values.add(key);
                members.add(0);
                representatives.add(0);
            }
            assertThat(classes.of(vector, owner)).isEqualTo(expected);
            int handle = dice.nextInt(1_000);
            int version = classes.version();
            classes.join(expected, handle, owner);
            assertThat(classes.version() != version).isEqualTo(members.get(expected) == 0);
            members.set(expected, members.get(expected) + 1);
            representatives.set(expected, handle);
        }

        @Override
        public void check() {
            assertThat(classes.count()).isEqualTo(values.size());
            assertThat(classes.dimensions()).isEqualTo(DIMENSIONS);
            for (int i = 0; i < values.size(); i++) {
                assertThat(List.of(classes.value(i, 0), classes.value(i, 1))).isEqualTo(values.get(i));
                assertThat(classes.members(i)).isEqualTo(members.get(i));
                assertThat(classes.representative(i)).isEqualTo(representatives.get(i));
            }
        }
    }

    private static final class HandlesTwin implements Twin {
        private final Handles<String> handles;
        private final Map<Integer, String> model;

        HandlesTwin() {
            this(new Handles<>(), new HashMap<>());
        }

        private HandlesTwin(Handles<String> handles, Map<Integer, String> model) {
            this.handles = handles;
            this.model = model;
        }

        @Override
        public Twin fork() {
            return new HandlesTwin(handles.fork(), new HashMap<>(model));
        }

        @Override
        public void write(SplittableRandom dice) {
            int handle = dice.nextInt(2_000);
            String value = dice.nextInt(5) == 0 ? null : "v" + dice.nextInt();
            handles.set(handle, value);
            model.put(handle, value);
        }

        @Override
        public void check() {
            for (int handle = 0; handle < 2_000; handle++) {
                assertThat(handles.get(handle)).isEqualTo(model.get(handle));
            }
        }
    }

    private static final class IdTableTwin implements Twin {
        private final IdTable table;
        private final TreeMap<Integer, String> model;

        IdTableTwin() {
            this.model = new TreeMap<>();
            this.table = new IdTable(handle -> Objects.requireNonNull(model.get(handle)));
        }

        private IdTableTwin(IdTable from, TreeMap<Integer, String> model) {
            this.model = new TreeMap<>(model);
            this.table = from.fork(handle -> Objects.requireNonNull(this.model.get(handle)));
        }

        @Override
        public Twin fork() {
            return new IdTableTwin(table, model);
        }

        @Override
        public void write(SplittableRandom dice) {
            int handle = dice.nextInt(2_000);
            String known = model.get(handle);
            if (known == null) {
                model.put(handle, "id-" + dice.nextInt(1_000_000) + "-" + handle);
                table.add(handle);
            } else {
                table.remove(known);
                model.remove(handle);
            }
        }

        @Override
        public void check() {
            model.forEach((handle, id) -> assertThat(table.find(id)).isEqualTo(handle));
            assertThat(table.find("id-of-nobody")).isEqualTo(PlacementIndex.NONE);
        }
    }

    private static final class ChangesTwin implements Twin {
        private static final int KEPT = 1_024;

        private final Changes changes;
        private final List<Integer> model;
        private Object owner = new Object();

        ChangesTwin() {
            this(new Changes(), new ArrayList<>());
            changes.follow(1, owner);
        }

        private ChangesTwin(Changes changes, List<Integer> model) {
            this.changes = changes;
            this.model = model;
        }

        @Override
        public Twin fork() {
            owner = new Object();
            return new ChangesTwin(changes.share(), new ArrayList<>(model));
        }

        @Override
        public void write(SplittableRandom dice) {
            int handle = dice.nextInt(100_000);
            changes.add(handle, owner);
            model.add(handle);
        }

        @Override
        public void check() {
            int size = model.size();
            assertThat(changes.count()).isEqualTo(size);
            assertThat(changes.has(size - KEPT - 1)).isFalse();
            for (int i = Math.max(0, size - KEPT); i < size; i++) {
                assertThat(changes.has(i)).isTrue();
                assertThat(changes.get(i)).isEqualTo(model.get(i));
            }
        }
    }
}
