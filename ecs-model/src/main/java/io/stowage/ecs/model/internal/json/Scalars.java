package io.stowage.ecs.model.internal.json;

import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.internal.json.RecordShape.ValueShape;
import io.stowage.ecs.model.json.JsonTree;
import io.stowage.ecs.model.json.JsonTree.JsonBoolean;
import io.stowage.ecs.model.json.JsonTree.JsonNumber;
import io.stowage.ecs.model.json.JsonTree.JsonString;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Binds strings, numbers, booleans and times. ECS takes each in one form only; a value in another form that can mean just one
 * thing ({@code "80"} for a port, {@code 256} for a task's {@code cpu}) is bound, and reported as an error since ECS would refuse
 * it. Templates write both forms for both, so there nothing is said.
 */
final class Scalars {
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

    private final Findings findings;

    Scalars(Findings findings) {
        this.findings = findings;
    }

    @Nullable
    Object bind(JsonTree tree, ValueShape shape, Pointer pointer, boolean template) {
        if (tree instanceof JsonNumber number && number.value() == null) {
            // Nothing can be computed with it, and the reader has said so.
            return null;
        }
        Object strict = strict(tree, shape);
        if (strict != null) {
            return strict;
        }
        Object meant = meant(tree, shape);
        if (meant == null || !template) {
            findings.add(
                    Severity.ERROR,
                    "json.wrong-type",
                    "found " + tree.kind() + "; " + shape.expected() + " was expected" + range(tree, shape),
                    pointer,
                    tree.offset(),
                    meant == null ? null : "write " + (meant instanceof String ? "\"" + meant + "\"" : meant));
        }
        return meant;
    }

    /** Whether writing the bound value gives the same JSON value again; a number may be finer than its type can hold. */
    static boolean isExact(JsonTree tree, Object bound) {
        if (!(tree instanceof JsonNumber number) || number.value() == null) {
            return true;
        }
        if (bound instanceof Double real) {
            return exact(number).compareTo(new BigDecimal(real.toString())) == 0;
        }
        return !(bound instanceof Instant time) || exact(number).compareTo(TreeWriter.epochSeconds(time)) == 0;
    }

    private static @Nullable Object strict(JsonTree tree, ValueShape shape) {
        return switch (shape.kind()) {
            case STRING -> tree instanceof JsonString string ? string.text() : null;
            case ENUM -> tree instanceof JsonString string ? openEnum(shape.type(), string.text()) : null;
            case BOOLEAN -> tree instanceof JsonBoolean bool ? bool.value() : null;
            case INTEGER, LONG, DOUBLE -> tree instanceof JsonNumber number ? number(number.text(), shape) : null;
            case INSTANT ->
                tree instanceof JsonNumber number
                        ? instant(exact(number))
                        : tree instanceof JsonString string ? instant(string.text()) : null;
            case STRUCTURE, LIST, MAP -> throw new IllegalStateException(shape + " is no scalar");
        };
    }

    /** What a value in another form can only mean. */
    private static @Nullable Object meant(JsonTree tree, ValueShape shape) {
        return switch (shape.kind()) {
            case STRING ->
                tree instanceof JsonNumber number
                        ? number.text()
                        : tree instanceof JsonBoolean bool ? String.valueOf(bool.value()) : null;
            case BOOLEAN ->
                tree instanceof JsonString string
                                && (string.text().equals("true")
                                        || string.text().equals("false"))
                        ? Boolean.valueOf(string.text())
                        : null;
            case INTEGER, LONG, DOUBLE ->
                tree instanceof JsonString string && string.text().matches("-?[0-9]{1,19}")
                        ? number(string.text(), shape)
                        : null;
            default -> null;
        };
    }

    private static BigDecimal exact(JsonNumber number) {
        return Objects.requireNonNull(number.value(), "bind() lets no other in");
    }

    private static @Nullable Object number(String text, ValueShape shape) {
        try {
            return switch (shape.kind()) {
                case INTEGER -> new BigDecimal(text).intValueExact();
                case LONG -> new BigDecimal(text).longValueExact();
                default -> finite(text);
            };
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable Double finite(String text) {
        // Not by way of BigDecimal, which has no negative zero.
        double rounded = Double.parseDouble(text);
        return Double.isInfinite(rounded) ? null : rounded;
    }

    private static @Nullable Instant instant(BigDecimal seconds) {
        try {
            // The bounds keep a number like 1e999999 from being written out as digits; Instant itself ends at 17 of
            // them.
            long digitsBeforePoint = (long) seconds.precision() - seconds.scale();
            if (seconds.signum() == 0 || digitsBeforePoint < -9) {
                return Instant.EPOCH;
            }
            if (digitsBeforePoint > 17) {
                return null;
            }
            BigInteger nanos = seconds.multiply(NANOS).toBigInteger();
            BigInteger[] parts = nanos.divideAndRemainder(NANOS.toBigInteger());
            return Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact());
        } catch (ArithmeticException | DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Object openEnum(Class<?> type, String text) {
        try {
            return type.getDeclaredConstructor(String.class).newInstance(text);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(type + " takes any text", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is a public record of one string", e);
        }
    }

    private static String range(JsonTree tree, ValueShape shape) {
        if (!(tree instanceof JsonNumber)) {
            return "";
        }
        return switch (shape.kind()) {
            case INTEGER -> " from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
            case LONG -> " from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE;
            default -> "";
        };
    }
}
