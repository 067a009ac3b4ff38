package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.SCALABLE_TARGET;
import static io.stowage.ecs.validation.internal.rules.Places.SERVICE;
import static io.stowage.ecs.validation.spi.Rule.error;
import static io.stowage.ecs.validation.spi.Rule.warning;

import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.DeploymentConfiguration;
import io.stowage.ecs.model.service.LoadBalancer;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.input.KnownService;
import io.stowage.ecs.validation.input.ScalableTarget;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.List;

/**
 * The first half of section 26: whether the instances hold the tasks of a service, and whether a deployment can ever replace them.
 * Every instance is taken as able to host the task.
 */
final class CrossRolloutRules {
    private static final Place<KnownService> OTHER_SERVICES =
            Place.configuration().each(EcsConfiguration::services);

    private CrossRolloutRules() {}

    static List<Rule> rules() {
        return List.of(
                error("cross.static-port-exceeds-instances")
                        .summary(
                                "A service whose tasks take a fixed host port is to have more tasks than there are instances.")
                        .source("API:PortMapping.hostPort; API:RegisterTaskDefinitionRequest.networkMode")
                        .in(SERVICE)
                        .given(Hosting::hasInstances)
                        .given(Hosting::hasStaticPort)
                        .whenAt(
                                CreateServiceRequest::desiredCount,
                                service -> desired(service) > instances(service) && !usesClassic(service))
                        .with("port", CrossRolloutRules::port)
                        .with("instances", CrossRolloutRules::instances)
                        .message(
                                "`desiredCount` is {value}, but the host port {port} is fixed, so an instance takes one"
                                        + " task, and there are {instances} instances.")
                        .fix(
                                "Use a dynamic port (`hostPort` 0) with an Application or Network Load Balancer, use awsvpc,"
                                        + " or add instances."),
                error("cross.classic-one-task-per-instance")
                        .summary(
                                "A service behind a Classic Load Balancer is to have more tasks than there are instances.")
                        .source("DOC:service-load-balancing; API:PortMapping.hostPort")
                        .in(SERVICE)
                        .given(Hosting::hasInstances)
                        .needing(CreateServiceRequest::loadBalancers)
                        .whenAt(
                                CreateServiceRequest::desiredCount,
                                service -> desired(service) > instances(service) && usesClassic(service))
                        .with("instances", CrossRolloutRules::instances)
                        .message(
                                "`desiredCount` is {value}, but behind a Classic Load Balancer an instance takes one task,"
                                        + " and there are {instances} instances.")
                        .fix("Add instances, or move to an Application Load Balancer with dynamic ports."),
                error("cross.single-instance-rollout")
                        .summary(
                                "The only task takes a fixed host port of the only instance and may not stop before its"
                                        + " successor runs.")
                        .source("API:DeploymentConfiguration; API:PortMapping.hostPort; OUR (arithmetic)")
                        .in(SERVICE)
                        .given(Hosting::hasInstances)
                        .given(Hosting::hasStaticPort)
                        .whenInside(
                                CrossRolloutRules::minimumHealthyPercent,
                                service -> instances(service) == 1
                                        && desired(service) == 1
                                        && Hosting.mustStartFirst(service))
                        .with("port", CrossRolloutRules::port)
                        .with("min", service -> Hosting.bounds(service).minimumHealthyPercent())
                        .message(
                                "On the only instance the new task cannot have host port {port} while the old one runs,"
                                        + " and with `minimumHealthyPercent` {min} the old one may not stop: a deployment hangs.")
                        .fix(
                                "Set `minimumHealthyPercent` to 0 (and `maximumPercent` to 100), use a dynamic port, or add an"
                                        + " instance."),
                error("cross.static-port-rollout")
                        .summary(
                                "Tasks with a fixed host port fill all instances and none may stop before its successor"
                                        + " runs.")
                        .source("API:DeploymentConfiguration; OUR (arithmetic)")
                        .in(SERVICE)
                        .given(Hosting::hasInstances)
                        .given(Hosting::hasStaticPort)
                        .whenInside(
                                CrossRolloutRules::minimumHealthyPercent,
                                service -> instances(service) > 1
                                        && desired(service) == instances(service)
                                        && Hosting.mustStartFirst(service))
                        .with("port", CrossRolloutRules::port)
                        .with("instances", CrossRolloutRules::instances)
                        .with("lower", service -> sufficientMinimum(service))
                        .with("min", service -> Hosting.bounds(service).minimumHealthyPercent())
                        .message(
                                "{desiredCount} tasks with the fixed host port {port} fill all {instances} instances; with"
                                        + " `minimumHealthyPercent` {min} none may stop, so a deployment hangs.")
                        .fix(
                                "Lower `minimumHealthyPercent` to {lower} or less, add an instance, or use a dynamic port."),
                error("cross.distinct-instance-exceeds-instances")
                        .summary("A service with the constraint `distinctInstance` is to have more tasks than there are"
                                + " instances.")
                        .source("API:PlacementConstraint.type")
                        .in(SERVICE)
                        .given(Hosting::hasInstances)
                        .unless(Hosting::hasStaticPort)
                        .needing(CreateServiceRequest::placementConstraints)
                        .whenAt(
                                CreateServiceRequest::desiredCount,
                                service -> Hosting.wantsDistinctInstances(service)
                                        && desired(service) > instances(service))
                        .with("instances", CrossRolloutRules::instances)
                        .message(
                                "`desiredCount` is {value}, but `distinctInstance` allows one task an instance, and there"
                                        + " are {instances} instances.")
                        .fix("Add instances or drop the constraint."),
                error("cross.distinct-instance-rollout")
                        .summary(
                                "Tasks with the constraint `distinctInstance` fill all instances and none may stop before"
                                        + " its successor runs.")
                        .source("API:PlacementConstraint.type; OUR (arithmetic)")
                        .in(SERVICE)
                        .given(Hosting::hasInstances)
                        .unless(Hosting::hasStaticPort)
                        .needing(CreateServiceRequest::placementConstraints)
                        .whenInside(
                                CrossRolloutRules::minimumHealthyPercent,
                                service -> Hosting.wantsDistinctInstances(service)
                                        && desired(service) == instances(service)
                                        && Hosting.mustStartFirst(service))
                        .with("instances", CrossRolloutRules::instances)
                        .with("lower", service -> sufficientMinimum(service))
                        .with("min", service -> Hosting.bounds(service).minimumHealthyPercent())
                        .message("With `distinctInstance` {desiredCount} tasks fill all {instances} instances; with"
                                + " `minimumHealthyPercent` {min} none may stop, so a deployment hangs.")
                        .fix("Lower `minimumHealthyPercent` to {lower} or less, or add an instance."),
                error("cross.capacity-too-small")
                        .summary("The memory of all instances together holds fewer tasks than the service is to have.")
                        .source("DOC:api_failures_messages (RESOURCE:MEMORY); OUR (arithmetic)")
                        .in(SERVICE)
                        .given(Hosting::hasInstances)
                        .unless(Hosting::hasStaticPort)
                        .whenAt(CreateServiceRequest::desiredCount, service -> room(service) < desired(service))
                        .with("room", CrossRolloutRules::room)
                        .with("need", service -> Hosting.memoryMib(service.facts()))
                        .message("`desiredCount` is {value}, but the instances hold {room} tasks of {need} MiB.")
                        .fix("Add instances, use larger ones, or lower the memory of the task."),
                error("cross.capacity-rollout")
                        .summary(
                                "The tasks of the service fill the memory of all instances and none may stop before its"
                                        + " successor runs.")
                        .source("API:DeploymentConfiguration; OUR (arithmetic)")
                        .in(SERVICE)
                        .given(Hosting::hasInstances)
                        .unless(Hosting::hasStaticPort)
                        .whenInside(
                                CrossRolloutRules::minimumHealthyPercent,
                                service -> room(service) == desired(service) && Hosting.mustStartFirst(service))
                        .with("need", service -> Hosting.memoryMib(service.facts()))
                        .with("lower", service -> sufficientMinimum(service))
                        .with("min", service -> Hosting.bounds(service).minimumHealthyPercent())
                        .message("{desiredCount} tasks of {need} MiB fill the memory of the instances; with"
                                + " `minimumHealthyPercent` {min} none may stop, so a deployment hangs.")
                        .fix("Lower `minimumHealthyPercent` to {lower} or less, or add an instance."),
                error("cross.static-port-conflict")
                        .summary(
                                "Two services of a cluster take the same fixed host port and together have more tasks than"
                                        + " there are instances.")
                        .source("API:PortMapping.hostPort")
                        .in(OTHER_SERVICES)
                        .given(Hosting::hasInstances)
                        .given(Hosting::hasStaticPort)
                        .needing(KnownService::staticHostPorts, KnownService::desiredCount)
                        .whenAt(KnownService::staticHostPorts, CrossRolloutRules::collides)
                        .with("port", CrossRolloutRules::sharedPort)
                        .with("sum", CrossRolloutRules::together)
                        .with("instances", CrossRolloutRules::instances)
                        .message(
                                "Service \"{serviceName}\" also takes host port {port}: {sum} tasks together, and there are"
                                        + " {instances} instances.")
                        .fix("Use another or a dynamic port."),
                warning("cross.scaling-exceeds-instances")
                        .summary(
                                "The service may be scaled to more tasks than there are instances, and an instance takes"
                                        + " one task.")
                        .source("OUR (arithmetic)")
                        .in(SCALABLE_TARGET)
                        .given(Hosting::hasInstances)
                        .needing(ScalableTarget::maxCapacity)
                        .whenAt(
                                ScalableTarget::maxCapacity,
                                target -> target.get(ScalableTarget::maxCapacity) > instances(target)
                                        && (Hosting.hasStaticPort(target.facts())
                                                || Hosting.wantsDistinctInstances(
                                                        target.facts().service())))
                        .with("instances", CrossRolloutRules::instances)
                        .message("`maxCapacity` is {value}, but an instance takes one task, and there are {instances}"
                                + " instances.")
                        .fix("Use dynamic ports, or scale the instances with the tasks."));
    }

