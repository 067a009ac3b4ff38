package io.stowage.ecs.model.internal.json;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.diagnostic.SourceLocation;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.JsonTree.JsonNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what one reading finds in one text. */
public final class Findings {
    private final SourceText source;
    private final int most;
    private final List<Diagnostic> found = new ArrayList<>();
    private long leftOut;
    private long errorsLeftOut;

    /** Starts empty; counts but does not keep more than the given number. */
    public Findings(SourceText source, int most) {
        this.source = source;
        this.most = most;
    }

    /** Empty ones about the same text. */
    Findings sibling() {
        return new Findings(source, most);
    }

    /** Takes over all of the others. */
    void addAll(Findings others) {
        others.found.forEach(one -> {
            if (found.size() < most) {
                found.add(one);
            } else {
                leftOut++;
                errorsLeftOut += one.severity() == Severity.ERROR ? 1 : 0;
            }
        });
        leftOut += others.leftOut;
        errorsLeftOut += others.errorsLeftOut;
    }

    /** Adds one. */
    public void add(Severity severity, String id, String message, Pointer pointer, int offset, @Nullable String hint) {
        if (found.size() < most) {
            found.add(new Diagnostic(id, severity, message, pointer.toString(), source.locate(offset), hint));
        } else {
            leftOut++;
            errorsLeftOut += severity == Severity.ERROR ? 1 : 0;
        }
    }

    /** Reports a member that is written twice. */
    void duplicate(String name, int firstOffset, Pointer pointer, int offset) {
        add(
                Severity.ERROR,
                "json.duplicate-member",
                "`" + name + "` is written a second time; the first is at " + locate(firstOffset)
                        + ". A member may appear once",
                pointer,
                offset,
                null);
    }

    /** The text as it is; half a character in it is reported. */
    String wholeCharacters(String text, Pointer pointer, int offset) {
        if (hasHalfACharacter(text)) {
            add(
                    Severity.WARNING,
                    "json.lone-surrogate",
                    "the text holds half a character (a surrogate code unit alone), which ECS cannot take",
                    pointer,
                    offset,
                    "remove it, or write the missing half");
        }
        return text;
    }

    /** Every text of every document comes by here, so without a stream. */
    private static boolean hasHalfACharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** The number as it is; an exponent beyond all reckoning is reported. */
    JsonNumber number(JsonNumber number, Pointer pointer) {
        boolean hasExponent = number.text().indexOf('e') >= 0 || number.text().indexOf('E') >= 0;
        if (hasExponent && number.value() == null) {
            add(
                    Severity.ERROR,
                    "json.number-range",
                    "the exponent of " + number.text() + " is beyond what can be computed with",
                    pointer,
                    number.offset(),
                    null);
        }
        return number;
    }

    /** The place of a character of the text. */
    SourceLocation locate(int offset) {
        return source.locate(offset);
    }

    /** All of them, sorted; where some were left out, one more at the end says how many. */
    public List<Diagnostic> sorted() {
        List<Diagnostic> sorted = new ArrayList<>(found);
        Collections.sort(sorted);
        if (leftOut > 0) {
            sorted.add(new Diagnostic(
                    "json.more-findings",
                    errorsLeftOut > 0 ? Severity.ERROR : Severity.NOTE,
                    leftOut + " more findings are left out, " + errorsLeftOut + " of them errors; " + most
                            + " is the limit of the reading options",
                    "",
                    source.locate(source.text().length()),
                    null));
        }
        return List.copyOf(sorted);
    }
}
