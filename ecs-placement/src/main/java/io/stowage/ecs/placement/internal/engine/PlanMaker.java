package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.needs.TaskNeeds;
import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.placement.PlacementConstraintType;
import io.stowage.ecs.model.placement.PlacementStrategy;
import io.stowage.ecs.model.placement.PlacementStrategyType;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinitionPlacementConstraint;
import io.stowage.ecs.placement.CapacityProviderDistribution;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementRequestException;
import io.stowage.ecs.placement.PlacementRequestException.Fault;
import io.stowage.ecs.placement.Quota;
import io.stowage.ecs.placement.ScaleInRequest;
import io.stowage.ecs.placement.plugin.ConstraintPlugin;
import io.stowage.ecs.placement.plugin.ResourceNeed;
import io.stowage.ecs.placement.plugin.ResourcePlugin;
import io.stowage.ecs.placement.plugin.RuleDefinition;
import io.stowage.ecs.placement.plugin.StrategyPlugin;
import io.stowage.ecs.placement.plugin.TaskToPlace;
import io.stowage.ecs.placement.plugin.UnusableRuleException;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes a request ready. All that is wrong with it is found here and said at once, before any instance is looked at. */
final class PlanMaker {
    private static final String STRATEGIES = "/placementStrategy";
    private static final String CONSTRAINTS = "/placementConstraints";

    /** Where the constraints of the request stand; a number follows. */
    static final String REQUEST_CONSTRAINTS = CONSTRAINTS + "/";

    /** Where the constraints of the task definition stand; a number follows. */
    static final String DEFINITION_CONSTRAINTS = "/taskDefinition" + CONSTRAINTS + "/";

    private final EngineConfig config;
    private final List<Fault> faults = new ArrayList<>();

    private PlanMaker(EngineConfig config) {
        this.config = config;
    }

    /** The plan of tasks that strategies place. */
    static Plan run(EngineConfig config, PlacementRequest request) {
        PlanMaker maker = new PlanMaker(config);
        maker.checkCount(request);
        return maker.plan(request);
    }

    /** Whether nothing is wrong with what a request of known rules says besides: then {@link #run} would find no fault with it either. */
    static boolean isRunnable(EngineConfig config, PlacementRequest request) {
        if (request.service() != null
                && request.count() > 0
                && request.taskIds().isEmpty()) {
            // Most requests: nothing is made, and no figure looked up.
            return true;
        }
        PlanMaker maker = new PlanMaker(config);
        maker.checkCount(request);
        return maker.faults.isEmpty();
    }

    /** The plan of a daemon service: no count, no strategies. */
    static Plan daemon(EngineConfig config, PlacementRequest request) {
        PlanMaker maker = new PlanMaker(config);
        if (request.service() == null) {
            maker.fault("request.service", "a daemon is a service; its name was expected", "/service", null);
        }
        if (!request.placementStrategy().isEmpty()) {
            maker.fault(
                    "request.daemon-strategy",
                    "The daemon scheduling strategy does not support placement strategies. Remove the placement strategy "
                            + "and try again",
                    STRATEGIES,
                    "remove the strategies");
        }
        maker.oneTask(request, "a daemon service has one task on every instance");
        return maker.plan(request);
    }

    /** The plan of StartTask: no count, no strategies, no constraints. */
    static Plan start(EngineConfig config, PlacementRequest request, int instances) {
        PlanMaker maker = new PlanMaker(config);
        if (!request.placementStrategy().isEmpty()) {
            maker.fault("request.start-strategy", "StartTask takes no placement strategies", STRATEGIES, null);
        }
        if (!request.placementConstraints().isEmpty()) {
            maker.fault("request.start-constraints", "StartTask takes no placement constraints", CONSTRAINTS, null);
        }
        maker.oneTask(request, "StartTask starts one task on each instance it names");
        long most = config.quotas().value(Quota.INSTANCES_PER_START_TASK);
        if (instances < 1 || (request.apiLimits() && instances > most)) {
            maker.fault(
                    "request.instances",
                    "there are " + instances + " container instances; StartTask takes 1 to " + most,
                    "/containerInstances",
                    null);
        }
        maker.checkTaskIds(request.taskIds(), instances);
        return maker.plan(request).withoutConstraints();
    }

