package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Found.container;
import static io.stowage.ecs.validation.internal.rules.Found.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.input.EcsConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortRulesTest {
    private static final String AWSVPC = "\"networkMode\": \"awsvpc\", ";
    private static final String HOST = "\"networkMode\": \"host\", ";
    private static final String WINDOWS =
            "\"runtimePlatform\": {\"operatingSystemFamily\": \"WINDOWS_SERVER_2022_CORE\"}, ";

    private static List<String> found(String ofTask, String... mappings) {
        return Found.in("port", task(ofTask, container("app", ports(mappings))));
    }

    private static String ports(String... mappings) {
        return ", \"portMappings\": ["
                + List.of(mappings).stream().map(mapping -> "{" + mapping + "}").collect(Collectors.joining(", "))
                + "]";
    }

    private static String port(int container) {
        return "\"containerPort\": " + container;
    }

    private static String port(int container, int host) {
        return port(container) + ", \"hostPort\": " + host;
    }

    private static String udp(String mapping) {
        return mapping + ", \"protocol\": \"udp\"";
    }

    @ParameterizedTest
    @CsvSource({
        "bridge,0,",
        "bridge,8080,",
        "awsvpc,0,awsvpc-zero",
        "awsvpc,80,",
        "awsvpc,8080,awsvpc-mismatch",
        "host,0,host-mode-mismatch",
        "host,80,",
        "host,8080,host-mode-mismatch",
        "${MODE},8080,"
    })
    void hostPort_everyMode_isJudged(String mode, int host, String found) {
        assertThat(found("\"networkMode\": \"" + mode + "\", ", port(80, host)))
                .isEqualTo(found == null ? List.of() : List.of(found + " 0/portMappings/0/hostPort"));
    }

    @Test
    void hostPort_unknownContainerPort_isSilent() {
        assertThat(found(AWSVPC, "\"containerPort\": \"${PORT}\", \"hostPort\": 8080"))
                .isEmpty();
        assertThat(found("", "\"containerPort\": \"${PORT}\"", "\"containerPort\": \"${PORT}\""))
                .isEmpty();
    }

    @Test
    void duplicateMapping_whereHostPortsAreMapped_theyCount() {
        assertThat(found("", port(80, 8080), port(80, 8081), port(80, 8080)))
                .containsExactly("duplicate-mapping 0/portMappings/2");
        assertThat(found("", port(80), port(80, 0))).containsExactly("duplicate-mapping 0/portMappings/1");
        assertThat(found(AWSVPC, port(80), port(80, 80))).containsExactly("duplicate-mapping 0/portMappings/1");
    }

    @Test
    void severalProtocols_onePort_isFoundOncePerProtocol() {
        assertThat(found("", port(53), udp(port(53)), port(54)))
                .containsExactly("several-protocols 0/portMappings/1/protocol");
        assertThat(found("", port(53), udp(port(53, 5353)), udp(port(53, 5354))))
                .containsExactly("several-protocols 0/portMappings/1/protocol");
    }

    @Test
    void sharedNamespace_otherContainersOnly_areConflicts() {
        String[] containers = {
            container("a", ports(port(80), port(81))),
            container("b", ports(port(80), udp(port(81)))),
            container("c", ports(port(81)))
        };
        List<String> conflicts = List.of(
                "shared-namespace-conflict 1/portMappings/0/containerPort",
                "shared-namespace-conflict 2/portMappings/0/containerPort");

        assertThat(Found.in("port", task(AWSVPC, containers))).isEqualTo(conflicts);
        assertThat(Found.in("port", task(HOST, containers))).isEqualTo(conflicts);
        assertThat(Found.in("port", task("", containers))).isEmpty();
    }

    @Test
    void duplicateHostPort_byProtocol_isFoundAcrossContainers() {
        assertThat(Found.in(
                        "port",
                        task(
                                "",
                                container("a", ports(port(80, 8080), udp(port(82, 8080)))),
                                container("b", ports(port(81, 8080), port(83, 0), port(84, 0))))))
                .containsExactly("duplicate-host-port 1/portMappings/0/hostPort");
        assertThat(found("", port(80, 8080), port(81, 8080)))
                .containsExactly("duplicate-host-port 0/portMappings/1/hostPort");
    }

    @ParameterizedTest
    @CsvSource({
        "22,reserved-host-port,",
        "3389,,reserved-host-port",
        "51678,reserved-host-port,reserved-host-port",
        "51680,reserved-host-port,reserved-host-port",
        "51681,ephemeral-host-port,ephemeral-host-port",
        "32767,,",
        "32768,ephemeral-host-port,",
        "49151,ephemeral-host-port,",
        "49152,ephemeral-host-port,ephemeral-host-port",
        "65535,ephemeral-host-port,ephemeral-host-port",
        "70000,host-port-range,host-port-range"
    })
    void staticHostPort_everySystem_hasItsOwnRanges(int host, String onLinux, String onWindows) {
        assertThat(found("", port(80, host))).isEqualTo(at(onLinux));
        assertThat(found(WINDOWS, port(80, host))).isEqualTo(at(onWindows));
        assertThat(found(AWSVPC, port(host > 65535 ? 80 : host, host)))
                .isEqualTo(host > 65535 ? found(AWSVPC, port(80, host)) : List.of());
    }

    private static List<String> at(String found) {
        return found == null ? List.of() : List.of(found + " 0/portMappings/0/hostPort");
    }

    @Test
    void staticHostPort_inHostMode_isTheContainerPort() {
        assertThat(found(HOST, port(22))).containsExactly("reserved-host-port 0/portMappings/0/hostPort");
        assertThat(found("", port(22))).isEmpty();
    }

    @Test
    void tooManyStaticPorts_distinctOnes_areCounted() {
        assertThat(Found.in("port", staticPorts(95))).isEmpty();
        assertThat(Found.in("port", staticPorts(96))).containsExactly("too-many-static-ports /containerDefinitions");
    }

    private static EcsConfiguration staticPorts(int count) {
        return EcsConfiguration.of(TaskDefinition.builder()
                .containerDefinitions(List.of(ContainerDefinition.builder()
                        .portMappings(IntStream.range(0, count)
                                .mapToObj(i -> PortMapping.builder()
                                        .containerPort(1000 + i)
                                        .hostPort(1000 + i)
                                        .build())
                                .toList())
                        .build()))
                .build());
    }

    @ParameterizedTest
    @CsvSource({
        "8000-8010,",
        "1-65535,",
        "8000,range-format",
        "8000-,range-format",
        "0-10,range-format",
        "8000-65536,range-format",
        "8000-99999999999,range-format",
        "8000 - 8010,range-format",
        "-1-5,range-format",
        "8010-8000,range-order",
        "8000-8000,range-order",
        "${RANGE},"
    })
    void range_everyForm_isJudgedOnce(String range, String found) {
        assertThat(found("", "\"containerPortRange\": \"" + range + "\""))
                .isEqualTo(found == null ? List.of() : List.of(found + " 0/portMappings/0/containerPortRange"));
    }

    @Test
    void overlap_randomMappings_agreesWithComparingAllPairs() {
        Random random = new Random(4);
        for (int run = 0; run < 400; run++) {
            List<PortMapping> mappings = new ArrayList<>();
            for (int i = random.nextInt(8); i > 0; i--) {
                int first = 1 + random.nextInt(40);
                boolean single = random.nextInt(3) == 0;
                mappings.add(
                        single
                                ? PortMapping.builder().containerPort(first).build()
                                : PortMapping.builder()
                                        .containerPortRange(first + "-" + (first + 1 + random.nextInt(6)))
                                        .build());
            }
            EcsConfiguration configuration = EcsConfiguration.of(TaskDefinition.builder()
                    .containerDefinitions(List.of(
                            ContainerDefinition.builder().portMappings(mappings).build()))
                    .build());
            List<String> expected = IntStream.range(0, mappings.size())
                    .filter(i -> mappings.subList(0, i).stream().anyMatch(earlier -> overlap(earlier, mappings.get(i))))
                    .mapToObj(i -> "range-overlap 0/portMappings/" + i)
                    .toList();

            assertThat(Found.in("port", configuration).stream()
                            .filter(found -> found.startsWith("range-overlap"))
                            .toList())
                    .as("%s", mappings)
                    .isEqualTo(expected);
        }
    }

    private static boolean overlap(PortMapping one, PortMapping other) {
        return (one.containerPort() == null || other.containerPort() == null)
                && first(one) <= last(other)
                && first(other) <= last(one);
    }

    private static int first(PortMapping mapping) {
        return mapping.containerPort() == null
                ? Integer.parseInt(mapping.containerPortRange().split("-", 2)[0])
                : mapping.containerPort();
    }

    private static int last(PortMapping mapping) {
        return mapping.containerPort() == null
                ? Integer.parseInt(mapping.containerPortRange().split("-", 2)[1])
                : mapping.containerPort();
    }

    @Test
    void range_withAPortOrInAnotherMode_isFound() {
        assertThat(found("", "\"containerPortRange\": \"1-2\", \"containerPort\": 1"))
                .containsExactly("range-with-port 0/portMappings/0");
        assertThat(found(HOST, "\"containerPortRange\": \"1-2\""))
                .containsExactly("range-network-mode 0/portMappings/0/containerPortRange");
        assertThat(found(AWSVPC, "\"containerPortRange\": \"1-2\"")).isEmpty();
        assertThat(found(WINDOWS, "\"containerPortRange\": \"1-2\"")).isEmpty();
    }

    @Test
    void name_acrossContainers_isUnique() {
        String named = port(80) + ", \"name\": \"" + "a".repeat(64) + "\"";

        assertThat(Found.in(
                        "port",
                        task(
                                "",
                                container("a", ports(named)),
                                container("b", ports(named, port(81) + ", \"name\": \"${N}\"")))))
                .containsExactly("name-duplicate 1/portMappings/0/name");
    }
}
