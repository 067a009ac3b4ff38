package io.stowage.ecs.cql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stowage.ecs.model.cluster.Attribute;
import io.stowage.ecs.model.cluster.ContainerInstance;
import io.stowage.ecs.model.cluster.VersionInfo;
import io.stowage.ecs.model.task.Task;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InstanceDescriptionTest {
    private static final String ARN = "arn:aws:ecs:us-east-1:123456789012:container-instance/c/1";

    @Test
    void of_instanceAndTasks_takesEveryFact() {
        ContainerInstance instance = ContainerInstance.builder()
                .containerInstanceArn(ARN)
                .agentConnected(true)
                .ec2InstanceId("i-1")
                .registeredAt(Instant.EPOCH)
                .versionInfo(VersionInfo.builder().agentVersion("1.68.2").build())
                .attributes(List.of(
                        Attribute.builder().name("stack").value("prod").build(),
                        Attribute.builder().name("ecs.capability.task-eni").build()))
                .build();

        InstanceDescription facts = InstanceDescription.of(
                instance,
                List.of(
                        task("service:web", "RUNNING", "PENDING"),
                        task("service:web", null, "RUNNING"),
                        task("service:gone", "STOPPED", "RUNNING"),
                        task("family:done", null, "STOPPED"),
                        task(null, "RUNNING", "RUNNING"),
                        task("service:elsewhere", "RUNNING", "RUNNING").toBuilder()
                                .containerInstanceArn("other")
                                .build()));

        assertThat(facts)
                .isEqualTo(new InstanceDescription(
                        true,
                        "1.68.2",
                        "i-1",
                        Instant.EPOCH,
                        3,
                        List.of("service:web"),
                        Map.of("stack", "prod", "ecs.capability.task-eni", "")));
        assertThat(ClusterQuery.parse("attribute:ecs.capability.task-eni == '' and task:group == service:web")
                        .matches(facts))
                .isTrue();
    }

    @Test
    void of_bareInstance_knowsNothing() {
        InstanceDescription facts =
                InstanceDescription.of(ContainerInstance.builder().build(), List.of());

        assertThat(facts).isEqualTo(new InstanceDescription(false, null, null, null, 0, List.of(), Map.of()));
    }

    @Test
    void of_instanceThatReportsMoreTasks_hasAsManyAsItReports() {
        ContainerInstance instance = ContainerInstance.builder()
                .containerInstanceArn(ARN)
                .runningTasksCount(5)
                .build();

        assertThat(InstanceDescription.of(instance, List.of(task("g", "RUNNING", "RUNNING")))
                        .runningTasksCount())
                .isEqualTo(5);
    }

    @Test
    void constructor_negativeCount_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InstanceDescription(false, null, null, null, -1, List.of(), Map.of()));
    }

    private static Task task(String group, String desired, String last) {
        return Task.builder()
                .containerInstanceArn(ARN)
                .group(group)
                .desiredStatus(desired)
                .lastStatus(last)
                .build();
    }
}
