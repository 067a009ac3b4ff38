package io.stowage.ecs.model.internal.json;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.OpenEnum;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.json.RecordShape.MemberShape;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** Writes records of the model and plain values as JSON, indented by two spaces, with LF line ends on every system. */
public final class TreeWriter {
    /** As deep as any document that can be read, and the wrapping of a report around it. */
    private static final int DEEPEST = 1000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamWriteConstraints(
                    StreamWriteConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private TreeWriter() {}

    /** The text of a value: a structure, a plain value, or lists and maps of those. */
    public static String write(@Nullable Object value) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        PrettyPrinter printer = new DefaultPrettyPrinter()
                .withArrayIndenter(indenter)
                .withObjectIndenter(indenter)
                .withSeparators(
                        DefaultPrettyPrinter.DEFAULT_SEPARATORS.withObjectNameValueSpacing(Separators.Spacing.AFTER));
        StringWriter text = new StringWriter();
        ObjectWriteContext context = new ObjectWriteContext.Base() {
            @Override
            public PrettyPrinter getPrettyPrinter() {
                return printer;
            }
        };
        try (JsonGenerator generator = FACTORY.createGenerator(context, text)) {
            value(generator, value);
        } catch (StreamConstraintsException e) {
            throw new IllegalArgumentException("the value is more than " + DEEPEST + " levels deep", e);
        }
        return escapeLoneSurrogates(text.append('\n').getBuffer());
    }

    /** Half a character is none in any encoding: as it is, it would become a question mark on the way into a file. */
    private static String escapeLoneSurrogates(CharSequence text) {
        if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            return text.toString();
        }
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE) {
                escaped.append(String.format("\\u%04x", c));
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    private static void value(JsonGenerator out, @Nullable Object value) {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof EcsStructure structure) {
            structure(out, structure);
        } else if (value instanceof String || value instanceof OpenEnum || value instanceof Enum<?>) {
            out.writeString(value.toString());
        } else if (value instanceof Boolean bool) {
            out.writeBoolean(bool);
        } else if (value instanceof Instant instant) {
            out.writeNumber(epochSeconds(instant));
        } else if (value instanceof Number number) {
            number(out, number);
        } else if (value instanceof Map<?, ?> map) {
            out.writeStartObject();
            map.forEach((name, inner) -> {
                if (!(name instanceof String text)) {
                    throw new IllegalArgumentException("the name of a member is a String, not " + name);
                }
                out.writeName(text);
                value(out, inner);
            });
            out.writeEndObject();
        } else if (value instanceof Collection<?> list) {
            out.writeStartArray();
            list.forEach(element -> value(out, element));
            out.writeEndArray();
        } else {
            throw new IllegalArgumentException("no JSON form for " + value.getClass());
        }
    }

    private static void structure(JsonGenerator out, EcsStructure structure) {
        out.writeStartObject();
        Set<String> written = new HashSet<>();
        for (MemberShape member : RecordShape.of(structure.getClass()).members()) {
            Object value = member.of(structure);
            if (value != null && isThere(value)) {
                out.writeName(member.name());
                value(out, full(value, member, structure.otherMembers()));
                written.add(member.name());
            }
        }
        structure.otherMembers().forEach((name, value) -> {
            if (!written.contains(name)) {
                out.writeName(name);
                value(out, value);
            }
        });
        out.writeEndObject();
    }

    /**
     * What to write for a member: what was read where a part of it stayed unknown. A member that was given another value since is
     * known now; what stood there before is past.
     */
    private static @Nullable Object full(Object value, MemberShape member, Map<String, @Nullable Object> others) {
        Object read = others.get(member.name());
        return read != null && Binder.isStillSaidBy(read, value, member.value()) ? read : value;
    }

    private static boolean isThere(Object value) {
        if (value instanceof Collection<?> list) {
            return !Presence.isAbsent(list);
        }
        return !(value instanceof Map<?, ?> map) || !Presence.isAbsent(map);
    }

    private static void number(JsonGenerator out, Number number) {
        if (number instanceof Integer || number instanceof Long) {
            out.writeNumber(number.longValue());
        } else if (number instanceof BigInteger big) {
            out.writeNumber(big);
        } else if (number instanceof BigDecimal big) {
            out.writeNumber(big.toString());
        } else if (!Double.isFinite(number.doubleValue())) {
            throw new IllegalArgumentException("JSON has no number for " + number);
        } else if (number instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e15 && !d.equals(-0.0)) {
            // 1.0 and 1 are one JSON number; the shorter form is what the service writes.
            out.writeNumber(d.longValue());
        } else {
            // The digits of a float are its own: widened to a double it would gain some.
            out.writeNumber(number.toString());
        }
    }

    static BigDecimal epochSeconds(Instant instant) {
        BigDecimal exact = BigDecimal.valueOf(instant.getEpochSecond()).add(BigDecimal.valueOf(instant.getNano(), 9));
        BigDecimal stripped = exact.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
