package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.CLUSTER;
import static io.stowage.ecs.validation.internal.rules.Places.CONTAINERS;
import static io.stowage.ecs.validation.internal.rules.Places.INSTANCES;
import static io.stowage.ecs.validation.internal.rules.Places.TASK;
import static io.stowage.ecs.validation.internal.rules.Places.VOLUMES;

import io.stowage.ecs.model.cluster.ClusterSetting;
import io.stowage.ecs.model.cluster.ClusterSettingName;
import io.stowage.ecs.model.cluster.CreateClusterRequest;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.LinuxParameters;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.Volume;
import io.stowage.ecs.validation.input.KnownInstance;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.RuleBuilder;
import io.stowage.ecs.validation.spi.RuleSet;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.List;

/** Section 27 of the catalogue: advice on running services well. Nothing here is refused by any API. */
final class PracticeRules {
    private static final String SPOT_DRAINING = "ECS_ENABLE_SPOT_INSTANCE_DRAINING";

    static final RuleGroup GROUP = new RuleGroup("27. Best practice", rules());

    private PracticeRules() {}

    static RuleBuilder advice(String id) {
        return Rule.note(id).set(RuleSet.PRACTICE);
    }

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(ofContainers());
        rules.addAll(ofTasks());
        rules.addAll(PracticeServiceRules.rules());
        rules.addAll(ofClusters());
        return rules;
    }

    private static List<Rule> ofContainers() {
        return List.of(
                advice("practice.image-latest")
                        .summary("An image has no fixed version, so two tasks of one revision may differ.")
                        .source("OUR")
                        .in(CONTAINERS)
                        .when(ContainerDefinition::image, PracticeRules::hasNoVersion)
                        .message("Image \"{value}\" has no fixed version, so that another one may run tomorrow.")
                        .fix("Pin a tag or a digest."),
                advice("practice.no-log-configuration")
                        .summary("A container has no log configuration; log routers aside.")
                        .source("Security Hub ECS.9")
                        .in(CONTAINERS)
                        .whenAt(
                                ContainerDefinition::logConfiguration,
                                container -> container.lacks(ContainerDefinition::logConfiguration)
                                        && container.lacks(ContainerDefinition::firelensConfiguration))
                        .message(
                                "Container \"{name}\" has no log configuration, so what it writes stays on its instance.")
                        .fix("Add awslogs or another driver."),
                advice("practice.no-health-check")
                        .summary("An essential container has no health check, and no load balancer checks it instead.")
                        .source("KICS ECS Task Definition HealthCheck Missing; OUR")
                        .in(CONTAINERS)
                        .given(facts -> facts.service().lacks(CreateServiceRequest::loadBalancers))
                        .whenAt(
                                ContainerDefinition::healthCheck,
                                container -> container.lacks(ContainerDefinition::healthCheck)
                                        && container.getOr(ContainerDefinition::essential, true))
                        .message("Container \"{name}\" has no health check, so a hanging one is never replaced.")
                        .fix("Add one."),
                advice("practice.no-container-cpu")
                        .summary("One of several containers reserves no cpu, and neither does the task.")
                        .source("API:ContainerDefinition.cpu; OUR")
                        .in(CONTAINERS)
                        .given(facts -> facts.task().lacks(TaskDefinition::cpu)
                                && facts.task()
                                                .each(TaskDefinition::containerDefinitions)
                                                .size()
                                        > 1)
                        .whenAt(
                                ContainerDefinition::cpu,
                                container -> container.getOr(ContainerDefinition::cpu, 0) == 0)
                        .message(
                                "Container \"{name}\" reserves no cpu, so it gets the smallest share beside the others.")
                        .fix("Set `cpu`."),
                advice("practice.static-host-port")
                        .summary("A host port in bridge mode is fixed.")
                        .source("OUR")
                        .in(Ports.MAPPINGS)
                        .given(facts -> facts.networkMode().equals(NetworkMode.BRIDGE))
                        .whenAt(PortMapping::hostPort, mapping -> Ports.staticHostPort(mapping) != Ports.NONE)
                        .message("The fixed host port {value} limits each instance to one task.")
                        .fix("Use `hostPort` 0 with an Application or Network Load Balancer."),
                advice("practice.links")
                        .summary("A container uses links, a legacy of Docker.")
                        .source("OUR")
                        .in(CONTAINERS)
                        .whenPresent(ContainerDefinition::links)
                        .message("Container \"{name}\" uses `links`, which Docker keeps for old times' sake.")
                        .fix("Use Service Connect, service discovery or awsvpc."),
                advice("practice.router-not-essential")
                        .summary(
                                "A FireLens log router is not essential, so that containers run on without their logs.")
                        .source("DOC:firelens-taskdef")
                        .in(CONTAINERS)
                        .needing(ContainerDefinition::firelensConfiguration)
                        .when(ContainerDefinition::essential, essential -> !essential)
                        .message("Container \"{name}\" routes the logs of the task and is not essential.")
                        .fix("Set `essential` to true."),
                advice("practice.exec-init-process")
                        .summary("ECS Exec is on, and a container has no init process to clean up after sessions.")
                        .source("DOC:ecs-exec")
                        .in(CONTAINERS)
                        .given(TaskTraits::usesExec)
                        .unless(Facts::onWindows)
                        .whenInside(
                                container -> container
                                        .member(ContainerDefinition::linuxParameters)
                                        .member(LinuxParameters::initProcessEnabled),
                                container -> !container
                                        .member(ContainerDefinition::linuxParameters)
                                        .is(LinuxParameters::initProcessEnabled, true))
                        .message("Container \"{name}\" has no init process, so sessions of ECS Exec leave zombies.")
                        .fix("Set `initProcessEnabled` to true."));
    }

    /** Neither a digest nor a tag other than {@code latest}; a port in the name of the registry is no tag. */
    private static boolean hasNoVersion(String image) {
        String name = image.substring(image.lastIndexOf('/') + 1);
        return image.indexOf('@') < 0 && (name.indexOf(':') < 0 || name.endsWith(":latest"));
    }

    private static List<Rule> ofTasks() {
        return List.of(
                advice("practice.no-task-role")
                        .summary("A task has no role of its own; on instances its containers fall back to that of the"
                                + " instance.")
                        .source("OUR")
                        .in(TASK)
                        .whenAbsent(TaskDefinition::taskRoleArn)
                        .message("The task has no role of its own, so on instances it may use that of the instance.")
                        .fix("Set `taskRoleArn`."),
                advice("practice.no-tags")
                        .summary("A task definition has no tags.")
                        .source("Security Hub ECS.15 (tagging controls); OUR")
                        .in(TASK)
                        .whenInside(task -> task.kept("tags"), PracticeRules::hasNoTags)
                        .message("The task definition has no tags.")
                        .fix("Tag it, at least with its owner."),
                advice("practice.unused-volume")
                        .summary("No container mounts a volume of the task.")
                        .source("OUR")
                        .in(VOLUMES)
                        .needing(Volume::name)
                        .whenHere(volume -> !Mounts.isMounted(volume))
                        .message("Volume \"{name}\" is never mounted.")
                        .fix("Mount or remove it."));
    }

    private static boolean hasNoTags(View<TaskDefinition> task) {
        Object tags = task.kept("tags").find();
        return tags == null || (tags instanceof List<?> list && list.isEmpty());
    }

    private static List<Rule> ofClusters() {
        return List.of(
                advice("practice.no-container-insights")
                        .summary("Container Insights is off for the cluster.")
                        .source("Security Hub ECS.12; TRIVY AWS-0034; CHECKOV CKV_AWS_65")
                        .in(CLUSTER)
                        .whenAt(CreateClusterRequest::settings, cluster -> !hasInsights(cluster))
                        .message("Container Insights is off, so nobody sees what the tasks of the cluster use.")
                        .fix("Set `containerInsights` to enhanced or enabled."),
                advice("practice.spot-draining")
                        .summary("A Spot Instance is not drained before it is taken away.")
                        .source("AGENT:ECS_ENABLE_SPOT_INSTANCE_DRAINING")
                        .in(INSTANCES)
                        .needing(KnownInstance::spot)
                        .whenInside(
                                Agents.key("ECS_ENABLE_SPOT_INSTANCE_DRAINING"),
                                instance ->
                                        instance.is(KnownInstance::spot, true) && !Agents.isOn(instance, SPOT_DRAINING))
                        .message("When Spot Instance {instanceId} is taken away, its tasks end without draining.")
                        .fix("Set ECS_ENABLE_SPOT_INSTANCE_DRAINING=true."));
    }

    private static boolean hasInsights(View<CreateClusterRequest> cluster) {
        boolean on = false;
        for (View<ClusterSetting> setting : cluster.each(CreateClusterRequest::settings)) {
            on |= setting.is(ClusterSetting::name, ClusterSettingName.CONTAINER_INSIGHTS)
                    && !setting.getOr(ClusterSetting::value, "disabled").equals("disabled");
        }
        return on;
    }
}
