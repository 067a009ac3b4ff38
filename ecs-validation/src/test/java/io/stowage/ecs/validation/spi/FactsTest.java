package io.stowage.ecs.validation.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stowage.ecs.model.capacity.CreateCapacityProviderRequest;
import io.stowage.ecs.model.capacity.CreateManagedInstancesProviderConfiguration;
import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.task.RunTaskRequest;
import io.stowage.ecs.model.taskdef.Compatibility;
import io.stowage.ecs.model.taskdef.OSFamily;
import io.stowage.ecs.model.taskdef.RuntimePlatform;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.input.EcsConfiguration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTest {
    @Test
    void onFargate_anyDocumentThatSaysSo_isTrue() {
        assertThat(facts(task(Compatibility.EC2, Compatibility.FARGATE), null).onFargate())
                .isTrue();
        assertThat(facts(
                                task(),
                                CreateServiceRequest.builder()
                                        .launchType(LaunchType.FARGATE)
                                        .build())
                        .onFargate())
                .isTrue();
        assertThat(facts(task(), service("FARGATE_SPOT")).onFargate()).isTrue();
        assertThat(Facts.of(EcsConfiguration.builder()
                                .runTask(RunTaskRequest.builder()
                                        .launchType(LaunchType.FARGATE)
                                        .build())
                                .build())
                        .onFargate())
                .isTrue();
        assertThat(facts(task(Compatibility.EC2), service("my-instances")).onFargate())
                .isFalse();
    }

    @Test
    void onFargate_onlyPlaceholders_isNotKnown() {
        Facts facts = facts(task(new Compatibility("${LAUNCH}")), null);

        assertThatThrownBy(facts::onFargate).isSameAs(Silence.HERE);
        assertThatThrownBy(facts::onFargate).isSameAs(Silence.HERE);
        assertThat(facts(task(new Compatibility("${LAUNCH}")), service("FARGATE"))
                        .onFargate())
                .isTrue();
    }

    @Test
    void onManagedInstances_providerShownToBeOne_isTrue() {
        EcsConfiguration configuration = EcsConfiguration.builder()
                .taskDefinition(task())
                .service(service("mine"))
                .capacityProviders(List.of(CreateCapacityProviderRequest.builder()
                        .name("mine")
                        .managedInstancesProvider(CreateManagedInstancesProviderConfiguration.builder()
                                .build())
                        .build()))
                .build();

        assertThat(Facts.of(configuration).onManagedInstances()).isTrue();
        assertThat(facts(task(), service("mine")).onManagedInstances()).isFalse();
        assertThat(facts(task(Compatibility.MANAGED_INSTANCES), null).onManagedInstances())
                .isTrue();
    }

    @Test
    void onWindows_familyOfThePlatform_decides() {
        assertThat(facts(onPlatform(OSFamily.WINDOWS_SERVER_2022_CORE), null).onWindows())
                .isTrue();
        assertThat(facts(onPlatform(OSFamily.LINUX), null).onWindows()).isFalse();
        assertThat(facts(task(), null).onWindows()).isFalse();
        Facts unknown = facts(
                task().toBuilder()
                        .otherMembers(Map.of("runtimePlatform", Map.of("Fn::If", List.of())))
                        .build(),
                null);
        assertThatThrownBy(unknown::onWindows).isSameAs(Silence.HERE);
    }

    @ParameterizedTest
    @CsvSource({"256,256", "1 vCPU,1024", ".5 vcpu,512"})
    void taskCpuUnits_bothNotations_areUnits(String cpu, long units) {
        assertThat(facts(task().toBuilder().cpu(cpu).build(), null).taskCpuUnits())
                .isEqualTo(units);
    }

    @Test
    void taskSize_absentMalformedOrPlaceholder_isSilent() {
        for (String size : new String[] {null, "", "much", "${SIZE}"}) {
            Facts facts = facts(task().toBuilder().cpu(size).memory(size).build(), null);
            assertThatThrownBy(facts::taskCpuUnits).isSameAs(Silence.HERE);
            assertThatThrownBy(facts::taskMemoryMib).isSameAs(Silence.HERE);
        }
    }

    private static TaskDefinition task(Compatibility... compatibilities) {
        return TaskDefinition.builder()
                .requiresCompatibilities(List.of(compatibilities))
                .build();
    }

    private static TaskDefinition onPlatform(OSFamily family) {
        return task().toBuilder()
                .runtimePlatform(
                        RuntimePlatform.builder().operatingSystemFamily(family).build())
                .build();
    }

    private static CreateServiceRequest service(String provider) {
        return CreateServiceRequest.builder()
                .capacityProviderStrategy(List.of(CapacityProviderStrategyItem.builder()
                        .capacityProvider(provider)
                        .build()))
                .build();
    }

    private static Facts facts(TaskDefinition task, CreateServiceRequest service) {
        return Facts.of(
                EcsConfiguration.builder().taskDefinition(task).service(service).build());
    }
}
