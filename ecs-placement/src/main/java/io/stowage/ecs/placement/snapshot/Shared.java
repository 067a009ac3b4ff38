package io.stowage.ecs.placement.snapshot;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets the instances and tasks of one cluster share what is equal of them. Instances of a group have the same attributes, the same size and
 * the same reserved ports, tasks of a service hold the same: of a large cluster nearly all is that.
 */
final class Shared {
    private final Map<Object, Object> known = new HashMap<>();
    /** What is known to be the first of its like; whoever reads many instances at once has mostly such already. */
    private final IdentityHashMap<Object, Boolean> firsts = new IdentityHashMap<>();

    /** The first object that was equal to this one. */
    @SuppressWarnings("unchecked") // equal records are of one class
    private <T> T of(T object) {
        if (firsts.containsKey(object)) {
            return object;
        }
        Object first = known.putIfAbsent(object, object);
        if (first == null) {
            firsts.put(object, Boolean.TRUE);
            return object;
        }
        return (T) first;
    }

    @SuppressWarnings("ReferenceEquality") // an instance that shares everything already can stay
    InstanceSnapshot instance(InstanceSnapshot instance) {
        InstanceResources registered = of(instance.registered());
        InstanceResources remaining = instance.remaining().equals(registered) ? registered : instance.remaining();
        String status = of(instance.status());
        String agentVersion = ofNullable(instance.agentVersion());
        String capacityProvider = ofNullable(instance.capacityProvider());
        Map<String, String> attributes = attributes(instance.attributes());
        TakenPorts reservedPorts = of(instance.reservedPorts());
        TakenPorts takenPorts = of(instance.takenPorts());
        if (registered == instance.registered()
                && remaining == instance.remaining()
                && status == instance.status()
                && agentVersion == instance.agentVersion()
                && capacityProvider == instance.capacityProvider()
                && attributes == instance.attributes()
                && reservedPorts == instance.reservedPorts()
                && takenPorts == instance.takenPorts()) {
            return instance;
        }
        return new InstanceSnapshot(
                instance.id(),
                status,
                instance.agentConnected(),
                agentVersion,
                instance.ec2InstanceId(),
                instance.registeredAt(),
                capacityProvider,
                attributes,
                registered,
                remaining,
                reservedPorts,
                takenPorts,
                instance.runningTasksCount());
    }

    private @Nullable String ofNullable(@Nullable String text) {
        return text == null ? null : of(text);
    }

    @SuppressWarnings("ReferenceEquality") // only to be quicker
    private Map<String, String> attributes(Map<String, String> attributes) {
        Attributes own = attributes instanceof Attributes known ? known : new Attributes(attributes);
        Attributes first = of(own);
        // Maps are equal in any order, and an instance keeps the order in which its attributes were given.
        return first == own || isInOrderOf(first, own) ? first : own;
    }

    private static boolean isInOrderOf(Attributes first, Attributes own) {
        Iterator<String> names = own.keySet().iterator();
        for (String name : first.keySet()) {
            if (!name.equals(names.next())) {
                return false;
            }
        }
        return true;
    }

    /** The task of an instance, in the words of the instance. */
    TaskSnapshot task(TaskSnapshot task, InstanceSnapshot instance) {
        return new TaskSnapshot(
                task.id(),
                instance.id(),
                ofNullable(task.group()),
                task.counted(),
                task.createdAt(),
                task.scaleInProtected(),
                ofNullable(task.capacityProvider()),
                of(task.held()));
    }

    /** Attributes that nobody can change, so that nobody copies them. */
    static final class Attributes extends AbstractMap<String, String> {
        private final Map<String, String> unmodifiable;

        Attributes(Map<String, String> unmodifiable) {
            this.unmodifiable = unmodifiable;
        }

        @Override
        public Set<Entry<String, String>> entrySet() {
            return unmodifiable.entrySet();
        }

        @Override
        public boolean containsKey(Object name) {
            return unmodifiable.containsKey(name);
        }

        @Override
        public @Nullable String get(Object name) {
            return unmodifiable.get(name);
        }
    }
}
