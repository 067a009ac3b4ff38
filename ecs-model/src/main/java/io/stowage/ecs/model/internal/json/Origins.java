package io.stowage.ecs.model.internal.json;

import io.stowage.ecs.model.json.JsonTree;
import io.stowage.ecs.model.json.JsonTree.JsonObject;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Where the value and the document it was read from go different ways: members that the document writes under another name, and
 * elements of lists that stayed unknown, which are not in the value and so do not count for its indexes.
 */
public final class Origins {
    private final Set<JsonTree> leftOut = Collections.newSetFromMap(new IdentityHashMap<>());
    private final IdentityHashMap<JsonTree, Map<String, String>> renamed = new IdentityHashMap<>();

    Origins() {}

    void leftOut(JsonTree element) {
        leftOut.add(element);
    }

    void renamed(JsonObject object, String name, String written) {
        renamed.computeIfAbsent(object, o -> new HashMap<>()).put(name, written);
    }

    boolean isLeftOut(JsonTree element) {
        return leftOut.contains(element);
    }

    /** The name under which the document has the member. */
    String writtenName(JsonObject object, String name) {
        return renamed.getOrDefault(object, Map.of()).getOrDefault(name, name);
    }
}
