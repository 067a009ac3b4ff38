package io.stowage.ecs.model.catalog;

import io.stowage.ecs.model.internal.plain.PlainJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Walks over two plain trees side by side. One object for one comparison. */
final class ContentComparison {
    private final List<ContentDifference> differences = new ArrayList<>();

    List<ContentDifference> compare(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        members(before, after, "");
        return List.copyOf(differences);
    }

    private void values(String name, @Nullable Object before, @Nullable Object after, String path) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before instanceof Map<?, ?> && after instanceof Map<?, ?>) {
            members(PlainJson.members(before), PlainJson.members(after), path);
        } else if (before instanceof List<?> one && after instanceof List<?> two) {
            lists(name, one, two, path);
        } else {
            differences.add(new ContentDifference(path, before, after));
        }
    }

    private void members(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after, String path) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            values(name, before.get(name), after.get(name), path + "/" + escaped(name));
        }
    }

    private void lists(String name, List<?> before, List<?> after, String path) {
        List<String> keysBefore = KeyedLists.keys(name, before);
        List<String> keysAfter = KeyedLists.keys(name, after);
        if (keysBefore == null || keysAfter == null) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                values("", at(before, i), at(after, i), path + "/" + i);
            }
            return;
        }
        List<String> stayed = keysBefore.stream().filter(keysAfter::contains).toList();
        List<String> order = keysAfter.stream().filter(keysBefore::contains).toList();
        if (!stayed.equals(order)) {
            differences.add(new ContentDifference(path, keysBefore, keysAfter));
        }
        Set<String> keys = new TreeSet<>(keysBefore);
        keys.addAll(keysAfter);
        for (String key : keys) {
            values(
                    "",
                    at(before, keysBefore.indexOf(key)),
                    at(after, keysAfter.indexOf(key)),
                    path + "/" + escaped(key));
        }
    }

    private static @Nullable Object at(List<?> list, int index) {
        return index < 0 || index >= list.size() ? null : list.get(index);
    }

    private static String escaped(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }
}
