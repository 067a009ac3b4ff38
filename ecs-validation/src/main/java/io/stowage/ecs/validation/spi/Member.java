package io.stowage.ecs.validation.spi;

import org.jspecify.annotations.Nullable;

/**
 * A member of a structure, given as a reference to the accessor of its record component: {@code ContainerDefinition::cpu}. The
 * name on the wire is found from that reference, so no rule writes it.
 *
 * @param <T> the structure, a record
 * @param <R> the type of the member
 */
@FunctionalInterface
public interface Member<T, R> {
    /**
     * Reads the member.
     *
     * @param structure the structure
     * @return what the record holds; null if it is absent
     */
    @Nullable
    R of(T structure);
}
