package io.stowage.ecs.validation.reader;

import io.stowage.ecs.model.diagnostic.SourceLocation;
import io.stowage.ecs.model.json.ParsedDocument;
import org.jspecify.annotations.Nullable;

/** A part of a configuration, and where it stands in the documents. */
interface Part {
    /** The pointer of the part in the configuration: {@code /taskDefinition}. */
    String prefix();

    /** The place of something inside of the part; the pointer is empty for the part itself. */
    SourceLocation location(String inside);

    /** What findings give as the pointer of something inside of the part. */
    String pointer(String inside);

    /** Whether a pointer leads to the part or into it. */
    default boolean holds(String pointer) {
        return pointer.startsWith(prefix())
                && (pointer.length() == prefix().length() || pointer.charAt(prefix().length()) == '/');
    }

    /**
     * A part that is a structure of ECS.
     *
     * @param within the pointer of the structure in the value of the document
     * @param base the pointer in the text at which findings begin; null if they keep the pointer into the configuration
     */
    record OfDocument(
            String prefix,
            ParsedDocument<?> document,
            String within,
            @Nullable String base) implements Part {
        @Override
        public SourceLocation location(String inside) {
            return document.locate(within + inside);
        }

        @Override
        public String pointer(String inside) {
            return base == null ? prefix + inside : base + document.writtenPointer(within + inside);
        }
    }

    /** A part that was put together from something of another form, so that only its whole has a place. */
    record Whole(String prefix, SourceLocation place, String written) implements Part {
        @Override
        public SourceLocation location(String inside) {
            return place;
        }

        @Override
        public String pointer(String inside) {
            return written;
        }
    }
}
