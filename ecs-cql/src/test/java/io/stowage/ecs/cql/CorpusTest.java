package io.stowage.ecs.cql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.stowage.ecs.cql.lint.QueryLint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Expressions other people wrote, from the file {@code cql.tsv} in the folder that {@code -Dstowage.corpus} names; without it these
 * tests are left out. What is refused is pinned by its line.
 */
class CorpusTest {
    /** Why each refused line is refused: the first fault, its place, and how many there are. */
    private static final Map<Integer, String> REFUSED = new TreeMap<>(Map.ofEntries(
            // A word without operator stands as last operand
            Map.entry(2, "UNKNOWN_SUBJECT 95 of 1"),
            // A placeholder stands for the name of an attribute
            Map.entry(4, "INVALID_ATTRIBUTE_NAME 10 of 1"),
            // A placeholder with brackets, unquoted
            Map.entry(19, "UNEXPECTED_TOKEN 99 of 1"),
            // A placeholder with a call in it, unquoted
            Map.entry(30, "UNEXPECTED_TOKEN 43 of 1"),
            // A placeholder with brackets, unquoted
            Map.entry(31, "UNEXPECTED_TOKEN 72 of 1"),
            // The last operand has no operator
            Map.entry(64, "MISSING_OPERATOR 117 of 1"),
            // A placeholder with blanks, unquoted
            Map.entry(89, "UNEXPECTED_TOKEN 51 of 1"),
            // A placeholder with blanks, unquoted
            Map.entry(115, "UNEXPECTED_TOKEN 37 of 1"),
            // A placeholder with a call in it, unquoted
            Map.entry(121, "UNEXPECTED_TOKEN 26 of 1"),
            // A placeholder with a call in it, in a list
            Map.entry(122, "INVALID_LIST_ELEMENT 47 of 1"),
            // There is no operator not=
            Map.entry(130, "MISSING_OPERAND 3 of 1"),
            // A placeholder stands for a number
            Map.entry(133, "INVALID_NUMBER 18 of 1")));

    private static List<String> lines = List.of();

    @BeforeAll
    static void read() throws IOException {
        String folder = System.getProperty("stowage.corpus");
        assumeThat(folder).as("the system property stowage.corpus").isNotNull();
        lines = Files.readAllLines(Path.of(folder, "cql.tsv"));
    }

    @Test
    void tryParse_everyExpression_isReadOrRefusedAsPinned() {
        Map<Integer, String> refused = new TreeMap<>();
        for (int line = 1; line < lines.size(); line++) {
            List<ClusterQueryError> errors =
                    ClusterQuery.tryParse(expression(line)).errors();
            if (!errors.isEmpty()) {
                refused.put(line + 1, errors.get(0).kind() + " " + errors.get(0).offset() + " of " + errors.size());
            }
        }

        assertThat(lines).hasSize(137);
        assertThat(refused).isEqualTo(REFUSED);
    }

    @Test
    void print_everyExpressionRead_readsBackAsTheSame() {
        for (int line = 1; line < lines.size(); line++) {
            ClusterQuery.tryParse(expression(line)).query().ifPresent(query -> {
                ClusterQuery again = ClusterQuery.parse(query.expression().toQuery());
                assertThat(again.expression().sameMeaning(query.expression())).isTrue();
                assertThat(QueryLint.check(query)).isEqualTo(QueryLint.check(query));
            });
        }
    }

    private static String expression(int line) {
        return lines.get(line).substring(0, lines.get(line).indexOf('\t'));
    }
}
