package io.stowage.ecs.model.attributes;

import java.util.List;

/**
 * An attribute that an instance must have; its value does not matter.
 *
 * @param name the name, for example {@code ecs.capability.task-eni}
 * @param askedBy JSON pointers to what asks for it, in the order of the task definition, for example {@code /networkMode}; one
 *     that begins with {@code /request} leads into the service or the request. Never empty
 * @param provider what makes an instance have it
 */
public record RequiredAttribute(String name, List<String> askedBy, AttributeProvider provider) {
    /** Copies the list. */
    public RequiredAttribute {
        askedBy = List.copyOf(askedBy);
    }
}
