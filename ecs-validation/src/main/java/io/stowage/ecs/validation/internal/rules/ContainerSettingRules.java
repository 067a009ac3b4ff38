package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.CONTAINERS;
import static io.stowage.ecs.validation.internal.rules.Places.TASK;
import static io.stowage.ecs.validation.spi.Rule.error;
import static io.stowage.ecs.validation.spi.Rule.warning;
import static java.util.function.Predicate.not;

import io.stowage.ecs.model.OpenEnum;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.ContainerRestartPolicy;
import io.stowage.ecs.model.taskdef.IpcMode;
import io.stowage.ecs.model.taskdef.SystemControl;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.Ulimit;
import io.stowage.ecs.model.taskdef.UlimitName;
import io.stowage.ecs.model.taskdef.VersionConsistency;
import io.stowage.ecs.validation.internal.tables.KnownBounds;
import io.stowage.ecs.validation.internal.tables.KnownNames;
import io.stowage.ecs.validation.spi.Bounds;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Report;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The second half of section 3: ulimits, kernel parameters, restart policies and other settings of containers. */
final class ContainerSettingRules {
    private static final int UNLIMITED = -1;
    private static final String NETWORK_PARAMETERS = "net.";
    private static final Set<String> KERNEL_PARAMETERS = KnownNames.of("namespaced-kernel-parameters");
    private static final Set<String> KERNEL_PREFIXES = KnownNames.of("namespaced-kernel-prefixes");
    private static final Set<String> SECURITY_PREFIXES = KnownNames.of("security-option-prefixes");
    private static final String NO_NEW_PRIVILEGES = "no-new-privileges";
    private static final Pattern CREDENTIAL_SPEC = Pattern.compile("credentialspec(domainless)?:(arn:.*)");
    private static final Bounds RESTART_PERIOD = KnownBounds.of("restart-attempt-period-seconds");
    private static final long EXIT_CODES = KnownBounds.of("ignored-exit-codes").max();
    private static final long CREDENTIAL_SPECS =
            KnownBounds.of("credential-specs").max();

    private static final Place<Ulimit> ULIMITS = CONTAINERS.each(ContainerDefinition::ulimits);
    private static final Place<SystemControl> SYSTEM_CONTROLS = CONTAINERS.each(ContainerDefinition::systemControls);
    private static final Place<ContainerRestartPolicy> RESTART_POLICIES =
            CONTAINERS.member(ContainerDefinition::restartPolicy);

    private ContainerSettingRules() {}

