package io.stowage.ecs.validation.spi;

import io.stowage.ecs.model.capacity.CreateCapacityProviderRequest;
import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.needs.TaskSize;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.DeploymentController;
import io.stowage.ecs.model.service.DeploymentControllerType;
import io.stowage.ecs.model.service.SchedulingStrategy;
import io.stowage.ecs.model.task.RunTaskRequest;
import io.stowage.ecs.model.taskdef.Compatibility;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.OSFamily;
import io.stowage.ecs.model.taskdef.RuntimePlatform;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.Volume;
import io.stowage.ecs.validation.input.EcsConfiguration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a configuration as a whole, worked out at most once for all rules: where the task runs, on which operating
 * system, how large it is. A rule that asks for a fact that cannot be known is silent.
 *
 * <p>Belongs to one evaluation and one thread.
 */
public final class Facts {
    /**
     * The mode of a Windows task that names none: network address translation, which the API has no word for. This is the word of
     * the console.
     */
    public static final NetworkMode WINDOWS_DEFAULT = new NetworkMode("default");

    private static final Set<String> FARGATE_PROVIDERS = Set.of("FARGATE", "FARGATE_SPOT");

    private final View<EcsConfiguration> root;
    private final View<TaskDefinition> task;
    private final View<CreateServiceRequest> service;
    private final View<RunTaskRequest> runTask;
    private final Map<Place<?>, List<?>> places = new HashMap<>();
    private final Map<Function<Facts, ?>, Optional<?>> derived = new HashMap<>();

    private @Nullable Answer fargate;
    private @Nullable Answer managedInstances;
    private @Nullable Answer windows;
    private @Nullable Answer external;
    private @Nullable Named<ContainerDefinition> containers;
    private @Nullable Named<Volume> volumes;
    private @Nullable NetworkMode networkMode;
    private boolean networkModeIsWorkedOut;

    /** A fact is true, false, or beyond what the configuration tells. */
    private enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    private Facts(EcsConfiguration configuration) {
        root = View.root(this, EcsConfiguration.class, configuration);
        task = root.member(EcsConfiguration::taskDefinition);
        service = root.member(EcsConfiguration::service);
        runTask = root.member(EcsConfiguration::runTask);
    }

    /**
     * Starts an evaluation.
     *
     * @param configuration what to judge
     * @return the facts, not yet worked out
     */
    public static Facts of(EcsConfiguration configuration) {
        return new Facts(configuration);
    }

    /**
     * The whole configuration as a place.
     *
     * @return the view that every other one starts from
     */
    public View<EcsConfiguration> root() {
        return root;
    }

    /**
     * The task definition as a place.
     *
     * @return the view, whether there is a task definition or not
     */
    public View<TaskDefinition> task() {
        return task;
    }

    /**
     * The service as a place.
     *
     * @return the view, whether there is a service or not
     */
    public View<CreateServiceRequest> service() {
        return service;
    }

    /**
     * The tasks to run as a place.
     *
     * @return the view, whether there are any or not
     */
    public View<RunTaskRequest> runTask() {
        return runTask;
    }

    /**
     * Whether the task is for Fargate: it names {@code FARGATE} among its compatibilities, or the service or run-task uses that
     * launch type or a Fargate capacity provider.
     *
     * @return true if any of them says so
     */
    public boolean onFargate() {
        if (fargate == null) {
            fargate = any(
                    () -> task.contains(TaskDefinition::requiresCompatibilities, Compatibility.FARGATE),
                    () -> service.is(CreateServiceRequest::launchType, LaunchType.FARGATE),
                    () -> runTask.is(RunTaskRequest::launchType, LaunchType.FARGATE),
                    () -> usesFargate(service.each(CreateServiceRequest::capacityProviderStrategy)),
                    () -> usesFargate(runTask.each(RunTaskRequest::capacityProviderStrategy)));
        }
        return told(fargate);
    }

    /**
     * Whether the task is for Managed Instances: it names {@code MANAGED_INSTANCES} among its compatibilities, the service or
     * run-task uses that launch type, or a capacity provider that the configuration shows to be of that kind.
     *
     * @return true if any of them says so
     */
    public boolean onManagedInstances() {
        if (managedInstances == null) {
            managedInstances = any(
                    () -> task.contains(TaskDefinition::requiresCompatibilities, Compatibility.MANAGED_INSTANCES),
                    () -> service.is(CreateServiceRequest::launchType, LaunchType.MANAGED_INSTANCES),
                    () -> runTask.is(RunTaskRequest::launchType, LaunchType.MANAGED_INSTANCES),
                    () -> usesManaged(service.each(CreateServiceRequest::capacityProviderStrategy)),
                    () -> usesManaged(runTask.each(RunTaskRequest::capacityProviderStrategy)));
        }
        return told(managedInstances);
    }

