package io.stowage.ecs.benchmarks;

import java.io.IOException;

/**
 * Runs the benchmarks with JMH's own arguments, once {@code ./mvnw -q -Dmaven.test.skip=true package -pl ecs-benchmarks -am} has
 * built them:
 *
 * <pre>{@code
 * java -jar ecs-benchmarks/target/ecs-benchmarks-0.1.0-SNAPSHOT.jar -l
 * java -jar ecs-benchmarks/target/ecs-benchmarks-0.1.0-SNAPSHOT.jar -rf json -rff ecs-benchmarks/target/figures.json
 * }</pre>
 *
 * <p>JMH takes a lock in the temporary folder: two runs on one machine need {@code -Djava.io.tmpdir} of their own.
 */
public final class Main {

    private Main() {}

    /**
     * Hands over to JMH.
     *
     * @param args what JMH takes: {@code -l} lists the benchmarks, {@code -h} lists the options
     * @throws IOException if a file that was asked for cannot be written
     */
    public static void main(String[] args) throws IOException {
        org.openjdk.jmh.Main.main(args);
    }
}
