package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.SERVICE;
import static io.stowage.ecs.validation.internal.rules.Places.TASK;
import static io.stowage.ecs.validation.internal.rules.ServicePlaces.CONNECT_SERVICES;
import static io.stowage.ecs.validation.spi.Rule.error;
import static io.stowage.ecs.validation.spi.Rule.warning;

import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.ServiceConnectService;
import io.stowage.ecs.model.service.TimeoutConfiguration;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.internal.tables.KnownBounds;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of section 18 about whether Service Connect fits the task and the deployment. */
final class ConnectTaskRules {
    private static final long PROXY_MIB =
            KnownBounds.of("service-connect-proxy-memory-mib").min();

    private ConnectTaskRules() {}

    static List<Rule> rules() {
        return List.of(
                error("connect.unknown-port-name")
                        .summary("A service of Service Connect names a port that the task does not have.")
                        .source("API:ServiceConnectService.portName")
                        .in(CONNECT_SERVICES)
                        .needing(ServiceConnectService::portName)
                        .whenAt(
                                ServiceConnectService::portName,
                                service ->
                                        MappedPorts.named(service.facts(), service.get(ServiceConnectService::portName))
                                                == null)
                        .message("No port mapping of the task is called \"{value}\".")
                        .fix("Name a port mapping of the task definition so, or correct the name."),
                error("connect.ingress-port-conflict")
                        .summary(
                                "The proxy of a task with network mode awsvpc is to listen on a port that a container uses.")
                        .source("API:ServiceConnectService.ingressPortOverride; OUR")
                        .in(CONNECT_SERVICES)
                        .needing(ServiceConnectService::ingressPortOverride)
                        .whenAt(
                                ServiceConnectService::ingressPortOverride,
                                service -> service.facts().onAwsvpc() && userOfPort(service) != null)
                        .with("container", ConnectTaskRules::userOfPort)
                        .message(
                                "Port {value} is used by container \"{container}\", with which the proxy shares its network.")
                        .fix("Choose a free port."),
                error("connect.request-timeout-tcp")
                        .summary(
                                "A request timeout is set for a port without `appProtocol`, on which the proxy sees no requests.")
                        .source("API:TimeoutConfiguration.perRequestTimeoutSeconds")
                        .in(CONNECT_SERVICES)
                        .needing(ServiceConnectService::timeout, ServiceConnectService::portName)
                        .whenInside(
                                service -> service.member(ServiceConnectService::timeout)
                                        .member(TimeoutConfiguration::perRequestTimeoutSeconds),
                                ConnectTaskRules::timesOutUnseenRequests)
                        .message("A request timeout needs an HTTP protocol, and the port \"{portName}\" is plain TCP.")
                        .fix("Set `appProtocol` of the port mapping to http, http2 or grpc, or drop the timeout."),
                error("connect.network-mode")
                        .summary("Service Connect is on, and the network mode is host or none.")
                        .source(
                                "API:ServiceConnectService.ingressPortOverride (names awsvpc, Fargate, bridge only); OUR")
                        .in(TASK)
                        .given(TaskTraits::usesServiceConnect)
                        .whenAt(
                                TaskDefinition::networkMode,
                                task -> task.facts().networkMode().equals(NetworkMode.HOST)
                                        || task.facts().networkMode().equals(NetworkMode.NONE))
                        .message("Service Connect needs network mode awsvpc or bridge, and this one is {value}.")
                        .fix("Use awsvpc or bridge."),
                error("connect.windows")
                        .summary("Service Connect is on for Windows containers.")
                        .source("DOC:service-connect")
                        .in(SERVICE)
                        .given(TaskTraits::usesServiceConnect)
                        .given(Facts::onWindows)
                        .whenPresent(CreateServiceRequest::serviceConnectConfiguration)
                        .message("Service Connect does not support Windows containers.")
                        .fix("Use service discovery."),
                error("connect.controller")
                        .summary("Service Connect is on, and the deployment controller is CODE_DEPLOY or EXTERNAL.")
                        .source("DOC:service-connect; API:DeploymentControllerType")
                        .in(SERVICE)
                        .given(TaskTraits::usesServiceConnect)
                        .given(DeploymentRules::isNotByEcs)
                        .whenPresent(CreateServiceRequest::serviceConnectConfiguration)
                        .with("controller", service -> service.facts().deploymentController())
                        .message("Service Connect does not work with the deployment controller {controller}.")
                        .fix("Use the deployment controller ECS."),
                error("connect.task-memory-required")
                        .summary("Service Connect is on for Linux tasks on instances that have no task-level `memory`.")
                        .source("DOC:service-connect")
                        .in(TASK)
                        .given(TaskTraits::usesServiceConnect)
                        .unless(Facts::onWindows)
                        .unless(Facts::onFargate)
                        .whenAbsent(TaskDefinition::memory)
                        .message("Service Connect adds a proxy to the task, whose memory only the task can limit.")
                        .fix("Set the `memory` of the task."),
                warning("connect.no-headroom")
                        .summary(
                                "Service Connect is on, and the limits of the containers leave too little memory for the proxy.")
                        .source("DOC:service-connect")
                        .in(TASK)
                        .given(TaskTraits::usesServiceConnect)
                        .unless(Facts::onWindows)
                        .needing(TaskDefinition::memory)
                        .whenAt(TaskDefinition::memory, task -> leftMib(task) < PROXY_MIB)
                        .with("left", task -> Math.max(0, leftMib(task)))
                        .message("The containers leave {left} MiB for the proxy of Service Connect, which should have "
                                + PROXY_MIB + " MiB or more.")
                        .fix("Raise the `memory` of the task, or lower that of its containers."));
    }

    private static @Nullable View<String> userOfPort(View<ServiceConnectService> service) {
        int port = service.get(ServiceConnectService::ingressPortOverride);
        for (View<ContainerDefinition> container : service.facts().task().each(TaskDefinition::containerDefinitions)) {
            if (MappedPorts.of(container, port) != null) {
                return container.member(ContainerDefinition::name);
            }
        }
        return null;
    }

    private static boolean timesOutUnseenRequests(View<ServiceConnectService> service) {
        View<PortMapping> mapping = MappedPorts.named(service.facts(), service.get(ServiceConnectService::portName));
        return service.member(ServiceConnectService::timeout).has(TimeoutConfiguration::perRequestTimeoutSeconds)
                && mapping != null
                && mapping.lacks(PortMapping::appProtocol);
    }

    private static long leftMib(View<TaskDefinition> task) {
        long left = task.facts().taskMemoryMib();
        for (View<ContainerDefinition> container : task.each(TaskDefinition::containerDefinitions)) {
            left -= Math.max(0, container.getOr(ContainerDefinition::memory, 0));
        }
        return left;
    }
}
