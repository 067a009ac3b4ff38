package io.stowage.ecs.cql.ast;

/** An expression without parts: a subject, an operator and, but for existence, what the subject is compared with. */
public sealed interface Predicate extends Expression permits Comparison, Membership, Match, Existence {
    /**
     * What is asked about.
     *
     * @return the subject
     */
    Subject subject();

    /**
     * What is asked.
     *
     * @return an operator the subject accepts
     */
    Operator operator();
}
