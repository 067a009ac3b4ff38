package io.stowage.ecs.validation.cli;

/** The forms of output. */
enum Format {
    TEXT,
    JSON
}
