package io.stowage.ecs.cql;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.cql.column.InstanceTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplainTest {
    private static final InstanceDescription INSTANCE = new InstanceDescription(
            true,
            null,
            "i-1",
            Instant.parse("2024-03-01T12:00:00Z"),
            7,
            List.of("g2", "g1", "g6", "g3", "g5", "g4", "g1"),
            Map.of("stack", "prod", "ecs.capability.task-eni", ""));

    @Test
    void explain_everyPart_saysWhatWasFound() {
        ClusterQuery query = ClusterQuery.parse("attribute:stack == prod and (attribute:zone == a or agentVersion > 1)"
                + " and not(attribute:ecs.capability.task-eni exists and task:group == g1)"
                + " and registeredAt > 2024-01-01 and runningTasksCount < 3 and agentConnected == true");

        assertThat(query.explain(INSTANCE)).hasToString("""
                        no   all of
                          yes  attribute:stack == prod (`attribute:stack` is `prod`)
                          no   one of
                            no   attribute:zone == a (`attribute:zone` is absent)
                            no   agentVersion > 1 (`agentVersion` is unknown)
                          no   not
                            yes  all of
                              yes  attribute:ecs.capability.task-eni exists (`attribute:ecs.capability.task-eni` has no value)
                              yes  task:group == g1 (`task:group` holds `g1`, `g2`, `g3`, `g4`, `g5` and 1 more)
                          yes  registeredAt > 2024-01-01T00:00:00Z (`registeredAt` is `2024-03-01T12:00:00Z`)
                          no   runningTasksCount < 3 (`runningTasksCount` is `7`)
                          yes  agentConnected == true (`agentConnected` is `true`)""");
    }

    @Test
    void causes_falseConjunction_areThePartsThatFail() {
        Explanation explanation = ClusterQuery.parse(
                        "attribute:stack == prod and attribute:zone == a and not(task:group == g1 or task:group == x)")
                .explain(INSTANCE);

        assertThat(explanation.causes())
                .extracting(cause -> cause.part().toQuery())
                .containsExactly("attribute:zone == a", "task:group == g1");
    }

    @Test
    void explain_noTasks_saysEmpty() {
        InstanceDescription empty = new InstanceDescription(false, "1.2", null, null, 0, List.of(), Map.of());

        assertThat(ClusterQuery.parse("task:group exists").explain(empty).found())
                .isEqualTo("`task:group` is empty");
        assertThat(ClusterQuery.parse("ec2InstanceId == i").explain(empty).found())
                .isEqualTo("`ec2InstanceId` is unknown");
    }

    @Test
    void explain_randomQueries_agreesWithMatches() {
        RandomQueries queries = new RandomQueries(21);
        RandomInstances instances = new RandomInstances(22);
        for (int i = 0; i < 5_000; i++) {
            ClusterQuery query = ClusterQuery.tryParse(queries.tree(i % 4).toQuery(), new QueryLimits(100_000, 64))
                    .orElseThrow();
            InstanceDescription instance = instances.instance();

            Explanation explanation = query.explain(instance);

            assertThat(explanation.matches()).as("%s of %s", query, instance).isEqualTo(query.matches(instance));
            assertThat(explanation.causes()).isNotEmpty();
        }
    }

    @Test
    void countMatches_cluster_countsEveryPartAlike() {
        RandomQueries queries = new RandomQueries(31);
        RandomInstances random = new RandomInstances(32);
        List<InstanceDescription> instances = new ArrayList<>();
        InstanceTable table = new InstanceTable();
        for (int i = 0; i < 100; i++) {
            instances.add(random.instance());
            table.add(instances.get(i));
        }
        for (int i = 0; i < 200; i++) {
            ClusterQuery query = ClusterQuery.parse(queries.tree(2).toQuery());

            PartCount count = query.countMatches(instances);

            assertThat(count.matching())
                    .isEqualTo((int) instances.stream().filter(query::matches).count());
            assertThat(query.countMatches(table)).isEqualTo(count);
        }
    }

    @Test
    void countMatches_toString_showsEachPart() {
        assertThat(ClusterQuery.parse("attribute:stack == prod and not runningTasksCount > 3")
                        .countMatches(List.of(INSTANCE)))
                .hasToString("""
                        0 of 1  all of
                          1 of 1  attribute:stack == prod
                          0 of 1  not
                            1 of 1  runningTasksCount > 3""");
    }
}
