package io.stowage.ecs.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.DocumentFormat;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.json.ParsedDocument;
import io.stowage.ecs.model.json.ReadOptions;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.RuleInfo;
import io.stowage.ecs.validation.spi.RuleSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EcsValidatorTest {
    private static final Place<ContainerDefinition> CONTAINERS =
            Place.configuration().member(EcsConfiguration::taskDefinition).each(TaskDefinition::containerDefinitions);

    private static final Rule NO_LATEST = Rule.warning("acme.no-latest")
            .summary("An image without a fixed tag.")
            .source("our handbook")
            .set(RuleSet.PRACTICE)
            .in(CONTAINERS)
            .when(ContainerDefinition::image, image -> image.endsWith(":latest"))
            .message("Container \"{name}\" runs {value}.")
            .fix("Name a version.");

    private static final EcsConfiguration TWO_MISTAKES = EcsConfiguration.of(TaskDefinition.builder()
            .family("web")
            .containerDefinitions(List.of(
                    ContainerDefinition.builder()
                            .name("a")
                            .memory(3)
                            .image("nginx:latest")
                            .build(),
                    ContainerDefinition.builder()
                            .name("b")
                            .image("nginx:1")
                            .memory(64)
                            .cpu(-1)
                            .build()))
            .build());

    @Test
    void validate_objects_reportsSortedByPointer() {
        assertThat(EcsValidator.standard().validate(TWO_MISTAKES).findings())
                .extracting(Diagnostic::id)
                .containsExactly("size.container-memory-minimum", "size.container-cpu-negative");
    }

    @Test
    void validate_nothing_isNeverAFinding() {
        assertThat(EcsValidator.standard()
                        .validate(EcsConfiguration.builder().build())
                        .findings())
                .isEmpty();
    }

    @Test
    void validate_ownRule_isEvaluatedWhateverItsSet() {
        EcsValidator validator = EcsValidator.builder().add(List.of(NO_LATEST)).build();

        assertThat(validator.validate(TWO_MISTAKES).findings())
                .filteredOn(finding -> finding.id().equals("acme.no-latest"))
                .singleElement()
                .hasToString("WARNING acme.no-latest /taskDefinition/containerDefinitions/0/image: Container \"a\" runs"
                        + " nginx:latest. Hint: Name a version.");
        assertThat(validator.rules()).extracting(RuleInfo::id).endsWith("acme.no-latest");
    }

    @Test
    void validate_ownRuleThatFails_namesItAndThePlace() {
        Rule broken = Rule.note("acme.broken")
                .summary("Fails.")
                .source("a test")
                .in(CONTAINERS)
                .whenHere(container -> List.of().get(1) == null)
                .message("Never.")
                .fix("Never.");
        EcsValidator validator = EcsValidator.builder().add(List.of(broken)).build();

        assertThatIllegalStateException()
                .isThrownBy(() -> validator.validate(TWO_MISTAKES))
                .withMessage("rule acme.broken failed at /taskDefinition/containerDefinitions/0");
    }

    @Test
    void validate_wrappedDocument_locatesTheFinding() {
        String text =
                "{\"taskDefinition\": {\n  \"family\": \"web\",\n  \"containerDefinitions\": [{\"name\": \"a\",\n  \"cpu\": -1,"
                        + " \"memory\": 8, \"image\": \"a\"}]}}";
        ParsedDocument<TaskDefinition> document =
                EcsJson.readTaskDefinition(SourceText.of("out.json", text), ReadOptions.standard());

        assertThat(EcsValidator.standard().validate(document).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.pointer()).isEqualTo("/taskDefinition/containerDefinitions/0/cpu");
                    assertThat(finding.location()).hasToString("out.json:4:10");
                });
    }

    @Test
    void validate_bareListOfContainers_leavesTheMembersBesideItUnknown() {
        for (String start : List.of("", " \n\t")) {
            ParsedDocument<TaskDefinition> document = EcsJson.readTaskDefinition(
                    SourceText.of("c.json", start + "[{\"name\": \"a\", \"cpu\": -1, \"image\": \"a\"}]"),
                    ReadOptions.standard());

            assertThat(EcsValidator.standard().validate(document).findings())
                    .as("starting with \"%s\"", start)
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.id()).isEqualTo("size.container-cpu-negative");
                        assertThat(finding.location())
                                .isEqualTo(document.source().locate(start.length() + 22));
                    });
        }
    }

    @Test
    void validate_bareListInYaml_leavesTheMembersBesideItUnknown() {
        ReadOptions yaml =
                ReadOptions.standard().toBuilder().format(DocumentFormat.YAML).build();
        ParsedDocument<TaskDefinition> list =
                EcsJson.readTaskDefinition(SourceText.of("c", "- name: a\n  image: a\n- name: b\n  image: b\n"), yaml);
        ParsedDocument<TaskDefinition> whole = EcsJson.readTaskDefinition(
                SourceText.of("c", "family: web\ncontainerDefinitions:\n- name: a\n  image: a\n"), yaml);

        assertThat(EcsValidator.standard().validate(list).findings()).isEmpty();
        assertThat(EcsValidator.standard().validate(whole).findings())
                .extracting(Diagnostic::id)
                .containsExactly("size.container-memory-missing");
    }

    @Test
    void validate_documentWithoutContainers_isNoBareList() {
        ParsedDocument<TaskDefinition> document = EcsJson.readTaskDefinition(
                SourceText.of(
                        "c.json",
                        "{\"family\": \"web\", \"networkMode\": \"awsvpc\", \"requiresCompatibilities\": [\"FARGATE\"]}"),
                ReadOptions.standard());

        assertThat(EcsValidator.standard().validate(document).findings())
                .extracting(Diagnostic::id)
                .containsExactly("task.no-containers", "size.fargate-cpu-missing", "size.fargate-memory-missing");
    }

    @Test
    void validate_templateWithPascalCase_staysSilentOnIntrinsics() {
        String text =
                "{\"Family\": \"web\", \"NetworkMode\": \"awsvpc\", \"Cpu\": {\"Ref\": \"Cpu\"}, \"RequiresCompatibilities\": [\"FARGATE\"],"
                        + " \"Memory\": \"512\", \"ContainerDefinitions\": [{\"Name\": \"a\", \"Image\": \"a\"}]}";
        ParsedDocument<TaskDefinition> document =
                EcsJson.readTaskDefinition(SourceText.of("t.json", text), ReadOptions.standard());

        assertThat(EcsValidator.standard().validate(document).findings(Severity.ERROR))
                .isEmpty();
    }

    @Test
    void validate_unknownMembers_areReportedOnce() {
        ParsedDocument<TaskDefinition> document =
                EcsJson.readTaskDefinition(SourceText.of("t.json", """
                        {"family": "web", "networkmode": "host",
                         "containerDefinitions": [{"name": "a", "image": "a", "memory": 64, "healthcheck": {},
                           "portMappings": [{"containerPort": 80, "port": 80}]}]}
                        """), ReadOptions.standard());

        assertThat(EcsValidator.standard().validate(document).findings())
                .extracting(finding -> finding.id() + " " + finding.pointer())
                .containsExactlyInAnyOrder(
                        "task.unknown-property /taskDefinition/networkmode",
                        "container.unknown-property /taskDefinition/containerDefinitions/0/healthcheck",
                        // No rule speaks of these.
                        "json.unknown-member /containerDefinitions/0/portMappings/0/port");
    }

    @Test
    void validate_documentWithErrors_keepsThem() {
        ParsedDocument<TaskDefinition> document = EcsJson.readTaskDefinition(
                SourceText.of("t.json", "{\"family\": 1, \"cpu\": \"x\", \"containerDefinitions\": []}"),
                ReadOptions.standard());

        assertThat(EcsValidator.standard().validate(document).findings())
                .extracting(Diagnostic::id)
                .contains("json.wrong-type", "size.cpu-format");
    }

    @Test
    void suppress_idPrefixAndPlace_movesFindingsWithTheirReason() {
        ValidationReport byId = EcsValidator.builder()
                .suppress("size.container-cpu-negative", "known, ticket 12")
                .build()
                .validate(TWO_MISTAKES);
        assertThat(byId.findings()).extracting(Diagnostic::id).containsExactly("size.container-memory-minimum");
        assertThat(byId.suppressed())
                .singleElement()
                .satisfies(one -> assertThat(one.suppression().reason()).isEqualTo("known, ticket 12"));

        ValidationReport byPrefix =
                EcsValidator.builder().suppress("size.*", "later").build().validate(TWO_MISTAKES);
        assertThat(byPrefix.findings()).isEmpty();
        assertThat(byPrefix.summary()).isEqualTo("0 errors, 0 warnings, 0 notes, 2 suppressed");

        ValidationReport byPlace = EcsValidator.builder()
                .suppress("size.*", "/taskDefinition/containerDefinitions/1", "legacy sidecar")
                .build()
                .validate(TWO_MISTAKES);
        assertThat(byPlace.findings()).extracting(Diagnostic::id).containsExactly("size.container-memory-minimum");
    }

    @Test
    void suppress_withoutReasonOrRule_isRefused() {
        EcsValidator.Builder builder = EcsValidator.builder();
        assertThatIllegalArgumentException().isThrownBy(() -> builder.suppress("size.*", " "));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.suppress("*", "all"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.suppress("size.*", "cpu", "no pointer"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EcsValidator.builder()
                        .suppress("size.fargate-cpu-valeu", "misspelt")
                        .build())
                .withMessageContaining("size.fargate-cpu-valeu");
    }

    @Test
    void build_twoRulesOfOneId_isRefused() {
        EcsValidator.Builder builder = EcsValidator.builder().add(List.of(NO_LATEST, NO_LATEST));

        assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining("acme.no-latest");
    }

    @Test
    void throwIfErrors_withErrors_carriesTheReport() {
        ValidationReport report = EcsValidator.standard().validate(TWO_MISTAKES);

        assertThatThrownBy(report::throwIfErrors)
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("size.container-cpu-negative")
                .hasMessageEndingWith("2 errors, 0 warnings, 0 notes");
        assertThat(report.hasAtLeast(Severity.NOTE)).isTrue();
        ValidationReport none =
                EcsValidator.standard().validate(EcsConfiguration.builder().build());
        assertThat(none.throwIfErrors()).isSameAs(none);
    }

    @Test
    void toJson_report_isADocument() {
        JsonNode json = new JsonMapper()
                .readTree(EcsValidator.builder()
                        .suppress("size.container-cpu-negative", "why")
                        .build()
                        .validate(TWO_MISTAKES)
                        .toJson());

        assertThat(json.at("/findings/0/pointer").asString())
                .isEqualTo("/taskDefinition/containerDefinitions/0/memory");
        assertThat(json.at("/findings/0").has("line")).isFalse();
        assertThat(json.at("/suppressed/0/reason").asString()).isEqualTo("why");
        assertThat(json.at("/summary/errors").asInt()).isEqualTo(1);
    }

    @Test
    void catalogue_ofTheLibrary_isComplete() {
        assertThat(EcsValidator.catalogue()).allSatisfy(rule -> {
            assertThat(rule.summary()).endsWith(".");
            assertThat(rule.where()).startsWith("/");
            assertThat(rule.source()).isNotBlank();
        });
        assertThat(EcsValidator.catalogue()).extracting(RuleInfo::id).doesNotHaveDuplicates();
    }
}
