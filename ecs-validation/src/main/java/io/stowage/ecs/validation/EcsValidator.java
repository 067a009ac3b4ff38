package io.stowage.ecs.validation;

import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.json.ParsedDocument;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.internal.rules.BuiltInRules;
import io.stowage.ecs.validation.reader.EcsDocuments;
import io.stowage.ecs.validation.reader.LocatedConfiguration;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.RuleInfo;
import io.stowage.ecs.validation.spi.RuleSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what Amazon ECS would refuse, ignore or never manage to run in a configuration, before anybody registers it.
 *
 * <pre>{@code
 * ParsedDocument<TaskDefinition> document = EcsJson.readTaskDefinition(Path.of("web.json"));
 * ValidationReport report = EcsValidator.standard().validate(document);
 * report.throwIfErrors();
 * }</pre>
 *
 * <p>Immutable and thread-safe; worth keeping in a constant.
 */
public final class EcsValidator {
    private static final String TASK_DEFINITION = "/taskDefinition";
    private static final List<String> OF_READING = List.of("json.", "yaml.", "input.", "template.", "terraform.");
    private static final EcsValidator STANDARD = builder().build();

    private final List<Rule> rules;
    private final List<RuleInfo> cards;
    private final List<Suppression> suppressions;
    private final @Nullable LocalDate day;
    private final @Nullable Baseline baseline;

    private EcsValidator(List<Rule> rules, Builder builder) {
        this.rules = rules;
        this.cards = rules.stream().map(Rule::info).toList();
        this.suppressions = List.copyOf(builder.suppressions);
        this.day = builder.day;
        this.baseline = builder.baseline;
    }

    /**
     * The usual validator: the rules of the set {@link RuleSet#CORE}, nothing suppressed.
     *
     * @return one shared validator
     */
    public static EcsValidator standard() {
        return STANDARD;
    }

    /**
     * Starts a validator of one's own.
     *
     * @return a new builder that begins as {@link #standard()}
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The cards of all rules that the library brings, whatever their set.
     *
     * @return in the order of the catalogue; unmodifiable
     */
    public static List<RuleInfo> catalogue() {
        return BuiltInRules.all().stream().map(Rule::info).toList();
    }

    /**
     * The cards of the rules that this validator evaluates.
     *
     * @return built-in rules in the order of the catalogue, then added ones; unmodifiable
     */
    public List<RuleInfo> rules() {
        return cards;
    }

    /**
     * Validates objects.
     *
     * @param configuration the task definition with as much around it as is known
     * @return the findings; pointers begin with the name of a member of the configuration
     * @throws IllegalStateException if an added rule fails with an exception of its own
     */
    public ValidationReport validate(EcsConfiguration configuration) {
        List<Diagnostic> found = check(Objects.requireNonNull(configuration, "configuration"));
        return report(new ReportParts(cards), found);
    }

    /**
     * Validates a task definition that was read from a text. The report holds what was found in reading as well, so that no error
     * is lost; a document that was refused has only that.
     *
     * @param document the document
     * @return the findings with line and column. The pointers of rules begin with {@code /taskDefinition}, however the document
     *     wraps it; those of reading are as the document has them
     * @throws IllegalStateException if an added rule fails with an exception of its own
     */
    public ValidationReport validate(ParsedDocument<TaskDefinition> document) {
        List<Diagnostic> found = new ArrayList<>(document.diagnostics());
        document.value().ifPresent(definition -> {
            for (Diagnostic finding : check(configurationOf(document, definition))) {
                found.add(located(finding, document));
            }
        });
        ReportParts parts = new ReportParts(cards);
        parts.judged(document.source());
        return report(parts, found);
    }

    /**
     * Validates what was read from files: task definitions with their services, templates, plans. The report holds what was found in
     * reading as well. What two configurations share, such as the task definition of two services, is reported once.
     *
     * @param documents what was read
     * @return the findings with line and column; the pointers of those in templates and plans lead into these, all others begin as
     *     those of {@link #validate(EcsConfiguration)}
     * @throws IllegalStateException if an added rule fails with an exception of its own
     */
    public ValidationReport validate(EcsDocuments documents) {
        Set<Diagnostic> found = new LinkedHashSet<>(documents.diagnostics());
        for (LocatedConfiguration one : documents.configurations()) {
            for (Diagnostic finding : check(one.configuration())) {
                found.add(one.locate(finding));
            }
        }
        ReportParts parts = new ReportParts(cards);
        documents.sources().forEach(parts::judged);
        documents.texts().forEach(parts::quoted);
        parts.problems.addAll(documents.problems());
        return report(parts, found);
    }

    private ValidationReport report(ReportParts parts, Collection<Diagnostic> found) {
        return parts.report(SaidTwice.removedFrom(found), suppressions, day, baseline);
    }

    private List<Diagnostic> check(EcsConfiguration configuration) {
        Facts facts = Facts.of(configuration);
        List<Diagnostic> found = new ArrayList<>();
        for (Rule rule : rules) {
            rule.check(facts, found::add);
        }
        return found;
    }

