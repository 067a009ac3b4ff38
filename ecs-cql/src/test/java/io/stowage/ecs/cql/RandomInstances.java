package io.stowage.ecs.cql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes instances out of the names and values {@link RandomQueries} asks about, and a few it does not. */
final class RandomInstances {
    private final Random random;

    RandomInstances(long seed) {
        this.random = new Random(seed);
    }

    InstanceDescription instance() {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String name : RandomQueries.NAMES) {
            if (random.nextInt(4) > 0) {
                attributes.put(name, value());
            }
        }
        List<String> groups = new ArrayList<>();
        for (String group : RandomQueries.GROUPS) {
            if (random.nextInt(3) == 0) {
                groups.add(group);
            }
        }
        return new InstanceDescription(
                random.nextBoolean(),
                orNull(random.nextInt(9) == 0 ? "1.9-dev" : pick(RandomQueries.VERSIONS)),
                orNull(value()),
                time(),
                groups.size() + random.nextInt(3),
                groups,
                attributes);
    }

    String value() {
        return random.nextInt(5) == 0 ? "T2.Small" : pick(RandomQueries.VALUES);
    }

    String group() {
        return pick(RandomQueries.GROUPS);
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    Random random() {
        return random;
    }

    private @Nullable Instant time() {
        Instant time = orNull(pick(RandomQueries.TIMES));
        return time == null ? null : time.plusMillis(500L * random.nextInt(4));
    }

    private <T> @Nullable T orNull(T value) {
        return random.nextInt(5) == 0 ? null : value;
    }
}
