package io.stowage.ecs.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.json.ReadOptions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * No rule of the set {@code core} finds anything where somebody else will fill in a value: every value, list and structure of
 * correct task definitions becomes a placeholder, one at a time.
 */
class PlaceholderTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    private static final List<String> PLACEHOLDERS = List.of(
            "\"${VALUE}\"",
            "\"<VALUE>\"",
            "\"{{ value }}\"",
            "\"%VALUE%\"",
            "{\"Ref\": \"Value\"}",
            "{\"Fn::If\": [\"Condition\", \"a\", \"b\"]}");

    private static final String ON_INSTANCES = """
            {"family": "web", "networkMode": "bridge", "cpu": "1024", "memory": "2048", "ipcMode": "task", "pidMode": "task",
             "requiresCompatibilities": ["EC2"],
             "taskRoleArn": "arn:aws:iam::123456789012:role/web",
             "executionRoleArn": "arn:aws:iam::123456789012:role/execution",
             "runtimePlatform": {"operatingSystemFamily": "LINUX", "cpuArchitecture": "X86_64"},
             "placementConstraints": [{"type": "memberOf", "expression": "attribute:ecs.instance-type =~ m5.*"}],
             "tags": [{"key": "team", "value": "web"}, {"key": "stage", "value": "test"}],
             "volumes": [
               {"name": "data", "host": {"sourcePath": "/data"}},
               {"name": "docker", "dockerVolumeConfiguration": {"scope": "shared", "autoprovision": true, "driver": "local"}},
               {"name": "files", "efsVolumeConfiguration": {"fileSystemId": "fs-12345678", "rootDirectory": "/",
                 "transitEncryption": "ENABLED", "transitEncryptionPort": 2999,
                 "authorizationConfig": {"accessPointId": "fsap-0123456789abcdef0", "iam": "ENABLED"}}}],
             "containerDefinitions": [
               {"name": "app", "image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1", "cpu": 256, "memory": 512,
                "memoryReservation": 256, "essential": true, "hostname": "web", "user": "web:web",
                "stopTimeout": 30, "startTimeout": 60, "versionConsistency": "enabled",
                "links": ["db:database"], "extraHosts": [{"hostname": "a", "ipAddress": "10.0.0.1"}],
                "dnsServers": ["10.0.0.2"], "dockerSecurityOptions": ["no-new-privileges"],
                "command": ["serve"], "entryPoint": ["/start"], "dockerLabels": {"a": "b"},
                "portMappings": [
                  {"containerPort": 80, "hostPort": 8080, "protocol": "tcp", "name": "http", "appProtocol": "http"},
                  {"containerPortRange": "9000-9010", "protocol": "udp"}],
                "mountPoints": [{"sourceVolume": "data", "containerPath": "/data"},
                  {"sourceVolume": "docker", "containerPath": "/docker"}, {"sourceVolume": "files", "containerPath": "/files"}],
                "ulimits": [{"name": "nofile", "softLimit": 1024, "hardLimit": 2048}],
                "systemControls": [{"namespace": "net.core.somaxconn", "value": "1024"}],
                "environment": [{"name": "A", "value": "1"}, {"name": "B", "value": "2"}],
                "environmentFiles": [{"type": "s3", "value": "arn:aws:s3:::bucket/a.env"}],
                "secrets": [{"name": "C", "valueFrom": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:c-AbCdEf"}],
                "logConfiguration": {"logDriver": "awsfirelens", "options": {"Name": "firehose",
                  "log-driver-buffer-limit": "1000"}, "secretOptions": [{"name": "key", "valueFrom": "key"}]},
                "healthCheck": {"command": ["CMD-SHELL", "exit 0"], "interval": 30, "timeout": 5, "retries": 3,
                  "startPeriod": 10},
                "restartPolicy": {"enabled": true, "ignoredExitCodes": [0], "restartAttemptPeriod": 60},
                "dependsOn": [{"containerName": "db", "condition": "HEALTHY"},
                  {"containerName": "init", "condition": "SUCCESS"}, {"containerName": "router", "condition": "START"}],
                "linuxParameters": {"capabilities": {"add": ["NET_ADMIN"], "drop": ["MKNOD"]},
                  "devices": [{"hostPath": "/dev/fuse", "permissions": ["read"]}], "maxSwap": 100, "swappiness": 10,
                  "sharedMemorySize": 64, "tmpfs": [{"containerPath": "/run", "size": 64, "mountOptions": ["rw"]}]}},
               {"name": "db", "image": "postgres:16", "memory": 256, "volumesFrom": [{"sourceContainer": "init"}],
                "repositoryCredentials": {"credentialsParameter": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:r-AbCdEf"},
                "healthCheck": {"command": ["CMD", "ready"]},
                "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "/ecs/web",
                  "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "db", "awslogs-create-group": "true",
                  "mode": "non-blocking", "max-buffer-size": "25m"}}},
               {"name": "init", "image": "init:1", "memory": 64, "essential": false,
                "logConfiguration": {"logDriver": "splunk", "options": {"splunk-url": "https://splunk.example.com"},
                  "secretOptions": [{"name": "splunk-token", "valueFrom": "token"}]}},
               {"name": "router", "image": "fluent-bit:2", "memory": 64,
                "firelensConfiguration": {"type": "fluentbit", "options": {"config-file-type": "file",
                  "config-file-value": "/extra.conf"}}}]}
            """;

    private static final String ON_FARGATE = """
            {"family": "web", "networkMode": "awsvpc", "cpu": "1 vCPU", "memory": "2 GB", "ephemeralStorage": {"sizeInGiB": 50},
             "requiresCompatibilities": ["FARGATE"],
             "executionRoleArn": "arn:aws:iam::123456789012:role/execution",
             "runtimePlatform": {"operatingSystemFamily": "LINUX", "cpuArchitecture": "ARM64"},
             "volumes": [{"name": "disk", "configuredAtLaunch": true}, {"name": "scratch"}],
             "containerDefinitions": [
               {"name": "app", "image": "nginx:1", "portMappings": [{"containerPort": 80, "hostPort": 80, "name": "http"}],
                "mountPoints": [{"sourceVolume": "disk", "containerPath": "/disk"}],
                "ulimits": [{"name": "nofile", "softLimit": 1024, "hardLimit": 2048}],
                "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "/ecs/web",
                  "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "web"}}},
               {"name": "side", "image": "side:1", "portMappings": [{"containerPort": 81}],
                "mountPoints": [{"sourceVolume": "scratch", "containerPath": "/scratch"}]}]}
            """;

    private static final String ON_WINDOWS = """
            {"family": "web", "taskRoleArn": "web", "executionRoleArn": "execution",
             "runtimePlatform": {"operatingSystemFamily": "WINDOWS_SERVER_2022_CORE"},
             "volumes": [{"name": "share", "fsxWindowsFileServerVolumeConfiguration": {"fileSystemId": "fs-0123456789abcdef0",
               "rootDirectory": "share", "authorizationConfig": {"domain": "example.com",
               "credentialsParameter": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:c-AbCdEf"}}}],
             "containerDefinitions": [{"name": "app", "image": "iis:1", "memory": 512, "cpu": 256,
               "credentialSpecs": ["credentialspec:arn:aws:s3:::bucket/spec.json"],
               "portMappings": [{"containerPort": 80, "hostPort": 8080}],
               "mountPoints": [{"sourceVolume": "share", "containerPath": "C:\\\\share"}]}]}
            """;

    @ParameterizedTest
    @ValueSource(strings = {ON_INSTANCES, ON_FARGATE, ON_WINDOWS})
    void validate_placeholderAnywhere_isNeverAFinding(String text) {
        JsonNode whole = MAPPER.readTree(text);
        assertThat(findings(text)).as("the task definition as it stands").isEmpty();

        for (JsonPointer place : placesIn(whole)) {
            for (String placeholder : PLACEHOLDERS) {
                JsonNode changed = whole.deepCopy();
                replace(changed, place, MAPPER.readTree(placeholder));

                assertThat(findings(changed.toString()))
                        .as("%s instead of %s", placeholder, place)
                        .isEmpty();
            }
        }
    }

    private static List<JsonPointer> placesIn(JsonNode whole) {
        List<JsonPointer> places = new ArrayList<>();
        collect(whole, JsonPointer.empty(), places);
        return places;
    }

    private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> places) {
        if (!at.matches()) {
            places.add(at);
        }
        node.properties().forEach(member -> collect(member.getValue(), at.appendProperty(member.getKey()), places));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), at.appendIndex(i), places);
        }
    }

    private static void replace(JsonNode whole, JsonPointer place, JsonNode value) {
        JsonNode around = whole.at(place.head());
        if (around instanceof ObjectNode object) {
            object.set(place.last().getMatchingProperty(), value);
        } else {
            ((ArrayNode) around).set(place.last().getMatchingIndex(), value);
        }
    }

    private static List<String> findings(String text) {
        return EcsValidator.standard()
                .validate(EcsJson.readTaskDefinition(SourceText.of("t.json", text), ReadOptions.standard()))
                .findings()
                .stream()
                .filter(finding -> !finding.id().startsWith("json."))
                .map(Diagnostic::toString)
                .toList();
    }
}
