package io.stowage.ecs.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page that is published leaves no target out, and says of each that is missed what is written down of it. */
class ResultsPageTest {
    private static final Path PAGE = Path.of("RESULTS.md");

    private static List<String[]> rows() throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            String[] cells = line.split(" \\| ", 7);
            if (cells.length == 7 && cells[0].matches("\\| [A-Z][0-9]*")) {
                rows.add(cells);
            }
        }
        return rows;
    }

    @Test
    void page_everyTarget_wasMeasured() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(400).noneMatch(cells -> cells[6].contains("not measured"));
    }

    @Test
    void page_missedTargets_haveTheReasonsThatAreWrittenDown() throws IOException {
        Remarks remarks = Remarks.read();
        List<String[]> missed =
                rows().stream().filter(cells -> cells[6].contains("**missed**")).toList();

        assertThat(missed).isNotEmpty();
        for (String[] cells : missed) {
            String reason = remarks.of(cells[0].substring(2), cells[1]);
            assertThat(reason).as(cells[0] + " " + cells[1]).isNotEqualTo("no reason is written down");
            assertThat(cells[6]).isEqualTo("**missed**: " + reason + " |");
        }
    }
}
