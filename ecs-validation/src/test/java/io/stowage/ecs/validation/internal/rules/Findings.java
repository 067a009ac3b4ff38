package io.stowage.ecs.validation.internal.rules;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.validation.EcsValidator;
import io.stowage.ecs.validation.RuleCases;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What the rules of some groups find in an input that is written as JSON, with apostrophes for quotes so that it reads well. */
final class Findings {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final EcsValidator VALIDATOR = EcsValidator.standard();

    private final Set<String> groups;

    private Findings(Set<String> groups) {
        this.groups = groups;
    }

    /** Those of rules whose ids begin with one of these and a dot. */
    static Findings of(String... groups) {
        return new Findings(Set.of(groups));
    }

    /** The findings as {@code id pointer}, sorted. */
    Set<String> in(String json) {
        return stream(json)
                .map(finding -> finding.id() + " " + finding.pointer())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Just the ids. */
    Set<String> ids(String json) {
        return stream(json).map(Diagnostic::id).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The findings in words. */
    List<String> words(String json) {
        return stream(json)
                .map(finding -> finding.message() + " " + finding.hint())
                .toList();
    }

    private Stream<Diagnostic> stream(String json) {
        return VALIDATOR.validate(RuleCases.configuration(MAPPER.readTree(json.replace('\'', '"')))).findings().stream()
                .filter(finding ->
                        groups.contains(finding.id().substring(0, finding.id().indexOf('.'))));
    }
}
