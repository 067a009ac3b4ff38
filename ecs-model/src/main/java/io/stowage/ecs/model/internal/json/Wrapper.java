package io.stowage.ecs.model.internal.json;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a kind of structure is wrapped in a document.
 *
 * @param what what messages call it
 * @param singles members that hold one
 * @param lists members that hold a list of them
 * @param signs members one of which a bare one has
 * @param bareList the member that a bare list stands for; null if a bare list holds the structures themselves
 */
public record Wrapper(
        String what,
        Set<String> singles,
        Set<String> lists,
        Set<String> signs,
        @Nullable String bareList) {}
