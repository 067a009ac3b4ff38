package io.stowage.ecs.cql.build;

import io.stowage.ecs.cql.ast.AttributeSubject;
import io.stowage.ecs.cql.ast.BooleanLiteral;
import io.stowage.ecs.cql.ast.Field;
import io.stowage.ecs.cql.ast.InstantLiteral;
import io.stowage.ecs.cql.ast.IntegerLiteral;
import io.stowage.ecs.cql.ast.Literal;
import io.stowage.ecs.cql.ast.Subject;
import io.stowage.ecs.cql.ast.TaskGroupSubject;
import io.stowage.ecs.cql.ast.TextLiteral;
import io.stowage.ecs.cql.ast.Version;
import io.stowage.ecs.cql.ast.VersionLiteral;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;

/** The subjects of the language, each with the operators it takes. To be imported statically. */
public final class Conditions {
    private Conditions() {}

    /**
     * An attribute.
     *
     * @param name its name, without {@code attribute:}
     * @return what may be asked about it
     * @throws IllegalArgumentException if ECS allows no such name
     */
    public static AttributeTerm attribute(String name) {
        return new Text(new AttributeSubject(name));
    }

    /**
     * The groups of the tasks on the instance.
     *
     * @return what may be asked about them
     */
    public static GroupTerm taskGroup() {
        return new Text(new TaskGroupSubject());
    }

    /**
     * The id of the EC2 instance.
     *
     * @return what may be asked about it
     */
    public static TextualTerm<String> ec2InstanceId() {
        return new Text(Field.EC2_INSTANCE_ID);
    }

    /**
     * Whether the agent is connected.
     *
     * @return what may be asked about it
     */
    public static TextualTerm<Boolean> agentConnected() {
        return new Truth();
    }

    /**
     * The version of the agent: one to four numbers separated by dots.
     *
     * @return what may be asked about it; other texts are refused with an {@link IllegalArgumentException}
     */
    public static OrderedTerm<String> agentVersion() {
        return new Ordered<>(Field.AGENT_VERSION, Conditions::version);
    }

    /**
     * When the instance was registered. Fractions of a second are refused with an {@link IllegalArgumentException}, as are years that
     * are not of four digits.
     *
     * @return what may be asked about it
     */
    public static OrderedTerm<Instant> registeredAt() {
        return new Ordered<>(Field.REGISTERED_AT, InstantLiteral::of);
    }

    /**
     * How many tasks are wanted to run: 0 to 999,999,999.
     *
     * @return what may be asked about it; other numbers are refused with an {@link IllegalArgumentException}
     */
    public static OrderedTerm<Integer> runningTasksCount() {
        return new Ordered<>(Field.RUNNING_TASKS_COUNT, IntegerLiteral::of);
    }

    /**
     * The exact opposite of a condition, also for attributes that are not there.
     *
     * @param condition the condition
     * @return its negation
     */
    public static Condition not(Condition condition) {
        return condition.negated();
    }

    private static Literal version(String text) {
        return VersionLiteral.of(
                Version.parse(text).orElseThrow(() -> new IllegalArgumentException("not a version: '" + text + "'")));
    }

    private record Text(Subject subject) implements AttributeTerm, GroupTerm {
        @Override
        public Literal literal(String value) {
            return TextLiteral.of(Objects.requireNonNull(value, "value"));
        }
    }

    private record Truth() implements TextualTerm<Boolean> {
        @Override
        public Subject subject() {
            return Field.AGENT_CONNECTED;
        }

        @Override
        public Literal literal(Boolean value) {
            return BooleanLiteral.of(value);
        }
    }

    private record Ordered<V>(Subject subject, Function<V, Literal> reader) implements OrderedTerm<V> {
        @Override
        public Literal literal(V value) {
            return reader.apply(Objects.requireNonNull(value, "value"));
        }
    }
}
