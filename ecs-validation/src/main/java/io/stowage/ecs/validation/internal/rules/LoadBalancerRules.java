package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.SERVICE;
import static io.stowage.ecs.validation.internal.rules.Places.TASK;
import static io.stowage.ecs.validation.internal.rules.ServicePlaces.SERVICE_LOAD_BALANCERS;
import static io.stowage.ecs.validation.spi.Rule.error;

import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.LoadBalancer;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.internal.tables.KnownBounds;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Section 16 of the catalogue: load balancers, here what an entry of a service says by itself and of its task. */
final class LoadBalancerRules {
    private static final long MOST_GROUPS =
            KnownBounds.of("service-target-groups").max();

    static final RuleGroup GROUP = new RuleGroup("16. Service: load balancers", rules());

    private LoadBalancerRules() {}

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(ofEntries());
        rules.addAll(ofTasks());
        rules.addAll(ofLists());
        rules.addAll(ClassicBalancerRules.rules());
        rules.addAll(TargetGroupRules.rules());
        rules.addAll(ReachabilityRules.rules());
        return rules;
    }

    private static List<Rule> ofEntries() {
        return List.of(
                error("lb.target-group-and-name")
                        .summary(
                                "A load balancer entry gives a target group as well as the name of a Classic Load Balancer.")
                        .source("API:LoadBalancer")
                        .in(SERVICE_LOAD_BALANCERS)
                        .needing(LoadBalancer::targetGroupArn, LoadBalancer::loadBalancerName)
                        .whenHere(entry -> true)
                        .message("The entry gives both `targetGroupArn` and `loadBalancerName` \"{loadBalancerName}\".")
                        .fix("Remove `loadBalancerName`, which is for Classic Load Balancers."),
                error("lb.target-required")
                        .summary(
                                "A load balancer entry gives neither a target group nor the name of a Classic Load Balancer.")
                        .source("API:LoadBalancer")
                        .in(SERVICE_LOAD_BALANCERS)
                        .whenHere(entry -> entry.lacks(LoadBalancer::targetGroupArn)
                                && entry.lacks(LoadBalancer::loadBalancerName))
                        .message("The entry does not say where tasks are to be registered.")
                        .fix("Add `targetGroupArn`."),
                error("lb.container-name-required")
                        .summary("A load balancer entry names no container.")
                        .source("API:LoadBalancer; ISSUE:aws/amazon-ecs-cli#359")
                        .in(SERVICE_LOAD_BALANCERS)
                        .whenAbsent(LoadBalancer::containerName)
                        .message("The entry does not say which container is to be reached.")
                        .fix("Add `containerName`."),
                error("lb.container-port-required")
                        .summary("A load balancer entry names no port.")
                        .source("API:LoadBalancer; ISSUE:aws/amazon-ecs-cli#359")
                        .in(SERVICE_LOAD_BALANCERS)
                        .whenAbsent(LoadBalancer::containerPort)
                        .message("The entry does not say which port of the container is to be reached.")
                        .fix("Add `containerPort`."),
                error("lb.target-group-arn")
                        .summary("What is given as a target group is not the ARN of one.")
                        .source("API:LoadBalancer.targetGroupArn")
                        .in(SERVICE_LOAD_BALANCERS)
                        .when(LoadBalancer::targetGroupArn, Words.notOfForm(LoadBalancerRules::isTargetGroup))
                        .message(
                                "\"{value}\" is not the ARN of a target group; those of load balancers and listeners look alike.")
                        .fix("Use an ARN such as arn:aws:elasticloadbalancing:region:account:targetgroup/name/id."));
    }

    private static List<Rule> ofTasks() {
        return List.of(
                error("lb.unknown-container")
                        .summary("A load balancer entry names a container that the task does not have.")
                        .source("API:LoadBalancer.containerName")
                        .in(SERVICE_LOAD_BALANCERS)
                        .needing(LoadBalancer::containerName)
                        .whenAt(LoadBalancer::containerName, entry -> container(entry) == null)
                        .message("The task has no container \"{value}\".")
                        .fix("Correct the name."),
                error("lb.unknown-container-port")
                        .summary("A load balancer entry names a port that the container does not map.")
                        .source("API:LoadBalancer.containerPort")
                        .in(SERVICE_LOAD_BALANCERS)
                        .needing(LoadBalancer::containerName, LoadBalancer::containerPort)
                        .whenAt(LoadBalancer::containerPort, entry -> {
                            View<ContainerDefinition> container = container(entry);
                            return container != null
                                    && MappedPorts.of(container, entry.get(LoadBalancer::containerPort)) == null;
                        })
                        .message("Container \"{containerName}\" does not map port {value}.")
                        .fix("Add a port mapping to the container, or correct the port."),
                error("lb.network-mode-none")
                        .summary("A service of tasks without network is behind a load balancer.")
                        .source("API:RegisterTaskDefinitionRequest.networkMode; OUR")
                        .in(TASK)
                        .needing(TaskDefinition::networkMode)
                        .whenAt(
                                TaskDefinition::networkMode,
                                task -> task.facts().service().has(CreateServiceRequest::loadBalancers)
                                        && task.facts().networkMode().equals(NetworkMode.NONE))
                        .message("Tasks with network mode {value} cannot be reached by a load balancer.")
                        .fix("Use network mode awsvpc or bridge."));
    }

    private static List<Rule> ofLists() {
        return List.of(
                error("lb.too-many-target-groups")
                        .summary("A service is in more target groups than the limit.")
                        .source("DOC:service-quotas; DOC:register-multiple-targetgroups")
                        .in(SERVICE)
                        .needing(CreateServiceRequest::loadBalancers)
                        .whenAt(CreateServiceRequest::loadBalancers, service -> countGroups(service) > MOST_GROUPS)
                        .with("count", LoadBalancerRules::countGroups)
                        .message("There are {count} target groups; the limit is " + MOST_GROUPS + ".")
                        .fix("Remove some."),
                error("lb.duplicate-target")
                        .summary("A target group is given twice with the same container and port.")
                        .source("OUR")
                        .in(SERVICE)
                        .needing(CreateServiceRequest::loadBalancers)
                        .whenRepeated(CreateServiceRequest::loadBalancers, LoadBalancerRules::target, entry -> entry)
                        .message("This target group is given before with the same container and port.")
                        .fix("Remove one of the entries."),
                error("lb.mixed-types")
                        .summary("A service has entries for target groups and entries for a Classic Load Balancer.")
                        .source("DOC:register-multiple-targetgroups")
                        .in(SERVICE)
                        .needing(CreateServiceRequest::loadBalancers)
                        .whenAt(
                                CreateServiceRequest::loadBalancers,
                                service -> Balancing.hasClassic(service.facts())
                                        && Balancing.entries(service.facts()).stream()
                                                .anyMatch(entry -> entry.has(LoadBalancer::targetGroupArn)
                                                        && entry.lacks(LoadBalancer::loadBalancerName)))
                        .message("A service cannot use target groups and a Classic Load Balancer together.")
                        .fix("Use target groups."));
    }

    private static boolean isTargetGroup(String text) {
        Arn arn = Arn.parse(text);
        return arn != null
                && arn.service().equals("elasticloadbalancing")
                && arn.resource().startsWith("targetgroup/")
                && !arn.resource().endsWith("/");
    }

    /** The container of an entry; null if the task has none of that name, and the rule is silent without a task definition. */
    private static @Nullable View<ContainerDefinition> container(View<LoadBalancer> entry) {
        entry.facts().task().get();
        return entry.facts().container(entry.get(LoadBalancer::containerName));
    }

    private static long countGroups(View<CreateServiceRequest> service) {
        return Balancing.entries(service.facts()).stream()
                .map(entry -> entry.member(LoadBalancer::targetGroupArn))
                .filter(arn -> !arn.isKnown() || arn.isPresent())
                .count();
    }

    private static @Nullable List<@Nullable Object> target(View<LoadBalancer> entry) {
        String group = entry.find(LoadBalancer::targetGroupArn);
        return group == null
                ? null
                : Arrays.asList(
                        group, entry.find(LoadBalancer::containerName), entry.find(LoadBalancer::containerPort));
    }
}
