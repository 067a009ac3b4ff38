package io.stowage.ecs.cql;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.cql.build.Conditions;
import io.stowage.ecs.cql.lint.QueryLint;
import io.stowage.ecs.model.cluster.Attribute;
import io.stowage.ecs.model.cluster.ContainerInstance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows of queries is what happens. */
class ReadmeTest {
    private static final Path README = Path.of("..", "README.md");

    private final InstanceFacts instance = InstanceDescription.of(
            ContainerInstance.builder()
                    .attributes(List.of(Attribute.builder()
                            .name("ecs.instance-type")
                            .value("t2.small")
                            .build()))
                    .build(),
            List.of());

    @Test
    void program_ofTheReadme_compilesAndAnswers() throws IOException {
        // begin
        ClusterQuery query = ClusterQuery.parse("attribute:ecs.instance-type =~ t2\\..* and attribute:stack != prod");

        System.out.println(query.matches(instance)); // for anything that implements InstanceFacts
        System.out.println(query.explain(instance)); // a verdict for each part: `attribute:stack` is absent
        System.out.println(query.dependencies().isStatic()); // true: no task that comes or goes changes the answer
        QueryLint.check(query).forEach(System.out::println); // `!=` leaves out instances without `stack`
        System.out.println(Conditions.attribute("stack").notExists().toQuery()); // built in Java
        // end
        assertThat(query.matches(instance)).isFalse();
        assertThat(query.explain(instance).toString()).contains("`attribute:stack` is absent");
        assertThat(query.dependencies().isStatic()).isTrue();
        assertThat(QueryLint.check(query).toString()).contains("stack");
        assertThat(Conditions.attribute("stack").notExists().toQuery()).hasToString("attribute:stack !exists");
        assertThat(code(block("```java\n(ClusterQuery query.*?)```"))).isEqualTo(code(ownSource()));
    }

    @Test
    void refusal_ofTheReadme_isWhatIsSaid() throws IOException {
        ClusterQueryError error =
                ClusterQuery.tryParse("attribute:stack = prod").errors().get(0);

        assertThat(block("```\n(`=` is no operator.*?)\n```")).isEqualTo(error.toString());
    }

    private static String block(String pattern) throws IOException {
        Matcher block = Pattern.compile(pattern, Pattern.DOTALL).matcher(Files.readString(README));
        assertThat(block.find()).as(pattern.toLowerCase(Locale.ROOT)).isTrue();
        return block.group(1);
    }

    private static String ownSource() throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/stowage/ecs/cql/ReadmeTest.java"));
        return source.substring(source.indexOf("// begin\n") + "// begin\n".length(), source.indexOf("// end\n"));
    }

    /** The formatter may break lines anew; what counts is the code. */
    private static String code(String text) {
        return text.replaceAll("\\s+", "");
    }
}
