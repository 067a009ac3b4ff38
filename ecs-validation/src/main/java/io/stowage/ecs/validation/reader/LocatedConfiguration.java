package io.stowage.ecs.validation.reader;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.validation.input.EcsConfiguration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A configuration that was found in documents, and the place of each of its parts. Immutable. */
public final class LocatedConfiguration {
    private final EcsConfiguration configuration;
    private final List<Part> parts;

    LocatedConfiguration(EcsConfiguration configuration, List<Part> parts) {
        this.configuration = configuration;
        this.parts = List.copyOf(parts);
    }

    /**
     * What is validated.
     *
     * @return the configuration
     */
    public EcsConfiguration configuration() {
        return configuration;
    }

    /**
     * A finding about the configuration as one about the documents.
     *
     * @param finding one whose pointer leads into the configuration
     * @return the same with its place; in templates and plans also with the pointer into them
     */
    public Diagnostic locate(Diagnostic finding) {
        String pointer = finding.pointer();
        Part part = part(pointer);
        if (part == null) {
            return parts.isEmpty() ? finding : located(finding, pointer, parts.get(0), "");
        }
        String inside = pointer.substring(part.prefix().length());
        return located(finding, part.pointer(inside), part, inside);
    }

    private static Diagnostic located(Diagnostic finding, String pointer, Part part, String inside) {
        return new Diagnostic(
                finding.id(), finding.severity(), finding.message(), pointer, part.location(inside), finding.hint());
    }

    /** The innermost part. */
    private @Nullable Part part(String pointer) {
        Part found = null;
        for (Part part : parts) {
            if (part.holds(pointer)
                    && (found == null || part.prefix().length() > found.prefix().length())) {
                found = part;
            }
        }
        return found;
    }

    /** What is validated, without places. */
    @Override
    public String toString() {
        return configuration.toString();
    }
}
