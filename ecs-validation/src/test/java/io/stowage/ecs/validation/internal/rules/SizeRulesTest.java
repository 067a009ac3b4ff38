package io.stowage.ecs.validation.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.json.ReadOptions;
import io.stowage.ecs.model.taskdef.Compatibility;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.ContainerDefinitionBuilder;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.OSFamily;
import io.stowage.ecs.model.taskdef.RuntimePlatform;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.EcsValidator;
import io.stowage.ecs.validation.input.EcsConfiguration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeRulesTest {
    private static final long[] TIERS = {256, 512, 1024, 2048, 4096, 8192, 16384, 32768};

    /** The table of the guide, written a second time and in another way than the file of the rules. */
    private static boolean offered(long cpu, long memory) {
        if (cpu == 256) {
            return memory == 512 || memory == 1024 || memory == 2048;
        } else if (cpu == 512) {
            return memory >= 1024 && memory <= 4 * 1024 && memory % 1024 == 0;
        } else if (cpu == 1024) {
            return memory >= 2 * 1024 && memory <= 8 * 1024 && memory % 1024 == 0;
        } else if (cpu == 2048) {
            return memory >= 4 * 1024 && memory <= 16 * 1024 && memory % 1024 == 0;
        } else if (cpu == 4096) {
            return memory >= 8 * 1024 && memory <= 30 * 1024 && memory % 1024 == 0;
        } else if (cpu == 8192) {
            return memory >= 16 * 1024 && memory <= 60 * 1024 && memory % (4 * 1024) == 0;
        } else if (cpu == 16384) {
            return memory >= 32 * 1024 && memory <= 120 * 1024 && memory % (8 * 1024) == 0;
        }
        return cpu == 32768 && (memory == 60 * 1024 || memory == 120 * 1024 || memory == 244 * 1024);
    }

    @Test
    void memoryForCpu_everyTierAndEveryMemory_agreesWithTheTable() {
        for (long cpu : TIERS) {
            for (long memory = 0; memory <= 300_000; memory += 512) {
                Set<String> expected =
                        offered(cpu, memory) ? Set.of() : Set.of("size.fargate-memory-for-cpu /taskDefinition/memory");
                assertThat(found(fargate(Long.toString(cpu), Long.toString(memory), null)))
                        .as("%d CPU units, %d MiB", cpu, memory)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void cpuValue_everyCpu_firesOutsideOfTheEightTiers() {
        Set<Long> tiers = new TreeSet<>();
        for (long tier : TIERS) {
            tiers.add(tier);
        }
        for (long cpu = 0; cpu <= 40_000; cpu += 64) {
            Set<String> expected =
                    tiers.contains(cpu) ? Set.of() : Set.of("size.fargate-cpu-value /taskDefinition/cpu");
            assertThat(ids(fargate(Long.toString(cpu), "61440", null), "size.fargate-cpu-value"))
                    .as("%d CPU units", cpu)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "256,true",
        "512,true",
        "1024,false",
        "2048,false",
        "4096,false",
        "8192,true",
        "16384,true",
        "32768,true",
        "3000,false"
    })
    void windowsCpu_everyTier_firesWhereOnlyLinuxRuns(String cpu, boolean fires) {
        TaskDefinition task = fargate(cpu, "8192", OSFamily.WINDOWS_SERVER_2022_CORE);

        assertThat(ids(task, "size.fargate-windows-cpu")).hasSize(fires ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({".25 vCPU,0.5 GB", "0.25vcpu,512", "1 vCPU,8GB", "32 VCPU,244 gb", "16vCPU,32 GB", "256,.5 GB"})
    void fargateSize_writtenWithUnits_isTheSame(String cpu, String memory) {
        assertThat(found(fargate(cpu, memory, null))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.3 vCPU,1 GB", "3 vCPU,8 GB"})
    void cpuValue_numberOfVcpuBetweenTiers_fires(String cpu, String memory) {
        assertThat(found(fargate(cpu, memory, null))).containsExactly("size.fargate-cpu-value /taskDefinition/cpu");
    }

    @Test
    void messages_ofAWrongSize_nameWhatWouldBeAccepted() {
        assertThat(findings(fargate("3072", "8192", null)).get(0))
                .hasToString(
                        "ERROR size.fargate-cpu-value /taskDefinition/cpu: `cpu` is 3072 CPU units, which is not a"
                                + " Fargate size; nearest: 2048 or 4096. Hint: Use 256, 512, 1024, 2048, 4096, 8192, 16384 or 32768.");
        assertThat(findings(fargate("32 vCPU", "64 GB", null)).get(0))
                .hasToString(
                        "ERROR size.fargate-memory-for-cpu /taskDefinition/memory: `memory` is 65536 MiB, but 32768 CPU"
                                + " units on Fargate take 61440, 122880 or 249856 MiB. Hint: Choose such a memory, or a `cpu` that"
                                + " offers 65536 MiB: 16384.");
    }

    @Test
    void emptyCpu_onFargate_countsAsAbsent() {
        assertThat(found(fargate("", "512", null))).containsExactly("size.fargate-cpu-missing /taskDefinition/cpu");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"${CPU}\"",
                "\"{{ cpu }}\"",
                "\"<CPU>\"",
                "\"%CPU%\"",
                "{\"Ref\": \"Cpu\"}",
                "{\"Fn::If\": [\"Big\", \"256\", \"512\"]}"
            })
    void fargateSize_placeholder_isNeverAFinding(String placeholder) {
        for (String member :
                List.of("cpu", "memory", "requiresCompatibilities", "runtimePlatform", "ephemeralStorage")) {
            String other = member.equals("memory") ? "\"cpu\": \"256\"" : "\"memory\": \"512\"";
            String text = "{\"family\": \"web\", \"containerDefinitions\": [{\"name\": \"app\", \"memory\": 128}], "
                    + (member.equals("requiresCompatibilities") ? "" : "\"requiresCompatibilities\": [\"FARGATE\"], ")
                    + (member.equals("cpu") || member.equals("memory")
                            ? other
                            : "\"cpu\": \"256\", \"memory\": \"512\"")
                    + ", \"" + member + "\": " + placeholder + "}";

            assertThat(ofRules(EcsValidator.standard()
                            .validate(EcsJson.readTaskDefinition(SourceText.of("t", text), ReadOptions.standard()))
                            .findings()))
                    .as(text)
                    .isEmpty();
        }
    }

    @Test
    void compatibilities_partlyPlaceholder_stillCountWhatIsKnown() {
        TaskDefinition task = TaskDefinition.builder()
                .requiresCompatibilities(List.of(new Compatibility("${OTHER}"), Compatibility.FARGATE))
                .containerDefinitions(List.of(app().build()))
                .memory("512")
                .build();

        assertThat(found(task)).containsExactly("size.fargate-cpu-missing /taskDefinition/cpu");
        assertThat(found(task.toBuilder()
                        .requiresCompatibilities(List.of(new Compatibility("${OTHER}")))
                        .build()))
                .isEmpty();
    }

    @Test
    void bareListOfContainers_withoutMemory_isNotJudged() {
        String containers = "[{\"name\": \"app\", \"image\": \"nginx\", \"cpu\": -1}]";

        List<Diagnostic> findings = EcsValidator.standard()
                .validate(EcsJson.readTaskDefinition(SourceText.of("c.json", containers), ReadOptions.standard()))
                .findings();

        assertThat(ofRules(findings))
                .containsExactly("size.container-cpu-negative /taskDefinition/containerDefinitions/0/cpu");
    }

    @Test
    void containerMemory_zeroReservation_isNoSize() {
        ContainerDefinition nothing = app().memory(0).memoryReservation(0).build();

        assertThat(found(ec2(nothing)))
                .containsExactly("size.container-memory-missing /taskDefinition/containerDefinitions/0");
        assertThat(found(ec2(app().memory(0).memoryReservation(64).build()))).isEmpty();
    }

    @Test
    void containerMemoryMinimum_bothMembersTooSmall_reportsBoth() {
        assertThat(found(ec2(app().memory(5).memoryReservation(-3).build())))
                .containsExactlyInAnyOrder(
                        "size.container-memory-minimum /taskDefinition/containerDefinitions/0/memory",
                        "size.container-memory-minimum /taskDefinition/containerDefinitions/0/memoryReservation");
    }

    @Test
    void sums_negativeSizes_makeNoRoomForOthers() {
        TaskDefinition task = TaskDefinition.builder()
                .cpu("256")
                .memory("512")
                .containerDefinitions(List.of(
                        app().cpu(-100).memory(-100).build(),
                        app().cpu(300).memory(520).build()))
                .build();

        assertThat(found(task))
                .contains(
                        "size.sum-container-cpu /taskDefinition/cpu",
                        "size.sum-container-memory /taskDefinition/memory");
    }

    private static ContainerDefinitionBuilder app() {
        return ContainerDefinition.builder().name("app").image("nginx");
    }

    private static TaskDefinition ec2(ContainerDefinition container) {
        return TaskDefinition.builder().containerDefinitions(List.of(container)).build();
    }

    private static TaskDefinition fargate(String cpu, String memory, OSFamily family) {
        return TaskDefinition.builder()
                .family("web")
                .requiresCompatibilities(List.of(Compatibility.FARGATE))
                .networkMode(NetworkMode.AWSVPC)
                .containerDefinitions(List.of(app().build()))
                .runtimePlatform(
                        family == null
                                ? null
                                : RuntimePlatform.builder()
                                        .operatingSystemFamily(family)
                                        .build())
                .cpu(cpu)
                .memory(memory)
                .build();
    }

    private static List<Diagnostic> findings(TaskDefinition task) {
        return EcsValidator.standard().validate(EcsConfiguration.of(task)).findings();
    }

    private static Set<String> found(TaskDefinition task) {
        return ofRules(findings(task));
    }

    private static Set<String> ids(TaskDefinition task, String id) {
        return found(task).stream().filter(found -> found.startsWith(id)).collect(Collectors.toSet());
    }

    private static Set<String> ofRules(List<Diagnostic> findings) {
        return findings.stream()
                .filter(finding -> finding.id().startsWith("size."))
                .map(finding -> finding.id() + " " + finding.pointer())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
