package io.stowage.ecs.validation.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stowage.ecs.model.capacity.CreateCapacityProviderRequest;
import io.stowage.ecs.model.capacity.CreateManagedInstancesProviderConfiguration;
import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.DeploymentController;
import io.stowage.ecs.model.service.DeploymentControllerType;
import io.stowage.ecs.model.service.SchedulingStrategy;
import io.stowage.ecs.model.task.RunTaskRequest;
import io.stowage.ecs.model.taskdef.Compatibility;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.OSFamily;
import io.stowage.ecs.model.taskdef.RuntimePlatform;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.Volume;
import io.stowage.ecs.validation.input.EcsConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
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
    void once_severalRulesAsking_worksItOutOnlyOnce() {
        List<String> asked = new ArrayList<>();
        Function<Facts, String> family = facts -> {
            asked.add("family");
            return facts.task().get(TaskDefinition::family);
        };
        Facts known = Facts.of(
                EcsConfiguration.of(TaskDefinition.builder().family("web").build()));
        Facts silent = Facts.of(EcsConfiguration.builder().build());

        assertThat(known.once(family)).isEqualTo("web");
        assertThat(known.once(family)).isEqualTo("web");
        assertThatThrownBy(() -> silent.once(family)).isSameAs(Silence.HERE);
        assertThatThrownBy(() -> silent.once(family)).isSameAs(Silence.HERE);
        assertThat(asked).hasSize(2);
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
    @CsvSource({
        "EC2,,LINUX,bridge,false,true",
        "EC2,host,LINUX,host,false,false",
        "EC2,awsvpc,LINUX,awsvpc,true,false",
        "EC2,,WINDOWS_SERVER_2022_CORE,default,false,true",
        "EC2,bridge,WINDOWS_SERVER_2022_CORE,bridge,false,true",
        "MANAGED_INSTANCES,,LINUX,awsvpc,true,false",
        "MANAGED_INSTANCES,host,LINUX,host,false,false",
        "FARGATE,,LINUX,awsvpc,true,false",
        "FARGATE,bridge,LINUX,awsvpc,true,false",
        "FARGATE,${MODE},LINUX,awsvpc,true,false",
        "${WHERE},awsvpc,LINUX,awsvpc,true,false"
    })
    void networkMode_whatIsWrittenAndWhereItRuns_decide(
            String where, String written, String family, String mode, boolean awsvpc, boolean mapsHostPorts) {
        Facts facts = facts(
                onPlatform(new OSFamily(family)).toBuilder()
                        .requiresCompatibilities(List.of(new Compatibility(where)))
                        .networkMode(written == null ? null : new NetworkMode(written))
                        .build(),
                null);

        assertThat(facts.networkMode()).hasToString(mode);
        assertThat(facts.onAwsvpc()).isEqualTo(awsvpc);
        assertThat(facts.mapsHostPorts()).isEqualTo(mapsHostPorts);
    }

    @Test
    void networkMode_placeholderNoTaskOrHiddenProvider_isNotKnown() {
        TaskDefinition placeholder = task(Compatibility.EC2).toBuilder()
                .networkMode(new NetworkMode("${MODE}"))
                .build();
        TaskDefinition anywhere = task(new Compatibility("${WHERE}"));

        for (Facts facts : List.of(
                facts(placeholder, null),
                facts(anywhere, null),
                facts(null, service("mine")),
                facts(task(), service("mine")),
                facts(null, null))) {
            assertThatThrownBy(facts::networkMode).isSameAs(Silence.HERE);
            assertThatThrownBy(facts::onAwsvpc).isSameAs(Silence.HERE);
        }
        assertThat(facts(null, service("FARGATE")).networkMode()).isEqualTo(NetworkMode.AWSVPC);
    }

    @Test
    void service_schedulingAndController_takeTheDefaultsOfEcs() {
        CreateServiceRequest daemon = CreateServiceRequest.builder()
                .schedulingStrategy(SchedulingStrategy.DAEMON)
                .deploymentController(DeploymentController.builder()
                        .type(DeploymentControllerType.EXTERNAL)
                        .build())
                .build();

        assertThat(facts(null, daemon).isDaemon()).isTrue();
        assertThat(facts(null, daemon).deploymentController()).isEqualTo(DeploymentControllerType.EXTERNAL);
        assertThat(facts(null, service("a")).isDaemon()).isFalse();
        assertThat(facts(null, service("a")).deploymentController()).isEqualTo(DeploymentControllerType.ECS);
        assertThat(facts(task(), null).isDaemon()).isFalse();
        assertThat(facts(task(), null).service().isPresent()).isFalse();
        assertThat(facts(task(), null).runTask().pointer()).isEqualTo("/runTask");
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

    @Test
    void onExternal_anyDocumentThatSaysSo_isTrue() {
        CreateServiceRequest service =
                CreateServiceRequest.builder().launchType(LaunchType.EXTERNAL).build();

        assertThat(facts(task(Compatibility.EC2, Compatibility.EXTERNAL), null).onExternal())
                .isTrue();
        assertThat(facts(task(), service).onExternal()).isTrue();
        assertThat(facts(task(Compatibility.EC2), null).onExternal()).isFalse();
    }

    @Test
    void inHostMode_onlyWhatIsWritten_isTrue() {
        TaskDefinition host =
                TaskDefinition.builder().networkMode(NetworkMode.HOST).build();

        assertThat(facts(host, null).inHostMode()).isTrue();
        assertThat(facts(task(), null).inHostMode()).isFalse();
    }

    @Test
    void container_byName_isTheFirstOfThatName() {
        Facts facts = facts(containers("a", "b", "a"), null);

        assertThat(facts.container("a")).extracting(View::pointer).isEqualTo("/taskDefinition/containerDefinitions/0");
        assertThat(facts.container("c")).isNull();
    }

    @Test
    void container_notAmongTheKnownNames_isSilentIfOthersAreNotKnown() {
        Facts facts = facts(containers("a", "${B}"), null);

        assertThat(facts.container("a")).isNotNull();
        assertThatThrownBy(() -> facts.container("c")).isSameAs(Silence.HERE);
    }

    @Test
    void volume_byName_isFound() {
        Facts facts = facts(
                TaskDefinition.builder()
                        .volumes(List.of(
                                Volume.builder().build(),
                                Volume.builder().name("a").build()))
                        .build(),
                null);

        assertThat(facts.volume("a")).extracting(View::pointer).isEqualTo("/taskDefinition/volumes/1");
        assertThat(facts.volume("b")).isNull();
    }

    private static TaskDefinition containers(String... names) {
        return TaskDefinition.builder()
                .containerDefinitions(Stream.of(names)
                        .map(name -> ContainerDefinition.builder().name(name).build())
                        .toList())
                .build();
    }
}
