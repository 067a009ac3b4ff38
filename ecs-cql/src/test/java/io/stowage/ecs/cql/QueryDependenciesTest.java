package io.stowage.ecs.cql;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.cql.ast.Subject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryDependenciesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    attribute:b exists and attribute:a == 1 or attribute:b == 2 | [ATTRIBUTES]                       | true  | false
                    ec2InstanceId =~ i-.* and registeredAt > 2018-01-01         | [REGISTRATION]                     | true  | false
                    not agentConnected == true                                  | [AGENT]                            | false | false
                    agentVersion > 1 and runningTasksCount == 0                 | [AGENT, RUNNING_TASKS_COUNT]       | false | true
                    task:group == x or attribute:a exists                       | [ATTRIBUTES, TASK_GROUPS]          | false | true
                    """)
    void dependencies_query_nameWhatChangesTheAnswer(String text, String kinds, boolean isStatic, boolean withTasks) {
        QueryDependencies dependencies = ClusterQuery.parse(text).dependencies();

        assertThat(dependencies.kinds()).hasToString(kinds);
        assertThat(dependencies.isStatic()).isEqualTo(isStatic);
        assertThat(dependencies.changesWithTasks()).isEqualTo(withTasks);
    }

    @org.junit.jupiter.api.Test
    void dependencies_subjectsAndNames_areEachListedOnce() {
        QueryDependencies dependencies = ClusterQuery.parse(
                        "task:group == x or attribute:b exists and (attribute:a == 1 or attribute:b == 2)")
                .dependencies();

        assertThat(dependencies.subjects())
                .extracting(Subject::text)
                .containsExactly("task:group", "attribute:b", "attribute:a");
        assertThat(dependencies.attributes()).containsExactly("a", "b");
    }
}
