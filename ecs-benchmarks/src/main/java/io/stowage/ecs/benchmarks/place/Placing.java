package io.stowage.ecs.benchmarks.place;

/** Whoever places tasks one after the other. Instances and services are numbers. */
interface Placing {
    int NONE = -1;

    /** Places a task of a service and books it; the instance, or {@link #NONE}. */
    int place(int service);

    /** A task of a service on an instance is gone. */
    void release(int service, int instance);
}
