package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.CAPACITY_PROVIDERS;
import static io.stowage.ecs.validation.internal.rules.Places.SERVICE;
import static io.stowage.ecs.validation.internal.rules.Places.TASK;
import static io.stowage.ecs.validation.internal.rules.Places.VOLUMES;
import static io.stowage.ecs.validation.spi.Rule.error;

import io.stowage.ecs.model.capacity.AcceleratorCountRequest;
import io.stowage.ecs.model.capacity.AcceleratorTotalMemoryMiBRequest;
import io.stowage.ecs.model.capacity.BaselineEbsBandwidthMbpsRequest;
import io.stowage.ecs.model.capacity.CreateCapacityProviderRequest;
import io.stowage.ecs.model.capacity.CreateManagedInstancesProviderConfiguration;
import io.stowage.ecs.model.capacity.InstanceLaunchTemplate;
import io.stowage.ecs.model.capacity.InstanceRequirementsRequest;
import io.stowage.ecs.model.capacity.ManagedInstancesNetworkConfiguration;
import io.stowage.ecs.model.capacity.MemoryGiBPerVCpuRequest;
import io.stowage.ecs.model.capacity.MemoryMiBRequest;
import io.stowage.ecs.model.capacity.NetworkBandwidthGbpsRequest;
import io.stowage.ecs.model.capacity.NetworkInterfaceCountRequest;
import io.stowage.ecs.model.capacity.TotalLocalStorageGBRequest;
import io.stowage.ecs.model.capacity.VCpuCountRangeRequest;
import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.ServiceConnectConfiguration;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.RuntimePlatform;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.Volume;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Member;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Report;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Section 21 of the catalogue: instances outside of AWS, and Managed Instances. */
final class ExternalRules {
    private static final Place<CreateManagedInstancesProviderConfiguration> MANAGED =
            CAPACITY_PROVIDERS.member(CreateCapacityProviderRequest::managedInstancesProvider);
    private static final Place<InstanceRequirementsRequest> REQUIREMENTS = MANAGED.member(
                    CreateManagedInstancesProviderConfiguration::instanceLaunchTemplate)
            .member(InstanceLaunchTemplate::instanceRequirements);

    static final RuleGroup GROUP = new RuleGroup("21. EXTERNAL (on-premises) and Managed Instances", rules());

