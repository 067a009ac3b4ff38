package io.stowage.ecs.model.catalog;

/** What a task definition is looked up for: some operations take only an {@code ACTIVE} revision. */
public enum CatalogOperation {
    /** RunTask. */
    RUN_TASK(true),
    /** StartTask. */
    START_TASK(true),
    /** CreateService. */
    CREATE_SERVICE(true),
    /** UpdateService to this revision. */
    UPDATE_SERVICE(true),
    /** A service that already runs the revision goes on with it: replaces tasks, scales. */
    CONTINUE_SERVICE(false),
    /** DescribeTaskDefinition. */
    DESCRIBE(false);

    private final boolean needsActive;

    CatalogOperation(boolean needsActive) {
        this.needsActive = needsActive;
    }

    /**
     * Whether the revision must be {@code ACTIVE}.
     *
     * @return true for everything that begins something new
     */
    public boolean needsActive() {
        return needsActive;
    }
}
