package io.stowage.ecs.cql;

import io.stowage.ecs.cql.ast.Expression;
import io.stowage.ecs.cql.column.InstanceColumns;
import io.stowage.ecs.cql.column.LiveAnswer;
import io.stowage.ecs.cql.internal.logic.Reasoner;
import io.stowage.ecs.cql.internal.logic.Simplifier;
import io.stowage.ecs.cql.internal.match.KeptAnswer;
import io.stowage.ecs.cql.internal.match.Matcher;
import io.stowage.ecs.cql.internal.syntax.QueryReader;
import io.stowage.ecs.cql.internal.syntax.Reading;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A query over container instances, ready to be asked: the expression of a {@code memberOf} placement constraint, or the filter
 * of {@code ListContainerInstances}. Reading one costs far more than asking it, so keep it. Immutable and safe for use by many
 * threads.
 *
 * <pre>{@code
 * ClusterQuery query = ClusterQuery.parse("attribute:ecs.instance-type =~ t2.* and runningTasksCount < 3");
 * boolean suits = query.matches(instance);
 * }</pre>
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-query-language.html">Cluster query
 *     language</a>
 */
public final class ClusterQuery {
    private final String text;
    private final Expression expression;
    private final Matcher matcher;
    /** Worked out when it is first asked for, perhaps by several threads, which then come to the same. */
    private @Nullable QueryDependencies dependencies;

    private ClusterQuery(String text, Expression expression, Matcher matcher) {
        this.text = text;
        this.expression = expression;
        this.matcher = matcher;
    }

    /**
     * Reads a query.
     *
     * @param text the query, at most 2000 characters
     * @return the query
     * @throws ClusterQueryException if the text is no query
     */
    public static ClusterQuery parse(String text) {
        return tryParse(text).orElseThrow();
    }

    /**
     * Reads a query, or finds out why it is none.
     *
     * @param text any text
     * @return the query, or what is wrong with the text
     */
    public static ClusterQueryResult tryParse(String text) {
        return tryParse(text, QueryLimits.STANDARD);
    }

    /**
     * Reads a query under limits of one's own.
     *
     * @param text any text
     * @param limits how large the query may be
     * @return the query, or what is wrong with the text
     */
    public static ClusterQueryResult tryParse(String text, QueryLimits limits) {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(limits, "limits");
        Reading reading = QueryReader.read(text, limits);
        Reading.Planned read = reading.query();
        ClusterQuery query = read == null ? null : new ClusterQuery(text, read.expression(), read.matcher());
        return new ClusterQueryResult(query, reading.errors());
    }

    /**
     * The query as it was written.
     *
     * @return the text that was read, unchanged
     */
    public String text() {
        return text;
    }

    /**
     * The query as a tree.
     *
     * @return the tree, with the place of every part in {@link #text()}
     */
    public Expression expression() {
        return expression;
    }

    /**
     * Whether an instance satisfies the query.
     *
     * @param facts what is known of the instance
     * @return true when it does
     */
    public boolean matches(InstanceFacts facts) {
        return matcher.matches(facts);
    }

    /**
     * Asks the query of many instances at once.
     *
     * @param columns the instances
     * @return an answer that follows the columns
     */
    public LiveAnswer over(InstanceColumns columns) {
        return new KeptAnswer(matcher, dependencies().kinds(), Objects.requireNonNull(columns, "columns"));
    }

    /**
     * Says why an instance satisfies the query, or why not.
     *
     * @param facts what is known of the instance
     * @return a verdict for the query and for every part of it
     */
    public Explanation explain(InstanceFacts facts) {
        return Explainer.explain(expression, Objects.requireNonNull(facts, "facts"));
    }

    /**
     * Counts the instances that satisfy the query, and each part of it.
     *
     * @param instances the instances of a cluster
     * @return a count for the query and for every part of it
     */
    public PartCount countMatches(Collection<? extends InstanceFacts> instances) {
        return Explainer.count(expression, List.copyOf(instances));
    }

    /**
     * Counts the rows that satisfy the query, and each part of it.
     *
     * @param columns the instances of a cluster; a row counts whether it holds an instance or not
     * @return a count for the query and for every part of it
     */
    public PartCount countMatches(InstanceColumns columns) {
        return Explainer.count(expression, Objects.requireNonNull(columns, "columns"));
    }

    /**
     * Whether it is proved that no instance satisfies the query. Proofs are bounded: false may also mean that none was found, which
     * is so wherever it hangs on regular expressions that are more than a plain text or a plain beginning.
     *
     * @return true only when it is certain
     */
    public boolean isNeverTrue() {
        return Reasoner.isNever(expression);
    }

    /**
     * Whether it is proved that every instance satisfies the query; bounded like {@link #isNeverTrue}.
     *
     * @return true only when it is certain
     */
    public boolean isAlwaysTrue() {
        return Reasoner.isAlways(expression);
    }

    /**
     * Whether it is proved that every instance which satisfies this query satisfies another; bounded like {@link #isNeverTrue}.
     *
     * @param other the other query
     * @return true only when it is certain
     */
    public boolean implies(ClusterQuery other) {
        return Reasoner.implies(List.of(expression), other.expression);
    }

    /**
     * Whether it is proved that no instance satisfies this query and another; bounded like {@link #isNeverTrue}.
     *
     * @param other the other query
     * @return true only when it is certain
     */
    public boolean excludes(ClusterQuery other) {
        return Reasoner.excludes(expression, other.expression);
    }

    /**
     * The same in fewer words: an expression that every instance answers alike, whatever attributes it has or lacks. Parts that follow
     * from others are gone, comparisons of one subject have become lists, needless negations and parentheses are resolved.
     *
     * @return the expression, without places; as a query it is {@link Expression#toQuery()}
     */
    public Expression simplified() {
        return Simplifier.simplify(expression);
    }

    /**
     * What the answer depends on.
     *
     * @return the subjects, and what changes them
     */
    public QueryDependencies dependencies() {
        QueryDependencies known = dependencies;
        if (known == null) {
            known = QueryDependencies.of(expression.subjects());
            dependencies = known;
        }
        return known;
    }

    /** Equal when the texts are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClusterQuery query && text.equals(query.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns {@link #text()}. */
    @Override
    public String toString() {
        return text;
    }
}