    /**
     * Whether the containers are Windows containers, which {@code runtimePlatform.operatingSystemFamily} tells; without it they are
     * Linux containers.
     *
     * @return true if the family begins with {@code WINDOWS}
     */
    public boolean onWindows() {
        if (windows == null) {
            windows = any(() -> {
                OSFamily family =
                        task.member(TaskDefinition::runtimePlatform).find(RuntimePlatform::operatingSystemFamily);
                return family != null && family.value().startsWith("WINDOWS");
            });
        }
        return told(windows);
    }

    /**
     * The network mode that the task runs in. Fargate knows no other than {@code awsvpc}, so there it is that one, whatever is
     * written (which a rule of its own reports) and even without a task definition. Elsewhere it is what the task definition says,
     * and if that says nothing, {@code awsvpc} on Managed Instances, {@link #WINDOWS_DEFAULT} for Windows containers and {@code
     * bridge} for others.
     *
     * @return the mode; the rule is silent if it is not known, or if there is no task definition
     */
    public NetworkMode networkMode() {
        if (!networkModeIsWorkedOut) {
            networkMode = workedOutNetworkMode();
            networkModeIsWorkedOut = true;
        }
        return View.<NetworkMode>orSilent(networkMode);
    }

    /**
     * Whether every task has a network interface of its own.
     *
     * @return true if {@link #networkMode()} is {@code awsvpc}; the rule is silent where that is
     */
    public boolean onAwsvpc() {
        return networkMode().equals(NetworkMode.AWSVPC);
    }

    /**
     * Whether host ports are chosen when a task starts unless the task definition fixes them.
     *
     * @return true if {@link #networkMode()} is {@code bridge} or the default of Windows; the rule is silent where that is
     */
    public boolean mapsHostPorts() {
        return networkMode().equals(NetworkMode.BRIDGE) || networkMode().equals(WINDOWS_DEFAULT);
    }

    private @Nullable NetworkMode workedOutNetworkMode() {
        try {
            NetworkMode written = task.isKnown() ? task.ifThere(TaskDefinition::networkMode) : null;
            if (NetworkMode.AWSVPC.equals(written) || onFargate()) {
                return NetworkMode.AWSVPC;
            }
            if (task.has(TaskDefinition::networkMode)) {
                // What ECS does not know is reported for itself, and nothing follows from it.
                return written != null && written.isKnown() ? written : null;
            }
            if (!task.isPresent()) {
                return null;
            }
            if (onManagedInstances()) {
                return NetworkMode.AWSVPC;
            }
            if (usesHiddenProvider()) {
                return null;
            }
            return onWindows() ? WINDOWS_DEFAULT : NetworkMode.BRIDGE;
        } catch (Silence e) {
            return null;
        }
    }

    /** Whether a capacity provider is used that the configuration does not show: it may be one of Managed Instances. */
    private boolean usesHiddenProvider() {
        List<View<CreateCapacityProviderRequest>> shown = root.each(EcsConfiguration::capacityProviders);
        Predicate<View<CapacityProviderStrategyItem>> isHidden = item -> {
            String name = item.getOr(CapacityProviderStrategyItem::capacityProvider, "");
            return !name.isEmpty()
                    && shown.stream().noneMatch(provider -> provider.is(CreateCapacityProviderRequest::name, name));
        };
        return View.any(service.each(CreateServiceRequest::capacityProviderStrategy), isHidden)
                || View.any(runTask.each(RunTaskRequest::capacityProviderStrategy), isHidden);
    }

    /**
     * Whether the service is a daemon, with one task on every instance.
     *
     * @return false if it is a replica service, which is the default, or if there is no service
     */
    public boolean isDaemon() {
        return service.is(CreateServiceRequest::schedulingStrategy, SchedulingStrategy.DAEMON);
    }

    /**
     * Who replaces the tasks of the service.
     *
     * @return what the service says, and {@code ECS} if it says nothing
     */
    public DeploymentControllerType deploymentController() {
        return service.member(CreateServiceRequest::deploymentController)
                .getOr(DeploymentController::type, DeploymentControllerType.ECS);
    }

    /**
     * Whether the task is for external instances: it names {@code EXTERNAL} among its compatibilities, or the service or run-task
     * uses that launch type.
     *
     * @return true if any of them says so
     */
    public boolean onExternal() {
        if (external == null) {
            external = any(
                    () -> task.contains(TaskDefinition::requiresCompatibilities, Compatibility.EXTERNAL),
                    () -> service.is(CreateServiceRequest::launchType, LaunchType.EXTERNAL),
                    () -> runTask.is(RunTaskRequest::launchType, LaunchType.EXTERNAL));
        }
        return told(external);
    }

    /**
     * Whether tasks use the network of the instance as it is.
     *
     * @return true if {@link #networkMode()} is {@code host}; the rule is silent where that is
     */
    public boolean inHostMode() {
        return networkMode().equals(NetworkMode.HOST);
    }

