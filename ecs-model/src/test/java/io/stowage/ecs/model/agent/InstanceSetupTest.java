package io.stowage.ecs.model.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stowage.ecs.model.attributes.RequiredAttributes;
import io.stowage.ecs.model.cluster.Attribute;
import io.stowage.ecs.model.cluster.ContainerInstance;
import io.stowage.ecs.model.cluster.Resource;
import io.stowage.ecs.model.common.Tag;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.instancetype.InstanceType;
import io.stowage.ecs.model.instancetype.InstanceTypes;
import io.stowage.ecs.model.spec.SpecCases;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class InstanceSetupTest {
    private static final AgentConfig IMAGE = AgentConfig.of(AgentDefaults.ECS_INIT);
    private static final InstanceType M5 = InstanceTypes.find("m5.large").orElseThrow();

    @Test
    void containerInstance_ofATypeOnTheOptimizedImage_isEmptyAndReady() {
        ContainerInstance instance =
                InstanceSetup.of(M5, "eu-central-1a", IMAGE).containerInstance("i1");
        assertThat(instance.status()).isEqualTo("ACTIVE");
        assertThat(instance.agentConnected()).isTrue();
        assertThat(instance.remainingResources()).isEqualTo(instance.registeredResources());
        assertThat(instance.registeredResources())
                .extracting(Resource::name)
                .containsExactly("CPU", "MEMORY", "PORTS", "PORTS_UDP");
        assertThat(instance.registeredResources())
                .extracting(Resource::integerValue)
                .containsExactly(2048, 7984, 0, 0);
        Map<String, String> attributes = attributes(instance);
        assertThat(attributes)
                .containsEntry("ecs.availability-zone", "eu-central-1a")
                .containsEntry("ecs.instance-type", "m5.large")
                .containsEntry("ecs.cpu-architecture", "x86_64")
                .containsEntry("ecs.os-type", "linux")
                .doesNotContainKey("ecs.awsvpc-trunk-id");
        assertThat(instance.attributes()).extracting(Attribute::name).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void taskInterfaces_dependOnTypeTrunkAndAgent() {
        InstanceSetup plain = InstanceSetup.of(M5, "z", IMAGE);
        assertThat(plain.taskInterfaces()).isEqualTo(2);
        assertThat(plain.withTrunking().taskInterfaces()).isEqualTo(10);
        assertThat(attributes(plain.withTrunking().containerInstance("i1"))).containsKey("ecs.awsvpc-trunk-id");
        InstanceType old = InstanceTypes.find("t2.micro").orElseThrow();
        assertThat(InstanceSetup.of(old, "z", IMAGE).withTrunking().taskInterfaces())
                .isEqualTo(1);
        assertThat(InstanceSetup.of(M5, "z", AgentConfig.of(AgentDefaults.AGENT))
                        .taskInterfaces())
                .isZero();
        AgentConfig sparse =
                AgentConfig.parse(SourceText.of("", "ECS_ENABLE_HIGH_DENSITY_ENI=false"), AgentDefaults.ECS_INIT);
        assertThat(InstanceSetup.of(M5, "z", sparse).withTrunking().taskInterfaces())
                .isEqualTo(2);
    }

    @Test
    void containerInstance_gpus_areRegisteredWhereTheAgentLooksForThem() {
        InstanceType type = InstanceTypes.find("g5.12xlarge").orElseThrow();
        AgentConfig gpu = AgentConfig.parse(SourceText.of("", "ECS_ENABLE_GPU_SUPPORT=true"), AgentDefaults.ECS_INIT);
        assertThat(InstanceSetup.of(type, "z", gpu).containerInstance("i1").registeredResources())
                .filteredOn(r -> "GPU".equals(r.name()))
                .singleElement()
                .satisfies(r ->
                        assertThat(r.stringSetValue()).containsExactly("GPU-i1-0", "GPU-i1-1", "GPU-i1-2", "GPU-i1-3"));
        assertThat(InstanceSetup.of(type, "z", IMAGE).containerInstance("i1").registeredResources())
                .hasSize(4);
        assertThat(InstanceSetup.of(M5, "z", gpu).containerInstance("i1").registeredResources())
                .hasSize(4);
    }

    @Test
    void containerInstance_fileSettings_areTakenOver() {
        AgentConfig config = AgentConfig.parse(SourceText.of("", """
                ECS_RESERVED_MEMORY=100
                ECS_INSTANCE_ATTRIBUTES={"rack":"r1","ecs.instance-type":"fake"}
                ECS_CONTAINER_INSTANCE_TAGS={"team":"a"}
                """), AgentDefaults.AGENT);
        ContainerInstance instance =
                InstanceSetup.of(M5, "z", config).withMeasuredMemoryMib(7000).containerInstance("i1");
        assertThat(instance.registeredResources().get(1).integerValue()).isEqualTo(6900);
        assertThat(attributes(instance)).containsEntry("rack", "r1").containsEntry("ecs.instance-type", "m5.large");
        assertThat(instance.tags())
                .containsExactly(Tag.builder().key("team").value("a").build());
        assertThatExceptionOfType(RegistrationException.class)
                .isThrownBy(() -> InstanceSetup.of(M5, "z", config)
                        .withMeasuredMemoryMib(99)
                        .containerInstance("i1"))
                .satisfies(e -> assertThat(e.error()).isEqualTo(RegistrationError.RESERVED_MEMORY_TOO_LARGE));
    }

    /** What tasks require and what instances offer were worked out apart; they must know each other's names. */
    @Test
    void attributes_ofTheOptimizedImage_serveTheRequiredAttributesCases() {
        List<Attribute> offered =
                InstanceSetup.of(M5, "z", IMAGE).containerInstance("i1").attributes();
        for (JsonNode c : SpecCases.read("placement-cases.json").get("requiresAttributes")) {
            RequiredAttributes required = RequiredAttributes.of(SpecCases.taskDefinition(c.get("taskDefinition")));
            List<String> missing =
                    required.missingFrom(offered).stream().map(a -> a.name()).toList();
            List<String> known = switch (c.get("id").asString()) {
                // Only Fargate has it.
                case "A05" -> List.of("ecs.capability.extensible-ephemeral-storage");
                // SELinux must be turned on.
                case "A11" -> List.of("com.amazonaws.ecs.capability.selinux");
                // A volume plug-in to install.
                case "A12" -> List.of("ecs.capability.docker-plugin.rexray/ebs");
                default -> List.of();
            };
            assertThat(missing).as(c.get("id").asString()).isEqualTo(known);
        }
    }

    private static Map<String, String> attributes(ContainerInstance instance) {
        Map<String, String> attributes = new HashMap<>();
        instance.attributes().forEach(a -> attributes.put(a.name(), a.value()));
        return attributes;
    }
}
