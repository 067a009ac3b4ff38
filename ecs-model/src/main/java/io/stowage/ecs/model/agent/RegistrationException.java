package io.stowage.ecs.model.agent;

/** An instance with this configuration never registers. */
public final class RegistrationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RegistrationError error;

    RegistrationException(RegistrationError error, String message) {
        super(message);
        this.error = error;
    }

    /**
     * Why not.
     *
     * @return never null
     */
    public RegistrationError error() {
        return error;
    }
}