    /**
     * The container of that name. Of several the first one.
     *
     * @param name the name
     * @return the container, or null if the task has none of that name; the rule is silent if there is none among those whose names
     *     are known and other names are not
     */
    public @Nullable View<ContainerDefinition> container(String name) {
        if (containers == null) {
            containers = Named.of(task.each(TaskDefinition::containerDefinitions), ContainerDefinition::name);
        }
        return containers.find(name);
    }

    /**
     * The volume of that name. Of several the first one.
     *
     * @param name the name
     * @return the volume, or null if the task has none of that name; silent as for {@link #container}
     */
    public @Nullable View<Volume> volume(String name) {
        if (volumes == null) {
            volumes = Named.of(task.each(TaskDefinition::volumes), Volume::name);
        }
        return volumes.find(name);
    }

    /** The elements of a list by their names. */
    private record Named<T>(Map<String, View<T>> byName, boolean complete) {
        static <T> Named<T> of(List<View<T>> views, Member<T, String> name) {
            Map<String, View<T>> byName = new HashMap<>();
            boolean complete = true;
            for (View<T> view : views) {
                try {
                    String found = view.find(name);
                    if (found != null) {
                        byName.putIfAbsent(found, view);
                    }
                } catch (Silence e) {
                    complete = false;
                }
            }
            return new Named<>(byName, complete);
        }

        @Nullable
        View<T> find(String name) {
            View<T> found = byName.get(name);
            if (found == null && !complete) {
                throw Silence.HERE;
            }
            return found;
        }
    }

    /**
     * The {@code cpu} of the task.
     *
     * @return CPU units; the rule is silent if it is absent, not known or not a size
     */
    public long taskCpuUnits() {
        return sizeOf(TaskSize.cpuUnits(task.get(TaskDefinition::cpu)));
    }

    /**
     * The {@code memory} of the task.
     *
     * @return MiB; the rule is silent if it is absent, not known or not a size
     */
    public long taskMemoryMib() {
        return sizeOf(TaskSize.memoryMib(task.get(TaskDefinition::memory)));
    }

    /**
     * What several rules derive from the configuration and would rather not work out again.
     *
     * @param <T> what it is
     * @param derivation works it out, and may be silent; kept in a constant, since it is recognised by identity
     * @return what the first call gave; the rule is silent if that call was
     */
    @SuppressWarnings("unchecked")
    public <T> T once(Function<Facts, T> derivation) {
        Optional<?> found = derived.get(derivation);
        if (found == null) {
            try {
                found = Optional.of(derivation.apply(this));
            } catch (Silence e) {
                found = Optional.empty();
            }
            derived.put(derivation, found);
        }
        if (found.isEmpty()) {
            throw Silence.HERE;
        }
        return (T) found.get();
    }

    /**
     * All views of a place, as rules that look there see them: what is not known is not among them.
     *
     * @param <T> what stands there
     * @param place the place
     * @return in the order of the document
     */
    public <T> List<View<T>> at(Place<T> place) {
        return Collections.unmodifiableList(views(place));
    }

    @SuppressWarnings("unchecked")
    <T> List<View<T>> views(Place<T> place) {
        List<?> found = places.get(place);
        if (found == null) {
            found = place.find(this);
            places.put(place, found);
        }
        return (List<View<T>>) found;
    }

    private static long sizeOf(OptionalLong size) {
        if (size.isEmpty()) {
            throw Silence.HERE;
        }
        return size.getAsLong();
    }

    private static boolean usesFargate(List<View<CapacityProviderStrategyItem>> strategy) {
        return View.any(
                strategy,
                item -> FARGATE_PROVIDERS.contains(item.getOr(CapacityProviderStrategyItem::capacityProvider, "")));
    }

    private boolean usesManaged(List<View<CapacityProviderStrategyItem>> strategy) {
        List<View<CreateCapacityProviderRequest>> providers = root.each(EcsConfiguration::capacityProviders);
        return View.any(
                strategy,
                item -> View.any(
                        providers,
                        provider -> provider.has(CreateCapacityProviderRequest::managedInstancesProvider)
                                && provider.is(
                                        CreateCapacityProviderRequest::name,
                                        item.getOr(CapacityProviderStrategyItem::capacityProvider, ""))));
    }

    private static Answer any(BooleanSupplier... conditions) {
        Answer answer = Answer.NO;
        for (BooleanSupplier condition : conditions) {
            try {
                if (condition.getAsBoolean()) {
                    return Answer.YES;
                }
            } catch (Silence e) {
                answer = Answer.UNKNOWN;
            }
        }
        return answer;
    }

    private static boolean told(Answer answer) {
        if (answer == Answer.UNKNOWN) {
            throw Silence.HERE;
        }
        return answer == Answer.YES;
    }
}
