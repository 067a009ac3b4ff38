package io.stowage.ecs.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.validation.RuleCases.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A passing case passes because of one value: one change of it brings the finding. Changes are made from the cases themselves, a
 * value, member or element of a failing case of the same rule at its own place in the passing one. Where no failing case helps, those of
 * {@link JsonChange#near}.
 */
class DecidingValueTest {
    /** Beyond that a passing case has so little to do with the failing ones that it shows nothing about the rule. */
    private static final int MOST_CHANGES = 4;

    /** Rules whose passing cases differ from the failing ones in more than one value: how many it takes, and why. */
    private static final Map<String, Integer> SEVERAL_VALUES = new TreeMap<>();

    static {
        several(
                2,
                "the two instances of the case must both have an old agent: one that is new enough can run the task",
                "agent.version-awslogs",
                "agent.version-dependencies",
                "agent.version-efs",
                "agent.version-env-files",
                "agent.version-exec",
                "agent.version-health-check",
                "agent.version-port-range",
                "agent.version-service-connect",
                "agent.version-task-networking");
        several(
                2,
                "a Classic Load Balancer in the place of a target group is one member less and one more",
                "discovery.with-classic-load-balancer",
                "lb.classic-with-container-health-check",
                "lb.classic-with-daemon");
        several(3, "the same, beside the target group that was there", "lb.mixed-types");
        several(2, "Fargate, which the passing case is for, asks for awsvpc by itself", "proxy.network-mode");
        several(2, "neither the user nor the network is a fault alone", "security.root-user-host-network");
    }

    private static void several(int changes, String reason, String... rules) {
        assertThat(reason).isNotBlank();
        for (String rule : rules) {
            SEVERAL_VALUES.put(rule, changes);
        }
    }

    @Test
    void passingCase_decidingValueChanged_bringsTheFinding() {
        Map<String, List<Case>> byRule = Stream.concat(RuleCases.all().stream(), RuleCases.own().stream())
                .collect(Collectors.groupingBy(Case::rule, TreeMap::new, Collectors.toList()));
        Map<String, Integer> several = new TreeMap<>();
        byRule.forEach((rule, cases) -> {
            int changes = fewestChanges(rule, cases);
            if (changes != 1) {
                several.put(rule, changes);
            }
        });

        assertThat(byRule.keySet()).isEqualTo(RuleCases.DECLARED);
        assertThat(several).isEqualTo(SEVERAL_VALUES);
    }

    /** How many values must be changed at least, or 0 where even {@link #MOST_CHANGES} bring nothing. */
    private static int fewestChanges(String rule, List<Case> cases) {
        List<Case> passing = cases.stream()
                .filter(one -> !one.expectedRules().contains(rule))
                .toList();
        List<Case> failing =
                cases.stream().filter(one -> one.expectedRules().contains(rule)).toList();
        for (int changes = 1; changes <= MOST_CHANGES; changes++) {
            for (Case pass : passing) {
                for (Case fail : failing) {
                    if (anyOf(JsonChange.between(pass.input(), fail.input()), 0, changes, new ArrayList<>(), pass)) {
                        return changes;
                    }
                }
                if (changes == 1 && anyOf(JsonChange.near(pass.input()), 0, 1, new ArrayList<>(), pass)) {
                    return 1;
                }
            }
        }
        return 0;
    }

    /** Whether some choice of {@code more} of the changes from the given one on brings the finding, beside those already made. */
    private static boolean anyOf(List<JsonChange> changes, int from, int more, List<JsonChange> made, Case pass) {
        if (more == 0) {
            return isFound(pass, JsonChange.apply(made, pass.input()));
        }
        for (int i = from; i <= changes.size() - more; i++) {
            made.add(changes.get(i));
            if (anyOf(changes, i + 1, more - 1, made, pass)) {
                return true;
            }
            made.remove(made.size() - 1);
        }
        return false;
    }

    private static boolean isFound(Case pass, JsonNode changed) {
        return RuleCases.validator(pass.set()).validate(RuleCases.configuration(changed)).findings().stream()
                .anyMatch(finding -> finding.id().equals(pass.rule()));
    }
}
