package io.stowage.ecs.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stowage.ecs.validation.enforcer.EcsTaskDefinitionsRule;
import io.stowage.ecs.validation.internal.BuildCheck;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rule for the Maven Enforcer plugin, in a build of its own with the real plugin. */
class EnforcerRuleTest {
    private static final String GOOD = """
            {"family": "web", "cpu": "256", "memory": "512", "networkMode": "awsvpc",
             "requiresCompatibilities": ["FARGATE"],
             "containerDefinitions": [{"name": "app", "image": "nginx:1.27", "essential": true}]}
            """;

    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    @TempDir
    private Path folder;

    @Test
    void rule_inABuildWithTheRealPlugin_failsItOrLetsItPass() throws Exception {
        Path jar = jar();
        write("pom.xml", pom(jar));
        write("src/ecs/web.json", GOOD.replace("\"512\"", "\"3072\""));

        String failed = build(1);
        assertThat(failed)
                .contains("size.fargate-memory-for-cpu", "web.json:1:43", "BUILD FAILURE")
                .doesNotContain("Failed to create enforcer rules");

        write("src/ecs/web.json", GOOD);
        assertThat(build(0)).contains("1 document, 0 errors", "BUILD SUCCESS");
    }

    /** Older versions of Maven find the rule only if its class has a format they can read. */
    @Test
    void rule_class_isOfJava8() throws IOException {
        try (DataInputStream in = new DataInputStream(Objects.requireNonNull(
                EcsTaskDefinitionsRule.class.getResourceAsStream("EcsTaskDefinitionsRule.class")))) {
            in.readInt();
            in.readUnsignedShort();
            assertThat(in.readUnsignedShort()).isEqualTo(52);
        }
    }

    @Test
    void check_allInputs_areUnderstood() throws IOException {
        write("web.json", GOOD.replace("\"512\"", "\"3072\""));
        write("decisions.yaml", "- {rule: size.fargate-memory-for-cpu, reason: r, expires: 2026-11-25}\n");

        assertThat(check("", "error", null)).startsWith("findings").contains("3072");
        assertThat(check(
                        "practice, security",
                        "ERROR",
                        folder.resolve("decisions.yaml").toFile()))
                .startsWith("fine")
                .contains("1 suppressed");
        assertThat(check("all", "error", null))
                .startsWith("unusable")
                .contains("\"all\" is none of core, practice, security");
        assertThat(check("", "never", null)).startsWith("unusable").contains("error, warning, note");
        assertThat(check("", "error", folder.resolve("none.yaml").toFile()))
                .startsWith("unusable")
                .contains("there is no such file");
    }

    @Test
    void toolProvider_isTheCommandLine() {
        assertThat(ToolProvider.findFirst("ecs-validate"))
                .hasValueSatisfying(tool -> assertThat(tool.run(System.out, System.err, "--version"))
                        .isZero());
    }

    private String check(String sets, String failOn, @Nullable File suppressions) {
        return String.join(
                " ",
                BuildCheck.run(
                        List.of(folder.resolve("web.json").toString()),
                        List.of(),
                        sets,
                        failOn,
                        suppressions,
                        null,
                        "eu-west-1",
                        DAY));
    }

    private String build(int expected) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(maven(), "-B", "-o", "-f", folder.resolve("pom.xml").toString()));
        String repository = System.getProperty("maven.repo.local");
        if (repository != null) {
            command.add("-Dmaven.repo.local=" + repository);
        }
        command.add("validate");
        Path log = folder.resolve("build.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().remove("MAVEN_ARGS");
        builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1");
        Process process = builder.start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }
        String output = Files.readString(log);
        assertThat(ended).as(output).isTrue();
        assumeTrue(
                !output.contains("in offline mode and the artifact"),
                "left out: the local repository of this build lacks the Enforcer plugin");
        assertThat(process.exitValue()).as(output).isEqualTo(expected);
        return output;
    }

    /** The Maven on the path, or the wrapper of this project, which a build without one has run and so fetched. */
    private static String maven() {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        boolean windows = File.separatorChar == '\\';
        Stream<Path> onPath = Arrays.stream(path.split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry, windows ? "mvn.cmd" : "mvn"));
        Path wrapper =
                Path.of("..", windows ? "mvnw.cmd" : "mvnw").toAbsolutePath().normalize();
        Path found = Stream.concat(onPath, Stream.of(wrapper))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(found != null, "left out: there is no Maven on the path");
        return Objects.requireNonNull(found).toString();
    }

    /**
     * All classes that the rule needs in one file, as the plugin has them from the repository. A dependency with a path of its own
     * needs no repository and leaves nothing in one.
     */
    private Path jar() throws IOException {
        Path jar = folder.resolve("rule.jar");
        Set<String> written = new LinkedHashSet<>();
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                Path path = Path.of(entry);
                String name = path.toString().replace('\\', '/');
                if (Files.isDirectory(path) && !name.endsWith("/test-classes")) {
                    addFolder(path, out, written);
                } else if (name.matches(
                                ".*/(ecs-(model|cql|placement)|jackson-core|snakeyaml-engine|antlr4-runtime|re2j)-[^/]*jar")
                        && !name.contains("tests")) {
                    addJar(path, out, written);
                }
            }
        }
        return jar;
    }

    private static void addFolder(Path folder, JarOutputStream out, Set<String> written) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                try (InputStream in = Files.newInputStream(file)) {
                    add(name, in, out, written);
                }
            }
        }
    }

    private static void addJar(Path jar, JarOutputStream out, Set<String> written) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry :
                    file.stream().filter(one -> !one.isDirectory()).toList()) {
                try (InputStream in = file.getInputStream(entry)) {
                    add(entry.getName(), in, out, written);
                }
            }
        }
    }

    private static void add(String name, InputStream in, JarOutputStream out, Set<String> written) throws IOException {
        if (!name.endsWith("module-info.class") && written.add(name)) {
            out.putNextEntry(new JarEntry(name));
            in.transferTo(out);
            out.closeEntry();
        }
    }

    private static String pom(Path jar) {
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>sample</groupId>
                  <artifactId>sample</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <build><plugins><plugin>
                    <groupId>org.apache.maven.plugins</groupId>
                    <artifactId>maven-enforcer-plugin</artifactId>
                    <version>3.7.0</version>
                    <dependencies><dependency>
                      <groupId>io.stowage</groupId>
                      <artifactId>ecs-validation</artifactId>
                      <version>test</version>
                      <scope>system</scope>
                      <systemPath>%s</systemPath>
                    </dependency></dependencies>
                    <executions><execution>
                      <id>ecs</id>
                      <phase>validate</phase>
                      <goals><goal>enforce</goal></goals>
                      <configuration><rules>
                        <ecsTaskDefinitions>
                          <files><file>src/ecs</file></files>
                          <failOn>warning</failOn>
                        </ecsTaskDefinitions>
                      </rules></configuration>
                    </execution></executions>
                  </plugin></plugins></build>
                </project>
                """.formatted(jar);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
