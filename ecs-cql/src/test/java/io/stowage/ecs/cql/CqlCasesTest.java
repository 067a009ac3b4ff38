package io.stowage.ecs.cql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every case of the specification. */
class CqlCasesTest {
    @Test
    void caseFile_sections_areComplete() {
        Map<String, Integer> sizes = Map.of("parse", 111, "malformed", 60, "limits", 6, "evaluate", 71);

        assertThat(sizes)
                .allSatisfy((section, size) ->
                        assertThat(CqlCases.section(section)).as(section).hasSize(size));
        assertThat(CqlCases.BELIEVED_WRONG).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void parse_validCase_givesItsNormalisedForm(String id, String expression, String normalised) {
        ClusterQuery query = ClusterQuery.parse(expression);

        assertThat(query.expression().normalised()).isEqualTo(normalised);
        assertThat(query.expression()).hasToString(normalised);
        assertThat(query.text()).isEqualTo(expression);
    }

    static Stream<Arguments> parse_validCase_givesItsNormalisedForm() {
        return CqlCases.section("parse")
                .map(c -> Arguments.of(text(c, "id"), text(c, "expression"), text(c, "normalised")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void print_validCase_readsBackAsTheSame(String id, String expression) {
        var tree = ClusterQuery.parse(expression).expression();

        ClusterQuery again = ClusterQuery.parse(tree.toQuery());

        assertThat(again.expression().sameMeaning(tree)).isTrue();
        assertThat(again.expression().toQuery()).isEqualTo(again.text());
    }

    static Stream<Arguments> print_validCase_readsBackAsTheSame() {
        return CqlCases.section("parse").map(c -> Arguments.of(text(c, "id"), text(c, "expression")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void tryParse_malformedCase_namesKindAndPlace(String id, String expression, ErrorKind kind, int offset) {
        List<ClusterQueryError> errors = ClusterQuery.tryParse(expression).errors();

        ClusterQueryError first = errors.get(0);
        assertThat(first.kind()).as(first.toString()).isEqualTo(kind);
        assertThat(first.offset()).as(first.toString()).isEqualTo(offset);
        assertThat(first.expression()).isEqualTo(expression);
        assertThat(first.length() > 0 || offset == expression.length()).isTrue();
        assertThat(errors).as("one fault, and no echo of it").hasSize(1);
    }

    static Stream<Arguments> tryParse_malformedCase_namesKindAndPlace() {
        return CqlCases.section("malformed")
                .map(c -> Arguments.of(
                        text(c, "id"),
                        text(c, "expression"),
                        ErrorKind.valueOf(text(c, "errorKind")),
                        c.path("offset").asInt()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void tryParse_limitCase_holdsTheLimit(String id, String rule, JsonNode limit) {
        StringBuilder expression = new StringBuilder();
        limit.path("build")
                .forEach(part -> expression.append(
                        part.get(0).asString().repeat(part.get(1).asInt())));

        ClusterQueryResult result = ClusterQuery.tryParse(expression.toString());

        assertThat(result.query().isPresent()).isEqualTo(limit.path("valid").asBoolean());
        result.errors().stream().findFirst().ifPresent(error -> {
            assertThat(error.kind()).hasToString(text(limit, "errorKind"));
            assertThat(error.offset()).isEqualTo(limit.path("offset").asInt());
        });
    }

    static Stream<Arguments> tryParse_limitCase_holdsTheLimit() {
        return CqlCases.section("limits").map(c -> Arguments.of(text(c, "id"), text(c, "expressionRule"), c));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource
    void matches_evaluationCase_answersAsExpected(String id, String instance, String expression, boolean expected) {
        boolean matches = ClusterQuery.parse(expression).matches(CqlCases.instance(instance));

        assertThat(matches).isEqualTo(expected);
    }

    static Stream<Arguments> matches_evaluationCase_answersAsExpected() {
        return CqlCases.section("evaluate")
                .map(c -> Arguments.of(
                        text(c, "id"),
                        text(c, "instance"),
                        text(c, "expression"),
                        c.path("expected").asBoolean()));
    }

    private static String text(JsonNode entry, String member) {
        return entry.path(member).asString();
    }
}
