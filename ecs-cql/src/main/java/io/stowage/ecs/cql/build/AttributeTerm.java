package io.stowage.ecs.cql.build;

/** An attribute, which takes every operator. */
public interface AttributeTerm extends GroupTerm, OrderedTerm<String> {}
