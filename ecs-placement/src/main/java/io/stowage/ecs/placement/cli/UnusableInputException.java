package io.stowage.ecs.placement.cli;

/** An input that cannot be used. The message is for the person at the command line: complete, with the place, without a trace. */
final class UnusableInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableInputException(String message) {
        super(message, null, false, false);
    }
}
