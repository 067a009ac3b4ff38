package io.stowage.ecs.cql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stowage.ecs.cql.ast.And;
import io.stowage.ecs.cql.ast.Expression;
import io.stowage.ecs.cql.ast.Not;
import io.stowage.ecs.cql.ast.Or;
import io.stowage.ecs.cql.ast.TextRange;
import org.junit.jupiter.api.Test;

class ClusterQueryTest {
    @Test
    void parse_validText_keepsItAsWritten() {
        String text = " attribute:stack  equals 'prod'\n";

        ClusterQuery query = ClusterQuery.parse(text);

        assertThat(query.text()).isEqualTo(text);
        assertThat(query).hasToString(text).isEqualTo(ClusterQuery.parse(text)).hasSameHashCodeAs(text);
        assertThat(query).isNotEqualTo(ClusterQuery.parse("attribute:stack == prod"));
        assertThat(query.expression().toQuery()).isEqualTo("attribute:stack == prod");
    }

    @Test
    void parse_malformedText_throwsWithEveryError() {
        assertThatThrownBy(() -> ClusterQuery.parse("attribute:a = 1 and runningTasksCount == many"))
                .isInstanceOfSatisfying(
                        ClusterQueryException.class,
                        e -> assertThat(e.errors())
                                .extracting(ClusterQueryError::kind)
                                .containsExactly(ErrorKind.UNKNOWN_OPERATOR, ErrorKind.INVALID_NUMBER))
                .hasMessageContaining("`=` is no operator")
                .hasMessageContaining("\n            ^")
                .hasMessageEndingWith("(and 1 more)");
    }

    @Test
    void tryParse_malformedText_hasNoQuery() {
        ClusterQueryResult result = ClusterQuery.tryParse("attribute:a");

        assertThat(result.query()).isEmpty();
        assertThat(result.errors()).hasSize(1);
        assertThat(result).hasToString(result.errors().get(0).toString());
        assertThatThrownBy(result::orElseThrow).isInstanceOf(ClusterQueryException.class);
    }

    @Test
    void tryParse_validText_hasNoErrors() {
        ClusterQueryResult result = ClusterQuery.tryParse("attribute:a exists");

        assertThat(result.errors()).isEmpty();
        assertThat(result.query()).contains(result.orElseThrow());
        assertThat(result).hasToString("attribute:a exists");
    }

    @Test
    void parse_null_isRefusedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> ClusterQuery.parse(null))
                .withMessage("text");
    }

    @Test
    void tryParse_ownLimits_hold() {
        QueryLimits limits = new QueryLimits(10_000, 3);
        String longText = "attribute:a == " + "x".repeat(9_985);

        assertThat(ClusterQuery.tryParse(longText, limits).query()).isPresent();
        assertThat(ClusterQuery.tryParse(longText + "x", limits).errors())
                .extracting(ClusterQueryError::kind, ClusterQueryError::offset)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ErrorKind.EXPRESSION_TOO_LONG, 10_000));
        assertThat(ClusterQuery.tryParse("not (not attribute:a exists)", limits).query())
                .isPresent();
        assertThat(ClusterQuery.tryParse("not (not (attribute:a exists))", limits)
                        .errors())
                .extracting(ClusterQueryError::kind, ClusterQueryError::offset)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ErrorKind.NESTING_TOO_DEEP, 9));
    }

    @Test
    void limits_outOfRange_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QueryLimits(0, 1))
                .withMessageContaining("maxLength");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QueryLimits(1, 257))
                .withMessageContaining("257");
    }

    @Test
    void nesting_manyNegationsSideBySide_isNotDeep() {
        String text = "not (attribute:a exists)" + " and not (attribute:a exists)".repeat(60);

        assertThat(ClusterQuery.tryParse(text).query()).isPresent();
    }

    @Test
    void expression_everyPart_knowsItsPlace() {
        String text = " (attribute:a == 1 or not ( attribute:b in [x] )) and attribute:c exists ";

        And and = (And) ClusterQuery.parse(text).expression();
        Or or = (Or) and.operands().get(0);
        Not not = (Not) or.operands().get(1);

        assertThat(cut(text, and)).isEqualTo(text.strip());
        assertThat(cut(text, or)).isEqualTo("attribute:a == 1 or not ( attribute:b in [x] )");
        assertThat(cut(text, not)).isEqualTo("not ( attribute:b in [x] )");
        assertThat(cut(text, not.operand())).isEqualTo("attribute:b in [x]");
    }

    private static String cut(String text, Expression part) {
        TextRange range = part.range();
        return text.substring(range.start(), range.end());
    }
}
