package io.stowage.ecs.model.instancetype;

import io.stowage.ecs.model.internal.tables.Table;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;

/** The rows of {@code task-eni-limits.tsv}: documented numbers of {@code awsvpc} tasks, by type or by all types of a beginning. */
final class TaskInterfaceLimits {
    private static final YearMonth NOW = YearMonth.of(9999, 12);
    private static final String UNLISTED = "-";

    private static final Map<String, NavigableMap<YearMonth, Limit>> BY_TYPE = new HashMap<>();
    private static final Map<String, NavigableMap<YearMonth, Limit>> BY_BEGINNING = new TreeMap<>();

    static {
        for (String[] row : Table.rows("task-eni-limits.tsv", 5)) {
            boolean all = row[0].endsWith("*");
            (all ? BY_BEGINNING : BY_TYPE)
                    .computeIfAbsent(row[0].replace("*", ""), key -> new TreeMap<>())
                    .put(YearMonth.parse(row[3]), new Limit(row[1], row[2]));
        }
    }

    private TaskInterfaceLimits() {}

    private record Limit(String plain, String trunk) {}

    static OptionalInt trunk(String type) {
        return trunk(type, NOW);
    }

    static OptionalInt trunk(String type, YearMonth month) {
        OptionalInt trunk = newest(type, month, Limit::trunk);
        return trunk.isPresent() && trunk.getAsInt() == 0 ? OptionalInt.empty() : trunk;
    }

    static OptionalInt plain(String type) {
        return plain(type, NOW);
    }

    static OptionalInt plain(String type, YearMonth month) {
        return newest(type, month, Limit::plain);
    }

    /** What the last edition that listed the type as supported said. */
    static OptionalInt lastTrunk(String type) {
        return newest(type, NOW, limit -> limit.trunk().equals("0") ? UNLISTED : limit.trunk());
    }

    private static OptionalInt newest(String type, YearMonth month, Function<Limit, String> cell) {
        NavigableMap<YearMonth, Limit> history = new TreeMap<>();
        BY_BEGINNING.forEach((beginning, limits) -> {
            if (type.startsWith(beginning)) {
                history.putAll(limits);
            }
        });
        history.putAll(BY_TYPE.getOrDefault(type, new TreeMap<>()));
        for (Limit limit : history.headMap(month, true).descendingMap().values()) {
            if (!cell.apply(limit).equals(UNLISTED)) {
                return OptionalInt.of(Integer.parseInt(cell.apply(limit)));
            }
        }
        return OptionalInt.empty();
    }
}
