package io.stowage.ecs.placement.internal.engine;

import java.util.List;
import java.util.Locale;

/** The strategy {@code binpack}: the instance with the least left of the resource, as an absolute amount. */
final class Binpack implements Ranking {
    private final boolean memory;

    Binpack(String field) {
        this.memory = field.equalsIgnoreCase("memory");
    }

    static boolean takes(String field) {
        String lower = field.toLowerCase(Locale.ROOT);
        return lower.equals("memory") || lower.equals("cpu");
    }

    @Override
    public String name() {
        return memory ? "binpack(memory)" : "binpack(cpu)";
    }

    @Override
    public Scores scores(List<Node> cluster, List<Node> candidates) {
        return new Scores() {
            @Override
            public long of(Node candidate) {
                return memory ? candidate.memoryMib() : candidate.cpuUnits();
            }

            @Override
            public String because(Node candidate) {
                return "least left: " + of(candidate) + (memory ? " MiB" : " CPU units");
            }
        };
    }
}
