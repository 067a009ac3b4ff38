package io.stowage.ecs.placement.snapshot;

/** Ends the quick reading of a document that is not plainly as ECS writes it: the model reads it again, and tells. */
final class Unsure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unsure() {
        super("not plainly as ECS writes it", null, false, false);
    }
}
