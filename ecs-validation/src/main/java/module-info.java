/**
 * Configuration rules for Amazon ECS with the place and the fix of every finding. Start at
 * {@link io.stowage.ecs.validation.EcsValidator}.
 */
module io.stowage.ecs.validation {
    exports io.stowage.ecs.validation;
    exports io.stowage.ecs.validation.cli;
    exports io.stowage.ecs.validation.diff;
    exports io.stowage.ecs.validation.input;
    exports io.stowage.ecs.validation.reader;
    exports io.stowage.ecs.validation.report;
    exports io.stowage.ecs.validation.spi;

    // The annotated fields of the commands.
    opens io.stowage.ecs.validation.cli to
            info.picocli;

    provides java.util.spi.ToolProvider with
            io.stowage.ecs.validation.cli.EcsValidateTool;

    requires transitive io.stowage.ecs.model;
    requires io.stowage.ecs.cql;
    requires transitive io.stowage.ecs.placement;
    requires static info.picocli;
    requires static transitive org.jspecify;
    requires static io.soabase.recordbuilder.core;
    // RecordBuilder's annotation and the @Generated mark on its builders live there; nothing at run time does.
    requires static transitive java.compiler;
}
