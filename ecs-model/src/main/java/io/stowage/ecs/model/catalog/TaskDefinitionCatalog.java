package io.stowage.ecs.model.catalog;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.attributes.RequiredAttributes;
import io.stowage.ecs.model.cluster.Attribute;
import io.stowage.ecs.model.internal.plain.PlainJson;
import io.stowage.ecs.model.taskdef.RegisterTaskDefinitionRequest;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinitionBuilder;
import io.stowage.ecs.model.taskdef.TaskDefinitionStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Families of task definitions with their revisions, as an account has them in a region. Immutable: every change gives a new
 * catalogue and leaves this one as it is.
 *
 * <p>A revision is {@code ACTIVE} when it is registered, {@code INACTIVE} when it is deregistered, {@code DELETE_IN_PROGRESS} when
 * its deletion is asked for, and then gone; there is no way back. Numbers are never given twice, not even when all revisions of a
 * family are gone. A family alone means its latest {@code ACTIVE} revision. See
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-definition-state.html">task definition states</a>. That
 * a change holds at once is our rule; ECS allows itself ten minutes after a deregistration.
 */
public final class TaskDefinitionCatalog {
    private static final TaskDefinitionCatalog EMPTY = new TaskDefinitionCatalog(null, Map.of());

    private final @Nullable String account;
    private final Map<String, Family> families;

    private TaskDefinitionCatalog(@Nullable String account, Map<String, Family> families) {
        this.account = account;
        this.families = families;
    }

    /**
     * A catalogue without revisions, of no account in particular: ARNs of any account lead into it, and what is registered gets no
     * ARN.
     *
     * @return the empty catalogue
     */
    public static TaskDefinitionCatalog empty() {
        return EMPTY;
    }

    /**
     * A catalogue without revisions for one account: what is registered gets an ARN, and ARNs of others lead nowhere.
     *
     * @param partition for example {@code aws}
     * @param region for example {@code eu-central-1}
     * @param accountId twelve digits
     * @return an empty catalogue
     * @throws IllegalArgumentException if the three make no ARN
     */
    public static TaskDefinitionCatalog ofAccount(String partition, String region, String accountId) {
        String account = "arn:" + partition + ":ecs:" + region + ":" + accountId;
        if (TaskDefinitionReference.parse(account + ":task-definition/f")
                .filter(r -> account.equals(r.account()))
                .isEmpty()) {
            throw new IllegalArgumentException("no account of a region: " + account
                    + "; expected a partition such as aws, a region such as eu-central-1, and digits");
        }
        return new TaskDefinitionCatalog(account, Map.of());
    }

    /**
     * Adds a revision that exists, as describe-task-definition returns it. Without a status it is {@code ACTIVE}. One of the same
     * number is replaced.
     *
     * @param definition a task definition with family and revision
     * @return the catalogue with it
     * @throws IllegalArgumentException if family or revision are missing or impossible
     */
    public TaskDefinitionCatalog with(TaskDefinition definition) {
        String family = family(definition.family());
        if (definition.revision() == null || definition.revision() < 1) {
            throw new IllegalArgumentException(
                    "a revision of a catalogue has a number from 1, not " + definition.revision());
        }
        TaskDefinition known = definition.status() == null
                ? definition.toBuilder().status(TaskDefinitionStatus.ACTIVE).build()
                : definition;
        return replace(family, familyOf(family).with(definition.revision(), known));
    }

    /**
     * Says that a family once had more revisions than the catalogue holds.
     *
     * @param family the family
     * @param revision the highest number ever given
     * @return the catalogue that goes on from there; never from less than before
     * @throws IllegalArgumentException if the family is impossible or the revision negative
     */
    public TaskDefinitionCatalog withHighestRevision(String family, int revision) {
        if (revision < 0) {
            throw new IllegalArgumentException("a revision is not negative: " + revision);
        }
        return replace(family(family), familyOf(family).withHighest(revision));
    }

    /**
     * Registers a task definition: the next revision of its family, with what ECS adds to it. Equal content gives a new revision
     * too.
     *
     * @param request the input of register-task-definition
     * @param registeredAt the time to note; {@code null} for none
     * @return the new catalogue and the new revision as describe-task-definition would return it
     * @throws IllegalArgumentException if the family is missing or impossible
     */
    public CatalogChange register(RegisterTaskDefinitionRequest request, @Nullable Instant registeredAt) {
        return register(request, request.family(), registeredAt);
    }

