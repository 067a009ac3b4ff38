package io.stowage.ecs.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stowage.ecs.model.taskdef.LogDriver;
import io.stowage.ecs.model.testing.ModelTypes;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every enumeration has its constants, and is open at the end. */
class OpenEnumTest {

    static List<Class<? extends OpenEnum>> enumerations() {
        return ModelTypes.enumerations();
    }

    @ParameterizedTest
    @MethodSource("enumerations")
    void constants_areExactlyTheKnown(Class<? extends OpenEnum> type) throws Exception {
        List<Object> constants = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers()) && field.getType() == type) {
                constants.add(field.get(null));
            }
        }

        List<?> known = (List<?>) type.getMethod("known").invoke(null);

        assertThat(constants).isNotEmpty().doesNotHaveDuplicates().isEqualTo(known);
        assertThat(known).allMatch(constant -> ((OpenEnum) constant).isKnown());
        assertThatThrownBy(() -> known.remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @MethodSource("enumerations")
    void unknownText_isKeptAsWritten(Class<? extends OpenEnum> type) throws Exception {
        OpenEnum unknown = type.getConstructor(String.class).newInstance("Not-Yet known");

        assertThat(unknown.value()).isEqualTo("Not-Yet known");
        assertThat(unknown.isKnown()).isFalse();
        assertThat(unknown).hasToString("Not-Yet known");
        assertThat(unknown).isEqualTo(type.getConstructor(String.class).newInstance("Not-Yet known"));
        assertThatThrownBy(() -> type.getConstructor(String.class).newInstance((Object) null))
                .hasRootCauseInstanceOf(NullPointerException.class);
    }

    @Test
    void sameText_equalsConstant_letterCaseCounts() {
        assertThat(new LogDriver("awslogs")).isEqualTo(LogDriver.AWSLOGS);
        assertThat(new LogDriver("AwsLogs")).isNotEqualTo(LogDriver.AWSLOGS);
        assertThat(new LogDriver("AwsLogs").isKnown()).isFalse();
    }
}
