package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.ServicePlaces.CONNECT;
import static io.stowage.ecs.validation.internal.rules.ServicePlaces.CONNECT_SERVICES;
import static io.stowage.ecs.validation.spi.Rule.error;
import static io.stowage.ecs.validation.spi.Rule.warning;

import io.stowage.ecs.model.cluster.ClusterServiceConnectDefaultsRequest;
import io.stowage.ecs.model.cluster.CreateClusterRequest;
import io.stowage.ecs.model.service.ServiceConnectClientAlias;
import io.stowage.ecs.model.service.ServiceConnectConfiguration;
import io.stowage.ecs.model.service.ServiceConnectService;
import io.stowage.ecs.model.service.TimeoutConfiguration;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.internal.tables.KnownBounds;
import io.stowage.ecs.validation.spi.Bounds;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Report;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of section 18 about what Service Connect itself is told: namespace, services, names and client aliases. */
final class ConnectRules {
    private static final Pattern DISCOVERY_NAME = Pattern.compile("[a-z0-9_][a-z0-9_-]{0,63}");
    private static final Pattern DNS_NAME = Pattern.compile("[a-z0-9_.][a-z0-9_.-]{0,126}");
    private static final Bounds PORT = KnownBounds.of("service-connect-port");

    private static final Place<ServiceConnectClientAlias> ALIASES =
            CONNECT_SERVICES.each(ServiceConnectService::clientAliases);

    private ConnectRules() {}

