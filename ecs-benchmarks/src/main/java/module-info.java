/** Measurements of the other modules; never published. Start at {@link io.stowage.ecs.benchmarks.Main}. */
module io.stowage.ecs.benchmarks {
    exports io.stowage.ecs.benchmarks;

    requires transitive io.stowage.ecs.placement;
    requires static transitive org.jspecify;
    // JMH names no module, and runs on the class path anyway.
    requires jmh.core;
}
