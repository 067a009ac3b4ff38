package io.stowage.ecs.cql;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.diagnostic.Severity;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is reported beyond the first fault, and how it reads. */
class FaultsTest {
    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
                    attribute:stack = prod and attribute:x = 1 or foo == 3              | UNKNOWN_OPERATOR 16, UNKNOWN_OPERATOR 39, UNKNOWN_SUBJECT 46
                    attribute:a == 1 AND attribute:b == 2 && foo == 1                   | UNEXPECTED_TOKEN 17, UNKNOWN_SUBJECT 41
                    attribute:stack == data platform and runningTasksCount == many      | UNEXPECTED_TOKEN 24, INVALID_NUMBER 58
                    (attribute:a == 1 and (attribute:b == 2                             | UNBALANCED_PARENTHESIS 0, UNBALANCED_PARENTHESIS 22
                    attribute:a == 1) and attribute:b == 2)                             | UNBALANCED_PARENTHESIS 16, UNBALANCED_PARENTHESIS 38
                    attribute:a == and attribute:b ==                                   | MISSING_VALUE 15, MISSING_VALUE 33
                    attribute:a == && attribute:b == || attribute:c exists              | MISSING_VALUE 15, MISSING_VALUE 33
                    (attribute:a == ) and attribute:b = 1                               | MISSING_VALUE 16, UNKNOWN_OPERATOR 34
                    attribute:a == (prod) and attribute:b == [x] and attribute:c        | MISSING_VALUE 15, MISSING_VALUE 41, MISSING_OPERATOR 60
                    attribute:a in (a, b) and attribute:b in x and attribute:c in []    | EXPECTED_LIST 15, EXPECTED_LIST 41, EMPTY_LIST 62
                    attribute:a in [p q,, r] and attribute:b in [s,] and foo exists     | INVALID_LIST_ELEMENT 18, INVALID_LIST_ELEMENT 20, INVALID_LIST_ELEMENT 47, UNKNOWN_SUBJECT 53
                    attribute:a not in [x] and attribute:b ! exists or foo == 1         | UNKNOWN_OPERATOR 12, UNKNOWN_OPERATOR 39, UNKNOWN_SUBJECT 51
                    attribute:a =~ (?=x)y and attribute:b =~ (t2 |t3).* and foo == 1    | INVALID_PATTERN 15, INVALID_PATTERN 41, UNKNOWN_SUBJECT 56
                    attribute:a == 1 attribute:b = 2                                    | UNEXPECTED_TOKEN 17, UNKNOWN_OPERATOR 29
                    runningTasksCount in [a, b] and agentConnected > 3                  | OPERATOR_NOT_SUPPORTED 18, OPERATOR_NOT_SUPPORTED 47
                    agentConnected in [yes, true, no]                                   | INVALID_BOOLEAN 19, INVALID_BOOLEAN 30
                    attribute:a$b == 1 and attribute: exists                            | INVALID_ATTRIBUTE_NAME 11, INVALID_ATTRIBUTE_NAME 33
                    foo and bar == 1 or baz                                             | UNKNOWN_SUBJECT 0, UNKNOWN_SUBJECT 8, UNKNOWN_SUBJECT 20
                    runningTasksCount == many and                                       | INVALID_NUMBER 21, MISSING_OPERAND 29
                    (attribute:a ==                                                     | MISSING_VALUE 15, UNBALANCED_PARENTHESIS 0
                    """)
    void errors_whereTheRestIsClear_areAllReported(String text, String expected) {
        assertThat(summary(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attribute:x between 1 and 5",
                "attribute :stack == prod and foo == 1",
                "attribute:a == 'x and foo == 1",
                "attribute:a in [x and foo == 1",
                "attribute:a in ['x, y] and foo == 1",
                "attribute:a == and",
                "(attribute:a == or)",
                "attribute:a == not attribute:b exists",
                "attribute:a == [p, q] and foo == 1",
                "attribute:a == x!y and foo == 1",
                "attribute:zone == ${zones[0]} and foo == 1",
                "attribute:zone == ${Stack.of(this).zones}",
                "attribute:a =~ (x y and foo == 1",
                ")",
                "attribute:a == 'x'y and foo == 1",
                "== prod and foo == 1",
            })
    void errors_whereTheRestIsDoubtful_endWithTheFirst(String text) {
        assertThat(ClusterQuery.tryParse(text).errors()).hasSize(1);
    }

    @Test
    void errors_manyFaults_areBounded() {
        String text = "foo == 1" + " and foo == 1".repeat(150);

        assertThat(ClusterQuery.tryParse(text).errors()).hasSize(20);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
                    instanceType == t2.micro      | attribute:ecs.instance-type
                    ecs.os-type == linux          | attribute:ecs.os-type
                    Attribute:stack == prod       | attribute:stack
                    attribute :stack == prod      | attribute:stack
                    runningTaskCount == 1         | runningTasksCount
                    AgentConnected == true        | agentConnected
                    attribute:a = 1               | ==
                    attribute:a ~= x              | =~
                    attribute:a EQUALS x          | equals
                    attribute:a not in [x]        | not_in
                    attribute:a ! exists          | !exists
                    attribute:a = ~ x             | =~
                    attribute:a mathces x         | matches
                    attribute:a not-in [x]        | not_in
                    attribute:gpu                 | attribute:gpu exists
                    attribute:a == and            | 'and'
                    attribute:a == data platform  | 'data platform'
                    attribute:a =~ (t2 |t3).*     | '(t2 |t3).*'
                    attribute:a in prod           | [prod]
                    attribute:a in (x, y)         | [x, y]
                    attribute:a in [x, data y, z] | 'data y'
                    attribute:a exists AND        | and
                    attribute:a exists & x        | &&
                    agentConnected == True        | true
                    agentVersion == v1.2.3-rc1    | 1.2.3
                    registeredAt < 2018-06-18T22:28 | 2018-06-18T22:28:00
                    """)
    void suggestion_commonSlip_isWhatWasMeant(String text, String suggestion) {
        assertThat(ClusterQuery.tryParse(text).errors().get(0).suggestions()).startsWith(suggestion);
    }

