package io.stowage.ecs.model.instancetype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stowage.ecs.model.cluster.Attribute;
import io.stowage.ecs.model.spec.SpecCases;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class InstanceTypesTest {
    private static final YearMonth MID_2023 = YearMonth.of(2023, 7);

    /** Types of the 2023 list that the newer list of types without trunking takes back. */
    private static final Set<String> NO_LONGER_TRUNKED = Set.of("g4dn", "inf1", "z1d");

    /** Types of the 2023 list that EC2 no longer reports to everybody. */
    private static final Set<String> NOT_IN_CATALOGUE =
            Set.of("c6gn.metal", "im4gn.metal", "dl1.24xlarge", "p3.2xlarge", "p3.8xlarge", "p3.16xlarge");

    @TestFactory
    Stream<DynamicTest> registeredMemory_ofCases_isAsExpected() {
        return SpecCases.services("registered-memory", 9, c -> {
            JsonNode given = c.get("given");
            int seen = given.has("measuredBytes")
                    ? RegisteredMemory.ofMeasuredBytes(
                            given.get("measuredBytes").asLong())
                    : RegisteredMemory.estimateMib(given.get("installedMiB").asInt());
            assertThat(seen - given.get("reservedMiB").asInt())
                    .isEqualTo(c.get("expect").get("registeredMiB").asInt());
            if (given.has("instanceType")) {
                InstanceType type =
                        InstanceTypes.find(given.get("instanceType").asString()).orElseThrow();
                assertThat(type.memoryMib()).isEqualTo(given.get("installedMiB").asInt());
                assertThat(type.registeredMemoryMib()).isEqualTo(seen);
            }
        });
    }

    @Test
    void registeredMemory_observedTypes_areReproduced() {
        Map<String, Integer> observed = Map.ofEntries(
                Map.entry("t2.micro", 993),
                Map.entry("t2.small", 2001),
                Map.entry("t2.medium", 3952),
                Map.entry("t2.large", 7984),
                Map.entry("m4.large", 7984),
                Map.entry("m4.xlarge", 16048),
                Map.entry("c4.large", 3765),
                Map.entry("c4.xlarge", 7480),
                Map.entry("m3.large", 7480),
                Map.entry("m4.2xlarge", 32176),
                Map.entry("m4.4xlarge", 64417),
                Map.entry("m4.10xlarge", 161185),
                Map.entry("m4.16xlarge", 257953),
                Map.entry("r4.large", 15292),
                Map.entry("r4.xlarge", 30664),
                Map.entry("r4.16xlarge", 491809));
        observed.forEach((name, memory) -> InstanceTypes.find(name)
                .ifPresentOrElse(
                        type -> assertThat(type.registeredMemoryMib()).as(name).isEqualTo(memory),
                        () -> assertThat(name).isEqualTo("m3.large")));
    }

    @Test
    void taskInterfaces_ofTheWholeList_areAsDocumented() {
        JsonNode limits = SpecCases.read("placement-cases.json").get("awsvpcTaskLimits");
        assertThat(limits.propertyNames()).hasSize(351);
        Set<String> missing = new TreeSet<>();
        for (Map.Entry<String, JsonNode> entry : limits.properties()) {
            String name = entry.getKey();
            int plain = entry.getValue().get("plain").asInt();
            int trunk = entry.getValue().get("trunk").asInt();
            assertThat(InstanceTypes.documentedTaskInterfaces(name, false, MID_2023))
                    .as(name)
                    .hasValue(plain);
            assertThat(InstanceTypes.documentedTaskInterfaces(name, true, MID_2023))
                    .as(name)
                    .hasValue(trunk);
            InstanceType type = InstanceTypes.find(name).orElse(null);
            if (type == null) {
                missing.add(name);
                continue;
            }
            assertThat(type.trunkTaskInterfaces(MID_2023)).as(name).hasValue(trunk);
            if (NO_LONGER_TRUNKED.contains(type.family())) {
                assertThat(type.trunkTaskInterfaces()).as(name).isEmpty();
            } else {
                assertThat(type.trunkTaskInterfaces()).as(name).hasValue(trunk);
            }
            // EC2 now reports 7 interfaces for this one; the guide of 2023 counted 15.
            assertThat(type.taskInterfaces()).as(name).isEqualTo(name.equals("g5.48xlarge") ? 6 : plain);
        }
        assertThat(missing).containsExactlyInAnyOrderElementsOf(NOT_IN_CATALOGUE);
    }

    @Test
    void trunkTaskInterfaces_editions_differ() {
        InstanceType m5n = InstanceTypes.find("m5n.large").orElseThrow();
        assertThat(m5n.trunkTaskInterfaces(YearMonth.of(2023, 4))).isPresent();
        assertThat(m5n.trunkTaskInterfaces()).isEmpty();
        assertThat(m5n.trunkTaskInterfaces(YearMonth.of(2019, 1))).isEmpty();
        assertThat(InstanceTypes.find("c6in.32xlarge").orElseThrow().taskInterfaces())
                .isEqualTo(15);
        assertThat(InstanceTypes.documentedTaskInterfaces("c6in.32xlarge", false, MID_2023))
                .hasValue(13);
        assertThat(InstanceTypes.documentedTaskInterfaces("x99.large", true, MID_2023))
                .isEmpty();
    }

    @Test
    void taskInterfaces_ofAnInstance_goByTypeAndTrunk() {
        assertThat(InstanceTypes.taskInterfaces(instance("m5.large", false))).hasValue(2);
        assertThat(InstanceTypes.taskInterfaces(instance("m5.large", true))).hasValue(10);
        // No longer listed as supported, yet this one has a trunk.
        assertThat(InstanceTypes.taskInterfaces(instance("g4dn.xlarge", true))).hasValue(40);
        assertThat(InstanceTypes.taskInterfaces(instance("p3.2xlarge", false))).hasValue(3);
        assertThat(InstanceTypes.taskInterfaces(instance("t3.large", true))).isEmpty();
        assertThat(InstanceTypes.taskInterfaces(instance("x99.large", false))).isEmpty();
        assertThat(InstanceTypes.taskInterfaces(instance(null, true))).isEmpty();
        assertThat(InstanceTypes.taskInterfaces(List.of())).isEmpty();
    }

    private static List<Attribute> instance(String type, boolean trunk) {
        return List.of(
                Attribute.builder().name("ecs.instance-type").value(type).build(),
                Attribute.builder()
                        .name(trunk ? "ecs.awsvpc-trunk-id" : "other")
                        .build());
    }

    @Test
    void all_isSortedAndPlausible() {
        assertThat(InstanceTypes.all())
                .hasSize(1373)
                .isSortedAccordingTo((a, b) -> a.name().compareTo(b.name()));
        assertThat(InstanceTypes.all()).allSatisfy(type -> {
            assertThat(type.vcpus()).isPositive();
            assertThat(type.registeredMemoryMib()).isPositive().isLessThan(type.memoryMib());
            assertThat(type.taskInterfaces()).isPositive();
            assertThat(type.trunkTaskInterfaces().orElse(Integer.MAX_VALUE))
                    .isGreaterThanOrEqualTo(type.taskInterfaces());
            assertThat(type.cpuArchitecture().isPresent())
                    .isEqualTo(!type.family().startsWith("mac"));
        });
    }

    @Test
    void find_types_haveTheirFacts() {
        InstanceType type = InstanceTypes.find("g6f.2xlarge").orElseThrow();
        assertThat(type.gpus()).containsExactly(new Gpus(0, "NVIDIA", "L4", 5722, new BigDecimal("0.25")));
        assertThat(type.gpuCount()).isZero();
        assertThat(InstanceTypes.find("g5.12xlarge").orElseThrow().gpuCount()).isEqualTo(4);
        InstanceType small = InstanceTypes.find("m5.large").orElseThrow();
        assertThat(small.cpuUnits()).isEqualTo(2048);
        assertThat(small.cpuArchitecture()).hasValue("x86_64");
        assertThat(small.taskInterfaces()).isEqualTo(2);
        assertThat(small.trunkTaskInterfaces()).hasValue(10);
        assertThat(small.family()).isEqualTo("m5");
        assertThat(InstanceTypes.find("t2.micro").orElseThrow().cpuArchitecture())
                .hasValue("x86_64");
        assertThat(InstanceTypes.find("M5.LARGE")).isEmpty();
    }

    @Test
    void registeredMemory_extremes_stayInBounds() {
        assertThat(RegisteredMemory.estimateMib(0)).isZero();
        assertThat(RegisteredMemory.estimateMib(10)).isZero();
        assertThat(RegisteredMemory.estimateMib(Integer.MAX_VALUE)).isPositive();
        assertThatIllegalArgumentException().isThrownBy(() -> RegisteredMemory.estimateMib(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> RegisteredMemory.ofMeasuredBytes(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> RegisteredMemory.ofMeasuredBytes(Long.MAX_VALUE));
    }
}
