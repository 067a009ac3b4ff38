package io.stowage.ecs.placement.snapshot;

import java.util.AbstractMap;
import java.util.HashMap;
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

    /** The first object that was equal to this one. */
    @SuppressWarnings("unchecked") // equal records are of one class
    private <T> T of(T object) {
        Object first = known.putIfAbsent(object, object);
        return first == null ? object : (T) first;
    }

    InstanceSnapshot instance(InstanceSnapshot instance) {
        InstanceResources registered = of(instance.registered());
        return new InstanceSnapshot(
                instance.id(),
                of(instance.status()),
                instance.agentConnected(),
                ofNullable(instance.agentVersion()),
                instance.ec2InstanceId(),
                instance.registeredAt(),
                ofNullable(instance.capacityProvider()),
                attributes(instance.attributes()),
                registered,
                instance.remaining().equals(registered) ? registered : instance.remaining(),
                of(instance.reservedPorts()),
                of(instance.takenPorts()),
                instance.runningTasksCount());
    }

    private @Nullable String ofNullable(@Nullable String text) {
        return text == null ? null : of(text);
    }

    private Map<String, String> attributes(Map<String, String> attributes) {
        Attributes own = attributes instanceof Attributes known ? known : new Attributes(attributes);
        Attributes first = of(own);
        // Maps are equal in any order, and an instance keeps the order in which its attributes were given.
        return isInOrderOf(first, own) ? first : own;
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
