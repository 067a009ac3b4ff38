package io.stowage.ecs.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stowage.ecs.model.taskdef.ContainerDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PresenceTest {

    @Test
    void listOf_null_isAbsentAndStaysAbsentWhenCopied() {
        List<String> absent = Presence.listOf(null);

        assertThat(absent).isEmpty();
        assertThat(Presence.isAbsent(absent)).isTrue();
        assertThat(Presence.isAbsent(Presence.listOf(absent))).isTrue();
        assertThat(absent).isEqualTo(List.of()).hasSameHashCodeAs(List.of());
        assertThatThrownBy(() -> absent.get(0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void listOf_empty_isThere() {
        assertThat(Presence.isAbsent(Presence.listOf(List.of()))).isFalse();
    }

    @Test
    void mapOf_null_isAbsentAndStaysAbsentWhenCopied() {
        Map<String, String> absent = Presence.mapOf(null);

        assertThat(absent).isEmpty();
        assertThat(Presence.isAbsent(absent)).isTrue();
        assertThat(Presence.isAbsent(Presence.mapOf(absent))).isTrue();
        assertThat(Presence.isAbsent(Presence.mapOf(Map.of()))).isFalse();
        assertThat(absent).isEqualTo(Map.of()).hasSameHashCodeAs(Map.of());
    }

    @Test
    void mapOf_copies_inWrittenOrder() {
        Map<String, String> given = new LinkedHashMap<>();
        for (String key : List.of("z", "a", "m", "b")) {
            given.put(key, key);
        }

        Map<String, String> copy = Presence.mapOf(given);
        given.clear();

        assertThat(copy.keySet()).containsExactly("z", "a", "m", "b");
    }

    @Test
    void toBuilder_absentList_staysAbsentAndEmptyStaysEmpty() {
        ContainerDefinition definition = ContainerDefinition.builder().command(List.of()).build().toBuilder()
                .build();

        assertThat(Presence.isAbsent(definition.command())).isFalse();
        assertThat(Presence.isAbsent(definition.entryPoint())).isTrue();
        assertThat(Presence.isAbsent(definition.dockerLabels())).isTrue();
    }

    @Test
    void freeze_copiesDeeply_inOrderWithNulls() {
        List<Object> inner = new ArrayList<>(Arrays.asList(1, null, "x"));
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("b", inner);
        given.put("a", null);
        given.put("c", new HashMap<>(Map.of("k", inner)));

        Map<String, Object> frozen = Presence.freeze(given);
        inner.clear();
        given.clear();

        assertThat(frozen.keySet()).containsExactly("b", "a", "c");
        assertThat(frozen.get("b")).isEqualTo(Arrays.asList(1, null, "x"));
        assertThat(frozen.get("c")).isEqualTo(Map.of("k", Arrays.asList(1, null, "x")));
        assertThatThrownBy(() -> ((List<?>) frozen.get("b")).clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void freeze_whatJsonCannotHold_isRefused() {
        assertThatThrownBy(() -> Presence.freeze(Map.of("k", List.of(new AtomicReference<>()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AtomicReference");
        assertThatThrownBy(() -> Presence.freeze(Map.of("k", Collections.singletonMap(1, "x"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name");
        assertThatThrownBy(() -> Presence.freeze(Map.of("k", Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }
}
