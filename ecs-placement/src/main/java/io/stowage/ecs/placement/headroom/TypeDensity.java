package io.stowage.ecs.placement.headroom;

import io.stowage.ecs.model.instancetype.InstanceType;
import java.util.List;

/**
 * How many tasks fit on an empty instance of a type.
 *
 * @param type the type
 * @param registeredMemoryMib the memory that an instance of the type registers, in MiB
 * @param densities one for each networking that was asked for, in that order; unmodifiable
 */
public record TypeDensity(InstanceType type, long registeredMemoryMib, List<Density> densities) {
    /** Copies the list. */
    public TypeDensity {
        densities = List.copyOf(densities);
    }

    /**
     * The density of one networking.
     *
     * @param networking one that was asked for
     * @return the density
     * @throws IllegalArgumentException if it was not asked for
     */
    public Density density(Networking networking) {
        return densities.stream()
                .filter(density -> density.networking() == networking)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(networking + " was not asked for"));
    }
}
