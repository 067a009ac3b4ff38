package io.stowage.ecs.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published modules also work on the module path; all other tests run on the class path. */
class ModulePathTest {

    private static final Set<String> LIBRARIES =
            Set.of("tools.jackson.core", "org.antlr.antlr4.runtime", "re2j", "info.picocli", "org.jspecify");

    private static final Set<String> OURS = Set.of(
            "io.stowage.ecs.model", "io.stowage.ecs.cql", "io.stowage.ecs.placement", "io.stowage.ecs.validation");

    private static ModuleLayer layer;

    @BeforeAll
    static void resolve() {
        Path[] published = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(ModulePathTest::isWanted)
                .toArray(Path[]::new);
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration = boot.configuration().resolve(ModuleFinder.of(published), ModuleFinder.of(), OURS);
        layer = boot.defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
    }

    @ParameterizedTest
    @CsvSource({
        "io.stowage.ecs.model, io.stowage.ecs.model.json.EcsJson",
        "io.stowage.ecs.cql, io.stowage.ecs.cql.ClusterQuery",
        "io.stowage.ecs.placement, io.stowage.ecs.placement.PlacementEngine",
        "io.stowage.ecs.validation, io.stowage.ecs.validation.EcsValidator"
    })
    void frontDoor_isOpen(String module, String frontDoor) throws Exception {
        Class<?> door = Class.forName(frontDoor, true, layer.findLoader(module));

        assertThat(door.getModule().getName()).isEqualTo(module);
        assertThat(door.getModule().isExported(door.getPackageName())).isTrue();
    }

    private static boolean isWanted(Path entry) {
        try {
            return ModuleFinder.of(entry).findAll().stream()
                    .map(found -> found.descriptor().name())
                    .anyMatch(name -> OURS.contains(name) || LIBRARIES.contains(name));
        } catch (FindException notAModule) {
            return false;
        }
    }
}
