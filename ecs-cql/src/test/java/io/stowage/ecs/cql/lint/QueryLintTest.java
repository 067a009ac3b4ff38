package io.stowage.ecs.cql.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.cql.ClusterQuery;
import io.stowage.ecs.cql.QueryLimits;
import io.stowage.ecs.cql.ast.TextRange;
import io.stowage.ecs.model.diagnostic.Severity;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryLintTest {
    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
                    attribute:a == x and attribute:a == y -> NEVER_TRUE
                    runningTasksCount >= 0 -> ALWAYS_TRUE
                    attribute:a == x and attribute:a exists -> NEEDLESS_PART
                    attribute:a == x or attribute:a == y and attribute:a == z -> NEEDLESS_PART, MIXED_CONNECTIVES
                    attribute:a == x or (attribute:a == x and attribute:b == y) -> NEEDLESS_PART
                    attribute:a != x -> MISSING_ATTRIBUTE
                    attribute:a !in [x, y] -> MISSING_ATTRIBUTE
                    attribute:a !~ x.* -> MISSING_ATTRIBUTE
                    attribute:a > x -> DOUBTFUL_ORDER
                    attribute:a <= 4 -> DOUBTFUL_ORDER
                    attribute:ecs.instance-typ == t2.micro -> UNKNOWN_BUILT_IN
                    attribute:ecs.az == us-east-1a -> UNKNOWN_BUILT_IN
                    attribute:ecs.Instance-Type == t2.micro -> LETTER_CASE
                    attribute:instance-type == t2.micro -> MISSING_PREFIX
                    attribute:ecs.instance-type == Inf1.xlarge -> LETTER_CASE
                    attribute:ecs.cpu-architecture == ARM64 -> LETTER_CASE
                    attribute:ecs.os-family == linux -> LETTER_CASE
                    attribute:ecs.os-type in [linux, macos] -> IMPOSSIBLE_VALUE
                    attribute:a == a*b -> IMPOSSIBLE_VALUE
                    attribute:a == ' x' -> IMPOSSIBLE_VALUE
                    attribute:a == ${var} -> PLACEHOLDER
                    attribute:a == {name} -> PLACEHOLDER
                    ec2InstanceId == {{id}} -> PLACEHOLDER
                    attribute:a in [x, y, x] -> REPEATED_VALUE
                    attribute:a =~ t2.micro -> UNESCAPED_DOT
                    attribute:a =~ ^t2\\..*$ -> NEEDLESS_ANCHOR
                    attribute:a =~ us-east-1* -> BARE_STAR
                    attribute:a =~ .* -> PATTERN_MATCHES_ALL
                    attribute:a =~ x^y -> PATTERN_MATCHES_NOTHING
                    attribute:a =~ x$y -> PATTERN_MATCHES_NOTHING
                    registeredAt == 2018-02-13 -> EXACT_TIME
                    attribute:a == x and attribute:b == y or attribute:c == z -> MIXED_CONNECTIVES
                    """)
    void check_suspiciousQuery_saysWhatItIs(String text, String kinds) {
        assertThat(kinds(QueryLint.check(ClusterQuery.parse(text)))).isEqualTo(kinds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attribute:ecs.instance-type =~ t2\\..* and attribute:ecs.availability-zone in [us-east-1a, us-east-1b]",
                "attribute:ecs.instance-type =~ t2.*",
                "attribute:a != x or attribute:a not_exists",
                "not(attribute:stack == prod)",
                "task:group != service:x",
                "(attribute:a == x and attribute:b == y) or attribute:c == z",
                "((attribute:a == x and attribute:b == y) or attribute:c == z)",
                "attribute:a =~ [a-c]*",
                "attribute:a =~ \\d*",
                "attribute:a =~ a|^b",
                "attribute:a =~ x$y?",
                "attribute:ecs.capability.docker-plugin.rexray/ebs exists",
                "attribute:com.amazonaws.ecs.capability.docker-remote-api.1.18 exists",
                "registeredAt >= 2018-02-13 and registeredAt < 2018-02-14",
                "attribute:ecs.os-family == WINDOWS_SERVER_2022_FULL",
            })
    void check_plainQuery_findsNothing(String text) {
        assertThat(QueryLint.check(ClusterQuery.parse(text))).isEmpty();
    }

    @Test
    void check_missingAttribute_offersTwoRewritesThatIncludeIt() {
        LintFinding finding =
                QueryLint.check(ClusterQuery.parse("attribute:stack != prod")).get(0);

        assertThat(finding.rewrites())
                .containsExactly(
                        "(attribute:stack != prod or attribute:stack not_exists)", "not attribute:stack == prod");
        assertThat(finding.range()).isEqualTo(new TextRange(0, 23));
        ClusterQuery first = ClusterQuery.parse(finding.rewrites().get(0));
        ClusterQuery second = ClusterQuery.parse(finding.rewrites().get(1));
        assertThat(first.implies(second) && second.implies(first)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
                    attribute:ecs.os-typ == linux -> attribute:ecs.os-type
                    attribute:ecs.Instance-Type == t2.micro -> attribute:ecs.instance-type
                    attribute:instance-type == t2.micro -> attribute:ecs.instance-type
                    attribute:ecs.cpu-architecture == ARM64 -> arm64
                    attribute:a =~ t2.micro -> t2\\.micro
                    attribute:a =~ ^t2$ -> t2
                    attribute:a =~ us-east-1* -> us-east-1.*
                    attribute:a == x and attribute:b == y or attribute:c == z -> (attribute:a == x and attribute:b == y)
                    """)
    void check_rewrite_isWhatToWriteInstead(String text, String rewrite) {
        assertThat(QueryLint.check(ClusterQuery.parse(text)).get(0).rewrites()).startsWith(rewrite);
    }

    @Test
    void check_tooLongQuery_isSaid() {
        ClusterQuery query = ClusterQuery.tryParse(
                        "attribute:a in [" + "x,".repeat(1000) + "x]", new QueryLimits(10_000, 64))
                .orElseThrow();

        assertThat(QueryLint.check(query)).extracting(LintFinding::kind).contains(LintKind.TOO_LONG);
    }

    @Test
    void check_longValue_isSaid() {
        ClusterQuery query = ClusterQuery.parse("attribute:a == " + "x".repeat(129));

        assertThat(kinds(QueryLint.check(query))).isEqualTo("IMPOSSIBLE_VALUE");
    }

    @Test
    void check_severalConstraints_areComparedWithEachOther() {
        List<ClusterQuery> queries = Stream.of(
                        "attribute:t == t2.micro",
                        "attribute:t =~ t2\\..*",
                        "attribute:t == m5.large",
                        "attribute:z in [a, b]",
                        "attribute:z == a")
                .map(ClusterQuery::parse)
                .toList();

        assertThat(QueryLint.check(queries))
                .extracting(finding -> finding.query() + " " + finding.kind())
                .containsExactly(
                        "1 NEEDLESS_CONSTRAINT",
                        "2 EXCLUDING_CONSTRAINTS",
                        "2 EXCLUDING_CONSTRAINTS",
                        "3 NEEDLESS_CONSTRAINT");
    }

    @Test
    void toDiagnostic_finding_carriesIdSeverityAndHint() {
        LintFinding finding =
                QueryLint.check(ClusterQuery.parse("attribute:a =~ us-east-1*")).get(0);

        var diagnostic = finding.toDiagnostic("/x", null);

        assertThat(diagnostic.id()).isEqualTo("cql.lint.bare-star");
        assertThat(diagnostic.severity()).isEqualTo(Severity.WARNING);
        assertThat(diagnostic.hint()).isEqualTo("Write `us-east-1.*`.");
    }

    private static String kinds(List<LintFinding> findings) {
        return findings.stream().map(finding -> finding.kind().name()).collect(Collectors.joining(", "));
    }
}
