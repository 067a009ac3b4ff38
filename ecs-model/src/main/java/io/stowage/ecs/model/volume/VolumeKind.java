package io.stowage.ecs.model.volume;

/** The kinds of volumes that a task definition can have. */
public enum VolumeKind {
    /** A directory that lives with the task and is shared by its containers: nothing given but the name. */
    TASK_DIRECTORY(DataTie.NONE),
    /** A directory of the instance ({@code host.sourcePath}); it stays there until somebody deletes it. */
    HOST_DIRECTORY(DataTie.INSTANCE),
    /** A Docker volume of scope {@code task}; it lives with the task. */
    DOCKER_TASK(DataTie.NONE),
    /** A Docker volume of scope {@code shared}; it stays on the instance, or where its driver puts it. */
    DOCKER_SHARED(DataTie.INSTANCE),
    /** A Docker volume of scope {@code shared} whose driver attaches a disk of one availability zone. */
    DOCKER_SHARED_ZONAL(DataTie.ZONE),
    /** An EBS volume made anew for every task, in the zone of the task ({@code configuredAtLaunch}). */
    EBS_PER_TASK(DataTie.NONE),
    /** Amazon EFS: one file system for all zones that have a mount target. */
    EFS(DataTie.NONE),
    /** Amazon FSx for Windows File Server. */
    FSX_WINDOWS(DataTie.NONE),
    /** S3 Files. */
    S3_FILES(DataTie.NONE);

    private final DataTie tie;

    VolumeKind(DataTie tie) {
        this.tie = tie;
    }

    /**
     * What the data of such a volume is tied to.
     *
     * @return never null
     */
    public DataTie tie() {
        return tie;
    }

    /**
     * Whether data that one task wrote is there for the next one.
     *
     * @return false for volumes that end with their task
     */
    public boolean outlivesTask() {
        return this != TASK_DIRECTORY && this != DOCKER_TASK && this != EBS_PER_TASK;
    }
}
