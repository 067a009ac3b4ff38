package io.stowage.ecs.placement.headroom;

import io.stowage.ecs.model.agent.AgentConfig;
import io.stowage.ecs.model.agent.AgentDefaults;
import io.stowage.ecs.model.agent.InstanceSetup;
import io.stowage.ecs.model.agent.RegistrationException;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.instancetype.InstanceType;
import io.stowage.ecs.model.instancetype.InstanceTypes;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.List;

/** Instances that do not exist yet: of a type, just registered, with nothing on them. */
public final class EmptyInstances {
    private static final AgentConfig EVERYTHING_ON = AgentConfig.parse(
            SourceText.of("", "ECS_ENABLE_GPU_SUPPORT=true\nECS_ENABLE_HIGH_DENSITY_ENI=true\n"),
            AgentDefaults.ECS_INIT);

    private EmptyInstances() {}

    /**
     * The configuration of the agent that is taken where none is given: that of the optimized Linux image, with GPUs on.
     *
     * @return the configuration
     */
    public static AgentConfig usualAgent() {
        return EVERYTHING_ON;
    }

    /**
     * The types of the catalogue that can be container instances.
     *
     * @return in the order of their names; unmodifiable
     */
    public static List<InstanceType> types() {
        return InstanceTypes.all().stream()
                .filter(type -> type.cpuArchitecture().isPresent())
                .toList();
    }

    /**
     * An instance of a type with the usual agent. Its memory is estimated, see {@link InstanceType#registeredMemoryMib()}.
     *
     * @param type the type
     * @param zone the Availability Zone
     * @param trunking whether it has a trunk interface, where its type supports that
     * @return the instance; its id is the name of its type
     */
    public static InstanceSnapshot of(InstanceType type, String zone, boolean trunking) {
        InstanceSetup setup = InstanceSetup.of(type, zone, EVERYTHING_ON);
        return of(trunking ? setup.withTrunking() : setup);
    }

    /**
     * An instance of a setup.
     *
     * @param setup type, zone, agent and so on
     * @return the instance; its id is the name of its type
     * @throws RegistrationException if an instance with this setup never registers
     */
    public static InstanceSnapshot of(InstanceSetup setup) {
        return InstanceSnapshot.of(setup.containerInstance(setup.type().name()));
    }
}
