package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.INSTANCES;
import static io.stowage.ecs.validation.spi.Rule.error;

import io.stowage.ecs.cql.ast.Version;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.Volume;
import io.stowage.ecs.validation.input.KnownInstance;
import io.stowage.ecs.validation.internal.tables.AgentVersions;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.List;
import java.util.function.Predicate;

/**
 * Features that need a newer agent than any instance has. While one instance is new enough, placement uses that one; instances of
 * which no version is given do not count.
 */
final class AgentVersionRules {
    private AgentVersionRules() {}

    static List<Rule> rules() {
        return List.of(
                rule("task-networking", Facts::onAwsvpc),
                rule("health-check", anyContainer(container -> container.has(ContainerDefinition::healthCheck))),
                rule(
                        "dependencies",
                        anyContainer(container -> container.has(ContainerDefinition::dependsOn)
                                || container.has(ContainerDefinition::startTimeout)
                                || container.has(ContainerDefinition::stopTimeout))),
                rule("env-files", anyContainer(container -> container.has(ContainerDefinition::environmentFiles))),
                rule("efs", anyVolume(volume -> volume.has(Volume::efsVolumeConfiguration))),
                rule("port-range", anyContainer(AgentVersionRules::hasPortRange)),
                rule("awslogs", anyContainer(TaskTraits::logsToCloudWatch)),
                rule("proxy", facts -> facts.task().has(TaskDefinition::proxyConfiguration)),
                rule("exec", TaskTraits::usesExec),
                rule("service-connect", TaskTraits::usesServiceConnect),
                rule(
                        "fsx-awsvpc",
                        facts -> facts.onAwsvpc()
                                && TaskTraits.anyVolume(
                                        facts, volume -> volume.has(Volume::fsxWindowsFileServerVolumeConfiguration))));
    }

    private static Rule rule(String name, Predicate<Facts> uses) {
        AgentVersions.Feature feature = AgentVersions.of(name);
        Version needed = Version.parse(feature.since()).orElseThrow();
        return error("agent.version-" + name)
                .summary("The agents of all instances are too old for " + feature.words() + ".")
                .source("API text of the member; DOC pages of the feature; OUR")
                .in(INSTANCES)
                .given(Hosting::hasInstances)
                .given(uses)
                .given(facts -> allAreBefore(facts, needed))
                .whenPresent(KnownInstance::agentVersion)
                .message("Instance {instanceId} has agent {value}, but " + feature.words() + " need " + feature.since()
                        + " or later.")
                .fix("Update the agent to " + feature.since() + " or later.");
    }

    private static boolean allAreBefore(Facts facts, Version needed) {
        for (View<KnownInstance> instance : Hosting.instances(facts)) {
            String written = instance.find(KnownInstance::agentVersion);
            if (written != null
                    && View.<Version>orSilent(Version.parse(written).orElse(null))
                                    .compareTo(needed)
                            >= 0) {
                return false;
            }
        }
        return true;
    }

    private static Predicate<Facts> anyContainer(Predicate<View<ContainerDefinition>> trait) {
        return facts -> TaskTraits.anyContainer(facts, trait);
    }

    private static Predicate<Facts> anyVolume(Predicate<View<Volume>> trait) {
        return facts -> TaskTraits.anyVolume(facts, trait);
    }

    private static boolean hasPortRange(View<ContainerDefinition> container) {
        return container.each(ContainerDefinition::portMappings).stream()
                .anyMatch(mapping -> mapping.has(PortMapping::containerPortRange));
    }
}
