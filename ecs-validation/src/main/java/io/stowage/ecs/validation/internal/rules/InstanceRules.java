package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.CONFIGURATION;
import static io.stowage.ecs.validation.internal.rules.Places.INSTANCES;
import static io.stowage.ecs.validation.internal.rules.Places.SERVICE;
import static io.stowage.ecs.validation.internal.rules.Places.TASK;
import static io.stowage.ecs.validation.internal.rules.Roles.ROLES;
import static io.stowage.ecs.validation.spi.Rule.error;
import static io.stowage.ecs.validation.spi.Rule.warning;

import io.stowage.ecs.model.cluster.CreateClusterRequest;
import io.stowage.ecs.model.common.AwsVpcConfiguration;
import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.common.NetworkConfiguration;
import io.stowage.ecs.model.roles.RoleFeature;
import io.stowage.ecs.model.roles.RoleKind;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.taskdef.CPUArchitecture;
import io.stowage.ecs.model.taskdef.RuntimePlatform;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.input.KnownInstance;
import io.stowage.ecs.validation.input.KnownRole;
import io.stowage.ecs.validation.internal.tables.InstanceRoleActions;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Member;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Section 25 of the catalogue: the role, the capacity and the network of container instances. */
final class InstanceRules {
    static final RuleGroup GROUP = new RuleGroup("25. Container instances: role, capacity, network", rules());

