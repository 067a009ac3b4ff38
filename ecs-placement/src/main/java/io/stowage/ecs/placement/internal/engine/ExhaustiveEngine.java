package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.cql.ClusterQuery;
import io.stowage.ecs.placement.Placement;
import io.stowage.ecs.placement.PlacementFailure;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementResult;
import io.stowage.ecs.placement.StrategyStep;
import io.stowage.ecs.placement.UnconsideredInstance;
import io.stowage.ecs.placement.internal.engine.Ranking.Scores;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Places one request by looking at every instance for every task. There is no index and nothing is remembered from one task to the
 * next, so what it does can be read off the rules, and any cleverer engine is right if it agrees with this one.
 */
public final class ExhaustiveEngine {
    private final ClusterSnapshot cluster;
    private final PlacementRequest request;
    private final Plan plan;
    private final List<Node> nodes;

    /**
     * Makes ready.
     *
     * @param cluster where to place
     * @param request what to place
     * @throws io.stowage.ecs.placement.PlacementRequestException if the request is refused
     */
    public ExhaustiveEngine(ClusterSnapshot cluster, PlacementRequest request) {
        this.cluster = cluster;
        this.request = request;
        this.plan = new Plan(request);
        this.nodes = Node.of(cluster);
    }

    /** The instances, of whatever status, that satisfy a query. */
    public static List<InstanceSnapshot> matching(ClusterSnapshot cluster, ClusterQuery query) {
        return Node.of(cluster).stream()
                .filter(query::matches)
                .map(Node::instance)
                .toList();
    }

    /** Places the tasks one after the other until one does not fit; all are alike, so none after it would. */
    public PlacementResult place() {
        List<Node> pool = nodes.stream()
                .filter(node -> Pool.outside(node.instance(), request) == null)
                .toList();
        List<Placement> placements = new ArrayList<>();
        List<PlacementFailure> refusals = List.of();
        if (pool.isEmpty()) {
            return result(placements, refusals, Pool.empty(request));
        }
        while (placements.size() < request.count()) {
            List<Node> candidates = new ArrayList<>();
            refusals = new ArrayList<>();
            for (Node node : pool) {
                Refusal refusal = refusal(node);
                if (refusal == null) {
                    candidates.add(node);
                } else {
                    refusals.add(refusal.of(node));
                }
            }
            if (candidates.isEmpty()) {
                break;
            }
            placements.add(choose(candidates));
        }
        return result(placements, refusals, null);
    }

    private @Nullable Refusal refusal(Node node) {
        for (Check check : plan.checks()) {
            Refusal refusal = check.refusal(node);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    /** Narrows the candidates strategy by strategy; they are in the order of their ids, so the first one left wins a tie. */
    private Placement choose(List<Node> candidates) {
        List<Step> steps = new ArrayList<>();
        List<Node> best = candidates;
        for (Ranking strategy : plan.strategies()) {
            if (best.size() == 1) {
                break;
            }
            Scores scores = strategy.scores(nodes, best);
            long lowest = best.stream().mapToLong(scores::of).min().orElseThrow();
            List<Node> lowestOnes =
                    best.stream().filter(node -> scores.of(node) == lowest).toList();
            steps.add(new Step(strategy, scores, best.size(), lowestOnes.size()));
            best = lowestOnes;
        }
        Node chosen = best.get(0);
        List<StrategyStep> told = steps.stream().map(step -> step.tell(chosen)).toList();
        chosen.take(plan.needs(), request.group());
        return new Placement(chosen.id(), candidates.size(), told, best.size());
    }

    /** What a strategy did; the words for it wait until it is known which instance they are about. */
    private record Step(Ranking strategy, Scores scores, int before, int after) {
        StrategyStep tell(Node chosen) {
            return new StrategyStep(strategy.name(), before, after, scores.because(chosen));
        }
    }

    private PlacementResult result(
            List<Placement> placements, List<PlacementFailure> refusals, @Nullable String error) {
        List<TaskSnapshot> tasks = new ArrayList<>(cluster.tasks());
        for (int i = 0; i < placements.size(); i++) {
            String id = request.group() + "/placed-" + (i + 1);
            tasks.add(new TaskSnapshot(id, placements.get(i).containerInstance(), request.group(), true));
        }
        ClusterSnapshot after =
                ClusterSnapshot.ofSnapshots(nodes.stream().map(Node::snapshot).toList(), tasks);
        int unplaced = request.count() - placements.size();
        return new PlacementResult(
                placements, unplaced, unplaced == 0 ? List.of() : refusals, refusals, unconsidered(), error, after);
    }

    private List<UnconsideredInstance> unconsidered() {
        List<UnconsideredInstance> unconsidered = new ArrayList<>();
        for (Node node : nodes) {
            String because = Pool.outside(node.instance(), request);
            if (because != null) {
                unconsidered.add(new UnconsideredInstance(node.id(), because));
            }
        }
        return unconsidered;
    }
}
