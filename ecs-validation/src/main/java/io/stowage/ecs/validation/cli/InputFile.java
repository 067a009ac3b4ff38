package io.stowage.ecs.validation.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file to validate.
 *
 * @param path where it is
 * @param folder the folder it was found in; null if it was named itself
 */
record InputFile(Path path, @Nullable Path folder) {
    private static final List<String> ENDINGS = List.of(".json", ".yaml", ".yml");

    /** The files meant by the arguments, those of a folder sorted; what cannot be used is a problem. */
    static List<InputFile> resolve(List<Path> arguments, List<String> problems) {
        List<InputFile> files = new ArrayList<>();
        for (Path argument : arguments) {
            if (!Files.isDirectory(argument)) {
                files.add(new InputFile(argument, null));
                continue;
            }
            List<String> unreadable = new ArrayList<>();
            List<Path> found = documentsIn(argument, unreadable);
            if (found.isEmpty() && unreadable.isEmpty()) {
                problems.add(argument + ": there is no .json, .yaml or .yml file in this folder");
            }
            problems.addAll(unreadable);
            found.forEach(path -> files.add(new InputFile(path, argument)));
        }
        return files;
    }

    /** The files below a folder; a part of it that cannot be read hides nothing of the others. */
    private static List<Path> documentsIn(Path folder, List<String> problems) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (isDocument(file)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    problems.add(unreadable(file, e));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) {
                    if (e != null) {
                        problems.add(unreadable(visited, e));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            problems.add(unreadable(folder, e));
        }
        Collections.sort(found);
        return found;
    }

    /** Why a file or folder cannot be read, in words that need no knowledge of Java. */
    static String unreadable(Path path, IOException e) {
        if (e instanceof NoSuchFileException) {
            return path + ": there is no such file";
        }
        if (e instanceof AccessDeniedException denied) {
            return denied.getFile() + ": no permission to read this";
        }
        return path + ": cannot be read: " + e.getMessage();
    }

    private static boolean isDocument(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith) && Files.isRegularFile(path);
    }
}
