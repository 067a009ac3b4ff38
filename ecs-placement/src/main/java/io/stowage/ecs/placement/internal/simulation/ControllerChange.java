package io.stowage.ecs.placement.internal.simulation;

import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.DeploymentConfiguration;
import io.stowage.ecs.model.service.DeploymentController;
import io.stowage.ecs.model.service.DeploymentControllerType;
import io.stowage.ecs.model.service.DeploymentStrategy;
import io.stowage.ecs.placement.service.SimulatedService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Another deployment controller for a service, as {@code UpdateService} allows it. */
public final class ControllerChange {
    /** To which controllers a service of each may go. */
    private static final Map<DeploymentControllerType, Set<DeploymentControllerType>> ALLOWED = Map.of(
            DeploymentControllerType.CODE_DEPLOY,
                    Set.of(DeploymentControllerType.ECS, DeploymentControllerType.EXTERNAL),
            DeploymentControllerType.ECS, Set.of(DeploymentControllerType.EXTERNAL),
            DeploymentControllerType.EXTERNAL, Set.of(DeploymentControllerType.ECS));

    private final World world;
    private final Controls controls;

    ControllerChange(World world, Controls controls) {
        this.world = world;
        this.controls = controls;
    }

    /** Changes it; the tasks stay as they are. */
    public void change(String name, DeploymentControllerType to) {
        SimService service = controls.known(name);
        DeploymentControllerType from = Controls.controller(service.request);
        List<String> problems = problems(service, from, to);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("service " + name + " cannot change its deployment controller from "
                    + from.value() + " to " + to.value() + ": " + String.join("; ", problems));
        }
        CreateServiceRequest changed = service.request.toBuilder()
                .deploymentController(DeploymentController.builder().type(to).build())
                .build();
        SimulatedService now = service.primary().revision.definition;
        controls.check(new SimulatedService(changed, now.taskDefinition(), now.behavior(), now.targetGroup()));
        service.settings(changed);
        SimRevision revision = service.primary().revision;
        service.deployments.clear();
        if (to.equals(DeploymentControllerType.EXTERNAL)) {
            controls.taskSets().adopt(service, revision);
        } else {
            service.taskSets.clear();
            service.deployments.add(TaskSetControls.settled(service, service.nextDeploymentId(), revision));
        }
        world.tell(
                service,
                "DEPLOYMENT_CONTROLLER_CHANGED",
                "(service " + name + ") has the deployment controller " + to.value() + ".",
                List.of("the service is updated", "its tasks stay as they are"),
                List.of());
        world.touch(service);
        world.settle();
    }

    private static List<String> problems(
            SimService service, DeploymentControllerType from, DeploymentControllerType to) {
        List<String> problems = new ArrayList<>();
        Set<DeploymentControllerType> allowed = ALLOWED.getOrDefault(from, Set.of());
        if (!allowed.contains(to)) {
            problems.add("only "
                    + allowed.stream()
                            .map(DeploymentControllerType::value)
                            .sorted()
                            .toList() + " can follow");
        }
        boolean isDeploying = service.primary().isInProgress()
                || service.tasks.values().stream().anyMatch(task -> task.revision != service.primary().revision);
        if (isDeploying && !from.equals(DeploymentControllerType.EXTERNAL)) {
            problems.add("a deployment is in progress");
        }
        if (from.equals(DeploymentControllerType.EXTERNAL)
                && (service.taskSets.size() != 1 || !service.taskSets.containsKey(service.primary().id))) {
            problems.add("it has the task sets " + service.taskSets.keySet()
                    + "; exactly one, the primary one, was expected, since it goes on as the deployment");
        }
        if (from.equals(DeploymentControllerType.ECS)) {
            problems.addAll(holdsOf(service.request));
        }
        return problems;
    }

    /** What only the controller of ECS offers. */
    private static List<String> holdsOf(CreateServiceRequest request) {
        List<String> used = new ArrayList<>();
        if (request.serviceConnectConfiguration() != null
                && Boolean.TRUE.equals(request.serviceConnectConfiguration().enabled())) {
            used.add("it uses Service Connect");
        }
        if (!request.vpcLatticeConfigurations().isEmpty()) {
            used.add("it uses VPC Lattice");
        }
        DeploymentConfiguration configuration = request.deploymentConfiguration();
        if (configuration == null) {
            return used;
        }
        if (configuration.alarms() != null
                && Boolean.TRUE.equals(configuration.alarms().enable())) {
            used.add("alarms watch its deployments");
        }
        if (configuration.deploymentCircuitBreaker() != null
                && Boolean.TRUE.equals(configuration.deploymentCircuitBreaker().enable())) {
            used.add("the circuit breaker is on");
        }
        if (!configuration.effectiveStrategy().equals(DeploymentStrategy.ROLLING)) {
            used.add("its strategy is " + configuration.effectiveStrategy().value());
        }
        return used;
    }

    /** What UpdateService leaves alone when somebody else deploys. */
    static void checkFixed(SimService service, CreateServiceRequest settings) {
        DeploymentControllerType controller = Controls.controller(service.request);
        List<String> fixed = new ArrayList<>();
        boolean isEcs = controller.equals(DeploymentControllerType.ECS);
        if (!isEcs
                && !Objects.equals(
                        settings.availabilityZoneRebalancing(), service.request.availabilityZoneRebalancing())) {
            fixed.add("availabilityZoneRebalancing");
        }
        if (service.isExternal()
                && !Objects.equals(settings.deploymentConfiguration(), service.request.deploymentConfiguration())) {
            fixed.add("deploymentConfiguration");
        }
        if (!fixed.isEmpty()) {
            throw new IllegalArgumentException("service " + service.name + " has the deployment controller "
                    + controller.value() + ", with which " + fixed + " cannot be changed; what it has was expected");
        }
    }
}
