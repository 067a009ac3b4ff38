package io.stowage.ecs.benchmarks;

import java.io.IOException;

/**
 * Runs the benchmarks with JMH's own arguments.
 *
 * <pre>{@code
 * java -jar ecs-benchmarks/target/ecs-benchmarks-0.1.0-SNAPSHOT.jar -l
 * java -jar ecs-benchmarks/target/ecs-benchmarks-0.1.0-SNAPSHOT.jar Placement -rf json -rff target/placement.json
 * }</pre>
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
