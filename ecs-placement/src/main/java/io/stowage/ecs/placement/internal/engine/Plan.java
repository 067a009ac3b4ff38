package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.cql.ClusterQuery;
import io.stowage.ecs.cql.ClusterQueryResult;
import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.needs.TaskNeeds;
import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.placement.PlacementConstraintType;
import io.stowage.ecs.model.placement.PlacementStrategy;
import io.stowage.ecs.model.placement.PlacementStrategyType;
import io.stowage.ecs.model.taskdef.TaskDefinitionPlacementConstraint;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementRequestException;
import io.stowage.ecs.placement.PlacementRequestException.Fault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request made ready: its needs, its checks in the order in which reasons are reported, its strategies. All that is wrong with
 * the request is found here, before any instance is looked at.
 */
final class Plan {
    private static final int MOST_CONSTRAINTS = 10;
    private static final int MOST_STRATEGIES = 5;
    private static final int MOST_TASKS_OF_RUN_TASK = 10;

    private final PlacementRequest request;
    private final List<Fault> faults = new ArrayList<>();
    private final TaskNeeds needs;
    private final List<Check> checks = new ArrayList<>();
    private final List<Ranking> strategies = new ArrayList<>();

    Plan(PlacementRequest request) {
        this.request = request;
        this.needs = TaskNeeds.of(request.taskDefinition(), request.overrides());
        checkCount();
        checkPool();
        checks.addAll(InstanceChecks.of(request));
        checks.addAll(ResourceChecks.of(needs));
        addConstraints();
        addStrategies();
        if (!faults.isEmpty()) {
            throw new PlacementRequestException(faults);
        }
    }

    TaskNeeds needs() {
        return needs;
    }

    List<Check> checks() {
        return checks;
    }

    List<Ranking> strategies() {
        return strategies;
    }

    private void checkCount() {
        boolean tooMany = request.service() == null && request.count() > MOST_TASKS_OF_RUN_TASK;
        if (request.count() < 1 || tooMany) {
            fault(
                    "request.count",
                    "count is " + request.count() + "; "
                            + (request.service() == null
                                    ? "RunTask takes 1 to " + MOST_TASKS_OF_RUN_TASK + " tasks"
                                    : "at least 1 was expected"),
                    "/count",
                    tooMany ? "give the name of a service, which has no such limit" : null);
        }
    }

    private void checkPool() {
        LaunchType type = request.launchType();
        if (type != null && request.capacityProvider() != null) {
            fault(
                    "request.launch-type",
                    "a launch type and a capacity provider exclude each other",
                    "/launchType",
                    "leave one of the two out");
        } else if (type != null && !type.equals(LaunchType.EC2) && !type.equals(LaunchType.EXTERNAL)) {
            fault(
                    "request.launch-type",
                    "tasks of launch type \"" + type.value()
                            + "\" are not placed on the container instances of a cluster; EC2 or EXTERNAL was expected",
                    "/launchType",
                    null);
        }
    }

    private void addConstraints() {
        List<TaskDefinitionPlacementConstraint> ofDefinition =
                request.taskDefinition().placementConstraints();
        for (int i = 0; i < ofDefinition.size(); i++) {
            TaskDefinitionPlacementConstraint constraint = ofDefinition.get(i);
            String type = constraint.type() == null ? "" : constraint.type().value();
            String pointer = "/taskDefinition/placementConstraints/" + i;
            if (type.equals(PlacementConstraintType.MEMBER_OF.value())) {
                addMemberOf(constraint.expression(), pointer);
            } else {
                fault(
                        "request.constraint-type",
                        "\"" + type + "\" is no constraint that a task definition may have; memberOf was expected",
                        pointer + "/type",
                        null);
            }
        }
        List<PlacementConstraint> ofRequest = request.placementConstraints();
        for (int i = 0; i < ofRequest.size(); i++) {
            addConstraint(ofRequest.get(i), "/placementConstraints/" + i);
        }
        int count = ofDefinition.size() + ofRequest.size();
        if (count > MOST_CONSTRAINTS) {
            fault(
                    "request.constraints",
                    "there are " + count + " constraints; a task may have " + MOST_CONSTRAINTS
                            + ", those of its task definition included",
                    "/placementConstraints",
                    null);
        }
    }

