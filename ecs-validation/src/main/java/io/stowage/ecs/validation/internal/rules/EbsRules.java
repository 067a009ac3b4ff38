package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.SERVICE;
import static io.stowage.ecs.validation.spi.Rule.error;

import io.stowage.ecs.model.common.EBSResourceType;
import io.stowage.ecs.model.common.EBSTagSpecification;
import io.stowage.ecs.model.common.Tag;
import io.stowage.ecs.model.common.TaskFilesystemType;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.ServiceManagedEBSVolumeConfiguration;
import io.stowage.ecs.model.service.ServiceVolumeConfiguration;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.Volume;
import io.stowage.ecs.validation.internal.tables.EbsVolumeTypes;
import io.stowage.ecs.validation.internal.tables.KnownBounds;
import io.stowage.ecs.validation.internal.tables.KnownNames;
import io.stowage.ecs.validation.spi.Bounds;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Section 20 of the catalogue: EBS volumes that a service attaches to its tasks. */
final class EbsRules {
    private static final Bounds THROUGHPUT = KnownBounds.of("ebs-throughput-mib-per-second");
    private static final Bounds INITIALIZATION = KnownBounds.of("ebs-initialization-mib-per-second");
    private static final Set<String> RESERVED_TAGS = KnownNames.of("ebs-reserved-tags");
    private static final Pattern SNAPSHOT = Pattern.compile("snap-[0-9a-f]+");

    /** What ECS takes when no type is written. */
    private static final String DEFAULT_TYPE = "gp2";

    private static final Place<ServiceVolumeConfiguration> VOLUMES =
            SERVICE.each(CreateServiceRequest::volumeConfigurations);
    static final Place<ServiceManagedEBSVolumeConfiguration> EBS =
            VOLUMES.member(ServiceVolumeConfiguration::managedEBSVolume);
    private static final Place<EBSTagSpecification> TAG_SPECIFICATIONS =
            EBS.each(ServiceManagedEBSVolumeConfiguration::tagSpecifications);

    static final RuleGroup GROUP = new RuleGroup("20. Service: EBS volumes", rules());

