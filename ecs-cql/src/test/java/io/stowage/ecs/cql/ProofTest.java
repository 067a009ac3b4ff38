package io.stowage.ecs.cql;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.cql.ast.Expression;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proofs and simplifications, against asking many instances. */
class ProofTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "attribute:a == x and attribute:a == y",
                "attribute:a == x and attribute:a not_exists",
                "attribute:a != x and attribute:a == x",
                "attribute:a in [x, y] and attribute:a in [z]",
                "attribute:a == x and attribute:a =~ t2.*",
                "attribute:a =~ t2.* and attribute:a =~ m5.*",
                "attribute:a =~ t2\\..+ and attribute:a == t2.",
                "attribute:a =~ x and attribute:a =~ y",
                "attribute:a > 5 and attribute:a < 3",
                "attribute:a > 5 and attribute:a in [4, 5, '5.0']",
                "attribute:a < ''",
                "attribute:a == x and not attribute:a exists",
                "runningTasksCount < 0",
                "runningTasksCount > 3 and runningTasksCount < 4",
                "runningTasksCount == 1 and runningTasksCount == 2",
                "agentVersion < 0.0",
                "agentVersion < 1.14 and agentVersion >= 1.14.0",
                "registeredAt > 2018-02-13T00:00:00 and registeredAt < 2018-02-13T00:00:01",
                "agentConnected == true and agentConnected =~ f.*",
                "agentConnected in [true] and agentConnected !in [true, false]",
                "ec2InstanceId == i-1 and ec2InstanceId =~ i-2.*",
                "task:group == a and task:group not_exists",
                "task:group in [a, b] and task:group != a and task:group != b",
                "task:group == service:x and task:group !~ service:.*",
                "(attribute:a == x or attribute:a == y) and attribute:a == z",
                "attribute:a =~ [a-z]+ and attribute:a == 5",
                "attribute:a =~ [a-z]+ and not attribute:a =~ [a-z]+",
            })
    void isNeverTrue_contradiction_isProved(String text) {
        assertThat(ClusterQuery.parse(text).isNeverTrue()).isTrue();
        assertThat(ClusterQuery.parse("not(" + text + ")").isAlwaysTrue()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attribute:a != x",
                "not(attribute:a == x and attribute:a exists)",
                "attribute:a == x or attribute:a != x",
                "task:group == a and task:group == b",
                "attribute:a =~ t2.* and attribute:a =~ t2\\.s.*",
                "attribute:a > 5 and attribute:a < 7",
                "attribute:a > 1 and attribute:a < 1.5",
                "attribute:a > 10 and attribute:a < 9",
                "agentVersion > 1.14 and agentVersion < 1.14.0.1",
                "runningTasksCount >= 0 and agentVersion >= 0",
                "registeredAt > 2018-02-13 or registeredAt <= 2018-02-13",
                "attribute:a =~ [a-z]+ and attribute:a =~ [0-9]+",
            })
    void proofs_satisfiableAndRefutable_areNotGiven(String text) {
        assertThat(ClusterQuery.parse(text).isNeverTrue()).isFalse();
        assertThat(ClusterQuery.parse(text).isAlwaysTrue()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "runningTasksCount >= 0",
                "attribute:a exists or attribute:a not_exists",
                "not(attribute:a == x) or attribute:a exists",
                "agentConnected == true or agentConnected == false",
                "task:group == a or task:group != a",
            })
    void isAlwaysTrue_tautology_isProved(String text) {
        assertThat(ClusterQuery.parse(text).isAlwaysTrue()).isTrue();
    }

    @Test
    void implies_andExcludes_areProved() {
        ClusterQuery micro = ClusterQuery.parse("attribute:t == t2.micro");
        ClusterQuery t2 = ClusterQuery.parse("attribute:t =~ t2\\..*");
        ClusterQuery m5 = ClusterQuery.parse("attribute:t in [m5.large, m5.xlarge]");

        assertThat(micro.implies(t2)).isTrue();
        assertThat(t2.implies(micro)).isFalse();
        assertThat(t2.excludes(m5)).isTrue();
        assertThat(micro.excludes(t2)).isFalse();
        assertThat(micro.implies(ClusterQuery.parse("attribute:t exists"))).isTrue();
    }

    @Test
    void proofs_randomQueries_agreeWithManyInstances() {
        RandomQueries queries = new RandomQueries(41);
        List<InstanceDescription> world = world(42, 1500);
        int nevers = 0;
        int unproved = 0;
        for (int i = 0; i < 4_000; i++) {
            ClusterQuery query = query(queries.tree(1 + i % 3));
            long matching = world.stream().filter(query::matches).count();
            if (query.isNeverTrue()) {
                nevers++;
                assertThat(matching).as(query.text()).isZero();
            } else if (matching == 0) {
                unproved++;
            }
            if (query.isAlwaysTrue()) {
                assertThat(matching).as(query.text()).isEqualTo(world.size());
            }
        }
        assertThat(nevers).as("proofs found; %s more look so", unproved).isGreaterThan(100);
    }

    @Test
    void simplified_randomQueries_answerAlike() {
        RandomQueries queries = new RandomQueries(51);
        List<InstanceDescription> world = world(52, 200);
        int shorter = 0;
        for (int i = 0; i < 2_000; i++) {
            ClusterQuery query = query(queries.tree(1 + i % 3));
            Expression simplified = query.simplified();
            ClusterQuery simple = query(simplified);

            assertThat(simplified.toQuery().length())
                    .isLessThanOrEqualTo(query.expression().toQuery().length());
            assertThat(world)
                    .as("%s is not %s", query, simple)
                    .allMatch(instance -> query.matches(instance) == simple.matches(instance));
            assertThat(simple.simplified().normalised().length())
                    .isLessThanOrEqualTo(simplified.normalised().length());
            shorter += simple.text().length() < query.text().length() ? 1 : 0;
        }
        assertThat(shorter).isGreaterThan(500);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
                    attribute:a == 1 or attribute:a == 2 -> attribute:a in [1, 2]
                    attribute:a != 1 and attribute:a != 2 -> attribute:a !in [1, 2]
                    attribute:a in [1, 1] -> attribute:a == 1
                    not not attribute:a == 1 -> attribute:a == 1
                    not attribute:a exists -> attribute:a !exists
                    not attribute:a == 1 -> not attribute:a == 1
                    not task:group == x -> task:group != x
                    not runningTasksCount < 3 -> runningTasksCount >= 3
                    not agentVersion < 3 -> not agentVersion < 3
                    (attribute:a == 1 and attribute:b == 2) and attribute:a == 1 -> attribute:a == 1 and attribute:b == 2
                    attribute:a == 1 or attribute:a == 1 and attribute:b == 2 -> attribute:a == 1
                    attribute:a exists and attribute:a != 1 -> attribute:a != 1
                    attribute:a == t2.micro and attribute:a =~ t2.* -> attribute:a == t2.micro
                    runningTasksCount < 3 and runningTasksCount < 5 and runningTasksCount >= 0 -> runningTasksCount < 3
                    attribute:a == 1 or attribute:a not_exists or attribute:a != 1 and attribute:a !exists -> attribute:a == 1 or attribute:a !exists
                    """)
    void simplified_query_isAsExpected(String text, String expected) {
        assertThat(ClusterQuery.parse(text).simplified().toQuery()).isEqualTo(expected);
    }

    private static ClusterQuery query(Expression tree) {
        return ClusterQuery.tryParse(tree.toQuery(), new QueryLimits(100_000, 64))
                .orElseThrow();
    }

    private static List<InstanceDescription> world(long seed, int size) {
        RandomInstances random = new RandomInstances(seed);
        List<InstanceDescription> world = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            world.add(random.instance());
        }
        return world;
    }
}
