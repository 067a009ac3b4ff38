package io.stowage.ecs.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published modules also work on the module path; all other tests run on the class path. */
class ModulePathTest {

    private static final Set<String> LIBRARIES = Set.of(
            "tools.jackson.core",
            "org.snakeyaml.engine",
            "org.antlr.antlr4.runtime",
            "re2j",
            "info.picocli",
            "org.jspecify");

    private static final Set<String> OURS = Set.of(
            "io.stowage.ecs.model", "io.stowage.ecs.cql", "io.stowage.ecs.placement", "io.stowage.ecs.validation");

    private static ModuleLayer layer;

    @BeforeAll
    static void resolve() {
        Path[] published = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(ModulePathTest::isWanted)
                .toArray(Path[]::new);
        // The command lines ask for picocli only if it is there; whoever runs them adds it.
        Set<String> roots = new TreeSet<>(OURS);
        roots.add("info.picocli");
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration =
                boot.configuration().resolve(ModuleFinder.of(published), ModuleFinder.of(), roots);
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

    /** Reaches the parser, the regular expressions and the reflection over records, each in a module of its own. */
    @ParameterizedTest
    @CsvSource({
        "io.stowage.ecs.cql, io.stowage.ecs.cql.ClusterQuery, attribute:ecs.instance-type =~ t2.*",
        "io.stowage.ecs.validation, io.stowage.ecs.validation.EcsValidator, ''"
    })
    void frontDoor_leadsToTheLibrariesBehindIt(String module, String frontDoor, String query) throws Exception {
        Class<?> door = Class.forName(frontDoor, true, layer.findLoader(module));

        Object answer = query.isEmpty()
                ? door.getMethod("catalogue").invoke(null)
                : door.getMethod("parse", String.class).invoke(null, query);

        assertThat(answer.toString()).contains(query.isEmpty() ? "size.fargate-cpu-value" : query);
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.stowage.ecs.placement", "io.stowage.ecs.validation"})
    void commandLine_isOpenToPicocli(String module) throws Exception {
        Class<?> main = Class.forName(module + ".cli.Main", true, layer.findLoader(module));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        Object code = main.getMethod("run", PrintWriter.class, PrintWriter.class, String[].class)
                .invoke(null, new PrintWriter(out), new PrintWriter(err), new String[] {"--help"});

        assertThat(err.toString()).isEmpty();
        assertThat(code).isEqualTo(0);
        assertThat(out.toString()).contains("Usage:");
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
