package io.stowage.ecs.validation.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stowage.ecs.model.common.Tag;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.DeploymentController;
import io.stowage.ecs.model.service.DeploymentControllerType;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.input.EcsConfiguration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ViewTest {
    private static View<TaskDefinition> task(TaskDefinition task) {
        return Facts.of(EcsConfiguration.of(task)).task();
    }

    private static void assertSilent(ThrowingCallable read) {
        assertThatThrownBy(read).isSameAs(Silence.HERE);
    }

    @Test
    void pointer_nestedElements_isMadeOfWireNames() {
        View<TaskDefinition> task = task(TaskDefinition.builder()
                .containerDefinitions(List.of(
                        ContainerDefinition.builder().build(),
                        ContainerDefinition.builder()
                                .portMappings(List.of(
                                        PortMapping.builder().hostPort(80).build()))
                                .dockerLabels(Map.of("a/b~c", "x"))
                                .build()))
                .build());
        View<ContainerDefinition> container =
                task.each(TaskDefinition::containerDefinitions).get(1);
        View<PortMapping> port =
                container.each(ContainerDefinition::portMappings).get(0);

        assertThat(port.member(PortMapping::hostPort).pointer())
                .isEqualTo("/taskDefinition/containerDefinitions/1/portMappings/0/hostPort");
        assertThat(container.entry(ContainerDefinition::dockerLabels, "a/b~c").pointer())
                .isEqualTo("/taskDefinition/containerDefinitions/1/dockerLabels/a~1b~0c");
        assertThat(port.within(ContainerDefinition.class)).isSameAs(container);
        assertThatIllegalArgumentException().isThrownBy(() -> port.within(CreateServiceRequest.class));
    }

    @Test
    void pointer_memberOfAnAbsentStructure_namesWhereItBelongs() {
        View<DeploymentControllerType> type = Facts.of(EcsConfiguration.builder()
                        .service(CreateServiceRequest.builder().build())
                        .build())
                .root()
                .member(EcsConfiguration::service)
                .member(CreateServiceRequest::deploymentController)
                .member(DeploymentController::type);

        assertThat(type.pointer()).isEqualTo("/service/deploymentController/type");
        assertThat(type.isPresent()).isFalse();
        assertSilent(type::get);
    }

    @Test
    void unknownMembers_ofAStructure_areThoseItDoesNotHave() {
        Map<String, Object> others = new LinkedHashMap<>();
        others.put("colour", "blue");
        others.put("ephemeralStorage", "${STORAGE}");
        others.put("EphemeralStorage", Map.of("Ref", "Storage"));
        others.put("nothing", null);
        others.put("Size", 5);
        others.put("networkmode", "bridge");
        View<TaskDefinition> task =
                task(TaskDefinition.builder().otherMembers(others).build());

        assertThat(task.unknownMembers())
                .extracting(View::pointer)
                .containsExactly("/taskDefinition/colour", "/taskDefinition/Size", "/taskDefinition/networkmode");
        assertThat(task.unknownMembers().get(1).name()).isEqualTo("Size");
        assertThat(task(TaskDefinition.builder().build()).unknownMembers()).isEmpty();
        assertThat(task.member(TaskDefinition::family).unknownMembers()).isEmpty();
    }

    @Test
    void find_emptyText_isAbsentAndWrittenAsItStands() {
        View<TaskDefinition> task = task(TaskDefinition.builder()
                .cpu("")
                .networkMode(new NetworkMode(""))
                .family("${NAME}")
                .build());

        assertThat(task.find(TaskDefinition::cpu)).isNull();
        assertThat(task.has(TaskDefinition::networkMode)).isFalse();
        assertThat(task.written(TaskDefinition::cpu)).isEmpty();
        assertThat(task.written(TaskDefinition::family)).isEqualTo("${NAME}");
        assertSilent(() -> task.get(TaskDefinition::cpu));
    }

    @Test
    void read_whatIsNotKnown_isSilent() {
        Map<String, Object> others = new HashMap<>();
        others.put("cpu", Map.of("Ref", "Cpu"));
        others.put("Volumes", "${VOLUMES}");
        others.put("memory", null);
        View<TaskDefinition> task = task(TaskDefinition.builder()
                .networkMode(new NetworkMode("{{ mode }}"))
                .otherMembers(others)
                .build());

        assertSilent(() -> task.find(TaskDefinition::cpu));
        assertSilent(() -> task.lacks(TaskDefinition::cpu));
        assertSilent(() -> task.each(TaskDefinition::volumes));
        assertSilent(() -> task.has(TaskDefinition::volumes));
        assertSilent(() -> task.is(TaskDefinition::networkMode, NetworkMode.HOST));
        assertThat(task.member(TaskDefinition::cpu).isKnown()).isFalse();
        assertThat(task.member(TaskDefinition::networkMode).isKnown()).isFalse();
        assertSilent(task.member(TaskDefinition::volumes)::find);
        // Written as JSON null is absent, not unknown.
        assertThat(task.lacks(TaskDefinition::memory)).isTrue();
        assertThat(task.lacks(TaskDefinition::containerDefinitions)).isTrue();
    }

    @Test
    void contains_withUnknownElements_isSilentOnlyWithoutAMatch() {
        View<ContainerDefinition> container = task(TaskDefinition.builder()
                        .containerDefinitions(List.of(ContainerDefinition.builder()
                                .links(List.of("a", "${LINK}"))
                                .build()))
                        .build())
                .each(TaskDefinition::containerDefinitions)
                .get(0);

        assertThat(container.contains(ContainerDefinition::links, "a")).isTrue();
        assertSilent(() -> container.contains(ContainerDefinition::links, "b"));
        assertThat(container.contains(ContainerDefinition::command, "b")).isFalse();
    }

    @Test
    void entries_ofAMap_keepTheirOrderAndTheirKeys() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("b/c", "1");
        labels.put("a", "${A}");
        View<ContainerDefinition> container = task(TaskDefinition.builder()
                        .containerDefinitions(List.of(ContainerDefinition.builder()
                                .dockerLabels(labels)
                                .build()))
                        .build())
                .each(TaskDefinition::containerDefinitions)
                .get(0);

        List<View<String>> entries = container.entries(ContainerDefinition::dockerLabels);

        assertThat(entries).extracting(View::name).containsExactly("b/c", "a");
        assertThat(entries).extracting(View::isKnown).containsExactly(true, false);
        assertThat(entries.get(0).pointer()).isEqualTo("/taskDefinition/containerDefinitions/0/dockerLabels/b~1c");
    }

    @Test
    void kept_whatHasNoComponent_isFoundInEitherSpelling() {
        View<TaskDefinition> task = task(TaskDefinition.builder()
                .otherMembers(
                        Map.of("Tags", List.of(Map.of("Key", "a"), "${TAG}", Map.of("Key", "b")), "cpu", List.of(1)))
                .build());

        assertThat(task.kept("cpu").find()).isEqualTo(List.of(1));
        assertThat(task.kept("labels").isPresent()).isFalse();
        assertThat(task.kept("labels").pointer()).isEqualTo("/taskDefinition/labels");
        assertThat(task.eachKept("tags", Tag.class, tag -> new Tag((String) tag.get("Key"), null, null)))
                .extracting(tag -> tag.member(Tag::key))
                .extracting(View::toString)
                .containsExactly("/taskDefinition/Tags/0/key = a", "/taskDefinition/Tags/2/key = b");
        assertThat(task.eachKept("labels", Tag.class, tag -> new Tag("a", null, null)))
                .isEmpty();
    }

    @Test
    void any_oneThatMeetsTheCondition_isEnoughHoweverLittleIsKnownOfTheOthers() {
        List<View<ContainerDefinition>> containers = task(TaskDefinition.builder()
                        .containerDefinitions(List.of(
                                ContainerDefinition.builder().image("${IMAGE}").build(),
                                ContainerDefinition.builder().image("a").build()))
                        .build())
                .each(TaskDefinition::containerDefinitions);

        assertThat(View.any(containers, container -> container.is(ContainerDefinition::image, "a")))
                .isTrue();
        assertSilent(() -> View.any(containers, container -> container.is(ContainerDefinition::image, "b")));
        assertThat(View.any(containers, container -> container.has(ContainerDefinition::cpu)))
                .isFalse();
    }
}
