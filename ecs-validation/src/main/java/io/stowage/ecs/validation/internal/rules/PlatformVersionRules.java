package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.SERVICE;
import static io.stowage.ecs.validation.spi.Rule.error;

import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.ServiceVolumeConfiguration;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.KernelCapabilities;
import io.stowage.ecs.model.taskdef.LinuxParameters;
import io.stowage.ecs.model.taskdef.LogConfiguration;
import io.stowage.ecs.model.taskdef.Secret;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.Volume;
import io.stowage.ecs.validation.internal.tables.KnownNames;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The second half of section 10: the platform version of a service on Fargate, and what needs a newer one. */
final class PlatformVersionRules {
    private static final Set<String> LINUX = KnownNames.of("fargate-platform-versions-linux");
    private static final Set<String> WINDOWS = KnownNames.of("fargate-platform-versions-windows");

    /** The smallest task that only platform version 1.4.0 runs. */
    private static final long LARGE_CPU_UNITS = 8192;

    private PlatformVersionRules() {}

    static List<Rule> rules() {
        return List.of(
                error("fargate.platform-version-unknown")
                        .summary("The platform version of a service on Fargate is none of those that there are.")
                        .source("API:CreateServiceRequest.platformVersion; DOC:platform_versions")
                        .in(SERVICE)
                        .given(Facts::onFargate)
                        .needing(CreateServiceRequest::platformVersion)
                        .whenAt(
                                CreateServiceRequest::platformVersion,
                                service -> !versions(service).contains(version(service)))
                        .with("versions", service -> KnownNames.oneOf(versions(service)))
                        .message("\"{value}\" is not a platform version of Fargate.")
                        .fix("Use {versions}."),
                error("fargate.platform-version-elsewhere")
                        .summary("A service with launch type EC2 or EXTERNAL has a platform version.")
                        .source("API:CreateServiceRequest.platformVersion")
                        .in(SERVICE)
                        .needing(CreateServiceRequest::platformVersion)
                        .whenAt(
                                CreateServiceRequest::platformVersion,
                                service -> service.is(CreateServiceRequest::launchType, LaunchType.EC2)
                                        || service.is(CreateServiceRequest::launchType, LaunchType.EXTERNAL))
                        .message("`platformVersion` {value} means nothing with launch type {launchType}.")
                        .fix("Remove it; only Fargate has platform versions."),
                needs(
                        "1.4.0",
                        "ephemeral-storage",
                        "`ephemeralStorage`",
                        "API:RegisterTaskDefinitionRequest.ephemeralStorage",
                        facts -> facts.task().has(TaskDefinition::ephemeralStorage)),
                needs(
                        "1.4.0",
                        "efs",
                        "EFS volumes",
                        "DOC:efs-volumes",
                        facts -> TaskTraits.anyVolume(facts, volume -> volume.has(Volume::efsVolumeConfiguration))),
                needs(
                        "1.4.0",
                        "env-files",
                        "environment files",
                        "DOC:taskdef-envfiles",
                        facts -> TaskTraits.anyContainer(
                                facts, container -> container.has(ContainerDefinition::environmentFiles))),
                needs(
                        "1.4.0",
                        "system-controls",
                        "`systemControls`",
                        "API:SystemControl",
                        facts -> TaskTraits.anyContainer(
                                facts, container -> container.has(ContainerDefinition::systemControls))),
                needs(
                        "1.4.0",
                        "pid-mode",
                        "`pidMode`",
                        "API:RegisterTaskDefinitionRequest.pidMode",
                        facts -> facts.task().has(TaskDefinition::pidMode)),
                needs(
                        "1.4.0",
                        "capability-add",
                        "added capabilities",
                        "API:LinuxParameters.capabilities",
                        facts -> TaskTraits.anyContainer(
                                facts,
                                container -> container
                                        .member(ContainerDefinition::linuxParameters)
                                        .member(LinuxParameters::capabilities)
                                        .has(KernelCapabilities::add))),
                needs(
                        "1.4.0",
                        "large-size",
                        "tasks of 8 vCPU or more",
                        "API:RegisterTaskDefinitionRequest.memory",
                        facts -> facts.taskCpuUnits() >= LARGE_CPU_UNITS),
                needs(
                        "1.4.0",
                        "secret-json-key",
                        "JSON keys in the ARNs of secrets",
                        "DOC:specifying-sensitive-data",
                        facts -> TaskTraits.anyContainer(facts, PlatformVersionRules::readsKeyOfSecret)),
                needs(
                        "1.3.0",
                        "dependencies",
                        "`dependsOn` and the timeouts of containers",
                        "API:ContainerDependency",
                        facts -> TaskTraits.anyContainer(
                                facts,
                                container -> container.has(ContainerDefinition::dependsOn)
                                        || container.has(ContainerDefinition::startTimeout)
                                        || container.has(ContainerDefinition::stopTimeout))),
                needs(
                        "1.4.0",
                        "exec",
                        "ECS Exec",
                        "DOC:ecs-exec",
                        facts -> facts.service().is(CreateServiceRequest::enableExecuteCommand, true)),
                needs(
                        "1.4.0",
                        "service-connect",
                        "Service Connect",
                        "DOC:service-connect",
                        TaskTraits::usesServiceConnect),
                needs(
                        "1.4.0",
                        "ebs",
                        "EBS volumes",
                        "API:EphemeralStorage by analogy; OUR",
                        facts -> facts.service().each(CreateServiceRequest::volumeConfigurations).stream()
                                        .anyMatch(volume -> volume.has(ServiceVolumeConfiguration::managedEBSVolume))
                                || TaskTraits.anyVolume(facts, volume -> volume.is(Volume::configuredAtLaunch, true))));
    }

    private static Rule needs(String version, String id, String what, String source, Predicate<Facts> isUsed) {
        return error("platform." + id)
                .summary("A service uses " + what + ", which need platform version " + version
                        + " of Fargate on Linux or later, with an older one.")
                .source(source)
                .in(SERVICE)
                .needing(CreateServiceRequest::platformVersion)
                .whenAt(
                        CreateServiceRequest::platformVersion,
                        service -> isBelow(version(service), version)
                                && service.facts().onFargate()
                                && !service.facts().onWindows()
                                && isUsed.test(service.facts()))
                .message("Platform version {value} is too old: the task or service uses " + what + ", from " + version
                        + " on.")
                .fix("Use LATEST.");
    }

    private static String version(View<CreateServiceRequest> service) {
        return service.get(CreateServiceRequest::platformVersion);
    }

    private static Set<String> versions(View<CreateServiceRequest> service) {
        return service.facts().onWindows() ? WINDOWS : LINUX;
    }

    /** The versions there are have one digit in each part, so that they sort as texts; any other text is older than none. */
    private static boolean isBelow(String version, String needed) {
        return LINUX.contains(version) && !version.equals("LATEST") && version.compareTo(needed) < 0;
    }

    private static boolean readsKeyOfSecret(View<ContainerDefinition> container) {
        return namesKey(container.each(ContainerDefinition::secrets))
                || namesKey(
                        container.member(ContainerDefinition::logConfiguration).each(LogConfiguration::secretOptions));
    }

    /** {@code arn:aws:secretsmanager:region:account:secret:name:key:stage:version}, where all behind the name may be empty. */
    private static boolean namesKey(List<View<Secret>> secrets) {
        for (View<Secret> secret : secrets) {
            View<String> from = secret.member(Secret::valueFrom);
            String[] parts = from.isKnown() && from.isPresent() ? from.get().split(":", -1) : new String[0];
            if (parts.length > 7 && parts[2].equals("secretsmanager") && !parts[7].isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
