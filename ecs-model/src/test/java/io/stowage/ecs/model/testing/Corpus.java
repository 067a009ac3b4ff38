package io.stowage.ecs.model.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Documents that other people wrote. They stay outside the project: the system property {@code stowage.corpus} names the folder. */
public final class Corpus {
    private Corpus() {}

    /** The files of one kind, sorted by name; without the corpus the test is left out, and says so. */
    public static List<Path> files(String kind) throws IOException {
        String folder = System.getProperty("stowage.corpus");
        assumeTrue(folder != null, "left out: the system property stowage.corpus names no folder");
        try (Stream<Path> files = Files.list(Path.of(folder, kind))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
