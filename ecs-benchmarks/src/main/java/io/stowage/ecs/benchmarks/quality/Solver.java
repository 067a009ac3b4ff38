package io.stowage.ecs.benchmarks.quality;

import io.stowage.ecs.benchmarks.PeerFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Timefold Solver, which packs with all tasks before it, and takes its time. It runs in a JVM of its own, which must be newer than the one of
 * the library; there only if the build had {@code -Ptimefold} and the property {@value #JAVA} names the {@code java} of such a JDK.
 */
final class Solver {
    /** The property that names the {@code java} to run it by. */
    static final String JAVA = "timefold.java";

    private static final int SECONDS = 30;

    private final PeerFolder folder;
    private final String java;

    private Solver(PeerFolder folder, String java) {
        this.folder = folder;
        this.java = java;
    }

    static Optional<Solver> find() {
        return PeerFolder.of("timefold")
                .filter(folder -> System.getProperty(JAVA) != null)
                .map(folder -> new Solver(folder, System.getProperty(JAVA)));
    }

    /** How many bins the tasks take, or empty if it found no packing in its time. */
    OptionalInt bins(int cpuUnits, int memoryMib, int most, List<Packing.Size> sizes) {
        StringBuilder problem = new StringBuilder();
        problem.append(cpuUnits).append(' ').append(memoryMib).append(' ');
        problem.append(most).append(' ').append(SECONDS).append('\n');
        for (Packing.Size size : sizes) {
            problem.append(size.cpuUnits()).append(' ').append(size.memoryMib()).append('\n');
        }
        String answer = run(problem.toString());
        return answer.equals("infeasible") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(answer));
    }

    private String run(String problem) {
        Path program = folder.file("SolverPacking.java");
        ProcessBuilder builder = new ProcessBuilder(java, "-cp", folder.classPath(), program.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        try {
            Process process = builder.start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(problem.getBytes(StandardCharsets.UTF_8));
            }
            try (InputStream out = process.getInputStream()) {
                String answer = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
                if (process.waitFor() != 0) {
                    throw new IllegalStateException(java + " could not run " + program);
                }
                return answer;
            }
        } catch (IOException e) {
            throw new IllegalStateException(java + " could not run " + program, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
