package io.stowage.ecs.validation.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.stowage.ecs.model.common.Tag;
import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.LogConfiguration;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.input.EcsConfiguration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleTest {
    private static final Place<TaskDefinition> TASK = Place.configuration().member(EcsConfiguration::taskDefinition);
    private static final Place<ContainerDefinition> CONTAINERS = TASK.each(TaskDefinition::containerDefinitions);

    private static RuleBuilder rule() {
        return Rule.error("test.rule").summary("A test.").source("a test");
    }

    private static List<String> check(Rule rule, TaskDefinition task) {
        return rule.check(Facts.of(EcsConfiguration.of(task))).stream()
                .map(Diagnostic::toString)
                .toList();
    }

    private static TaskDefinition task(ContainerDefinition... containers) {
        return TaskDefinition.builder()
                .containerDefinitions(List.of(containers))
                .build();
    }

    private static ContainerDefinition container(String name, Integer cpu) {
        return ContainerDefinition.builder().name(name).cpu(cpu).build();
    }

    @Test
    void info_ofARule_namesThePlacesOfItsMembers() {
        Rule rule = rule().in(CONTAINERS)
                .whenAbsent(ContainerDefinition::image)
                .whenOutside(ContainerDefinition::cpu, new Bounds(1, 2))
                .message("{name}: {min} to {max}.")
                .fix("Fix.");

        assertThat(rule.info().where())
                .isEqualTo("/taskDefinition/containerDefinitions/{n}/image,"
                        + " /taskDefinition/containerDefinitions/{n}/cpu");
        assertThat(rule).hasToString("test.rule");
    }

    @Test
    void check_alternatives_areJudgedEachByItself() {
        Rule rule = rule().in(CONTAINERS)
                .when(ContainerDefinition::memory, memory -> memory < 6)
                .when(ContainerDefinition::cpu, cpu -> cpu < 0)
                .message("{value}.")
                .fix("Fix {name}.");
        ContainerDefinition unknownMemory = container("${NAME}", -1).toBuilder()
                .otherMembers(Map.of("memory", "${MEMORY}"))
                .build();

        assertThat(check(rule, task(unknownMemory)))
                .containsExactly("ERROR test.rule /taskDefinition/containerDefinitions/0/cpu: -1. Hint: Fix ${NAME}.");
    }

    @Test
    void place_ofTheSameMember_isTheSameWhoeverAsks() {
        Place<TaskDefinition> task = Place.configuration().member(EcsConfiguration::taskDefinition);

        assertThat(task).isSameAs(TASK);
        assertThat(task.each(TaskDefinition::containerDefinitions)).isSameAs(CONTAINERS);
        assertThat(task.member(TaskDefinition::cpu)).isNotSameAs(task.member(TaskDefinition::memory));
        assertThat((Object) CONTAINERS.member(ContainerDefinition::secrets))
                .isNotSameAs(CONTAINERS.each(ContainerDefinition::secrets));
    }

    @Test
    void check_listThatIsTooLong_tellsBothNumbers() {
        Rule rule = rule().in(TASK)
                .whenMoreThan(TaskDefinition::containerDefinitions, 2)
                .message("{count} of {max}.")
                .fix("Fix.");
        ContainerDefinition one = container("a", 1);

        assertThat(check(rule, task(one, one, one)))
                .containsExactly("ERROR test.rule /taskDefinition/containerDefinitions: 3 of 2. Hint: Fix.");
        assertThat(check(rule, task(one, one))).isEmpty();
        assertThat(check(rule, task())).isEmpty();
    }

    @Test
    void info_ofARuleThatReportsElsewhere_namesTheTargets() {
        Rule rule = rule().in(TASK)
                .check((task, report) -> {})
                .pointingAt(CONTAINERS.member(ContainerDefinition::cpu))
                .message("Says.")
                .fix("Fix.");

        assertThat(rule.info().where()).isEqualTo("/taskDefinition/containerDefinitions/{n}/cpu");
    }

    @Test
    void check_freely_reportsWhatItSaw() {
        Rule twice = rule().in(TASK)
                .check((task, report) -> {
                    Set<String> names = new HashSet<>();
                    for (View<ContainerDefinition> container : task.each(TaskDefinition::containerDefinitions)) {
                        View<String> name = container.member(ContainerDefinition::name);
                        if (name.isKnown() && !names.add(name.get())) {
                            report.at(name).with("position", names.size());
                        }
                    }
                })
                .message("\"{value}\" is there before ({position}).")
                .fix("Rename it.");

        assertThat(check(twice, task(container("a", 1), container("${B}", 1), container("${B}", 1), container("a", 2))))
                .containsExactly(
                        "ERROR test.rule /taskDefinition/containerDefinitions/3/name: \"a\" is there before (1)."
                                + " Hint: Rename it.");
    }

    @Test
    void check_conditionsOnFacts_restrictTheRule() {
        Rule never = rule().in(TASK)
                .given(Facts::onFargate)
                .whenHere(task -> true)
                .message("Fires.")
                .fix("Fix.");
        Rule always = rule().in(TASK)
                .unless(Facts::onFargate)
                .whenHere(task -> true)
                .message("Fires.")
                .fix("Fix.");

        assertThat(check(never, task())).isEmpty();
        assertThat(check(always, task())).hasSize(1);
    }

    @Test
    void check_severalPlaces_looksAtEach() {
        Place<NetworkMode> mode = TASK.member(TaskDefinition::networkMode);
        Rule rule = rule().in(List.of(mode, mode))
                .whenHere(view -> view.get().equals(NetworkMode.HOST))
                .message("{value}.")
                .fix("Fix.");

        assertThat(check(rule, task().toBuilder().networkMode(NetworkMode.HOST).build()))
                .hasSize(2);
        assertThat(check(rule, task())).isEmpty();
    }

    @Test
    void message_hostileValue_staysOnOneLineAndShort() {
        Rule rule = rule().in(CONTAINERS)
                .whenPresent(ContainerDefinition::name)
                .message("{value}.")
                .fix("Fix.");

        assertThat(check(rule, task(container("a\n\u001b[2J\u202e$1\\{name}" + "x".repeat(10_000), 1))))
                .singleElement()
                .asString()
                .hasSizeLessThan(250)
                .contains("a\uFFFD\uFFFD[2J\uFFFD$1\\{name}xxx")
                .contains("…");
    }

    @Test
    void declaration_incomplete_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Rule.error("rule"));
        assertThatIllegalArgumentException().isThrownBy(() -> Rule.note("Test.Rule"));
        assertThatIllegalStateException()
                .isThrownBy(() -> rule().in(TASK).message("A.").fix("B."))
                .withMessageContaining("no condition");
        assertThatIllegalStateException()
                .isThrownBy(() -> Rule.error("a.b")
                        .source("c")
                        .in(TASK)
                        .whenAbsent(TaskDefinition::cpu)
                        .message("A.")
                        .fix("B."))
                .withMessageContaining("summary");
        assertThatIllegalStateException()
                .isThrownBy(() -> rule().in(TASK)
                        .whenAbsent(TaskDefinition::cpu)
                        .message("A.")
                        .fix("Use {nothing}."))
                .withMessageContaining("nothing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule().in(TASK).whenAbsent(TaskDefinition::effectiveNetworkMode));
    }

    @Test
    void whenInside_placeThatIsAbsent_isPointedAtAllTheSame() {
        Rule rule = rule().in(CONTAINERS)
                .whenInside(
                        container -> container
                                .member(ContainerDefinition::logConfiguration)
                                .entry(LogConfiguration::options, "awslogs-group"),
                        container -> container.has(ContainerDefinition::image))
                .message("It is {value}.")
                .fix("Fix.");

        assertThat(rule.info().where())
                .isEqualTo("/taskDefinition/containerDefinitions/{n}/logConfiguration/options/awslogs-group");
        assertThat(check(rule, task(ContainerDefinition.builder().image("nginx").build(), container("app", 1))))
                .hasSize(1)
                .first()
                .asString()
                .contains("/taskDefinition/containerDefinitions/0/logConfiguration/options/awslogs-group");
    }

    @Test
    void check_ofAPlaceThatIsNotThere_asksForNoFact() {
        Rule rule = rule().in(CONTAINERS)
                .given(facts -> {
                    throw new IllegalStateException("asked");
                })
                .whenAbsent(ContainerDefinition::image)
                .message("M.")
                .fix("F.");

        assertThat(rule.check(Facts.of(EcsConfiguration.builder().build()))).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> check(rule, task(container("app", 1))));
    }

    @Test
    void whenRepeated_reportsTheLaterOnesAndLeavesOutWhatIsNotKnown() {
        Rule rule = rule().in(TASK)
                .whenRepeated(TaskDefinition::containerDefinitions, ContainerDefinition::name)
                .message("{value} is there twice.")
                .fix("Rename it.");
        TaskDefinition task = task(
                container("a", 1),
                container("${B}", 1),
                container(null, 1),
                container("a", 1),
                container("${B}", 1),
                container(null, 1),
                container("a", 1));

        assertThat(check(rule, task))
                .containsExactly(
                        "ERROR test.rule /taskDefinition/containerDefinitions/3/name: a is there twice. Hint: Rename it.",
                        "ERROR test.rule /taskDefinition/containerDefinitions/6/name: a is there twice. Hint: Rename it.");
        assertThat(rule.info().where()).isEqualTo("/taskDefinition/containerDefinitions/{n}/name");
    }

    @Test
    void whenRepeated_byAKeyOfItsOwn_pointsWhereItIsTold() {
        Rule rule = rule().in(TASK)
                .whenRepeated(
                        TaskDefinition::containerDefinitions,
                        container -> container.get(ContainerDefinition::cpu) / 10,
                        container -> container)
                .message("Twice.")
                .fix("Fix.");

        assertThat(check(rule, task(container("a", 11), container("b", 12), container("c", null))))
                .containsExactly("ERROR test.rule /taskDefinition/containerDefinitions/1: Twice. Hint: Fix.");
        assertThat(rule.info().where()).isEqualTo("/taskDefinition/containerDefinitions/{n}");
    }

    @Test
    void whenValue_ofPlainElements_leavesOutWhatIsNotKnown() {
        Rule rule = rule().in(CONTAINERS.each(ContainerDefinition::links))
                .whenValue(link -> link.length() > 1)
                .message("\"{value}\" is too long.")
                .fix("Fix.");
        TaskDefinition task = task(ContainerDefinition.builder()
                .links(List.of("a", "", "${LINK}", "bc"))
                .build());

        assertThat(check(rule, task))
                .containsExactly(
                        "ERROR test.rule /taskDefinition/containerDefinitions/0/links/3: \"bc\" is too long. Hint: Fix.");
    }

    @Test
    void places_ofEntriesAndOfListsWithoutComponent_areThoseThatAreThere() {
        Rule entry = rule().in(CONTAINERS.entry(ContainerDefinition::dockerLabels, "team"))
                .whenValue(team -> true)
                .message("{value}.")
                .fix("Fix.");
        Rule tag = rule().in(TASK.eachKept(
                        "tags",
                        Tag.class,
                        plain -> Tag.builder().key((String) plain.get("key")).build()))
                .when(Tag::key, key -> true)
                .message("{value}.")
                .fix("Fix.");
        TaskDefinition task = task(
                        ContainerDefinition.builder().build(),
                        ContainerDefinition.builder()
                                .dockerLabels(Map.of("team", "a"))
                                .build())
                .toBuilder()
                .otherMembers(Map.of("tags", List.of(Map.of("key", "b"), Map.of())))
                .build();

        assertThat(check(entry, task))
                .containsExactly(
                        "ERROR test.rule /taskDefinition/containerDefinitions/1/dockerLabels/team: a. Hint: Fix.");
        assertThat(check(tag, task)).containsExactly("ERROR test.rule /taskDefinition/tags/0/key: b. Hint: Fix.");
        assertThat(tag.info().where()).isEqualTo("/taskDefinition/tags/{n}/key");
    }

    @Test
    void message_member_isWhatThePlaceOfTheFindingIsCalled() {
        Rule rule = rule().in(CONTAINERS)
                .whenPresent(ContainerDefinition::cpu)
                .whenPresent(ContainerDefinition::name)
                .message("`{member}` is there.")
                .fix("Remove `{member}`.");

        assertThat(check(rule, task(container("a", 1))))
                .containsExactly(
                        "ERROR test.rule /taskDefinition/containerDefinitions/0/cpu: `cpu` is there. Hint: Remove `cpu`.",
                        "ERROR test.rule /taskDefinition/containerDefinitions/0/name: `name` is there. Hint: Remove `name`.");
    }
}
