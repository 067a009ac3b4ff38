package io.stowage.ecs.model.json;

/** The language in which a document is written. */
public enum DocumentFormat {
    /**
     * By the ending of its name: {@code .json}, or {@code .yaml} and {@code .yml}. A text with another name, or none, is JSON if it
     * begins with a brace, a bracket or a quote, and YAML otherwise.
     */
    BY_NAME,
    /** JSON (RFC 8259), whatever it is called. */
    JSON,
    /**
     * YAML 1.2 with the core schema, whatever it is called. Aliases and merge keys are resolved, and the short tags of templates
     * are understood. Where a reader of YAML 1.1 would see something else than text, a warning says so.
     */
    YAML
}