    private EbsRules() {}

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(againstTheTask());
        rules.addAll(ofVolumes());
        rules.addAll(ofPerformance());
        rules.addAll(ofTheRest());
        return rules;
    }

    private static List<Rule> againstTheTask() {
        return List.of(
                error("ebs.configuration-missing")
                        .summary(
                                "The task has a volume that is configured at launch, and the service does not configure it.")
                        .source("API:Volume.configuredAtLaunch")
                        .in(SERVICE)
                        .given(facts -> facts.task().has(TaskDefinition::volumes))
                        .whenAt(CreateServiceRequest::volumeConfigurations, service -> unconfigured(service) != null)
                        .with("name", EbsRules::unconfigured)
                        .message("Volume \"{name}\" is configured at launch, and the service does not configure it.")
                        .fix("Add it to `volumeConfigurations`."),
                error("ebs.unknown-volume")
                        .summary("The service configures a volume that the task does not have.")
                        .source("API:ServiceVolumeConfiguration.name")
                        .in(VOLUMES)
                        .given(facts -> facts.task().isPresent())
                        .needing(ServiceVolumeConfiguration::name)
                        .whenAt(
                                ServiceVolumeConfiguration::name,
                                volume -> volume.facts().volume(volume.get(ServiceVolumeConfiguration::name)) == null)
                        .message("The task has no volume \"{value}\".")
                        .fix("Correct the name."),
                error("ebs.not-configured-at-launch")
                        .summary("The service configures a volume that the task does not leave to it.")
                        .source("API:ServiceVolumeConfiguration")
                        .in(VOLUMES)
                        .given(facts -> facts.task().isPresent())
                        .needing(ServiceVolumeConfiguration::name)
                        .whenAt(ServiceVolumeConfiguration::name, volume -> {
                            View<Volume> ofTask = volume.facts().volume(volume.get(ServiceVolumeConfiguration::name));
                            return ofTask != null && !ofTask.is(Volume::configuredAtLaunch, true);
                        })
                        .message("Volume \"{value}\" of the task is not configured at launch.")
                        .fix("Set `configuredAtLaunch` on it."));
    }

    private static List<Rule> ofVolumes() {
        return List.of(
                error("ebs.several-volumes")
                        .summary("A service attaches more than one EBS volume to a task.")
                        .source("DOC:ebs-volumes")
                        .in(SERVICE)
                        .whenMoreThan(CreateServiceRequest::volumeConfigurations, 1)
                        .message("The service configures {count} EBS volumes; a task takes one.")
                        .fix("Keep one."),
                error("ebs.role-required")
                        .summary("An EBS volume has no infrastructure role.")
                        .source("API:ServiceManagedEBSVolumeConfiguration")
                        .in(EBS)
                        .whenAbsent(ServiceManagedEBSVolumeConfiguration::roleArn)
                        .message("The EBS volume names no infrastructure role, with which ECS creates it.")
                        .fix("Set `roleArn`."),
                error("ebs.size-or-snapshot")
                        .summary("An EBS volume has neither a size nor a snapshot.")
                        .source("API:ServiceManagedEBSVolumeConfiguration.sizeInGiB")
                        .in(EBS)
                        .whenHere(ebs -> ebs.lacks(ServiceManagedEBSVolumeConfiguration::sizeInGiB)
                                && ebs.lacks(ServiceManagedEBSVolumeConfiguration::snapshotId))
                        .message("The EBS volume has neither `sizeInGiB` nor `snapshotId`.")
                        .fix("Add one of them."),
                error("ebs.volume-type")
                        .summary("The type of an EBS volume is none that there is.")
                        .source("API:ServiceManagedEBSVolumeConfiguration.volumeType")
                        .in(EBS)
                        .when(
                                ServiceManagedEBSVolumeConfiguration::volumeType,
                                type -> EbsVolumeTypes.find(type) == null)
                        .message("\"{value}\" is not a type of EBS volumes.")
                        .fix("Use " + KnownNames.oneOf(EbsVolumeTypes.names()) + "."),
                error("ebs.size-range")
                        .summary("The size of an EBS volume is outside the range of its type.")
                        .source("API:ServiceManagedEBSVolumeConfiguration.sizeInGiB")
                        .in(EBS)
                        .needing(ServiceManagedEBSVolumeConfiguration::sizeInGiB)
                        .whenAt(
                                ServiceManagedEBSVolumeConfiguration::sizeInGiB,
                                ebs -> !type(ebs)
                                        .gib()
                                        .contains(ebs.get(ServiceManagedEBSVolumeConfiguration::sizeInGiB)))
                        .with("min", ebs -> type(ebs).gib().min())
                        .with("max", ebs -> type(ebs).gib().max())
                        .with("type", EbsRules::typeName)
                        .message("`sizeInGiB` is {value} GiB, outside of {min} to {max} for {type}.")
                        .fix("Use {min} to {max}."));
    }

    private static List<Rule> ofPerformance() {
        return List.of(
                error("ebs.iops-required")
                        .summary("An EBS volume of a type with provisioned IOPS does not say how many.")
                        .source("API:ServiceManagedEBSVolumeConfiguration.iops")
                        .in(EBS)
                        .needing(ServiceManagedEBSVolumeConfiguration::volumeType)
                        .whenAt(
                                ServiceManagedEBSVolumeConfiguration::iops,
                                ebs -> typeName(ebs).startsWith("io")
                                        && type(ebs).iops() != null
                                        && ebs.lacks(ServiceManagedEBSVolumeConfiguration::iops))
                        .with("type", EbsRules::typeName)
                        .message("A volume of type {type} needs `iops`.")
                        .fix("Set `iops`."),
                error("ebs.iops-not-supported")
                        .summary("An EBS volume gives IOPS, and its type takes none.")
                        .source("API:ServiceManagedEBSVolumeConfiguration.iops; CDK:service-managed-volume.ts")
                        .in(EBS)
                        .needing(ServiceManagedEBSVolumeConfiguration::iops)
                        .whenAt(
                                ServiceManagedEBSVolumeConfiguration::iops,
                                ebs -> type(ebs).iops() == null)
                        .with("type", EbsRules::typeName)
                        .message("A volume of type {type} takes no `iops`.")
                        .fix("Remove `iops`, or use gp3, io1 or io2."),
                error("ebs.iops-range")
                        .summary("The IOPS of an EBS volume are outside the range of its type.")
                        .source("API:ServiceManagedEBSVolumeConfiguration.iops")
                        .in(EBS)
                        .needing(ServiceManagedEBSVolumeConfiguration::iops)
                        .whenAt(
                                ServiceManagedEBSVolumeConfiguration::iops,
                                ebs -> !iops(ebs).contains(ebs.get(ServiceManagedEBSVolumeConfiguration::iops)))
                        .with("min", ebs -> iops(ebs).min())
                        .with("max", ebs -> iops(ebs).max())
                        .with("type", EbsRules::typeName)
                        .message("`iops` is {value}, outside of {min} to {max} for {type}.")
                        .fix("Use {min} to {max}."),
                error("ebs.throughput-type")
                        .summary("An EBS volume gives a throughput, and its type is not gp3.")
                        .source("API:ServiceManagedEBSVolumeConfiguration.throughput")
                        .in(EBS)
                        .needing(ServiceManagedEBSVolumeConfiguration::throughput)
                        .whenAt(
                                ServiceManagedEBSVolumeConfiguration::throughput,
                                ebs -> !isGp3(ebs) && EbsVolumeTypes.find(typeName(ebs)) != null)
                        .with("type", EbsRules::typeName)
                        .message("A volume of type {type} takes no `throughput`; only gp3 does.")
                        .fix("Use gp3, or remove `throughput`."),
                error("ebs.throughput-range")
                        .summary("The throughput of a gp3 volume is outside the range.")
                        .source("API:ServiceManagedEBSVolumeConfiguration.throughput; OUR")
                        .in(EBS)
                        .needing(ServiceManagedEBSVolumeConfiguration::throughput)
                        .whenAt(
                                ServiceManagedEBSVolumeConfiguration::throughput,
                                ebs -> isGp3(ebs)
                                        && !THROUGHPUT.contains(
                                                ebs.get(ServiceManagedEBSVolumeConfiguration::throughput)))
                        .message("`throughput` is {value} MiB/s, outside of " + THROUGHPUT.min() + " to "
                                + THROUGHPUT.max() + ".")
                        .fix("Use " + THROUGHPUT.min() + " to " + THROUGHPUT.max() + "."),
                error("ebs.snapshot-id")
                        .summary("The id of a snapshot is none.")
                        .source("CDK:service-managed-volume.ts")
                        .in(EBS)
                        .when(
                                ServiceManagedEBSVolumeConfiguration::snapshotId,
                                Words.notOfForm(id -> SNAPSHOT.matcher(id).matches()))
                        .message("\"{value}\" is not the id of a snapshot.")
                        .fix("Use the form snap-0123456789abcdef0."),
                error("ebs.initialization-rate")
                        .summary("An initialization rate is given without a snapshot, or outside the range.")
                        .source("API:ServiceManagedEBSVolumeConfiguration.volumeInitializationRate;"
                                + " CDK docs (100-300)")
                        .in(EBS)
                        .needing(ServiceManagedEBSVolumeConfiguration::volumeInitializationRate)
                        .whenAt(
                                ServiceManagedEBSVolumeConfiguration::volumeInitializationRate,
                                ebs -> !INITIALIZATION.contains(
                                                ebs.get(ServiceManagedEBSVolumeConfiguration::volumeInitializationRate))
                                        || ebs.lacks(ServiceManagedEBSVolumeConfiguration::snapshotId))
                        .message("`volumeInitializationRate` is {value} MiB/s; it takes a snapshot and "
                                + INITIALIZATION.min() + " to " + INITIALIZATION.max() + ".")
                        .fix("Give `snapshotId` and a rate of " + INITIALIZATION.min() + " to " + INITIALIZATION.max()
                                + "."));
    }

    private static List<Rule> ofTheRest() {
        return List.of(
                error("ebs.file-system")
                        .summary("The file system of an EBS volume is none that ECS knows.")
                        .source("API:TaskFilesystemType")
                        .in(EBS)
                        .when(ServiceManagedEBSVolumeConfiguration::filesystemType, type -> !type.isKnown())
                        .message("\"{value}\" is not a type of file systems.")
                        .fix("Use ext3, ext4, xfs or ntfs."),
                error("ebs.file-system-platform")
                        .summary("The file system of an EBS volume is one of another operating system.")
                        .source("API:ServiceManagedEBSVolumeConfiguration.filesystemType")
                        .in(EBS)
                        .given(facts -> facts.task().isPresent())
                        .needing(ServiceManagedEBSVolumeConfiguration::filesystemType)
                        .whenAt(ServiceManagedEBSVolumeConfiguration::filesystemType, EbsRules::isOfAnotherSystem)
                        .with("os", ebs -> ebs.facts().onWindows() ? "Windows" : "Linux")
                        .message("{value} is no file system of {os}.")
                        .fix("Use ntfs on Windows, xfs or ext4 on Linux."),
                error("ebs.standard-on-fargate")
                        .summary("A magnetic volume is to be attached to a task on Fargate.")
                        .source("API:ServiceManagedEBSVolumeConfiguration.volumeType")
                        .in(EBS)
                        .given(Facts::onFargate)
                        .when(ServiceManagedEBSVolumeConfiguration::volumeType, "standard"::equals)
                        .message("Fargate takes no magnetic volumes (`volumeType` {value}).")
                        .fix("Use gp3."),
                error("ebs.daemon")
                        .summary("A daemon service configures EBS volumes.")
                        .source("API:UpdateService text (volumeConfigurations REPLICA only)")
                        .in(SERVICE)
                        .given(Facts::isDaemon)
                        .whenPresent(CreateServiceRequest::volumeConfigurations)
                        .message("Daemon services take no EBS volumes.")
                        .fix("Use the scheduling strategy REPLICA."),
                error("ebs.reserved-tag")
                        .summary("A tag for an EBS volume has a key that ECS keeps for itself.")
                        .source("API:EBSTagSpecification.tags")
                        .in(TAG_SPECIFICATIONS.each(EBSTagSpecification::tags))
                        .when(Tag::key, RESERVED_TAGS::contains)
                        .message("ECS sets the tag \"{value}\" itself.")
                        .fix("Use another key."),
                error("ebs.tag-resource-type")
                        .summary("Tags for an EBS volume are meant for something else than a volume.")
                        .source("API:EBSResourceType")
                        .in(TAG_SPECIFICATIONS)
                        .when(EBSTagSpecification::resourceType, type -> !type.equals(EBSResourceType.VOLUME))
                        .message("`resourceType` is \"{value}\"; only volumes are tagged here.")
                        .fix("Use volume."));
    }

    /** The first volume that is configured at launch and that the service leaves out; null if there is none. */
    private static @Nullable String unconfigured(View<CreateServiceRequest> service) {
        List<View<ServiceVolumeConfiguration>> given = service.each(CreateServiceRequest::volumeConfigurations);
        for (View<Volume> volume : service.facts().task().each(TaskDefinition::volumes)) {
            if (volume.is(Volume::configuredAtLaunch, true)) {
                String name = volume.get(Volume::name);
                boolean found = false;
                for (View<ServiceVolumeConfiguration> one : given) {
                    found |= one.is(ServiceVolumeConfiguration::name, name);
                }
                if (!found) {
                    return name;
                }
            }
        }
        return null;
    }

    private static String typeName(View<ServiceManagedEBSVolumeConfiguration> ebs) {
        return ebs.getOr(ServiceManagedEBSVolumeConfiguration::volumeType, DEFAULT_TYPE);
    }

    /** The type; the rule is silent about one that there is not, which another rule reports. */
    private static EbsVolumeTypes.Type type(View<ServiceManagedEBSVolumeConfiguration> ebs) {
        return View.<EbsVolumeTypes.Type>orSilent(EbsVolumeTypes.find(typeName(ebs)));
    }

    private static Bounds iops(View<ServiceManagedEBSVolumeConfiguration> ebs) {
        return View.<Bounds>orSilent(type(ebs).iops());
    }

    private static boolean isGp3(View<ServiceManagedEBSVolumeConfiguration> ebs) {
        return typeName(ebs).equals("gp3");
    }

    private static boolean isOfAnotherSystem(View<ServiceManagedEBSVolumeConfiguration> ebs) {
        TaskFilesystemType type = ebs.get(ServiceManagedEBSVolumeConfiguration::filesystemType);
        return type.isKnown()
                && type.equals(TaskFilesystemType.NTFS) != ebs.facts().onWindows();
    }
}
