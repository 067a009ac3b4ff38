package io.stowage.ecs.benchmarks;

import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Runs the benchmarks with JMH's own arguments, once {@code ./mvnw -q -Dmaven.test.skip=true package -pl ecs-benchmarks -am} has
 * built them:
 *
 * <pre>{@code
 * java -jar ecs-benchmarks/target/ecs-benchmarks-0.1.0-SNAPSHOT.jar -l
 * java -jar ecs-benchmarks/target/ecs-benchmarks-0.1.0-SNAPSHOT.jar -rf json -rff ecs-benchmarks/target/figures.json
 * }</pre>
 *
 * <p>{@code suite expressions} measures everything that has a target for the query language and writes a table of what was met; so do
 * {@code suite placement}, {@code suite memory} and {@code suite quality} for the engine, {@code suite
 * validation} for the rules, {@code suite services} for the simulator, {@code suite fenzo} for the engine beside Fenzo (only if the build had
 * {@code -Pfenzo}), and {@code suite all} for everything.
 *
 * <p>JMH takes a lock in the temporary folder: two runs on one machine need {@code -Djava.io.tmpdir} of their own.
 */
public final class Main {
    /** The exit code for arguments that make no sense. */
    private static final int UNUSABLE = 2;

    private Main() {}

    /**
     * Runs a suite, or hands over to JMH.
     *
     * @param args {@code suite} and what {@link SuiteRun} takes; or what JMH takes: {@code -l} lists the benchmarks, {@code -h} lists the
     *     options
     * @throws IOException if a file that was asked for cannot be written
     * @throws RunnerException if a benchmark fails
     */
    public static void main(String[] args) throws IOException, RunnerException {
        if (args.length > 0 && args[0].equals("suite")) {
            SuiteRun run;
            try {
                run = SuiteRun.of(List.of(args).subList(1, args.length));
            } catch (IllegalArgumentException e) {
                System.err.println(e.getMessage());
                System.exit(UNUSABLE);
                return;
            }
            run.run();
            return;
        }
        org.openjdk.jmh.Main.main(args);
    }
}
