package io.stowage.ecs.model.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.capacity.CapacityProvider;
import io.stowage.ecs.model.cluster.Cluster;
import io.stowage.ecs.model.cluster.ContainerInstance;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.DocumentKind;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.json.ParsedDocument;
import io.stowage.ecs.model.json.ReadOptions;
import io.stowage.ecs.model.service.Service;
import io.stowage.ecs.model.service.ServiceDeployment;
import io.stowage.ecs.model.service.ServiceRevision;
import io.stowage.ecs.model.service.TaskSet;
import io.stowage.ecs.model.task.Task;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.testing.Arbitrary;
import io.stowage.ecs.model.testing.JsonValues;
import io.stowage.ecs.model.testing.ServiceModel;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ecs.EcsClient;

/**
 * What the AWS SDK for Java sends, we read; what we write, it understands: every structure in scope, with a value for every
 * member.
 */
class SdkClientTest {

    private static final long SEEDS = 5;

    private static LoopbackEcs ecs;

    @BeforeAll
    static void start() throws IOException {
        ecs = new LoopbackEcs();
    }

    @AfterAll
    static void stop() {
        ecs.close();
    }

    /** The kinds that are given to an operation, each named after it. */
    static List<DocumentKind<?>> requests() {
        return List.of(
                DocumentKind.REGISTER_TASK_DEFINITION,
                DocumentKind.CREATE_SERVICE,
                DocumentKind.UPDATE_SERVICE,
                DocumentKind.RUN_TASK,
                DocumentKind.START_TASK,
                DocumentKind.CREATE_CLUSTER,
                DocumentKind.CREATE_CAPACITY_PROVIDER);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void request_builtByTheClient_isReadByUsEqual(DocumentKind<?> kind) throws Exception {
        for (long seed = 0; seed < SEEDS; seed++) {
            EcsStructure structure = Arbitrary.full(seed).structure(kind.structure());

            send(structure, new SdkValues());

            ParsedDocument<?> read =
                    EcsJson.read(kind, SourceText.of("body.json", ecs.asked()), ReadOptions.standard());
            assertThat(ecs.operation() + "Request").isEqualTo(kind.structure().getSimpleName());
            assertThat(read.diagnostics()).isEmpty();
            assertThat((Object) read.orThrow()).as("seed %d", seed).isEqualTo(structure);
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void request_writtenByUs_isWhatTheClientSends(DocumentKind<?> kind) throws Exception {
        EcsStructure structure = Arbitrary.full(99).structure(kind.structure());

        send(structure, new SdkValues());

        assertThat(JsonValues.value(EcsJson.write(structure))).isEqualTo(JsonValues.value(ecs.asked()));
    }

    @Test
    void absentAndEmptyLists_areToldApartAsTheClientDoes() {
        ecs.answers("{}");
        ecs.client().registerTaskDefinition(request -> request.family("web").volumes(List.of()));

        ParsedDocument<?> read = EcsJson.read(
                DocumentKind.REGISTER_TASK_DEFINITION, SourceText.of("", ecs.asked()), ReadOptions.standard());

        assertThat(JsonValues.value(EcsJson.write((EcsStructure) read.orThrow())))
                .isEqualTo(JsonValues.value(ecs.asked()))
                .isEqualTo(JsonValues.value("{\"family\": \"web\", \"volumes\": []}"));
    }

    private static void send(EcsStructure structure, SdkValues values) throws Exception {
        String name = structure.getClass().getSimpleName();
        Class<?> type = Class.forName("software.amazon.awssdk.services.ecs.model." + name);
        Object request =
                values.build(structure, (SdkPojo) type.getMethod("builder").invoke(null));
        String operation =
                Character.toLowerCase(name.charAt(0)) + name.substring(1, name.length() - "Request".length());
        Method call = EcsClient.class.getMethod(operation, type);
        ecs.answers("{}");
        call.invoke(ecs.client(), request);
    }

    /** A structure that operations answer with, the member it is in, and the call that brings it, with the SDK's builder. */
    record Answer<T extends EcsStructure>(
            Class<T> structure,
            String member,
            boolean list,
            Function<EcsClient, Object> call,
            SdkBuilderSource builder) {}

    /** Gives an empty builder of the SDK. */
    interface SdkBuilderSource {
        SdkPojo get();
    }

    private static <T extends EcsStructure> Arguments answer(
            Class<T> structure,
            String member,
            boolean list,
            Function<EcsClient, Object> call,
            SdkBuilderSource builder) {
        return Arguments.of(new Answer<>(structure, member, list, call, builder));
    }

    static List<Arguments> answers() {
        return List.of(
                answer(
                        TaskDefinition.class,
                        "taskDefinition",
                        false,
                        client -> client.describeTaskDefinition(r -> {}).taskDefinition(),
                        () -> (SdkPojo) software.amazon.awssdk.services.ecs.model.TaskDefinition.builder()),
                answer(
                        Task.class,
                        "tasks",
                        true,
                        client -> client.describeTasks(r -> {}).tasks().get(0),
                        () -> (SdkPojo) software.amazon.awssdk.services.ecs.model.Task.builder()),
                answer(
                        Service.class,
                        "services",
                        true,
                        client -> client.describeServices(r -> {}).services().get(0),
                        () -> (SdkPojo) software.amazon.awssdk.services.ecs.model.Service.builder()),
                answer(
                        ServiceRevision.class,
                        "serviceRevisions",
                        true,
                        client -> client.describeServiceRevisions(r -> {})
                                .serviceRevisions()
                                .get(0),
                        () -> (SdkPojo) software.amazon.awssdk.services.ecs.model.ServiceRevision.builder()),
                answer(
                        ServiceDeployment.class,
                        "serviceDeployments",
                        true,
                        client -> client.describeServiceDeployments(r -> {})
                                .serviceDeployments()
                                .get(0),
                        () -> (SdkPojo) software.amazon.awssdk.services.ecs.model.ServiceDeployment.builder()),
                answer(
                        TaskSet.class,
                        "taskSets",
                        true,
                        client -> client.describeTaskSets(r -> {}).taskSets().get(0),
                        () -> (SdkPojo) software.amazon.awssdk.services.ecs.model.TaskSet.builder()),
                answer(
                        Cluster.class,
                        "clusters",
                        true,
                        client -> client.describeClusters(r -> {}).clusters().get(0),
                        () -> (SdkPojo) software.amazon.awssdk.services.ecs.model.Cluster.builder()),
                answer(
                        ContainerInstance.class,
                        "containerInstances",
                        true,
                        client -> client.describeContainerInstances(r -> {})
                                .containerInstances()
                                .get(0),
                        () -> (SdkPojo) software.amazon.awssdk.services.ecs.model.ContainerInstance.builder()),
                answer(
                        CapacityProvider.class,
                        "capacityProviders",
                        true,
                        client -> client.describeCapacityProviders(r -> {})
                                .capacityProviders()
                                .get(0),
                        () -> (SdkPojo) software.amazon.awssdk.services.ecs.model.CapacityProvider.builder()));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void answer_writtenByUs_isReadByTheClientEqual(Answer<?> answer) {
        for (long seed = 0; seed < SEEDS; seed++) {
            EcsStructure structure = Arbitrary.full(seed).structure(answer.structure());
            Object expected = new SdkValues().build(structure, answer.builder().get());
            String written = EcsJson.write(structure);
            ecs.answers("{\"" + answer.member() + "\": " + (answer.list() ? "[" + written + "]" : written) + "}");

            Object understood = answer.call().apply(ecs.client());

            assertThat(understood).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void coverage_isEveryStructureAndMemberThatBothHave() throws Exception {
        SdkValues values = new SdkValues();
        for (DocumentKind<?> kind : requests()) {
            send(Arbitrary.full(1).structure(kind.structure()), values);
        }
        for (Arguments arguments : answers()) {
            Answer<?> answer = (Answer<?>) arguments.get()[0];
            values.build(
                    Arbitrary.full(1).structure(answer.structure()),
                    answer.builder().get());
        }
        Set<String> structures = ServiceModel.model().structures();
        Set<String> members = new TreeSet<>();
        structures.forEach(structure -> ServiceModel.model()
                .members(structure)
                .keySet()
                .forEach(member -> members.add(structure + "." + member)));
        List<String> different = new ArrayList<>();
        values.onlyOurs().forEach((structure, names) -> different.add("the client lacks " + structure + " " + names));
        values.onlyTheirs().forEach((structure, names) -> different.add("we lack " + structure + " " + names));

        System.out.printf(
                "real client: %d of %d structures, %d of %d members sent or answered; %s%n",
                values.structures().size(),
                structures.size(),
                values.members().size(),
                members.size(),
                different.isEmpty() ? "no differences" : different);
        assertThat(different).isEmpty();
        assertThat(values.structures()).isEqualTo(structures);
        assertThat(values.members()).isEqualTo(members);
    }
}
