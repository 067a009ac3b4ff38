package io.stowage.ecs.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.cluster.ContainerInstance;
import io.stowage.ecs.model.common.KeyValuePair;
import io.stowage.ecs.model.common.Tag;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.EFSVolumeConfiguration;
import io.stowage.ecs.model.taskdef.LogDriver;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms in which documents come: wrapped, bare, as lists, in templates, in events; in several encodings. */
class ReadFormsTest {

    private static final TaskDefinition WEB = TaskDefinition.builder()
            .family("web")
            .containerDefinitions(List.of(
                    ContainerDefinition.builder().name("app").memory(128).build()))
            .build();

    private static final String BARE =
            "{\"family\": \"web\", \"containerDefinitions\": [{\"name\": \"app\", \"memory\": 128}]}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                BARE,
                "{\"taskDefinition\": " + BARE + "}",
                "{\"taskDefinition\": " + BARE + ", \"tags\": []}",
                "{\"tags\": [], \"taskDefinition\": " + BARE + "}",
                "{\"TaskDefinition\": " + BARE + "}",
                "{\"Type\": \"AWS::ECS::TaskDefinition\", \"Properties\": {\"Family\": \"web\", \"ContainerDefinitions\":"
                        + " [{\"Name\": \"app\", \"Memory\": 128}]}}",
                "{\"Family\": \"web\", \"ContainerDefinitions\": [{\"Name\": \"app\", \"Memory\": 128}]}",
                "\uFEFF" + BARE,
                "\r\n\t " + BARE + "\r\n"
            })
    void taskDefinition_anyForm_isTheSame(String text) {
        ParsedDocument<TaskDefinition> document = Reading.taskDefinition(text);

        assertThat(document.diagnostics()).isEmpty();
        assertThat(document.orThrow()).isEqualTo(WEB);
    }

    @Test
    void taskDefinition_bareListOfContainers_isOneWithoutFamily() {
        ParsedDocument<TaskDefinition> document = Reading.taskDefinition("[{\"name\": \"app\", \"memory\": 128}]");

        assertThat(document.diagnostics()).isEmpty();
        assertThat(document.orThrow()).isEqualTo(WEB.toBuilder().family(null).build());
    }

    @Test
    void taskDefinition_tagsOfTheInput_areKept() {
        ParsedDocument<TaskDefinition> document =
                Reading.taskDefinition("{\"family\": \"web\", \"tags\": [{\"key\": \"a\", \"value\": \"b\"}]}");

        assertThat(document.diagnostics()).isEmpty();
        assertThat(document.orThrow().otherMembers()).containsOnlyKeys("tags");
    }

    @Test
    void registerTaskDefinition_hasTags() {
        ParsedDocument<?> document = EcsJson.readRegisterTaskDefinition(
                SourceText.of("t.json", "{\"family\": \"web\", \"tags\": [{\"key\": \"a\", \"value\": \"b\"}]}"),
                ReadOptions.standard());

        assertThat(document.diagnostics()).isEmpty();
        assertThat(document.value())
                .get()
                .extracting("tags")
                .isEqualTo(List.of(Tag.builder().key("a").value("b").build()));
    }

    @Test
    void taskDefinition_ofTemplate_namesAndLooseScalarsAreUnderstood() {
        ParsedDocument<TaskDefinition> document = Reading.taskDefinition("""
                {"Family": "web", "Cpu": 256, "Memory": "512", "NetworkMode": "awsvpc",
                 "Volumes": [{"Name": "v", "EFSVolumeConfiguration": {"FilesystemId": "fs-1", "TransitEncryptionPort": "2049",
                              "AuthorizationConfig": {"IAM": "ENABLED"}}}],
                 "ProxyConfiguration": {"ProxyConfigurationProperties": [{"Name": "n", "Value": 1}]},
                 "ContainerDefinitions": [{"Essential": "true", "Command": ["serve", 8080, true],
                   "DockerLabels": {"Some.Label": 7}, "Environment": [{"Name": "PORT", "Value": 8080}],
                   "LogConfiguration": {"LogDriver": "awslogs", "Options": {"awslogs-group": "g"}},
                   "PortMappings": [{"ContainerPort": "8080"}]}]}
                """);

        assertThat(document.diagnostics()).isEmpty();
        TaskDefinition web = document.orThrow();
        assertThat(web.cpu()).isEqualTo("256");
        assertThat(web.networkMode()).isEqualTo(NetworkMode.AWSVPC);
        EFSVolumeConfiguration efs = web.volumes().get(0).efsVolumeConfiguration();
        assertThat(efs.fileSystemId()).isEqualTo("fs-1");
        assertThat(efs.transitEncryptionPort()).isEqualTo(2049);
        assertThat(efs.authorizationConfig().iam().value()).isEqualTo("ENABLED");
        assertThat(web.proxyConfiguration().properties())
                .containsExactly(KeyValuePair.builder().name("n").value("1").build());
        ContainerDefinition app = web.containerDefinitions().get(0);
        assertThat(app.essential()).isTrue();
        assertThat(app.command()).containsExactly("serve", "8080", "true");
        assertThat(app.dockerLabels()).containsEntry("Some.Label", "7");
        assertThat(app.environment())
                .containsExactly(
                        KeyValuePair.builder().name("PORT").value("8080").build());
        assertThat(app.logConfiguration().logDriver()).isEqualTo(LogDriver.AWSLOGS);
        assertThat(app.logConfiguration().options()).containsEntry("awslogs-group", "g");
        assertThat(app.portMappings().get(0).containerPort()).isEqualTo(8080);
    }

    /** The validator says that better; in other lists, and in templates, which may write numbers, nothing changes. */
    @Test
    void readTaskDefinition_numberInTheEnvironmentOfAContainer_isLeftToTheValidator() {
        ParsedDocument<TaskDefinition> document = Reading.taskDefinition("""
                {"containerDefinitions": [{"environment": [{"name": "PORT", "value": 8080}],
                                           "command": ["serve", 8080]}],
                 "proxyConfiguration": {"properties": [{"name": "AppPorts", "value": 8080}]}}
                """);

        assertThat(Reading.findings(document))
                .containsExactly(
                        "ERROR 2:49 json.wrong-type /containerDefinitions/0/command/1",
                        "ERROR 3:70 json.wrong-type /proxyConfiguration/properties/0/value");
        KeyValuePair port = document.value()
                .orElseThrow()
                .containerDefinitions()
                .get(0)
                .environment()
                .get(0);
        assertThat(port.value()).isNull();
        assertThat(port.otherMembers()).containsEntry("value", 8080);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[{\"Ref\": \"x\"}, 1]",
                "true",
                "1",
                "\"containerDefinitions\"",
                "null",
                "{\"service\": {\"serviceName\": \"web\"}}",
                "{\"detail\": {\"family\": \"web\"}}",
                "{\"Type\": \"AWS::S3::Bucket\", \"Properties\": {\"BucketName\": \"b\"}}"
            })
    void taskDefinition_otherDocument_isRefusedOrFaulty(String text) {
        ParsedDocument<TaskDefinition> document = Reading.taskDefinition(text);

        assertThat(document.hasErrors()).isTrue();
        Assertions.assertThatThrownBy(document::orThrow)
                .isInstanceOf(EcsDocumentException.class)
                .hasMessageContaining("t.json:1:");
    }

    @Test
    void taskDefinition_otherDocument_messageSaysWhatItIsAndWhatWouldDo() {
        ParsedDocument<TaskDefinition> document =
                Reading.taskDefinition("{\"a\":1,\"b\":2,\"c\":3,\"d\":4,\"e\":5,\"f\":6}");

        assertThat(document.value()).isEmpty();
        assertThat(document.diagnostics())
                .singleElement()
                .hasToString(
                        "ERROR t.json:1:1 json.other-document: this holds no task definition: found an object with `a`,"
                                + " `b`, `c`, `d`, `e`, … Hint: expected `{\"Properties\": {…}}`, `{\"taskDefinition\": {…}}`, an"
                                + " object with `containerDefinitions`, a list, which stands for `containerDefinitions`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"containerInstances\": [{\"containerInstanceArn\": \"a\", \"version\": 4}], \"failures\": []}",
                "[{\"containerInstanceArn\": \"a\", \"version\": 4}]",
                "{\"containerInstanceArn\": \"a\", \"version\": 4}",
                "{\"containerInstance\": {\"containerInstanceArn\": \"a\", \"version\": 4}}",
                "{\"detail-type\": \"ECS Container Instance State Change\", \"detail\": {\"containerInstanceArn\": \"a\","
                        + " \"version\": 4}}"
            })
    void containerInstances_anyForm_isTheSame(String text) {
        ParsedDocument<List<ContainerInstance>> document = Reading.instances(text);

        assertThat(document.diagnostics()).isEmpty();
        assertThat(document.orThrow())
                .containsExactly(ContainerInstance.builder()
                        .containerInstanceArn("a")
                        .version(4L)
                        .build());
    }

    @Test
    void containerInstances_failuresOfTheAnswer_areWarnings() {
        ParsedDocument<List<ContainerInstance>> document = Reading.instances("""
                {"containerInstances": [],
                 "failures": [{"arn": "arn:aws:ecs:us-east-1:123456789012:container-instance/x", "reason": "MISSING"}]}
                """);

        assertThat(document.hasErrors()).isFalse();
        assertThat(document.orThrow()).isEmpty();
        assertThat(document.diagnostics())
                .singleElement()
                .hasToString(
                        "WARNING i.json:2:15 json.failure /failures/0: the answer is incomplete, ECS reported a failure:"
                                + " MISSING for arn:aws:ecs:us-east-1:123456789012:container-instance/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"clusters\": []}",
                "{\"containerInstanceArns\": [\"a\"]}",
                "{\"detail\": {\"eventType\": \"INFO\"}}",
                "\"x\""
            })
    void containerInstances_otherDocument_isRefused(String text) {
        ParsedDocument<List<ContainerInstance>> document = Reading.instances(text);

        assertThat(document.value()).isEmpty();
        assertThat(document.diagnostics()).singleElement().extracting("id").isEqualTo("json.other-document");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"tasks\": [{\"taskArn\": \"a\"}], \"failures\": []}",
                "[{\"taskArn\": \"a\"}]",
                "{\"taskArn\": \"a\"}",
                "{\"task\": {\"taskArn\": \"a\"}}",
                "{\"detail\": {\"taskArn\": \"a\"}}"
            })
    void tasks_anyForm_isTheSame(String text) {
        assertThat(Reading.tasks(text).diagnostics()).isEmpty();
        assertThat(Reading.tasks(text).orThrow()).extracting("taskArn").containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource({
        "1700000000, 2023-11-14T22:13:20Z",
        "1.7e9, 2023-11-14T22:13:20Z",
        "1700000000.123, 2023-11-14T22:13:20.123Z",
        "-0.5, 1969-12-31T23:59:59.500Z",
        "0, 1970-01-01T00:00:00Z",
        "0e999999, 1970-01-01T00:00:00Z",
        "'\"2023-11-14T22:13:20Z\"', 2023-11-14T22:13:20Z",
        "'\"2023-11-15T07:13:20.123000+09:00\"', 2023-11-14T22:13:20.123Z",
        "'\"2023-11-14T22:13:20.123456789Z\"', 2023-11-14T22:13:20.123456789Z"
    })
    void times_numberOrIso_areRead(String written, Instant expected) {
        ParsedDocument<TaskDefinition> document =
                Reading.taskDefinition("{\"family\": \"web\", \"registeredAt\": " + written + "}");

        assertThat(document.diagnostics()).isEmpty();
        assertThat(document.orThrow().registeredAt()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"yesterday\"",
                "\"\"",
                "true",
                "1e999999",
                "-1e999999",
                "1e18",
                "[]",
                "\"2023-02-30T00:00:00Z\""
            })
    void times_neither_areFaults(String written) {
        ParsedDocument<TaskDefinition> document =
                Reading.taskDefinition("{\"family\": \"web\", \"registeredAt\": " + written + "}");

        assertThat(Reading.findings(document)).containsExactly("ERROR 1:35 json.wrong-type /registeredAt");
        assertThat(document.diagnostics().get(0).message())
                .contains("a time (seconds since 1970 as a number, or ISO 8601");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void file_withByteOrderMark_isReadInItsEncoding(String encoding, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("web.json");
        Files.write(file, ("\uFEFF" + BARE.replace("web", "w\u00E9b")).getBytes(Charset.forName(encoding)));

        ParsedDocument<TaskDefinition> document = EcsJson.readTaskDefinition(file);

        assertThat(document.diagnostics()).isEmpty();
        assertThat(document.orThrow().family()).isEqualTo("w\u00E9b");
        assertThat(document.locate("/family")).hasToString(file + ":1:12");
    }

    @Test
    void file_notInUtf8_isRefusedWithThePlace(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("web.json");
        Files.write(file, "{\n \"family\": \"w\u00E9b\"}".getBytes(StandardCharsets.ISO_8859_1));

        ParsedDocument<TaskDefinition> document = EcsJson.readTaskDefinition(file);

        assertThat(document.value()).isEmpty();
        assertThat(document.diagnostics())
                .singleElement()
                .hasToString(
                        "ERROR " + file + ":2:14 json.encoding: byte 15 is not UTF-8; the text must be UTF-8, or UTF-16"
                                + " with a byte order mark");
    }

    @Test
    void file_oddBytesInUtf16_isRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("web.json");
        Files.write(file, new byte[] {(byte) 0xFF, (byte) 0xFE, '{', 0, '}'});

        assertThat(Reading.findings(EcsJson.readTaskDefinition(file))).containsExactly("ERROR 1:2 json.encoding ");
    }

    @Test
    void file_missing_isAnIOException(@TempDir Path folder) {
        Assertions.assertThatThrownBy(() -> EcsJson.readTaskDefinition(folder.resolve("no.json")))
                .isInstanceOf(NoSuchFileException.class);
    }
}
