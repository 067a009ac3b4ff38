package io.stowage.ecs.placement.scaling;

/** A schedule that cannot be understood. */
public final class ScheduleException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final ScheduleError error;

    ScheduleException(ScheduleError error, String message) {
        super(message);
        this.error = error;
    }

    /**
     * What is wrong.
     *
     * @return never null
     */
    public ScheduleError error() {
        return error;
    }
}