    static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(ofConfigurations());
        rules.addAll(ofServices());
        rules.addAll(ofAliases());
        return rules;
    }

    private static List<Rule> ofConfigurations() {
        return List.of(
                error("connect.namespace-required")
                        .summary("Service Connect is on, and neither the service nor its cluster names a namespace.")
                        .source("API:ServiceConnectConfiguration.namespace; DOC:service-connect")
                        .in(CONNECT)
                        .needing(ServiceConnectConfiguration::enabled)
                        .whenAt(
                                ServiceConnectConfiguration::namespace,
                                connect -> isOn(connect)
                                        && connect.lacks(ServiceConnectConfiguration::namespace)
                                        && clusterHasNoNamespace(connect))
                        .message("Service Connect needs a namespace, and neither the service nor the cluster has one.")
                        .fix("Set `namespace`, or `serviceConnectDefaults` of the cluster."),
                error("connect.access-log-without-log")
                        .summary("Service Connect is to write access logs, and has no log configuration.")
                        .source("API:ServiceConnectAccessLogConfiguration")
                        .in(CONNECT)
                        .needing(ServiceConnectConfiguration::accessLogConfiguration)
                        .whenAt(
                                ServiceConnectConfiguration::accessLogConfiguration,
                                connect -> connect.lacks(ServiceConnectConfiguration::logConfiguration))
                        .message("The proxy writes access logs where its `logConfiguration` says, and there is none.")
                        .fix("Add `logConfiguration`."));
    }

    private static List<Rule> ofServices() {
        return List.of(
                error("connect.port-name-required")
                        .summary("A service of Service Connect does not name its port.")
                        .source("API:ServiceConnectService")
                        .in(CONNECT_SERVICES)
                        .whenAbsent(ServiceConnectService::portName)
                        .message("A service of Service Connect is the port mapping of some name, and none is given.")
                        .fix("Set `portName`."),
                error("connect.discovery-name")
                        .summary("A discovery name is too long or has a character that Cloud Map does not allow.")
                        .source("API:ServiceConnectService.discoveryName")
                        .in(CONNECT_SERVICES)
                        .when(
                                ServiceConnectService::discoveryName,
                                name -> !DISCOVERY_NAME.matcher(name).matches())
                        .message("\"{value}\" is not a discovery name.")
                        .fix("Use 1 to 64 lower case letters, digits, underscores and hyphens, with no hyphen first."),
                error("connect.duplicate-discovery-name")
                        .summary(
                                "Two services of Service Connect have the same discovery name, which is the name of the port unless"
                                        + " one is written.")
                        .source("API:ServiceConnectService.discoveryName; DOC:service-connect")
                        .in(CONNECT)
                        .check(ConnectRules::repeatName)
                        .pointingAt(CONNECT_SERVICES)
                        .message("The discovery name \"{name}\" is used before.")
                        .fix("Set another `discoveryName`."),
                error("connect.too-many-aliases")
                        .summary("A service of Service Connect has more than one client alias.")
                        .source("API:ServiceConnectService.clientAliases")
                        .in(CONNECT_SERVICES)
                        .whenMoreThan(
                                ServiceConnectService::clientAliases,
                                KnownBounds.of("service-connect-aliases").max())
                        .message("There are {count} client aliases; a service of Service Connect can have {max}.")
                        .fix("Keep one."),
                warning("connect.alias-missing")
                        .summary(
                                "A service of Service Connect has no client alias, which the API text asks for and the guide does"
                                        + " not.")
                        .source("API:ServiceConnectService.clientAliases; DOC:service-connect; OUR")
                        .in(CONNECT_SERVICES)
                        .whenAbsent(ServiceConnectService::clientAliases)
                        .message("No client alias says under which name and port clients reach \"{portName}\".")
                        .fix("Add one with a port."),
                error("connect.ingress-port-range")
                        .summary("The port on which the proxy is to listen is no port.")
                        .source("API:PortNumber; OUR (lower bound)")
                        .in(CONNECT_SERVICES)
                        .whenOutside(ServiceConnectService::ingressPortOverride, PORT)
                        .message("`ingressPortOverride` is {value}, outside of {min} to {max}.")
                        .fix("Use {min} to {max}."),
                warning("connect.idle-below-request-timeout")
                        .summary("Idle connections are closed before a request times out.")
                        .source("API:TimeoutConfiguration")
                        .in(CONNECT_SERVICES)
                        .needing(ServiceConnectService::timeout)
                        .whenAt(
                                ServiceConnectService::timeout,
                                service -> closesEarly(service.member(ServiceConnectService::timeout)))
                        .with(
                                "idle",
                                service -> service.member(ServiceConnectService::timeout)
                                        .get(TimeoutConfiguration::idleTimeoutSeconds))
                        .with(
                                "request",
                                service -> service.member(ServiceConnectService::timeout)
                                        .get(TimeoutConfiguration::perRequestTimeoutSeconds))
                        .message(
                                "An idle timeout of {idle} s closes the connection before a request may take {request} s.")
                        .fix("Raise `idleTimeoutSeconds` above `perRequestTimeoutSeconds`, or set it to 0."));
    }

    private static List<Rule> ofAliases() {
        return List.of(
                error("connect.alias-port")
                        .summary("A client alias has no port, or a number that is no port.")
                        .source("API:ServiceConnectClientAlias.port; OUR")
                        .in(ALIASES)
                        .whenAbsent(ServiceConnectClientAlias::port)
                        .when(ServiceConnectClientAlias::port, port -> !PORT.contains(port))
                        .with("given", alias -> {
                            Integer port = alias.find(ServiceConnectClientAlias::port);
                            return port == null ? "missing" : port;
                        })
                        .message("The port of the client alias is {given}; clients need one to connect to.")
                        .fix("Use " + PORT.min() + " to " + PORT.max() + "."),
                error("connect.alias-dns-name")
                        .summary("The name of a client alias is too long or has a character that is not allowed.")
                        .source("API:ServiceConnectClientAlias.dnsName")
                        .in(ALIASES)
                        .when(
                                ServiceConnectClientAlias::dnsName,
                                name -> !DNS_NAME.matcher(name).matches())
                        .message("\"{value}\" is not a DNS name for a client alias.")
                        .fix(
                                "Use 1 to 127 lower case letters, digits, underscores, dots and hyphens, with no hyphen first."),
                error("connect.alias-duplicate")
                        .summary("Two client aliases of a service have the same name and port.")
                        .source("API:ServiceConnectClientAlias")
                        .in(CONNECT)
                        .check(ConnectRules::repeatAlias)
                        .pointingAt(ALIASES)
                        .message("The client alias {alias} is used before.")
                        .fix("Change the name or the port."));
    }

    /** Whether Service Connect is switched on; the rule is silent if that is not known. */
    static boolean isOn(View<ServiceConnectConfiguration> connect) {
        return connect.is(ServiceConnectConfiguration::enabled, true);
    }

    /** False where the configuration does not show the cluster. */
    private static boolean clusterHasNoNamespace(View<ServiceConnectConfiguration> connect) {
        View<CreateClusterRequest> cluster = connect.facts().root().member(EcsConfiguration::cluster);
        return cluster.isPresent()
                && cluster.member(CreateClusterRequest::serviceConnectDefaults)
                        .lacks(ClusterServiceConnectDefaultsRequest::namespace);
    }

    private static void repeatName(View<ServiceConnectConfiguration> connect, Report report) {
        Set<String> before = new HashSet<>();
        for (View<ServiceConnectService> service : connect.each(ServiceConnectConfiguration::services)) {
            String name = effectiveName(service);
            if (name != null && !before.add(name)) {
                report.at(service).with("name", name);
            }
        }
    }

    /** The name in Cloud Map; null if there is none or it is not known. */
    private static @Nullable String effectiveName(View<ServiceConnectService> service) {
        View<String> written = service.member(ServiceConnectService::discoveryName);
        if (!written.isKnown()) {
            return null;
        }
        View<String> port = service.member(ServiceConnectService::portName);
        return written.isPresent() ? written.get() : port.isKnown() ? port.find() : null;
    }

    private static void repeatAlias(View<ServiceConnectConfiguration> connect, Report report) {
        Set<String> before = new HashSet<>();
        for (View<ServiceConnectService> service : connect.each(ServiceConnectConfiguration::services)) {
            if (!service.member(ServiceConnectService::clientAliases).isKnown()) {
                continue;
            }
            for (View<ServiceConnectClientAlias> alias : service.each(ServiceConnectService::clientAliases)) {
                View<String> name = alias.member(ServiceConnectClientAlias::dnsName);
                View<Integer> port = alias.member(ServiceConnectClientAlias::port);
                // Without a name the alias has that of its service, which another rule keeps apart.
                if (name.isKnown() && name.isPresent() && port.isKnown() && port.isPresent()) {
                    String text = name.get() + ":" + port.get();
                    if (!before.add(text)) {
                        report.at(alias).with("alias", text);
                    }
                }
            }
        }
    }

    private static boolean closesEarly(View<TimeoutConfiguration> timeout) {
        int idle = timeout.get(TimeoutConfiguration::idleTimeoutSeconds);
        return idle > 0 && idle < timeout.get(TimeoutConfiguration::perRequestTimeoutSeconds);
    }
}
