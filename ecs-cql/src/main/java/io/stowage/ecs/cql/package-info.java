/**
 * The Cluster Query Language of Amazon ECS: the language of {@code memberOf} placement constraints and of the filter of
 * {@code ListContainerInstances}. Start at {@link io.stowage.ecs.cql.ClusterQuery}; {@link io.stowage.ecs.cql.InstanceFacts}
 * is what a query is asked about.
 *
 * <p>The two rules that surprise most: every comparison with an attribute the instance does not have is false, the negative
 * ones included, so that {@code attribute:stack != prod} and {@code not(attribute:stack == prod)} differ on an instance
 * without {@code stack}; and a regular expression must match the whole value.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-query-language.html">Cluster query
 *     language</a>
 */
@NullMarked
package io.stowage.ecs.cql;

import org.jspecify.annotations.NullMarked;
