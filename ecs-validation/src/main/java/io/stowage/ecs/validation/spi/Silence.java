package io.stowage.ecs.validation.spi;

/**
 * Thrown where a rule asks for something that is absent or not known: the rule has nothing to say there. One instance without a
 * stack trace, so that documents full of placeholders cost no more than others.
 */
@SuppressWarnings("StaticAssignmentOfThrowable") // It carries nothing of the place where it is thrown.
final class Silence extends RuntimeException {
    private static final long serialVersionUID = 1L;

    static final Silence HERE = new Silence();

    private Silence() {
        super("nothing to say", null, false, false);
    }
}
