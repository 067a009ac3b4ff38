package io.stowage.ecs.validation.internal.rules;

import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.View;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The containers of a task that have a FireLens configuration: one routes logs, more are a mistake. */
record LogRouters(List<View<ContainerDefinition>> containers, Set<String> names) {
    /** Finds them; asked through {@link Facts#once}, so that it happens at most once. */
    static final Function<Facts, LogRouters> FIND = LogRouters::find;

    private static LogRouters find(Facts facts) {
        List<View<ContainerDefinition>> routers = facts.task().each(TaskDefinition::containerDefinitions).stream()
                .filter(container -> container.find(ContainerDefinition::firelensConfiguration) != null)
                .toList();
        Set<String> names = new TreeSet<>();
        for (View<ContainerDefinition> router : routers) {
            View<String> name = router.member(ContainerDefinition::name);
            if (name.isKnown() && name.isPresent()) {
                names.add(name.get());
            }
        }
        return new LogRouters(routers, names);
    }

    boolean isThere() {
        return !containers.isEmpty();
    }

    /** Whether the names of all of them are known. */
    boolean areNamed() {
        return containers.stream()
                .map(container -> container.member(ContainerDefinition::name))
                .allMatch(name -> name.isKnown() && name.isPresent());
    }
}
