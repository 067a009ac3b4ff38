package io.stowage.ecs.validation.spi;

import io.stowage.ecs.model.capacity.CreateCapacityProviderRequest;
import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.needs.TaskSize;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.task.RunTaskRequest;
import io.stowage.ecs.model.taskdef.Compatibility;
import io.stowage.ecs.model.taskdef.OSFamily;
import io.stowage.ecs.model.taskdef.RuntimePlatform;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.input.EcsConfiguration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a configuration as a whole, worked out at most once for all rules: where the task runs, on which operating
 * system, how large it is. A rule that asks for a fact that cannot be known is silent.
 *
 * <p>Belongs to one evaluation and one thread.
 */
public final class Facts {
    private static final Set<String> FARGATE_PROVIDERS = Set.of("FARGATE", "FARGATE_SPOT");

    private final View<EcsConfiguration> root;
    private final View<TaskDefinition> task;
    private final View<CreateServiceRequest> service;
    private final View<RunTaskRequest> runTask;
    private final Map<Place<?>, List<?>> places = new HashMap<>();

    private @Nullable Answer fargate;
    private @Nullable Answer managedInstances;
    private @Nullable Answer windows;

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
        return anyOf(
                strategy,
                item -> FARGATE_PROVIDERS.contains(item.getOr(CapacityProviderStrategyItem::capacityProvider, "")));
    }

    private boolean usesManaged(List<View<CapacityProviderStrategyItem>> strategy) {
        List<View<CreateCapacityProviderRequest>> providers = root.each(EcsConfiguration::capacityProviders);
        return anyOf(
                strategy,
                item -> anyOf(
                        providers,
                        provider -> provider.has(CreateCapacityProviderRequest::managedInstancesProvider)
                                && provider.is(
                                        CreateCapacityProviderRequest::name,
                                        item.getOr(CapacityProviderStrategyItem::capacityProvider, ""))));
    }

    private interface Condition<T> {
        boolean of(View<T> view);
    }

    /** True if one of them is, however little is known of the others. */
    private static <T> boolean anyOf(List<View<T>> views, Condition<T> condition) {
        boolean allKnown = true;
        for (View<T> view : views) {
            try {
                if (condition.of(view)) {
                    return true;
                }
            } catch (Silence e) {
                allKnown = false;
            }
        }
        if (!allKnown) {
            throw Silence.HERE;
        }
        return false;
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
