package io.stowage.ecs.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.validation.RuleCases.Case;
import io.stowage.ecs.validation.internal.rules.BuiltInRules;
import io.stowage.ecs.validation.internal.rules.RuleGroup;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.RuleInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * The catalogue page {@code RULES.md} is what the declared rules and their cases say. The command in CONTRIBUTING.md writes it anew:
 * it runs this test with {@code -Drules.write}.
 */
class RulesPageTest {
    private static final Path PAGE = Path.of("RULES.md");

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final List<Case> CASES = RuleCases.all();

    @Test
    void rulesPage_isWhatTheRulesSay() throws IOException {
        String page = page();
        if (System.getProperty("rules.write") != null) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).exists();
        assertThat(Files.readString(PAGE).equals(page))
                .as(
                        "RULES.md is older than the rules; the command in CONTRIBUTING.md under \"The rule catalogue\" writes it anew")
                .isTrue();
    }

    private static String page() {
        StringBuilder page = new StringBuilder();
        page.append("# Rules\n\n")
                .append(
                        "Made from the rules and their cases by a command that stands in CONTRIBUTING.md; not edited by hand.\n\n")
                .append(
                        "An ERROR is what ECS or its agent refuses, or what cannot work; a WARNING is accepted and probably not what")
                .append(
                        " was meant; a NOTE is advice. The set `core` is always asked, `practice` and `security` on request.\n")
                .append("In a place, `{n}` stands for any index.\n\n");
        int count = BuiltInRules.all().size();
        page.append(count).append(" rules:\n\n");
        for (RuleGroup group : BuiltInRules.groups()) {
            page.append("- [")
                    .append(group.title())
                    .append("](#")
                    .append(anchor(group.title()))
                    .append("), ")
                    .append(group.rules().size())
                    .append('\n');
        }
        for (RuleGroup group : BuiltInRules.groups()) {
            page.append("\n## ").append(group.title()).append('\n');
            group.rules().forEach(rule -> page.append(entry(rule)));
        }
        return page.toString();
    }

    private static String entry(Rule rule) {
        RuleInfo info = rule.info();
        StringBuilder entry = new StringBuilder();
        entry.append("\n### ").append(info.id()).append("\n\n");
        entry.append("**")
                .append(info.severity())
                .append("**, `")
                .append(info.set().label())
                .append("`. ")
                .append(escaped(info.summary()))
                .append("\n\n");
        entry.append("- Where: ").append(places(info.where())).append('\n');
        entry.append("- Says: ").append(escaped(info.message())).append('\n');
        entry.append("- Repair: ").append(escaped(info.fix())).append('\n');
        entry.append("- Source: ").append(escaped(info.source())).append('\n');
        example(info.id(), false)
                .ifPresent(bad -> entry.append("\nFound in\n\n```json\n")
                        .append(text(bad))
                        .append("\n```\n"));
        example(info.id(), true)
                .ifPresent(good ->
                        entry.append("\nFine\n\n```json\n").append(text(good)).append("\n```\n"));
        return entry.toString();
    }

    /** The shortest case of that kind; of equally short ones the first. */
    private static Optional<Case> example(String rule, boolean good) {
        return CASES.stream()
                .filter(one -> one.rule().equals(rule) && one.expected().isEmpty() == good)
                .min(Comparator.comparingInt(one -> text(one).length()));
    }

    /** On one line; of long runs of one character only the beginning. */
    private static String text(Case one) {
        return MAPPER.writeValueAsString(one.input()).replaceAll("(.)\\1{30,}", "$1$1$1…");
    }

    private static String places(String where) {
        return List.of(where.split(", ")).stream()
                .map(place -> "`" + place + "`")
                .collect(Collectors.joining(", "));
    }

    /** What Markdown would take for markup outside of code. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        boolean code = false;
        for (char c : text.toCharArray()) {
            code ^= c == '`';
            if (!code && (c == '<' || c == '*' || c == '_' || c == '|' || c == '[')) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    private static String anchor(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }
}