    private void addConstraint(PlacementConstraint constraint, String pointer) {
        String type = constraint.type() == null ? "" : constraint.type().value();
        if (type.equals(PlacementConstraintType.MEMBER_OF.value())) {
            addMemberOf(constraint.expression(), pointer);
        } else if (!type.equals(PlacementConstraintType.DISTINCT_INSTANCE.value())) {
            fault(
                    "request.constraint-type",
                    "\"" + type + "\" is no placement constraint; distinctInstance or memberOf was expected",
                    pointer + "/type",
                    null);
        } else if (constraint.expression() != null) {
            fault(
                    "request.constraint-expression",
                    "distinctInstance takes no expression, not even an empty one",
                    pointer + "/expression",
                    "remove the expression");
        } else {
            checks.add(new DistinctInstance(request.group(), pointer));
        }
    }

    private void addMemberOf(@Nullable String expression, String pointer) {
        ClusterQueryResult result = ClusterQuery.tryParse(expression == null ? "" : expression);
        result.query().ifPresent(query -> checks.add(new MemberOf(query, pointer)));
        result.errors()
                .forEach(error ->
                        faults.add(new Fault(error.toDiagnostic(pointer + "/expression", null), error.offset())));
    }

    private void addStrategies() {
        List<PlacementStrategy> written = request.placementStrategy();
        if (written.size() > MOST_STRATEGIES) {
            fault(
                    "request.strategies",
                    "there are " + written.size() + " strategies; at most " + MOST_STRATEGIES + " are allowed",
                    "/placementStrategy",
                    null);
        }
        for (int i = 0; i < written.size(); i++) {
            addStrategy(written.get(i), "/placementStrategy/" + i);
        }
        if (written.isEmpty()) {
            addDefaults();
        }
    }

    /** What ECS does when nothing is asked for: services are spread, standalone tasks go anywhere. */
    private void addDefaults() {
        if (request.service() == null) {
            strategies.add(new RandomChoice(request.seed()));
        } else {
            strategies.add(new Spread("attribute:ecs.availability-zone", request.group()));
            strategies.add(new Spread("instanceId", request.group()));
        }
    }

    private void addStrategy(PlacementStrategy strategy, String pointer) {
        String type = strategy.type() == null ? "" : strategy.type().value();
        String field = strategy.field() == null ? "" : strategy.field();
        if (type.equals(PlacementStrategyType.RANDOM.value())) {
            strategies.add(new RandomChoice(request.seed() + strategies.size()));
        } else if (type.equals(PlacementStrategyType.SPREAD.value())) {
            if (Spread.takes(field)) {
                strategies.add(new Spread(field, request.group()));
            } else {
                field(field, "instanceId, host or attribute:NAME", pointer);
            }
        } else if (type.equals(PlacementStrategyType.BINPACK.value())) {
            if (Binpack.takes(field)) {
                strategies.add(new Binpack(field));
            } else {
                field(field, "cpu or memory", pointer);
            }
        } else {
            fault(
                    "request.strategy-type",
                    "\"" + type + "\" is no placement strategy; spread, binpack or random was expected",
                    pointer + "/type",
                    null);
        }
    }

    private void field(String field, String expected, String pointer) {
        fault(
                "request.strategy-field",
                (field.isEmpty() ? "no field is given" : "\"" + field + "\" is no field of it") + "; " + expected
                        + " was expected",
                pointer + "/field",
                null);
    }

    private void fault(String id, String message, String pointer, @Nullable String hint) {
        faults.add(new Fault(new Diagnostic(id, Severity.ERROR, message, pointer, null, hint), 0));
    }
}
