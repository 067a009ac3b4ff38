package io.stowage.ecs.placement.cli;

/** The forms of output. */
enum Format {
    TEXT,
    JSON
}
