package io.stowage.ecs.validation.internal.rules;

import io.stowage.ecs.model.common.AwsVpcConfiguration;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.input.KnownInstance;
import io.stowage.ecs.validation.input.KnownSubnet;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.View;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The Availability Zones of tasks and instances, for rules that need to know all of them. */
final class Zones {
    private Zones() {}

    /** The zones of the subnets of a service; the rule is silent if that of one is not known. */
    static Set<String> ofSubnets(View<AwsVpcConfiguration> vpc) {
        List<View<String>> ids = vpc.each(AwsVpcConfiguration::subnets);
        List<View<KnownSubnet>> shown =
                TaskNetwork.shown(ids, vpc.facts().root().each(EcsConfiguration::subnets), KnownSubnet::subnetId);
        Set<String> zones = new TreeSet<>();
        for (View<KnownSubnet> subnet : shown) {
            zones.add(subnet.get(KnownSubnet::availabilityZone));
        }
        return View.<Set<String>>orSilent(shown.size() == ids.size() ? zones : null);
    }

    /** The zones of the instances; the rule is silent if that of one is not known. */
    static Set<String> ofInstances(Facts facts) {
        Set<String> zones = new TreeSet<>();
        for (View<KnownInstance> instance : Hosting.instances(facts)) {
            zones.add(instance.get(KnownInstance::availabilityZone));
        }
        return zones;
    }
}
