package io.stowage.ecs.validation.internal.rules;

import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.View;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the port mapping that a service means by a container and a port, or by a name. */
final class MappedPorts {
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,5})-([0-9]{1,5})");

    private static final Function<Facts, Named> BY_NAME = MappedPorts::named;

    private MappedPorts() {}

    private record Named(Map<String, View<PortMapping>> mappings, boolean complete) {}

    /**
     * The mapping of a container for a port; null if it has none, and the rule is silent if one of its mappings is not known.
     */
    static @Nullable View<PortMapping> of(View<ContainerDefinition> container, int port) {
        boolean complete = true;
        for (View<PortMapping> mapping : container.each(ContainerDefinition::portMappings)) {
            View<Integer> written = mapping.member(PortMapping::containerPort);
            View<String> range = mapping.member(PortMapping::containerPortRange);
            if (!written.isKnown() || !range.isKnown()) {
                complete = false;
            } else if (Integer.valueOf(port).equals(written.find()) || isWithin(range.find(), port)) {
                return mapping;
            }
        }
        return complete ? null : View.<View<PortMapping>>orSilent(null);
    }

    /** The mapping of that name; null if the task has none, and the rule is silent without a task definition or if that is not known. */
    static @Nullable View<PortMapping> named(Facts facts, String name) {
        facts.task().get();
        Named named = facts.once(BY_NAME);
        View<PortMapping> found = named.mappings().get(name);
        return found != null || named.complete() ? found : View.<View<PortMapping>>orSilent(null);
    }

    private static Named named(Facts facts) {
        Map<String, View<PortMapping>> mappings = new HashMap<>();
        boolean complete = true;
        for (View<ContainerDefinition> container : facts.task().each(TaskDefinition::containerDefinitions)) {
            if (!container.member(ContainerDefinition::portMappings).isKnown()) {
                complete = false;
                continue;
            }
            for (View<PortMapping> mapping : container.each(ContainerDefinition::portMappings)) {
                View<String> name = mapping.member(PortMapping::name);
                complete &= name.isKnown();
                if (name.isKnown() && name.isPresent()) {
                    mappings.putIfAbsent(name.get(), mapping);
                }
            }
        }
        return new Named(mappings, complete);
    }

    private static boolean isWithin(@Nullable String range, int port) {
        Matcher bounds = RANGE.matcher(range == null ? "" : range);
        return bounds.matches()
                && port >= Integer.parseInt(bounds.group(1))
                && port <= Integer.parseInt(bounds.group(2));
    }
}
