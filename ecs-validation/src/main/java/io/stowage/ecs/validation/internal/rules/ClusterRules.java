package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.CLUSTER;
import static io.stowage.ecs.validation.spi.Rule.error;

import io.stowage.ecs.model.cluster.ClusterConfiguration;
import io.stowage.ecs.model.cluster.ClusterSetting;
import io.stowage.ecs.model.cluster.ClusterSettingName;
import io.stowage.ecs.model.cluster.CreateClusterRequest;
import io.stowage.ecs.model.cluster.ExecuteCommandConfiguration;
import io.stowage.ecs.model.cluster.ExecuteCommandLogging;
import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.internal.tables.KnownNames;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Rule;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Section 23 of the catalogue: the cluster. */
final class ClusterRules {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,255}");
    private static final Set<String> INSIGHTS = KnownNames.of("container-insights-values");

    private static final Place<ClusterSetting> SETTINGS = CLUSTER.each(CreateClusterRequest::settings);
    static final Place<ExecuteCommandConfiguration> EXEC = CLUSTER.member(CreateClusterRequest::configuration)
            .member(ClusterConfiguration::executeCommandConfiguration);

    static final RuleGroup GROUP = new RuleGroup("23. Cluster", rules());

    private ClusterRules() {}

    private static List<Rule> rules() {
        return List.of(
                error("cluster.name-format")
                        .summary("The name of the cluster is too long or has characters that ECS does not take.")
                        .source("API:CreateClusterRequest.clusterName")
                        .in(CLUSTER)
                        .when(
                                CreateClusterRequest::clusterName,
                                name -> !NAME.matcher(name).matches())
                        .message("\"{value}\" cannot be the name of a cluster.")
                        .fix("Use 1 to 255 letters, digits, hyphens and underscores."),
                error("cluster.setting-name")
                        .summary("A setting of the cluster is none that ECS knows.")
                        .source("API:ClusterSettingName")
                        .in(SETTINGS)
                        .when(ClusterSetting::name, name -> !name.isKnown())
                        .message("\"{value}\" is not a setting of clusters.")
                        .fix("Use containerInsights."),
                error("cluster.container-insights-value")
                        .summary("The setting `containerInsights` has a value that ECS does not take.")
                        .source("API:ClusterSetting.value")
                        .in(SETTINGS)
                        .needing(ClusterSetting::name)
                        .whenAt(
                                ClusterSetting::value,
                                setting -> setting.is(ClusterSetting::name, ClusterSettingName.CONTAINER_INSIGHTS)
                                        && !INSIGHTS.contains(setting.get(ClusterSetting::value)))
                        .message("`containerInsights` cannot be \"{value}\".")
                        .fix("Use " + KnownNames.oneOf(INSIGHTS) + "."),
                error("cluster.exec-logging-override")
                        .summary("Logging of ECS Exec is overridden, and it is not said by what.")
                        .source("API:ExecuteCommandConfiguration.logging")
                        .in(EXEC)
                        .needing(ExecuteCommandConfiguration::logging)
                        .whenAt(
                                ExecuteCommandConfiguration::logConfiguration,
                                exec -> exec.is(ExecuteCommandConfiguration::logging, ExecuteCommandLogging.OVERRIDE)
                                        && exec.lacks(ExecuteCommandConfiguration::logConfiguration))
                        .message("`logging` is OVERRIDE, which needs a `logConfiguration`.")
                        .fix("Add it, or use DEFAULT."),
                error("cluster.default-strategy-not-associated")
                        .summary("The default strategy of the cluster names a capacity provider that is not associated"
                                + " with it.")
                        .source("API:CapacityProviderStrategyItem")
                        .in(CLUSTER.each(CreateClusterRequest::defaultCapacityProviderStrategy))
                        .given(facts -> facts.root()
                                .member(EcsConfiguration::cluster)
                                .member(CreateClusterRequest::capacityProviders)
                                .isPresent())
                        .needing(CapacityProviderStrategyItem::capacityProvider)
                        .whenAt(
                                CapacityProviderStrategyItem::capacityProvider,
                                item -> !CapacityRules.isAssociated(item, Strategies.provider(item)))
                        .message("Capacity provider \"{value}\" is not associated with the cluster.")
                        .fix("Add it to `capacityProviders`."));
    }
}