    /** The plan of zone rebalancing: the rules of the service. How many tasks it has is not asked, they are counted. */
    static Plan rebalance(EngineConfig config, PlacementRequest request) {
        return new PlanMaker(config).plan(request);
    }

    static StopPlan stop(EngineConfig config, ScaleInRequest request) {
        PlanMaker maker = new PlanMaker(config);
        if (request.count() < 0) {
            maker.fault("request.count", "count is " + request.count() + "; 0 or more was expected", "/count", null);
        }
        TaskToPlace task = task(TaskDefinition.builder().build(), request.group(), serviceOf(request.group()), null);
        List<Strategy> strategies = maker.strategies(request.placementStrategy(), task, request.apiLimits());
        maker.throwFaults();
        return new StopPlan(
                task,
                strategies.isEmpty() ? spreadEvenly() : strategies,
                null,
                request.among().isEmpty() ? null : Set.copyOf(request.among()));
    }

    /** The plan of stopping tasks as a plan would have placed them. */
    static StopPlan stop(Plan plan) {
        PlacementRequest request = plan.request();
        List<Strategy> strategies = request.placementStrategy().isEmpty() ? spreadEvenly() : plan.strategies();
        return new StopPlan(plan.task(), strategies, null, null);
    }

    private static @Nullable String serviceOf(String group) {
        return group.startsWith("service:") ? group.substring("service:".length()) : null;
    }

    private static TaskToPlace task(
            TaskDefinition definition, String group, @Nullable String service, @Nullable PlacementRequest request) {
        return new TaskToPlace(
                definition,
                request == null ? null : request.overrides(),
                TaskNeeds.of(definition, request == null ? null : request.overrides()),
                group,
                service);
    }

    private Plan plan(PlacementRequest request) {
        TaskToPlace task = task(request.taskDefinition(), request.group(), request.service(), request);
        checkGroup(request);
        checkPool(request);
        List<CustomNeed> customNeeds = new ArrayList<>();
        for (ResourcePlugin resource : config.resources()) {
            ResourceNeed need = resource.needed(task);
            if (need.devices() > 0) {
                customNeeds.add(new CustomNeed(resource.info().name(), need));
            }
        }
        List<Check> checks = new ArrayList<>(InstanceChecks.of(request));
        checks.addAll(
                ResourceChecks.of(task.needs(), customNeeds, config.quotas().value(Quota.RESERVED_PORTS_PER_INSTANCE)));
        addConstraints(request, task, checks);
        List<Strategy> strategies = strategies(request.placementStrategy(), task, request.apiLimits());
        throwFaults();
        return new Plan(
                request,
                task,
                List.copyOf(customNeeds),
                new Pool(request.launchType(), providers(request), null),
                List.copyOf(checks),
                strategies.isEmpty() ? defaults(request) : strategies,
                config.tieBreaker(),
                customNeeds.isEmpty() ? Grant.alike(task.needs()) : null);
    }

    private static Set<String> providers(PlacementRequest request) {
        Set<String> names = new TreeSet<>();
        if (request.capacityProvider() != null) {
            names.add(request.capacityProvider());
        }
        request.capacityProviderStrategy()
                .forEach(item -> names.add(Objects.requireNonNullElse(item.capacityProvider(), "")));
        return Collections.unmodifiableSet(names);
    }

    private void throwFaults() {
        if (!faults.isEmpty()) {
            throw new PlacementRequestException(faults);
        }
    }