    /**
     * Registers a task definition again, or one that was read without its request. What the service added to it is not taken over.
     *
     * @param definition the task definition
     * @param registeredAt the time to note; {@code null} for none
     * @return the new catalogue and the new revision
     * @throws IllegalArgumentException if the family is missing or impossible
     */
    public CatalogChange register(TaskDefinition definition, @Nullable Instant registeredAt) {
        return register(definition, definition.family(), registeredAt);
    }

    private CatalogChange register(EcsStructure input, @Nullable String written, @Nullable Instant registeredAt) {
        String name = family(written);
        Family family = familyOf(name);
        if (family.highest() == Integer.MAX_VALUE) {
            throw new IllegalArgumentException("the family " + name + " has no revision left");
        }
        int revision = family.highest() + 1;
        TaskDefinition registered = Registration.of(PlainJson.of(input))
                .revision(revision)
                .status(TaskDefinitionStatus.ACTIVE)
                .taskDefinitionArn(account == null ? null : account + ":task-definition/" + name + ":" + revision)
                .registeredAt(registeredAt)
                .build();
        return new CatalogChange(replace(name, family.with(revision, registered)), registered);
    }

    /**
     * Deregisters a revision: {@code ACTIVE} becomes {@code INACTIVE}.
     *
     * @param reference a family with its revision, or such an ARN
     * @param deregisteredAt the time to note; {@code null} for none
     * @return the new catalogue and the revision
     * @throws CatalogException if there is no such revision, the reference has none, or it is {@code INACTIVE} already
     */
    public CatalogChange deregister(String reference, @Nullable Instant deregisteredAt) {
        TaskDefinition definition = exact(reference);
        if (!TaskDefinitionStatus.ACTIVE.equals(definition.status())) {
            throw new CatalogException(
                    CatalogError.INACTIVE,
                    reference + " is " + definition.status() + "; only ACTIVE ones are deregistered");
        }
        return changed(
                definition.toBuilder().status(TaskDefinitionStatus.INACTIVE).deregisteredAt(deregisteredAt));
    }

    /**
     * Asks for the deletion of a revision: {@code INACTIVE} becomes {@code DELETE_IN_PROGRESS}; asking again changes nothing.
     *
     * @param reference a family with its revision, or such an ARN
     * @param deleteRequestedAt the time to note; {@code null} for none
     * @return the new catalogue and the revision
     * @throws CatalogException if there is no such revision, the reference has none, or it is still {@code ACTIVE}
     */
    public CatalogChange delete(String reference, @Nullable Instant deleteRequestedAt) {
        TaskDefinition definition = exact(reference);
        if (TaskDefinitionStatus.DELETE_IN_PROGRESS.equals(definition.status())) {
            return new CatalogChange(this, definition);
        }
        if (!TaskDefinitionStatus.INACTIVE.equals(definition.status())) {
            throw new CatalogException(
                    CatalogError.NOT_DEREGISTERED,
                    reference + " is " + definition.status() + "; deregister it before deleting it");
        }
        return changed(definition.toBuilder()
                .status(TaskDefinitionStatus.DELETE_IN_PROGRESS)
                .deleteRequestedAt(deleteRequestedAt));
    }

    /**
     * Completes a deletion, which ECS does when no task, deployment or task set uses the revision any more; to know that is the
     * matter of the caller.
     *
     * @param reference a family with its revision, or such an ARN
     * @return the catalogue without it, and the revision as it last was
     * @throws CatalogException if there is no such revision, the reference has none, or its deletion was not asked for
     */
    public CatalogChange completeDeletion(String reference) {
        TaskDefinition definition = exact(reference);
        if (!TaskDefinitionStatus.DELETE_IN_PROGRESS.equals(definition.status())) {
            throw new CatalogException(
                    CatalogError.NOT_DELETED,
                    reference + " is " + definition.status() + "; only DELETE_IN_PROGRESS can be completed");
        }
        String name = family(definition.family());
        return new CatalogChange(replace(name, familyOf(name).without(revision(definition))), definition);
    }

