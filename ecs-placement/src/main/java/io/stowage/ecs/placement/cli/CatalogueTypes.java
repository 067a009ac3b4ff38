package io.stowage.ecs.placement.cli;

import io.stowage.ecs.model.instancetype.InstanceType;
import io.stowage.ecs.placement.headroom.EmptyInstances;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Instance types by the names that options give. */
final class CatalogueTypes {
    private CatalogueTypes() {}

    /** The types that have one of the names; in a name, {@code *} stands for anything. */
    static List<InstanceType> named(String option, List<String> names) {
        List<InstanceType> all = EmptyInstances.types();
        List<InstanceType> found = new ArrayList<>();
        for (String name : names) {
            Pattern pattern = Pattern.compile("\\Q" + name.replace("\\E", "").replace("*", "\\E.*\\Q") + "\\E");
            List<InstanceType> matching = all.stream()
                    .filter(type -> pattern.matcher(type.name()).matches())
                    .toList();
            if (matching.isEmpty()) {
                throw new UnusableInputException(
                        option + " " + name + ": no instance type of that name is known" + family(all, name));
            }
            found.addAll(matching);
        }
        return found.stream().distinct().toList();
    }

    private static String family(List<InstanceType> all, String name) {
        String family = name.substring(0, Math.max(0, name.indexOf('.')));
        String members = all.stream()
                .filter(type -> type.family().equals(family))
                .map(InstanceType::name)
                .collect(Collectors.joining(", "));
        return members.isEmpty() ? "; for example m5.large or m5.* was expected" : "; there are " + members;
    }
}
