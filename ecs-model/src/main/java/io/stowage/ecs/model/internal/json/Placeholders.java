package io.stowage.ecs.model.internal.json;

import io.stowage.ecs.model.internal.json.RecordShape.Kind;
import io.stowage.ecs.model.json.JsonTree;
import io.stowage.ecs.model.json.JsonTree.JsonArray;
import io.stowage.ecs.model.json.JsonTree.JsonObject;
import io.stowage.ecs.model.json.JsonTree.JsonString;
import io.stowage.ecs.model.json.JsonTree.Member;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Recognises values that somebody else will fill in: shell and template variables, and the intrinsic functions of templates. */
final class Placeholders {
    /**
     * {@code ${VAR}}, {@code $VAR}, {@code {{ … }}}, {@code #{…}}, {@code <NAME>}, {@code %NAME%}, {@code @NAME@}, {@code ((name))},
     * {@code __NAME__} and the {@code %s} and {@code %d} of format strings, anywhere in the text.
     */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$\\{|\\$[A-Za-z_]|\\{\\{|#\\{|<[^<>]+>|%[A-Za-z_]+%|@[A-Z_]+@|"
                    + "\\(\\([^()]+\\)\\)|__[A-Za-z]\\w*__|%[sd]");

    private Placeholders() {}

    static boolean isPlaceholder(String text) {
        return PLACEHOLDER.matcher(text).find();
    }

    /** Whether the value is {@code {"Ref": …}} or {@code {"Fn::…": …}}. */
    static boolean isIntrinsic(JsonTree tree) {
        if (!(tree instanceof JsonObject object) || object.members().size() != 1) {
            return false;
        }
        String name = object.members().keySet().iterator().next();
        return name.equals("Ref") || name.startsWith("Fn::");
    }

    /** The value as the short tag of a template means it: {@code !Ref x} is {@code {"Ref": x}}; other tags change nothing. */
    static JsonTree untagged(String tag, JsonTree value) {
        if (tag.length() < 2 || tag.charAt(0) != '!') {
            return value;
        }
        String name = tag.substring(1);
        JsonTree held = value;
        if (name.equals("GetAtt")
                && value instanceof JsonString path
                && path.text().contains(".")) {
            int dot = path.text().indexOf('.');
            held = new JsonArray(
                    value.offset(),
                    List.of(
                            new JsonString(value.offset(), path.text().substring(0, dot)),
                            new JsonString(value.offset(), path.text().substring(dot + 1))));
        }
        String member = name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
        return new JsonObject(value.offset(), Map.of(member, new Member(value.offset(), held)));
    }

    /** Whether a placeholder keeps a value of that kind from being known; a string may hold one as it is. */
    static boolean hides(JsonTree tree, Kind kind) {
        return kind != Kind.STRING
                && kind != Kind.ENUM
                && tree instanceof JsonString string
                && isPlaceholder(string.text());
    }
}
