/**
 * Immutable models of what Amazon ECS describes, read from and written to JSON without loss, with the place of every fault.
 * Start at {@link io.stowage.ecs.model.json.EcsJson} to read files, or at the builders of the records.
 */
module io.stowage.ecs.model {
    exports io.stowage.ecs.model;
    exports io.stowage.ecs.model.common;
    exports io.stowage.ecs.model.taskdef;
    exports io.stowage.ecs.model.task;
    exports io.stowage.ecs.model.cluster;
    exports io.stowage.ecs.model.placement;
    exports io.stowage.ecs.model.service;
    exports io.stowage.ecs.model.capacity;
    exports io.stowage.ecs.model.needs;
    exports io.stowage.ecs.model.deployment;
    exports io.stowage.ecs.model.attributes;
    exports io.stowage.ecs.model.catalog;
    exports io.stowage.ecs.model.instancetype;
    exports io.stowage.ecs.model.agent;
    exports io.stowage.ecs.model.logging;
    exports io.stowage.ecs.model.volume;
    exports io.stowage.ecs.model.network;
    exports io.stowage.ecs.model.discovery;
    exports io.stowage.ecs.model.roles;
    exports io.stowage.ecs.model.diagnostic;
    exports io.stowage.ecs.model.json;

    requires static transitive org.jspecify;
    requires static io.soabase.recordbuilder.core;
    // RecordBuilder's annotation and the @Generated mark on its builders live there; nothing at run time does.
    requires static transitive java.compiler;
    requires tools.jackson.core;
    requires org.snakeyaml.engine;
}
