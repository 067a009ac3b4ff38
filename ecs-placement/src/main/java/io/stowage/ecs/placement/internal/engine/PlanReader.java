package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.cql.Dependency;
import io.stowage.ecs.cql.QueryDependencies;
import io.stowage.ecs.model.needs.PortNeed;
import io.stowage.ecs.model.needs.TaskNeeds;
import io.stowage.ecs.placement.internal.index.Demand;
import io.stowage.ecs.placement.internal.index.PlacementIndex;
import io.stowage.ecs.placement.plugin.DependsOn;
import io.stowage.ecs.placement.plugin.ResourceNeed;
import io.stowage.ecs.placement.plugin.StrategyPlugin.Ranking;
import io.stowage.ecs.placement.plugin.TieBreaker;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Parts a plan into what an index knows of itself (amounts, ports, own tasks, order), what is asked once for a class of instances, and
 * what remains to be asked of each instance that would be chosen. The last two are the checks of the plan themselves. What is found stays
 * with the {@linkplain Plan#reading() plan}, for all sessions that run it.
 */
final class PlanReader {
    private final Plan plan;
    private final Set<String> facts = new TreeSet<>();
    private final List<Check> ofClass = new ArrayList<>();
    private final List<Check> ofInstance = new ArrayList<>();
    private final List<Object> chain = new ArrayList<>();
    private boolean distinct;
    private boolean byLot;
    private boolean unreadable;
    private int read;

    private PlanReader(Plan plan) {
        this.plan = plan;
    }

    /** The plan in parts. */
    static PlanReading read(Plan plan) {
        PlanReader reader = new PlanReader(plan);
        TaskNeeds needs = plan.task().needs();
        boolean expressible = needs.cpuUnits().amount() <= PlacementIndex.MOST_AMOUNT
                && needs.memoryMib().amount() <= PlacementIndex.MOST_AMOUNT
                && needs.networkInterfaces().amount() < PlacementIndex.UNLIMITED
                && needs.gpus().amount() < PlacementIndex.UNLIMITED;
        if (!expressible) {
            return PlanReading.UNREADABLE;
        }
        reader.readPool();
        plan.checks().forEach(reader::read);
        while (reader.read < plan.strategies().size()
                && !reader.byLot
                && reader.read(plan.strategies().get(reader.read).ranking())) {
            reader.read++;
        }
        return reader.unreadable ? PlanReading.UNREADABLE : reader.reading();
    }

    private void readPool() {
        facts.add(Facts.STATUS);
        if (plan.pool().zone() != null) {
            facts.add(Facts.attribute(InstanceSnapshot.ZONE_ATTRIBUTE));
        }
        facts.add(plan.pool().capacityProviders().isEmpty() ? Facts.attribute(Pool.EXTERNAL) : Facts.CAPACITY_PROVIDER);
    }

    private void read(Check check) {
        TaskNeeds needs = plan.task().needs();
        switch (check.kind()) {
            case CPU, MEMORY, ENI -> {
                // The index counts them.
            }
            case PORTS -> {
                if (repeats(needs.tcpPorts())) {
                    ofInstance.add(check);
                }
            }
            case PORTS_UDP -> {
                if (repeats(needs.udpPorts())) {
                    ofInstance.add(check);
                }
            }
            case PORT_LIMIT -> {
                if (!needs.tcpPorts().isEmpty() || !needs.udpPorts().isEmpty()) {
                    ofInstance.add(check);
                }
            }
            case GPU -> {
                if (needs.allGpus()) {
                    ofInstance.add(check);
                }
            }
            case NEURON_DEVICE -> {
                if (needs.neuronDevices().amount() > 0) {
                    ofInstance.add(check);
                }
            }
            case CUSTOM_RESOURCE -> {
                if (!isCounted(customNeed(check.name()))) {
                    ofInstance.add(check);
                }
            }
            case CONSTRAINT -> readConstraint(check);
            default -> readStatic(check);
        }
    }

    private CustomNeed customNeed(String resource) {
        return plan.customNeeds().stream()
                .filter(need -> need.resource().equals(resource))
                .findFirst()
                .orElseThrow();
    }

    /** Whether the index can say it, which knows what the device has left that has most of it. */
    static boolean isCounted(CustomNeed custom) {
        ResourceNeed need = custom.need();
        return need.devices() == 1 && need.amountEach() > 0 && need.amountEach() <= PlacementIndex.MOST_AMOUNT;
    }

    /** A port that is needed twice is never given; the check says so. */
    private static boolean repeats(List<PortNeed> needs) {
        return needs.stream().map(PortNeed::port).distinct().count() < needs.size();
    }

    private void readStatic(Check check) {
        if (check.test() instanceof Static known) {
            facts.addAll(known.facts());
            ofClass.add(check);
        } else {
            ofInstance.add(check);
        }
    }

    private void readConstraint(Check check) {
        if (check.test() instanceof DistinctInstance.OfGroup) {
            distinct = true;
        } else if (check.test() instanceof MemberOf.Expression expression
                && isOfClass(expression.query().dependencies())) {
            QueryDependencies dependencies = expression.query().dependencies();
            dependencies.attributes().forEach(name -> facts.add(Facts.attribute(name)));
            if (dependencies.kinds().contains(Dependency.AGENT)) {
                facts.add(Facts.AGENT_CONNECTED);
                facts.add(Facts.AGENT_VERSION);
            }
            ofClass.add(check);
        } else if (check.test().dependsOn().contains(DependsOn.EVERYTHING)) {
            unreadable = true;
        } else {
            ofInstance.add(check);
        }
    }

    private static boolean isOfClass(QueryDependencies dependencies) {
        return !dependencies.changesWithTasks() && !dependencies.kinds().contains(Dependency.REGISTRATION);
    }

    /** False if it is no strategy that the index knows. */
    private boolean read(Ranking ranking) {
        if (ranking instanceof RandomChoice.ByLot) {
            byLot = true;
        } else if (ranking instanceof Binpack.By by && by.resource() != Binpack.Resource.OTHER) {
            chain.add(by.resource() == Binpack.Resource.CPU ? Demand.CPU : Demand.MEMORY);
        } else if (ranking instanceof Spread.Over over) {
            String attribute = over.attribute();
            if (attribute == null) {
                chain.add(Demand.COUNT);
            } else {
                facts.add(Facts.attribute(attribute));
                chain.add(Facts.attribute(attribute));
            }
        } else {
            return false;
        }
        return true;
    }

    private PlanReading reading() {
        boolean toTheEnd = byLot || (read == plan.strategies().size() && plan.tieBreaker() == TieBreaker.smallestId());
        boolean others = read < plan.strategies().size() && !byLot;
        return new PlanReading(
                true,
                List.copyOf(facts),
                List.copyOf(ofClass),
                List.copyOf(ofInstance),
                distinct,
                List.copyOf(chain),
                read,
                byLot,
                toTheEnd,
                others && Standings.canKeep(plan));
    }
}
