package io.stowage.ecs.model.internal.json;

import io.stowage.ecs.model.json.JsonTree;
import org.jspecify.annotations.Nullable;

/** Reads one text into a located tree; what is wrong with it becomes findings, never an exception. */
sealed interface TextReader permits TreeReader, YamlTreeReader {
    /**
     * The one value of the text; null if there is none. Reading stops at the first place where the text breaks the rules of its
     * language, since what stands behind it could mean anything: a finding says why, {@link #broken} is true, and the value is
     * what came before.
     */
    @Nullable
    JsonTree read();

    /** Whether the text broke the rules of its language, or was more than the limits allow. */
    boolean broken();
}
