package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Found.container;
import static io.stowage.ecs.validation.internal.rules.Found.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.task.RunTaskRequest;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinitionStatus;
import io.stowage.ecs.validation.EcsValidator;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.input.EcsConfigurationBuilder;
import io.stowage.ecs.validation.input.KnownRevision;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskRulesTest {
    private static final String APP = container("app", "");

    @Test
    void readOnly_emptyListsOfAnAnswer_areFoundToo() {
        assertThat(Found.in(
                        "task",
                        task(
                                "\"compatibilities\": [], \"requiresAttributes\": [], \"registeredAt\": 1.5, \"status\": \"\", ",
                                APP)))
                .containsExactlyInAnyOrder(
                        "read-only-property /compatibilities",
                        "read-only-property /registeredAt",
                        "read-only-property /requiresAttributes");
    }

    @Test
    void unknownProperty_spellings_suggestTheNearest() {
        assertThat(EcsValidator.standard()
                        .validate(EcsConfiguration.of(TaskDefinition.builder()
                                .family("web")
                                .otherMembers(Map.of("networkmode", "host"))
                                .build()))
                        .findings())
                .filteredOn(finding -> finding.id().equals("task.unknown-property"))
                .singleElement()
                .hasToString(
                        "ERROR task.unknown-property /taskDefinition/networkmode: `networkmode` is no member of a task"
                                + " definition, so ECS refuses it. Hint: Remove it, or correct the spelling. `networkMode` is the"
                                + " nearest known name.");
    }

    @Test
    void unknownProperty_templateSpellingAndNull_areKnown() {
        assertThat(Found.in(
                        "task",
                        "{\"Family\": \"web\", \"Tags\": [{\"Key\": \"a\"}], \"nothing\": null, \"ContainerDefinitions\":"
                                + " [{\"Name\": \"a\", \"Image\": \"a\", \"Memory\": 64}]}"))
                .isEmpty();
    }

    @Test
    void noEssential_oneThatIsNotKnown_isSilent() {
        String no = container("a", ", \"essential\": false");

        assertThat(Found.in("task", task("", no, container("b", ", \"essential\": \"${ESSENTIAL}\""))))
                .isEmpty();
        assertThat(Found.in("task", task("", no, container("b", ", \"essential\": false"))))
                .containsExactly("no-essential-container /containerDefinitions");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "web",
                "web:1",
                "web:2147483647",
                "arn:aws:ecs:eu-west-1:123456789012:task-definition/web:3",
                "arn:aws-cn:ecs:REGION:ACCOUNT_ID:task-definition/web",
                "${TASK_DEFINITION}",
                ""
            })
    void referenceFormat_reference_isAccepted(String reference) {
        assertThat(Found.in("revision", service(reference).build())).isEmpty();
        assertThat(Found.in("revision", runTask(reference))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "web:",
                "web:-1",
                "web:01",
                "web:2147483648",
                "my web",
                "web:1:2",
                "arn:aws:ecs:eu-west-1:123456789012:service/web",
                "arn:aws:iam::123456789012:task-definition/web:1",
                "arn:aws:ecs:task-definition/web:1"
            })
    void referenceFormat_somethingElse_isFound(String reference) {
        assertThat(Found.in("revision", service(reference).build()))
                .containsExactly("reference-format /service/taskDefinition");
        assertThat(Found.in("revision", runTask(reference)))
                .containsExactly("reference-format /runTask/taskDefinition");
    }

    @ParameterizedTest
    @CsvSource({
        "web:1,inactive",
        "web:2,",
        "web,",
        "web:3,not-found",
        "old,inactive",
        "old:2,inactive",
        "other,not-found",
        "arn:aws:ecs:eu-west-1:ACCOUNT_ID:task-definition/web:1,inactive"
    })
    void revision_everyReference_isLookedUp(String reference, String found) {
        EcsConfiguration configuration = service(reference)
                .registeredTaskDefinitions(List.of(
                        revision("web", 1, "INACTIVE"),
                        revision("web", 2, "ACTIVE"),
                        revision("old", 1, "INACTIVE"),
                        revision("old", 2, "DELETE_IN_PROGRESS")))
                .build();

        assertThat(Found.in("revision", configuration))
                .isEqualTo(found == null ? List.of() : List.of(found + " /service/taskDefinition"));
    }

    @Test
    void revision_familyThatIsRegisteredNow_needNotBeThere() {
        EcsConfigurationBuilder configuration =
                service("new").registeredTaskDefinitions(List.of(revision("web", 1, "ACTIVE")));

        assertThat(Found.in("revision", configuration.build())).containsExactly("not-found /service/taskDefinition");
        assertThat(Found.in(
                        "revision",
                        configuration
                                .taskDefinition(
                                        TaskDefinition.builder().family("new").build())
                                .build()))
                .isEmpty();
    }

    private static EcsConfigurationBuilder service(String taskDefinition) {
        return EcsConfiguration.builder()
                .service(CreateServiceRequest.builder()
                        .taskDefinition(taskDefinition)
                        .build());
    }

    private static EcsConfiguration runTask(String taskDefinition) {
        return EcsConfiguration.builder()
                .runTask(RunTaskRequest.builder().taskDefinition(taskDefinition).build())
                .build();
    }

    private static KnownRevision revision(String family, int revision, String status) {
        return KnownRevision.builder()
                .family(family)
                .revision(revision)
                .status(new TaskDefinitionStatus(status))
                .build();
    }
}