    @Test
    void toString_error_showsSentenceSuggestionLineAndCaret() {
        assertThat(first("attribute:a exists and\n\tinstanceType == t2.micro")).hasToString("""
                        `instanceType` is no subject of a query. Subjects are agentConnected, agentVersion, ec2InstanceId, \
                        registeredAt, runningTasksCount, attribute:NAME and task:group. Write `attribute:ecs.instance-type` or \
                        `attribute:instanceType`.
                        \tinstanceType == t2.micro
                        \t^^^^^^^^^^^^""");
    }

    @Test
    void excerpt_longLine_isCutAroundTheError() {
        String text = "attribute:a == " + "x".repeat(200) + " = " + "y".repeat(200);

        List<String> lines = first(text).excerpt().lines().toList();

        assertThat(lines)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.length()).isLessThan(130));
        assertThat(lines.get(0)).startsWith("...").endsWith("...");
        assertThat(lines.get(0).charAt(lines.get(1).indexOf('^'))).isEqualTo('=');
    }

    @Test
    void excerpt_emojiAndControlCharacters_keepTheCaretInPlace() {
        List<String> lines =
                first("attribute:a == \uD83D\uDE00\u0007 b").excerpt().lines().toList();

        assertThat(lines.get(0)).isEqualTo("attribute:a == \uD83D\uDE00\uFFFD b");
        assertThat(lines.get(1).indexOf('^'))
                .isEqualTo(lines.get(0).codePointCount(0, lines.get(0).lastIndexOf('b')));
    }

    @Test
    void toDiagnostic_error_carriesKindPlaceAndHint() {
        var diagnostic = first("attribute:a = 1").toDiagnostic("/placementConstraints/0/expression", null);

        assertThat(diagnostic.id()).isEqualTo("cql.unknown-operator");
        assertThat(diagnostic.severity()).isEqualTo(Severity.ERROR);
        assertThat(diagnostic.pointer()).isEqualTo("/placementConstraints/0/expression");
        assertThat(diagnostic.message()).endsWith("(character 13 of the expression)");
        assertThat(diagnostic.hint()).isEqualTo("Write `==`.");
    }

    private static ClusterQueryError first(String text) {
        return ClusterQuery.tryParse(text).errors().get(0);
    }

    private static String summary(String text) {
        return ClusterQuery.tryParse(text).errors().stream()
                .map(error -> error.kind() + " " + error.offset())
                .collect(Collectors.joining(", "));
    }
}
