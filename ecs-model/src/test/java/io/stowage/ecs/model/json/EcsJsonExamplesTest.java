package io.stowage.ecs.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples in the documentation of {@link EcsJson} are compiled and run as they stand there. */
class EcsJsonExamplesTest {

    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\\n(.*?)\\n \\* }</pre>", Pattern.DOTALL);

    private static List<String> examples() throws IOException {
        String source = Files.readString(Path.of("src/main/java/io/stowage/ecs/model/json/EcsJson.java"));
        return EXAMPLE.matcher(source)
                .results()
                .map(result -> result.group(1).replaceAll("(?m)^ \\* ?", ""))
                .toList();
    }

    @Test
    void examples_compileAndRun(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("web.json"),
                "{\"family\": \"web\", \"cpu\": \"512\", \"tags\": [], \"containerDefinitions\": [{\"name\": \"app\"}]}");
        Files.writeString(folder.resolve("services.yaml"), "- serviceName: web\n  desiredCount: many\n");
        assertThat(examples()).hasSize(3);

        String printed = run(folder, String.join("\n", examples()));

        assertThat(printed).isEqualTo("""
                        web has 1 containers
                        ERROR services.yaml:2:17 json.wrong-type /0/desiredCount: found the string "many"; an integer was expected
                          desiredCount: many
                                        ^
                        """);
        assertThat(EcsJson.readTaskDefinition(folder.resolve("web-small.json")).orThrow())
                .satisfies(small -> {
                    assertThat(small.cpu()).isEqualTo("256");
                    assertThat(small.memory()).isEqualTo("512");
                    assertThat(small.otherMembers()).containsOnlyKeys("tags");
                    assertThat(small.containerDefinitions()).hasSize(1);
                });
    }

    private static String run(Path folder, String body) throws Exception {
        Path source = folder.resolve("Examples.java");
        Files.writeString(
                source,
                "import io.stowage.ecs.model.json.*;\n"
                        + "import io.stowage.ecs.model.service.*;\n"
                        + "import io.stowage.ecs.model.taskdef.*;\n"
                        + "import java.nio.file.*;\n"
                        + "import java.util.*;\n"
                        + "public class Examples { public static void run(Path folder) throws Exception {\n"
                        // The files of the examples are in the test's own folder.
                        + body.replace("Path.of(", "folder.resolve(") + "\n}}\n");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int result = compiler.run(
                null,
                null,
                errors,
                "-proc:none",
                "-classpath",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                source.toString());
        assertThat(result).as(errors.toString(StandardCharsets.UTF_8)).isZero();

        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, EcsJsonExamplesTest.class.getClassLoader())) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass("Examples").getMethod("run", Path.class).invoke(null, folder);
        } finally {
            System.setOut(console);
        }
        return printed.toString(StandardCharsets.UTF_8)
                .replace(System.lineSeparator(), "\n")
                .replace(folder + "/", "")
                .replace(folder + "\\", "");
    }
}
