package io.stowage.ecs.model.catalog;

/** Why a reference leads to no task definition, or why it cannot be used for an operation. */
public enum CatalogError {
    /** No such family or revision. */
    NOT_FOUND,
    /** The family alone was named, and none of its revisions is {@code ACTIVE}. */
    NO_ACTIVE_REVISION,
    /** The revision is {@code INACTIVE} or {@code DELETE_IN_PROGRESS}. */
    INACTIVE,
    /** The text is no reference, or has no revision where the operation needs one. */
    INVALID_REFERENCE,
    /** Deleting needs a revision that was deregistered before. */
    NOT_DEREGISTERED,
    /** Only a revision whose deletion was asked for can go. */
    NOT_DELETED
}
