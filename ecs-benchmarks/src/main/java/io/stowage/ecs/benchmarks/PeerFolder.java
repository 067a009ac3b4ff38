package io.stowage.ecs.benchmarks;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;

/**
 * A folder with the jars of a peer that is only there if the build was told so, because they do not get along with others. It stands beside
 * this jar.
 */
public final class PeerFolder {
    private static final String CLASS_PATH = "java.class.path";

    private final Path folder;

    private PeerFolder(Path folder) {
        this.folder = folder;
    }

    /** The folder of a peer, if the build made it. */
    public static Optional<PeerFolder> of(String name) {
        Path folder = here().resolveSibling(name);
        return Files.isDirectory(folder) ? Optional.of(new PeerFolder(folder)) : Optional.empty();
    }

    private static Path here() {
        try {
            return Path.of(PeerFolder.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A file in it. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Its jars as a class path. */
    public String classPath() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".jar"))
                    .sorted()
                    .collect(Collectors.joining(File.pathSeparator));
        } catch (IOException e) {
            throw new IllegalStateException(folder + " cannot be read", e);
        }
    }

    /** What runs in forks of JMH. */
    @FunctionalInterface
    public interface Run {
        /** Runs it. */
        void run() throws RunnerException;
    }

    /**
     * Runs something in whose forks the jars come first on the class path: forks take theirs from a property of this JVM.
     *
     * @throws RunnerException if a benchmark fails
     */
    public void first(Run run) throws RunnerException {
        String before = System.getProperty(CLASS_PATH);
        System.setProperty(CLASS_PATH, classPath() + File.pathSeparator + before);
        try {
            run.run();
        } finally {
            System.setProperty(CLASS_PATH, before);
        }
    }
}
