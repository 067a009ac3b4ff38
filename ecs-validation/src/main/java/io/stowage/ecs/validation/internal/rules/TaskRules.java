package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.RUN_TASK;
import static io.stowage.ecs.validation.internal.rules.Places.SERVICE;
import static io.stowage.ecs.validation.internal.rules.Places.TASK;
import static io.stowage.ecs.validation.spi.Rule.error;
import static io.stowage.ecs.validation.spi.Rule.warning;
import static java.util.function.Predicate.not;

import io.stowage.ecs.model.OpenEnum;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.catalog.TaskDefinitionReference;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.task.RunTaskRequest;
import io.stowage.ecs.model.taskdef.Compatibility;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.IpcMode;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.PidMode;
import io.stowage.ecs.model.taskdef.RegisterTaskDefinitionRequest;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinitionStatus;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.input.KnownRevision;
import io.stowage.ecs.validation.internal.tables.KnownBounds;
import io.stowage.ecs.validation.internal.tables.KnownNames;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Section 1 of the catalogue: the family, what a task definition consists of, references to revisions; tags are in {@link TagRules}. */
final class TaskRules {
    private static final long FAMILY_LENGTH =
            KnownBounds.of("family-characters").max();
    private static final long CONTAINERS = KnownBounds.of("containers").max();
    private static final long BYTES = KnownBounds.of("task-definition-bytes").max();

    private static final List<String> INPUT_MEMBERS = inputMembers();

    private static final List<Place<String>> REFERENCES = List.of(
            SERVICE.member(CreateServiceRequest::taskDefinition), RUN_TASK.member(RunTaskRequest::taskDefinition));

    static final RuleGroup GROUP = new RuleGroup("1. Task definition: family, structure, tags", rules());

