package io.stowage.ecs.cql.build;

import static io.stowage.ecs.cql.build.Conditions.agentConnected;
import static io.stowage.ecs.cql.build.Conditions.agentVersion;
import static io.stowage.ecs.cql.build.Conditions.attribute;
import static io.stowage.ecs.cql.build.Conditions.ec2InstanceId;
import static io.stowage.ecs.cql.build.Conditions.not;
import static io.stowage.ecs.cql.build.Conditions.registeredAt;
import static io.stowage.ecs.cql.build.Conditions.runningTasksCount;
import static io.stowage.ecs.cql.build.Conditions.taskGroup;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stowage.ecs.cql.ClusterQueryException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConditionsTest {
    @ParameterizedTest
    @MethodSource
    void toQuery_condition_isWrittenAsExpected(Condition condition, String text) {
        assertThat(condition.toQuery().text()).isEqualTo(text);
        assertThat(condition).hasToString(text);
        assertThat(condition.toQuery().expression().sameMeaning(condition.expression()))
                .isTrue();
    }

    static Stream<Arguments> toQuery_condition_isWrittenAsExpected() {
        Instant time = Instant.parse("2018-02-13T01:02:03Z");
        Condition a = attribute("a").exists();
        Condition b = attribute("b").notExists();
        Condition c = attribute("c").equalTo("and");
        return Stream.of(
                Arguments.of(a.and(b).and(c), "attribute:a exists and attribute:b !exists and attribute:c == 'and'"),
                Arguments.of(a.and(b.and(c)), "attribute:a exists and (attribute:b !exists and attribute:c == 'and')"),
                Arguments.of(a.or(b).or(c), "attribute:a exists or attribute:b !exists or attribute:c == 'and'"),
                Arguments.of(a.or(b).and(c), "(attribute:a exists or attribute:b !exists) and attribute:c == 'and'"),
                Arguments.of(not(a.or(b)), "not (attribute:a exists or attribute:b !exists)"),
                Arguments.of(a.negated().negated(), "not not attribute:a exists"),
                Arguments.of(
                        attribute("ecs.instance-type").matches("t2\\..*"), "attribute:ecs.instance-type =~ t2\\..*"),
                Arguments.of(attribute("a").notMatches("a b"), "attribute:a !~ 'a b'"),
                Arguments.of(attribute("a").in(List.of("x", "y z")), "attribute:a in [x, 'y z']"),
                Arguments.of(attribute("a").notIn(List.of("x")), "attribute:a !in [x]"),
                Arguments.of(attribute("a").notEqualTo("it's"), "attribute:a != 'it''s'"),
                Arguments.of(attribute("a").greaterThan("1"), "attribute:a > 1"),
                Arguments.of(attribute("a").lessThanEqual("1"), "attribute:a <= 1"),
                Arguments.of(taskGroup().notEqualTo("service:x"), "task:group != service:x"),
                Arguments.of(taskGroup().exists(), "task:group exists"),
                Arguments.of(ec2InstanceId().in(List.of("i-1")), "ec2InstanceId in [i-1]"),
                Arguments.of(agentConnected().equalTo(true), "agentConnected == true"),
                Arguments.of(agentVersion().greaterThanEqual("1.50.0"), "agentVersion >= 1.50.0"),
                Arguments.of(registeredAt().lessThan(time), "registeredAt < 2018-02-13T01:02:03Z"),
                Arguments.of(runningTasksCount().lessThan(3), "runningTasksCount < 3"));
    }

    @Test
    void terms_impossibleValues_areRefusedAtTheCall() {
        assertThatIllegalArgumentException().isThrownBy(() -> attribute("a b"));
        assertThatIllegalArgumentException().isThrownBy(() -> agentVersion().equalTo("v1"));
        assertThatIllegalArgumentException().isThrownBy(() -> agentVersion().equalTo("1.2.3.4.5"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> runningTasksCount().equalTo(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> runningTasksCount().equalTo(1_000_000_000));
        assertThatIllegalArgumentException().isThrownBy(() -> registeredAt().equalTo(Instant.ofEpochMilli(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> registeredAt().equalTo(Instant.MAX));
        assertThatIllegalArgumentException().isThrownBy(() -> attribute("a").in(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> attribute("a").matches("(?=x)"))
                .withMessageContaining("look-ahead");
    }

    @Test
    void toQuery_tooLong_isRefused() {
        Condition condition = attribute("a").equalTo("x".repeat(2000));

        assertThatThrownBy(condition::toQuery).isInstanceOf(ClusterQueryException.class);
    }
}
