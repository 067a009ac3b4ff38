package io.stowage.ecs.model.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTextTest {

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "1, 1, 2", "2, 2, 1", "3, 2, 2", "5, 3, 1", "6, 4, 1", "7, 4, 2", "99, 4, 2"})
    void locate_anyLineEnd_countsFromOne(int offset, int line, int column) {
        SourceText text = SourceText.of("f", "a\nb\r\n\rc");

        assertThat(text.locate(offset)).isEqualTo(new SourceLocation("f", line, column));
    }

    @Test
    void locate_emptyText_isItsStart() {
        assertThat(SourceText.of("", "").locate(0)).hasToString("1:1");
    }

    @Test
    void locate_negative_isRefused() {
        assertThatThrownBy(() -> SourceText.of("", "x").locate(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void locate_manyLines_growsWithThem() {
        SourceText text = SourceText.of("", "x\n".repeat(1000));

        assertThat(text.locate(2 * 999)).hasToString("1000:1");
    }

    @Test
    void of_byteOrderMark_isNoColumn() {
        SourceText text = SourceText.of("", "\uFEFF{}");

        assertThat(text.text()).isEqualTo("{}");
        assertThat(text.locate(1)).hasToString("1:2");
    }

    @Test
    void quote_putsCaretUnderThePlace() {
        SourceText text = SourceText.of("f", "first\n  \"cpu\": true,\nlast");

        assertThat(text.quote(new SourceLocation("f", 2, 10))).isEqualTo("  \"cpu\": true,\n         ^");
    }

    @Test
    void quote_tabsAndControls_areSpacesSoThatTheCaretFits() {
        assertThat(SourceText.of("f", "\t\u0007x").quote(new SourceLocation("f", 1, 3)))
                .isEqualTo("  x\n  ^");
    }

    @Test
    void quote_longLine_isCutAroundTheCaret() {
        SourceText text = SourceText.of("f", "a".repeat(500) + "X" + "b".repeat(500));

        String[] lines = text.quote(new SourceLocation("f", 1, 501)).split("\n");

        assertThat(lines[0]).hasSize(120).contains("aXb");
        assertThat(lines[1].indexOf('^')).isEqualTo(lines[0].indexOf('X'));
    }

    @Test
    void quote_endsOfLongLine_areWithinIt() {
        SourceText text = SourceText.of("f", "a".repeat(499) + "Z");

        assertThat(text.quote(new SourceLocation("f", 1, 1))).startsWith("aaa").endsWith("\n^");
        String[] lines = text.quote(new SourceLocation("f", 1, 500)).split("\n");
        assertThat(lines[1].indexOf('^')).isEqualTo(lines[0].indexOf('Z'));
    }

    @Test
    void quote_beyondTheText_isItsEnd() {
        assertThat(SourceText.of("f", "ab").quote(new SourceLocation("f", 9, 9)))
                .isEqualTo("ab\n  ^");
    }
}
