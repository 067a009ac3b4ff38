package io.stowage.ecs.model.spec;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Documents that other people wrote. They are no part of the project; the system property {@code stowage.corpus} says where. */
public final class CorpusFolder {
    private CorpusFolder() {}

    /**
     * The files of a folder of the corpus, sorted by name. Where there is no corpus the test that asks is left out, and says so.
     */
    public static List<Path> files(String folder) throws IOException {
        String root = System.getProperty("stowage.corpus");
        assumeTrue(root != null, "the system property stowage.corpus names no folder");
        try (Stream<Path> files = Files.list(Path.of(root, folder))) {
            return files.sorted().toList();
        }
    }
}
