package io.stowage.ecs.validation.reader;

import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings services and run-task input together with their task definitions, where these stand in documents of their own. */
final class Joiner {
    /** What tools fill in that keep the name and size of a service elsewhere. */
    private static final List<String> KEPT_ELSEWHERE =
            List.of("taskDefinition", "serviceName", "cluster", "desiredCount");

    private final List<Draft> drafts;
    private final Map<String, String> pairs;
    private final Set<Draft> joined = new HashSet<>();

    /** The pairs are names of files: of a service, and of its task definition. */
    Joiner(Collection<Draft> drafts, Map<String, String> pairs) {
        this.drafts = List.copyOf(drafts);
        this.pairs = pairs;
    }

    /** The configurations: those that name a task definition with it, and each task definition that nobody names. */
    List<Draft> join() {
        List<Draft> definitions = drafts.stream()
                .filter(draft -> draft.isJoinable() && draft.isTaskDefinitionOnly())
                .toList();
        for (Draft draft : drafts) {
            if (draft.isJoinable()
                    && (draft.configuration().service() != null
                            || draft.configuration().runTask() != null)) {
                Draft definition = definitionOf(draft, definitions);
                if (definition != null) {
                    join(draft, definition);
                }
            }
        }
        List<Draft> left = new ArrayList<>(new LinkedHashSet<>(drafts));
        left.removeIf(joined::contains);
        return left;
    }

    private void join(Draft draft, Draft definition) {
        joined.add(definition);
        CreateServiceRequest service = draft.configuration().service();
        draft.set(draft.configuration().toBuilder()
                .taskDefinition(definition.configuration().taskDefinition())
                .service(service == null || service.taskDefinition() != null ? service : keptElsewhere(service))
                .build());
        draft.add(definition.parts());
    }

    private @Nullable Draft definitionOf(Draft draft, List<Draft> definitions) {
        String pair = pairs.get(draft.file());
        if (pair != null) {
            return only(definitions.stream()
                    .filter(definition -> definition.file().equals(pair))
                    .toList());
        }
        String named = draft.namedTaskDefinition();
        if (named == null) {
            CreateServiceRequest service = draft.configuration().service();
            boolean unknown = service == null || service.otherMembers().containsKey("taskDefinition");
            return unknown ? null : only(inFolderOf(draft, definitions));
        }
        String family = family(named);
        List<Draft> ofFamily = definitions.stream()
                .filter(definition -> family.equals(familyOf(definition)))
                .toList();
        Draft near = only(inFolderOf(draft, ofFamily));
        return near == null ? only(ofFamily) : near;
    }

    private static List<Draft> inFolderOf(Draft draft, List<Draft> definitions) {
        return definitions.stream()
                .filter(definition -> definition.folder().equals(draft.folder()))
                .toList();
    }

    private static @Nullable Draft only(List<Draft> candidates) {
        return candidates.size() == 1 ? candidates.get(0) : null;
    }

    private static @Nullable String familyOf(Draft definition) {
        TaskDefinition value = definition.configuration().taskDefinition();
        return value == null ? null : value.family();
    }

    /** The family in {@code web}, {@code web:7} and {@code arn:…:task-definition/web:7}. */
    private static String family(String reference) {
        String name = reference.substring(reference.lastIndexOf('/') + 1);
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    /** Deployers write these when they call ECS; that the file lacks them says nothing. */
    private static CreateServiceRequest keptElsewhere(CreateServiceRequest service) {
        Map<String, @Nullable Object> others = new LinkedHashMap<>(service.otherMembers());
        for (String name : KEPT_ELSEWHERE) {
            boolean absent = switch (name) {
                case "taskDefinition" -> service.taskDefinition() == null;
                case "serviceName" -> service.serviceName() == null;
                case "cluster" -> service.cluster() == null;
                default -> service.desiredCount() == null;
            };
            if (absent) {
                others.putIfAbsent(name, "${not given}");
            }
        }
        return service.toBuilder().otherMembers(others).build();
    }
}
