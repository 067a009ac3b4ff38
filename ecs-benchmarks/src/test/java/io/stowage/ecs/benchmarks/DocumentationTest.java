package io.stowage.ecs.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every public member that a person wrote is documented in full. Generated builders and parsers are read as classes, so
 * nothing is asked of them.
 */
@Tag("analysis")
class DocumentationTest {

    private static final Pattern EXPORTS = Pattern.compile("^\\s*exports\\s+([\\w.]+)", Pattern.MULTILINE);
    /** Tags that the Javadoc run knows by its configuration and the compiler does not. */
    private static final Pattern OWN_TAG = Pattern.compile("unknown tag: (?:apiNote|implSpec|implNote)");

    private static final Pattern COMPACT_CONSTRUCTOR = Pattern.compile("\\s*(?:public|protected)\\s+\\w+\\s*\\{");

    @ParameterizedTest
    @ValueSource(strings = {"ecs-model", "ecs-cql", "ecs-placement", "ecs-validation"})
    void exportedPackages_areDocumentedInFull(String module) throws IOException {
        Path sources = Path.of("..", module, "src", "main", "java");
        assertThat(faults(sources)).isEmpty();
    }

    private static List<String> faults(Path sources) throws IOException {
        Set<Path> exported = exportedFolders(sources);
        List<Path> files;
        try (Stream<Path> walk = Files.walk(sources)) {
            files = walk.filter(file -> file.toString().endsWith(".java") && !file.endsWith("module-info.java"))
                    // In no module, and compiled against an API that is not here.
                    .filter(file -> !file.getParent().endsWith("enforcer"))
                    .sorted()
                    .toList();
        }
        assertThat(files).isNotEmpty();

        List<String> faults = new ArrayList<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-proc:none",
                "-implicit:none",
                "-Xdoclint:all/protected",
                "-Xmaxwarns",
                "100000",
                "-classpath",
                System.getProperty("java.class.path"));
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(found, Locale.ENGLISH, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, found, options, null, manager.getJavaFileObjectsFromPaths(files));
            for (Element type : task.analyze()) {
                addUnexplainedComponents(type, task.getElements(), exported, sources, faults);
            }
        }
        for (Diagnostic<? extends JavaFileObject> fault : found.getDiagnostics()) {
            if (fault.getSource() == null) {
                continue;
            }
            Path file = Path.of(fault.getSource().getName());
            String message = fault.getMessage(Locale.ENGLISH);
            if (OWN_TAG.matcher(message).matches()) {
                continue;
            }
            boolean error = fault.getKind() == Diagnostic.Kind.ERROR;
            if (error || exported.contains(file.getParent()) && !isOfCompactConstructor(fault, file, message)) {
                faults.add(file + ":" + fault.getLineNumber() + ": " + message);
            }
        }
        return faults;
    }

    /** JDK 17 does not ask records to explain their components, so this does. */
    private static void addUnexplainedComponents(
            Element element, Elements elements, Set<Path> exported, Path sources, List<String> faults) {
        if (!(element instanceof TypeElement type)
                || !type.getModifiers().contains(Modifier.PUBLIC)
                || !exported.contains(
                        folder(sources, elements.getPackageOf(type).toString()))) {
            return;
        }
        String comment = elements.getDocComment(type);
        for (RecordComponentElement component : type.getRecordComponents()) {
            Pattern explained = Pattern.compile("@param\\s+" + component.getSimpleName() + "\\b");
            if (comment == null || !explained.matcher(comment).find()) {
                faults.add(type + ": no @param for " + component);
            }
        }
        for (Element inner : type.getEnclosedElements()) {
            addUnexplainedComponents(inner, elements, exported, sources, faults);
        }
    }

    /** JDK 17 asks a compact constructor again for what its record explains. */
    private static boolean isOfCompactConstructor(Diagnostic<?> fault, Path file, String message) throws IOException {
        if (!message.startsWith("no @param for")) {
            return false;
        }
        String line = Files.readAllLines(file).get((int) fault.getLineNumber() - 1);
        return COMPACT_CONSTRUCTOR.matcher(line).matches();
    }

    private static Set<Path> exportedFolders(Path sources) throws IOException {
        return EXPORTS.matcher(Files.readString(sources.resolve("module-info.java")))
                .results()
                .map(match -> folder(sources, match.group(1)))
                .collect(Collectors.toSet());
    }

    private static Path folder(Path sources, String packageName) {
        return sources.resolve(packageName.replace('.', '/'));
    }
}
