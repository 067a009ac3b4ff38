/**
 * Task placement as Amazon ECS does it, with the reason for every choice and every refusal. Start at
 * {@link io.stowage.ecs.placement.PlacementEngine}.
 */
module io.stowage.ecs.placement {
    exports io.stowage.ecs.placement;
    exports io.stowage.ecs.placement.cli;
    exports io.stowage.ecs.placement.explain;
    exports io.stowage.ecs.placement.headroom;
    exports io.stowage.ecs.placement.plugin;
    exports io.stowage.ecs.placement.repair;
    exports io.stowage.ecs.placement.scaling;
    exports io.stowage.ecs.placement.service;
    exports io.stowage.ecs.placement.snapshot;

    requires transitive io.stowage.ecs.model;
    requires transitive io.stowage.ecs.cql;
    requires static info.picocli;
    requires static transitive org.jspecify;

    uses io.stowage.ecs.placement.plugin.ConstraintPlugin;
    uses io.stowage.ecs.placement.plugin.ResourcePlugin;
    uses io.stowage.ecs.placement.plugin.StrategyPlugin;

    opens io.stowage.ecs.placement.cli to
            info.picocli;
}