    private void checkCount(PlacementRequest request) {
        long most = config.quotas().value(Quota.TASKS_PER_RUN_TASK);
        boolean limited = request.service() == null && request.apiLimits();
        boolean tooMany = limited && request.count() > most;
        if (request.count() < 1 || tooMany) {
            fault(
                    "request.count",
                    "count is " + request.count() + "; "
                            + (limited ? "RunTask takes 1 to " + most + " tasks" : "at least 1 was expected"),
                    "/count",
                    tooMany ? "give the name of a service, which has no such limit" : null);
        }
        checkTaskIds(request.taskIds(), request.count());
    }

    private void checkTaskIds(List<String> ids, int tasks) {
        if (ids.isEmpty()) {
            return;
        }
        int different = new HashSet<>(ids).size();
        if (ids.size() != tasks || different != tasks) {
            fault(
                    "request.task-ids",
                    "there are " + different + " different task ids for " + tasks + " tasks",
                    "/taskIds",
                    "give each task an id of its own, or none an id");
        }
    }

    private void oneTask(PlacementRequest request, String because) {
        if (request.count() != 1) {
            fault("request.count", "count is " + request.count() + "; " + because, "/count", "leave the count out");
        }
    }

    private void checkGroup(PlacementRequest request) {
        long most = config.quotas().value(Quota.GROUP_CHARACTERS);
        String group = request.service() == null ? request.group() : "";
        if (request.apiLimits() && group.length() > most) {
            fault(
                    "request.group",
                    "the group has " + group.length() + " characters; at most " + most + " are allowed",
                    "/group",
                    null);
        }
    }

    private void checkPool(PlacementRequest request) {
        LaunchType type = request.launchType();
        boolean distributed = !request.capacityProviderStrategy().isEmpty();
        if (type != null && (distributed || request.capacityProvider() != null)) {
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
        } else if (distributed && request.capacityProvider() != null) {
            fault(
                    "request.launch-type",
                    "a capacity provider and a capacity provider strategy exclude each other",
                    "/capacityProviderStrategy",
                    "leave one of the two out");
        }
        if (distributed) {
            CapacityProviderDistribution.problems(request.capacityProviderStrategy(), config.quotas())
                    .forEach(problem -> faults.add(new Fault(problem, 0)));
        }
    }

    private void addConstraints(PlacementRequest request, TaskToPlace task, List<Check> checks) {
        List<TaskDefinitionPlacementConstraint> ofDefinition =
                request.taskDefinition().placementConstraints();
        for (int i = 0; i < ofDefinition.size(); i++) {
            TaskDefinitionPlacementConstraint constraint = ofDefinition.get(i);
            String type = constraint.type() == null ? "" : constraint.type().value();
            addConstraint(new RuleDefinition(type, constraint.expression(), DEFINITION_CONSTRAINTS + i, task), checks);
        }
        List<PlacementConstraint> ofRequest = request.placementConstraints();
        for (int i = 0; i < ofRequest.size(); i++) {
            PlacementConstraint constraint = ofRequest.get(i);
            String type = constraint.type() == null ? "" : constraint.type().value();
            addConstraint(new RuleDefinition(type, constraint.expression(), REQUEST_CONSTRAINTS + i, task), checks);
        }
        int count = ofDefinition.size() + ofRequest.size();
        long most = config.quotas().value(Quota.CONSTRAINTS_PER_TASK);
        if (request.apiLimits() && count > most) {
            fault(
                    "request.constraints",
                    "there are " + count + " constraints; a task may have " + most
                            + ", those of its task definition included",
                    CONSTRAINTS,
                    null);
        }
    }

