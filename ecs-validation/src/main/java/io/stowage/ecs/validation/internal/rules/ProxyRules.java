package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.TASK;
import static io.stowage.ecs.validation.spi.Rule.error;

import io.stowage.ecs.model.common.KeyValuePair;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.ProxyConfiguration;
import io.stowage.ecs.model.taskdef.ProxyConfigurationType;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.internal.tables.KnownNames;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The second half of section 12: the proxy of App Mesh. On Windows the whole of it is a finding of another rule. */
final class ProxyRules {
    private static final Set<String> REQUIRED = KnownNames.of("proxy-properties");
    private static final Set<String> IGNORED_OWNERS = KnownNames.of("proxy-ignored-owners");

    private static final Place<ProxyConfiguration> PROXY = TASK.member(TaskDefinition::proxyConfiguration);

    private ProxyRules() {}

    static List<Rule> rules() {
        return List.of(
                error("proxy.type")
                        .summary("The type of the proxy is not APPMESH.")
                        .source("API:ProxyConfigurationType")
                        .in(PROXY)
                        .unless(Facts::onWindows)
                        .when(ProxyConfiguration::type, type -> !type.isKnown())
                        .message("\"{value}\" is not a type of proxy.")
                        .fix("Use " + KnownNames.oneOf(ProxyConfigurationType.known()) + "."),
                error("proxy.unknown-container")
                        .summary("The container of the proxy is not given, or the task has none of that name.")
                        .source("API:ProxyConfiguration.containerName")
                        .in(PROXY)
                        .unless(Facts::onWindows)
                        .whenAbsent(ProxyConfiguration::containerName)
                        .whenAt(
                                ProxyConfiguration::containerName,
                                proxy -> proxy.facts().container(proxy.get(ProxyConfiguration::containerName)) == null)
                        .with("problem", ProxyRules::problem)
                        .message("{problem}.")
                        .fix("Name the container that runs the proxy."),
                error("proxy.network-mode")
                        .summary("A task with a proxy has a network mode other than awsvpc.")
                        .source("OUR; API:ProxyConfiguration.properties (CNI)")
                        .in(TASK)
                        .unless(Facts::onWindows)
                        .needing(TaskDefinition::proxyConfiguration)
                        .whenAt(
                                TaskDefinition::networkMode,
                                task -> !task.is(TaskDefinition::networkMode, NetworkMode.AWSVPC)
                                        && !task.facts().onAwsvpc())
                        .with("mode", task -> task.facts().networkMode())
                        .message(
                                "The network mode is {mode}; the proxy of App Mesh works on the network interface of the"
                                        + " task, which only awsvpc gives it.")
                        .fix("Use awsvpc."),
                error("proxy.properties")
                        .summary("A proxy lacks one of the properties that it cannot do without.")
                        .source("API:ProxyConfiguration.properties; OUR")
                        .in(PROXY)
                        .unless(Facts::onWindows)
                        .whenAt(
                                ProxyConfiguration::properties,
                                proxy -> !missing(proxy).isEmpty())
                        .with("missing", ProxyRules::missing)
                        .message("The proxy lacks {missing}.")
                        .fix("Add what is missing."));
    }

    private static String problem(View<ProxyConfiguration> proxy) {
        String name = proxy.find(ProxyConfiguration::containerName);
        return name == null
                ? "The proxy names no container"
                : "The proxy is to be container \"" + name + "\", and the task has none of that name";
    }

    /** The first property that is missing; empty if none is. */
    private static String missing(View<ProxyConfiguration> proxy) {
        Map<String, String> values = new HashMap<>();
        boolean allKnown = true;
        boolean ignoresSomebody = false;
        for (View<KeyValuePair> property : proxy.each(ProxyConfiguration::properties)) {
            View<String> name = property.member(KeyValuePair::name);
            View<String> value = property.member(KeyValuePair::value);
            if (name.isKnown() && name.isPresent()) {
                values.put(name.get(), "");
                ignoresSomebody |= IGNORED_OWNERS.contains(name.get()) && (!value.isKnown() || value.isPresent());
            } else {
                allKnown &= name.isKnown();
            }
        }
        String first = REQUIRED.stream()
                .filter(name -> !values.containsKey(name))
                .findFirst()
                .orElse(ignoresSomebody ? "" : KnownNames.oneOf(IGNORED_OWNERS));
        return allKnown || first.isEmpty() ? first : View.<String>orSilent(null);
    }
}
