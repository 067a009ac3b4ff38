package io.stowage.ecs.benchmarks.place;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntSupplier;

/** In which order the tasks of services come. A stream begins again when it ends. */
final class Streams {
    static final int LENGTH = 1 << 20;

    private static final long SEED = 7;

    private Streams() {}

    /** The service of each task is drawn, the weight of a service being one by its number, counted from 1. */
    static int[] zipf(int services) {
        return drawn(zipf(services, new Random(SEED)), 1);
    }

    /** The same, but each service that is drawn sends a number of tasks. */
    static int[] runs(int tasks, int services) {
        return drawn(zipf(services, new Random(SEED)), tasks);
    }

    /** The service of each task is drawn, each as likely as the others. */
    static int[] uniform(int services) {
        Random random = new Random(SEED);
        return drawn(() -> random.nextInt(services), 1);
    }

    private static IntSupplier zipf(int services, Random random) {
        double[] upTo = new double[services];
        double sum = 0;
        for (int i = 0; i < services; i++) {
            sum += 1.0 / (i + 1);
            upTo[i] = sum;
        }
        double all = sum;
        return () -> {
            int found = Arrays.binarySearch(upTo, random.nextDouble() * all);
            return Math.min(services - 1, found < 0 ? -found - 1 : found + 1);
        };
    }

    private static int[] drawn(IntSupplier draw, int times) {
        int[] stream = new int[LENGTH];
        for (int i = 0; i < LENGTH; i += times) {
            Arrays.fill(stream, i, Math.min(LENGTH, i + times), draw.getAsInt());
        }
        return stream;
    }
}
