package io.stowage.ecs.benchmarks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.benchmarks.results.Figure;
import io.stowage.ecs.benchmarks.results.Figures;
import io.stowage.ecs.benchmarks.results.Line;
import io.stowage.ecs.benchmarks.results.Remarks;
import io.stowage.ecs.benchmarks.results.Sheet;
import io.stowage.ecs.benchmarks.results.Verdict;
import io.stowage.ecs.model.diagnostic.Diagnostic;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidationBenchmarkTest {
    /** What is timed is the work that was meant, and it was done. */
    @ParameterizedTest
    @CsvSource({
        "FARGATE_WEB, 1, ''",
        "FARGATE_SIDECARS, 4, ''",
        "HOST_AGENT, 1, linux.capabilities-ignored-when-privileged",
        "BRIDGE_WITH_FAULTS, 2, depends.cycle depends.healthy-without-check mount.unknown-volume port.duplicate-host-port"
                + " size.reservation-above-memory",
    })
    void validate_sample_givesTheseFindings(Sample sample, int containers, String findings) {
        ValidationBenchmark benchmark = new ValidationBenchmark();
        benchmark.sample = sample;
        benchmark.prepare();

        assertThat(sample.read(sample.text()).value().orElseThrow().containerDefinitions())
                .hasSize(containers);
        String found = benchmark.validate().findings().stream()
                .map(Diagnostic::id)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
        assertThat(found).isEqualTo(findings);
        assertThat(benchmark.readAndValidate().findings())
                .hasSameSizeAs(benchmark.validate().findings());
    }

    @Test
    void target_everySample_isHeldAgainstTenThousandASecond() {
        Figures figures = new Figures();
        figures.add("ValidationBenchmark.validate sample=FARGATE_WEB", new Figure(100_000, "ns", 0, 0));
        figures.add("ValidationBenchmark.validate sample=FARGATE_SIDECARS", new Figure(100_001, "ns", 0, 0));
        Sheet sheet = new Sheet(figures, Remarks.read());

        ValidationTargets.check(sheet);

        assertThat(sheet.lines())
                .extracting(Line::verdict)
                .containsExactly(Verdict.PASS, Verdict.MISSED, Verdict.NOT_MEASURED, Verdict.NOT_MEASURED);
    }
}
