package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.CapacityProviderRules.GROUP_PROVIDERS;
import static io.stowage.ecs.validation.internal.rules.ClusterRules.EXEC;
import static io.stowage.ecs.validation.internal.rules.Places.CONFIGURATION;
import static io.stowage.ecs.validation.internal.rules.Places.INSTANCES;
import static io.stowage.ecs.validation.internal.rules.Places.SERVICE;
import static io.stowage.ecs.validation.internal.rules.SecurityRules.advice;
import static io.stowage.ecs.validation.internal.rules.SecurityRules.risk;

import io.stowage.ecs.model.capacity.AutoScalingGroupProvider;
import io.stowage.ecs.model.cluster.ExecuteCommandConfiguration;
import io.stowage.ecs.model.cluster.ExecuteCommandLogConfiguration;
import io.stowage.ecs.model.cluster.ExecuteCommandLogging;
import io.stowage.ecs.model.common.AssignPublicIp;
import io.stowage.ecs.model.common.AwsVpcConfiguration;
import io.stowage.ecs.model.common.NetworkConfiguration;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.ServiceManagedEBSVolumeConfiguration;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.input.InboundRule;
import io.stowage.ecs.validation.input.KnownInstance;
import io.stowage.ecs.validation.input.KnownSecurityGroup;
import io.stowage.ecs.validation.internal.tables.KnownNames;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.List;
import java.util.Set;

/** The part of section 28 about services, clusters, instances and security groups. */
final class SecurityOfServiceRules {
    private static final Set<String> OPEN_NETWORKS = KnownNames.of("open-networks");
    private static final String BLOCK_IMDS = "ECS_AWSVPC_BLOCK_IMDS";

    /** Where a FireLens log router listens. */
    private static final int FORWARD_PORT = 24224;

    private static final Place<InboundRule> INBOUND =
            CONFIGURATION.each(EcsConfiguration::securityGroups).each(KnownSecurityGroup::inbound);

    private SecurityOfServiceRules() {}

    static List<Rule> rules() {
        return List.of(
                advice("security.ebs-encryption")
                        .summary("An EBS volume is not encrypted by this configuration.")
                        .source("API:ServiceManagedEBSVolumeConfiguration.encrypted; OUR")
                        .in(EbsRules.EBS)
                        .whenAt(
                                ServiceManagedEBSVolumeConfiguration::encrypted,
                                ebs -> !ebs.is(ServiceManagedEBSVolumeConfiguration::encrypted, true))
                        .message("The EBS volume is not encrypted by this configuration.")
                        .fix("Set `encrypted` to true."),
                risk("security.public-ip")
                        .summary("The tasks of a service get public addresses.")
                        .source("Security Hub ECS.2; CHECKOV CKV_AWS_333")
                        .in(SERVICE.member(CreateServiceRequest::networkConfiguration)
                                .member(NetworkConfiguration::awsvpcConfiguration))
                        .when(AwsVpcConfiguration::assignPublicIp, AssignPublicIp.ENABLED::equals)
                        .message("The tasks get public addresses.")
                        .fix("Use private subnets."),
                advice("security.exec-enabled")
                        .summary("ECS Exec is on, which gives a shell in running containers.")
                        .source("DOC:ecs-exec; OUR")
                        .in(SERVICE)
                        .when(CreateServiceRequest::enableExecuteCommand, enabled -> enabled)
                        .message("ECS Exec gives a shell as root in running containers.")
                        .fix("Turn it on only while you look for a fault."),
                advice("security.exec-not-logged")
                        .summary("Sessions of ECS Exec are not logged.")
                        .source("CHECKOV CKV_AWS_223")
                        .in(EXEC)
                        .when(ExecuteCommandConfiguration::logging, ExecuteCommandLogging.NONE::equals)
                        .message("Sessions of ECS Exec are not logged (`logging` {value}).")
                        .fix("Use DEFAULT or OVERRIDE."),
                advice("security.exec-log-encryption")
                        .summary("Logs of ECS Exec are not encrypted with a key of one's own.")
                        .source("CHECKOV CKV_AWS_224")
                        .in(EXEC)
                        .needing(ExecuteCommandConfiguration::logConfiguration, ExecuteCommandConfiguration::logging)
                        .whenAt(
                                ExecuteCommandConfiguration::logConfiguration,
                                exec -> exec.is(ExecuteCommandConfiguration::logging, ExecuteCommandLogging.OVERRIDE)
                                        && !isEncrypted(exec))
                        .message("The logs of ECS Exec are not encrypted with a key of yours.")
                        .fix("Set `kmsKeyId`, and `cloudWatchEncryptionEnabled` or `s3EncryptionEnabled`."),
                advice("security.metadata-reachable")
                        .summary("Tasks in awsvpc mode reach the metadata of their instance, and with it its role.")
                        .source("AGENT:ECS_AWSVPC_BLOCK_IMDS")
                        .in(INSTANCES)
                        .given(Hosting::hasInstances)
                        .given(Facts::onAwsvpc)
                        .whenInside(Agents.key("ECS_AWSVPC_BLOCK_IMDS"), instance -> !Agents.isOn(instance, BLOCK_IMDS))
                        .message("Tasks on instance {instanceId} reach its metadata, and with it its role.")
                        .fix("Set ECS_AWSVPC_BLOCK_IMDS=true."),
                risk("security.open-ingress")
                        .summary("A security group of an instance or of the tasks is open to the world; those of load"
                                + " balancers are not judged.")
                        .source("OUR")
                        .in(INBOUND)
                        .needing(InboundRule::cidr)
                        .whenHere(rule -> OPEN_NETWORKS.contains(rule.get(InboundRule::cidr))
                                && (isOfInstances(rule) || isOfTasks(rule)))
                        .with("group", rule -> group(rule).member(KnownSecurityGroup::groupId))
                        .with("ports", SecurityOfServiceRules::ports)
                        .message("Security group {group} is open to {cidr} on {ports}.")
                        .fix("Allow the group of the load balancer only."),
                risk("security.firelens-port-open")
                        .summary("The port of a FireLens log router is reachable from outside of its task.")
                        .source("DOC:using_firelens")
                        .in(INBOUND)
                        .given(facts -> facts.once(LogRouters.FIND).isThere())
                        .whenHere(rule -> coversForwardPort(rule)
                                && (rule.facts().onAwsvpc()
                                        ? isOfTasks(rule)
                                        : rule.facts().inHostMode() && isOfInstances(rule)))
                        .with("group", rule -> group(rule).member(KnownSecurityGroup::groupId))
                        .message(
                                "Security group {group} opens port " + FORWARD_PORT + ", where the log router listens.")
                        .fix("Close it."),
                advice("security.termination-protection")
                        .summary("Managed scaling may end instances on which tasks run.")
                        .source("Security Hub ECS.19")
                        .in(GROUP_PROVIDERS)
                        .whenAt(
                                AutoScalingGroupProvider::managedTerminationProtection,
                                provider -> CapacityProviderRules.isScaled(provider)
                                        && !CapacityProviderRules.isProtected(provider))
                        .message("Managed scaling may end instances on which tasks run.")
                        .fix("Enable managed termination protection."));
    }

