package io.stowage.ecs.validation;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Leaves out what reading noted and a rule says better: a member that ECS does not know is a note to whoever only reads, and an error
 * to whoever registers.
 */
final class SaidTwice {
    private static final String NOTED = "json.unknown-member";
    private static final String RULES = ".unknown-property";

    private SaidTwice() {}

    /** The findings without those notes, in the same order. */
    static List<Diagnostic> removedFrom(Collection<Diagnostic> found) {
        Set<Place> ofRules = new HashSet<>();
        for (Diagnostic finding : found) {
            if (finding.id().endsWith(RULES)) {
                ofRules.add(Place.of(finding));
            }
        }
        return found.stream()
                .filter(finding -> !finding.id().equals(NOTED) || !ofRules.contains(Place.of(finding)))
                .toList();
    }

    /** A member by name and line, since reading and rules begin their pointers at different places and point at name or value. */
    private record Place(String file, int line, String member) {
        static Place of(Diagnostic finding) {
            String member = finding.pointer().substring(finding.pointer().lastIndexOf('/') + 1);
            return finding.location() == null
                    ? new Place("", 0, finding.pointer())
                    : new Place(finding.location().file(), finding.location().line(), member);
        }
    }
}
