package io.stowage.ecs.cql;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.stowage.ecs.cql.ast.Expression;
import io.stowage.ecs.cql.lint.QueryLint;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Generated and mangled texts. The long run is
 * {@code mvn -pl ecs-cql -am test -Dtest=FuzzTest -Dsurefire.failIfNoSpecifiedTests=false -Dstowage.cql.fuzz=10000000}: ten million
 * mangled texts and a tenth as many generated queries.
 */
class FuzzTest {
    private static final int TEXTS = Integer.getInteger("stowage.cql.fuzz", 200_000);
    private static final String SIGNS = "()[]'\",=!<>~&| \t\n.*+?{}\\$^:-_/@a1\u00e9\uD83D\uFFFF";

    @Test
    void tryParse_generatedQueryInAnySpelling_isTheSameQuery() {
        RandomQueries queries = new RandomQueries(81);
        Respeller respeller = new Respeller(82);
        for (int i = 0; i < TEXTS / 10; i++) {
            Expression tree = queries.tree(i % 3);
            String text = respeller.respell(tree.toQuery());

            ClusterQueryResult result = ClusterQuery.tryParse(text, new QueryLimits(100_000, 64));

            if (result.query().isEmpty() || !result.orElseThrow().expression().sameMeaning(tree)) {
                throw new AssertionError(text + "\n" + result);
            }
        }
    }

    @Test
    void tryParse_mangledQuery_answersAndNothingElse() {
        RandomQueries queries = new RandomQueries(83);
        Random random = queries.random();
        List<String> pool = new ArrayList<>();
        CqlCases.section("parse").forEach(c -> pool.add(c.path("expression").asString()));
        CqlCases.section("malformed").forEach(c -> pool.add(c.path("expression").asString()));
        int refused = 0;
        for (int i = 0; i < TEXTS; i++) {
            if (i % 100 == 0) {
                pool.add(queries.tree(2).toQuery());
                pool.remove(random.nextInt(pool.size()));
            }
            String text = mangle(pool, random);
            ClusterQueryResult result;
            try {
                result = ClusterQuery.tryParse(text);
                result.errors().forEach(ClusterQueryError::toString);
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError(text, e);
            }
            refused += result.errors().isEmpty() ? 0 : 1;
        }
        assertThat(refused).isBetween(TEXTS / 2, TEXTS - 1);
    }

    @Test
    void lintExplainAndSimplify_mangledQuery_answerAndNothingElse() {
        RandomQueries queries = new RandomQueries(84);
        InstanceDescription instance = new RandomInstances(85).instance();
        List<String> pool = new ArrayList<>();
        CqlCases.section("parse").forEach(c -> pool.add(c.path("expression").asString()));
        for (int i = 0; i < TEXTS / 20; i++) {
            String text = mangle(pool, queries.random());
            ClusterQuery.tryParse(text).query().ifPresent(query -> {
                assertThat(QueryLint.check(query)).isNotNull();
                assertThat(query.explain(instance).matches()).isEqualTo(query.matches(instance));
                assertThat(query.simplified().toQuery()).isNotEmpty();
            });
        }
    }

    /** Allocation stands for time here, because it can be measured exactly. */
    @ParameterizedTest(name = "{0}{1}...")
    @MethodSource
    void tryParse_twiceTheText_takesTwiceTheWorkAtMost(String head, String body, String tail) {
        QueryLimits limits = new QueryLimits(1_000_000, 256);
        String once = head + body.repeat(10_000 / body.length()) + tail;
        String twice = head + body.repeat(20_000 / body.length()) + tail;
        allocated(once, limits);
        allocated(twice, limits);

        long less = allocated(once, limits);
        long more = allocated(twice, limits);

        assertThat((double) more / less).as("%s and %s bytes", less, more).isLessThan(2.2);
    }

