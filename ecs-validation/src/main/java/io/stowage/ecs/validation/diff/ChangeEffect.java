package io.stowage.ecs.validation.diff;

import java.util.Locale;

/** What a change touches. The order of the constants is that in which lists of them stand. */
public enum ChangeEffect {
    /** Nothing that runs: labels, and how later deployments go. */
    NONE,
    /** Tasks are started anew with it. */
    RESTART,
    /** Which instances take a task, or how many tasks there are. */
    PLACEMENT,
    /** What tasks reach, and what reaches them. */
    NETWORK,
    /** What containers may do, and who may do what with them. */
    SECURITY,
    /** The bill. */
    COST;

    /**
     * The name in reports.
     *
     * @return lower case, for example {@code placement}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
