package io.stowage.ecs.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.validation.RuleCases.Case;
import io.stowage.ecs.validation.input.EcsConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** What somebody else will fill in is no fault: knowing less never leads to more findings, whichever rule it is. */
class UnknownValuesTest {
    private static final Set<String> WRITTEN_IN_TEMPLATES =
            Set.of("taskDefinition", "service", "runTask", "cluster", "capacityProviders");

    @Test
    void validate_anyValueThatIsAPlaceholder_neverFindsMore() {
        assertThat(findMore(StringNode.valueOf("${VALUE}"), member -> true)).isGreaterThan(12_000);
    }

    @Test
    void validate_anyValueThatIsAnIntrinsicFunction_neverFindsMore() {
        ObjectNode function = new JsonMapper().createObjectNode();
        function.put("Ref", "Value");

        assertThat(findMore(function, WRITTEN_IN_TEMPLATES::contains)).isGreaterThan(10_000);
    }

    private static int findMore(JsonNode unknown, Predicate<String> isChanged) {
        List<String> more = new ArrayList<>();
        int tried = 0;
        for (Case one : RuleCases.all()) {
            EcsValidator validator = RuleCases.validator(one.set());
            EcsConfiguration known = RuleCases.configuration(one.input());
            for (List<String> path : values(one.input(), List.of())) {
                if (!isChanged.test(path.get(0))) {
                    continue;
                }
                JsonNode changed = with(unknown, one.input(), path);
                EcsConfiguration lessKnown = RuleCases.with(known, path.get(0), changed.get(path.get(0)));
                Set<String> found =
                        RuleCases.found(validator.validate(lessKnown).findings(), one.set());
                found.removeAll(one.expected());
                found.forEach(finding -> more.add(one.id() + " with " + unknown + " at " + path + ": " + finding));
                tried++;
            }
        }

        assertThat(more).isEmpty();
        return tried;
    }

    /** The places of all values but of those that stand for none: an empty text becomes more by being filled in. */
    private static List<List<String>> values(JsonNode node, List<String> path) {
        List<List<String>> found = new ArrayList<>();
        if (node.isObject()) {
            node.properties().forEach(member -> found.addAll(values(member.getValue(), plus(path, member.getKey()))));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                found.addAll(values(node.get(i), plus(path, Integer.toString(i))));
            }
        } else if (!node.isNull() && !(node.isString() && node.asString().isEmpty())) {
            found.add(path);
        }
        return found;
    }

    private static List<String> plus(List<String> path, String step) {
        return Stream.concat(path.stream(), Stream.of(step)).toList();
    }

    private static JsonNode with(JsonNode unknown, JsonNode input, List<String> path) {
        JsonNode changed = input.deepCopy();
        JsonNode node = changed;
        for (String step : path.subList(0, path.size() - 1)) {
            node = node.isArray() ? node.get(Integer.parseInt(step)) : node.get(step);
        }
        String last = path.get(path.size() - 1);
        if (node instanceof ArrayNode list) {
            list.set(Integer.parseInt(last), unknown);
        } else {
            ((ObjectNode) node).set(last, unknown);
        }
        return changed;
    }
}
