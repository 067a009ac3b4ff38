package io.stowage.ecs.model.json;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import java.util.List;

/** A document was to be used that has errors. The message shows each of them with its line. */
public final class EcsDocumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    EcsDocumentException(List<Diagnostic> diagnostics, String message) {
        super(message);
        this.diagnostics = diagnostics;
    }

    /**
     * What was found in the document.
     *
     * @return sorted by place; unmodifiable
     */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
