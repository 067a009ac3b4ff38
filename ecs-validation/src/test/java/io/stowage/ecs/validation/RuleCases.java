package io.stowage.ecs.validation;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.DocumentKind;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.json.ParsedDocument;
import io.stowage.ecs.model.json.ReadOptions;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.input.EcsConfigurationBuilder;
import io.stowage.ecs.validation.input.KnownAutoScalingGroup;
import io.stowage.ecs.validation.input.KnownInstance;
import io.stowage.ecs.validation.input.KnownLoadBalancer;
import io.stowage.ecs.validation.input.KnownLogGroup;
import io.stowage.ecs.validation.input.KnownRevision;
import io.stowage.ecs.validation.input.KnownRole;
import io.stowage.ecs.validation.input.KnownSecurityGroup;
import io.stowage.ecs.validation.input.KnownService;
import io.stowage.ecs.validation.input.KnownServiceRegistry;
import io.stowage.ecs.validation.input.KnownSubnet;
import io.stowage.ecs.validation.input.KnownTargetGroup;
import io.stowage.ecs.validation.input.ScalableTarget;
import io.stowage.ecs.validation.spi.RuleInfo;
import io.stowage.ecs.validation.spi.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The cases of the rule catalogue. */
public final class RuleCases {
    private static final JsonMapper MAPPER = new JsonMapper();

    /** The rules there are, whatever their set. */
    static final Set<String> DECLARED =
            EcsValidator.catalogue().stream().map(RuleInfo::id).collect(Collectors.toUnmodifiableSet());

    private static final Map<String, RuleSet> SETS =
            EcsValidator.catalogue().stream().collect(Collectors.toUnmodifiableMap(RuleInfo::id, RuleInfo::set));

    private RuleCases() {}

    record Case(String id, String rule, RuleSet set, JsonNode input, Set<String> expected, Set<String> expectedRules) {
        /** Whether all rules that the case is about are declared. */
        boolean isRunnable() {
            return DECLARED.contains(rule) && DECLARED.containsAll(expectedRules);
        }

        @Override
        public String toString() {
            return id;
        }
    }

    /** The cases of the catalogue. */
    static List<Case> all() {
        return read("validation-cases.json");
    }

    /** Our own cases, for the rules that have none in the catalogue. */
    static List<Case> own() {
        return read("validation-cases-own.json");
    }

    private static List<Case> read(String file) {
        try (InputStream in = Objects.requireNonNull(RuleCases.class.getResourceAsStream(file))) {
            List<Case> cases = new ArrayList<>();
            for (JsonNode node : MAPPER.readTree(in).get("cases")) {
                Set<String> expected = new TreeSet<>();
                Set<String> rules = new TreeSet<>();
                for (JsonNode finding : node.get("expected")) {
                    expected.add(finding.get("rule").asString() + " "
                            + finding.get("severity").asString() + " "
                            + finding.get("pointer").asString());
                    rules.add(finding.get("rule").asString());
                }
                RuleSet set =
                        RuleSet.valueOf(node.get("ruleSets").get(0).asString().toUpperCase(Locale.ROOT));
                cases.add(new Case(
                        node.get("id").asString(),
                        node.get("rule").asString(),
                        set,
                        node.get("input"),
                        expected,
                        rules));
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Findings in the form of {@link Case#expected()}. Those of reading are left out, and since a case asks for one set alone, those
     * of the core rules in a case for another set.
     */
    static Set<String> found(List<Diagnostic> findings, RuleSet set) {
        return findings.stream()
                .filter(finding -> SETS.get(finding.id()) == set)
                .map(finding -> finding.id() + " " + finding.severity() + " " + finding.pointer())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static EcsValidator validator(RuleSet set) {
        return EcsValidator.builder().include(set).build();
    }

    static ParsedDocument<TaskDefinition> taskDefinition(JsonNode node) {
        String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
        return EcsJson.readTaskDefinition(SourceText.of("task.json", text), ReadOptions.standard());
    }

    /** The input as the text of one document that is read as a whole configuration, whatever its members are. */
    static String document(JsonNode input) {
        ObjectNode whole = ((ObjectNode) input).deepCopy();
        // Null is what is not there, but says that this is a configuration and no task definition or service alone.
        List.of("logGroups", "roles").stream()
                .filter(name -> !whole.has(name))
                .forEach(name -> whole.set(name, MAPPER.nullNode()));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(whole);
    }

    /** The input as objects: structures of ECS as documents of their kind are read, the others by their records. */
    public static EcsConfiguration configuration(JsonNode input) {
        EcsConfigurationBuilder builder = EcsConfiguration.builder();
        input.properties().forEach(member -> set(builder, member.getKey(), member.getValue()));
        return builder.build();
    }

    /** The same with another member in the place of the one of that name. */
    static EcsConfiguration with(EcsConfiguration configuration, String name, JsonNode node) {
        EcsConfigurationBuilder builder = configuration.toBuilder();
        set(builder, name, node);
        return builder.build();
    }

    private static void set(EcsConfigurationBuilder builder, String name, JsonNode node) {
        switch (name) {
            case "taskDefinition" -> builder.taskDefinition(read(DocumentKind.TASK_DEFINITION, node));
            case "service" -> builder.service(read(DocumentKind.CREATE_SERVICE, node));
            case "runTask" -> builder.runTask(read(DocumentKind.RUN_TASK, node));
            case "cluster" -> builder.cluster(read(DocumentKind.CREATE_CLUSTER, node));
            case "capacityProviders" ->
                builder.capacityProviders(node.valueStream()
                        .map(provider -> read(DocumentKind.CREATE_CAPACITY_PROVIDER, provider))
                        .toList());
            case "containerInstances" -> builder.containerInstances(known(KnownInstance.class, node));
            case "targetGroups" -> builder.targetGroups(known(KnownTargetGroup.class, node));
            case "loadBalancers" -> builder.loadBalancers(known(KnownLoadBalancer.class, node));
            case "securityGroups" -> builder.securityGroups(known(KnownSecurityGroup.class, node));
            case "subnets" -> builder.subnets(known(KnownSubnet.class, node));
            case "serviceRegistries" -> builder.serviceRegistries(known(KnownServiceRegistry.class, node));
            case "autoScalingGroups" -> builder.autoScalingGroups(known(KnownAutoScalingGroup.class, node));
            case "roles" -> builder.roles(known(KnownRole.class, node));
            case "services" -> builder.services(known(KnownService.class, node));
            case "registeredTaskDefinitions" -> builder.registeredTaskDefinitions(known(KnownRevision.class, node));
            case "scalableTarget" -> builder.scalableTarget(KnownRecords.read(ScalableTarget.class, node));
            case "logGroups" -> builder.logGroups(known(KnownLogGroup.class, node));
            case "region" -> builder.region(node.asString());
            default -> throw new IllegalArgumentException("the input object has no " + name);
        }
    }

    private static <T> T read(DocumentKind<T> kind, JsonNode node) {
        String text = MAPPER.writeValueAsString(node);
        return EcsJson.read(kind, SourceText.of("case.json", text), ReadOptions.standard())
                .value()
                .orElse(null);
    }

    private static <T> List<T> known(Class<T> record, JsonNode list) {
        return list.valueStream()
                .map(element -> KnownRecords.read(record, element))
                .toList();
    }
}
