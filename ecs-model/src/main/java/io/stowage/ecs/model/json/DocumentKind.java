package io.stowage.ecs.model.json;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.capacity.CapacityProvider;
import io.stowage.ecs.model.capacity.CreateCapacityProviderRequest;
import io.stowage.ecs.model.cluster.Cluster;
import io.stowage.ecs.model.cluster.ContainerInstance;
import io.stowage.ecs.model.cluster.CreateClusterRequest;
import io.stowage.ecs.model.internal.json.DocumentReader;
import io.stowage.ecs.model.internal.json.DocumentReader.Outcome;
import io.stowage.ecs.model.internal.json.Wrapper;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.Service;
import io.stowage.ecs.model.service.ServiceDeployment;
import io.stowage.ecs.model.service.ServiceRevision;
import io.stowage.ecs.model.service.TaskSet;
import io.stowage.ecs.model.service.UpdateServiceRequest;
import io.stowage.ecs.model.task.RunTaskRequest;
import io.stowage.ecs.model.task.StartTaskRequest;
import io.stowage.ecs.model.task.Task;
import io.stowage.ecs.model.taskdef.RegisterTaskDefinitionRequest;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a document can hold, and in which forms it comes. Each kind takes its structures bare, in the members that the operations
 * of the API wrap them in, and in PascalCase as templates write them; the kinds that read a list take one structure alone as a
 * list of one. What stands beside the wrapped structures in an answer is not part of the value, but {@code failures} become
 * warnings.
 *
 * @param <T> what reading gives: a structure, or a list of structures in written order
 */
public final class DocumentKind<T> {
    /** The input of register-task-definition, a task definition as described, a bare list of container definitions. */
    public static final DocumentKind<TaskDefinition> TASK_DEFINITION = one(
            TaskDefinition.class,
            "a task definition",
            Set.of("taskDefinition", "Properties"),
            Set.of("family", "containerDefinitions", "taskDefinitionArn"),
            "containerDefinitions",
            // The input may have tags, and then they are kept; a task definition has none.
            Set.of("tags"));

    /** The input of register-task-definition with its tags, or a bare list of container definitions. */
    public static final DocumentKind<RegisterTaskDefinitionRequest> REGISTER_TASK_DEFINITION = one(
            RegisterTaskDefinitionRequest.class,
            "the input of register-task-definition",
            Set.of("Properties"),
            Set.of("family", "containerDefinitions"),
            "containerDefinitions",
            Set.of());

    /** Container instances as described, or an instance state change event. */
    public static final DocumentKind<List<ContainerInstance>> CONTAINER_INSTANCES = many(
            ContainerInstance.class,
            "container instances",
            Set.of("containerInstance", "detail"),
            "containerInstances",
            Set.of("containerInstanceArn", "registeredResources", "remainingResources"));

    /** Tasks as described, started or stopped, or a task state change event. */
    public static final DocumentKind<List<Task>> TASKS =
            many(Task.class, "tasks", Set.of("task", "detail"), "tasks", Set.of("taskArn", "lastStatus"));

    /** Services as described, created or updated. */
    public static final DocumentKind<List<Service>> SERVICES =
            many(Service.class, "services", Set.of("service"), "services", Set.of("serviceArn", "serviceName"));

    /** The input of create-service. */
    public static final DocumentKind<CreateServiceRequest> CREATE_SERVICE = input(
            CreateServiceRequest.class,
            "the input of create-service",
            Set.of(
                    "serviceName",
                    "taskDefinition",
                    "desiredCount",
                    "loadBalancers",
                    "deploymentConfiguration",
                    "deploymentController",
                    "schedulingStrategy"));

    /** The input of update-service. */
    public static final DocumentKind<UpdateServiceRequest> UPDATE_SERVICE = input(
            UpdateServiceRequest.class,
            "the input of update-service",
            Set.of("service", "taskDefinition", "desiredCount", "deploymentConfiguration", "forceNewDeployment"));

    /** Service revisions as described. */
    public static final DocumentKind<List<ServiceRevision>> SERVICE_REVISIONS = many(
            ServiceRevision.class,
            "service revisions",
            Set.of("serviceRevision"),
            "serviceRevisions",
            Set.of("serviceRevisionArn"));

    /** Service deployments as described. */
    public static final DocumentKind<List<ServiceDeployment>> SERVICE_DEPLOYMENTS = many(
            ServiceDeployment.class,
            "service deployments",
            Set.of("serviceDeployment"),
            "serviceDeployments",
            Set.of("serviceDeploymentArn"));

    /** Task sets as described, created or updated. */
    public static final DocumentKind<List<TaskSet>> TASK_SETS =
            many(TaskSet.class, "task sets", Set.of("taskSet"), "taskSets", Set.of("taskSetArn"));

