package io.stowage.ecs.model.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticTest {

    private static final SourceLocation PLACE = new SourceLocation("web.json", 14, 17);

    @Test
    void toString_everythingThere_isOneLine() {
        Diagnostic diagnostic = new Diagnostic("json.x", Severity.ERROR, "it is so.", "/cpu", PLACE, "do that");

        assertThat(diagnostic).hasToString("ERROR web.json:14:17 json.x /cpu: it is so. Hint: do that");
    }

    @Test
    void toString_withoutPlacePointerAndHint_leavesThemOut() {
        assertThat(new Diagnostic("json.x", Severity.NOTE, "it is so", "", null, null))
                .hasToString("NOTE json.x: it is so");
        assertThat(new Diagnostic("json.x", Severity.NOTE, "it is so", "", new SourceLocation("", 1, 2), null))
                .hasToString("NOTE 1:2 json.x: it is so");
    }

    @Test
    void compareTo_goesByPlaceThenPointerThenIdThenMessage_withoutPlaceLast() {
        List<Diagnostic> expected = List.of(
                at(new SourceLocation("a", 9, 9), "/z", "z", "z"),
                at(new SourceLocation("b", 1, 2), "/z", "z", "z"),
                at(new SourceLocation("b", 1, 10), "/a", "z", "z"),
                at(new SourceLocation("b", 1, 10), "/b", "a", "z"),
                at(new SourceLocation("b", 1, 10), "/b", "b", "a"),
                at(new SourceLocation("b", 1, 10), "/b", "b", "b"),
                at(new SourceLocation("b", 2, 1), "/a", "a", "a"),
                at(null, "/a", "a", "a"),
                at(null, "/b", "a", "a"));
        List<Diagnostic> shuffled = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            shuffled.add(expected.get(i * 4 % expected.size()));
        }

        assertThat(shuffled).doesNotHaveDuplicates();
        assertThat(shuffled.stream().sorted()).isEqualTo(expected);
    }

    @Test
    void constructor_missingPart_isRefused() {
        assertThatThrownBy(() -> new Diagnostic(null, Severity.NOTE, "m", "", null, null))
                .hasMessage("id");
        assertThatThrownBy(() -> new Diagnostic("i", null, "m", "", null, null)).hasMessage("severity");
        assertThatThrownBy(() -> new Diagnostic("i", Severity.NOTE, null, "", null, null))
                .hasMessage("message");
        assertThatThrownBy(() -> new Diagnostic("i", Severity.NOTE, "m", null, null, null))
                .hasMessage("pointer");
        assertThatThrownBy(() -> new SourceLocation("f", 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SourceLocation("f", 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Diagnostic at(SourceLocation location, String pointer, String id, String message) {
        return new Diagnostic(id, Severity.ERROR, message, pointer, location, null);
    }
}
