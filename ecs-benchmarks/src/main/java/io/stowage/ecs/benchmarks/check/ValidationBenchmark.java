package io.stowage.ecs.benchmarks.check;

import io.stowage.ecs.validation.EcsValidator;
import io.stowage.ecs.validation.ValidationReport;
import io.stowage.ecs.validation.input.EcsConfiguration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * V1: how many task definitions does one thread validate in a second? All core rules are evaluated, by the validator that everybody
 * gets.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ValidationBenchmark {
    /** What is validated. */
    @Param({"FARGATE_WEB", "FARGATE_SIDECARS", "HOST_AGENT", "BRIDGE_WITH_FAULTS"})
    public Sample sample = Sample.FARGATE_WEB;

    private final EcsValidator validator = EcsValidator.standard();
    private String text = "";
    private EcsConfiguration configuration = EcsConfiguration.builder().build();

    /** For JMH. */
    public ValidationBenchmark() {}

    /** Reads the document. */
    @Setup
    public void prepare() {
        text = sample.text();
        configuration = EcsConfiguration.of(sample.read(text).value().orElseThrow());
    }

    /** Objects, which is what the target speaks of. */
    @Benchmark
    public ValidationReport validate() {
        return validator.validate(configuration);
    }

    /** From the text on, as in a build. */
    @Benchmark
    public ValidationReport readAndValidate() {
        return validator.validate(sample.read(text));
    }
}
