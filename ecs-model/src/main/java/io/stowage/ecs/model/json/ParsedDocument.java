package io.stowage.ecs.model.json;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.diagnostic.SourceLocation;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.internal.json.Places;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a document: the value as far as it could be understood, every finding, and the place of every part.
 * Immutable; thread-safe.
 *
 * @param <T> what the document describes
 */
public final class ParsedDocument<T> {
    private final SourceText source;
    private final @Nullable T value;
    private final List<Diagnostic> diagnostics;
    private final Places places;

    ParsedDocument(SourceText source, @Nullable T value, List<Diagnostic> diagnostics, Places places) {
        this.source = source;
        this.value = value;
        this.diagnostics = List.copyOf(diagnostics);
        this.places = places;
    }

    /**
     * What the document describes. It may be there although there are errors: what could not be understood is then missing in it.
     *
     * @return empty if the document was refused, and the diagnostics say why
     */
    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /**
     * The value of a document without errors, for callers that want nothing less.
     *
     * @return the value
     * @throws EcsDocumentException if there is any error
     */
    public T orThrow() {
        if (value == null || hasErrors()) {
            throw new EcsDocumentException(
                    diagnostics, diagnostics.stream().map(this::render).collect(Collectors.joining("\n")));
        }
        return value;
    }

    /**
     * Everything there is to say about the document.
     *
     * @return sorted by place; unmodifiable
     */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /**
     * Whether anything was found that ECS would refuse or that could not be read.
     *
     * @return true if a diagnostic is an {@link Severity#ERROR}
     */
    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR);
    }

    /**
     * The text that was read.
     *
     * @return the text with its name
     */
    public SourceText source() {
        return source;
    }

    /**
     * The place of a part of the value.
     *
     * @param pointer a JSON pointer into the value, with ECS's member names whatever the document wrote ({@code
     *     /containerDefinitions/0/cpu}); for a list of structures it begins with an index. A part that is absent is looked for at the
     *     nearest part around it that is there
     * @return the place in the text; the start of the document if it was refused
     * @throws IllegalArgumentException if the pointer is neither empty nor begins with a slash
     */
    public SourceLocation locate(String pointer) {
        return source.locate(places.offset(pointer));
    }

    /**
     * The pointer into the document as it was written: {@code /ContainerDefinitions/0/Cpu} where a template writes so, and the
     * index that an element has in the document where the value lacks some. For a kind that wraps its structures, it begins inside
     * of the wrapping.
     *
     * @param pointer a JSON pointer into the value, as for {@link #locate(String)}
     * @return the pointer; steps that lead to nothing are kept as they are, in the letter case of their neighbours
     * @throws IllegalArgumentException if the pointer is neither empty nor begins with a slash
     */
    public String writtenPointer(String pointer) {
        return places.writtenPointer(pointer);
    }

    /**
     * The place of a character of a string inside the document, escapes accounted for: where a fault in a query inside a JSON
     * string stands in the file.
     *
     * @param pointer a JSON pointer into the value, as for {@link #locate(String)}
     * @param index the UTF-16 code unit within the string, counted from 0
     * @return the place in the text; where no string stands there, the place of what does
     */
    public SourceLocation locate(String pointer, int index) {
        return source.locate(places.offset(pointer, index));
    }

    /**
     * A diagnostic with the line it is about and a caret under the place.
     *
     * @param diagnostic one about this document
     * @return one line, or three if it has a place
     */
    public String render(Diagnostic diagnostic) {
        SourceLocation location = diagnostic.location();
        return location == null ? diagnostic.toString() : diagnostic + "\n" + source.quote(location);
    }
}
