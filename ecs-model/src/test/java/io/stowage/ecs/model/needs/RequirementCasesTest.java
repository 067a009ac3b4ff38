package io.stowage.ecs.model.needs;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.json.ReadOptions;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.testing.JsonValues;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Runs the "requirements" of placement-cases.json; its other parts are run where the placement engine is. */
class RequirementCasesTest {

    static Stream<Named<JsonNode>> cases() throws IOException {
        try (InputStream file =
                RequirementCasesTest.class.getResourceAsStream("/io/stowage/ecs/model/placement-cases.json")) {
            JsonNode root = JsonValues.tree(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            return StreamSupport.stream(root.get("requirements").spliterator(), false)
                    .map(one -> Named.of(
                            one.get("id").stringValue() + " " + one.get("title").stringValue(), one));
        }
    }

    @Test
    void caseFile_holdsRequirements() throws IOException {
        assertThat(cases()).hasSize(7);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void needs_ofCase_areAsExpected(JsonNode one) {
        TaskDefinition definition = EcsJson.readTaskDefinition(
                        SourceText.of("case.json", JsonValues.text(one.get("taskDefinition"))), ReadOptions.standard())
                .orThrow();

        TaskNeeds needs = TaskNeeds.of(definition);

        JsonNode expected = one.get("expect");
        assertThat(needs.cpuUnits().amount()).isEqualTo(expected.get("cpu").longValue());
        assertThat(needs.memoryMib().amount()).isEqualTo(expected.get("memory").longValue());
        assertThat(ports(needs.tcpPorts())).isEqualTo(ports(expected.get("tcp")));
        assertThat(ports(needs.udpPorts())).isEqualTo(ports(expected.get("udp")));
        assertThat(needs.networkInterfaces().amount())
                .isEqualTo(expected.get("eni").longValue());
        assertThat(needs.gpus().amount()).isEqualTo(expected.get("gpus").longValue());
    }

    private static List<Integer> ports(List<PortNeed> needs) {
        return needs.stream().map(PortNeed::port).sorted().toList();
    }

    private static List<Integer> ports(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::intValue)
                .toList();
    }
}
