package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.LINUX_PARAMETERS;
import static io.stowage.ecs.validation.spi.Rule.error;
import static io.stowage.ecs.validation.spi.Rule.warning;
import static java.util.function.Predicate.not;

import io.stowage.ecs.model.OpenEnum;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.Device;
import io.stowage.ecs.model.taskdef.DeviceCgroupPermission;
import io.stowage.ecs.model.taskdef.KernelCapabilities;
import io.stowage.ecs.model.taskdef.LinuxParameters;
import io.stowage.ecs.model.taskdef.Tmpfs;
import io.stowage.ecs.validation.internal.tables.KnownBounds;
import io.stowage.ecs.validation.internal.tables.KnownNames;
import io.stowage.ecs.validation.spi.Bounds;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Section 9 of the catalogue: Linux parameters of containers. */
final class LinuxRules {
    private static final Set<String> CAPABILITY_NAMES = KnownNames.of("kernel-capabilities");
    private static final Set<String> MOUNT_OPTIONS = KnownNames.of("tmpfs-mount-options");
    private static final Bounds SWAPPINESS = KnownBounds.of("swappiness");
    private static final Bounds MAX_SWAP = KnownBounds.of("max-swap-mib");
    private static final Bounds SHARED_MEMORY = KnownBounds.of("shared-memory-mib");
    private static final Bounds TMPFS_SIZE = KnownBounds.of("tmpfs-mib");

    private static final Place<KernelCapabilities> CAPABILITIES =
            LINUX_PARAMETERS.member(LinuxParameters::capabilities);
    private static final Place<Device> DEVICES = LINUX_PARAMETERS.each(LinuxParameters::devices);
    private static final Place<Tmpfs> TMPFS = LINUX_PARAMETERS.each(LinuxParameters::tmpfs);

    static final RuleGroup GROUP = new RuleGroup("9. Task definition: Linux parameters", rules());

    private LinuxRules() {}

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(ofCapabilitiesAndDevices());
        rules.addAll(ofMemory());
        return rules;
    }

    private static List<Rule> ofCapabilitiesAndDevices() {
        return List.of(
                error("linux.capability-unknown")
                        .summary("A capability is none that ECS takes; names are written without `CAP_`.")
                        .source("API:KernelCapabilities")
                        .in(List.of(
                                CAPABILITIES.each(KernelCapabilities::add),
                                CAPABILITIES.each(KernelCapabilities::drop)))
                        .whenValue(not(CAPABILITY_NAMES::contains))
                        .message("\"{value}\" is no capability that ECS takes.")
                        .fix("Write it in capitals and without CAP_, as in NET_ADMIN."),
                error("linux.device-host-path")
                        .summary("A device has no path on the instance.")
                        .source("API:Device")
                        .in(DEVICES)
                        .whenAbsent(Device::hostPath)
                        .message("The device has no `hostPath`, so nothing tells which one it is.")
                        .fix("Add the path on the instance."),
                error("linux.device-permission")
                        .summary("A permission on a device is none that ECS knows.")
                        .source("API:DeviceCgroupPermission")
                        .in(DEVICES.each(Device::permissions))
                        .whenValue(not(OpenEnum::isKnown))
                        .message("\"{value}\" is no permission on a device.")
                        .fix("Use any of " + KnownNames.oneOf(DeviceCgroupPermission.known()) + "."),
                warning("linux.capabilities-ignored-when-privileged")
                        .summary("A privileged container adds or drops capabilities, which is ignored.")
                        .source("API:KernelCapabilities")
                        .in(CAPABILITIES)
                        .whenHere(capabilities ->
                                capabilities.within(ContainerDefinition.class).is(ContainerDefinition::privileged, true)
                                        && (capabilities.has(KernelCapabilities::add)
                                                || capabilities.has(KernelCapabilities::drop)))
                        .message("The container is privileged and has all capabilities, whatever is added or dropped.")
                        .fix("Drop `privileged`."));
    }

    private static List<Rule> ofMemory() {
        return List.of(
                error("linux.tmpfs-incomplete")
                        .summary("A tmpfs has no path, or no size of at least 1 MiB.")
                        .source("API:Tmpfs")
                        .in(TMPFS)
                        .whenHere(tmpfs -> tmpfs.lacks(Tmpfs::containerPath)
                                || tmpfs.lacks(Tmpfs::size)
                                || !TMPFS_SIZE.contains(tmpfs.get(Tmpfs::size)))
                        .with("path", Words.found(Tmpfs::containerPath))
                        .with("mib", Words.found(Tmpfs::size))
                        .message("`containerPath` is {path} and `size` is {mib}; a tmpfs needs a path and at least 1"
                                + " MiB.")
                        .fix("Give both."),
                error("linux.tmpfs-mount-option")
                        .summary("A mount option of a tmpfs is none that ECS takes; what follows a `=` does not"
                                + " count.")
                        .source("API:Tmpfs.mountOptions")
                        .in(TMPFS.each(Tmpfs::mountOptions))
                        .whenValue(option -> !MOUNT_OPTIONS.contains(option.split("=", 2)[0]))
                        .message("\"{value}\" is no mount option that ECS takes.")
                        .fix("Use " + KnownNames.oneOf(MOUNT_OPTIONS) + "."),
                error("linux.swappiness-range")
                        .summary("The readiness to swap is outside the range.")
                        .source("API:LinuxParameters.swappiness")
                        .in(LINUX_PARAMETERS)
                        .whenOutside(LinuxParameters::swappiness, SWAPPINESS)
                        .message("`swappiness` is {value}, outside of {min} to {max}.")
                        .fix("Use {min} to {max}."),
                warning("linux.swappiness-without-max-swap")
                        .summary("The readiness to swap is set and the amount is not, so it is ignored.")
                        .source("API:LinuxParameters.maxSwap")
                        .in(LINUX_PARAMETERS)
                        .needing(LinuxParameters::swappiness)
                        .whenAt(LinuxParameters::swappiness, parameters -> parameters.lacks(LinuxParameters::maxSwap))
                        .message("`swappiness` is ignored: there is no `maxSwap`.")
                        .fix("Set `maxSwap`, or remove `swappiness`."),
                error("linux.max-swap-negative")
                        .summary("The amount of memory that may be swapped is negative.")
                        .source("API:LinuxParameters.maxSwap")
                        .in(LINUX_PARAMETERS)
                        .whenOutside(LinuxParameters::maxSwap, MAX_SWAP)
                        .message("`maxSwap` is {value} MiB, which is negative.")
                        .fix("Use 0 or more; 0 turns swapping off."),
                error("linux.shared-memory-size")
                        .summary("The shared memory is smaller than 1 MiB.")
                        .source("API:LinuxParameters.sharedMemorySize; OUR")
                        .in(LINUX_PARAMETERS)
                        .whenOutside(LinuxParameters::sharedMemorySize, SHARED_MEMORY)
                        .message("`sharedMemorySize` is {value} MiB; there has to be at least {min} MiB.")
                        .fix("Use {min} or more."));
    }
}
