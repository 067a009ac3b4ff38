package io.stowage.ecs.validation.internal.rules;

import io.stowage.ecs.model.taskdef.RuntimePlatform;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.spi.Facts;

/** What a task definition says of its operating system, as opposed to what follows from it. */
final class Platforms {
    private Platforms() {}

    /** Whether the operating system is not written. On instances a task of Windows containers need not name it. */
    static boolean isNotWritten(Facts facts) {
        return facts.task().member(TaskDefinition::runtimePlatform).lacks(RuntimePlatform::operatingSystemFamily);
    }
}
