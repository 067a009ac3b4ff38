package io.stowage.ecs.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The cases of the domain reference that ask where run-task and services put their tasks. */
class PlacementCasesTest {
    /** Kinds of cases about schedulers that do not exist here: StartTask, scale-in, daemons, capacity providers, rebalancing. */
    private static final Set<String> OTHER_SCHEDULERS = Set.of("start", "stop", "daemon", "capacity", "rebalance");

    static Stream<Named<JsonNode>> runCases() {
        return PlacementCases.all()
                .filter(one -> one.get("kind").asString().equals("run"))
                .map(one -> Named.of(
                        one.get("id").asString() + " " + one.get("title").asString(), one));
    }

    @Test
    void caseFile_kinds_areRunOrNamedAsOthers() {
        Map<String, Long> kinds = PlacementCases.all()
                .collect(Collectors.groupingBy(one -> one.get("kind").asString(), Collectors.counting()));

        assertThat(kinds).containsEntry("run", 44L);
        kinds.remove("run");
        assertThat(kinds.keySet()).isEqualTo(OTHER_SCHEDULERS);
    }

    @ParameterizedTest
    @MethodSource("runCases")
    void runCase_givesTheExpectedPlacements(JsonNode one) {
        JsonNode expect = one.get("expect");

        PlacementResult result = PlacementEngine.standard()
                .place(PlacementCases.cluster(one.get("cluster")), PlacementCases.request(one));

        if (expect.has("error")) {
            assertThat(result.error()).isEqualTo(expect.get("error").asString());
            assertThat(result.placements()).isEmpty();
            return;
        }
        assertThat(result.error()).isNull();
        if (expect.has("allowedFirst")) {
            assertThat(placedOn(result).get(0)).isIn(texts(expect.get("allowedFirst")));
        }
        if (expect.has("placements")) {
            assertThat(placedOn(result)).isEqualTo(texts(expect.get("placements")));
            assertThat(result.unplaced()).isEqualTo(expect.get("unplaced").asInt());
            assertThat(result.failures().stream()
                            .map(failure -> failure.containerInstance() + " " + failure.reason())
                            .toList())
                    .isEqualTo(expect.get("failures")
                            .valueStream()
                            .map(failure -> failure.get("instance").asString() + " "
                                    + failure.get("reason").asString())
                            .toList());
            expect.get("remaining").propertyStream().forEach(entry -> {
                InstanceSnapshot after = instance(result, entry.getKey());
                assertThat(after.remaining().cpuUnits())
                        .isEqualTo(entry.getValue().get("cpu").asLong());
                assertThat(after.remaining().memoryMib())
                        .isEqualTo(entry.getValue().get("memory").asLong());
            });
        }
        assertThat(expect.propertyNames())
                .isSubsetOf("error", "allowedFirst", "placements", "unplaced", "failures", "remaining");
    }

    private static List<String> placedOn(PlacementResult result) {
        return result.placements().stream().map(Placement::containerInstance).toList();
    }

    private static InstanceSnapshot instance(PlacementResult result, String id) {
        return result.after().instances().stream()
                .filter(instance -> instance.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
