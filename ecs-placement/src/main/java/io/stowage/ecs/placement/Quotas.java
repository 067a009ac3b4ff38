package io.stowage.ecs.placement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The limits of ECS, as documented at a time. Figures change: a newer source wins, an older figure stays reachable by its date. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html">service quotas</a>
 */
public final class Quotas {
    private static final String TABLE = "quotas.tsv";
    private static final int COLUMNS = 4;
    private static final Map<Quota, NavigableMap<YearMonth, Figure>> ALL = load();
    private static final Quotas CURRENT = new Quotas(newest());

    private final Map<Quota, Figure> figures;

    private Quotas(Map<Quota, Figure> figures) {
        this.figures = figures;
    }

    /**
     * A limit and where it stands.
     *
     * @param value the number
     * @param month the month from which on it is documented so
     * @param source where it is documented
     */
    public record Figure(long value, YearMonth month, String source) {}

    /**
     * The newest figures that we know.
     *
     * @return always the same object
     */
    public static Quotas current() {
        return CURRENT;
    }

    /**
     * The figures of a month. Of a limit that is documented later only, the oldest figure stands for what was before.
     *
     * @param month the month
     * @return the figures in force then
     */
    public static Quotas asOf(YearMonth month) {
        Map<Quota, Figure> then = new EnumMap<>(Quota.class);
        ALL.forEach((quota, history) -> {
            Map.Entry<YearMonth, Figure> entry = history.floorEntry(month);
            then.put(quota, entry == null ? history.firstEntry().getValue() : entry.getValue());
        });
        return new Quotas(then);
    }

    /**
     * These figures with another number for one limit: that of an account whose quota was raised, say.
     *
     * @param quota the limit
     * @param value its number
     * @param month from when it holds
     * @param source where it stands
     * @return a changed copy
     */
    public Quotas with(Quota quota, long value, YearMonth month, String source) {
        Map<Quota, Figure> changed = new EnumMap<>(figures);
        changed.put(quota, new Figure(value, month, source));
        return new Quotas(changed);
    }

    /**
     * The number of a limit.
     *
     * @param quota the limit
     * @return its value
     */
    public long value(Quota quota) {
        return figure(quota).value();
    }

    /**
     * A limit and where it stands.
     *
     * @param quota the limit
     * @return never null
     */
    public Figure figure(Quota quota) {
        return Objects.requireNonNull(figures.get(quota));
    }

    private static Map<Quota, Figure> newest() {
        Map<Quota, Figure> newest = new EnumMap<>(Quota.class);
        ALL.forEach((quota, history) -> newest.put(quota, history.lastEntry().getValue()));
        return newest;
    }

    private static Map<Quota, NavigableMap<YearMonth, Figure>> load() {
        Map<Quota, NavigableMap<YearMonth, Figure>> all = new EnumMap<>(Quota.class);
        for (String line : lines()) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] row = line.split("\t", -1);
            if (row.length != COLUMNS) {
                throw new IllegalStateException(TABLE + " has a row of " + row.length + " columns: " + line);
            }
            Figure figure = new Figure(Long.parseLong(row[1]), YearMonth.parse(row[2]), row[3]);
            NavigableMap<YearMonth, Figure> history =
                    all.computeIfAbsent(Quota.valueOf(row[0]), quota -> new TreeMap<>());
            if (history.put(figure.month(), figure) != null) {
                throw new IllegalStateException(TABLE + " has " + row[0] + " of " + row[2] + " twice");
            }
        }
        for (Quota quota : Quota.values()) {
            if (!all.containsKey(quota)) {
                throw new IllegalStateException(TABLE + " has no " + quota);
            }
        }
        return Collections.unmodifiableMap(all);
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(Quotas.class.getResourceAsStream(TABLE), TABLE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
