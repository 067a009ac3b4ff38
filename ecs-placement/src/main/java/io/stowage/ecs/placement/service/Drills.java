package io.stowage.ecs.placement.service;

import io.stowage.ecs.cql.ClusterQuery;
import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementRequestException;
import io.stowage.ecs.placement.explain.Explanation;
import io.stowage.ecs.placement.internal.drill.DrillRun;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What would become of the tasks of a cluster without some of its instances: which survive, which are placed again, and which are not and
 * why. Nothing happens to the cluster; each drill is played on a fork of one session, so no drill sees another.
 *
 * <p>What ECS leaves open is decided so. The services place their lost tasks one after the other, in the order in which they were
 * given, each with those before it placed. Lost instances are gone first. Of <a
 * href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-instance-draining.html">drained</a> ones the tasks still run
 * while their replacements are placed, and count in spreads; whether the percentages of the deployment let them be replaced is not
 * looked at. Of a drained instance, a task without another place
 * counts as lost though it still runs: it keeps the instance from becoming empty. Scale-in protection keeps no task from either.
 *
 * <p>For one thread at a time, as the session is.
 */
public final class Drills {
    private final PlacementEngine engine;
    private final ClusterSnapshot cluster;
    private final DrillRun run;

    private Drills(
            PlacementEngine engine,
            ClusterSnapshot cluster,
            Collection<PlacementRequest> services,
            Collection<String> daemons) {
        this.engine = engine.withoutListeners();
        this.cluster = cluster;
        this.run = new DrillRun(this.engine.open(cluster), cluster, services, daemons);
    }

    /**
     * Drills on a cluster by ECS's own rules, without daemon services.
     *
     * @param cluster the cluster with its tasks
     * @param services the services, each as its tasks would be placed; count and task ids are not looked at. Tasks of other services are
     *     {@link LossReason#NOT_DESCRIBED}
     * @return the drills
     * @throws PlacementRequestException if ECS would refuse a service
     * @throws IllegalArgumentException if a request names no service, or two name the same
     */
    public static Drills of(ClusterSnapshot cluster, Collection<PlacementRequest> services) {
        return of(PlacementEngine.standard(), cluster, services, List.of());
    }

    /**
     * Drills on a cluster.
     *
     * @param engine who places; its listeners are not told of drills
     * @param cluster the cluster with its tasks
     * @param services the replica services, as above
     * @param daemonServices the names of the daemon services
     * @return the drills
     * @throws PlacementRequestException if ECS would refuse a service
     * @throws IllegalArgumentException if a request names no service, or two name the same, or one is a daemon service too
     */
    public static Drills of(
            PlacementEngine engine,
            ClusterSnapshot cluster,
            Collection<PlacementRequest> services,
            Collection<String> daemonServices) {
        return new Drills(engine, cluster, services, daemonServices);
    }

    /**
     * Loses one instance.
     *
     * @param instanceId its id
     * @return what is found
     * @throws IllegalArgumentException if there is no such instance
     */
    public DrillResult loseInstance(String instanceId) {
        return loseInstances(List.of(instanceId));
    }

    /**
     * Loses instances, all at once.
     *
     * @param instanceIds their ids, in any order
     * @return what is found
     * @throws IllegalArgumentException if one is not there, or none is named
     */
    public DrillResult loseInstances(Collection<String> instanceIds) {
        return run.run(known(instanceIds), false);
    }

    /**
     * Loses every instance of an Availability Zone.
     *
     * @param zone the zone, as the attribute {@value InstanceSnapshot#ZONE_ATTRIBUTE} has it
     * @return what is found
     * @throws IllegalArgumentException if no instance is there; the message lists the zones that have some
     */
    public DrillResult loseZone(String zone) {
        return run.run(having("Availability Zone", InstanceSnapshot::zone, List.of(zone)), false);
    }

    /**
     * Loses every instance of capacity providers, for example of those whose groups buy Spot capacity. ECS does not say of an instance
     * how it was bought; who marks them with an attribute asks {@link #loseMatching}.
     *
     * @param capacityProviders the names of the providers
     * @return what is found
     * @throws IllegalArgumentException if one has no instance, or none is named; the message lists the providers that have some
     */
    public DrillResult loseCapacityProviders(Collection<String> capacityProviders) {
        return run.run(having("capacity provider", InstanceSnapshot::capacityProvider, capacityProviders), false);
    }

    /**
     * Loses every instance that satisfies a query, for example {@code attribute:lifecycle == spot}.
     *
     * @param query the query; instances of every status are asked
     * @return what is found
     * @throws IllegalArgumentException if no instance satisfies it
     */
    public DrillResult loseMatching(ClusterQuery query) {
        List<String> ids = engine.matching(cluster, query).stream()
                .map(InstanceSnapshot::id)
                .toList();
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("no container instance satisfies " + query);
        }
        return run.run(new TreeSet<>(ids), false);
    }

    /**
     * Drains instances, all at once.
     *
     * @param instanceIds their ids, in any order
     * @return what is found; {@link DrillResult#lost()} tasks keep the instances from becoming empty, daemons excepted
     * @throws IllegalArgumentException if one is not there, or none is named
     */
    public DrillResult drain(Collection<String> instanceIds) {
        return run.run(known(instanceIds), true);
    }

    /**
     * Loses each instance alone, one drill after the other.
     *
     * @return a result for each instance of the cluster, in the order of their ids; unmodifiable
     */
    public List<DrillResult> loseEachInstance() {
        return cluster.instances().stream()
                .map(instance -> loseInstance(instance.id()))
                .toList();
    }

    /**
     * Explains the first task of a service that a drill lost: every instance that remains with every check it fails. Plays the drill
     * again up to there.
     *
     * @param result a result of these drills
     * @param service the name of the service
     * @return empty if the engine placed all its tasks, or was not asked to place any
     * @throws IllegalArgumentException if an instance of the result is not there
     */
    public Optional<Explanation> explain(DrillResult result, String service) {
        return result.service("service:" + Objects.requireNonNull(service, "service"))
                .filter(drilled -> drilled.placed() != null && drilled.lost() > 0)
                .map(drilled -> run.explain(known(result.instances()), result.isDrain(), service));
    }

    private SortedSet<String> known(Collection<String> ids) {
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("no container instance is named; one or more were expected");
        }
        SortedSet<String> sorted = new TreeSet<>(ids);
        for (String id : sorted) {
            if (cluster.instance(id).isEmpty()) {
                throw new IllegalArgumentException("there is no container instance " + id);
            }
        }
        return sorted;
    }

    private SortedSet<String> having(
            String what, Function<InstanceSnapshot, @Nullable String> of, Collection<String> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no " + what + " is named; one or more were expected");
        }
        SortedSet<String> ids = new TreeSet<>();
        for (String value : new TreeSet<>(values)) {
            int before = ids.size();
            cluster.instances().stream()
                    .filter(instance -> value.equals(of.apply(instance)))
                    .forEach(instance -> ids.add(instance.id()));
            if (ids.size() == before) {
                throw new IllegalArgumentException(
                        "no container instance is of " + what + " " + value + "; some are of: " + present(of));
            }
        }
        return ids;
    }

    private String present(Function<InstanceSnapshot, @Nullable String> of) {
        String present = cluster.instances().stream()
                .map(of)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return present.isEmpty() ? "none" : present;
    }
}