    /** Clusters as described, created or updated. */
    public static final DocumentKind<List<Cluster>> CLUSTERS =
            many(Cluster.class, "clusters", Set.of("cluster"), "clusters", Set.of("clusterArn", "clusterName"));

    /** The input of create-cluster. */
    public static final DocumentKind<CreateClusterRequest> CREATE_CLUSTER = input(
            CreateClusterRequest.class,
            "the input of create-cluster",
            Set.of(
                    "clusterName",
                    "settings",
                    "clusterSettings",
                    "configuration",
                    "capacityProviders",
                    "defaultCapacityProviderStrategy",
                    "serviceConnectDefaults"));

    /** Capacity providers as described, created or updated. */
    public static final DocumentKind<List<CapacityProvider>> CAPACITY_PROVIDERS = many(
            CapacityProvider.class,
            "capacity providers",
            Set.of("capacityProvider"),
            "capacityProviders",
            Set.of("capacityProviderArn", "autoScalingGroupProvider", "managedInstancesProvider"));

    /** The input of create-capacity-provider. */
    public static final DocumentKind<CreateCapacityProviderRequest> CREATE_CAPACITY_PROVIDER = input(
            CreateCapacityProviderRequest.class,
            "the input of create-capacity-provider",
            Set.of("name", "autoScalingGroupProvider", "managedInstancesProvider"));

    /** The input of run-task. */
    public static final DocumentKind<RunTaskRequest> RUN_TASK =
            input(RunTaskRequest.class, "the input of run-task", Set.of("taskDefinition"));

    /** The input of start-task. */
    public static final DocumentKind<StartTaskRequest> START_TASK =
            input(StartTaskRequest.class, "the input of start-task", Set.of("taskDefinition", "containerInstances"));

    private final Wrapper wrapper;
    private final Class<? extends EcsStructure> structure;
    private final Function<DocumentReader, Outcome<T>> reading;
    private final BiFunction<DocumentReader, JsonTree, Outcome<T>> binding;

    private DocumentKind(
            Wrapper wrapper,
            Class<? extends EcsStructure> structure,
            Function<DocumentReader, Outcome<T>> reading,
            BiFunction<DocumentReader, JsonTree, Outcome<T>> binding) {
        this.wrapper = wrapper;
        this.structure = structure;
        this.reading = reading;
        this.binding = binding;
    }

    /**
     * One structure of a kind of one's own: a record of the same make as those of the model, whose last component is {@code
     * otherMembers}. A document of this kind is the structure itself, without wrapping. Its members are called as
     * {@link EcsStructure#memberName} says.
     *
     * @param <T> the record
     * @param type the class of the record; public, in an exported package
     * @param what what messages call it, with its article
     * @return the kind
     */
    public static <T extends EcsStructure> DocumentKind<T> structure(Class<T> type, String what) {
        Set<String> names = new TreeSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            names.add(EcsStructure.memberName(component));
        }
        return one(type, what, Set.of(), names, null, Set.of());
    }

    private static <T extends EcsStructure> DocumentKind<T> one(
            Class<T> type,
            String what,
            Set<String> singles,
            Set<String> signs,
            @Nullable String bareList,
            Set<String> silent) {
        Wrapper wrapper = new Wrapper(what, singles, Set.of(), signs, bareList);
        return new DocumentKind<>(
                wrapper,
                type,
                reader -> reader.readOne(type, wrapper, silent),
                (reader, tree) -> reader.bindOne(type, tree, wrapper, silent));
    }

    private static <T extends EcsStructure> DocumentKind<T> input(Class<T> type, String what, Set<String> signs) {
        return one(type, what, Set.of("Properties"), signs, null, Set.of());
    }

    private static <T extends EcsStructure> DocumentKind<List<T>> many(
            Class<T> type, String what, Set<String> singles, String list, Set<String> signs) {
        Wrapper wrapper = new Wrapper(what, singles, Set.of(list), signs, null);
        return new DocumentKind<>(
                wrapper,
                type,
                reader -> reader.readMany(type, wrapper),
                (reader, tree) -> reader.bindMany(type, tree, wrapper));
    }

    Outcome<T> read(DocumentReader reader) {
        return reading.apply(reader);
    }

    Outcome<T> bind(DocumentReader reader, JsonTree tree) {
        return binding.apply(reader, tree);
    }

    /**
     * The structure that a document of this kind holds.
     *
     * @return the record of the value, or of what its list holds
     */
    public Class<? extends EcsStructure> structure() {
        return structure;
    }

    /** What it is, in words: {@code the input of create-service}. */
    @Override
    public String toString() {
        return wrapper.what();
    }
}