    private static boolean isEncrypted(View<ExecuteCommandConfiguration> exec) {
        View<ExecuteCommandLogConfiguration> logs = exec.member(ExecuteCommandConfiguration::logConfiguration);
        return exec.has(ExecuteCommandConfiguration::kmsKeyId)
                && (logs.is(ExecuteCommandLogConfiguration::cloudWatchEncryptionEnabled, true)
                        || logs.is(ExecuteCommandLogConfiguration::s3EncryptionEnabled, true));
    }

    private static View<KnownSecurityGroup> group(View<InboundRule> rule) {
        return rule.within(KnownSecurityGroup.class);
    }

    private static boolean isOfInstances(View<InboundRule> rule) {
        String id = group(rule).get(KnownSecurityGroup::groupId);
        return Hosting.instances(rule.facts()).stream()
                .anyMatch(instance -> instance.tells(one -> one.contains(KnownInstance::securityGroups, id)));
    }

    private static boolean isOfTasks(View<InboundRule> rule) {
        String id = group(rule).get(KnownSecurityGroup::groupId);
        return TaskNetwork.awsvpc(rule.facts()).tells(vpc -> vpc.contains(AwsVpcConfiguration::securityGroups, id));
    }

    private static boolean coversForwardPort(View<InboundRule> rule) {
        String protocol = rule.getOr(InboundRule::protocol, "-1");
        if (protocol.equals("-1")) {
            return true;
        }
        int from = rule.getOr(InboundRule::fromPort, -1);
        int to = rule.getOr(InboundRule::toPort, -1);
        return (protocol.equals("tcp") || protocol.equals("udp"))
                && (from < 0 || from <= FORWARD_PORT)
                && (to < 0 || to >= FORWARD_PORT);
    }

    private static String ports(View<InboundRule> rule) {
        int from = rule.getOr(InboundRule::fromPort, -1);
        int to = rule.getOr(InboundRule::toPort, -1);
        if (from < 0 || rule.getOr(InboundRule::protocol, "-1").equals("-1")) {
            return "all ports";
        }
        return from == to ? "port " + from : "ports " + from + " to " + to;
    }
}
