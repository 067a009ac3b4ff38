/**
 * The Cluster Query Language of Amazon ECS: the language of {@code memberOf} placement constraints and of the filter of
 * {@code ListContainerInstances}. Start at {@link io.stowage.ecs.cql.ClusterQuery}; {@link io.stowage.ecs.cql.InstanceFacts}
 * is what a query is asked about, {@link io.stowage.ecs.cql.InstanceDescription} holds it as plain values,
 * {@link io.stowage.ecs.cql.column.InstanceTable} those of a whole cluster. {@link io.stowage.ecs.cql.build.Conditions} builds
 * queries in Java, {@link io.stowage.ecs.cql.lint.QueryLint} finds what is suspicious in them.
 *
 * <h2>The language on one page</h2>
 *
 * A query is {@code subject operator value}, or several such predicates joined. Below, each line says whether an instance satisfies
 * it that runs {@code t2.small} in {@code us-east-1a} with the attributes {@code stack} ({@code prod}), {@code slots} ({@code 10}),
 * {@code team} ({@code data platform}) and {@code ecs.capability.task-eni} (without a value); its agent 1.68.2 is connected, its id
 * is {@code i-0a1b}, it registered at noon UTC on 2024-03-01, and it has two tasks, of the groups {@code service:web} and
 * {@code family:batch}.
 *
 * <pre>{@code
 * Equal, different: == or equals, != or not_equals. Case counts.
 *   yes  attribute:stack == prod
 *   yes  attribute:stack equals prod
 *   no   attribute:stack == Prod
 *   yes  attribute:stack != beta
 *   yes  attribute:stack not_equals beta
 *   no   attribute:colour != red                       the instance has no colour: see below
 *   yes  attribute:team == 'data platform'             quotes, single or double, around blanks and brackets
 *   yes  attribute:ecs.capability.task-eni == ''       no value is the empty text
 *
 * One of a list, none of it: in, !in or not_in.
 *   yes  attribute:ecs.availability-zone in [us-east-1a, us-east-1b]
 *   yes  attribute:stack !in [beta, 'gamma']
 *   no   attribute:stack not_in [prod]
 *
 * There, not there: exists, !exists or not_exists.
 *   yes  attribute:ecs.capability.task-eni exists
 *   yes  attribute:colour !exists
 *   no   attribute:stack not_exists
 *
 * Regular expression: =~ or matches, !~ or not_matches. It must match the whole value.
 *   yes  attribute:ecs.instance-type =~ t2\..*
 *   no   attribute:ecs.instance-type =~ t2
 *   yes  attribute:ecs.instance-type matches (t2|t3)\.(micro|small)
 *   yes  attribute:team =~ 'data .*'                   quotes around blanks
 *   yes  attribute:ecs.instance-type !~ m5.*
 *   no   attribute:ecs.instance-type not_matches t2.*
 *
 * Order: > or greater_than, >= or greater_than_equal, < or less_than, <= or less_than_equal.
 *   yes  attribute:slots > 9                           both are numbers
 *   no   attribute:stack greater_than tango            otherwise character by character
 *   yes  agentVersion >= 1.9                           versions go number by number
 *   yes  agentVersion greater_than_equal 1.68.2.0
 *   yes  registeredAt < 2024-03-02                     a date alone is its midnight, UTC
 *   no   registeredAt less_than 2024-03-01T12:00:00Z
 *   yes  runningTasksCount <= 2
 *   yes  runningTasksCount less_than_equal 2
 *
 * The fields of the instance and the groups of its tasks.
 *   yes  agentConnected == true
 *   yes  ec2InstanceId in [i-0a1b, i-2c3d]
 *   yes  task:group == service:web                     some task has the group
 *   yes  task:group != service:db                      no task has it
 *   yes  task:group exists                             there is a task
 *
 * Joined: ! or not binds closest, then && or and, then || or or.
 *   yes  attribute:stack == beta or attribute:stack == prod and agentConnected == true
 *   no   (attribute:stack == beta || attribute:stack == prod) && runningTasksCount == 0
 *   yes  not(task:group == database)
 *   yes  !attribute:colour exists
 *
 * What is not there: every comparison with it is false, but a negation is a negation.
 *   no   attribute:colour !in [red]
 *   yes  not(attribute:colour == red)
 *   yes  attribute:colour != red or attribute:colour not_exists
 * }</pre>
 *
 * <p>A query has at most 2000 characters; a value with blanks stands in quotes. {@code agentConnected} and
 * {@code ec2InstanceId} take {@code == != in !in =~ !~}; {@code agentVersion}, {@code registeredAt} and {@code runningTasksCount}
 * take {@code == != > >= < <=}; {@code task:group} takes all but the order, an attribute takes all. Patterns run in linear time,
 * whoever wrote them: look-around, back references and possessive quantifiers are refused, as is what would mean something else
 * than in {@link java.util.regex.Pattern}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-query-language.html">Cluster query
 *     language</a>
 */
@NullMarked
package io.stowage.ecs.cql;

import org.jspecify.annotations.NullMarked;
