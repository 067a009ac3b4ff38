package io.stowage.ecs.benchmarks.quality;

import io.stowage.ecs.benchmarks.results.DataHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The nodes and pods of a public trace; its README says where it comes from. */
final class GpuTrace {
    /** A whole GPU in thousandths. */
    static final int WHOLE = 1000;

    private static final int NODES = 1213;
    private static final int PODS = 8152;

    private final List<Node> nodes = new ArrayList<>();
    private final List<Pod> pods = new ArrayList<>();

    /**
     * A node.
     *
     * @param name its name
     * @param cpuMilli thousandths of processors
     * @param memoryMib MiB
     * @param gpus whole GPUs
     */
    record Node(String name, int cpuMilli, int memoryMib, int gpus) {}

    /**
     * What a pod asks for.
     *
     * @param cpuMilli thousandths of processors
     * @param memoryMib MiB
     * @param gpus GPUs
     * @param gpuMilli thousandths of each of them
     */
    record Pod(int cpuMilli, int memoryMib, int gpus, int gpuMilli) {
        int allGpuMilli() {
            return gpus * gpuMilli;
        }
    }

    private GpuTrace() {}

    static GpuTrace read() {
        GpuTrace trace = new GpuTrace();
        for (String[] row : rows("nodes.csv", "sn,cpu_milli,memory_mib,gpu,model")) {
            trace.nodes.add(new Node(row[0], number(row[1]), number(row[2]), number(row[3])));
        }
        for (String[] row : rows("pods.csv", "name,cpu_milli,memory_mib,num_gpu,gpu_milli,")) {
            trace.pods.add(new Pod(number(row[1]), number(row[2]), number(row[3]), number(row[4])));
        }
        if (trace.nodes.size() != NODES || trace.pods.size() != PODS) {
            throw new IllegalStateException(trace.nodes.size() + " nodes and " + trace.pods.size() + " pods were read");
        }
        return trace;
    }

    private static int number(String cell) {
        return Integer.parseInt(cell);
    }

    /** Tells the trace from others. */
    static String hash() {
        return new DataHash().add(read("nodes.csv")).add(read("pods.csv")).hex();
    }

    private static byte[] read(String file) {
        try (InputStream in = GpuTrace.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String[]> rows(String file, String header) {
        List<String> lines =
                new String(read(file), StandardCharsets.UTF_8).lines().toList();
        if (!lines.get(0).startsWith(header)) {
            throw new IllegalStateException(file + " begins with " + lines.get(0));
        }
        return lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
    }

    List<Node> nodes() {
        return Collections.unmodifiableList(nodes);
    }

    List<Pod> pods() {
        return Collections.unmodifiableList(pods);
    }

    /** The thousandths of all GPUs. */
    long capacityGpuMilli() {
        return nodes.stream().mapToLong(node -> (long) node.gpus() * WHOLE).sum();
    }

    /** The pods in random order, then more of them by lot, until they ask for a part of all GPUs. */
    List<Pod> arrivals(long seed, double part) {
        Random random = new Random(seed);
        List<Pod> arrivals = new ArrayList<>(pods);
        Collections.shuffle(arrivals, random);
        double wanted = part * capacityGpuMilli();
        long asked = arrivals.stream().mapToLong(Pod::allGpuMilli).sum();
        while (asked < wanted) {
            Pod more = pods.get(random.nextInt(pods.size()));
            arrivals.add(more);
            asked += more.allGpuMilli();
        }
        return arrivals;
    }
}