    static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(ofUlimits());
        rules.addAll(ofSystemControls());
        rules.addAll(ofRestartPolicies());
        rules.addAll(ofOtherSettings());
        return rules;
    }

    private static List<Rule> ofUlimits() {
        return List.of(
                error("container.ulimit-name")
                        .summary("The name of a ulimit is absent, or none that ECS knows.")
                        .source("API:UlimitName")
                        .in(ULIMITS)
                        .whenAbsent(Ulimit::name)
                        .when(Ulimit::name, not(OpenEnum::isKnown))
                        .with("given", Words.found(Ulimit::name))
                        .message("The name of the ulimit is {given}; ECS has to know which limit is meant.")
                        .fix("Use " + KnownNames.oneOf(UlimitName.known()) + "."),
                error("container.ulimit-incomplete")
                        .summary("A ulimit lacks the soft or the hard limit.")
                        .source("API:Ulimit")
                        .in(ULIMITS)
                        .whenHere(ulimit -> ulimit.lacks(Ulimit::softLimit) || ulimit.lacks(Ulimit::hardLimit))
                        .message("The ulimit {name} does not have both limits.")
                        .fix("Give `softLimit` and `hardLimit`."),
                error("container.ulimit-soft-above-hard")
                        .summary("The soft limit of a ulimit is above the hard one, which is not unlimited. The"
                                + " container runtime refuses the container.")
                        .source("OUR (container runtime behaviour); API:Ulimit")
                        .in(ULIMITS)
                        .needing(Ulimit::softLimit, Ulimit::hardLimit)
                        .whenAt(
                                Ulimit::softLimit,
                                ulimit -> ulimit.get(Ulimit::hardLimit) != UNLIMITED
                                        && ulimit.get(Ulimit::softLimit) > ulimit.get(Ulimit::hardLimit))
                        .message("The soft limit of {name} is {softLimit}, above the hard limit of {hardLimit}.")
                        .fix("Lower the soft limit or raise the hard one."),
                error("container.ulimit-duplicate")
                        .summary("A container has the same ulimit twice.")
                        .source("OUR")
                        .in(CONTAINERS)
                        .whenRepeated(ContainerDefinition::ulimits, Ulimit::name)
                        .message("The ulimit {value} is given before in this container.")
                        .fix("Keep one of them."));
    }

    private static List<Rule> ofSystemControls() {
        return List.of(
                error("container.system-control-namespace")
                        .summary("A kernel parameter is none that a container can have for itself.")
                        .source("API:SystemControl.value")
                        .in(SYSTEM_CONTROLS)
                        .when(SystemControl::namespace, not(ContainerSettingRules::isNamespaced))
                        .message("`namespace` is \"{value}\", a kernel parameter that no container has for itself.")
                        .fix("Use " + KnownNames.oneOf(KERNEL_PARAMETERS) + ", or one that begins with "
                                + KnownNames.oneOf(KERNEL_PREFIXES) + "; others are set on the instance."),
                error("container.system-control-host-network")
                        .summary("A network parameter of the kernel is set in network mode `host`.")
                        .source("API:SystemControl")
                        .in(SYSTEM_CONTROLS)
                        .needing(SystemControl::namespace)
                        .given(Facts::inHostMode)
                        .when(SystemControl::namespace, ContainerSettingRules::isOfNetwork)
                        .message("{value} belongs to the network, which in mode host is that of the instance.")
                        .fix("Set it on the instance, or choose another network mode."),
                error("container.system-control-host-ipc")
                        .summary("A parameter for communication between processes is set while `ipcMode` is `host`.")
                        .source("API:SystemControl; API:RegisterTaskDefinitionRequest.ipcMode")
                        .in(SYSTEM_CONTROLS)
                        .needing(SystemControl::namespace)
                        .given(facts -> facts.task().is(TaskDefinition::ipcMode, IpcMode.HOST))
                        .when(SystemControl::namespace, name -> isNamespaced(name) && !isOfNetwork(name))
                        .message("{value} belongs to the communication of processes, which with `ipcMode` host is that"
                                + " of the instance.")
                        .fix("Set `ipcMode` to task or none."),
                warning("container.system-control-conflict")
                        .summary("In network mode `awsvpc` two containers give different values to one network"
                                + " parameter: the one that starts last wins.")
                        .source("API:SystemControl")
                        .in(TASK)
                        .given(Facts::onAwsvpc)
                        .check(ContainerSettingRules::conflicts)
                        .pointingAt(SYSTEM_CONTROLS)
                        .message("{namespace} is \"{here}\" here and \"{there}\" in container \"{other}\"; all"
                                + " containers share the network, so the one that starts last wins.")
                        .fix("Set it on one container only."));
    }

    private static List<Rule> ofRestartPolicies() {
        return List.of(
                error("container.restart-enabled-required")
                        .summary("A restart policy does not say whether it is enabled.")
                        .source("API:ContainerRestartPolicy")
                        .in(RESTART_POLICIES)
                        .whenAbsent(ContainerRestartPolicy::enabled)
                        .message("The restart policy lacks `enabled`, which has no default.")
                        .fix("Add `enabled`."),
                error("container.restart-period-range")
                        .summary("The time after which a container may be restarted is outside the range.")
                        .source("API:ContainerRestartPolicy.restartAttemptPeriod; CDK:container-definition.ts")
                        .in(RESTART_POLICIES)
                        .whenOutside(ContainerRestartPolicy::restartAttemptPeriod, RESTART_PERIOD)
                        .message("`restartAttemptPeriod` is {value} s, outside of {min} to {max} s.")
                        .fix("Use {min} to {max}; without it, it is 300."),
                error("container.restart-too-many-exit-codes")
                        .summary("A restart policy ignores too many exit codes.")
                        .source("API:ContainerRestartPolicy.ignoredExitCodes")
                        .in(RESTART_POLICIES)
                        .whenMoreThan(ContainerRestartPolicy::ignoredExitCodes, EXIT_CODES)
                        .message("`ignoredExitCodes` has {count} codes, and ECS takes at most {max}.")
                        .fix("Shorten the list."),
                warning("container.restart-disabled-with-settings")
                        .summary("A restart policy has settings and is not enabled.")
                        .source("CDK:container-definition.ts; OUR")
                        .in(RESTART_POLICIES)
                        .needing(ContainerRestartPolicy::enabled)
                        .whenHere(policy -> policy.is(ContainerRestartPolicy::enabled, false)
                                && (policy.has(ContainerRestartPolicy::ignoredExitCodes)
                                        || policy.has(ContainerRestartPolicy::restartAttemptPeriod)))
                        .message("`enabled` is false, so the other settings of the restart policy have no effect.")
                        .fix("Enable the policy, or remove its settings."));
    }

    private static List<Rule> ofOtherSettings() {
        return List.of(
                error("container.credential-spec-count")
                        .summary("A container has more than one credential specification.")
                        .source("API:ContainerDefinition.credentialSpecs")
                        .in(CONTAINERS)
                        .whenMoreThan(ContainerDefinition::credentialSpecs, CREDENTIAL_SPECS)
                        .message("`credentialSpecs` has {count} entries, and a container takes {max}.")
                        .fix("Keep one."),
                error("container.credential-spec-format")
                        .summary("A credential specification is no ARN of S3 or Systems Manager with the right"
                                + " prefix.")
                        .source("API:ContainerDefinition.credentialSpecs")
                        .in(CONTAINERS.each(ContainerDefinition::credentialSpecs))
                        .whenValue(not(ContainerSettingRules::isCredentialSpec))
                        .message("\"{value}\" names no credential specification.")
                        .fix("Write credentialspec: or credentialspecdomainless: and an ARN of S3 or Systems"
                                + " Manager."),
                warning("container.security-option")
                        .summary("A Docker security option is none that ECS passes on.")
                        .source("API:ContainerDefinition.dockerSecurityOptions; ISSUE:aws/amazon-ecs-agent#896")
                        .in(CONTAINERS.each(ContainerDefinition::dockerSecurityOptions))
                        .whenValue(option -> !option.equals(NO_NEW_PRIVILEGES)
                                && SECURITY_PREFIXES.stream().noneMatch(option::startsWith))
                        .message("\"{value}\" is no security option that ECS passes on, so it has no effect.")
                        .fix("Use " + NO_NEW_PRIVILEGES + ", or one that begins with "
                                + KnownNames.oneOf(SECURITY_PREFIXES)
                                + "."),
                error("container.user-format")
                        .summary("The user is not written as a user and perhaps a group, by name or by number.")
                        .source("API:ContainerDefinition.user")
                        .in(CONTAINERS)
                        .when(ContainerDefinition::user, not(ContainerSettingRules::isUser))
                        .message("`user` is \"{value}\", which names no user.")
                        .fix("Write user, user:group, uid or uid:gid."),
                error("container.version-consistency")
                        .summary("`versionConsistency` is neither `enabled` nor `disabled`.")
                        .source("API:VersionConsistency")
                        .in(CONTAINERS)
                        .when(ContainerDefinition::versionConsistency, not(OpenEnum::isKnown))
                        .message("`versionConsistency` is \"{value}\", which ECS does not know.")
                        .fix("Use " + KnownNames.oneOf(VersionConsistency.known()) + "."),
                error("container.timeout-negative")
                        .summary("The time that a container has to start or stop is negative.")
                        .source("OUR; API:ContainerDefinition.stopTimeout")
                        .in(CONTAINERS)
                        .when(ContainerDefinition::startTimeout, seconds -> seconds < 0)
                        .when(ContainerDefinition::stopTimeout, seconds -> seconds < 0)
                        .message("`{member}` is {value} s, which is negative.")
                        .fix("Use 0 or more, on Fargate 2 to 120."));
    }

    private static boolean isOfNetwork(String parameter) {
        return parameter.startsWith(NETWORK_PARAMETERS);
    }

    private static boolean isNamespaced(String parameter) {
        return KERNEL_PARAMETERS.contains(parameter)
                || KERNEL_PREFIXES.stream()
                        .anyMatch(prefix -> parameter.startsWith(prefix) && parameter.length() > prefix.length());
    }

    private static boolean isCredentialSpec(String text) {
        var matcher = CREDENTIAL_SPEC.matcher(text);
        Arn arn = matcher.matches() ? Arn.parse(matcher.group(2)) : null;
        return arn != null && (arn.service().equals("s3") || arn.service().equals("ssm"));
    }

    private static boolean isUser(String user) {
        String[] parts = user.split(":", -1);
        boolean wellFormed = parts.length <= 2;
        for (String part : parts) {
            wellFormed &= !part.isBlank() && part.charAt(0) != '-';
        }
        return wellFormed;
    }

    private static void conflicts(View<TaskDefinition> task, Report report) {
        Map<String, View<SystemControl>> first = new HashMap<>();
        for (View<ContainerDefinition> container : task.each(TaskDefinition::containerDefinitions)) {
            if (container.lacks(ContainerDefinition::systemControls)) {
                continue;
            }
            for (View<SystemControl> control : container.each(ContainerDefinition::systemControls)) {
                View<String> parameter = control.member(SystemControl::namespace);
                View<String> value = control.member(SystemControl::value);
                if (!parameter.isKnown()
                        || !value.isKnown()
                        || !isOfNetwork(control.getOr(SystemControl::namespace, ""))) {
                    continue;
                }
                View<SystemControl> before = first.putIfAbsent(parameter.get(), control);
                if (before != null && isElsewhere(before, container) && differ(before, control)) {
                    report.at(control)
                            .with("namespace", parameter)
                            .with("here", value)
                            .with("there", before.member(SystemControl::value))
                            .with(
                                    "other",
                                    before.within(ContainerDefinition.class).member(ContainerDefinition::name));
                }
            }
        }
    }

    private static boolean isElsewhere(View<SystemControl> control, View<ContainerDefinition> container) {
        return control.within(ContainerDefinition.class) != container;
    }

    private static boolean differ(View<SystemControl> one, View<SystemControl> other) {
        return !one.getOr(SystemControl::value, "").equals(other.getOr(SystemControl::value, ""));
    }
}