    private InstanceRules() {}

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(ofRoles());
        rules.addAll(ofCapacity());
        rules.addAll(ofPlatformAndNetwork());
        return rules;
    }

    private static List<Rule> ofRoles() {
        return List.of(
                error("instance.role-missing")
                        .summary("An instance is known to have no role, so its agent cannot register.")
                        .source("DOC:instance_IAM_role")
                        .in(INSTANCES)
                        .whenAt(
                                KnownInstance::instanceRoleArn,
                                instance -> instance.get().hasNoRole())
                        .message("Instance {instanceId} has no role, so its agent cannot register it.")
                        .fix("Attach an instance profile with a role for container instances."),
                error("instance.role-trust")
                        .summary("The role of an instance does not trust EC2.")
                        .source("DOC:instance_IAM_role")
                        .in(ROLES)
                        .whenAt(
                                KnownRole::trustedServices,
                                role -> isInstanceRole(role) && Roles.isNotTrusting(role, RoleKind.INSTANCE))
                        .with("role", CrossRoleRules::nameOf)
                        .message("The instance role \"{role}\" cannot be assumed by " + Roles.trusted(RoleKind.INSTANCE)
                                + ".")
                        .fix("Add " + Roles.trusted(RoleKind.INSTANCE) + " to its trust policy."),
                error("instance.role-ecs")
                        .summary(
                                "The role of an instance may not do what the agent needs to register and to run tasks.")
                        .source("DOC:instance_IAM_role")
                        .in(ROLES)
                        .whenAt(
                                KnownRole::allowedActions,
                                role -> isInstanceRole(role)
                                        && !Roles.missing(role, InstanceRoleActions.all())
                                                .isEmpty())
                        .with("role", CrossRoleRules::nameOf)
                        .with("actions", role -> CrossRoleRules.listed(Roles.missing(role, InstanceRoleActions.all())))
                        .message("The instance role \"{role}\" lacks {actions}.")
                        .fix("Attach AmazonEC2ContainerServiceforEC2Role."),
                withoutExecutionRole("instance.role-logs", "`awslogs`", "DOC:using_awslogs", RoleFeature.AWSLOGS),
                withoutExecutionRole(
                        "instance.role-ecr",
                        "pulling from a private repository of Amazon ECR",
                        "DOC:instance_IAM_role; DOC:task_execution_IAM_role",
                        RoleFeature.ECR_PULL));
    }

    private static Rule withoutExecutionRole(String id, String what, String source, RoleFeature feature) {
        Set<RoleFeature> features = EnumSet.of(feature);
        return error(id)
                .summary("Without an execution role " + what + " uses the role of the instance, which may not do that.")
                .source(source)
                .in(ROLES)
                .given(facts -> facts.task().isPresent() && facts.task().lacks(TaskDefinition::executionRoleArn))
                .whenAt(
                        KnownRole::allowedActions,
                        role -> isInstanceRole(role)
                                && !Roles.missing(role, RoleKind.INSTANCE, features)
                                        .isEmpty())
                .with("role", CrossRoleRules::nameOf)
                .with("actions", role -> CrossRoleRules.listed(Roles.missing(role, RoleKind.INSTANCE, features)))
                .message("The task has no execution role, so " + what
                        + " uses the instance role \"{role}\", which lacks" + " {actions}.")
                .fix("Allow {actions}, or set `executionRoleArn`.");
    }

    private static List<Rule> ofCapacity() {
        return List.of(
                error("instance.memory-insufficient")
                        .summary("No instance registers as much memory as a task reserves.")
                        .source("DOC:api_failures_messages (RESOURCE:MEMORY)")
                        .in(CONFIGURATION)
                        .needing(EcsConfiguration::containerInstances, EcsConfiguration::taskDefinition)
                        .given(Hosting::hasInstances)
                        .whenAt(
                                EcsConfiguration::containerInstances,
                                all -> Hosting.memoryMib(all.facts()) > largest(all, KnownInstance::registeredMemory))
                        .with("need", all -> Hosting.memoryMib(all.facts()))
                        .with("max", all -> largest(all, KnownInstance::registeredMemory))
                        .message("A task needs {need} MiB, and the largest instance registers {max} MiB.")
                        .fix("Use larger instances or a smaller task."),
                error("instance.cpu-insufficient")
                        .summary("No instance registers as much cpu as a task reserves.")
                        .source("DOC:api_failures_messages (RESOURCE:CPU)")
                        .in(CONFIGURATION)
                        .needing(EcsConfiguration::containerInstances, EcsConfiguration::taskDefinition)
                        .given(Hosting::hasInstances)
                        .whenAt(
                                EcsConfiguration::containerInstances,
                                all -> Hosting.cpuUnits(all.facts()) > largest(all, KnownInstance::registeredCpu))
                        .with("need", all -> Hosting.cpuUnits(all.facts()))
                        .with("max", all -> largest(all, KnownInstance::registeredCpu))
                        .message("A task needs {need} CPU units, and the largest instance registers {max}.")
                        .fix("Use larger instances or a smaller task."),
                error("instance.gpu-insufficient")
                        .summary("No instance has as many GPUs as the containers of a task ask for together.")
                        .source("API:ResourceRequirement.value; DOC:api_failures_messages (RESOURCE:GPU)")
                        .in(CONFIGURATION)
                        .needing(EcsConfiguration::containerInstances, EcsConfiguration::taskDefinition)
                        .given(Hosting::hasInstances)
                        .whenAt(
                                EcsConfiguration::containerInstances,
                                all -> Hosting.gpus(all.facts()) > largest(all, KnownInstance::gpuCount))
                        .with("need", all -> Hosting.gpus(all.facts()))
                        .with("max", all -> largest(all, KnownInstance::gpuCount))
                        .message("A task needs {need} GPUs, and the largest instance has {max}.")
                        .fix("Use instances with more GPUs."),
                error("instance.eni-capacity")
                        .summary("The service is to have more tasks in awsvpc mode than the instances have network"
                                + " interfaces for.")
                        .source("DOC:task-networking-awsvpc; DOC:api_failures_messages (RESOURCE:ENI)")
                        .in(SERVICE)
                        .given(Hosting::hasInstances)
                        .given(Facts::onAwsvpc)
                        .whenAt(
                                CreateServiceRequest::desiredCount,
                                service -> Hosting.desiredCount(service) > interfaces(service.facts()))
                        .with("sum", service -> interfaces(service.facts()))
                        .message("{value} tasks in awsvpc mode need {value} network interfaces, and the instances have"
                                + " {sum} for tasks.")
                        .fix("Add instances, turn on awsvpcTrunking, or use bridge mode."));
    }

    private static List<Rule> ofPlatformAndNetwork() {
        return List.of(
                error("instance.architecture")
                        .summary("No instance has the processor architecture of the task.")
                        .source("API:RuntimePlatform.cpuArchitecture")
                        .in(TASK.member(TaskDefinition::runtimePlatform))
                        .given(Hosting::hasInstances)
                        .needing(RuntimePlatform::cpuArchitecture)
                        .whenAt(RuntimePlatform::cpuArchitecture, InstanceRules::isOfNoInstance)
                        .message("The task is built for {value}, and no instance has that processor architecture.")
                        .fix("Change the task or the instances."),
                error("instance.os-type")
                        .summary("All instances run another operating system than the task.")
                        .source("API:RuntimePlatform.operatingSystemFamily")
                        .in(TASK)
                        .given(Hosting::hasInstances)
                        .whenInside(
                                task -> task.member(TaskDefinition::runtimePlatform)
                                        .member(RuntimePlatform::operatingSystemFamily),
                                InstanceRules::isForAnotherSystem)
                        .with("os", task -> osType(task.facts()))
                        .message("The task needs {os}, and no instance runs that.")
                        .fix("Change the task or the instances."),
                warning("instance.none")
                        .summary("The cluster has no instances, and the service needs some.")
                        .source("DOC:api_failures_messages; OUR")
                        .in(CONFIGURATION)
                        .needing(EcsConfiguration::service)
                        .whenAt(
                                EcsConfiguration::containerInstances,
                                all -> all.member(EcsConfiguration::containerInstances)
                                                .isPresent()
                                        && all.lacks(EcsConfiguration::containerInstances)
                                        && runsOnInstancesOnly(all.facts()))
                        .message("The cluster has no instances, so the tasks of the service stay pending.")
                        .fix("Add instances or a capacity provider."),
                error("instance.zone-without-instances")
                        .summary("No subnet of the service is in a zone that has an instance.")
                        .source("DOC:task-networking-awsvpc")
                        .in(SERVICE.member(CreateServiceRequest::networkConfiguration)
                                .member(NetworkConfiguration::awsvpcConfiguration))
                        .given(Hosting::hasInstances)
                        .given(Facts::onAwsvpc)
                        .needing(AwsVpcConfiguration::subnets)
                        .whenAt(AwsVpcConfiguration::subnets, InstanceRules::isInOtherZones)
                        .with("zones", vpc -> String.join(", ", Zones.ofSubnets(vpc)))
                        .with("instanceZones", vpc -> String.join(", ", Zones.ofInstances(vpc.facts())))
                        .message("The subnets are in {zones}, and the instances are in {instanceZones}.")
                        .fix("Choose subnets in the zones of the instances."));
    }

    private static boolean isInstanceRole(View<KnownRole> role) {
        for (View<KnownInstance> instance : Hosting.instances(role.facts())) {
            View<String> named = instance.member(KnownInstance::instanceRoleArn);
            if (named.isKnown() && Roles.isNamedBy(role, named.find())) {
                return true;
            }
        }
        return false;
    }

    /** The greatest amount that an instance has; the rule is silent if one of them does not tell. */
    private static long largest(View<EcsConfiguration> all, Member<KnownInstance, Integer> amount) {
        long largest = 0;
        for (View<KnownInstance> instance : all.each(EcsConfiguration::containerInstances)) {
            largest = Math.max(largest, instance.get(amount));
        }
        return largest;
    }

    private static long interfaces(Facts facts) {
        long sum = 0;
        for (View<KnownInstance> instance : Hosting.instances(facts)) {
            sum += Math.max(0, instance.get(KnownInstance::maxTaskEnis));
        }
        return sum;
    }

    private static boolean isOfNoInstance(View<RuntimePlatform> platform) {
        CPUArchitecture wanted = platform.get(RuntimePlatform::cpuArchitecture);
        boolean found = !wanted.isKnown();
        for (View<KnownInstance> instance : Hosting.instances(platform.facts())) {
            // The attribute of an instance spells it in lower case.
            found |= instance.get(KnownInstance::cpuArchitecture).value().equalsIgnoreCase(wanted.value());
        }
        return !found;
    }

    private static String osType(Facts facts) {
        return facts.onWindows() ? "windows" : "linux";
    }

    private static boolean isForAnotherSystem(View<TaskDefinition> task) {
        String wanted = osType(task.facts());
        boolean found = false;
        for (View<KnownInstance> instance : Hosting.instances(task.facts())) {
            found |= instance.get(KnownInstance::osType).equalsIgnoreCase(wanted);
        }
        return !found;
    }

    private static boolean runsOnInstancesOnly(Facts facts) {
        LaunchType launchType = facts.service().find(CreateServiceRequest::launchType);
        if (launchType != null) {
            return launchType.equals(LaunchType.EC2);
        }
        return facts.service().lacks(CreateServiceRequest::capacityProviderStrategy)
                && !facts.onFargate()
                && !facts.onExternal()
                && facts.root()
                        .member(EcsConfiguration::cluster)
                        .lacks(CreateClusterRequest::defaultCapacityProviderStrategy);
    }

    private static boolean isInOtherZones(View<AwsVpcConfiguration> vpc) {
        Set<String> zones = Zones.ofSubnets(vpc);
        return Zones.ofInstances(vpc.facts()).stream().noneMatch(zones::contains);
    }
}
