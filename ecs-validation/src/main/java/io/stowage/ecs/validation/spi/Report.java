package io.stowage.ecs.validation.spi;

import java.util.ArrayList;
import java.util.List;

/** Takes the findings of a rule that looks at one place and may find several things there. */
public final class Report {
    private final View<?> looksAt;
    private final List<Finding> findings = new ArrayList<>();

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
        findings.add(finding);
        return finding;
    }

    List<Finding> findings() {
        return findings;
    }
}
