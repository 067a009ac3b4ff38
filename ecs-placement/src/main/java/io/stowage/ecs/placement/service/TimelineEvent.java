package io.stowage.ecs.placement.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a simulation, and why. Immutable.
 *
 * @param number its place on the timeline, from 1
 * @param at when
 * @param name what kind of thing it is: ECS's own event name where it has one, as in {@code SERVICE_STEADY_STATE}, ours elsewhere
 * @param service the service; {@code null} for what happens to instances
 * @param message one line; ECS's own text where it has one
 * @param why the reasons of the decision, with the numbers; unmodifiable
 * @param numbers how the service stands right after it, in a fixed order; empty where it is not about a service; unmodifiable
 * @param tasks the ids of the tasks; unmodifiable
 * @param containerInstance the id of the instance; {@code null} if it is about none
 */
public record TimelineEvent(
        int number,
        Instant at,
        String name,
        @Nullable String service,
        String message,
        List<String> why,
        Map<String, Long> numbers,
        List<String> tasks,
        @Nullable String containerInstance) {
    /** Copies the lists. */
    public TimelineEvent {
        why = List.copyOf(why);
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
        tasks = List.copyOf(tasks);
    }

    /**
     * The event as text: time, name, message, and a line for each reason.
     *
     * @return one or more lines without a last line break
     */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add(at + " " + name + " " + message);
        why.forEach(reason -> lines.add("    because " + reason));
        return String.join("\n", lines);
    }
}
