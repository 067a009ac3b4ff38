package io.stowage.ecs.placement.scaling;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The numbers of scaling, as documented at a time: a newer source wins, an older figure stays reachable by its date. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-scaling-behavior.html">managed scaling behavior</a>
 */
public final class ScalingRules {
    private static final String TABLE = "scaling-rules.tsv";
    private static final int COLUMNS = 4;
    private static final Map<String, NavigableMap<YearMonth, Integer>> ALL = load();
    private static final ScalingRules CURRENT = asOf(YearMonth.of(9999, 12));

    private final Map<String, Integer> figures;

    private ScalingRules(Map<String, Integer> figures) {
        this.figures = figures;
    }

    /**
     * The newest rules that we know.
     *
     * @return always the same object
     */
    public static ScalingRules current() {
        return CURRENT;
    }

    /**
     * The rules of a month. What is documented later only holds for the time before, too.
     *
     * @param month the month
     * @return the rules in force then
     */
    public static ScalingRules asOf(YearMonth month) {
        Map<String, Integer> then = new HashMap<>();
        ALL.forEach((name, history) -> {
            Map.Entry<YearMonth, Integer> entry = history.floorEntry(month);
            then.put(name, entry == null ? history.firstEntry().getValue() : entry.getValue());
        });
        return new ScalingRules(then);
    }

    private int figure(String name) {
        return Objects.requireNonNull(figures.get(name), name);
    }

    /**
     * How many points in a row above the target are an alarm.
     *
     * @return minutes
     */
    public int highPoints() {
        return figure("HIGH_POINTS");
    }

    /**
     * How many points in a row well below the target are an alarm.
     *
     * @return minutes
     */
    public int lowPoints() {
        return figure("LOW_POINTS");
    }

    /**
     * What well below the target is.
     *
     * @return percent of the target
     */
    public int lowPercent() {
        return figure("LOW_PERCENT");
    }

    /**
     * The cooldown of a policy of a service that says none.
     *
     * @return seconds
     */
    public int cooldownSeconds() {
        return figure("COOLDOWN_SECONDS");
    }

    /**
     * Whether {@code CapacityProviderReservation} is the ratio of needed to running instances; before, it was 100 minus the number of
     * instances without tasks.
     *
     * @return true today
     */
    public boolean isReservationRatio() {
        return figure("RESERVATION_IS_RATIO") != 0;
    }

    /**
     * The metric when nothing is needed and nothing runs.
     *
     * @return percent
     */
    public int reservationOfNothing() {
        return figure("RESERVATION_OF_NOTHING");
    }

    /**
     * The metric when something is needed and nothing runs.
     *
     * @return percent
     */
    public int reservationFromZero() {
        return figure("RESERVATION_FROM_ZERO");
    }

    /**
     * To how many instances a group without any grows first.
     *
     * @return instances
     */
    public int firstInstances() {
        return figure("FIRST_INSTANCES");
    }

    /**
     * How many points below the target a group waits for before it shrinks.
     *
     * @return minutes
     */
    public int scaleInPoints() {
        return figure("SCALE_IN_POINTS");
    }

    /**
     * {@code maximumScalingStepSize} where none is written.
     *
     * @return instances
     */
    public int largestStep() {
        return figure("LARGEST_STEP");
    }

    private static Map<String, NavigableMap<YearMonth, Integer>> load() {
        Map<String, NavigableMap<YearMonth, Integer>> all = new HashMap<>();
        for (String line : lines()) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] row = line.split("\t", -1);
            if (row.length != COLUMNS) {
                throw new IllegalStateException(TABLE + " has a row of " + row.length + " columns: " + line);
            }
            NavigableMap<YearMonth, Integer> history = all.computeIfAbsent(row[0], name -> new TreeMap<>());
            if (history.put(YearMonth.parse(row[2]), Integer.parseInt(row[1])) != null) {
                throw new IllegalStateException(TABLE + " has " + row[0] + " of " + row[2] + " twice");
            }
        }
        return all;
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(ScalingRules.class.getResourceAsStream(TABLE), TABLE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
