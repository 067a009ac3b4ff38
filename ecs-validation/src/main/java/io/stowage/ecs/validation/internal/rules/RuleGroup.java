package io.stowage.ecs.validation.internal.rules;

import io.stowage.ecs.validation.spi.Rule;
import java.util.List;

/**
 * The rules of one section of the catalogue.
 *
 * @param title what the section is called
 * @param rules its rules in the order of the catalogue
 */
public record RuleGroup(String title, List<Rule> rules) {
    /** Copies the rules. */
    public RuleGroup {
        rules = List.copyOf(rules);
    }
}
