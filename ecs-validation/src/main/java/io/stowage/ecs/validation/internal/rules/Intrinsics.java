package io.stowage.ecs.validation.internal.rules;

import java.util.Map;

/** Recognises what a template computes among plain values. */
final class Intrinsics {
    private Intrinsics() {}

    /** Whether it is an object with one member, {@code Ref} or one that begins with {@code Fn::}. */
    static boolean isFunction(Object plain) {
        if (!(plain instanceof Map<?, ?> object) || object.size() != 1) {
            return false;
        }
        String name = String.valueOf(object.keySet().iterator().next());
        return name.equals("Ref") || name.startsWith("Fn::");
    }
}
