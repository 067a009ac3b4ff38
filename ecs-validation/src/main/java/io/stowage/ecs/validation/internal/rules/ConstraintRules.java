package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.CONFIGURATION;
import static io.stowage.ecs.validation.internal.rules.Places.RUN_TASK;
import static io.stowage.ecs.validation.internal.rules.Places.SERVICE;
import static io.stowage.ecs.validation.internal.rules.Places.TASK;
import static io.stowage.ecs.validation.internal.rules.ServicePlaces.CONSTRAINTS;
import static io.stowage.ecs.validation.internal.rules.ServicePlaces.RUN_TASK_CONSTRAINTS;
import static io.stowage.ecs.validation.internal.rules.ServicePlaces.SERVICE_CONSTRAINTS;
import static io.stowage.ecs.validation.internal.rules.ServicePlaces.TASK_CONSTRAINTS;
import static io.stowage.ecs.validation.spi.Rule.error;

import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.placement.PlacementConstraintType;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.task.RunTaskRequest;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinitionPlacementConstraint;
import io.stowage.ecs.model.taskdef.TaskDefinitionPlacementConstraintType;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.internal.tables.KnownBounds;
import io.stowage.ecs.validation.internal.tables.KnownNames;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Member;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Report;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.List;

/**
 * Section 12 of the catalogue: placement constraints of task definitions, and by the same rules those of services and of tasks
 * that are run without one. The rules of the proxy of App Mesh follow.
 */
final class ConstraintRules {
    private static final int LONGEST =
            (int) KnownBounds.of("placement-expression-characters").max();
    private static final long MOST = KnownBounds.of("placement-constraints").max();

    private static final List<Place<String>> EXPRESSIONS = List.of(
            TASK_CONSTRAINTS.member(TaskDefinitionPlacementConstraint::expression),
            SERVICE_CONSTRAINTS.member(PlacementConstraint::expression),
            RUN_TASK_CONSTRAINTS.member(PlacementConstraint::expression));

    static final RuleGroup GROUP = new RuleGroup("12. Task definition: placement constraints, App Mesh proxy", rules());

