package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.CONTAINERS;
import static io.stowage.ecs.validation.internal.rules.Places.SERVICE;
import static io.stowage.ecs.validation.internal.rules.ServicePlaces.SERVICE_LOAD_BALANCERS;
import static io.stowage.ecs.validation.spi.Rule.error;
import static io.stowage.ecs.validation.spi.Rule.warning;

import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.LoadBalancer;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.input.KnownService;
import io.stowage.ecs.validation.internal.tables.KnownBounds;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Report;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rules of section 16 about Classic Load Balancers, which register whole instances with one fixed port. */
final class ClassicBalancerRules {
    private static final long MOST =
            KnownBounds.of("service-classic-load-balancers").max();

    private ClassicBalancerRules() {}

    static List<Rule> rules() {
        return List.of(
                error("lb.several-classic")
                        .summary("A service uses more than one Classic Load Balancer.")
                        .source("DOC:service-quotas")
                        .in(SERVICE)
                        .needing(CreateServiceRequest::loadBalancers)
                        .whenAt(
                                CreateServiceRequest::loadBalancers,
                                service -> names(service).size() > MOST)
                        .with("names", service -> String.join(", ", names(service)))
                        .message("The service uses several Classic Load Balancers ({names}); it can use " + MOST + ".")
                        .fix("Keep one, or use target groups."),
                error("lb.classic-with-awsvpc")
                        .summary(
                                "Tasks with network mode awsvpc, as all on Fargate, are behind a Classic Load Balancer.")
                        .source("API:CreateServiceRequest.loadBalancers")
                        .in(SERVICE_LOAD_BALANCERS)
                        .needing(LoadBalancer::loadBalancerName)
                        .whenAt(
                                LoadBalancer::loadBalancerName,
                                entry -> Balancing.isClassic(entry)
                                        && entry.facts().onAwsvpc())
                        .message(
                                "The Classic Load Balancer \"{value}\" registers instances, and awsvpc tasks have addresses of"
                                        + " their own.")
                        .fix("Use an Application or Network Load Balancer with target type ip."),
                error("lb.classic-with-dynamic-port")
                        .summary(
                                "A port behind a Classic Load Balancer has a host port that only the start of a task decides.")
                        .source("ISSUE:aws/aws-sdk-js#1397; DOC:service-load-balancing")
                        .in(SERVICE)
                        .given(Balancing::hasClassic)
                        .check(ClassicBalancerRules::haveDynamicPorts)
                        .pointingAt(Ports.MAPPINGS.member(PortMapping::hostPort))
                        .message("The Classic Load Balancer needs a fixed host port for container port {port}.")
                        .fix("Set `hostPort`, or use an Application or Network Load Balancer."),
                error("lb.classic-with-daemon")
                        .summary("A daemon service is behind a Classic Load Balancer.")
                        .source("DOC:ecs_services")
                        .in(SERVICE)
                        .given(Facts::isDaemon)
                        .given(Balancing::hasClassic)
                        .whenPresent(CreateServiceRequest::loadBalancers)
                        .message("A daemon service cannot use a Classic Load Balancer.")
                        .fix("Use an Application or Network Load Balancer."),
                error("lb.classic-with-external-controller")
                        .summary("A service with the deployment controller EXTERNAL is behind a Classic Load Balancer.")
                        .source("DOC:deployment-type-external")
                        .in(SERVICE)
                        .given(DeploymentControllerRules::isExternal)
                        .given(Balancing::hasClassic)
                        .whenPresent(CreateServiceRequest::loadBalancers)
                        .message(
                                "The deployment controller EXTERNAL works with Application and Network Load Balancers only.")
                        .fix("Use a target group, and set it on the task set."),
                warning("lb.classic-with-container-health-check")
                        .summary("A container with a health check belongs to a service behind a Classic Load Balancer.")
                        .source("API:HealthCheck")
                        .in(CONTAINERS)
                        .given(Balancing::hasClassic)
                        .whenPresent(ContainerDefinition::healthCheck)
                        .message("Health checks of containers are not supported together with a Classic Load Balancer.")
                        .fix("Use an Application or Network Load Balancer."),
                warning("lb.classic-shared")
                        .summary(
                                "Two services share a Classic Load Balancer, which registers whole instances: a task of one that"
                                        + " stops takes the other one off, too.")
                        .source("DOC:service-load-balancing")
                        .in(SERVICE_LOAD_BALANCERS)
                        .needing(LoadBalancer::loadBalancerName)
                        .whenAt(LoadBalancer::loadBalancerName, entry -> sharer(entry) != null)
                        .with("other", ClassicBalancerRules::sharer)
                        .message("The Classic Load Balancer \"{value}\" is shared with service \"{other}\".")
                        .fix("Use an Application Load Balancer, with a target group for each service."));
    }

    private static Set<String> names(View<CreateServiceRequest> service) {
        Set<String> names = new TreeSet<>();
        for (View<LoadBalancer> entry : Balancing.entries(service.facts())) {
            View<String> name = entry.member(LoadBalancer::loadBalancerName);
            if (name.isKnown() && Balancing.isClassic(entry)) {
                names.add(name.get());
            }
        }
        return names;
    }

    private static void haveDynamicPorts(View<CreateServiceRequest> service, Report report) {
        Set<String> reported = new HashSet<>();
        for (Balancing.Target target : Balancing.targets(service.facts())) {
            View<Integer> hostPort = target.mapping().member(PortMapping::hostPort);
            if (target.group() == null && target.isDynamic() && reported.add(hostPort.pointer())) {
                report.at(hostPort).with("port", target.mapping().member(PortMapping::containerPort));
            }
        }
    }

    private static @Nullable View<String> sharer(View<LoadBalancer> entry) {
        String name = entry.get(LoadBalancer::loadBalancerName);
        String own = entry.facts().service().find(CreateServiceRequest::serviceName);
        for (View<KnownService> other : entry.facts().root().each(EcsConfiguration::services)) {
            View<String> otherName = other.member(KnownService::serviceName);
            if ((own == null || !own.equals(otherName.find())) && uses(other, name)) {
                return otherName;
            }
        }
        return null;
    }

    private static boolean uses(View<KnownService> service, String name) {
        return service.each(KnownService::loadBalancers).stream()
                .map(entry -> entry.member(LoadBalancer::loadBalancerName))
                .anyMatch(written -> written.isKnown() && name.equals(written.find()));
    }
}
