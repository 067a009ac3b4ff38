package io.stowage.ecs.validation.internal.rules;

import io.stowage.ecs.model.common.AwsVpcConfiguration;
import io.stowage.ecs.model.common.NetworkConfiguration;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.input.KnownSecurityGroup;
import io.stowage.ecs.validation.input.KnownSubnet;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Member;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What the configuration shows of the network that a service puts its tasks into. */
final class TaskNetwork {
    private static final Function<Facts, List<View<KnownSubnet>>> SUBNETS = TaskNetwork::findSubnets;
    private static final Function<Facts, List<View<KnownSecurityGroup>>> SECURITY_GROUPS = TaskNetwork::findGroups;

    private static final Function<Facts, Map<String, View<KnownSecurityGroup>>> ALL_GROUPS = TaskNetwork::findAllGroups;

    private TaskNetwork() {}

    /** The network configuration of the service, whether there is one or not. */
    static View<AwsVpcConfiguration> awsvpc(Facts facts) {
        return facts.service()
                .member(CreateServiceRequest::networkConfiguration)
                .member(NetworkConfiguration::awsvpcConfiguration);
    }

    /** The subnets of the service that the configuration shows. */
    static List<View<KnownSubnet>> subnets(Facts facts) {
        return facts.once(SUBNETS);
    }

    /** The security groups of its tasks that the configuration shows. */
    static List<View<KnownSecurityGroup>> securityGroups(Facts facts) {
        return facts.once(SECURITY_GROUPS);
    }

    /** The security groups of some ids, in their order; those that the configuration does not show are left out. */
    static List<View<KnownSecurityGroup>> securityGroups(Facts facts, List<View<String>> ids) {
        return shown(ids, facts.once(ALL_GROUPS));
    }

    private static List<View<KnownSubnet>> findSubnets(Facts facts) {
        List<View<String>> ids = awsvpc(facts).each(AwsVpcConfiguration::subnets);
        return shown(ids, facts.root().each(EcsConfiguration::subnets), KnownSubnet::subnetId);
    }

    private static List<View<KnownSecurityGroup>> findGroups(Facts facts) {
        return securityGroups(facts, awsvpc(facts).each(AwsVpcConfiguration::securityGroups));
    }

    private static Map<String, View<KnownSecurityGroup>> findAllGroups(Facts facts) {
        return byId(facts.root().each(EcsConfiguration::securityGroups), KnownSecurityGroup::groupId);
    }

    /** The VPCs of its subnets, as far as the configuration shows them; sorted. */
    static Set<String> subnetVpcs(Facts facts) {
        Set<String> vpcs = new TreeSet<>();
        for (View<KnownSubnet> subnet : subnets(facts)) {
            addIfKnown(vpcs, subnet.member(KnownSubnet::vpcId));
        }
        return vpcs;
    }

    static void addIfKnown(Collection<String> texts, View<String> text) {
        if (text.isKnown() && text.isPresent()) {
            texts.add(text.get());
        }
    }

    private static <T> Map<String, View<T>> byId(List<View<T>> all, Member<T, String> id) {
        Map<String, View<T>> byId = new HashMap<>();
        for (View<T> one : all) {
            View<String> own = one.member(id);
            if (own.isKnown() && own.isPresent()) {
                byId.putIfAbsent(own.get(), one);
            }
        }
        return byId;
    }

    /** Of what is shown, that which ids refer to, in the order of the ids. */
    static <T> List<View<T>> shown(List<View<String>> ids, List<View<T>> all, Member<T, String> id) {
        return shown(ids, byId(all, id));
    }

    private static <T> List<View<T>> shown(List<View<String>> ids, Map<String, View<T>> byId) {
        List<View<T>> found = new ArrayList<>();
        for (View<String> wanted : ids) {
            View<T> one = wanted.isKnown() && wanted.isPresent() ? byId.get(wanted.get()) : null;
            if (one != null) {
                found.add(one);
            }
        }
        return found;
    }
}