    static Stream<Arguments> tryParse_twiceTheText_takesTwiceTheWorkAtMost() {
        return Stream.of(
                Arguments.of("attribute:a == 1", " and attribute:a == 1", ""),
                Arguments.of("attribute:a == 1", " or not (attribute:a in [x, y])", ""),
                Arguments.of("(attribute:a=~x)", "and(attribute:a=~(x|y).*)", ""),
                Arguments.of("attribute:a =~ ", "(a*)*", " and"),
                Arguments.of("attribute:a =~ ", "[a-z]{3}", " and"),
                Arguments.of("attribute:a =~ ", "x", ".*"),
                Arguments.of("attribute:a exists", " and attribute:a =~ ([a-z]{3}x)+\\.(a*)*", ""),
                Arguments.of("attribute:a =~ ", "(a|b|", ")"),
                Arguments.of("attribute:a in [x", ",x", "]"),
                Arguments.of("attribute:a in [x", ",x", ""),
                Arguments.of("", "(", ""),
                Arguments.of("", "!", ""),
                Arguments.of("attribute:a == ", "'", ""),
                Arguments.of("attribute:a == x", " y", ""),
                Arguments.of("attribute:a in [x", " y", ""),
                Arguments.of("attribute:a =~ (x", " y", ""),
                Arguments.of("foo == 1", " and foo == 1", ""),
                Arguments.of("attribute:a exists", " AND attribute:a exists", ""),
                Arguments.of("attribute:a not in [x]", " and attribute:a not in [x]", ""),
                Arguments.of("attribute:a ", "=", ""),
                Arguments.of("attribute:", "n", " == 1"),
                Arguments.of("", "x", ""));
    }

    private static long allocated(String text, QueryLimits limits) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        ClusterQueryResult result = ClusterQuery.tryParse(text, limits);
        long after = threads.getCurrentThreadAllocatedBytes();
        assertThat(result).isNotNull();
        return after - before;
    }

    private static String mangle(List<String> pool, Random random) {
        StringBuilder text = new StringBuilder(pool.get(random.nextInt(pool.size())));
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + 1 + random.nextInt(6));
            switch (random.nextInt(5)) {
                case 0 -> text.insert(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
                case 1 -> text.delete(at, end);
                case 2 -> text.insert(at, text.substring(at, end));
                case 3 -> {
                    String other = pool.get(random.nextInt(pool.size()));
                    text.replace(at, text.length(), other.substring(Math.min(at, other.length())));
                }
                default -> {
                    if (at < text.length()) {
                        text.setCharAt(at, (char) (text.charAt(at) ^ 1 << random.nextInt(7)));
                    }
                }
            }
        }
        return text.toString();
    }

    /** Writes a printed query in other words, blanks and quotes. */
    private static final class Respeller {
        private final Random random;

        Respeller(long seed) {
            this.random = new Random(seed);
        }

        String respell(String query) {
            StringBuilder out = new StringBuilder();
            int at = 0;
            while (at < query.length()) {
                int space = query.indexOf(' ', at);
                char c = query.charAt(at);
                if (c == '\'') {
                    int end = closing(query, at);
                    out.append(query, at, end);
                    at = end;
                } else if (c == ' ') {
                    out.append(blank());
                    at++;
                } else {
                    int end = space < 0 ? query.length() : space;
                    int quote = query.indexOf('\'', at);
                    end = quote >= 0 && quote < end ? quote : end;
                    out.append(word(query.substring(at, end)));
                    at = end;
                }
            }
            return out.toString();
        }

        private static int closing(String query, int open) {
            int at = open + 1;
            while (query.charAt(at) != '\'' || query.startsWith("''", at)) {
                at += query.startsWith("''", at) ? 2 : 1;
            }
            return at + 1;
        }

        private String blank() {
            return switch (random.nextInt(4)) {
                case 0 -> "\t";
                case 1 -> " \r\n ";
                default -> " ";
            };
        }

        private String word(String word) {
            String other = switch (word) {
                case "==" -> "equals";
                case "!=" -> "not_equals";
                case ">" -> "greater_than";
                case ">=" -> "greater_than_equal";
                case "<" -> "less_than";
                case "<=" -> "less_than_equal";
                case "!exists" -> "not_exists";
                case "!in" -> "not_in";
                case "=~" -> "matches";
                case "!~" -> "not_matches";
                case "and" -> "&&";
                case "or" -> "||";
                case "not" -> "!";
                default -> word;
            };
            return random.nextBoolean() ? other : word;
        }
    }
}
