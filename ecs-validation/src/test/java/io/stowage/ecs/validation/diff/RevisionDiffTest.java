package io.stowage.ecs.validation.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.stowage.ecs.model.cluster.Attribute;
import io.stowage.ecs.model.cluster.ContainerInstance;
import io.stowage.ecs.model.cluster.Resource;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.DocumentKind;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.json.ReadOptions;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.validation.input.EcsConfiguration;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RevisionDiffTest {
    private static final String WEB = """
            {"family": "web", "memory": "512", "cpu": "256", "networkMode": "bridge",
             "containerDefinitions": [{"name": "app", "image": "nginx:1.27",
               "environment": [{"name": "A", "value": "1"}, {"name": "B", "value": "2"}],
               "portMappings": [{"containerPort": 80}]}]}
            """;

    private static final String SERVICE = """
            {"serviceName": "web", "cluster": "prod", "taskDefinition": "web:7", "desiredCount": 2,
             "loadBalancers": [
               {"targetGroupArn": "arn:aws:elasticloadbalancing:r:1:targetgroup/a/1", "containerName": "app", "containerPort": 80},
               {"targetGroupArn": "arn:aws:elasticloadbalancing:r:1:targetgroup/b/2", "containerName": "app", "containerPort": 81}],
             "networkConfiguration": {"awsvpcConfiguration": {"subnets": ["s-1", "s-2"]}}}
            """;

    @Test
    void of_describedAfterRegistering_isNoChange() {
        String described = """
                {"taskDefinition": {"taskDefinitionArn": "arn:aws:ecs:r:1:task-definition/web:7", "family": "web", "revision": 7,
                 "status": "ACTIVE", "cpu": "256", "memory": "512", "networkMode": "bridge", "volumes": [], "placementConstraints": [],
                 "requiresAttributes": [{"name": "x"}], "compatibilities": ["EC2"], "registeredAt": 1.7e9, "registeredBy": "me",
                 "containerDefinitions": [{"name": "app", "image": "nginx:1.27", "cpu": 0, "essential": true, "mountPoints": [],
                   "volumesFrom": [], "systemControls": [],
                   "environment": [{"name": "B", "value": "2"}, {"name": "A", "value": "1"}],
                   "portMappings": [{"containerPort": 80, "hostPort": 0, "protocol": "tcp"}]}]}}
                """;

        RevisionDiff diff = RevisionDiff.of(definition(WEB), definition(described));

        assertThat(diff.changes()).isEmpty();
        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.effects()).isEmpty();
        assertThat(diff).hasToString("No change: both mean the same.\n");
    }

    @Test
    void of_changedTaskDefinition_classesEachChange() {
        RevisionDiff diff = RevisionDiff.of(
                definition(WEB),
                definition(WEB.replace("\"512\"", "\"1 GB\"")
                        .replace("nginx:1.27", "nginx:1.28")
                        .replace("\"value\": \"2\"", "\"value\": \"3\"")
                        .replace("\"family\"", "\"taskRoleArn\": \"arn:aws:iam::1:role/r\", \"family\"")
                        .replace("80}", "80, \"hostPort\": 8080}")));

        assertThat(diff.changes())
                .extracting(RevisionChange::path, change -> change.effects().toString())
                .containsExactlyInAnyOrder(
                        tuple("/taskDefinition/containerDefinitions/app/environment/B/value", "[RESTART]"),
                        tuple("/taskDefinition/containerDefinitions/app/image", "[RESTART]"),
                        tuple(
                                "/taskDefinition/containerDefinitions/app/portMappings/80~1tcp/hostPort",
                                "[RESTART, PLACEMENT, NETWORK]"),
                        tuple("/taskDefinition/memory", "[RESTART, PLACEMENT, COST]"),
                        tuple("/taskDefinition/taskRoleArn", "[RESTART, SECURITY]"));
        assertThat(diff.effects()).containsExactlyElementsOf(EnumSet.range(ChangeEffect.RESTART, ChangeEffect.COST));
        assertThat(diff.changes())
                .filteredOn(change -> change.path().endsWith("/memory"))
                .singleElement()
                .hasToString(
                        "/taskDefinition/memory: 512 -> 1024 [restart, placement, cost] changes the memory that each task"
                                + " reserves, and on Fargate what it costs");
    }

    @Test
    void of_serviceInAnotherFormAndOrder_isNoChange() {
        String same = """
                {"serviceName": "web", "cluster": "arn:aws:ecs:r:1:cluster/prod",
                 "taskDefinition": "arn:aws:ecs:r:1:task-definition/web:7", "desiredCount": 2, "launchType": "EC2",
                 "schedulingStrategy": "REPLICA", "placementConstraints": [], "placementStrategy": [], "role": "",
                 "deploymentController": {"type": "ECS"}, "propagateTags": "NONE", "enableExecuteCommand": false,
                 "deploymentConfiguration": {"maximumPercent": 200, "minimumHealthyPercent": 100,
                   "deploymentCircuitBreaker": {"enable": false, "rollback": false}},
                 "loadBalancers": [
                   {"targetGroupArn": "arn:aws:elasticloadbalancing:r:1:targetgroup/b/2", "containerName": "app", "containerPort": 81},
                   {"targetGroupArn": "arn:aws:elasticloadbalancing:r:1:targetgroup/a/1", "containerName": "app", "containerPort": 80}],
                 "networkConfiguration": {"awsvpcConfiguration": {"subnets": ["s-2", "s-1"], "assignPublicIp": "DISABLED"}}}
                """;

        assertThat(RevisionDiff.of(service(SERVICE), service(same)).changes()).isEmpty();
    }

    @Test
    void of_changedService_classesEachChange() {
        RevisionDiff diff = RevisionDiff.of(
                service(SERVICE),
                service(SERVICE.replace("web:7", "web:8")
                        .replace(
                                "\"desiredCount\": 2",
                                "\"desiredCount\": 3, \"tags\": [{\"key\": \"a\", \"value\": \"b\"}]")
                        .replace("s-2", "s-3")
                        .replace(
                                "\"cluster\"", "\"deploymentConfiguration\": {\"maximumPercent\": 150}, \"cluster\"")));

        assertThat(diff.changes())
                .extracting(RevisionChange::path, change -> change.effects().toString())
                .containsExactly(
                        tuple("/service/deploymentConfiguration/maximumPercent", "[NONE]"),
                        tuple("/service/desiredCount", "[PLACEMENT, COST]"),
                        tuple(
                                "/service/networkConfiguration/awsvpcConfiguration/subnets/1",
                                "[RESTART, PLACEMENT, NETWORK]"),
                        tuple("/service/tags", "[NONE]"),
                        tuple("/service/taskDefinition", "[RESTART]"));
    }

    @Test
    void of_orderThatMeansSomething_isAChange() {
        String two = "{\"serviceName\": \"s\", \"placementStrategy\": [{\"type\": \"spread\", \"field\": \"a\"},"
                + " {\"type\": \"binpack\", \"field\": \"memory\"}]}";
        String turned =
                "{\"serviceName\": \"s\", \"placementStrategy\": [{\"type\": \"binpack\", \"field\": \"memory\"},"
                        + " {\"type\": \"spread\", \"field\": \"a\"}]}";

        assertThat(RevisionDiff.of(service(two), service(turned)).changes()).hasSize(4);
    }

    @Test
    void on_cluster_saysOnHowManyInstancesThereIsRoom() {
        ClusterSnapshot cluster = ClusterSnapshot.of(
                IntStream.range(0, 4).mapToObj(i -> instance(i, 400 + 200 * i)).toList(), List.of());

        RevisionDiff diff = RevisionDiff.of(definition(WEB), definition(WEB.replace("\"512\"", "\"900\"")))
                .on(cluster);

        assertThat(diff.fit()).contains(new InstanceFit(3, 1, 4));
        assertThat(diff.toString()).endsWith("The task fits 1 of 4 instances, was 3.\n");
        assertThat(new JsonMapper().readTree(diff.toJson()).at("/fit/after").asInt())
                .isEqualTo(1);
        assertThat(new InstanceFit(1, 1, 1)).hasToString("fits 1 of 1 instance, as before");
    }

    @Test
    void on_clusterAndFargate_saysNothing() {
        TaskDefinition fargate =
                definition(WEB.replace("\"family\"", "\"requiresCompatibilities\": [\"FARGATE\"], \"family\""));

        assertThat(RevisionDiff.of(fargate, fargate).on(ClusterSnapshot.empty()).fit())
                .isEmpty();
    }

    @Test
    void of_configurations_compareWhatBothHave() {
        EcsConfiguration before = EcsConfiguration.builder()
                .taskDefinition(definition(WEB))
                .service(service(SERVICE))
                .build();
        EcsConfiguration after = before.toBuilder()
                .taskDefinition(definition(WEB.replace("nginx", "httpd")))
                .service(service(SERVICE.replace("2,", "5,")))
                .build();

        assertThat(RevisionDiff.of(before, after).changes())
                .extracting(RevisionChange::path)
                .containsExactly("/taskDefinition/containerDefinitions/app/image", "/service/desiredCount");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RevisionDiff.of(before, EcsConfiguration.of(definition(WEB))))
                .withMessageContaining("only the earlier configuration has a service");
    }

    @Test
    void effectTable_everyMember_hasARowAndEveryRowAMember() {
        for (Class<?> structure : List.of(TaskDefinition.class, CreateServiceRequest.class)) {
            String start = structure == TaskDefinition.class ? "/taskDefinition/" : "/service/";
            List<String> names = Arrays.stream(structure.getRecordComponents())
                    .map(RecordComponent::getName)
                    .toList();
            for (String name : names) {
                assertThat(EffectTable.rowFor(start + name).effects()).isNotEmpty();
            }
            assertThat(EffectTable.rows())
                    .filteredOn(row -> start.equals("/" + row.path().get(0) + "/")
                            && row.path().size() > 1)
                    .allSatisfy(row -> assertThat(names).contains(row.path().get(1)));
        }
    }

    private static ContainerInstance instance(int number, int memoryMib) {
        Resource cpu = Resource.builder()
                .name("CPU")
                .type("INTEGER")
                .integerValue(4096)
                .build();
        Resource memory = Resource.builder()
                .name("MEMORY")
                .type("INTEGER")
                .integerValue(memoryMib)
                .build();
        return ContainerInstance.builder()
                .containerInstanceArn("arn:aws:ecs:r:1:container-instance/c/" + number)
                .ec2InstanceId("i-" + number)
                .status("ACTIVE")
                .agentConnected(true)
                .registeredResources(List.of(cpu, memory))
                .remainingResources(List.of(cpu, memory))
                .attributes(List.of(
                        Attribute.builder().name("ecs.os-type").value("linux").build()))
                .build();
    }

    private static TaskDefinition definition(String text) {
        return EcsJson.readTaskDefinition(SourceText.of("t.json", text), ReadOptions.standard())
                .orThrow();
    }

    private static CreateServiceRequest service(String text) {
        return EcsJson.read(DocumentKind.CREATE_SERVICE, SourceText.of("s.json", text), ReadOptions.standard())
                .orThrow();
    }
}
