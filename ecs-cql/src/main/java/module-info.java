/**
 * The Cluster Query Language: text to tree to answer. Start at {@link io.stowage.ecs.cql.ClusterQuery}.
 */
module io.stowage.ecs.cql {
    exports io.stowage.ecs.cql;
    exports io.stowage.ecs.cql.ast;
    exports io.stowage.ecs.cql.build;
    exports io.stowage.ecs.cql.column;
    exports io.stowage.ecs.cql.lint;

    requires transitive io.stowage.ecs.model;
    requires static transitive org.jspecify;
    requires org.antlr.antlr4.runtime;
    requires re2j;
}