    private TaskRules() {}

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(ofFamilies());
        rules.addAll(ofStructure());
        rules.addAll(ofMembers());
        rules.addAll(ofReferences());
        rules.addAll(TagRules.rules());
        return rules;
    }

    private static List<Rule> ofFamilies() {
        return List.of(
                error("family.required")
                        .summary("The task definition has no `family`, or an empty one.")
                        .source("API:RegisterTaskDefinitionRequest.family")
                        .in(TASK)
                        .whenAbsent(TaskDefinition::family)
                        .message("The task definition has no `family`; revisions are counted within one.")
                        .fix("Add a `family`."),
                error("family.too-long")
                        .summary("The `family` has too many characters.")
                        .source("API:RegisterTaskDefinitionRequest.family")
                        .in(TASK)
                        .when(TaskDefinition::family, family -> Words.length(family) > FAMILY_LENGTH)
                        .with("length", task -> Words.length(task.get(TaskDefinition::family)))
                        .message("`family` has {length} characters, and ECS takes at most " + FAMILY_LENGTH + ".")
                        .fix("Shorten the name."),
                error("family.invalid-characters")
                        .summary("The `family` has a character other than letters of ASCII, digits, hyphen and"
                                + " underscore.")
                        .source("API:RegisterTaskDefinitionRequest.family")
                        .in(TASK)
                        .when(
                                TaskDefinition::family,
                                family -> Words.indexOfFirstOutside(family, Words::isOfNames) >= 0)
                        .with(
                                "character",
                                task -> Words.firstOutside(task.get(TaskDefinition::family), Words::isOfNames))
                        .message("`family` is \"{value}\", and {character} may not be in it: only letters, digits,"
                                + " hyphens and underscores.")
                        .fix("Remove the character; a revision is never part of the family."));
    }

    private static List<Rule> ofStructure() {
        return List.of(
                error("task.no-containers")
                        .summary("The task definition has no container definitions.")
                        .source("API:RegisterTaskDefinitionRequest.containerDefinitions")
                        .in(TASK)
                        .whenAbsent(TaskDefinition::containerDefinitions)
                        .message("The task definition has no container, so there is nothing to run.")
                        .fix("Add a container definition."),
                error("task.too-many-containers")
                        .summary("The task definition has more containers than the quota, which cannot be raised.")
                        .source("DOC:service-quotas")
                        .in(TASK)
                        .whenMoreThan(TaskDefinition::containerDefinitions, CONTAINERS)
                        .message("The task definition has {count} containers, and ECS takes at most {max}.")
                        .fix("Split the task, or put what sidecars do into fewer of them."),
                error("task.too-large")
                        .summary("The task definition as compact JSON in UTF-8 is larger than the quota.")
                        .source("DOC:service-quotas; OUR")
                        .in(TASK)
                        .whenHere(task -> JsonSize.atMost(task.get()) > BYTES && JsonSize.of(task.get()) > BYTES)
                        .with("bytes", task -> JsonSize.of(task.get()))
                        .message("The task definition is {bytes} bytes of JSON, and ECS takes at most " + BYTES + ".")
                        .fix("Move variables into `environmentFiles`, or shorten commands."),
                error("task.no-essential-container")
                        .summary("No container is essential; one that does not say so is.")
                        .source("API:ContainerDefinition.essential; LINT:E3042")
                        .in(TASK)
                        .needing(TaskDefinition::containerDefinitions)
                        .whenAt(
                                TaskDefinition::containerDefinitions,
                                task -> task.each(TaskDefinition::containerDefinitions).stream()
                                        .allMatch(container -> container.is(ContainerDefinition::essential, false)))
                        .message("Every container has `essential` false; a task lives as long as an essential one"
                                + " does.")
                        .fix("Remove `essential` from the main container, or set it to true."));
    }

    private static List<Rule> ofMembers() {
        return List.of(
                error("task.unknown-compatibility")
                        .summary("A required compatibility is none that ECS knows.")
                        .source("API:Compatibility")
                        .in(TASK.each(TaskDefinition::requiresCompatibilities))
                        .whenValue(not(OpenEnum::isKnown))
                        .message("\"{value}\" is no compatibility; upper and lower case count.")
                        .fix("Use " + KnownNames.oneOf(Compatibility.known()) + "."),
                error("task.unknown-network-mode")
                        .summary("The `networkMode` is none that ECS knows; the default is asked for by leaving it"
                                + " out.")
                        .source("API:NetworkMode")
                        .in(TASK)
                        .when(TaskDefinition::networkMode, not(OpenEnum::isKnown))
                        .message("`networkMode` is \"{value}\", which ECS does not know.")
                        .fix("Use " + KnownNames.oneOf(NetworkMode.known()) + ", or leave it out for the default."),
                error("task.unknown-pid-mode")
                        .summary("The `pidMode` is none that ECS knows.")
                        .source("API:PidMode")
                        .in(TASK)
                        .when(TaskDefinition::pidMode, not(OpenEnum::isKnown))
                        .message("`pidMode` is \"{value}\", which ECS does not know.")
                        .fix("Use " + KnownNames.oneOf(PidMode.known())
                                + ", or leave it out: then each container has processes of its own."),
                error("task.unknown-ipc-mode")
                        .summary("The `ipcMode` is none that ECS knows.")
                        .source("API:IpcMode")
                        .in(TASK)
                        .when(TaskDefinition::ipcMode, not(OpenEnum::isKnown))
                        .message("`ipcMode` is \"{value}\", which ECS does not know.")
                        .fix("Use " + KnownNames.oneOf(IpcMode.known()) + ", or leave it out."),
                warning("task.read-only-property")
                        .summary("A member is there that describe-task-definition answers and register-task-definition"
                                + " does not take. The command line and the SDKs refuse it; some deployment"
                                + " tools drop it.")
                        .source("API:TaskDefinition against RegisterTaskDefinitionRequest;"
                                + " ISSUE:aws-actions/amazon-ecs-deploy-task-definition")
                        .in(TASK)
                        .whenAt(
                                TaskDefinition::compatibilities,
                                task -> !Presence.isAbsent(task.get().compatibilities()))
                        .whenPresent(TaskDefinition::deleteRequestedAt)
                        .whenPresent(TaskDefinition::deregisteredAt)
                        .whenPresent(TaskDefinition::registeredAt)
                        .whenPresent(TaskDefinition::registeredBy)
                        .whenAt(
                                TaskDefinition::requiresAttributes,
                                task -> !Presence.isAbsent(task.get().requiresAttributes()))
                        .whenPresent(TaskDefinition::revision)
                        .whenPresent(TaskDefinition::status)
                        .whenPresent(TaskDefinition::taskDefinitionArn)
                        .message("`{member}` is something that ECS answers, not something that"
                                + " register-task-definition takes.")
                        .fix("Delete `{member}` before registering."),
                error("task.unknown-property")
                        .summary("A member of the task definition is none that register-task-definition knows.")
                        .source("API:RegisterTaskDefinitionRequest")
                        .in(TASK)
                        .check((task, report) -> {
                            for (View<Object> unknown : task.unknownMembers()) {
                                if (!unknown.name().equalsIgnoreCase("tags")) {
                                    report.at(unknown).with("hint", Words.nearest(unknown.name(), INPUT_MEMBERS));
                                }
                            }
                        })
                        .message("`{member}` is no member of a task definition, so ECS refuses it.")
                        .fix("Remove it, or correct the spelling.{hint}"));
    }

    private static List<Rule> ofReferences() {
        return List.of(
                error("revision.inactive")
                        .summary("A service or run-task names a revision that is not active.")
                        .source("API:DeregisterTaskDefinition")
                        .in(REFERENCES)
                        .whenHere(reference -> {
                            KnownRevision revision = revision(reference);
                            return revision != null && !isActive(revision);
                        })
                        .with(
                                "revision",
                                reference -> View.<KnownRevision>orSilent(revision(reference))
                                                .family() + ":"
                                        + View.<KnownRevision>orSilent(revision(reference))
                                                .revision())
                        .with(
                                "status",
                                reference -> View.<KnownRevision>orSilent(revision(reference))
                                        .status())
                        .message("Revision {revision} is {status}; new services and tasks cannot use it.")
                        .fix("Name an active revision."),
                error("revision.not-found")
                        .summary("A service or run-task names a task definition that is not among the registered"
                                + " ones.")
                        .source("API:CreateServiceRequest.taskDefinition")
                        .in(REFERENCES)
                        .given(facts -> facts.root().has(EcsConfiguration::registeredTaskDefinitions))
                        .whenHere(reference -> !isBeingRegistered(reference) && revision(reference) == null)
                        .message("No registered task definition matches \"{value}\".")
                        .fix("Register it first, or correct the name."),
                error("revision.reference-format")
                        .summary("What a service or run-task names as its task definition is no reference to one.")
                        .source("API:CreateServiceRequest.taskDefinition")
                        .in(REFERENCES)
                        .whenHere(reference -> parsed(reference) == null)
                        .message("\"{value}\" names no task definition.")
                        .fix("Write `family`, `family:revision` with a revision of 1 or more, or the ARN."));
    }

    private static List<String> inputMembers() {
        List<String> names = new ArrayList<>(Arrays.stream(RegisterTaskDefinitionRequest.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
        names.remove("otherMembers");
        return names;
    }

    private static @Nullable TaskDefinitionReference parsed(View<String> reference) {
        String text = reference.get();
        Arn arn = Arn.parse(text);
        if (arn == null) {
            return TaskDefinitionReference.parse(text).orElse(null);
        }
        String prefix = "task-definition/";
        return arn.service().equals("ecs") && arn.resource().startsWith(prefix)
                ? TaskDefinitionReference.parse(arn.resource().substring(prefix.length()))
                        .orElse(null)
                : null;
    }

    /** The revision that a reference means: the one it names, or the newest active one, or where none is active the newest. */
    private static @Nullable KnownRevision revision(View<String> reference) {
        TaskDefinitionReference wanted = View.<TaskDefinitionReference>orSilent(parsed(reference));
        KnownRevision best = null;
        for (View<KnownRevision> known : reference.facts().root().each(EcsConfiguration::registeredTaskDefinitions)) {
            // One that is not wholly known may be the one that is meant.
            known.find(KnownRevision::family);
            known.find(KnownRevision::revision);
            known.find(KnownRevision::status);
            KnownRevision revision = known.get();
            boolean matches = wanted.family().equals(revision.family())
                    && (wanted.revision() == null || wanted.revision().equals(revision.revision()));
            if (matches && (best == null || isBefore(best, revision))) {
                best = revision;
            }
        }
        return best;
    }

    private static boolean isBefore(KnownRevision one, KnownRevision other) {
        if (isActive(one) != isActive(other)) {
            return isActive(other);
        }
        return number(one) < number(other);
    }

    private static int number(KnownRevision revision) {
        return revision.revision() == null ? 0 : revision.revision();
    }

    private static boolean isActive(KnownRevision revision) {
        return revision.status() == null || revision.status().equals(TaskDefinitionStatus.ACTIVE);
    }

    /** A task definition beside the service is about to be registered, so its family need not be there yet. */
    private static boolean isBeingRegistered(View<String> reference) {
        TaskDefinitionReference wanted = View.<TaskDefinitionReference>orSilent(parsed(reference));
        View<TaskDefinition> task = reference.facts().task();
        return task.isPresent() && task.is(TaskDefinition::family, wanted.family());
    }
}
