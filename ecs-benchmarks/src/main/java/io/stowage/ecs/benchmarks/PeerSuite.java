package io.stowage.ecs.benchmarks;

import io.stowage.ecs.benchmarks.results.Figures;
import io.stowage.ecs.benchmarks.results.Sheet;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.openjdk.jmh.runner.RunnerException;

/** The part of a suite that is only there if the build was told so, because its dependencies are not for everybody. */
public interface PeerSuite {
    /** The one that is there and can run, if one is. */
    static Optional<PeerSuite> find() {
        try {
            return ServiceLoader.load(PeerSuite.class).findFirst().filter(PeerSuite::isReady);
        } catch (ServiceConfigurationError leftBehind) {
            // An earlier build had the profile: its entry is still there, its classes are not.
            return Optional.empty();
        }
    }

    /** Whether its dependencies are on the class path. */
    boolean isReady();

    /** Measures everything that the targets speak of. */
    void measure(Figures figures, boolean full) throws RunnerException;

    /**
     * About how many seconds that takes on an idle machine of two cores. Of the hour that a full run of all suites has, the others need 39
     * minutes; of the 13 minutes of a quick run ten.
     */
    double seconds(boolean full);

    /** Holds the figures against the targets. */
    void check(Sheet sheet);

    /** How it measures, in words. */
    String mode(boolean full);
}
