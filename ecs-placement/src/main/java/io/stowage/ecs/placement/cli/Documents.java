package io.stowage.ecs.placement.cli;

import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.json.DocumentKind;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.json.ParsedDocument;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Reads the files of a command. A file with an error in it stops the command: what it would answer could be wrong. */
final class Documents {
    private Documents() {}

    static <T> ParsedDocument<T> read(Path file, DocumentKind<T> kind) {
        ParsedDocument<T> document;
        try {
            if (Files.isDirectory(file)) {
                throw new UnusableInputException(file + ": this is a folder; a file was expected");
            }
            document = EcsJson.read(kind, file);
        } catch (NoSuchFileException e) {
            throw new UnusableInputException(file + ": there is no such file");
        } catch (AccessDeniedException e) {
            throw new UnusableInputException(file + ": no permission to read this");
        } catch (IOException e) {
            throw new UnusableInputException(file + ": cannot be read: " + e.getMessage());
        }
        if (document.hasErrors() || document.value().isEmpty()) {
            throw new UnusableInputException(document.diagnostics().stream()
                    .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                    .map(document::render)
                    .collect(Collectors.joining("\n")));
        }
        return document;
    }
}
