package io.stowage.ecs.validation.internal.rules;

import io.stowage.ecs.model.cluster.CreateClusterRequest;
import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.task.RunTaskRequest;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.internal.tables.KnownNames;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The capacity provider strategies of a service, of tasks that are run without one, and of the cluster for both. */
final class Strategies {
    private static final Set<String> FARGATE = KnownNames.of("fargate-capacity-providers");
    private static final Function<Facts, List<Strategy>> ALL = Strategies::find;

    private Strategies() {}

    /**
     * A strategy that is there and known.
     *
     * @param place the whole list
     * @param items its items
     */
    record Strategy(View<?> place, List<View<CapacityProviderStrategyItem>> items) {}

    static List<Strategy> all(Facts facts) {
        return facts.once(ALL);
    }

    private static List<Strategy> find(Facts facts) {
        List<Strategy> found = new ArrayList<>(0);
        add(
                found,
                facts.service().member(CreateServiceRequest::capacityProviderStrategy),
                facts.service().each(CreateServiceRequest::capacityProviderStrategy));
        add(
                found,
                facts.runTask().member(RunTaskRequest::capacityProviderStrategy),
                facts.runTask().each(RunTaskRequest::capacityProviderStrategy));
        View<CreateClusterRequest> cluster = facts.root().member(EcsConfiguration::cluster);
        add(
                found,
                cluster.member(CreateClusterRequest::defaultCapacityProviderStrategy),
                cluster.each(CreateClusterRequest::defaultCapacityProviderStrategy));
        return found;
    }

    private static void add(List<Strategy> found, View<?> place, List<View<CapacityProviderStrategyItem>> items) {
        if (!items.isEmpty()) {
            found.add(new Strategy(place, items));
        }
    }

    /** What an item names, without the ARN around it; the rule is silent if it names nothing. */
    static String provider(View<CapacityProviderStrategyItem> item) {
        return nameOf(item.get(CapacityProviderStrategyItem::capacityProvider));
    }

    /** The name in a name or an ARN. */
    static String nameOf(String provider) {
        return provider.substring(provider.lastIndexOf('/') + 1);
    }

    static boolean isFargate(View<CapacityProviderStrategyItem> item) {
        return FARGATE.contains(provider(item));
    }

    static boolean isFargateSpot(View<CapacityProviderStrategyItem> item) {
        return provider(item).equals("FARGATE_SPOT");
    }
}
