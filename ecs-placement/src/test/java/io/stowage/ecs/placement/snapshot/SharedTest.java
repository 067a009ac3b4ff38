package io.stowage.ecs.placement.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Large clusters are small, because what is equal is there once. */
class SharedTest {
    private static InstanceSnapshotBuilder instance(String id, String... namesAndValues) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            attributes.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return InstanceSnapshot.builder(id, InstanceResources.of(1024, 2048))
                .attributes(attributes)
                .takenPorts(TakenPorts.of(List.of(22), List.of()));
    }

    private static List<InstanceSnapshot> cluster(InstanceSnapshotBuilder... instances) {
        return ClusterSnapshot.ofSnapshots(
                        List.of(instances).stream()
                                .map(InstanceSnapshotBuilder::build)
                                .toList(),
                        List.of())
                .instances();
    }

    @Test
    void instances_thatAreAlike_shareWhatIsEqual() {
        List<InstanceSnapshot> both =
                cluster(instance("i-a", "zone", "a", "rack", "r"), instance("i-b", "zone", "a", "rack", "r"));

        assertThat(both.get(1).attributes()).isSameAs(both.get(0).attributes());
        assertThat(both.get(1).registered()).isSameAs(both.get(0).registered());
        assertThat(both.get(1).remaining()).isSameAs(both.get(0).registered());
        assertThat(both.get(1).takenPorts()).isSameAs(both.get(0).takenPorts());
    }

    @Test
    void instances_thatDiffer_keepTheirOwn() {
        List<InstanceSnapshot> all = cluster(
                instance("i-a", "zone", "a", "rack", "r"),
                instance("i-b", "rack", "r", "zone", "a"),
                instance("i-c", "zone", "b"));

        assertThat(all.get(0).attributes().keySet()).containsExactly("zone", "rack");
        assertThat(all.get(1).attributes().keySet()).containsExactly("rack", "zone");
        assertThat(all.get(2).attributes()).isEqualTo(Map.of("zone", "b"));
    }

    @Test
    void attributes_thatAreShared_areThoseThatWereGiven() {
        InstanceSnapshot given = instance("i-a", "zone", "a", "empty", "").build();
        InstanceSnapshot shared = ClusterSnapshot.ofSnapshots(List.of(given), List.of())
                .instances()
                .get(0);

        assertThat(shared).isEqualTo(given).hasSameHashCodeAs(given).hasToString(given.toString());
        assertThat(shared.attributes().get("zone")).isEqualTo("a");
        assertThat(shared.attributes().get("empty")).isEmpty();
        assertThat(shared.attributes().get("none")).isNull();
        assertThat(shared.attributes().containsKey("zone")).isTrue();
        assertThat(shared.attributes().containsKey("none")).isFalse();
        assertThatThrownBy(() -> shared.attributes().put("zone", "b"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> shared.attributes().remove("zone")).isInstanceOf(UnsupportedOperationException.class);
        assertThat(shared.toBuilder().attribute("zone", "b").build().attributes())
                .containsEntry("zone", "b")
                .containsEntry("empty", "");
        assertThat(shared.zone()).isNull();
    }

    @Test
    void tasks_thatHoldTheSame_shareIt() {
        InstanceSnapshot instance = instance("i-a").build();
        List<TaskSnapshot> tasks = ClusterSnapshot.ofSnapshots(
                        List.of(instance),
                        List.of(
                                TaskSnapshot.running("t-1", new String("i-a"), "web")
                                        .withHeld(HeldResources.of(1, 2)),
                                TaskSnapshot.running("t-2", new String("i-a"), new String("web"))
                                        .withHeld(HeldResources.of(1, 2))))
                .tasks();

        assertThat(tasks.get(1).held()).isSameAs(tasks.get(0).held());
        assertThat(tasks.get(1).instanceId()).isSameAs(instance.id());
        assertThat(tasks.get(1).group()).isSameAs(tasks.get(0).group());
    }

    @Test
    void resources_withoutDevices_areUnmodifiableAllTheSame() {
        assertThat(InstanceResources.of(1, 1).gpuIds()).isEmpty();
        assertThatThrownBy(() -> InstanceResources.of(1, 1).gpuIds().add("gpu"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> TakenPorts.of(new TreeSet<>(), List.of()).tcp().add(1))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
