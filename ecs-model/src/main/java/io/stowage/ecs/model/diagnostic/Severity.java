package io.stowage.ecs.model.diagnostic;

/** How much a {@link Diagnostic} weighs. The order of the constants is from the gravest to the lightest. */
public enum Severity {
    /** ECS or its agent refuses the input, or it cannot be read. */
    ERROR,
    /** Accepted by ECS, but probably not what was meant. */
    WARNING,
    /** Worth knowing; nothing is wrong. */
    NOTE
}
