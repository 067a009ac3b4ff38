package io.stowage.ecs.validation.internal.rules;

import io.stowage.ecs.model.agent.AgentConfig;
import io.stowage.ecs.model.agent.AgentDefaults;
import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.roles.ActionNeed;
import io.stowage.ecs.model.roles.RoleBinding;
import io.stowage.ecs.model.roles.RoleBindings;
import io.stowage.ecs.model.roles.RoleFacts;
import io.stowage.ecs.model.roles.RoleFeature;
import io.stowage.ecs.model.roles.RoleKind;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.LogConfiguration;
import io.stowage.ecs.model.taskdef.Secret;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.input.KnownRole;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Member;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Roles that exist, and what the task definition and the service ask of them; the model knows which feature needs which action. */
final class Roles {
    static final Place<KnownRole> ROLES = Place.configuration().each(EcsConfiguration::roles);

    private static final Function<Facts, RoleBindings> NEEDS = Roles::findNeeds;
    private static final AgentConfig AGENT = AgentConfig.of(AgentDefaults.ECS_INIT);
    private static final Pattern KIND_OF_SECRET = Pattern.compile(":(secretsmanager|ssm):");

    private Roles() {}

    /** Whether it is the role that a member names, by ARN or by name. */
    static boolean isNamedBy(View<KnownRole> role, @Nullable String name) {
        return name != null && binding(role, RoleKind.CALLER, List.of()).isNamed(name);
    }

    static boolean isNamedBy(View<KnownRole> role, Member<TaskDefinition, String> member) {
        return isNamedBy(role, role.facts().task().find(member));
    }

    /** Whether the service that uses roles of that kind may not assume it; the rule is silent if nothing is known of its trust. */
    static boolean isNotTrusting(View<KnownRole> role, RoleKind kind) {
        role.member(KnownRole::trustedServices).get();
        return !role.contains(KnownRole::trustedServices, trusted(kind));
    }

    /** The service that assumes roles of that kind. */
    static String trusted(RoleKind kind) {
        return RoleFacts.of(kind).trustedPrincipal();
    }

    /**
     * The actions that features of the task need of a role and that it is not allowed.
     *
     * @return by name; the rule is silent if nothing is known of what the role may do
     */
    static List<String> missing(View<KnownRole> role, RoleKind kind, Set<RoleFeature> features) {
        return missing(
                role,
                needs(role.facts()).find(kind).stream()
                        .flatMap(need -> need.actions().stream())
                        .filter(action -> !action.onlyWithOwnKey()
                                && action.causes().stream().anyMatch(cause -> features.contains(cause.feature())))
                        .map(ActionNeed::action)
                        .toList());
    }

    /** Those of the actions that the role is not allowed. */
    static List<String> missing(View<KnownRole> role, List<String> actions) {
        role.member(KnownRole::allowedActions).get();
        List<String> allowed = new ArrayList<>();
        boolean allKnown = true;
        for (View<String> action : role.each(KnownRole::allowedActions)) {
            allKnown &= action.isKnown();
            if (action.isKnown()) {
                allowed.add(action.get());
            }
        }
        RoleBinding binding = binding(role, RoleKind.CALLER, allowed);
        List<String> missing =
                actions.stream().filter(action -> !binding.allows(action)).toList();
        return View.<List<String>>orSilent(allKnown || missing.isEmpty() ? missing : null);
    }

    private static RoleBinding binding(View<KnownRole> role, RoleKind kind, List<String> allowed) {
        String arn = role.find(KnownRole::arn);
        String name = arn == null ? role.get(KnownRole::name) : arn;
        return new RoleBinding(kind, name, List.of(), allowed);
    }

    static RoleBindings needs(Facts facts) {
        return facts.once(NEEDS);
    }

    private static RoleBindings findNeeds(Facts facts) {
        TaskDefinition task = withKnownSecrets(facts.task());
        CreateServiceRequest service = facts.service().find();
        return service == null
                ? RoleBindings.of(task, launchType(facts), AGENT)
                : RoleBindings.of(task, service, launchType(facts), AGENT);
    }

    private static LaunchType launchType(Facts facts) {
        if (facts.onFargate()) {
            return LaunchType.FARGATE;
        }
        if (facts.onManagedInstances()) {
            return LaunchType.MANAGED_INSTANCES;
        }
        return facts.onExternal() ? LaunchType.EXTERNAL : LaunchType.EC2;
    }

    /** The model takes every secret that is in no Secrets Manager for a parameter, but a placeholder may become either. */
    private static TaskDefinition withKnownSecrets(View<TaskDefinition> task) {
        List<ContainerDefinition> containers = new ArrayList<>();
        for (View<ContainerDefinition> container : task.each(TaskDefinition::containerDefinitions)) {
            View<LogConfiguration> logs = container.member(ContainerDefinition::logConfiguration);
            LogConfiguration configuration = logs.find();
            containers.add(container.get().toBuilder()
                    .secrets(known(container.each(ContainerDefinition::secrets)))
                    .logConfiguration(
                            configuration == null
                                    ? null
                                    : configuration.toBuilder()
                                            .secretOptions(known(logs.each(LogConfiguration::secretOptions)))
                                            .build())
                    .build());
        }
        return task.get().toBuilder().containerDefinitions(containers).build();
    }

    private static List<Secret> known(List<View<Secret>> secrets) {
        return secrets.stream().filter(Roles::isOfKnownKind).map(View::get).toList();
    }

    private static boolean isOfKnownKind(View<Secret> secret) {
        String from = secret.written(Secret::valueFrom);
        return secret.member(Secret::valueFrom).isKnown()
                || (from != null && KIND_OF_SECRET.matcher(from).find());
    }
}
