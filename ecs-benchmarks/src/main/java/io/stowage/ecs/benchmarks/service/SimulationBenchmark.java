package io.stowage.ecs.benchmarks.service;

import io.stowage.ecs.placement.service.ServiceSimulator;
import io.stowage.ecs.placement.service.TimelineEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** S1 and S2: how long does it take to simulate a day, from the first instance on? */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SimulationBenchmark {
    /** Instances and services. */
    @Param({SimulationTargets.SMALL, SimulationTargets.LARGE})
    public String size = SimulationTargets.SMALL;

    /** For JMH. */
    public SimulationBenchmark() {}

    /** The timeline of the day. */
    @Benchmark
    public List<TimelineEvent> day() {
        int cut = size.indexOf('x');
        ServiceSimulator simulator =
                Day.of(Integer.parseInt(size.substring(0, cut)), Integer.parseInt(size.substring(cut + 1)));
        simulator.run(Duration.ofDays(1));
        return simulator.timeline();
    }
}
