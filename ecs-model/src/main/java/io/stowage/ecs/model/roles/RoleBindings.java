package io.stowage.ecs.model.roles;

import io.stowage.ecs.model.agent.AgentConfig;
import io.stowage.ecs.model.capacity.CreateCapacityProviderRequest;
import io.stowage.ecs.model.capacity.CreateManagedInstancesProviderConfiguration;
import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.Service;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which roles a task definition and its service need, of which kind, allowed what, and because of which member; and what is missing
 * of roles that are given. Immutable.
 *
 * <p>On instances images come from ECR under the execution role if the task names one, as the agent does it, and otherwise under
 * the role of the instance; logs too, if the agent is told so ({@code ECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE}). Everywhere else it
 * is the execution role; an external instance writes logs as an instance does. See <a
 * href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html">task execution role</a>.
 *
 * @param needs sorted by kind, one for each kind
 */
public record RoleBindings(List<RoleNeed> needs) {
    /** Copies the list. */
    public RoleBindings {
        needs = List.copyOf(needs);
    }

    /**
     * The roles for tasks alone.
     *
     * @param definition the task definition
     * @param launchType where its tasks run; {@code MANAGED_INSTANCES} for managed instances
     * @param agent the configuration of the agents; looked at for {@code EC2} and {@code EXTERNAL} alone
     * @return the needs
     */
    public static RoleBindings of(TaskDefinition definition, LaunchType launchType, AgentConfig agent) {
        return derive(definition, null, launchType, agent);
    }

    /**
     * The roles for a service that is to be created.
     *
     * @param definition its task definition
     * @param service the service
     * @param launchType where its tasks run
     * @param agent the configuration of the agents
     * @return the needs; pointers into the service begin with {@code /service}
     */
    public static RoleBindings of(
            TaskDefinition definition, CreateServiceRequest service, LaunchType launchType, AgentConfig agent) {
        return derive(definition, ServiceMembers.of(service), launchType, agent);
    }

    /**
     * The roles for a service that was described.
     *
     * @param definition its task definition
     * @param service the service
     * @param launchType where its tasks run
     * @param agent the configuration of the agents
     * @return the needs; pointers into the service begin with {@code /service}
     */
    public static RoleBindings of(
            TaskDefinition definition, Service service, LaunchType launchType, AgentConfig agent) {
        return derive(definition, ServiceMembers.of(service), launchType, agent);
    }

    /**
     * The roles for a capacity provider that is to be created.
     *
     * @param provider the capacity provider
     * @return the needs; pointers begin with {@code /capacityProvider}
     */
    public static RoleBindings of(CreateCapacityProviderRequest provider) {
        RoleDerivation derivation = new RoleDerivation();
        if (provider.autoScalingGroupProvider() != null) {
            derivation.need(
                    RoleKind.CALLER, RoleFeature.CAPACITY_PROVIDER, "/capacityProvider/autoScalingGroupProvider");
        }
        CreateManagedInstancesProviderConfiguration managed = provider.managedInstancesProvider();
        if (managed != null) {
            derivation.named(
                    RoleKind.INFRASTRUCTURE,
                    RoleFeature.MANAGED_INSTANCES,
                    managed.infrastructureRoleArn(),
                    "/capacityProvider/managedInstancesProvider/infrastructureRoleArn");
        }
        return new RoleBindings(derivation.result());
    }

    private static RoleBindings derive(
            TaskDefinition definition, @Nullable ServiceMembers service, LaunchType launchType, AgentConfig agent) {
        RoleDerivation derivation = new RoleDerivation();
        derivation.task(definition, launchType, agent);
        if (service != null) {
            derivation.service(service);
        }
        return new RoleBindings(derivation.result());
    }

    /**
     * The need for a kind of role.
     *
     * @param kind the kind
     * @return empty if none is needed
     */
    public Optional<RoleNeed> find(RoleKind kind) {
        return needs.stream().filter(need -> need.kind() == kind).findFirst();
    }

    /**
     * What is missing. Roles that AWS makes by itself are never missing, and neither is the caller; if bindings for them are given,
     * they are checked too. Actions that only a key of one's own would need are not asked for. Of several bindings of a kind, the one
     * that the task definition or service names counts.
     *
     * @param bindings the roles there are
     * @return sorted by kind, then principals before actions, actions by name; empty if nothing is missing; unmodifiable
     */
    public List<RoleFinding> missingFrom(Collection<RoleBinding> bindings) {
        List<RoleFinding> findings = new ArrayList<>();
        for (RoleNeed need : needs) {
            Optional<RoleBinding> given = bindings.stream()
                    .filter(b -> b.kind() == need.kind() && b.isNamed(need.roleArn()))
                    .findFirst();
            if (need.isUnnamed()) {
                findings.add(new RoleFinding(need.kind(), RoleFinding.Problem.NOT_NAMED, null, need.causes()));
            } else if (given.isEmpty()) {
                if (!RoleFacts.of(need.kind()).isAutomatic() && need.kind() != RoleKind.CALLER) {
                    findings.add(new RoleFinding(
                            need.kind(), RoleFinding.Problem.MISSING_ROLE, need.roleArn(), need.causes()));
                }
            } else {
                check(need, given.get(), findings);
            }
        }
        return List.copyOf(findings);
    }

    private static void check(RoleNeed need, RoleBinding given, List<RoleFinding> findings) {
        String principal = RoleFacts.of(need.kind()).trustedPrincipal();
        if (!principal.isEmpty() && !given.trustedPrincipals().contains(principal)) {
            findings.add(new RoleFinding(need.kind(), RoleFinding.Problem.WRONG_PRINCIPAL, principal, need.causes()));
        }
        for (ActionNeed action : need.actions()) {
            if (!action.onlyWithOwnKey() && !given.allows(action.action())) {
                findings.add(new RoleFinding(
                        need.kind(), RoleFinding.Problem.MISSING_ACTION, action.action(), action.causes()));
            }
        }
    }
}
