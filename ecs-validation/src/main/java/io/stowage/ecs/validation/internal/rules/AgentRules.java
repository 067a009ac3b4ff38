package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.INSTANCES;
import static io.stowage.ecs.validation.spi.Rule.error;

import io.stowage.ecs.model.cluster.CreateClusterRequest;
import io.stowage.ecs.model.needs.PortNeed;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.LogConfiguration;
import io.stowage.ecs.model.taskdef.LogDriver;
import io.stowage.ecs.model.taskdef.ResourceRequirement;
import io.stowage.ecs.model.taskdef.ResourceType;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.input.KnownInstance;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Section 24 of the catalogue: the agent configuration of each instance against the task. */
final class AgentRules {
    static final RuleGroup GROUP = new RuleGroup("24. Container instances: agent configuration", rules());

    private static final String CLUSTER = "ECS_CLUSTER";
    private static final String DRIVERS = "ECS_AVAILABLE_LOGGING_DRIVERS";
    private static final String TCP_PORTS = "ECS_RESERVED_PORTS";
    private static final String UDP_PORTS = "ECS_RESERVED_PORTS_UDP";

    private AgentRules() {}

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.add(error("agent.cluster-mismatch")
                .summary("The instance registers with another cluster than that of the configuration.")
                .source("AGENT:ECS_CLUSTER")
                .in(INSTANCES)
                .given(facts -> facts.root().member(EcsConfiguration::cluster).isPresent())
                .whenInside(Agents.key("ECS_CLUSTER"), AgentRules::joinsAnother)
                .with("joins", instance -> Agents.config(instance).cluster())
                .with("cluster", instance -> cluster(instance.facts()))
                .message("Instance {instanceId} joins the cluster \"{joins}\", not \"{cluster}\".")
                .fix("Set ECS_CLUSTER={cluster}."));
        rules.addAll(ofTasks());
        rules.addAll(AgentValueRules.rules());
        rules.addAll(AgentVersionRules.rules());
        return rules;
    }

    private static List<Rule> ofTasks() {
        return List.of(
                needsOn(
                        "agent.task-iam-role",
                        "ECS_ENABLE_TASK_IAM_ROLE",
                        "roles for tasks",
                        facts -> facts.task().has(TaskDefinition::taskRoleArn) && !facts.inHostMode()),
                needsOn(
                        "agent.task-iam-role-host",
                        "ECS_ENABLE_TASK_IAM_ROLE_NETWORK_HOST",
                        "roles for tasks in host mode",
                        facts -> facts.task().has(TaskDefinition::taskRoleArn) && facts.inHostMode()),
                needsOn(
                        "agent.task-eni",
                        "ECS_ENABLE_TASK_ENI",
                        "network interfaces for tasks",
                        facts -> facts.onAwsvpc() && !facts.onWindows()),
                error("agent.log-driver")
                        .summary("A log driver of the task is not among those that the instance offers.")
                        .source("AGENT:ECS_AVAILABLE_LOGGING_DRIVERS; API:LogConfiguration")
                        .in(INSTANCES)
                        .given(Hosting::hasInstances)
                        .whenInside(
                                Agents.key("ECS_AVAILABLE_LOGGING_DRIVERS"),
                                instance -> !missingDrivers(instance).isEmpty()
                                        && !Agents.isLeftToTheImage(instance, DRIVERS))
                        .with("missing", instance -> String.join(", ", missingDrivers(instance)))
                        .message("Instance {instanceId} does not offer the log driver {missing}, so it cannot host the"
                                + " task.")
                        .fix("Add {missing} to ECS_AVAILABLE_LOGGING_DRIVERS."),
                needsOn(
                        "agent.execution-role-logs",
                        "ECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE",
                        "`awslogs` with the execution role",
                        facts -> facts.task().has(TaskDefinition::executionRoleArn)
                                && anyContainer(facts, TaskTraits::logsToCloudWatch)),
                error("agent.privileged-disabled")
                        .summary("A container is privileged, and the instance does not allow that.")
                        .source("AGENT:ECS_DISABLE_PRIVILEGED")
                        .in(INSTANCES)
                        .given(Hosting::hasInstances)
                        .whenInside(
                                Agents.key("ECS_DISABLE_PRIVILEGED"),
                                instance -> Agents.isOn(instance, "ECS_DISABLE_PRIVILEGED")
                                        && anyContainer(
                                                instance.facts(),
                                                container -> container.is(ContainerDefinition::privileged, true)))
                        .message("Instance {instanceId} runs no privileged containers, and the task has one.")
                        .fix("Drop `privileged`, or set ECS_DISABLE_PRIVILEGED=false."),
                error("agent.reserved-ports")
                        .summary("The task takes a fixed host port that the instance reserves for itself.")
                        .source("AGENT:ECS_RESERVED_PORTS")
                        .in(INSTANCES)
                        .given(Hosting::hasInstances)
                        .given(Hosting::hasStaticPort)
                        .whenInside(
                                Agents.key("ECS_RESERVED_PORTS"),
                                instance -> !reserved(instance, TCP_PORTS).isEmpty())
                        .whenInside(
                                Agents.key("ECS_RESERVED_PORTS_UDP"),
                                instance -> !reserved(instance, UDP_PORTS).isEmpty())
                        .with("ports", AgentRules::reserved)
                        .message(
                                "Instance {instanceId} reserves host port {ports} for itself, so it cannot host the task.")
                        .fix("Use another port, or take it off the list of the instance."),
                needsOn(
                        "agent.apparmor",
                        "ECS_APPARMOR_CAPABLE",
                        "AppArmor options",
                        facts -> hasSecurityOption(facts, "apparmor")),
                needsOn(
                        "agent.selinux",
                        "ECS_SELINUX_CAPABLE",
                        "SELinux labels",
                        facts -> hasSecurityOption(facts, "label")),
                needsOn("agent.gpu-support", "ECS_ENABLE_GPU_SUPPORT", "GPUs", AgentRules::usesGpus),
                error("agent.task-limits-disabled")
                        .summary("The task has a size of its own, and the instance has limits for tasks switched off.")
                        .source("AGENT:ECS_ENABLE_TASK_CPU_MEM_LIMIT; OUR (severity)")
                        .in(INSTANCES)
                        .given(Hosting::hasInstances)
                        .unless(Facts::onWindows)
                        .whenInside(
                                Agents.key("ECS_ENABLE_TASK_CPU_MEM_LIMIT"),
                                instance -> Agents.isWritten(instance, "ECS_ENABLE_TASK_CPU_MEM_LIMIT")
                                        && !Agents.isOn(instance, "ECS_ENABLE_TASK_CPU_MEM_LIMIT")
                                        && hasSize(instance.facts().task()))
                        .message(
                                "Instance {instanceId} has limits for tasks switched off, so it cannot host a task with"
                                        + " `cpu` or `memory` of its own.")
                        .fix("Remove ECS_ENABLE_TASK_CPU_MEM_LIMIT."));
    }

    private static Rule needsOn(String id, String key, String what, Predicate<Facts> isNeeded) {
        return error(id)
                .summary("The task needs " + what + ", which are switched off on the instance.")
                .source("AGENT:" + key)
                .in(INSTANCES)
                .given(Hosting::hasInstances)
                .given(isNeeded)
                .whenInside(Agents.key(key), instance -> Agents.isOff(instance, key))
                .message("Instance {instanceId} has " + key + " off, and the task needs " + what + ".")
                .fix("Set " + key + "=true.");
    }

    private static String cluster(Facts facts) {
        return facts.root().member(EcsConfiguration::cluster).getOr(CreateClusterRequest::clusterName, "default");
    }

    private static boolean joinsAnother(View<KnownInstance> instance) {
        return !Agents.isLeftToTheImage(instance, CLUSTER)
                && !Agents.config(instance).cluster().equals(cluster(instance.facts()));
    }

    private static List<String> missingDrivers(View<KnownInstance> instance) {
        List<String> offered = Agents.config(instance).loggingDrivers();
        Agents.isWritten(instance, DRIVERS);
        return instance.facts().task().each(TaskDefinition::containerDefinitions).stream()
                .map(container ->
                        container.member(ContainerDefinition::logConfiguration).member(LogConfiguration::logDriver))
                .filter(driver -> driver.isKnown() && driver.isPresent())
                .map(View::get)
                .filter(driver -> driver.isKnown() && !driver.equals(LogDriver.AWSFIRELENS))
                .map(LogDriver::value)
                .filter(driver -> !offered.contains(driver))
                .distinct()
                .toList();
    }

    private static List<Integer> reserved(View<KnownInstance> instance, String key) {
        // What is reserved without being written is the same everywhere, and reported by a rule about the task alone.
        if (!Agents.isWritten(instance, key)) {
            return List.of();
        }
        boolean tcp = key.equals(TCP_PORTS);
        List<Integer> reserved = tcp
                ? Agents.config(instance).reservedTcpPorts()
                : Agents.config(instance).reservedUdpPorts();
        List<PortNeed> asked = tcp
                ? Hosting.portNeeds(instance.facts()).tcpPorts()
                : Hosting.portNeeds(instance.facts()).udpPorts();
        return asked.stream()
                .map(PortNeed::port)
                .filter(reserved::contains)
                .distinct()
                .toList();
    }

    private static String reserved(View<KnownInstance> instance) {
        List<Integer> ports = new ArrayList<>(reserved(instance, TCP_PORTS));
        ports.addAll(reserved(instance, UDP_PORTS));
        return ports.stream().distinct().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static boolean anyContainer(Facts facts, Predicate<View<ContainerDefinition>> trait) {
        return TaskTraits.anyContainer(facts, trait);
    }

    private static boolean hasSecurityOption(Facts facts, String prefix) {
        return anyContainer(
                facts,
                container -> container.each(ContainerDefinition::dockerSecurityOptions).stream()
                        .anyMatch(option -> option.isKnown() && option.get().startsWith(prefix)));
    }

    private static boolean usesGpus(Facts facts) {
        return anyContainer(
                facts,
                container -> container.each(ContainerDefinition::resourceRequirements).stream()
                        .anyMatch(requirement -> requirement.is(ResourceRequirement::type, ResourceType.GPU)));
    }

    private static boolean hasSize(View<TaskDefinition> task) {
        return task.has(TaskDefinition::cpu) || task.has(TaskDefinition::memory);
    }
}
