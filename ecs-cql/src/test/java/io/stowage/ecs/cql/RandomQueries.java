package io.stowage.ecs.cql;

import io.stowage.ecs.cql.ast.And;
import io.stowage.ecs.cql.ast.AttributeSubject;
import io.stowage.ecs.cql.ast.BooleanLiteral;
import io.stowage.ecs.cql.ast.Comparison;
import io.stowage.ecs.cql.ast.Existence;
import io.stowage.ecs.cql.ast.Expression;
import io.stowage.ecs.cql.ast.Field;
import io.stowage.ecs.cql.ast.InstantLiteral;
import io.stowage.ecs.cql.ast.IntegerLiteral;
import io.stowage.ecs.cql.ast.Literal;
import io.stowage.ecs.cql.ast.Match;
import io.stowage.ecs.cql.ast.Membership;
import io.stowage.ecs.cql.ast.Not;
import io.stowage.ecs.cql.ast.Operator;
import io.stowage.ecs.cql.ast.Or;
import io.stowage.ecs.cql.ast.PatternLiteral;
import io.stowage.ecs.cql.ast.Subject;
import io.stowage.ecs.cql.ast.TaskGroupSubject;
import io.stowage.ecs.cql.ast.TextLiteral;
import io.stowage.ecs.cql.ast.TextRange;
import io.stowage.ecs.cql.ast.Version;
import io.stowage.ecs.cql.ast.VersionLiteral;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes trees, from few names and values so that the parts of a tree have something to do with each other. */
final class RandomQueries {
    static final List<String> NAMES = List.of("a", "b", "ecs.instance-type");
    static final List<String> VALUES = List.of("", "1", "2", "10", "1.0", "x", "xy", "t2.small", "t2.micro");
    static final List<String> GROUPS = List.of("service:x", "family:y", "z");
    static final List<String> VERSIONS = List.of("1.9", "1.14", "1.14.0", "1.14.0.1", "2");
    static final List<Instant> TIMES =
            List.of(Instant.parse("2018-02-13T00:00:00Z"), Instant.parse("2018-02-13T00:00:01Z"), Instant.EPOCH);
    private static final List<String> PATTERNS = List.of(
            ".*", "x", "x.*", "t2\\..*", "t2.*", "[a-z]+", "(x|1).*", "", ".+", "\\d+(\\.\\d+)?", "(?i)X", "a b|'c'");

    private final Random random;

    RandomQueries(long seed) {
        this.random = new Random(seed);
    }

    /** A tree of at most so many levels of connectives. */
    Expression tree(int levels) {
        int kind = levels == 0 ? 0 : random.nextInt(6);
        return switch (kind) {
            case 0, 1 -> predicate();
            case 2, 3 -> new And(parts(levels), TextRange.NONE);
            case 4 -> new Or(parts(levels), TextRange.NONE);
            default -> new Not(tree(levels - 1), TextRange.NONE);
        };
    }

    private List<Expression> parts(int levels) {
        List<Expression> parts = new ArrayList<>();
        int count = 2 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            parts.add(tree(levels - 1));
        }
        return parts;
    }

    Expression predicate() {
        Subject subject = subject();
        Operator operator = pick(List.copyOf(subject.operators()));
        return switch (operator.shape()) {
            case EXISTENCE -> new Existence(subject, operator, TextRange.NONE);
            case COMPARISON -> new Comparison(subject, operator, value(subject), TextRange.NONE);
            case MATCH -> new Match(subject, operator, PatternLiteral.of(pattern(subject)), TextRange.NONE);
            case MEMBERSHIP -> {
                List<Literal> elements = new ArrayList<>();
                int count = 1 + random.nextInt(3);
                for (int i = 0; i < count; i++) {
                    elements.add(value(subject));
                }
                yield new Membership(subject, operator, elements, TextRange.NONE);
            }
        };
    }

    private Subject subject() {
        return switch (random.nextInt(8)) {
            case 0 -> new TaskGroupSubject();
            case 1, 2 -> pick(Arrays.asList(Field.values()));
            default -> new AttributeSubject(pick(NAMES));
        };
    }

    private String pattern(Subject subject) {
        return subject instanceof TaskGroupSubject && random.nextBoolean() ? "service:.*" : pick(PATTERNS);
    }

    private Literal value(Subject subject) {
        return switch (subject.valueType()) {
            case BOOLEAN -> BooleanLiteral.of(random.nextBoolean());
            case INTEGER -> IntegerLiteral.of(random.nextInt(4));
            case VERSION -> VersionLiteral.of(Version.parse(pick(VERSIONS)).orElseThrow());
            case INSTANT -> InstantLiteral.of(pick(TIMES));
            case TEXT -> TextLiteral.of(pick(subject instanceof TaskGroupSubject ? GROUPS : VALUES));
            case PATTERN -> throw new IllegalStateException();
        };
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    Random random() {
        return random;
    }
}
