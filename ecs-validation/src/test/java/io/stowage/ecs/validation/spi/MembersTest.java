package io.stowage.ecs.validation.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.task.RunTaskRequest;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.EphemeralStorage;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.Volume;
import io.stowage.ecs.validation.input.EcsConfiguration;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MembersTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                EcsConfiguration.class,
                TaskDefinition.class,
                ContainerDefinition.class,
                PortMapping.class,
                Volume.class,
                CreateServiceRequest.class,
                RunTaskRequest.class
            })
    void known_everyMemberOfARecord_isFoundByItsAccessor(Class<?> record) {
        for (RecordComponent component : record.getRecordComponents()) {
            if (component.getName().equals("otherMembers")) {
                continue;
            }
            Member<Object, Object> accessor = structure -> read(component, structure);

            Members.Known known = Members.known(record, accessor);

            assertThat(known.name()).isEqualTo(component.getName());
            assertThat(known.type()).isEqualTo(component.getType());
        }
    }

    @Test
    void known_referenceToAnAccessor_knowsWhatAListHolds() {
        Member<TaskDefinition, List<ContainerDefinition>> member = TaskDefinition::containerDefinitions;

        Members.Known known = Members.known(TaskDefinition.class, member);

        assertThat(known.name()).isEqualTo("containerDefinitions");
        assertThat(known.held()).isEqualTo(ContainerDefinition.class);
        assertThat(Members.known(TaskDefinition.class, member)).isSameAs(known);
    }

    @Test
    void known_referenceThatHoldsAnother_isNotMistakenForAnEarlierOne() {
        assertThat(Members.known(TaskDefinition.class, wrapped(TaskDefinition::cpu))
                        .name())
                .isEqualTo("cpu");
        assertThat(Members.known(TaskDefinition.class, wrapped(TaskDefinition::memory))
                        .name())
                .isEqualTo("memory");
    }

    @Test
    void known_whatIsNoMember_isRefused() {
        Member<TaskDefinition, Object> effective = TaskDefinition::effectiveNetworkMode;
        Member<TaskDefinition, Object> constant = task -> null;
        Member<TaskDefinition, Object> longer = task -> {
            EphemeralStorage storage = task.ephemeralStorage();
            return storage == null ? null : storage.sizeInGiB();
        };
        Member<TaskDefinition, Object> failing = task -> task.ephemeralStorage().sizeInGiB();

        for (Member<TaskDefinition, Object> member : List.of(effective, constant, longer, failing)) {
            assertThatIllegalArgumentException().isThrownBy(() -> Members.known(TaskDefinition.class, member));
        }
        Member<String, Integer> ofNoRecord = String::length;
        assertThatIllegalArgumentException().isThrownBy(() -> Members.known(String.class, ofNoRecord));
    }

    private static Member<TaskDefinition, String> wrapped(Member<TaskDefinition, String> member) {
        return task -> member.of(task);
    }

    private static Object read(RecordComponent component, Object structure) {
        try {
            return component.getAccessor().invoke(structure);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
