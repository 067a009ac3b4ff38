import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import ai.timefold.solver.core.api.score.HardSoftScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Packs tasks into bins by Timefold Solver, for comparison. It needs a JDK that is newer than that of the library, so it is a program of its
 * own, which such a JDK runs from its source. The first line that it reads has the CPU units and the MiB of a bin, how many bins there are, and
 * the seconds to solve; each line after it those of a task. It writes how many bins are used, or "infeasible".
 */
public final class SolverPacking {
    private SolverPacking() {}

    /** A bin. */
    public record Bin(int number, int cpuUnits, int memoryMib) {}

    /** A task, and the bin it is in. */
    @PlanningEntity
    public static final class Task {
        /** The bin; the solver sets it. */
        @PlanningVariable
        public Bin bin;

        private int cpuUnits;
        private int memoryMib;

        /** For the solver. */
        public Task() {}

        Task(int cpuUnits, int memoryMib) {
            this.cpuUnits = cpuUnits;
            this.memoryMib = memoryMib;
        }

        Bin bin() {
            return bin;
        }

        int cpuUnits() {
            return cpuUnits;
        }

        int memoryMib() {
            return memoryMib;
        }
    }

    /** All tasks and bins. */
    @PlanningSolution
    public static final class Packing {
        /** The bins. */
        @ProblemFactCollectionProperty
        @ValueRangeProvider
        public List<Bin> bins;

        /** The tasks. */
        @PlanningEntityCollectionProperty
        public List<Task> tasks;

        /** How good it is. */
        @PlanningScore
        public HardSoftScore score;

        /** For the solver. */
        public Packing() {}

        Packing(List<Bin> bins, List<Task> tasks) {
            this.bins = bins;
            this.tasks = tasks;
        }
    }

    /** No bin may hold more than it can; full bins are better than half full ones, which leads to few. */
    public static final class Rules implements ConstraintProvider {
        private static final long SCALE = 1000;

        /** For the solver. */
        public Rules() {}

        @Override
        public Constraint[] defineConstraints(ConstraintFactory factory) {
            return new Constraint[] {
                factory.forEach(Task.class)
                        .groupBy(Task::bin, ConstraintCollectors.sum(Task::cpuUnits))
                        .filter((bin, used) -> used > bin.cpuUnits())
                        .penalize(HardSoftScore.ONE_HARD, (bin, used) -> used - bin.cpuUnits())
                        .asConstraint("CPU units"),
                factory.forEach(Task.class)
                        .groupBy(Task::bin, ConstraintCollectors.sum(Task::memoryMib))
                        .filter((bin, used) -> used > bin.memoryMib())
                        .penalize(HardSoftScore.ONE_HARD, (bin, used) -> used - bin.memoryMib())
                        .asConstraint("MiB"),
                factory.forEach(Task.class)
                        .groupBy(
                                Task::bin,
                                ConstraintCollectors.sum(Task::cpuUnits),
                                ConstraintCollectors.sum(Task::memoryMib))
                        .reward(
                                HardSoftScore.ONE_SOFT,
                                (bin, cpu, memory) -> square(cpu, bin.cpuUnits()) + square(memory, bin.memoryMib()))
                        .asConstraint("full bins"),
            };
        }

        private static long square(long used, int all) {
            long part = SCALE * used / all;
            return part * part / SCALE;
        }
    }

    /** Reads, solves, writes. */
    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int[] first = numbers(in.readLine());
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < first[2]; i++) {
            bins.add(new Bin(i, first[0], first[1]));
        }
        List<Task> tasks = new ArrayList<>();
        for (String line = in.readLine(); line != null && !line.isBlank(); line = in.readLine()) {
            int[] size = numbers(line);
            tasks.add(new Task(size[0], size[1]));
        }
        SolverConfig config = new SolverConfig()
                .withSolutionClass(Packing.class)
                .withEntityClasses(Task.class)
                .withConstraintProviderClass(Rules.class)
                .withTerminationSpentLimit(Duration.ofSeconds(first[3]))
                .withRandomSeed(0L);
        Packing packing = SolverFactory.<Packing>create(config).buildSolver().solve(new Packing(bins, tasks));
        System.out.println(
                packing.score.isFeasible()
                        ? packing.tasks.stream().map(Task::bin).distinct().count()
                        : "infeasible");
    }

    private static int[] numbers(String line) {
        String[] words = line.strip().split(" ");
        int[] numbers = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = Integer.parseInt(words[i]);
        }
        return numbers;
    }
}