    private ExternalRules() {}

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(onExternal());
        rules.addAll(onManagedInstances());
        rules.addAll(ofManagedProviders());
        return rules;
    }

    private static List<Rule> onExternal() {
        return List.of(
                error("external.network-mode")
                        .summary("A task for external instances is in awsvpc mode.")
                        .source("DOC:ecs-anywhere")
                        .in(TASK)
                        .given(Facts::onExternal)
                        .when(TaskDefinition::networkMode, NetworkMode.AWSVPC::equals)
                        .message("External instances have no network interfaces for tasks, so `networkMode` cannot be"
                                + " {value}.")
                        .fix("Use bridge, host or none."),
                ofService(
                        "external.load-balancer",
                        "load balancers",
                        "DOC:ecs-anywhere",
                        CreateServiceRequest::loadBalancers,
                        service -> true),
                ofService(
                        "external.service-discovery",
                        "service discovery",
                        "DOC:ecs-anywhere",
                        CreateServiceRequest::serviceRegistries,
                        service -> true),
                ofService(
                        "external.service-connect",
                        "Service Connect",
                        "DOC:service-connect",
                        CreateServiceRequest::serviceConnectConfiguration,
                        service -> service.member(CreateServiceRequest::serviceConnectConfiguration)
                                .is(ServiceConnectConfiguration::enabled, true)),
                error("external.efs")
                        .summary("A task for external instances has an EFS volume.")
                        .source("DOC:ecs-anywhere; DOC:efs-volumes")
                        .in(VOLUMES)
                        .given(Facts::onExternal)
                        .whenPresent(Volume::efsVolumeConfiguration)
                        .message("External instances have no EFS volumes, and \"{name}\" is one.")
                        .fix("Use a bind mount."),
                ofService(
                        "external.ebs",
                        "EBS volumes",
                        "OUR (EBS attaches to EC2 and Fargate)",
                        CreateServiceRequest::volumeConfigurations,
                        service -> true),
                error("external.app-mesh")
                        .summary("A task for external instances has an App Mesh proxy.")
                        .source("DOC:ecs-anywhere")
                        .in(TASK)
                        .given(Facts::onExternal)
                        .whenPresent(TaskDefinition::proxyConfiguration)
                        .message("External instances have no App Mesh.")
                        .fix("Remove `proxyConfiguration`."));
    }

    private static Rule ofService(
            String id,
            String what,
            String source,
            Member<CreateServiceRequest, ?> member,
            Predicate<View<CreateServiceRequest>> isUsed) {
        return error(id)
                .summary("A service with launch type EXTERNAL uses " + what + ".")
                .source(source)
                .in(SERVICE)
                .needing(CreateServiceRequest::launchType, member)
                .whenAt(
                        member,
                        service -> service.is(CreateServiceRequest::launchType, LaunchType.EXTERNAL)
                                && isUsed.test(service))
                .message("External instances have no " + what + ".")
                .fix("Remove it, or run the service in AWS.");
    }

    private static List<Rule> onManagedInstances() {
        return List.of(
                error("managed.launch-type")
                        .summary("A service asks for Managed Instances by launch type instead of a capacity provider.")
                        .source("API:CreateServiceRequest.launchType")
                        .in(SERVICE)
                        .when(CreateServiceRequest::launchType, LaunchType.MANAGED_INSTANCES::equals)
                        .message(
                                "Managed Instances are used through `capacityProviderStrategy`, not through `launchType`.")
                        .fix("Remove `launchType` and name the capacity provider."),
                error("managed.network-mode")
                        .summary("A task for Managed Instances is in bridge mode.")
                        .source("API:ManagedInstancesNetworkConfiguration")
                        .in(TASK)
                        .given(Facts::onManagedInstances)
                        .when(TaskDefinition::networkMode, NetworkMode.BRIDGE::equals)
                        .message("Managed Instances run no tasks in {value} mode.")
                        .fix("Use awsvpc, host or none."),
                error("managed.windows")
                        .summary("A Windows task is for Managed Instances, which run Linux.")
                        .source("API:RuntimePlatform; DOC:task_definition_parameters-managed-instances; OUR")
                        .in(TASK.member(TaskDefinition::runtimePlatform))
                        .given(Facts::onManagedInstances)
                        .given(Facts::onWindows)
                        .whenPresent(RuntimePlatform::operatingSystemFamily)
                        .message("Managed Instances run Linux only, not {value}.")
                        .fix("Use LINUX."));
    }

    private static List<Rule> ofManagedProviders() {
        return List.of(
                error("managed.provider-cluster")
                        .summary("A capacity provider of Managed Instances names no cluster.")
                        .source("API:CreateCapacityProviderRequest.cluster")
                        .in(CAPACITY_PROVIDERS)
                        .needing(CreateCapacityProviderRequest::managedInstancesProvider)
                        .whenAbsent(CreateCapacityProviderRequest::cluster)
                        .message(
                                "The capacity provider \"{name}\" of Managed Instances belongs to one cluster and names"
                                        + " none.")
                        .fix("Set `cluster`."),
                error("managed.provider-incomplete")
                        .summary("A capacity provider of Managed Instances lacks its role, its instance profile or its"
                                + " subnets.")
                        .source("API:CreateManagedInstancesProviderConfiguration; API:InstanceLaunchTemplate")
                        .in(MANAGED)
                        .whenHere(provider -> !missing(provider).isEmpty())
                        .with("missing", provider -> String.join(", ", missing(provider)))
                        .message("The capacity provider lacks {missing}.")
                        .fix("Add it."),
                error("managed.requirements-incomplete")
                        .summary("Requirements of Managed Instances give no least cpu or memory.")
                        .source("API:InstanceRequirementsRequest")
                        .in(REQUIREMENTS)
                        .whenHere(requirements -> requirements
                                        .member(InstanceRequirementsRequest::vCpuCount)
                                        .lacks(VCpuCountRangeRequest::min)
                                || requirements
                                        .member(InstanceRequirementsRequest::memoryMiB)
                                        .lacks(MemoryMiBRequest::min))
                        .message("`instanceRequirements` needs `vCpuCount.min` and `memoryMiB.min`.")
                        .fix("Add both."),
                error("managed.requirements-range")
                        .summary("A range of the requirements of Managed Instances has its least above its greatest.")
                        .source("API:VCpuCountRangeRequest; OUR")
                        .in(REQUIREMENTS)
                        .check(ExternalRules::ranges)
                        .pointingAt(
                                REQUIREMENTS.member(InstanceRequirementsRequest::vCpuCount),
                                REQUIREMENTS.member(InstanceRequirementsRequest::memoryMiB),
                                REQUIREMENTS.member(InstanceRequirementsRequest::memoryGiBPerVCpu),
                                REQUIREMENTS.member(InstanceRequirementsRequest::networkBandwidthGbps),
                                REQUIREMENTS.member(InstanceRequirementsRequest::networkInterfaceCount),
                                REQUIREMENTS.member(InstanceRequirementsRequest::totalLocalStorageGB),
                                REQUIREMENTS.member(InstanceRequirementsRequest::baselineEbsBandwidthMbps),
                                REQUIREMENTS.member(InstanceRequirementsRequest::acceleratorCount),
                                REQUIREMENTS.member(InstanceRequirementsRequest::acceleratorTotalMemoryMiB))
                        .message("The range has `min` {min} and `max` {max}.")
                        .fix("Swap them."));
    }

    private static List<String> missing(View<CreateManagedInstancesProviderConfiguration> provider) {
        View<InstanceLaunchTemplate> template =
                provider.member(CreateManagedInstancesProviderConfiguration::instanceLaunchTemplate);
        List<String> missing = new ArrayList<>();
        if (provider.tells(one -> one.lacks(CreateManagedInstancesProviderConfiguration::infrastructureRoleArn))) {
            missing.add("`infrastructureRoleArn`");
        }
        if (template.tells(one -> one.lacks(InstanceLaunchTemplate::ec2InstanceProfileArn))) {
            missing.add("`ec2InstanceProfileArn`");
        }
        if (template.member(InstanceLaunchTemplate::networkConfiguration)
                .tells(one -> one.lacks(ManagedInstancesNetworkConfiguration::subnets))) {
            missing.add("`subnets`");
        }
        return missing;
    }

    private static void ranges(View<InstanceRequirementsRequest> all, Report report) {
        range(
                report,
                all.member(InstanceRequirementsRequest::vCpuCount),
                VCpuCountRangeRequest::min,
                VCpuCountRangeRequest::max);
        range(report, all.member(InstanceRequirementsRequest::memoryMiB), MemoryMiBRequest::min, MemoryMiBRequest::max);
        range(
                report,
                all.member(InstanceRequirementsRequest::memoryGiBPerVCpu),
                MemoryGiBPerVCpuRequest::min,
                MemoryGiBPerVCpuRequest::max);
        range(
                report,
                all.member(InstanceRequirementsRequest::networkBandwidthGbps),
                NetworkBandwidthGbpsRequest::min,
                NetworkBandwidthGbpsRequest::max);
        range(
                report,
                all.member(InstanceRequirementsRequest::networkInterfaceCount),
                NetworkInterfaceCountRequest::min,
                NetworkInterfaceCountRequest::max);
        range(
                report,
                all.member(InstanceRequirementsRequest::totalLocalStorageGB),
                TotalLocalStorageGBRequest::min,
                TotalLocalStorageGBRequest::max);
        range(
                report,
                all.member(InstanceRequirementsRequest::baselineEbsBandwidthMbps),
                BaselineEbsBandwidthMbpsRequest::min,
                BaselineEbsBandwidthMbpsRequest::max);
        range(
                report,
                all.member(InstanceRequirementsRequest::acceleratorCount),
                AcceleratorCountRequest::min,
                AcceleratorCountRequest::max);
        range(
                report,
                all.member(InstanceRequirementsRequest::acceleratorTotalMemoryMiB),
                AcceleratorTotalMemoryMiBRequest::min,
                AcceleratorTotalMemoryMiBRequest::max);
    }

    private static <T> void range(
            Report report, View<T> range, Member<T, ? extends Number> least, Member<T, ? extends Number> greatest) {
        if (range.tells(one -> one.get(least).doubleValue() > one.get(greatest).doubleValue())) {
            report.at(range).with("min", range.member(least)).with("max", range.member(greatest));
        }
    }
}
