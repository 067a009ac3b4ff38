package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.SERVICE;
import static io.stowage.ecs.validation.spi.Rule.error;
import static io.stowage.ecs.validation.spi.Rule.warning;

import io.stowage.ecs.model.common.AssignPublicIp;
import io.stowage.ecs.model.common.AwsVpcConfiguration;
import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.common.NetworkConfiguration;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.validation.input.KnownSecurityGroup;
import io.stowage.ecs.validation.input.KnownSubnet;
import io.stowage.ecs.validation.internal.tables.KnownBounds;
import io.stowage.ecs.validation.internal.tables.KnownNames;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Section 17 of the catalogue: the network configuration of a service. */
final class NetworkConfigurationRules {
    private static final Place<AwsVpcConfiguration> AWSVPC = SERVICE.member(CreateServiceRequest::networkConfiguration)
            .member(NetworkConfiguration::awsvpcConfiguration);

    static final RuleGroup GROUP = new RuleGroup("17. Service: network configuration", rules());

    private NetworkConfigurationRules() {}

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(ofPresence());
        rules.addAll(ofMembers());
        rules.addAll(ofSurroundings());
        return rules;
    }

    private static List<Rule> ofPresence() {
        return List.of(
                error("netconf.required")
                        .summary("A service of tasks with network mode awsvpc, which Fargate tasks have, has no network"
                                + " configuration. With the controller EXTERNAL the task set has it.")
                        .source("API:CreateServiceRequest.networkConfiguration; LINT:E3052")
                        .in(SERVICE)
                        .whenAt(
                                CreateServiceRequest::networkConfiguration,
                                service -> service.lacks(CreateServiceRequest::networkConfiguration)
                                        && !DeploymentControllerRules.isExternal(service.facts())
                                        && service.facts().onAwsvpc())
                        .message("Tasks with network mode awsvpc need to know their subnets.")
                        .fix("Add `networkConfiguration` with an `awsvpcConfiguration` that names subnets."),
                error("netconf.not-allowed")
                        .summary(
                                "A service of tasks with a network mode other than awsvpc has a network configuration.")
                        .source("API:CreateServiceRequest.networkConfiguration; ISSUE:muya/amazon-ecs-run-task#7")
                        .in(SERVICE)
                        .needing(CreateServiceRequest::networkConfiguration)
                        .whenAt(
                                CreateServiceRequest::networkConfiguration,
                                service -> !service.facts().onAwsvpc())
                        .with("mode", service -> service.facts().networkMode())
                        .message("`networkConfiguration` is for network mode awsvpc only, and this task has {mode}.")
                        .fix("Remove it, or set `networkMode` of the task definition to awsvpc."),
                error("netconf.subnets-empty")
                        .summary("A network configuration names no subnet.")
                        .source("API:AwsVpcConfiguration; MOTO:models.py")
                        .in(SERVICE)
                        .needing(CreateServiceRequest::networkConfiguration)
                        .whenInside(
                                service -> awsvpc(service).member(AwsVpcConfiguration::subnets),
                                service -> awsvpc(service).lacks(AwsVpcConfiguration::subnets))
                        .message("No subnet is named, so there is no network to put tasks into.")
                        .fix("Name one or more subnets."));
    }

    private static List<Rule> ofMembers() {
        return List.of(
                error("netconf.too-many-subnets")
                        .summary("A network configuration names more subnets than the limit.")
                        .source("API:AwsVpcConfiguration.subnets")
                        .in(AWSVPC)
                        .whenMoreThan(
                                AwsVpcConfiguration::subnets,
                                KnownBounds.of("service-subnets").max())
                        .message("There are {count} subnets; the limit is {max}.")
                        .fix("Remove some."),
                error("netconf.too-many-security-groups")
                        .summary("A network configuration names more security groups than the limit.")
                        .source("API:AwsVpcConfiguration.securityGroups")
                        .in(AWSVPC)
                        .whenMoreThan(
                                AwsVpcConfiguration::securityGroups,
                                KnownBounds.of("service-security-groups").max())
                        .message("There are {count} security groups; the limit is {max}.")
                        .fix("Remove some, or put their rules into fewer groups."),
                error("netconf.id-format")
                        .summary(
                                "A network configuration names a subnet or a security group by something that is no id.")
                        .source("API:AwsVpcConfiguration; OUR")
                        .in(AWSVPC)
                        .whenHere(awsvpc -> noId(awsvpc) != null)
                        .with("given", NetworkConfigurationRules::noId)
                        .message("{given}, and subnets and security groups are not found by their names.")
                        .fix("Use ids, which begin with subnet- and sg-."),
                error("netconf.assign-public-ip")
                        .summary("The value of `assignPublicIp` is not known.")
                        .source("API:AssignPublicIp")
                        .in(AWSVPC)
                        .when(AwsVpcConfiguration::assignPublicIp, assign -> !assign.isKnown())
                        .message("`assignPublicIp` cannot be \"{value}\".")
                        .fix("Use " + KnownNames.oneOf(AssignPublicIp.known()) + "."),
                error("netconf.public-ip-on-instances")
                        .summary(
                                "A service with launch type EC2 asks for public addresses, which tasks on instances cannot have.")
                        .source("DOC:task-networking-awsvpc; API:AwsVpcConfiguration.assignPublicIp; OUR")
                        .in(AWSVPC)
                        .needing(AwsVpcConfiguration::assignPublicIp)
                        .whenAt(
                                AwsVpcConfiguration::assignPublicIp,
                                awsvpc -> awsvpc.is(AwsVpcConfiguration::assignPublicIp, AssignPublicIp.ENABLED)
                                        && awsvpc.facts()
                                                .service()
                                                .is(CreateServiceRequest::launchType, LaunchType.EC2))
                        .message("Tasks on instances get no public address.")
                        .fix("Use DISABLED, and a NAT gateway for the way out."));
    }

    private static List<Rule> ofSurroundings() {
        return List.of(
                error("netconf.mixed-vpc")
                        .summary("The subnets and security groups of a service are in more than one VPC.")
                        .source("API:NetworkConfiguration.awsvpcConfiguration")
                        .in(AWSVPC)
                        .whenHere(awsvpc -> vpcs(awsvpc.facts()).size() > 1)
                        .with("vpcs", awsvpc -> String.join(", ", vpcs(awsvpc.facts())))
                        .message("Subnets and security groups of one task must be in one VPC, and these are in {vpcs}.")
                        .fix("Use subnets and security groups of one VPC."),
                warning("netconf.no-route-out")
                        .summary(
                                "A service on Fargate uses a public subnet and gives tasks no public address, so that they cannot"
                                        + " reach anything outside, not even the registry of their image, unless there are VPC endpoints.")
                        .source("OUR; DOC:task-networking-awsvpc")
                        .in(AWSVPC)
                        .given(Facts::onFargate)
                        .whenAt(
                                AwsVpcConfiguration::assignPublicIp,
                                awsvpc -> !awsvpc.is(AwsVpcConfiguration::assignPublicIp, AssignPublicIp.ENABLED)
                                        && publicSubnet(awsvpc) != null)
                        .with("subnet", NetworkConfigurationRules::publicSubnet)
                        .message("Tasks in the public subnet {subnet} have no way out without a public address.")
                        .fix("Use ENABLED, or private subnets with a NAT gateway, or VPC endpoints."));
    }

    private static View<AwsVpcConfiguration> awsvpc(View<CreateServiceRequest> service) {
        return service.member(CreateServiceRequest::networkConfiguration)
                .member(NetworkConfiguration::awsvpcConfiguration);
    }

    private static @Nullable String noId(View<AwsVpcConfiguration> awsvpc) {
        String subnet = firstWithout("subnet-", awsvpc.each(AwsVpcConfiguration::subnets));
        if (subnet != null) {
            return "\"" + subnet + "\" is not the id of a subnet";
        }
        String group = firstWithout("sg-", awsvpc.each(AwsVpcConfiguration::securityGroups));
        return group == null ? null : "\"" + group + "\" is not the id of a security group";
    }

    private static @Nullable String firstWithout(String prefix, List<View<String>> ids) {
        return ids.stream()
                .filter(id -> id.isKnown() && id.isPresent())
                .map(View::get)
                .filter(Words.notOfForm(id -> id.startsWith(prefix)))
                .findFirst()
                .orElse(null);
    }

    /** The VPCs of the subnets and security groups of the service, as far as the configuration shows them. */
    private static Set<String> vpcs(Facts facts) {
        Set<String> vpcs = new TreeSet<>(TaskNetwork.subnetVpcs(facts));
        for (View<KnownSecurityGroup> group : TaskNetwork.securityGroups(facts)) {
            TaskNetwork.addIfKnown(vpcs, group.member(KnownSecurityGroup::vpcId));
        }
        return vpcs;
    }

    private static @Nullable String publicSubnet(View<AwsVpcConfiguration> awsvpc) {
        for (View<KnownSubnet> subnet : TaskNetwork.subnets(awsvpc.facts())) {
            View<Boolean> isPublic = subnet.member(KnownSubnet::isPublic);
            if (isPublic.isKnown() && Boolean.TRUE.equals(isPublic.find())) {
                return subnet.get(KnownSubnet::subnetId);
            }
        }
        return null;
    }
}
