package io.stowage.ecs.model.internal.json;

import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.json.JsonTree;
import io.stowage.ecs.model.json.JsonTree.JsonBoolean;
import io.stowage.ecs.model.json.JsonTree.JsonNull;
import io.stowage.ecs.model.json.JsonTree.JsonNumber;
import io.stowage.ecs.model.json.JsonTree.JsonString;
import io.stowage.ecs.model.json.ReadOptions;
import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * What a scalar of YAML is: the core schema of YAML 1.2. What readers of YAML 1.1 take for something else ({@code yes},
 * {@code 0512}, {@code 12:30}) is text, and a warning, since templates and command lines still read 1.1.
 */
final class YamlScalars {
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
    private static final Set<String> FALSE = Set.of("false", "False", "FALSE");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(0|[1-9][0-9]*)");
    private static final Pattern REAL =
            Pattern.compile("[-+]?(?:\\.[0-9]+|(?:0|[1-9][0-9]*)(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
    private static final Pattern NO_NUMBER = Pattern.compile("[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");
    private static final Pattern OTHER_IN_1_1 = Pattern.compile(
            "(?i:yes|no|on|off)|[-+]?0[0-9_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+|[-+]?[0-9]+(?:_[0-9]+)+|0b[01_]+");

    private final Findings findings;
    private final ReadOptions options;
    private boolean exceeded;

    YamlScalars(Findings findings, ReadOptions options) {
        this.findings = findings;
        this.options = options;
    }

    /** Whether a limit was exceeded. */
    boolean exceeded() {
        return exceeded;
    }

    /** Whether the text exceeds the limit; a finding then says so. */
    boolean tooLong(String text, Pointer pointer, int offset) {
        if (text.length() > options.maxStringLength()) {
            limit("a string has " + text.length() + " characters", options.maxStringLength(), pointer, offset);
        } else {
            findings.wholeCharacters(text, pointer, offset);
        }
        return exceeded;
    }

    JsonTree value(ScalarEvent scalar, Pointer pointer, int offset) {
        String text = scalar.getValue();
        String tag = scalar.getTag().orElse("");
        if (tooLong(text, pointer, offset)) {
            return new JsonNull(offset);
        }
        boolean open = scalar.isPlain() && (tag.isEmpty() || !tag.endsWith(":str")) && !tag.equals("!");
        JsonTree value = open ? plain(text, pointer, offset) : new JsonString(offset, text);
        return Placeholders.untagged(tag, value);
    }

    private JsonTree plain(String text, Pointer pointer, int offset) {
        if (NULLS.contains(text)) {
            return new JsonNull(offset);
        } else if (TRUE.contains(text) || FALSE.contains(text)) {
            return new JsonBoolean(offset, TRUE.contains(text));
        } else if (text.length() <= options.maxNumberLength() + 10) {
            return shortPlain(text, pointer, offset);
        } else if (DECIMAL.matcher(text).matches() || REAL.matcher(text).matches()) {
            limit("a number has " + text.length() + " digits", options.maxNumberLength(), pointer, offset);
        }
        return new JsonString(offset, text);
    }

    private JsonTree shortPlain(String text, Pointer pointer, int offset) {
        if (DECIMAL.matcher(text).matches() || REAL.matcher(text).matches()) {
            return number(text.startsWith("+") ? text.substring(1) : text, pointer, offset);
        } else if (OCTAL.matcher(text).matches()) {
            return number(new BigInteger(text.substring(2), 8).toString(), pointer, offset);
        } else if (HEXADECIMAL.matcher(text).matches()) {
            return number(new BigInteger(text.substring(2), 16).toString(), pointer, offset);
        } else if (NO_NUMBER.matcher(text).matches()) {
            findings.add(Severity.ERROR, "json.number-range", "ECS has no number for " + text, pointer, offset, null);
        } else if (OTHER_IN_1_1.matcher(text).matches()) {
            findings.add(
                    Severity.WARNING,
                    "yaml.ambiguous",
                    "`" + text
                            + "` is text in YAML 1.2 but no text in YAML 1.1, which templates and command lines read",
                    pointer,
                    offset,
                    "put it in quotes, or write what is meant");
        }
        return new JsonString(offset, text);
    }

    private JsonTree number(String text, Pointer pointer, int offset) {
        long digits = text.chars().filter(Character::isDigit).count();
        if (digits > options.maxNumberLength()) {
            limit("a number has " + digits + " digits", options.maxNumberLength(), pointer, offset);
        }
        return findings.number(new JsonNumber(offset, text), pointer);
    }

    private void limit(String what, int limit, Pointer pointer, int offset) {
        findings.add(
                Severity.ERROR,
                "json.limit",
                "a limit of the reading options is exceeded: " + what + ", the maximum allowed is " + limit,
                pointer,
                offset,
                null);
        exceeded = true;
    }
}
