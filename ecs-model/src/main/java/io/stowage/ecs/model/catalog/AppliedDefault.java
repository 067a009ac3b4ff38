package io.stowage.ecs.model.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A member that was not written, and the value it has nevertheless.
 *
 * @param pointer the JSON pointer of the member in the task definition as it was written
 * @param value the value as plain JSON: {@code String}, {@code Number}, {@code Boolean}, a list or a map
 * @param supplier who supplies it
 * @param described whether describe-task-definition writes it out; otherwise ECS only means it
 */
public record AppliedDefault(String pointer, @Nullable Object value, DefaultSupplier supplier, boolean described) {}
