package io.stowage.ecs.validation.internal.rules;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.json.EcsJson;

/** The JSON of a structure without the spaces and line ends that only people want, as limits count it. */
final class CompactJson {
    private CompactJson() {}

    static String of(EcsStructure structure) {
        String indented = EcsJson.write(structure);
        StringBuilder compact = new StringBuilder(indented.length());
        boolean inString = false;
        for (int i = 0; i < indented.length(); i++) {
            char c = indented.charAt(i);
            if (c == '"') {
                inString = !inString;
            } else if (c == '\\') {
                // What is escaped belongs to the string whatever it is.
                compact.append(c);
                c = indented.charAt(++i);
            }
            if (inString || c > ' ') {
                compact.append(c);
            }
        }
        return compact.toString();
    }
}
