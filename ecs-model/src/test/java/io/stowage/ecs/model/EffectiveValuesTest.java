package io.stowage.ecs.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.service.DeploymentConfiguration;
import io.stowage.ecs.model.service.SchedulingStrategy;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.model.testing.Arbitrary;
import io.stowage.ecs.model.testing.ModelTypes;
import io.stowage.ecs.model.testing.Shrinking;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a member means where ECS defines a default: what is written, or that. */
class EffectiveValuesTest {

    /** The defaults as the API reference states them. */
    private static final Map<String, String> DEFAULTS = new TreeMap<>(Map.ofEntries(
            Map.entry("AutoScalingGroupProvider.managedDraining", "ENABLED"),
            Map.entry("AwsVpcConfiguration.assignPublicIp", "DISABLED"),
            Map.entry("CanaryConfiguration.canaryBakeTimeInMinutes", "10"),
            Map.entry("CanaryConfiguration.canaryPercent", "5.0"),
            Map.entry("CapacityProviderStrategyItem.base", "0"),
            Map.entry("CapacityProviderStrategyItem.weight", "0"),
            Map.entry("ContainerDefinition.essential", "true"),
            Map.entry("ContainerRestartPolicy.restartAttemptPeriod", "300"),
            Map.entry("CreateClusterRequest.clusterName", "default"),
            Map.entry("CreateServiceRequest.cluster", "default"),
            Map.entry("CreateServiceRequest.schedulingStrategy", "REPLICA"),
            Map.entry("DeploymentConfiguration.strategy", "ROLLING"),
            Map.entry("DeploymentController.type", "ECS"),
            Map.entry("DockerVolumeConfiguration.autoprovision", "false"),
            Map.entry("DockerVolumeConfiguration.driver", "local"),
            Map.entry("DockerVolumeConfiguration.scope", "task"),
            Map.entry("EFSAuthorizationConfig.iam", "DISABLED"),
            Map.entry("EFSVolumeConfiguration.rootDirectory", "/"),
            Map.entry("EFSVolumeConfiguration.transitEncryption", "DISABLED"),
            Map.entry("HealthCheck.interval", "30"),
            Map.entry("HealthCheck.retries", "3"),
            Map.entry("HealthCheck.startPeriod", "0"),
            Map.entry("HealthCheck.timeout", "5"),
            Map.entry("LinearConfiguration.stepBakeTimeInMinutes", "6"),
            Map.entry("LinearConfiguration.stepPercent", "10.0"),
            Map.entry("ManagedScaling.instanceWarmupPeriod", "300"),
            Map.entry("ManagedScaling.maximumScalingStepSize", "10000"),
            Map.entry("ManagedScaling.minimumScalingStepSize", "1"),
            Map.entry("ManagedScaling.targetCapacity", "100"),
            Map.entry("MountPoint.readOnly", "false"),
            Map.entry("PortMapping.protocol", "tcp"),
            Map.entry("RunTaskRequest.cluster", "default"),
            Map.entry("RunTaskRequest.count", "1"),
            Map.entry("RuntimePlatform.cpuArchitecture", "X86_64"),
            Map.entry("RuntimePlatform.operatingSystemFamily", "LINUX"),
            Map.entry("Service.schedulingStrategy", "REPLICA"),
            Map.entry("StartTaskRequest.cluster", "default"),
            Map.entry("TaskDefinition.networkMode", "bridge"),
            Map.entry("TaskManagedEBSVolumeTerminationPolicy.deleteOnTermination", "true"),
            Map.entry("UpdateServiceRequest.cluster", "default"),
            Map.entry("VolumeFrom.readOnly", "false")));

    @Test
    void effectiveValues_absentAreTheDefaults_writtenAreThemselves() throws Exception {
        Map<String, String> found = new TreeMap<>();
        for (Class<? extends EcsStructure> type : ModelTypes.structures()) {
            EcsStructure absent =
                    (EcsStructure) Arbitrary.construct(type, new Object[type.getRecordComponents().length]);
            EcsStructure full = Arbitrary.full(17).structure(type);
            for (Method method : type.getMethods()) {
                String name = method.getName();
                if (!name.startsWith("effective") || method.getParameterCount() > 0) {
                    continue;
                }
                String member = name.substring("effective".length(), "effective".length() + 1)
                                .toLowerCase(Locale.ROOT)
                        + name.substring("effective".length() + 1);
                RecordComponent component = Arrays.stream(type.getRecordComponents())
                        .filter(candidate -> candidate.getName().equals(member))
                        .findFirst()
                        .orElseThrow();
                assertThat(method.invoke(full))
                        .as("%s %s", type.getSimpleName(), name)
                        .isEqualTo(Shrinking.component(full, component));
                found.put(type.getSimpleName() + "." + member, String.valueOf(method.invoke(absent)));
            }
        }

        assertThat(found).isEqualTo(DEFAULTS);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "bridge, 80, 8080, 8080",
                "bridge, 80, 0, -",
                "bridge, 80, -, -",
                "default, 80, -, -",
                "host, 80, -, 80",
                "host, 80, 0, 80",
                "host, 80, 81, 81",
                "awsvpc, 80, -, 80",
                "awsvpc, -, -, -",
                "none, 80, 80, -"
            })
    void effectiveHostPort_goesByNetworkMode(String mode, Integer containerPort, Integer hostPort, Integer expected) {
        PortMapping mapping = PortMapping.builder()
                .containerPort(containerPort)
                .hostPort(hostPort)
                .build();

        assertThat(mapping.effectiveHostPort(new NetworkMode(mode)).stream().boxed())
                .isEqualTo(expected == null ? java.util.List.of() : java.util.List.of(expected));
    }

    @Test
    void effectivePercents_goBySchedulingStrategy() {
        DeploymentConfiguration absent = DeploymentConfiguration.builder().build();
        DeploymentConfiguration written = DeploymentConfiguration.builder()
                .maximumPercent(150)
                .minimumHealthyPercent(50)
                .build();

        assertThat(absent.effectiveMaximumPercent(SchedulingStrategy.REPLICA)).isEqualTo(200);
        assertThat(absent.effectiveMinimumHealthyPercent(SchedulingStrategy.REPLICA))
                .isEqualTo(100);
        assertThat(absent.effectiveMaximumPercent(SchedulingStrategy.DAEMON)).isEqualTo(100);
        assertThat(absent.effectiveMinimumHealthyPercent(SchedulingStrategy.DAEMON))
                .isZero();
        assertThat(written.effectiveMaximumPercent(SchedulingStrategy.DAEMON)).isEqualTo(150);
        assertThat(written.effectiveMinimumHealthyPercent(SchedulingStrategy.REPLICA))
                .isEqualTo(50);
    }
}
