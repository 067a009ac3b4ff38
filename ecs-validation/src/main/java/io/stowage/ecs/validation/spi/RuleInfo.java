package io.stowage.ecs.validation.spi;

import io.stowage.ecs.model.diagnostic.Severity;

/**
 * The card of a rule, for catalogues and reports.
 *
 * @param id the stable name, in two parts: {@code size.fargate-cpu-value}
 * @param severity how much its findings weigh
 * @param set when it is evaluated
 * @param summary what it finds, in one or two sentences
 * @param where the place it looks at, as a JSON pointer in which <code>{n}</code> stands for any index; several are separated by
 *     comma and space
 * @param message what its findings say; words in braces are filled in
 * @param fix the repair it proposes
 * @param source where the condition comes from: API members, pages of the guide, issues
 */
public record RuleInfo(
        String id,
        Severity severity,
        RuleSet set,
        String summary,
        String where,
        String message,
        String fix,
        String source) {}
