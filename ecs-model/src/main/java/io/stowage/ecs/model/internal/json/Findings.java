package io.stowage.ecs.model.internal.json;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.diagnostic.SourceLocation;
import io.stowage.ecs.model.diagnostic.SourceText;
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

    /** Adds one. */
    public void add(Severity severity, String id, String message, Pointer pointer, int offset, @Nullable String hint) {
        if (found.size() < most) {
            found.add(new Diagnostic(id, severity, message, pointer.toString(), source.locate(offset), hint));
        } else {
            leftOut++;
            errorsLeftOut += severity == Severity.ERROR ? 1 : 0;
        }
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
