package io.stowage.ecs.validation.spi;

import java.util.ArrayList;
import java.util.List;

/** Takes the findings of a rule that looks at one place and may find several things there. */
public final class Report {
    private final View<?> looksAt;
    private List<Finding> findings = List.of();

    Report(View<?> looksAt) {
        this.looksAt = looksAt;
    }

    /**
     * Adds a finding.
     *
     * @param place what it points at; it may be absent
     * @return the finding, to give values to the words of its message
     */
    public Finding at(View<?> place) {
        Finding finding = new Finding(looksAt, place);
        if (findings.isEmpty()) {
            // Most looks find nothing, so the list is made when it is needed.
            findings = new ArrayList<>();
        }
        findings.add(finding);
        return finding;
    }

    List<Finding> findings() {
        return findings;
    }
}
