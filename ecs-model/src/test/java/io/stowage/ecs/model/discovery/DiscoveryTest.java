package io.stowage.ecs.model.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.discovery.CloudMapService.RegisteredTask;
import io.stowage.ecs.model.service.ServiceConnectClientAlias;
import io.stowage.ecs.model.service.ServiceConnectConfiguration;
import io.stowage.ecs.model.service.ServiceConnectService;
import io.stowage.ecs.model.spec.SpecCases;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiscoveryTest {
    @Test
    void records_ofNetworkModes_areLimited() {
        assertThat(DnsRecordType.of(NetworkMode.AWSVPC, true, true))
                .containsExactly(DnsRecordType.A, DnsRecordType.AAAA, DnsRecordType.SRV);
        assertThat(DnsRecordType.of(NetworkMode.AWSVPC, false, true))
                .containsExactly(DnsRecordType.AAAA, DnsRecordType.SRV);
        assertThat(DnsRecordType.of(NetworkMode.BRIDGE, true, true)).containsExactly(DnsRecordType.SRV);
        assertThat(DnsRecordType.of(NetworkMode.HOST, true, false)).containsExactly(DnsRecordType.SRV);
        assertThat(DnsRecordType.of(NetworkMode.NONE, true, true)).isEmpty();
    }

    @Test
    void answer_prefersHealthyTasks_andNamesAtMostEight() {
        List<RegisteredTask> tasks = new ArrayList<>();
        for (int i = 9; i >= 0; i--) {
            tasks.add(new RegisteredTask("t" + i, i % 2 == 0));
        }
        assertThat(CloudMapService.answer(tasks).stream().map(RegisteredTask::taskId))
                .containsExactly("t0", "t2", "t4", "t6", "t8");
        List<RegisteredTask> ill =
                tasks.stream().map(t -> new RegisteredTask(t.taskId(), false)).toList();
        assertThat(CloudMapService.answer(ill))
                .hasSize(8)
                .isSortedAccordingTo((a, b) -> a.taskId().compareTo(b.taskId()));
        assertThat(CloudMapService.answer(List.of())).isEmpty();
        assertThat(new CloudMapService("arn", "web", "local", List.of(DnsRecordType.A)).dnsName())
                .isEqualTo("web.local");
    }

    @Test
    void cloudMapInstance_onFargate_hasNoInstance() {
        assertThat(new CloudMapInstance("10.0.0.1", null, 80, "a", "r", "s", "c", "f", null, null).attributes())
                .containsOnlyKeys(
                        "AVAILABILITY_ZONE",
                        "AWS_INSTANCE_IPV4",
                        "AWS_INSTANCE_PORT",
                        "ECS_CLUSTER_NAME",
                        "ECS_SERVICE_NAME",
                        "ECS_TASK_DEFINITION_FAMILY",
                        "REGION")
                .containsEntry("AWS_INSTANCE_PORT", "80");
    }

    @Test
    void endpoints_defaults_comeFromPortAndNamespace() {
        TaskDefinition definition = SpecCases.taskDefinition("""
                {"family": "f", "networkMode": "awsvpc", "containerDefinitions": [
                  {"name": "a", "portMappings": [{"name": "http", "containerPort": 8080}]}]}""");
        ServiceConnectConfiguration configuration = ServiceConnectConfiguration.builder()
                .enabled(true)
                .services(List.of(
                        ServiceConnectService.builder()
                                .portName("http")
                                .clientAliases(List.of(ServiceConnectClientAlias.builder()
                                        .port(80)
                                        .build()))
                                .build(),
                        ServiceConnectService.builder()
                                .portName("gone")
                                .discoveryName("other")
                                .ingressPortOverride(1234)
                                .build()))
                .build();
        assertThat(ServiceConnectEndpoint.of(configuration, definition, "internal"))
                .containsExactly(
                        new ServiceConnectEndpoint(
                                "http",
                                "http",
                                "http.internal",
                                80,
                                8080,
                                8080,
                                "/serviceConnectConfiguration/services/0"),
                        new ServiceConnectEndpoint(
                                "gone", "other", null, null, null, 1234, "/serviceConnectConfiguration/services/1"));
        TaskDefinition bridge =
                definition.toBuilder().networkMode(NetworkMode.BRIDGE).build();
        assertThat(ServiceConnectEndpoint.of(configuration, bridge, null).get(0))
                .satisfies(e -> assertThat(e.proxyPort()).isNull())
                .satisfies(e -> assertThat(e.dnsName()).isNull());
        assertThat(ServiceConnectEndpoint.of(
                        configuration.toBuilder().enabled(false).build(), definition, null))
                .isEmpty();
    }
}