    private void addConstraint(RuleDefinition definition, List<Check> checks) {
        ConstraintPlugin plugin = config.constraints().get(definition.type());
        if (plugin == null) {
            fault(
                    "request.constraint-type",
                    "\"" + definition.type() + "\" is no "
                            + (definition.inTaskDefinition()
                                    ? "constraint that a task definition may have"
                                    : "placement constraint")
                            + "; " + names(config.constraints().keySet(), definition) + " was expected",
                    definition.pointer() + "/type",
                    null);
            return;
        }
        try {
            ConstraintPlugin.Check test = plugin.prepare(definition);
            String group = definition.task().group();
            boolean distinct = test instanceof DistinctInstance.OfGroup;
            checks.add(new Check(
                    Check.Kind.CONSTRAINT,
                    definition.pointer(),
                    test,
                    running -> distinct && running.counted() && group.equals(running.group()) ? 1 : 0,
                    Parts.of(test)));
        } catch (UnusableRuleException e) {
            addProblems(e, definition);
        }
    }

    /** What could have been written instead; distinctInstance has no place in a task definition. */
    private static String names(Set<String> known, RuleDefinition definition) {
        List<String> names = known.stream()
                .filter(name -> !definition.inTaskDefinition()
                        || !name.equals(PlacementConstraintType.DISTINCT_INSTANCE.value()))
                .toList();
        return names.size() == 1
                ? names.get(0)
                : String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.get(names.size() - 1);
    }

    private List<Strategy> strategies(List<PlacementStrategy> written, TaskToPlace task, boolean apiLimits) {
        long most = config.quotas().value(Quota.STRATEGIES_PER_REQUEST);
        if (apiLimits && written.size() > most) {
            fault(
                    "request.strategies",
                    "there are " + written.size() + " strategies; at most " + most + " are allowed",
                    STRATEGIES,
                    null);
        }
        List<Strategy> strategies = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            PlacementStrategy strategy = written.get(i);
            String type = strategy.type() == null ? "" : strategy.type().value();
            RuleDefinition definition = new RuleDefinition(type, strategy.field(), STRATEGIES + "/" + i, task);
            StrategyPlugin plugin = config.strategies().get(type);
            if (plugin == null) {
                fault(
                        "request.strategy-type",
                        "\"" + type + "\" is no placement strategy; "
                                + names(config.strategies().keySet(), definition) + " was expected",
                        definition.pointer() + "/type",
                        null);
                continue;
            }
            try {
                strategies.add(new Strategy(name(type, strategy.field()), plugin.prepare(definition)));
            } catch (UnusableRuleException e) {
                addProblems(e, definition);
            }
        }
        return List.copyOf(strategies);
    }

    private static String name(String type, @Nullable String field) {
        if (field == null || type.equals(PlacementStrategyType.RANDOM.value())) {
            return type;
        }
        String lower = field.toLowerCase(Locale.ROOT);
        boolean ofEcs =
                type.equals(PlacementStrategyType.BINPACK.value()) && (lower.equals("cpu") || lower.equals("memory"));
        return type + "(" + (ofEcs ? lower : field) + ")";
    }

    /** What ECS does when nothing is asked for: services are spread, standalone tasks go anywhere. */
    private static List<Strategy> defaults(PlacementRequest request) {
        return request.service() == null ? List.of(new Strategy("random", new RandomChoice.ByLot())) : spreadEvenly();
    }

    private static List<Strategy> spreadEvenly() {
        String byZone = Spread.BY_ATTRIBUTE + InstanceSnapshot.ZONE_ATTRIBUTE;
        return List.of(
                new Strategy("spread(" + byZone + ")", new Spread.Over(byZone)),
                new Strategy("spread(instanceId)", new Spread.Over("instanceId")));
    }

    private void addProblems(UnusableRuleException unusable, RuleDefinition definition) {
        for (UnusableRuleException.Problem problem : unusable.problems()) {
            Diagnostic diagnostic = new Diagnostic(
                    problem.id(),
                    Severity.ERROR,
                    problem.message(),
                    definition.pointer() + "/" + problem.member(),
                    null,
                    problem.hint());
            faults.add(new Fault(diagnostic, problem.offset()));
        }
    }

    private void fault(String id, String message, String pointer, @Nullable String hint) {
        faults.add(new Fault(new Diagnostic(id, Severity.ERROR, message, pointer, null, hint), 0));
    }
}
