package io.stowage.ecs.model.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.spec.SpecCases;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskDefinitionContentTest {
    @Test
    void content_defaultsWrittenOut_isTheSame() {
        TaskDefinitionContent terse = content("""
                {"family": "f", "containerDefinitions": [{"name": "a", "image": "i",
                  "portMappings": [{"containerPort": 80}], "healthCheck": {"command": ["CMD", "x"]}}],
                 "volumes": [{"name": "v"}, {"name": "e", "efsVolumeConfiguration": {"fileSystemId": "fs-1"}}]}""");
        TaskDefinitionContent full = content("""
                {"family": "f", "networkMode": "bridge", "pidMode": "", "taskRoleArn": "", "cpu": null,
                 "placementConstraints": [], "tags": [{"key": "k"}], "revision": 7, "status": "INACTIVE",
                 "registeredBy": "me", "compatibilities": ["EC2"],
                 "containerDefinitions": [{"name": "a", "image": "i", "essential": true, "cpu": 0, "command": [],
                  "links": null, "privileged": false, "linuxParameters": {},
                  "portMappings": [{"containerPort": 80, "hostPort": 0, "protocol": "tcp"}],
                  "healthCheck": {"command": ["CMD", "x"], "interval": 30, "timeout": 5, "retries": 3}}],
                 "volumes": [
                  {"name": "e", "efsVolumeConfiguration": {"fileSystemId": "fs-1", "rootDirectory": "/"}},
                  {"name": "v", "host": {}}]}""");
        assertThat(full.differences(terse)).isEmpty();
        assertThat(full).isEqualTo(terse).hasSameHashCodeAs(terse);
    }

    @Test
    void content_hostPort_dependsOnNetworkMode() {
        String ports = "\"containerDefinitions\": [{\"name\": \"a\", \"portMappings\": [{\"containerPort\": 80";
        for (String mode : List.of("awsvpc", "host")) {
            String begin = "{\"networkMode\": \"" + mode + "\", " + ports;
            assertThat(content(begin + "}]}]}")).isEqualTo(content(begin + ", \"hostPort\": 80}]}]}"));
            assertThat(content(begin + "}]}]}")).isNotEqualTo(content(begin + ", \"hostPort\": 0}]}]}"));
        }
        assertThat(content("{" + ports + "}]}]}")).isEqualTo(content("{" + ports + ", \"hostPort\": 0}]}]}"));
        TaskDefinitionContent range = content(
                "{\"containerDefinitions\": [{\"name\": \"a\", \"portMappings\": [{\"containerPortRange\": \"1-9\"}]}]}");
        assertThat(range.defaults()).extracting(AppliedDefault::pointer).noneMatch(p -> p.endsWith("hostPort"));
    }

    @Test
    void defaults_say_whoSuppliesThem() {
        List<AppliedDefault> onInstances = content("""
                {"containerDefinitions": [{"name": "a", "portMappings": [{"containerPort": 80}]}]}""").defaults();
        assertThat(onInstances)
                .contains(
                        new AppliedDefault("/networkMode", "bridge", DefaultSupplier.LAUNCH_TYPE, false),
                        new AppliedDefault(
                                "/containerDefinitions/0/portMappings/0/hostPort",
                                0,
                                DefaultSupplier.NETWORK_MODE,
                                true),
                        new AppliedDefault("/containerDefinitions/0/essential", true, DefaultSupplier.API, true));
        List<AppliedDefault> onFargate = content("""
                {"family": "f", "networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"],
                 "runtimePlatform": {"cpuArchitecture": "ARM64"}}""").defaults();
        assertThat(onFargate)
                .contains(new AppliedDefault(
                        "/runtimePlatform/operatingSystemFamily", "LINUX", DefaultSupplier.LAUNCH_TYPE, false))
                .extracting(AppliedDefault::pointer)
                .doesNotContain("/networkMode", "/runtimePlatform/cpuArchitecture");
    }

    @Test
    void differences_nameContainersAndTheirParts() {
        TaskDefinitionContent before = content("""
                {"containerDefinitions": [
                  {"name": "web", "image": "web:1", "environment": [{"name": "A", "value": "1"}, {"name": "B", "value": "2"}],
                   "command": ["a", "b"], "portMappings": [{"containerPort": 80}]},
                  {"name": "log", "image": "log:1"}]}""");
        TaskDefinitionContent after = content("""
                {"memory": "1 GB", "containerDefinitions": [
                  {"name": "log", "image": "log:1"},
                  {"name": "web", "image": "web:2", "environment": [{"name": "B", "value": "3"}, {"name": "C", "value": "4"}],
                   "command": ["a"], "portMappings": [{"containerPort": 80, "hostPort": 8080}]},
                  {"name": "a/b", "image": "x"}]}""");
        assertThat(before.differences(after).stream().map(ContentDifference::path))
                .containsExactly(
                        "/containerDefinitions",
                        "/containerDefinitions/a~1b",
                        "/containerDefinitions/web/command/1",
                        "/containerDefinitions/web/environment/A",
                        "/containerDefinitions/web/environment/B/value",
                        "/containerDefinitions/web/environment/C",
                        "/containerDefinitions/web/image",
                        "/containerDefinitions/web/portMappings/80~1tcp/hostPort",
                        "/memory");
        assertThat(before.differences(after))
                .contains(new ContentDifference("/containerDefinitions/web/image", "web:1", "web:2"))
                .contains(new ContentDifference("/memory", null, "1024"))
                .contains(new ContentDifference(
                        "/containerDefinitions", List.of("web", "log"), List.of("log", "web", "a/b")));
        assertThat(new ContentDifference("/memory", null, "1024")).hasToString("/memory: null -> 1024");
    }

    @Test
    void differences_namesThatDoNotTellElementsApart_goByIndex() {
        TaskDefinitionContent before =
                content("{\"containerDefinitions\": [{\"name\": \"a\"}, {\"name\": \"a\", \"image\": \"1\"}]}");
        TaskDefinitionContent after =
                content("{\"containerDefinitions\": [{\"name\": \"a\"}, {\"name\": \"a\", \"image\": \"2\"}]}");
        assertThat(before.differences(after))
                .containsExactly(new ContentDifference("/containerDefinitions/1/image", "1", "2"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void content_randomPairs_areEqualExactlyIfNothingDiffers(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 100; i++) {
            TaskDefinitionContent one = TaskDefinitionContent.of(random(random));
            TaskDefinition other = random(random);
            TaskDefinitionContent two = TaskDefinitionContent.of(other);
            assertThat(one.differences(two).isEmpty())
                    .as("seed %d, pair %d", seed, i)
                    .isEqualTo(one.equals(two));
            assertThat(one.differences(two)).as("seed %d, pair %d", seed, i).hasSameSizeAs(two.differences(one));
            TaskDefinition registered =
                    TaskDefinitionCatalog.empty().register(other, null).taskDefinition();
            assertThat(TaskDefinitionContent.of(registered).differences(two))
                    .as("seed %d, pair %d", seed, i)
                    .isEmpty();
        }
    }

    /** Small definitions of few words, so that equal ones happen. */
    private static TaskDefinition random(SplittableRandom random) {
        StringBuilder json = new StringBuilder("{\"family\": \"f\"");
        append(json, random, "\"networkMode\": \"", "bridge", "host", "awsvpc");
        append(
                json,
                random,
                "\"requiresCompatibilities\": [\"",
                "EC2\"],\"cpu\":\"256",
                "FARGATE\"],\"cpu\":\".25 vCPU");
        json.append(", \"containerDefinitions\": [");
        int containers = random.nextInt(3);
        for (int i = 0; i < containers; i++) {
            json.append(i == 0 ? "{" : ", {")
                    .append("\"name\": \"")
                    .append(random.nextInt(2))
                    .append('"');
            append(json, random, "\"image\": \"", "a", "b");
            append(json, random, "\"user\": \"", "", "u");
            if (random.nextBoolean()) {
                json.append(", \"environment\": [{\"name\": \"").append(random.nextInt(2));
                json.append("\", \"value\": \"\"}, {\"name\": \"")
                        .append(random.nextInt(2))
                        .append("\"}]");
            }
            if (random.nextBoolean()) {
                json.append(", \"essential\": ").append(random.nextBoolean());
            }
            if (random.nextBoolean()) {
                json.append(", \"portMappings\": [{\"containerPort\": ")
                        .append(random.nextInt(2) + 80)
                        .append("}]");
            }
            json.append('}');
        }
        return SpecCases.taskDefinition(json.append("]}").toString());
    }

    private static void append(StringBuilder json, SplittableRandom random, String begin, String... values) {
        int choice = random.nextInt(values.length + 1);
        if (choice < values.length) {
            json.append(", ").append(begin).append(values[choice]).append('"');
        }
    }

    private static TaskDefinitionContent content(String json) {
        return TaskDefinitionContent.of(SpecCases.taskDefinition(json));
    }
}
