package io.stowage.ecs.benchmarks;

import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementResult;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a task cost when a service of 50 more tasks is deployed on a cluster that is half full? The time is that of one task:
 * a fiftieth of one call, which includes making the cluster ready and describing it afterwards.
 *
 * <pre>{@code
 * ./mvnw -q -Dmaven.test.skip=true package -pl ecs-benchmarks -am &&
 *     java -jar ecs-benchmarks/target/ecs-benchmarks-0.1.0-SNAPSHOT.jar Deployment -rf json -rff ecs-benchmarks/target/deployment.json
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class DeploymentBenchmark {
    static final int TASKS = 50;

    /** Whose time is taken. */
    @Param
    public Placer placer = Placer.EXHAUSTIVE;

    /** Where tasks are placed, a name of {@link Workload#named}. */
    @Param({"cluster-100", "cluster-1000", "cluster-5000"})
    public String workload = "cluster-100";

    /** How the service asks to be placed. */
    @Param
    public ServiceKind kind = ServiceKind.BINPACK;

    private ClusterSnapshot cluster = ClusterSnapshot.empty();
    private PlacementRequest request = new Service(0).request(TASKS);

    /** For JMH. */
    public DeploymentBenchmark() {}

    /** Makes cluster and request. */
    @Setup
    public void prepare() {
        Workload made = Workload.named(workload);
        cluster = made.cluster();
        request = made.deployment(kind, TASKS);
    }

    /**
     * Places the tasks.
     *
     * @return the placements, so that the work cannot be left out
     */
    @Benchmark
    @OperationsPerInvocation(TASKS)
    public PlacementResult place() {
        return placer.place(cluster, request);
    }
}
