package io.stowage.ecs.model.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.common.Tag;
import io.stowage.ecs.model.spec.SpecCases;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.model.taskdef.RegisterTaskDefinitionRequest;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinitionStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class TaskDefinitionCatalogTest {
    private static final RegisterTaskDefinitionRequest WEB = RegisterTaskDefinitionRequest.builder()
            .family("web")
            .networkMode(NetworkMode.AWSVPC)
            .cpu("1 vCPU")
            .tags(List.of(Tag.builder().key("k").build()))
            .containerDefinitions(List.of(ContainerDefinition.builder()
                    .name("web")
                    .image("nginx")
                    .portMappings(
                            List.of(PortMapping.builder().containerPort(80).build()))
                    .build()))
            .build();

    private static final Map<String, CatalogOperation> OPERATIONS = Map.of(
            "RunTask", CatalogOperation.RUN_TASK,
            "ScaleExistingService", CatalogOperation.CONTINUE_SERVICE,
            "Describe", CatalogOperation.DESCRIBE);

    @TestFactory
    Stream<DynamicTest> catalog_ofRevisionLookupCases_answersAsExpected() {
        return SpecCases.services("revision-lookup", 16, c -> {
            JsonNode given = c.get("given");
            JsonNode expect = c.get("expect");
            TaskDefinitionCatalog catalog = catalog(given);
            String operation = given.get("operation").asString();
            if (operation.equals("Register")) {
                RegisterTaskDefinitionRequest request = RegisterTaskDefinitionRequest.builder()
                        .family(given.get("family").asString())
                        .build();
                assertThat(catalog.register(request, null).taskDefinition().revision())
                        .isEqualTo(expect.get("revision").asInt());
                return;
            }
            String reference = given.get("reference").asString();
            if (operation.equals("Delete")) {
                assertThatExceptionOfType(CatalogException.class)
                        .isThrownBy(() -> catalog.delete(reference, null))
                        .satisfies(e -> assertThat(e.error())
                                .hasToString(expect.get("error").asString()));
                return;
            }
            CatalogLookup lookup = catalog.find(reference, OPERATIONS.get(operation));
            if (expect.has("error")) {
                assertThat(lookup.error()).hasToString(expect.get("error").asString());
                assertThat(lookup.taskDefinition()).isNull();
                assertThat(lookup.message()).isNotEmpty();
            } else {
                assertThat(lookup.orThrow().revision())
                        .isEqualTo(expect.get("revision").asInt());
                assertThat(lookup.error()).isNull();
            }
        });
    }

    private static TaskDefinitionCatalog catalog(JsonNode given) {
        String family = given.get("family").asString();
        TaskDefinitionCatalog catalog = TaskDefinitionCatalog.empty();
        if (given.has("highestRevisionEver")) {
            catalog = catalog.withHighestRevision(
                    family, given.get("highestRevisionEver").asInt());
        }
        for (JsonNode revision : given.get("revisions")) {
            catalog = catalog.with(TaskDefinition.builder()
                    .family(family)
                    .revision(revision.get("revision").asInt())
                    .status(new TaskDefinitionStatus(revision.get("status").asString()))
                    .build());
        }
        return catalog;
    }

    @Test
    void register_request_addsWhatDescribeWouldShow() {
        TaskDefinitionCatalog catalog = TaskDefinitionCatalog.ofAccount("aws", "eu-central-1", "123456789012");
        TaskDefinition described = catalog.register(WEB, Instant.EPOCH)
                .catalog()
                .find("web", CatalogOperation.DESCRIBE)
                .orThrow();
        assertThat(described.taskDefinitionArn())
                .isEqualTo("arn:aws:ecs:eu-central-1:123456789012:task-definition/web:1");
        assertThat(described.status()).isEqualTo(TaskDefinitionStatus.ACTIVE);
        assertThat(described.registeredAt()).isEqualTo(Instant.EPOCH);
        assertThat(described.cpu()).isEqualTo("1024");
        assertThat(described.otherMembers()).isEmpty();
        assertThat(described.requiresAttributes())
                .extracting("name")
                .containsExactly("com.amazonaws.ecs.capability.docker-remote-api.1.18", "ecs.capability.task-eni");
        ContainerDefinition container = described.containerDefinitions().get(0);
        assertThat(container.essential()).isTrue();
        assertThat(container.cpu()).isZero();
        assertThat(container.portMappings().get(0).hostPort()).isEqualTo(80);
        assertThat(container.portMappings().get(0).protocol()).hasToString("tcp");
        assertThat(container.privileged()).isNull();
        assertThat(TaskDefinitionContent.of(described)).isEqualTo(TaskDefinitionContent.of(WEB));
    }

    @Test
    void register_sameContent_givesANewRevisionAndLeavesTheOldCatalogueAlone() {
        TaskDefinitionCatalog none = TaskDefinitionCatalog.empty();
        TaskDefinitionCatalog one = none.register(WEB, null).catalog();
        CatalogChange two =
                one.register(one.find("web", CatalogOperation.DESCRIBE).orThrow(), null);
        assertThat(two.taskDefinition().revision()).isEqualTo(2);
        assertThat(two.taskDefinition().taskDefinitionArn()).isNull();
        assertThat(two.catalog().revisions("web")).hasSize(2);
        assertThat(one.revisions("web")).hasSize(1);
        assertThat(none.families()).isEmpty();
    }

    @Test
    void lifecycle_goesOneWayAndTheNumberGoesOn() {
        TaskDefinitionCatalog active =
                TaskDefinitionCatalog.empty().register(WEB, null).catalog();
        CatalogChange inactive = active.deregister("web:1", Instant.EPOCH);
        assertThat(inactive.taskDefinition().deregisteredAt()).isEqualTo(Instant.EPOCH);
        assertError(CatalogError.INACTIVE, () -> inactive.catalog().deregister("web:1", null));
        assertError(CatalogError.NOT_DELETED, () -> inactive.catalog().completeDeletion("web:1"));
        CatalogChange deleting = inactive.catalog().delete("web:1", Instant.EPOCH);
        assertThat(deleting.taskDefinition().deleteRequestedAt()).isEqualTo(Instant.EPOCH);
        assertThat(deleting.catalog().delete("web:1", null).taskDefinition()).isEqualTo(deleting.taskDefinition());
        assertThat(deleting.catalog()
                        .find("web:1", CatalogOperation.UPDATE_SERVICE)
                        .error())
                .isEqualTo(CatalogError.INACTIVE);
        assertThat(deleting.catalog()
                        .find("web:1", CatalogOperation.CONTINUE_SERVICE)
                        .error())
                .isNull();
        TaskDefinitionCatalog gone =
                deleting.catalog().completeDeletion("web:1").catalog();
        assertThat(gone.revisions("web")).isEmpty();
        assertThat(gone.find("web:1", CatalogOperation.DESCRIBE).error()).isEqualTo(CatalogError.NOT_FOUND);
        assertThat(gone.find("web", CatalogOperation.DESCRIBE).error()).isEqualTo(CatalogError.NO_ACTIVE_REVISION);
        assertThat(gone.register(WEB, null).taskDefinition().revision()).isEqualTo(2);
        assertThat(active.find("web", CatalogOperation.RUN_TASK).orThrow().status())
                .isEqualTo(TaskDefinitionStatus.ACTIVE);
    }

    @Test
    void change_withoutRevision_isRefused() {
        TaskDefinitionCatalog catalog =
                TaskDefinitionCatalog.empty().register(WEB, null).catalog();
        assertError(CatalogError.INVALID_REFERENCE, () -> catalog.deregister("web", null));
        assertError(CatalogError.INVALID_REFERENCE, () -> catalog.delete("we b:1", null));
        assertError(CatalogError.NOT_FOUND, () -> catalog.delete("web:2", null));
    }

    @Test
    void find_arnOfAnotherAccount_findsNothing() {
        TaskDefinitionCatalog catalog = TaskDefinitionCatalog.ofAccount("aws", "eu-central-1", "123456789012")
                .register(WEB, null)
                .catalog();
        String arn = "arn:aws:ecs:eu-central-1:123456789012:task-definition/web:1";
        assertThat(catalog.find(arn, CatalogOperation.RUN_TASK).error()).isNull();
        assertThat(catalog.find(arn.replace("central", "west"), CatalogOperation.RUN_TASK)
                        .error())
                .isEqualTo(CatalogError.NOT_FOUND);
    }

    @Test
    void find_textsThatAreNoReference_sayWhatIsExpected() {
        for (String text : List.of(
                "",
                ":",
                "web:",
                ":1",
                "web:01",
                "web:-1",
                "web:4294967297",
                "web:1:1",
                "we b",
                "a".repeat(256),
                "arn:aws:ecs:us-east-1:123456789012:service/web",
                "arn:aws:ecs:us-east-1:123456789012:task-definition/")) {
            CatalogLookup lookup = TaskDefinitionCatalog.empty().find(text, CatalogOperation.DESCRIBE);
            assertThat(lookup.error()).as(text).isEqualTo(CatalogError.INVALID_REFERENCE);
            assertThat(lookup.message()).contains("family:revision");
        }
    }

    @Test
    void with_impossibleFamilyOrRevision_isRefused() {
        TaskDefinition nameless = TaskDefinition.builder().revision(1).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TaskDefinitionCatalog.empty().with(nameless))
                .withMessageContaining("found none");
        TaskDefinition zero = TaskDefinition.builder().family("f").revision(0).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TaskDefinitionCatalog.empty().with(zero));
        assertThatIllegalArgumentException().isThrownBy(() -> TaskDefinitionCatalog.ofAccount("aws", "", "none"));
        TaskDefinitionCatalog full = TaskDefinitionCatalog.empty().withHighestRevision("web", Integer.MAX_VALUE);
        assertThatIllegalArgumentException().isThrownBy(() -> full.register(WEB, null));
    }

    private static void assertError(CatalogError error, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.error()).isEqualTo(error));
    }

    @Test
    void register_valuesThatAreNotKnown_areKept() {
        TaskDefinition definition = SpecCases.taskDefinition("""
                {"family": "f", "tags": [], "cpu": "${CPU}", "containerDefinitions": [
                  {"name": "a", "portMappings": [{"containerPort": 80, "hostPort": "${PORT}"}]}]}""");
        TaskDefinition registered =
                TaskDefinitionCatalog.empty().register(definition, null).taskDefinition();
        EcsStructure mapping =
                registered.containerDefinitions().get(0).portMappings().get(0);
        assertThat(mapping.otherMembers()).containsEntry("hostPort", "${PORT}");
        assertThat(registered.cpu()).isEqualTo("${CPU}");
    }
}
