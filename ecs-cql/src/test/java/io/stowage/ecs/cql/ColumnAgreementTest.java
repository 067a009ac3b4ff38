package io.stowage.ecs.cql;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.cql.column.InstanceTable;
import io.stowage.ecs.cql.column.LiveAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Asking columns equals asking instances, through every change. {@code -Dstowage.cql.pairs=5000000} runs as many pairs of query
 * and cluster as one likes.
 */
class ColumnAgreementTest {
    private static final int PAIRS = Integer.getInteger("stowage.cql.pairs", 200_000);
    private static final int ROWS = 70;

    @Test
    void over_randomQueriesAndChangingClusters_agreesWithMatches() {
        RandomQueries queries = new RandomQueries(11);
        RandomInstances instances = new RandomInstances(12);
        int pairs = 0;
        while (pairs < PAIRS) {
            Cluster cluster = new Cluster(instances);
            Map<ClusterQuery, LiveAnswer> answers = new LinkedHashMap<>();
            for (int i = 0; i < 20; i++) {
                ClusterQuery query = ClusterQuery.tryParse(queries.tree(i % 4).toQuery(), new QueryLimits(100_000, 64))
                        .orElseThrow();
                answers.put(query, query.over(cluster.table));
            }
            for (int step = 0; step < 8; step++) {
                answers.forEach((query, answer) -> cluster.check(query, answer));
                pairs += answers.size();
                cluster.change(step);
            }
        }
    }

    /** The same instances in rows and as descriptions. */
    private static final class Cluster {
        private final RandomInstances instances;
        private final InstanceTable table = new InstanceTable();
        private final List<InstanceDescription> rows = new ArrayList<>();

        Cluster(RandomInstances instances) {
            this.instances = instances;
            for (int i = 0; i < ROWS; i++) {
                add();
            }
        }

        void check(ClusterQuery query, LiveAnswer answer) {
            var found = answer.matches();
            for (int row = 0; row < rows.size(); row++) {
                if (found.contains(row) != query.matches(rows.get(row))) {
                    assertThat(found.contains(row))
                            .as("%s of %s", query, rows.get(row))
                            .isEqualTo(query.matches(rows.get(row)));
                }
            }
        }

        /** A few small changes, now and then many. */
        void change(int step) {
            int changes = step == 5 ? 40 : step % 3;
            for (int i = 0; i < changes; i++) {
                changeOne();
            }
        }

        private void changeOne() {
            int row = instances.random().nextInt(rows.size());
            InstanceDescription old = rows.get(row);
            switch (instances.random().nextInt(7)) {
                case 0 -> add();
                case 1 -> {
                    rows.set(row, instances.instance());
                    table.set(row, rows.get(row));
                }
                case 2 -> {
                    String name = instances.pick(RandomQueries.NAMES);
                    String value = instances.value();
                    table.setAttribute(row, name, value);
                    rows.set(row, withAttribute(old, name, value));
                }
                case 3 -> {
                    String name = instances.pick(RandomQueries.NAMES);
                    table.removeAttribute(row, name);
                    rows.set(row, withAttribute(old, name, null));
                }
                case 4 -> {
                    table.setAgent(row, !old.agentConnected(), null);
                    rows.set(row, with(old, !old.agentConnected(), old.runningTasksCount(), old.taskGroups()));
                }
                case 5 -> {
                    String group = instances.group();
                    table.addTask(row, group);
                    List<String> groups = new ArrayList<>(old.taskGroups());
                    groups.add(group);
                    rows.set(row, with(old, old.agentConnected(), old.runningTasksCount() + 1, groups));
                }
                default -> {
                    if (!old.taskGroups().isEmpty()) {
                        List<String> groups = new ArrayList<>(old.taskGroups());
                        table.removeTask(row, groups.remove(0));
                        rows.set(row, with(old, old.agentConnected(), old.runningTasksCount() - 1, groups));
                    }
                }
            }
        }

        private void add() {
            rows.add(instances.instance());
            table.add(rows.get(rows.size() - 1));
        }

        private static InstanceDescription withAttribute(InstanceDescription old, String name, String value) {
            Map<String, String> attributes = new LinkedHashMap<>(old.attributes());
            if (value == null) {
                attributes.remove(name);
            } else {
                attributes.put(name, value);
            }
            return new InstanceDescription(
                    old.agentConnected(),
                    old.agentVersion(),
                    old.ec2InstanceId(),
                    old.registeredAt(),
                    old.runningTasksCount(),
                    old.taskGroups(),
                    attributes);
        }

        private static InstanceDescription with(
                InstanceDescription old, boolean connected, int tasks, List<String> groups) {
            return new InstanceDescription(
                    connected,
                    connected == old.agentConnected() ? old.agentVersion() : null,
                    old.ec2InstanceId(),
                    old.registeredAt(),
                    tasks,
                    groups,
                    old.attributes());
        }
    }
}
