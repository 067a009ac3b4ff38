package io.stowage.ecs.validation;

import io.stowage.ecs.model.capacity.CreateCapacityProviderRequest;
import io.stowage.ecs.model.capacity.CreateManagedInstancesProviderConfiguration;
import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.json.ParsedDocument;
import io.stowage.ecs.model.json.ReadOptions;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.task.RunTaskRequest;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.spi.RuleInfo;
import io.stowage.ecs.validation.spi.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The cases of the rule catalogue. */
final class RuleCases {
    private static final JsonMapper MAPPER = new JsonMapper();

    /** The rules there are, whatever their set. */
    static final Set<String> DECLARED =
            EcsValidator.catalogue().stream().map(RuleInfo::id).collect(Collectors.toUnmodifiableSet());

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

    static List<Case> all() {
        try (InputStream in = Objects.requireNonNull(RuleCases.class.getResourceAsStream("validation-cases.json"))) {
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

    /** Findings in the form of {@link Case#expected()}; those of reading are left out. */
    static Set<String> found(List<Diagnostic> findings) {
        return findings.stream()
                .filter(finding -> DECLARED.contains(finding.id()))
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

    /**
     * The input as objects: the task definition, and of the other members what tells where the task runs. No rule that is
     * declared looks at more.
     */
    static EcsConfiguration configuration(JsonNode input) {
        EcsConfiguration.Builder builder = EcsConfiguration.builder();
        if (input.has("taskDefinition")) {
            builder.taskDefinition(
                    taskDefinition(input.get("taskDefinition")).value().orElse(null));
        }
        if (input.has("service")) {
            builder.service(CreateServiceRequest.builder()
                    .launchType(launchType(input.get("service")))
                    .capacityProviderStrategy(strategy(input.get("service")))
                    .build());
        }
        if (input.has("runTask")) {
            builder.runTask(RunTaskRequest.builder()
                    .launchType(launchType(input.get("runTask")))
                    .capacityProviderStrategy(strategy(input.get("runTask")))
                    .build());
        }
        List<CreateCapacityProviderRequest> providers = new ArrayList<>();
        for (JsonNode provider : input.path("capacityProviders")) {
            providers.add(CreateCapacityProviderRequest.builder()
                    .name(provider.path("name").asString(null))
                    .managedInstancesProvider(
                            provider.has("managedInstancesProvider")
                                    ? CreateManagedInstancesProviderConfiguration.builder()
                                            .build()
                                    : null)
                    .build());
        }
        return builder.capacityProviders(providers).build();
    }

    private static LaunchType launchType(JsonNode node) {
        return node.has("launchType") ? new LaunchType(node.get("launchType").asString()) : null;
    }

    private static List<CapacityProviderStrategyItem> strategy(JsonNode node) {
        List<CapacityProviderStrategyItem> items = new ArrayList<>();
        for (JsonNode item : node.path("capacityProviderStrategy")) {
            items.add(CapacityProviderStrategyItem.builder()
                    .capacityProvider(item.path("capacityProvider").asString(null))
                    .build());
        }
        return items;
    }
}
