package io.stowage.ecs.model.catalog;

import io.stowage.ecs.model.taskdef.Compatibility;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import java.util.ArrayList;
import java.util.List;

/**
 * The launch types that ECS lists in {@code compatibilities}, by what real answers show: {@code EC2} always, {@code EXTERNAL}
 * outside of {@code awsvpc}, {@code FARGATE} in {@code awsvpc} with both sizes, managed instances in {@code awsvpc} and {@code
 * host}. ECS looks at more members than these; whether each of them suits a launch type is the matter of a validator.
 */
final class Compatibilities {
    private Compatibilities() {}

    static List<Compatibility> of(TaskDefinition definition) {
        NetworkMode mode = definition.effectiveNetworkMode();
        boolean awsvpc = mode.equals(NetworkMode.AWSVPC);
        List<Compatibility> compatible = new ArrayList<>();
        if (!awsvpc) {
            compatible.add(Compatibility.EXTERNAL);
        }
        compatible.add(Compatibility.EC2);
        if (awsvpc || mode.equals(NetworkMode.HOST)) {
            compatible.add(Compatibility.MANAGED_INSTANCES);
        }
        if (awsvpc && definition.cpu() != null && definition.memory() != null) {
            compatible.add(Compatibility.FARGATE);
        }
        return compatible;
    }
}
