package io.stowage.ecs.validation.reader;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.diagnostic.SourceLocation;
import io.stowage.ecs.validation.internal.Glob;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the files that are meant by names of files, names of folders, and patterns. */
final class FileFinder {
    private static final List<String> ENDINGS = List.of(".json", ".yaml", ".yml", ".template");

    private final Path base;
    private final List<Diagnostic> problems;
    private final Map<String, FoundFile> files = new LinkedHashMap<>();

    /**
     * A file.
     *
     * @param path where it is
     * @param name what messages call it
     * @param folder the folder or pattern it was found by; null if it was named itself
     */
    record FoundFile(Path path, String name, @Nullable String folder) {}

    FileFinder(Path base, List<Diagnostic> problems) {
        this.base = base;
        this.problems = problems;
    }

    /** The files that a name, a folder or a pattern means; a file that was found before is not found again. */
    void find(String argument) {
        try {
            Path path = base.resolve(argument);
            if (Files.isDirectory(path)) {
                List<Path> found = walk(path);
                found.removeIf(file -> !isDocument(file));
                if (found.isEmpty()) {
                    problem(argument, "input.nothing-found", "there is no .json, .yaml or .yml file in this folder");
                }
                found.forEach(file -> add(file, argument));
            } else if (!Files.exists(path) && Glob.isPattern(argument)) {
                findByPattern(argument);
            } else {
                add(path, null);
            }
        } catch (InvalidPathException e) {
            // Some systems take neither stars nor question marks for parts of names.
            if (Glob.isPattern(argument)) {
                findByPattern(argument);
            } else {
                problem(argument, "input.unreadable", "this is no name of a file: " + e.getReason());
            }
        }
    }

    List<FoundFile> files() {
        return List.copyOf(files.values());
    }

    private void findByPattern(String pattern) {
        Glob glob = Glob.of(pattern);
        String fixed = String.join("/", glob.fixedSteps());
        Path start = base.resolve(pattern.startsWith("/") && fixed.isEmpty() ? "/" : fixed);
        List<Path> found = Files.isDirectory(start) ? walk(start) : List.of();
        int before = files.size();
        for (Path file : found) {
            if (glob.matches(name(file))) {
                add(file, pattern);
            }
        }
        if (files.size() == before && found.stream().noneMatch(file -> glob.matches(name(file)))) {
            problem(pattern, "input.nothing-found", "no file has a name of this form");
        }
    }

    private void add(Path file, @Nullable String folder) {
        String name = name(file);
        files.putIfAbsent(name, new FoundFile(file, name, folder));
    }

    /** The name relative to the base, as far as it lies below. */
    private String name(Path file) {
        return !base.toString().isEmpty() && file.startsWith(base)
                ? base.relativize(file).toString()
                : file.toString();
    }

    /** The files below a folder, sorted; a part of it that cannot be read hides nothing of the others. */
    private List<Path> walk(Path folder) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() || attributes.isSymbolicLink() && Files.isRegularFile(file)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    problem(name(file), "input.unreadable", reason(e));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) {
                    if (e != null) {
                        problem(name(visited), "input.unreadable", reason(e));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            problem(name(folder), "input.unreadable", reason(e));
        }
        Collections.sort(found);
        return found;
    }

    private void problem(String name, String id, String message) {
        problems.add(problemOf(name, id, message));
    }

    /** A problem with a whole file. */
    static Diagnostic problemOf(String name, String id, String message) {
        return new Diagnostic(id, Severity.ERROR, message, "", new SourceLocation(name, 1, 1), null);
    }

    /** Why a file or folder cannot be read, in words that need no knowledge of Java. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        return e instanceof AccessDeniedException ? "no permission to read this" : "cannot be read: " + e.getMessage();
    }

    private static boolean isDocument(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }
}
