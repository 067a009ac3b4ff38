package io.stowage.ecs.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.validation.RuleCases.Case;
import io.stowage.ecs.validation.spi.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A value that is not known yet must never make a core rule speak: tried with every value of every case that passes. */
class PlaceholderCasesTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    private static final List<JsonNode> UNKNOWN =
            List.of(MAPPER.readTree("\"${VALUE}\""), MAPPER.readTree("{\"Ref\": \"Value\"}"));

    /** The members of the input that are documents, and not what is known of the surroundings. */
    private static final Set<String> DOCUMENTS =
            Set.of("taskDefinition", "service", "runTask", "cluster", "capacityProviders");

    @Test
    void validate_oneValueNotKnown_findsNothing() {
        EcsValidator validator = RuleCases.validator(RuleSet.CORE);
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (Case one : RuleCases.all()) {
            if (one.set() != RuleSet.CORE || !one.expected().isEmpty() || !one.isRunnable()) {
                continue;
            }
            List<List<Object>> places = new ArrayList<>();
            one.input().properties().forEach(member -> {
                if (DOCUMENTS.contains(member.getKey())) {
                    collect(member.getValue(), List.of(member.getKey()), places);
                    // A list of documents holds documents.
                    places.removeIf(place -> place.size() == 2 && place.get(1) instanceof Integer);
                }
            });
            for (List<Object> place : places) {
                JsonNode input = one.input().deepCopy();
                replace(input, place, UNKNOWN.get(tried % UNKNOWN.size()));
                Set<String> found = RuleCases.found(
                        validator.validate(RuleCases.configuration(input)).findings(), RuleSet.CORE);
                if (!found.isEmpty()) {
                    wrong.add(one.id() + " with " + place + ": " + found);
                }
                tried++;
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(7000);
    }

    private static void collect(JsonNode node, List<Object> path, List<List<Object>> places) {
        // Where nothing was written something would be, known or not, and that may well be wrong.
        boolean isNothing = node.isNull() || (node.isString() && node.asString().isEmpty());
        if (path.size() > 1 && !isNothing) {
            places.add(path);
        }
        if (node.isObject()) {
            node.properties().forEach(member -> collect(member.getValue(), with(path, member.getKey()), places));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), with(path, i), places);
            }
        }
    }

    private static List<Object> with(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    private static void replace(JsonNode root, List<Object> path, JsonNode value) {
        JsonNode parent = root;
        for (Object step : path.subList(0, path.size() - 1)) {
            parent = step instanceof Integer index ? parent.get(index) : parent.get((String) step);
        }
        Object last = path.get(path.size() - 1);
        if (last instanceof Integer index) {
            ((ArrayNode) parent).set(index, value);
        } else {
            ((ObjectNode) parent).set((String) last, value);
        }
    }
}
