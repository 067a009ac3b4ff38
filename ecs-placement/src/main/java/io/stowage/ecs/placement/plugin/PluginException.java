package io.stowage.ecs.placement.plugin;

import org.jspecify.annotations.Nullable;

/** A plug-in threw something, or answered what cannot be. The session is as it was before the call. */
public final class PluginException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String plugin;

    /**
     * Makes the exception.
     *
     * @param plugin what it is and what it is called, for example {@code strategy "closest"}
     * @param problem what it did, as the end of a sentence
     * @param cause what it threw, {@code null} if it answered
     */
    public PluginException(String plugin, String problem, @Nullable Throwable cause) {
        super("the " + plugin + " " + problem, cause);
        this.plugin = plugin;
    }

    /**
     * The plug-in that is broken.
     *
     * @return its kind and its name
     */
    public String plugin() {
        return plugin;
    }
}