    private static EcsConfiguration configurationOf(
            ParsedDocument<TaskDefinition> document, TaskDefinition definition) {
        // Where the document is a bare list of container definitions, whole and list begin at the same place.
        boolean containersOnly = !Presence.isAbsent(definition.containerDefinitions())
                && document.locate("").equals(document.locate("/containerDefinitions"));
        return containersOnly
                ? EcsConfiguration.ofContainers(definition.containerDefinitions())
                : EcsConfiguration.of(definition);
    }

    private static Diagnostic located(Diagnostic finding, ParsedDocument<TaskDefinition> document) {
        String inside = finding.pointer().substring(TASK_DEFINITION.length());
        return new Diagnostic(
                finding.id(),
                finding.severity(),
                finding.message(),
                finding.pointer(),
                document.locate(inside),
                finding.hint());
    }

    /** Collects what makes an {@link EcsValidator}. Not thread-safe. */
    public static final class Builder {
        private final Set<RuleSet> sets = EnumSet.of(RuleSet.CORE);
        private final List<Rule> added = new ArrayList<>();
        private final List<Suppression> suppressions = new ArrayList<>();
        private @Nullable LocalDate day;
        private @Nullable Baseline baseline;

        private Builder() {}

        /**
         * Evaluates more sets of rules. {@link RuleSet#CORE} is always evaluated.
         *
         * @param more the sets
         * @return this builder
         */
        public Builder include(RuleSet... more) {
            sets.addAll(List.of(more));
            return this;
        }

        /**
         * Adds rules of one's own. They are evaluated whatever their set.
         *
         * @param rules the rules
         * @return this builder
         */
        public Builder add(Collection<Rule> rules) {
            added.addAll(rules);
            return this;
        }

        /**
         * Takes findings out of the report's findings; they are listed apart, with the reason.
         *
         * @param id the id of a rule, or {@code group.*}; findings of reading have ids as well
         * @param reason why; never blank
         * @return this builder
         * @throws IllegalArgumentException if the reason is blank
         */
        public Builder suppress(String id, String reason) {
            return suppress(new Suppression(id, null, reason));
        }

        /**
         * Takes the findings at one place, and below it, out of the report's findings.
         *
         * @param id the id of a rule, or {@code group.*}
         * @param pointer the place, as in findings: {@code /taskDefinition/containerDefinitions/0}
         * @param reason why; never blank
         * @return this builder
         * @throws IllegalArgumentException if the reason is blank or the pointer is none
         */
        public Builder suppress(String id, String pointer, String reason) {
            return suppress(new Suppression(id, Objects.requireNonNull(pointer, "pointer"), reason));
        }

        /**
         * Takes findings out of the report's findings.
         *
         * @param suppression which, and why
         * @return this builder
         */
        public Builder suppress(Suppression suppression) {
            suppressions.add(Objects.requireNonNull(suppression, "suppression"));
            return this;
        }

        /**
         * Takes findings out of the report's findings.
         *
         * @param more which, and why; see {@link Suppressions} for those that stand in a file
         * @return this builder
         */
        public Builder suppress(Collection<Suppression> more) {
            more.forEach(this::suppress);
            return this;
        }

        /**
         * Says which day it is, for suppressions that end. The library itself asks no clock, so that equal input gives equal reports.
         *
         * @param today the day
         * @return this builder
         */
        public Builder asOf(LocalDate today) {
            day = Objects.requireNonNull(today, "today");
            return this;
        }

        /**
         * Lets only findings count that are not in a baseline. The others are listed apart.
         *
         * @param before what was found before
         * @return this builder
         */
        public Builder baseline(Baseline before) {
            baseline = Objects.requireNonNull(before, "before");
            return this;
        }

        /**
         * Makes the validator.
         *
         * @return the validator
         * @throws IllegalArgumentException if two rules have the same id, or a suppression names no rule: a misspelt suppression
         *     would otherwise go unnoticed
         * @throws IllegalStateException if a suppression has an end, and nobody said which day it is
         */
        public EcsValidator build() {
            Set<String> ids = new HashSet<>();
            Stream.concat(BuiltInRules.all().stream(), added.stream())
                    .map(rule -> rule.info().id())
                    .forEach(id -> {
                        if (!ids.add(id)) {
                            throw new IllegalArgumentException("two rules have the id " + id);
                        }
                    });
            for (Suppression suppression : suppressions) {
                requireRule(suppression, ids);
                if (suppression.expires() != null && day == null) {
                    throw new IllegalStateException("the suppression of " + suppression.id() + " ends on "
                            + suppression.expires() + ": say with asOf which day it is");
                }
            }
            List<Rule> rules = new ArrayList<>();
            BuiltInRules.all().stream()
                    .filter(rule -> sets.contains(rule.info().set()))
                    .forEach(rules::add);
            rules.addAll(added);
            return new EcsValidator(List.copyOf(rules), this);
        }

        private static void requireRule(Suppression suppression, Set<String> ids) {
            boolean ofReading = OF_READING.stream().anyMatch(suppression.id()::startsWith);
            if (!ofReading && ids.stream().noneMatch(suppression::names)) {
                throw new IllegalArgumentException("no rule is called " + suppression.id() + ", which is suppressed");
            }
        }
    }
}
