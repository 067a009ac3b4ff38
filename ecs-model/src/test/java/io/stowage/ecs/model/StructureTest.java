package io.stowage.ecs.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stowage.ecs.model.testing.Arbitrary;
import io.stowage.ecs.model.testing.ModelTypes;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every record of the model promises about its lists, its maps and its absent members. */
class StructureTest {

    static List<Class<? extends EcsStructure>> structures() {
        return ModelTypes.structures();
    }

    @ParameterizedTest
    @MethodSource("structures")
    void components_haveOtherMembersLast(Class<? extends EcsStructure> type) {
        RecordComponent[] components = type.getRecordComponents();

        assertThat(components[components.length - 1].getName()).isEqualTo("otherMembers");
        assertThat(Modifier.isPublic(type.getModifiers())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("structures")
    void nullableComponents_areExactlyScalarsAndStructures(Class<? extends EcsStructure> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            boolean collection = component.getType() == List.class || component.getType() == Map.class;
            assertThat(component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                    .as("%s of %s", component.getName(), type)
                    .isEqualTo(!collection);
        }
    }

    @ParameterizedTest
    @MethodSource("structures")
    void listsAndMaps_neverNull_unmodifiableAndApartFromWhatWasGiven(Class<? extends EcsStructure> type)
            throws Exception {
        @Nullable Object[] arguments = Arbitrary.full(1).arguments(type);
        Object full = Arbitrary.construct(type, arguments);
        Object empty = Arbitrary.construct(type, new Object[arguments.length]);
        String before = full.toString();

        RecordComponent[] components = type.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            if (arguments[i] instanceof Collection<?> given) {
                given.clear();
            } else if (arguments[i] instanceof Map<?, ?> given) {
                given.clear();
            }
            Object held = components[i].getAccessor().invoke(full);
            Object absent = components[i].getAccessor().invoke(empty);
            if (held instanceof Collection<?> list) {
                assertThatThrownBy(list::clear).isInstanceOf(UnsupportedOperationException.class);
                assertThat((Collection<?>) absent).isEmpty();
                assertThat(Presence.isAbsent((Collection<?>) absent)).isTrue();
            } else if (held instanceof Map<?, ?> map && !components[i].getName().equals("otherMembers")) {
                assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
                assertThat((Map<?, ?>) absent).isEmpty();
                assertThat(Presence.isAbsent((Map<?, ?>) absent)).isTrue();
            }
        }
        assertThat(full).hasToString(before);
        assertThat(((EcsStructure) empty).otherMembers()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("structures")
    void equals_goesByMeaning_absentAndEmptyAreEqual(Class<? extends EcsStructure> type) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable
        Object[] empties = Arrays.stream(components)
                .map(component -> component.getType() == List.class
                        ? new ArrayList<>()
                        : component.getType() == Map.class ? new LinkedHashMap<>() : null)
                .toArray();

        Object empty = Arbitrary.construct(type, empties);
        Object absent = Arbitrary.construct(type, new Object[components.length]);

        assertThat(empty).isEqualTo(absent).hasSameHashCodeAs(absent);
    }

    @ParameterizedTest
    @MethodSource("structures")
    void constructor_nullInList_isRefused(Class<? extends EcsStructure> type) {
        RecordComponent[] components = type.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            @Nullable Object[] arguments = new Object[components.length];
            if (components[i].getType() == List.class) {
                arguments[i] = Collections.singletonList(null);
            } else if (components[i].getType() == Map.class
                    && !components[i].getName().equals("otherMembers")) {
                arguments[i] = Collections.singletonMap("k", null);
            } else {
                continue;
            }
            assertThatThrownBy(() -> Arbitrary.construct(type, arguments))
                    .hasRootCauseInstanceOf(NullPointerException.class);
        }
    }
}
