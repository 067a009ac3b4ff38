package io.stowage.ecs.validation.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.ReadOptions;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.validation.EcsValidator;
import io.stowage.ecs.validation.ValidationException;
import io.stowage.ecs.validation.ValidationReport;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.input.KnownInstance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EcsDocumentsTest {
    private static final String WEB = """
            {"family": "web", "cpu": "256", "memory": "512", "networkMode": "awsvpc",
             "requiresCompatibilities": ["FARGATE"],
             "containerDefinitions": [{"name": "app", "image": "nginx:1.27", "essential": true, "cpu": -1}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void read_everyKindOfStructure_becomesItsMember() {
        assertThat(only(WEB).taskDefinition().family()).isEqualTo("web");
        assertThat(only("{\"taskDefinition\": " + WEB + "}").taskDefinition().family())
                .isEqualTo("web");
        assertThat(only("[{\"name\": \"a\", \"image\": \"b\"}]")
                        .taskDefinition()
                        .containerDefinitions())
                .hasSize(1);
        assertThat(only("{\"serviceName\": \"s\", \"desiredCount\": 3}")
                        .service()
                        .desiredCount())
                .isEqualTo(3);
        assertThat(only("{\"taskDefinition\": \"web\", \"cluster\": \"c\", \"count\": 2}")
                        .runTask()
                        .count())
                .isEqualTo(2);
        assertThat(only("{\"clusterName\": \"c\", \"settings\": []}").cluster().clusterName())
                .isEqualTo("c");
        assertThat(only("{\"name\": \"cp\", \"autoScalingGroupProvider\": {}}").capacityProviders())
                .extracting("name")
                .containsExactly("cp");
    }

    @Test
    void read_describedService_isWhatWouldCreateIt() {
        EcsDocuments documents = read("described.json", """
                {"services": [{
                  "serviceArn": "arn:aws:ecs:eu-west-1:1:service/c/s", "serviceName": "s", "status": "ACTIVE",
                  "clusterArn": "arn:aws:ecs:eu-west-1:1:cluster/c", "desiredCount": -2, "runningCount": 1, "events": [],
                  "deployments": [{"id": "x"}], "createdAt": 1.7e9, "taskDefinition": "web:7"}]}
                """);

        LocatedConfiguration only = documents.configurations().get(0);
        CreateServiceRequest service = only.configuration().service();
        assertThat(service.cluster()).endsWith("cluster/c");
        assertThat(service.otherMembers()).isEmpty();
        assertThat(documents.diagnostics()).isEmpty();
        Diagnostic located = only.locate(finding("/service/desiredCount"));
        assertThat(located.pointer()).isEqualTo("/services/0/desiredCount");
        assertThat(located.location()).hasToString("described.json:3:70");
    }

    /** ECS shows the launch type EC2 for such a service, and refuses it in the request that creates one. */
    @Test
    void read_describedServiceWithExternalController_hasNoLaunchType() {
        String shown = """
                {"service": {"serviceArn": "arn:aws:ecs:eu-west-1:1:service/c/s", "serviceName": "s", "status": "ACTIVE",
                  "desiredCount": 1, "runningCount": 0, "launchType": "EC2", "schedulingStrategy": "REPLICA", "taskSets": [],
                  "deploymentController": {"type": "EXTERNAL"}}}
                """;

        assertThat(EcsValidator.standard()
                        .validate(read("external.json", shown))
                        .findings())
                .isEmpty();
        assertThat(only(shown.replace("EXTERNAL", "ECS")).service().launchType())
                .isNotNull();
    }

    @Test
    void read_updateOfAService_leavesTheRestUnknown() {
        CreateServiceRequest service = only("{\"service\": \"s\", \"desiredCount\": 3, \"forceNewDeployment\": true}")
                .service();

        assertThat(service.serviceName()).isEqualTo("s");
        assertThat(service.otherMembers()).containsKeys("taskDefinition", "launchType", "loadBalancers");
        assertThat(service.otherMembers()).doesNotContainKeys("desiredCount", "serviceName", "service");
    }

    @Test
    void read_serviceThatNamesTheFamily_isJoinedWithIt() {
        EcsDocuments documents = EcsDocuments.reader()
                .add(SourceText.of("a/web.json", WEB))
                .add(SourceText.of("a/api.json", WEB.replace("\"web\"", "\"api\"")))
                .add(SourceText.of(
                        "b/service.json",
                        "{\"serviceName\": \"s\", \"taskDefinition\": \"arn:aws:ecs:r:1:task-definition/web:7\"}"))
                .read();

        assertThat(documents.configurations()).hasSize(2);
        LocatedConfiguration joined = documents.configurations().stream()
                .filter(one -> one.configuration().service() != null)
                .findFirst()
                .orElseThrow();
        assertThat(joined.configuration().taskDefinition().family()).isEqualTo("web");
        assertThat(joined.locate(finding("/taskDefinition/cpu")).location()).hasToString("a/web.json:1:26");
        assertThat(joined.locate(finding("/service/cluster")).location()).hasToString("b/service.json:1:1");
    }

    @Test
    void read_familyTwice_joinsTheOneInTheSameFolderOnly() {
        SourceText service = SourceText.of("b/s.json", "{\"serviceName\": \"s\", \"taskDefinition\": \"web\"}");

        EcsDocuments near = EcsDocuments.reader()
                .add(SourceText.of("a/web.json", WEB))
                .add(SourceText.of("b/web.json", WEB))
                .add(service)
                .read();
        EcsDocuments far = EcsDocuments.reader()
                .add(SourceText.of("a/web.json", WEB))
                .add(SourceText.of("c/web.json", WEB))
                .add(service)
                .read();

        assertThat(near.configurations()).hasSize(2);
        assertThat(far.configurations()).as("nobody knows which").hasSize(3);
    }

    @Test
    void read_pairInOneFolder_isJoinedAndWhatTheDeployerFillsInIsUnknown() throws IOException {
        write("prod/ecs-task-def.json", WEB.replace("\"nginx:1.27\"", "\"{{ must_env `IMAGE` }}\""));
        write("prod/ecs-service-def.yaml", """
                launchType: FARGATE
                desiredCount: {{ must_env `COUNT` }}
                schedulingStrategy: REPLICA
                """.replace("{{ must_env `COUNT` }}", "'{{ must_env `COUNT` }}'"));

        EcsDocuments documents =
                EcsDocuments.reader().add(folder, List.of("prod")).read();

        assertThat(documents.problems()).isEmpty();
        EcsConfiguration pair = documents.configurations().get(0).configuration();
        assertThat(documents.configurations()).hasSize(1);
        assertThat(pair.taskDefinition().family()).isEqualTo("web");
        assertThat(pair.service().otherMembers()).containsKeys("taskDefinition", "desiredCount", "cluster");
    }

    @Test
    void read_ecspressoConfiguration_bringsTheTwoFilesItNames() throws IOException {
        write("deploy/ecspresso.yml", """
                region: eu-west-1
                cluster: c
                service_definition: defs/service.json
                task_definition: defs/task.json
                """);
        write("deploy/defs/service.json", "{\"launchType\": \"FARGATE\", \"deploymentConfiguration\": {}}");
        write("deploy/defs/task.json", WEB);

        EcsDocuments documents = EcsDocuments.reader()
                .add(folder, List.of("deploy/ecspresso.yml"))
                .read();

        assertThat(documents.configurations()).singleElement().satisfies(one -> {
            assertThat(one.configuration().service()).isNotNull();
            assertThat(one.configuration().taskDefinition()).isNotNull();
        });
        assertThat(documents.sources())
                .extracting(SourceText::name)
                .containsExactly("deploy/ecspresso.yml", "deploy/defs/service.json", "deploy/defs/task.json");
    }

    @Test
    void read_context_surroundsEveryConfiguration() {
        EcsDocuments documents = EcsDocuments.reader()
                .add(SourceText.of("web.json", WEB))
                .context(SourceText.of("instances.json", """
                        {"containerInstances": [
                          {"containerInstanceArn": "arn:1", "ec2InstanceId": "i-1", "status": "ACTIVE",
                           "versionInfo": {"agentVersion": "1.80.0"},
                           "registeredResources": [{"name": "CPU", "type": "INTEGER", "integerValue": 2048},
                             {"name": "MEMORY", "type": "INTEGER", "integerValue": 3900}],
                           "attributes": [{"name": "ecs.availability-zone", "value": "eu-west-1a"},
                             {"name": "ecs.cpu-architecture", "value": "arm64"}]},
                          {"containerInstanceArn": "arn:2", "ec2InstanceId": "i-2", "status": "DRAINING"}]}
                        """))
                .context(SourceText.of("groups.json", """
                        {"SecurityGroups": [{"GroupId": "sg-1", "VpcId": "vpc-1", "IpPermissions": [
                          {"IpProtocol": "tcp", "FromPort": 80, "ToPort": 80,
                           "UserIdGroupPairs": [{"GroupId": "sg-2"}], "IpRanges": [{"CidrIp": "10.0.0.0/8"}]}]}]}
                        """))
                .context(SourceText.of("targets.json", """
                        {"TargetGroups": [{"TargetGroupArn": "arn:t", "Protocol": "HTTP", "TargetType": "ip",
                          "HealthCheckPort": "traffic-port", "LoadBalancerArns": []}]}
                        """))
                .context(SourceText.of(
                        "clusters.json", "{\"clusters\": [{\"clusterArn\": \"arn:c\", \"clusterName\": \"c\"}]}"))
                .region("eu-west-1")
                .read();

        EcsConfiguration all = documents.configurations().get(0).configuration();
        assertThat(documents.problems()).isEmpty();
        assertThat(all.region()).isEqualTo("eu-west-1");
        assertThat(all.containerInstances())
                .as("a draining instance takes no tasks")
                .hasSize(1);
        KnownInstance instance = all.containerInstances().get(0);
        assertThat(instance.registeredMemory()).isEqualTo(3900);
        assertThat(instance.gpuCount()).isZero();
        assertThat(instance.availabilityZone()).isEqualTo("eu-west-1a");
        assertThat(instance.cpuArchitecture()).hasToString("ARM64");
        assertThat(all.securityGroups().get(0).inbound())
                .extracting("sourceSecurityGroup", "cidr")
                .containsExactly(tuple("sg-2", null), tuple(null, "10.0.0.0/8"));
        assertThat(all.targetGroups().get(0).isUnused()).isTrue();
        assertThat(all.cluster().clusterName()).isEqualTo("c");
        Diagnostic located = documents.configurations().get(0).locate(finding("/containerInstances/0/agentVersion"));
        assertThat(located.location()).hasToString("instances.json:2:3");
        assertThat(located.pointer()).isEqualTo("/containerInstances/0");
    }

    @Test
    void read_wholeConfiguration_hasEveryMemberAtItsPlace() {
        EcsDocuments documents = read("whole.json", """
                {"taskDefinition": {"family": "web", "containerDefinitions": []},
                 "service": {"serviceName": "s", "desiredCount": 2},
                 "roles": [], "region": "eu-west-1",
                 "containerInstances": [{"instanceId": "i-1", "agentConfig": {"ECS_CLUSTER": "c"},
                   "instanceRoleArn": null, "gpuCount": "many"}],
                 "logGroups": 7}
                """);

        EcsConfiguration all = documents.configurations().get(0).configuration();
        assertThat(all.service().desiredCount()).isEqualTo(2);
        assertThat(Presence.isAbsent(all.roles())).as("none is not unknown").isFalse();
        assertThat(Presence.isAbsent(all.subnets())).isTrue();
        assertThat(all.containerInstances().get(0).hasNoRole()).isTrue();
        assertThat(all.region()).isEqualTo("eu-west-1");
        assertThat(documents.diagnostics())
                .extracting(Diagnostic::id, Diagnostic::pointer)
                .containsExactly(
                        tuple("json.wrong-type", "/containerInstances/0/gpuCount"),
                        tuple("json.wrong-type", "/logGroups"));
        assertThat(documents
                        .configurations()
                        .get(0)
                        .locate(finding("/containerInstances/0/agentConfig/ECS_CLUSTER"))
                        .location())
                .hasToString("whole.json:4:78");
    }

    @Test
    void read_documentsWithMembersOfAConfiguration_areStillWhatTheyAre() {
        assertThat(only("{\"taskDefinition\": \"web\", \"cluster\": \"c\"}")
                        .runTask()
                        .cluster())
                .isEqualTo("c");
        assertThat(only("{\"service\": {\"serviceName\": \"s\", \"serviceArn\": \"arn:s\"}}")
                        .service()
                        .serviceName())
                .isEqualTo("s");
    }

    @Test
    void read_descriptionsBesideTheOthers_surroundNothingUnlessGivenAsContext() {
        EcsDocuments documents = EcsDocuments.reader()
                .add(SourceText.of("web.json", WEB))
                .add(SourceText.of("instances.json", "{\"containerInstances\": []}"))
                .read();

        assertThat(documents.problems()).isEmpty();
        assertThat(documents.configurations()).hasSize(1);
        assertThat(Presence.isAbsent(
                        documents.configurations().get(0).configuration().containerInstances()))
                .isTrue();
    }

    @Test
    void read_mutatedDocuments_neverThrow() {
        List<String> texts =
                List.of(WEB, TemplateReaderTest.TEMPLATE, TerraformReaderTest.PLAN, "{\"services\": [" + WEB + "]}");
        for (long seed = 0; seed < 600; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String text = texts.get((int) (seed % texts.size()));
            StringBuilder mutated = new StringBuilder(text);
            for (int i = random.nextInt(1, 5); i > 0; i--) {
                int from = random.nextInt(mutated.length());
                int to = Math.min(mutated.length(), from + random.nextInt(1, 30));
                String part = mutated.substring(from, to);
                switch (random.nextInt(4)) {
                    case 0 -> mutated.delete(from, to);
                    case 1 -> mutated.insert(from, part);
                    case 2 -> mutated.replace(from, to, "{{x}}[]:,\"!Ref".substring(random.nextInt(14)));
                    default -> mutated.setCharAt(from, (char) random.nextInt(1, 0x300));
                }
            }
            for (String name : List.of("m.json", "m.yaml")) {
                try {
                    EcsValidator.standard().validate(read(name, mutated.toString()));
                } catch (RuntimeException e) {
                    throw new AssertionError("seed " + seed + ", " + name + ":\n" + mutated, e);
                }
            }
        }
    }

    @Test
    void read_contextOfNoUse_isAProblem() {
        assertThat(EcsDocuments.reader()
                        .context(SourceText.of("web.json", WEB))
                        .read()
                        .problems())
                .extracting(Diagnostic::id)
                .containsExactly("input.no-context");
    }

    @Test
    void read_unknownDocument_saysWhatWasFoundAndExpected() {
        assertThat(read("compose.yaml", "services:\n  web:\n    image: nginx\n").problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.id()).isEqualTo("input.unknown-kind");
                    assertThat(problem.message()).contains("found an object with `services`");
                    assertThat(problem.hint()).contains("a CloudFormation template");
                });
        assertThat(read("empty.json", "").problems()).extracting(Diagnostic::id).containsExactly("json.empty");
        assertThat(read("list.json", "[1]").problems().get(0).message()).contains("found a list");
    }

    @Test
    void read_hostileDocuments_costLittleAndNeverThrow() {
        String bomb = "a0: &a0 {x: 1}\n"
                + IntStream.range(1, 60)
                        .mapToObj(i -> "a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n")
                        .collect(Collectors.joining())
                + "Resources: {R: {Type: 'A::B::C', Properties: *a59}}\n";
        String deep = "{\"Resources\": {\"A\": {\"Type\": \"AWS::ECS::Service\", \"Properties\": "
                + "{\"Fn::Sub\": [\"".repeat(90) + "x" + "\", {}]}".repeat(90) + "}}}";
        String growing = "Parameters: {P: {Type: String, Default: '" + "x".repeat(5000) + "'}}\n"
                + "Resources: {T: {Type: 'AWS::ECS::TaskDefinition', Properties: {Family: !Sub '"
                + "${P}".repeat(5000) + "'}}}\n";
        String cycle = "Resources: {T: {Type: 'AWS::ECS::TaskDefinition', Properties: {Family: !Ref T, "
                + "TaskRoleArn: !Sub '${R.Arn}'}}, R: {Type: 'AWS::IAM::Role', Properties: {RoleName: !Ref R}}}\n";
        String chain = "Resources:\n  T: {Type: 'AWS::ECS::TaskDefinition', Properties: {TaskRoleArn: !Ref R0}}\n"
                + IntStream.range(0, 1500)
                        .mapToObj(i -> "  R" + i + ": {Type: 'AWS::IAM::Role', Properties: {RoleName: !Sub '${R"
                                + (i + 1) + "}${R" + (i + 2) + "}'}}\n")
                        .collect(Collectors.joining());
        for (String text :
                List.of(bomb, deep, growing, cycle, chain, "Resources: {T: 1}", "Resources: {T: {Type: [A::B]}}")) {
            ValidationReport report = EcsValidator.standard().validate(read("hostile.yaml", text));
            assertThat(report.findings()).hasSizeLessThan(50);
        }
        assertThat(EcsDocuments.reader()
                        .options(
                                ReadOptions.standard().toBuilder().maxLength(10).build())
                        .add(SourceText.of("long.json", WEB))
                        .read()
                        .problems())
                .extracting(Diagnostic::id)
                .containsExactly("json.limit");
    }

    @Test
    void throwIfErrors_documentThatCannotBeRead_throws() {
        ValidationReport report = EcsValidator.standard()
                .validate(
                        EcsDocuments.reader().add(folder, List.of("none.json")).read());

        assertThat(report.findings()).isEmpty();
        assertThat(report.summary()).isEqualTo("0 errors, 0 warnings, 0 notes, 1 document not judged");
        assertThatThrownBy(report::throwIfErrors)
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("none.json:1:1 input.unreadable: there is no such file");
    }

    @Test
    void validate_documents_reportsSharedFindingsOnce() {
        EcsDocuments documents = EcsDocuments.reader()
                .add(SourceText.of("web.json", WEB))
                .add(SourceText.of("s1.json", "{\"serviceName\": \"s1\", \"taskDefinition\": \"web\"}"))
                .add(SourceText.of("s2.json", "{\"serviceName\": \"s2\", \"taskDefinition\": \"web\"}"))
                .read();

        ValidationReport report = EcsValidator.standard().validate(documents);

        assertThat(documents.configurations()).hasSize(2);
        assertThat(report.findings())
                .filteredOn(finding -> finding.id().equals("size.container-cpu-negative"))
                .hasSize(1);
        assertThat(report.documents()).containsExactly("s1.json", "s2.json", "web.json");
    }

    private static EcsConfiguration only(String text) {
        EcsDocuments documents = read("one.json", text);
        assertThat(documents.problems()).isEmpty();
        assertThat(documents.configurations()).hasSize(1);
        return documents.configurations().get(0).configuration();
    }

    private static EcsDocuments read(String name, String text) {
        return EcsDocuments.reader().add(SourceText.of(name, text)).read();
    }

    private static Diagnostic finding(String pointer) {
        return new Diagnostic("a.b", Severity.NOTE, "m", pointer, null, null);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
