package io.stowage.ecs.cql;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.cql.ast.Expression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {
    @Test
    void print_randomTree_readsBackAsTheSame() {
        RandomQueries queries = new RandomQueries(1);

        for (int i = 0; i < 20_000; i++) {
            Expression tree = queries.tree(i % 4);
            String text = tree.toQuery();

            Expression again = ClusterQuery.tryParse(text, new QueryLimits(100_000, 64))
                    .orElseThrow()
                    .expression();

            assertThat(again.normalised()).as(text).isEqualTo(tree.normalised());
            assertThat(again.toQuery()).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attribute:a == 'it''s'",
                "attribute:a == \"say \"\"x\"\"\"",
                "attribute:a == ''",
                "attribute:a == 'and'",
                "attribute:a == exists",
                "attribute:a =~ 'a b'",
                "attribute:a =~ ''",
                "attribute:a =~ '[)] x'",
                "attribute:a =~ '''x'''",
                "attribute:a =~ 'not'",
                "attribute:a =~ [)]",
                "registeredAt < 2024-02-29T23:59:59-08:00",
                "registeredAt > 0000-01-01T00:00:00+18:00",
                "registeredAt > 9999-12-31T23:59:59-18:00",
                "agentVersion == '01.002'",
                "not(not(attribute:a exists and (attribute:b exists or not attribute:c exists)))",
            })
    void print_oddSpelling_readsBackAsTheSame(String text) {
        Expression tree = ClusterQuery.parse(text).expression();

        assertThat(ClusterQuery.parse(tree.toQuery()).expression().normalised()).isEqualTo(tree.normalised());
    }
}
