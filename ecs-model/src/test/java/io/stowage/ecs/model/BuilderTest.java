package io.stowage.ecs.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.testing.Arbitrary;
import io.stowage.ecs.model.testing.ModelTypes;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Builders say the same as constructors, for every record there is. */
class BuilderTest {

    private static final int SEEDS = 20;

    static List<Class<? extends EcsStructure>> structures() {
        return ModelTypes.structures();
    }

    @Test
    void structures_areFound() {
        assertThat(structures()).hasSizeGreaterThan(150);
    }

    @ParameterizedTest
    @MethodSource("structures")
    void builder_givenEachComponent_equalsConstructor(Class<? extends EcsStructure> type) throws Exception {
        for (long seed = 0; seed < SEEDS; seed++) {
            @Nullable Object[] arguments = Arbitrary.of(seed).arguments(type);
            Object constructed = Arbitrary.construct(type, arguments);

            Object builder = type.getMethod("builder").invoke(null);
            RecordComponent[] components = type.getRecordComponents();
            for (int i = 0; i < components.length; i++) {
                Method setter = builder.getClass().getMethod(components[i].getName(), components[i].getType());
                assertThat(setter.invoke(builder, arguments[i])).isSameAs(builder);
            }

            sameInEveryWay(builder, constructed, seed);
        }
    }

    @ParameterizedTest
    @MethodSource("structures")
    void toBuilder_unchanged_givesTheSameBack(Class<? extends EcsStructure> type) throws Exception {
        for (long seed = 0; seed < SEEDS; seed++) {
            EcsStructure structure = Arbitrary.of(seed).structure(type);

            sameInEveryWay(type.getMethod("toBuilder").invoke(structure), structure, seed);
        }
    }

    @ParameterizedTest
    @MethodSource("structures")
    void builder_leftEmpty_hasEverythingAbsent(Class<? extends EcsStructure> type) throws Exception {
        Object builder = type.getMethod("builder").invoke(null);

        EcsStructure empty =
                (EcsStructure) builder.getClass().getMethod("build").invoke(builder);

        assertThat(EcsJson.write(empty)).isEqualToIgnoringWhitespace("{ }");
    }

    private static void sameInEveryWay(Object builder, Object expected, long seed) throws Exception {
        Object built = builder.getClass().getMethod("build").invoke(builder);
        assertThat(built).as("seed %d", seed).isEqualTo(expected).hasSameHashCodeAs(expected);
        // equals goes by meaning; the text also tells an absent list from an empty one.
        assertThat(EcsJson.write((EcsStructure) built)).isEqualTo(EcsJson.write((EcsStructure) expected));
    }
}
