package io.stowage.ecs.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.testing.Arbitrary;
import io.stowage.ecs.model.testing.ModelTypes;
import io.stowage.ecs.model.testing.Shrinking;
import io.stowage.ecs.model.testing.Structures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a record of the model holds, writing and reading gives it back. */
class RoundTripPropertyTest {

    private static final int SEEDS = 60;

    static List<Class<? extends EcsStructure>> structures() {
        return ModelTypes.structures();
    }

    @ParameterizedTest
    @MethodSource("structures")
    void arbitraryStructure_writtenAndRead_isTheSame(Class<? extends EcsStructure> type) {
        for (long seed = 0; seed < SEEDS; seed++) {
            EcsStructure structure = Arbitrary.of(seed).structure(type);
            if (!comesBack(structure)) {
                EcsStructure smallest = Shrinking.smallest(structure, small -> !comesBack(small));
                fail("seed %d: %s is written as %s", seed, smallest, EcsJson.write(smallest));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("structures")
    void fullStructure_writtenAndRead_isTheSameWithoutFindings(Class<? extends EcsStructure> type) {
        EcsStructure structure = Arbitrary.full(1).structure(type);

        Structures.Read<?> read = Structures.read(type, EcsJson.write(structure));

        assertThat(read.findings()).isEmpty();
        assertThat(read.value()).isEqualTo(structure);
    }

    @ParameterizedTest
    @MethodSource("structures")
    void equals_ignoresWhereAValueStood(Class<? extends EcsStructure> type) {
        for (long seed = 0; seed < 10; seed++) {
            String written = EcsJson.write(Arbitrary.of(seed).structure(type));
            // No string holds a raw line end, so this moves values only.
            String compact = written.replaceAll("\n *", " ");

            EcsStructure here = Structures.read(type, written).value();
            EcsStructure there = Structures.read(type, "\n\n\t" + compact).value();

            assertThat(compact).isNotEqualTo(written);
            assertThat(there).as("seed %d", seed).isEqualTo(here).hasSameHashCodeAs(here);
        }
    }

    @Test
    void shrinking_cutsDownToWhatMatters() {
        EcsStructure structure = Arbitrary.full(5).structure(io.stowage.ecs.model.taskdef.TaskDefinition.class);

        EcsStructure smallest =
                Shrinking.smallest(structure, small -> EcsJson.write(small).contains("\"hostPort\""));

        assertThat(EcsJson.write(smallest).replaceAll("\\s+", ""))
                .matches("\\{\"containerDefinitions\":\\[\\{\"portMappings\":\\[\\{\"hostPort\":\\d+}]}]}");
    }

    private static boolean comesBack(EcsStructure structure) {
        String written = EcsJson.write(structure);
        EcsStructure read = Structures.read(structure.getClass(), written).value();
        // Equality goes by meaning, so only the text tells whether absent stayed absent and empty stayed empty.
        return read.equals(structure) && EcsJson.write(read).equals(written);
    }
}
