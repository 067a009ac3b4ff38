package io.stowage.ecs.placement.snapshot;

import io.stowage.ecs.model.cluster.ContainerInstance;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes snapshots of described instances while going over their text. It gives what {@link InstanceReader} would. */
final class InstanceStream {
    private static final Shape SHAPE = Shape.of(ContainerInstance.class);
    private static final Shape ATTRIBUTE = SHAPE.member("attributes").inner();
    private static final Shape VERSION = SHAPE.member("versionInfo");

    private final TextTable texts;
    private final KnownAttributes known = new KnownAttributes();
    private final RepeatedList attributes = new RepeatedList();
    private final ResourceStream registered;
    private final ResourceStream remaining;
    private final Consumer<InstanceSnapshot> to;

    private final StructureScanner.Members members = this::member;
    private final StructureScanner.Members versionMembers = this::versionMember;
    private final StructureScanner.Members attributeMembers = this::attributeMember;
    private final RepeatedList.Element attribute = this::attribute;

    private final KnownAttributes.Attributes noAttributes;
    private StructureScanner structures;
    private KnownAttributes.Attributes given;
    private @Nullable String arn;
    private @Nullable String ec2InstanceId;
    private String status = "ACTIVE";
    private boolean agentConnected = true;
    private @Nullable String agentVersion;
    private @Nullable Instant registeredAt;
    private @Nullable String capacityProvider;
    private boolean hasRegistered;
    private boolean hasRemaining;
    private int runningTasksCount;
    private @Nullable String attributeName;
    private @Nullable String attributeValue;

    /** Prepares reading instances of one cluster. */
    InstanceStream(StructureScanner structures, TextTable texts, Consumer<InstanceSnapshot> to) {
        this.structures = structures;
        this.texts = texts;
        this.to = to;
        Map<TakenPorts, TakenPorts> ports = new HashMap<>();
        this.registered = new ResourceStream(texts, ports);
        this.remaining = new ResourceStream(texts, ports);
        this.noAttributes = known.of(new RepeatedList());
        this.given = noAttributes;
    }

    /** Goes on in another document. */
    void goOn(StructureScanner scanner) {
        structures = scanner;
    }

    /** Reads an instance. */
    void read() {
        given = noAttributes;
        arn = null;
        ec2InstanceId = null;
        status = "ACTIVE";
        agentConnected = true;
        agentVersion = null;
        registeredAt = null;
        capacityProvider = null;
        hasRegistered = false;
        hasRemaining = false;
        runningTasksCount = 0;
        structures.structure(SHAPE, members);
        to.accept(made());
    }

    private InstanceSnapshot made() {
        String id = arn == null ? ec2InstanceId : arn;
        if (id == null || !hasRegistered) {
            throw new Unsure();
        }
        ResourceStream left = hasRemaining && !remaining.isEmpty() ? remaining : registered;
        return new InstanceSnapshot(
                id,
                status,
                agentConnected,
                agentVersion,
                ec2InstanceId,
                registeredAt,
                capacityProvider,
                given.map(),
                registered.resources(given.interfaces()),
                left.resources(given.interfaces()),
                registered.ports(),
                left.ports(),
                Math.max(0, runningTasksCount));
    }

    private boolean member(String member) {
        switch (member) {
            case "containerInstanceArn" -> arn = structures.text();
            case "ec2InstanceId" -> ec2InstanceId = structures.text();
            case "status" -> status = structures.text(texts);
            case "agentConnected" -> agentConnected = structures.json().bool();
            case "versionInfo" -> structures.structure(VERSION, versionMembers);
            case "registeredAt" -> registeredAt = structures.time();
            case "capacityProviderName" -> capacityProvider = structures.text(texts);
            case "attributes" -> {
                attributes.read(structures.json(), attribute);
                given = known.of(attributes);
            }
            case "registeredResources" -> {
                registered.read(structures);
                hasRegistered = true;
            }
            case "remainingResources" -> {
                remaining.read(structures);
                hasRemaining = true;
            }
            case "runningTasksCount" -> runningTasksCount = structures.integer();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean versionMember(String member) {
        if (!member.equals("agentVersion")) {
            return false;
        }
        agentVersion = structures.text(texts);
        return true;
    }

    private void attribute() {
        attributeName = null;
        attributeValue = null;
        structures.structure(ATTRIBUTE, attributeMembers);
        attributes.add(attributeName, attributeValue, 0);
    }

    private boolean attributeMember(String member) {
        switch (member) {
            case "name" -> attributeName = structures.text(texts);
            case "value" -> attributeValue = structures.text(texts);
            default -> {
                return false;
            }
        }
        return true;
    }
}
