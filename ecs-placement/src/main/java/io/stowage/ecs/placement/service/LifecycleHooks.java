package io.stowage.ecs.placement.service;

/** What the Lambda functions of deployment lifecycle hooks answer in a simulation. Must depend on nothing but the question. */
@FunctionalInterface
public interface LifecycleHooks {
    /** All hooks succeed at once. */
    LifecycleHooks SUCCEED = (service, stage, attempt) -> Answer.SUCCEEDED;

    /** The answers that ECS knows. */
    enum Answer {
        /** The deployment goes on. */
        SUCCEEDED,
        /** The deployment is rolled back. */
        FAILED,
        /** The function is called again, 30 seconds later. */
        IN_PROGRESS
    }

    /**
     * The answer to one call.
     *
     * @param service the name of the service
     * @param stage the stage
     * @param attempt which call for this visit of the stage it is, from 1
     * @return the answer
     */
    Answer call(String service, String stage, int attempt);
}
