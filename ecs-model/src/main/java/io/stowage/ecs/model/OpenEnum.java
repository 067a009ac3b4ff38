package io.stowage.ecs.model;

/**
 * One of the values that a member of the ECS API may take, open at the end: the classes that implement this have a constant for
 * each value that the API lists, and keep the text of one it does not list yet. Compare with {@code equals}; a {@code switch}
 * goes over {@link #value()}.
 */
public interface OpenEnum {
    /**
     * The text on the wire.
     *
     * @return never null; case as written
     */
    String value();

    /**
     * Whether the API lists this value.
     *
     * @return false for a text that is kept without being known
     */
    boolean isKnown();
}