    private static int instances(View<?> anywhere) {
        return Hosting.instances(anywhere.facts()).size();
    }

    private static int desired(View<CreateServiceRequest> service) {
        return Hosting.desiredCount(service);
    }

    private static long room(View<CreateServiceRequest> service) {
        // Asked for first, since the engine is dearer.
        desired(service);
        return Room.inMemory(service.facts());
    }

    private static int port(View<CreateServiceRequest> service) {
        return Hosting.staticPorts(service.facts()).get(0);
    }

    private static View<?> minimumHealthyPercent(View<CreateServiceRequest> service) {
        return service.member(CreateServiceRequest::deploymentConfiguration)
                .member(DeploymentConfiguration::minimumHealthyPercent);
    }

    private static int sufficientMinimum(View<CreateServiceRequest> service) {
        return Hosting.bounds(service).sufficientMinimumHealthyPercent().orElse(0);
    }

    private static boolean usesClassic(View<CreateServiceRequest> service) {
        boolean classic = false;
        for (View<LoadBalancer> balancer : service.each(CreateServiceRequest::loadBalancers)) {
            classic |= balancer.has(LoadBalancer::loadBalancerName);
        }
        return classic;
    }

    private static boolean collides(View<KnownService> other) {
        String cluster = other.find(KnownService::cluster);
        boolean elsewhere = cluster != null && !Clusters.nameOf(cluster).equals(Clusters.ofService(other.facts()));
        return !elsewhere && together(other) > instances(other) && sharedPort(other) != 0;
    }

    private static long together(View<KnownService> other) {
        return (long) desired(other.facts().service()) + Math.max(0, other.get(KnownService::desiredCount));
    }

    private static int sharedPort(View<KnownService> other) {
        List<Integer> theirs = other.get(KnownService::staticHostPorts);
        return Hosting.staticPorts(other.facts()).stream()
                .filter(theirs::contains)
                .findFirst()
                .orElse(0);
    }
}