    private ConstraintRules() {}

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(List.of(
                error("placement.task-constraint-type")
                        .summary("A constraint of a task definition is of a type other than memberOf.")
                        .source("API:TaskDefinitionPlacementConstraintType; DOC:service_definition_parameters")
                        .in(TASK_CONSTRAINTS)
                        .when(TaskDefinitionPlacementConstraint::type, type -> !type.isKnown())
                        .message(
                                "A task definition takes constraints of type memberOf only, and this one is \"{value}\".")
                        .fix("Use "
                                + KnownNames.oneOf(TaskDefinitionPlacementConstraintType.known())
                                + ", or move the constraint to the service."),
                error("placement.constraint-type")
                        .summary("The type of a constraint of a service is not known.")
                        .source("API:PlacementConstraintType")
                        .in(CONSTRAINTS)
                        .when(PlacementConstraint::type, type -> !type.isKnown())
                        .message("\"{value}\" is not a type of placement constraint.")
                        .fix("Use " + KnownNames.oneOf(PlacementConstraintType.known()) + "."),
                error("placement.expression-required")
                        .summary("A constraint of type memberOf has no expression.")
                        .source("API:PlacementConstraint.expression")
                        .in(CONFIGURATION)
                        .check(ConstraintRules::lackExpression)
                        .pointingAt(EXPRESSIONS.toArray(new Place<?>[0]))
                        .message("A constraint of type memberOf says by an expression which instances it allows.")
                        .fix("Add one, such as `attribute:ecs.instance-type =~ t3.*`."),
                error("placement.distinct-with-expression")
                        .summary("A constraint of type distinctInstance has an expression.")
                        .source("API:PlacementConstraint.expression")
                        .in(CONSTRAINTS)
                        .needing(PlacementConstraint::expression)
                        .whenAt(
                                PlacementConstraint::expression,
                                constraint -> constraint.is(
                                        PlacementConstraint::type, PlacementConstraintType.DISTINCT_INSTANCE))
                        .message("A constraint of type distinctInstance takes no expression.")
                        .fix("Remove the expression, or add a second constraint of type memberOf for it."),
                error("placement.expression-too-long")
                        .summary("The expression of a constraint is longer than the limit.")
                        .source("API:PlacementConstraint.expression")
                        .in(EXPRESSIONS)
                        .whenValue(expression -> expression.length() > LONGEST)
                        .with("length", expression -> expression.get().length())
                        .message("The expression has {length} characters; the limit is " + LONGEST + ".")
                        .fix("Shorten it, or spread it over several constraints, which must all hold."),
                error("placement.expression-syntax")
                        .summary("The expression of a constraint is no query of the cluster query language.")
                        .source("DOC:cluster-query-language; OUR")
                        .in(EXPRESSIONS)
                        .whenValue(expression -> expression.length() <= LONGEST && Expressions.isFaulty(expression))
                        .with("reason", expression -> Expressions.reason(expression.get()))
                        .with("repair", expression -> Expressions.repair(expression.get()))
                        .message("The expression is not a cluster query ({reason}).")
                        .fix("{repair}."),
                error("placement.too-many-constraints")
                        .summary("A task definition and its service have more constraints together than the limit.")
                        .source("API:RegisterTaskDefinitionRequest.placementConstraints")
                        .in(CONFIGURATION)
                        .check(ConstraintRules::areTooMany)
                        .pointingAt(
                                TASK.member(TaskDefinition::placementConstraints),
                                SERVICE.member(CreateServiceRequest::placementConstraints),
                                RUN_TASK.member(RunTaskRequest::placementConstraints))
                        .message("There are {count} placement constraints, the task definition counted; the limit is "
                                + MOST + ".")
                        .fix("Combine expressions with `and`.")));
        rules.addAll(ProxyRules.rules());
        return rules;
    }

    private static void lackExpression(View<EcsConfiguration> configuration, Report report) {
        Facts facts = configuration.facts();
        lackExpression(
                each(facts.task(), TaskDefinition::placementConstraints),
                TaskDefinitionPlacementConstraint::type,
                TaskDefinitionPlacementConstraintType.MEMBER_OF,
                TaskDefinitionPlacementConstraint::expression,
                report);
        for (List<View<PlacementConstraint>> constraints : List.of(
                each(facts.service(), CreateServiceRequest::placementConstraints),
                each(facts.runTask(), RunTaskRequest::placementConstraints))) {
            lackExpression(
                    constraints,
                    PlacementConstraint::type,
                    PlacementConstraintType.MEMBER_OF,
                    PlacementConstraint::expression,
                    report);
        }
    }

    private static <C, T> void lackExpression(
            List<View<C>> constraints, Member<C, T> type, T memberOf, Member<C, String> expression, Report report) {
        for (View<C> constraint : constraints) {
            View<String> written = constraint.member(expression);
            View<T> given = constraint.member(type);
            if (given.isKnown() && memberOf.equals(given.find()) && written.isKnown() && !written.isPresent()) {
                report.at(written);
            }
        }
    }

    /** The elements of a list; none if it is not known, so that the lists beside it are judged all the same. */
    private static <S, E> List<View<E>> each(View<S> structure, Member<S, List<E>> list) {
        return structure.member(list).isKnown() ? structure.each(list) : List.of();
    }

    private static void areTooMany(View<EcsConfiguration> configuration, Report report) {
        Facts facts = configuration.facts();
        int ofTask = facts.task().each(TaskDefinition::placementConstraints).size();
        if (ofTask > MOST) {
            report.at(facts.task().member(TaskDefinition::placementConstraints)).with("count", ofTask);
            return;
        }
        count(facts.service(), CreateServiceRequest::placementConstraints, ofTask, report);
        count(facts.runTask(), RunTaskRequest::placementConstraints, ofTask, report);
    }

    private static <S> void count(
            View<S> structure, Member<S, List<PlacementConstraint>> constraints, int ofTask, Report report) {
        int count = each(structure, constraints).size();
        if (count > 0 && count + ofTask > MOST) {
            report.at(structure.member(constraints)).with("count", count + ofTask);
        }
    }
}
