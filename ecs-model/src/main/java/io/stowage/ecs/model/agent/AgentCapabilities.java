package io.stowage.ecs.model.agent;

import io.stowage.ecs.model.cluster.Attribute;
import io.stowage.ecs.model.internal.tables.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which attributes an agent announces, by the rows of {@code agent-capabilities.tsv}. */
final class AgentCapabilities {
    private static final String LOG_DRIVER = "com.amazonaws.ecs.capability.logging-driver.";

    private static final List<Row> ROWS = Table.rows("agent-capabilities.tsv", 6).stream()
            .map(row -> new Row(row[0], row[1], row[2], row[3].equals("yes")))
            .toList();

    private AgentCapabilities() {}

    private record Row(String attribute, String where, String setting, boolean external) {
        boolean holds(AgentConfig config) {
            AgentDefaults set = config.defaults();
            boolean here = where.equals("any")
                    || where.equals(set.osType())
                    || (where.equals("image") && set == AgentDefaults.ECS_INIT);
            return here
                    && (external || !config.isOn("ECS_EXTERNAL"))
                    && (setting.equals("-")
                            || Arrays.stream(setting.split("&", -1)).allMatch(part -> isSo(part, config)));
        }

        private static boolean isSo(String condition, AgentConfig config) {
            int tilde = condition.indexOf('~');
            if (tilde > 0) {
                return config.volumePluginCapabilities().contains(condition.substring(tilde + 1));
            }
            int equals = condition.indexOf('=');
            return config.isOn(condition.substring(0, equals)) == Boolean.parseBoolean(condition.substring(equals + 1));
        }
    }

    static List<Attribute> of(AgentConfig config) {
        SortedMap<String, @Nullable String> attributes = new TreeMap<>();
        ROWS.stream().filter(row -> row.holds(config)).forEach(row -> attributes.put(row.attribute(), null));
        config.loggingDrivers().forEach(driver -> attributes.put(LOG_DRIVER + driver, null));
        attributes.put("ecs.os-type", config.defaults().osType());
        if (config.defaults() != AgentDefaults.WINDOWS) {
            // Which Windows it is, nothing in the file says.
            attributes.put("ecs.os-family", "LINUX");
        }
        attributes.putAll(config.customAttributes());
        List<Attribute> list = new ArrayList<>();
        attributes.forEach((name, value) ->
                list.add(Attribute.builder().name(name).value(value).build()));
        return List.copyOf(list);
    }
}
