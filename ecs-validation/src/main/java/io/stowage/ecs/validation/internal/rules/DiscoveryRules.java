package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.CONFIGURATION;
import static io.stowage.ecs.validation.internal.rules.Places.SERVICE;
import static io.stowage.ecs.validation.internal.rules.ServicePlaces.SERVICE_REGISTRIES;
import static io.stowage.ecs.validation.spi.Rule.error;
import static io.stowage.ecs.validation.spi.Rule.warning;

import io.stowage.ecs.model.common.NetworkConfiguration;
import io.stowage.ecs.model.discovery.DnsRecordType;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.ServiceRegistry;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.input.KnownServiceRegistry;
import io.stowage.ecs.validation.internal.tables.KnownBounds;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Section 18 of the catalogue: the registries of service discovery; Service Connect and VPC Lattice follow. */
final class DiscoveryRules {
    private static final long MOST_TASKS = KnownBounds.of("cloud-map-instances").max();
    private static final String SRV = DnsRecordType.SRV.name();

    private static final Place<KnownServiceRegistry> KNOWN_REGISTRIES =
            CONFIGURATION.each(EcsConfiguration::serviceRegistries);

    static final RuleGroup GROUP = new RuleGroup("18. Service: discovery and Service Connect", rules());

    private DiscoveryRules() {}

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(ofEntries());
        rules.addAll(ofRecords());
        rules.addAll(ofServices());
        rules.addAll(ConnectRules.rules());
        rules.addAll(ConnectTaskRules.rules());
        rules.addAll(LatticeRules.rules());
        return rules;
    }

    private static List<Rule> ofEntries() {
        return List.of(
                error("discovery.several-registries")
                        .summary("A service has more than one registry.")
                        .source("API:CreateServiceRequest.serviceRegistries")
                        .in(SERVICE)
                        .whenMoreThan(
                                CreateServiceRequest::serviceRegistries,
                                KnownBounds.of("service-registries").max())
                        .message("There are {count} registries; a service can use {max}.")
                        .fix("Keep one."),
                error("discovery.registry-arn")
                        .summary("A registry is not given by the ARN of a Cloud Map service.")
                        .source("API:ServiceRegistry.registryArn")
                        .in(SERVICE_REGISTRIES)
                        .whenAbsent(ServiceRegistry::registryArn)
                        .when(ServiceRegistry::registryArn, Words.notOfForm(DiscoveryRules::isCloudMapService))
                        .with("given", Words.found(ServiceRegistry::registryArn))
                        .message("`registryArn` is {given}, which is not the ARN of a Cloud Map service.")
                        .fix("Use an ARN such as arn:aws:servicediscovery:region:account:service/srv-id."),
                error("discovery.port-and-container")
                        .summary("A registry entry gives a port as well as a container.")
                        .source("API:ServiceRegistry.containerName")
                        .in(SERVICE_REGISTRIES)
                        .needing(ServiceRegistry::port)
                        .whenHere(registry -> registry.has(ServiceRegistry::containerName)
                                || registry.has(ServiceRegistry::containerPort))
                        .message("`port` {port} says what `containerName` and `containerPort` say as well.")
                        .fix("Give `port`, or `containerName` with `containerPort`."),
                error("discovery.container-incomplete")
                        .summary(
                                "A registry entry gives only one of container and port. A container alone is enough where"
                                        + " tasks have an address of their own, since records of type A name no port.")
                        .source("API:ServiceRegistry.containerName")
                        .in(SERVICE_REGISTRIES)
                        .whenHere(registry -> registry.has(ServiceRegistry::containerName)
                                ? registry.lacks(ServiceRegistry::containerPort) && !hasOwnAddress(registry.facts())
                                : registry.has(ServiceRegistry::containerPort))
                        .message("`containerName` and `containerPort` go together, and one is missing.")
                        .fix("Add the other one."),
                error("discovery.bridge-needs-container")
                        .summary(
                                "A registry entry of tasks with network mode bridge or host does not say container and port.")
                        .source("API:ServiceRegistry.containerName; DOC:service-discovery")
                        .in(SERVICE_REGISTRIES)
                        .whenHere(registry -> (registry.lacks(ServiceRegistry::containerName)
                                        || registry.lacks(ServiceRegistry::containerPort))
                                && sharesAddress(registry.facts()))
                        .with("mode", registry -> registry.facts().networkMode())
                        .message("Tasks with network mode {mode} are registered with the port of a container.")
                        .fix("Add `containerName` and `containerPort`."));
    }

    private static List<Rule> ofRecords() {
        return List.of(
                error("discovery.bridge-needs-srv")
                        .summary(
                                "Tasks with network mode bridge or host are registered with a service that makes records other than"
                                        + " SRV.")
                        .source("DOC:service-discovery")
                        .in(KNOWN_REGISTRIES)
                        .needing(KnownServiceRegistry::recordTypes)
                        .whenAt(
                                KnownServiceRegistry::recordTypes,
                                registry -> isOfService(registry)
                                        && sharesAddress(registry.facts())
                                        && !possibleRecords(registry.facts()).containsAll(recordTypes(registry)))
                        .with("types", registry -> String.join(", ", recordTypes(registry)))
                        .with("mode", registry -> registry.facts().networkMode())
                        .message(
                                "The registry makes records of type {types}; tasks with network mode {mode} can have SRV records"
                                        + " only.")
                        .fix("Create the Cloud Map service with SRV records."),
                error("discovery.srv-needs-port")
                        .summary(
                                "Tasks with network mode awsvpc are registered with a service that makes SRV records, and the entry"
                                        + " gives no port.")
                        .source("API:ServiceRegistry.port")
                        .in(SERVICE_REGISTRIES)
                        .needing(ServiceRegistry::registryArn)
                        .whenHere(entry -> entry.lacks(ServiceRegistry::port)
                                && entry.lacks(ServiceRegistry::containerPort)
                                && recordTypesOf(entry).contains(SRV)
                                && entry.facts().onAwsvpc())
                        .message("The registry makes SRV records, which hold a port, and none is given.")
                        .fix("Add `port`."),
                error("discovery.container-not-needed")
                        .summary(
                                "Tasks with network mode awsvpc are registered with a service that makes address records only, and"
                                        + " the entry gives a container or port.")
                        .source("PRE:pf-ecs-svc-registries-port-with-awsvpc")
                        .in(SERVICE_REGISTRIES)
                        .needing(ServiceRegistry::registryArn)
                        .whenAt(
                                ServiceRegistry::containerPort,
                                entry -> (entry.has(ServiceRegistry::containerName)
                                                || entry.has(ServiceRegistry::containerPort))
                                        && hasAddressesOnly(recordTypesOf(entry))
                                        && entry.facts().onAwsvpc())
                        .message("The registry makes address records only, which take no container and no port.")
                        .fix("Remove `containerName` and `containerPort`."),
                error("discovery.unknown-container")
                        .summary("A registry entry names a container and port that the task does not map.")
                        .source("API:ServiceRegistry.containerPort")
                        .in(SERVICE_REGISTRIES)
                        .needing(ServiceRegistry::containerName, ServiceRegistry::containerPort)
                        .whenHere(DiscoveryRules::isNotMapped)
                        .message("The task does not map port {containerPort} of a container \"{containerName}\".")
                        .fix("Name a container and a port that it maps."));
    }

    private static List<Rule> ofServices() {
        return List.of(
                error("discovery.network-mode-none")
                        .summary("A service of tasks without network has a registry.")
                        .source("DOC:service-discovery")
                        .in(SERVICE)
                        .needing(CreateServiceRequest::serviceRegistries)
                        .whenAt(
                                CreateServiceRequest::serviceRegistries,
                                service -> service.facts().networkMode().equals(NetworkMode.NONE))
                        .message("Tasks with network mode none have no address that a registry could hold.")
                        .fix("Use network mode awsvpc, bridge or host."),
                error("discovery.with-classic-load-balancer")
                        .summary("A service has a registry and a Classic Load Balancer.")
                        .source("DOC:service-discovery")
                        .in(SERVICE)
                        .needing(CreateServiceRequest::serviceRegistries)
                        .whenAt(
                                CreateServiceRequest::serviceRegistries,
                                service -> Balancing.hasClassic(service.facts()))
                        .message("Service discovery does not work together with a Classic Load Balancer.")
                        .fix("Use an Application or Network Load Balancer."),
                warning("discovery.task-limit")
                        .summary("A service with a registry is to have more tasks than a Cloud Map service holds.")
                        .source("DOC:service-discovery; DOC:service-quotas")
                        .in(SERVICE)
                        .needing(CreateServiceRequest::serviceRegistries)
                        .when(CreateServiceRequest::desiredCount, count -> count > MOST_TASKS)
                        .message("`desiredCount` is {value}, and a Cloud Map service holds " + MOST_TASKS + " tasks.")
                        .fix("Use Service Connect, or divide the tasks between services."));
    }

    private static boolean isCloudMapService(String text) {
        Arn arn = Arn.parse(text);
        return arn != null
                && arn.service().equals("servicediscovery")
                && arn.resource().startsWith("service/");
    }

    /** Whether tasks are known to have an address of their own, which a record can name without a port. */
    private static boolean hasOwnAddress(Facts facts) {
        return facts.service()
                        .member(CreateServiceRequest::networkConfiguration)
                        .has(NetworkConfiguration::awsvpcConfiguration)
                || facts.onFargate()
                || (facts.task().isPresent() && facts.onAwsvpc());
    }

    /** Whether tasks have the address of their instance. */
    private static boolean sharesAddress(Facts facts) {
        NetworkMode mode = facts.networkMode();
        return mode.equals(NetworkMode.BRIDGE) || mode.equals(NetworkMode.HOST);
    }

    private static Set<String> possibleRecords(Facts facts) {
        return DnsRecordType.of(facts.networkMode(), true, true).stream()
                .map(DnsRecordType::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean hasAddressesOnly(List<String> types) {
        return !types.isEmpty()
                && types.stream()
                        .allMatch(
                                type -> type.equals(DnsRecordType.A.name()) || type.equals(DnsRecordType.AAAA.name()));
    }

    private static boolean isOfService(View<KnownServiceRegistry> registry) {
        String arn = registry.get(KnownServiceRegistry::arn);
        for (View<ServiceRegistry> entry : registry.facts().service().each(CreateServiceRequest::serviceRegistries)) {
            View<String> written = entry.member(ServiceRegistry::registryArn);
            if (written.isKnown() && arn.equals(written.find())) {
                return true;
            }
        }
        return false;
    }

    private static List<String> recordTypes(View<KnownServiceRegistry> registry) {
        return registry.each(KnownServiceRegistry::recordTypes).stream()
                .map(View::get)
                .toList();
    }

    /** The records of the registry that an entry names; none if the configuration does not show it. */
    private static List<String> recordTypesOf(View<ServiceRegistry> entry) {
        View<KnownServiceRegistry> registry = registryOf(entry);
        return registry == null ? List.of() : recordTypes(registry);
    }

    private static @Nullable View<KnownServiceRegistry> registryOf(View<ServiceRegistry> entry) {
        String arn = entry.get(ServiceRegistry::registryArn);
        for (View<KnownServiceRegistry> registry : entry.facts().root().each(EcsConfiguration::serviceRegistries)) {
            View<String> own = registry.member(KnownServiceRegistry::arn);
            if (own.isKnown() && arn.equals(own.find())) {
                return registry;
            }
        }
        return null;
    }

    private static boolean isNotMapped(View<ServiceRegistry> entry) {
        entry.facts().task().get();
        View<ContainerDefinition> container = entry.facts().container(entry.get(ServiceRegistry::containerName));
        return container == null || MappedPorts.of(container, entry.get(ServiceRegistry::containerPort)) == null;
    }
}
