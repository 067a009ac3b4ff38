package io.stowage.ecs.benchmarks.expr;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.cql.ClusterQuery;
import io.stowage.ecs.cql.column.InstanceTable;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Times can only be compared if the work was the same, so all must come to the same answer, and the answer is written down. */
class AgreementTest {
    private static final List<Host> HOSTS = Hosts.of(1000);

    static Stream<Arguments> everyEngineAndQuery() {
        return Stream.of(Engine.values())
                .flatMap(engine -> Stream.of(Query.values()).map(query -> Arguments.of(engine, query)));
    }

    @ParameterizedTest
    @CsvSource({"E1, 152", "E2, 325", "E3, 590", "E4, 76"})
    void handWritten_onAThousandInstances_findsThatMany(Query query, long expected) {
        assertThat(HOSTS.stream().filter(HandWritten.of(query)).count()).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("everyEngineAndQuery")
    void count_ofAnyEngine_isThatOfTheHandWrittenTest(Engine engine, Query query) {
        Language language = engine.language();

        int count = language.count(language.write(query.condition()), HOSTS).run();

        assertThat((long) count)
                .isEqualTo(HOSTS.stream().filter(HandWritten.of(query)).count());
    }

    @Test
    void columns_withAndWithoutSetsOfRows_findWhatTheHandWrittenTestFinds() {
        InstanceTable table = Hosts.table(HOSTS);
        for (Query query : Query.values()) {
            ClusterQuery compiled = ClusterQuery.parse(new CqlLanguage().write(query.condition()));
            for (int row = 0; row < HOSTS.size(); row++) {
                boolean expected = HandWritten.of(query).test(HOSTS.get(row));
                assertThat(compiled.over(table).matches(row)).isEqualTo(expected);
            }
            assertThat(compiled.over(new PlainColumns(table)).matches().toBitSet())
                    .isEqualTo(compiled.over(table).matches().toBitSet());
        }
    }

    @Test
    void write_twentyTerms_hasTwentyTerms() {
        String text = new CqlLanguage().write(Query.E3.condition());

        assertThat(text.split("attribute:|task:group", -1)).hasSize(21);
    }
}
