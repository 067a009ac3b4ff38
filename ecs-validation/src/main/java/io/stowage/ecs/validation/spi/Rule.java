package io.stowage.ecs.validation.spi;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A rule: what it is called, where it looks, when it has something to say, and what it says then.
 *
 * <pre>{@code
 * Rule rule = Rule.warning("acme.log-driver")
 *         .summary("A container does not log with `awslogs`.")
 *         .source("our platform handbook, page 12")
 *         .in(CONTAINERS)
 *         .unless(Facts::onWindows)
 *         .whenAbsent(ContainerDefinition::logConfiguration)
 *         .message("Container \"{name}\" has no logConfiguration.")
 *         .fix("Log with awslogs.");
 * }</pre>
 *
 * <p>A rule that reads what is not known is silent at that place, see {@link View}. Immutable and thread-safe as long as the conditions
 * given to it are.
 */
public final class Rule {
    private final RuleInfo info;
    private final List<Part<?>> parts;
    private final List<Predicate<Facts>> conditions;
    private final Message message;
    private final Message fix;

    Rule(RuleInfo info, List<Part<?>> parts, List<Predicate<Facts>> conditions, Message message, Message fix) {
        this.info = info;
        this.parts = List.copyOf(parts);
        this.conditions = List.copyOf(conditions);
        this.message = message;
        this.fix = fix;
    }

    /** A place, what must be there to look closer, and one way in which something is wrong. */
    record Part<T>(Place<T> place, List<Member<T, ?>> needed, Look<T> look) {
        boolean isFor(View<T> view) {
            for (int i = 0; i < needed.size(); i++) {
                if (view.ifThere(needed.get(i)) == null) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Looks at one place. */
    interface Look<T> {
        void at(View<T> view, Consumer<Finding> findings);
    }

    /**
     * Starts a rule whose findings are errors: ECS refuses the configuration, or it cannot work.
     *
     * @param id a stable id in at least two parts, {@code group.fact}, of lower-case letters, digits and hyphens
     * @return the next step
     */
    public static RuleBuilder error(String id) {
        return new RuleBuilder(id, Severity.ERROR);
    }

    /**
     * Starts a rule whose findings are warnings: accepted, but ineffective, risky or contradictory.
     *
     * @param id a stable id, see {@link #error(String)}
     * @return the next step
     */
    public static RuleBuilder warning(String id) {
        return new RuleBuilder(id, Severity.WARNING);
    }

    /**
     * Starts a rule whose findings are notes: advice.
     *
     * @param id a stable id, see {@link #error(String)}
     * @return the next step
     */
    public static RuleBuilder note(String id) {
        return new RuleBuilder(id, Severity.NOTE);
    }

    /**
     * The card of the rule.
     *
     * @return id, severity and the rest
     */
    public RuleInfo info() {
        return info;
    }

    /**
     * What this rule has to say about a configuration.
     *
     * @param facts the facts of one evaluation, shared with the other rules
     * @return its findings in the order of the document, without places in a text
     * @throws IllegalStateException if a condition of the rule fails with an exception of its own
     */
    public List<Diagnostic> check(Facts facts) {
        List<Diagnostic> found = new ArrayList<>(0);
        check(facts, found::add);
        return found;
    }

    /**
     * The same without a list in between.
     *
     * @param facts the facts of one evaluation, shared with the other rules
     * @param findings takes each finding
     * @throws IllegalStateException if a condition of the rule fails with an exception of its own
     */
    public void check(Facts facts, Consumer<? super Diagnostic> findings) {
        Consumer<Finding> sink = finding -> findings.accept(diagnostic(finding));
        boolean asked = false;
        for (Part<?> part : parts) {
            // A rule about something that is not there at all asks nothing else.
            if (!facts.views(part.place()).isEmpty()) {
                if (!asked && !isFor(facts)) {
                    return;
                }
                asked = true;
                check(part, facts, sink);
            }
        }
    }

    private boolean isFor(Facts facts) {
        try {
            for (Predicate<Facts> condition : conditions) {
                if (!condition.test(facts)) {
                    return false;
                }
            }
            return true;
        } catch (Silence e) {
            return false;
        }
    }

    private <T> void check(Part<T> part, Facts facts, Consumer<Finding> findings) {
        List<View<T>> views = facts.views(part.place());
        // An index loop: this runs for every rule at every place, and nearly always finds nothing.
        for (int i = 0; i < views.size(); i++) {
            View<T> view = views.get(i);
            try {
                if (part.isFor(view)) {
                    part.look().at(view, findings);
                }
            } catch (Silence e) {
                // Something the rule needs is absent or not known here.
            } catch (RuntimeException e) {
                throw new IllegalStateException("rule " + info.id() + " failed at " + view.pointer(), e);
            }
        }
    }

    private Diagnostic diagnostic(Finding finding) {
        return new Diagnostic(
                info.id(), info.severity(), message.of(finding), finding.place().pointer(), null, fix.of(finding));
    }

    /** The id. */
    @Override
    public String toString() {
        return info.id();
    }
}
