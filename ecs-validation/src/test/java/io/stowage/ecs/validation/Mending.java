package io.stowage.ecs.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A configuration with one mistake, written as JSON with apostrophes for quotes, and the smallest change that mends it. */
final class Mending {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final EcsValidator VALIDATOR = EcsValidator.standard();

    private Mending() {}

    /** All that is found, each as {@code id pointer}. */
    static List<String> findings(String json) {
        return VALIDATOR.validate(RuleCases.configuration(MAPPER.readTree(json.replace('\'', '"')))).findings().stream()
                .map(finding -> finding.id() + " " + finding.pointer())
                .toList();
    }

    /** Holds if the finding is the only one, and none is left once the text is replaced, wherever it stands. */
    static void assertMended(String json, String finding, String mistake, String mended) {
        assertThat(findings(json)).containsExactly(finding);
        assertThat(json).contains(mistake);
        assertThat(findings(json.replace(mistake, mended))).isEmpty();
    }
}