    /**
     * Looks up a reference.
     *
     * @param reference {@code family}, {@code family:revision}, or an ARN with or without a revision
     * @param operation what it is for
     * @return the task definition, or what is in the way
     */
    public CatalogLookup find(String reference, CatalogOperation operation) {
        Optional<TaskDefinitionReference> parsed = TaskDefinitionReference.parse(reference);
        if (parsed.isEmpty()) {
            return CatalogLookup.failed(
                    CatalogError.INVALID_REFERENCE,
                    "\"" + reference
                            + "\" names no task definition; expected a family, family:revision with a revision from 1,"
                            + " or the ARN of a task definition");
        }
        Family family = families.get(parsed.get().family());
        if (family == null || isOfOther(parsed.get())) {
            return CatalogLookup.failed(CatalogError.NOT_FOUND, "there is no family of " + reference);
        }
        Integer revision = parsed.get().revision();
        if (revision == null) {
            return family.latestActive()
                    .map(CatalogLookup::of)
                    .orElseGet(() -> CatalogLookup.failed(
                            CatalogError.NO_ACTIVE_REVISION, "no revision of " + reference + " is ACTIVE"));
        }
        TaskDefinition found = family.revisions().get(revision);
        if (found == null) {
            return CatalogLookup.failed(
                    CatalogError.NOT_FOUND,
                    "there is no " + reference + "; revisions are "
                            + family.revisions().keySet());
        }
        if (operation.needsActive() && !TaskDefinitionStatus.ACTIVE.equals(found.status())) {
            return CatalogLookup.failed(
                    CatalogError.INACTIVE,
                    reference + " is " + found.status() + "; nothing new can be started from it");
        }
        return CatalogLookup.of(found);
    }

    private boolean isOfOther(TaskDefinitionReference reference) {
        return account != null && reference.account() != null && !account.equals(reference.account());
    }

    private TaskDefinition exact(String reference) {
        Optional<TaskDefinitionReference> parsed = TaskDefinitionReference.parse(reference);
        if (parsed.isPresent() && parsed.get().revision() == null) {
            throw new CatalogException(
                    CatalogError.INVALID_REFERENCE,
                    "\"" + reference + "\" has no revision; family:revision was expected");
        }
        return find(reference, CatalogOperation.DESCRIBE).orThrow();
    }

    /**
     * The families that have or had revisions.
     *
     * @return sorted; unmodifiable
     */
    public Set<String> families() {
        return families.keySet();
    }

    /**
     * The revisions of a family.
     *
     * @param family the family
     * @return by ascending number, whatever their status; empty if there is none; unmodifiable
     */
    public List<TaskDefinition> revisions(String family) {
        return List.copyOf(familyOf(family).revisions().values());
    }

    /**
     * The highest number that the family ever had.
     *
     * @param family the family
     * @return 0 if it never had one
     */
    public int highestRevision(String family) {
        return familyOf(family).highest();
    }

    private Family familyOf(String name) {
        return families.getOrDefault(name, Family.NEW);
    }

    private CatalogChange changed(TaskDefinitionBuilder changed) {
        TaskDefinition definition = changed.build();
        String name = family(definition.family());
        return new CatalogChange(replace(name, familyOf(name).with(revision(definition), definition)), definition);
    }

    private TaskDefinitionCatalog replace(String name, Family family) {
        return new TaskDefinitionCatalog(account, Family.put(families, name, family));
    }

    private static int revision(TaskDefinition definition) {
        Integer revision = definition.revision();
        if (revision == null) {
            throw new IllegalStateException("a revision of the catalogue lost its number");
        }
        return revision;
    }

    private static String family(@Nullable String name) {
        if (name == null || !TaskDefinitionReference.isFamily(name)) {
            throw new IllegalArgumentException(
                    "the family of a task definition has 1 to 255 letters, digits, hyphens and" + " underscores; found "
                            + (name == null ? "none" : "\"" + name + "\""));
        }
        return name;
    }

    /** What ECS makes of the input of register-task-definition. */
    private static final class Registration {
        private Registration() {}

        static TaskDefinitionBuilder of(Map<String, @Nullable Object> input) {
            input.remove("tags");
            TaskDefinitionDefaults.writeSizesAsNumbers(input);
            TaskDefinitionDefaults.fill(input, false);
            TaskDefinition definition = PlainJson.taskDefinition(input);
            return definition.toBuilder()
                    .compatibilities(Compatibilities.of(definition))
                    .deregisteredAt(null)
                    .deleteRequestedAt(null)
                    .registeredBy(null)
                    .requiresAttributes(RequiredAttributes.of(definition).names().stream()
                            .map(name -> Attribute.builder().name(name).build())
                            .toList());
        }
    }
}
