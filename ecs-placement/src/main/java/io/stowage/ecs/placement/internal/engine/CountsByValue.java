package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.internal.index.PlacementIndex;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How many tasks of a group count on the instances that have an attribute, by its values. */
final class CountsByValue {
    private CountsByValue() {}

    /** A plug-in may ask in the middle of a decision, so this changes nothing, not even what classes differ in. */
    static Map<String, Long> of(
            String group, String attribute, Facts facts, PlacementIndex index, TallyNames names, Books books) {
        String fact = Facts.attribute(attribute);
        Map<String, Long> counts = new HashMap<>();
        if (facts.has(fact)) {
            Set<Integer> values = new HashSet<>();
            index.forEachValue(facts.dimension(fact), values::add);
            facts.forEachNumber(facts.dimension(fact), (value, number) -> {
                if (values.contains(number)) {
                    counts.put(value, 0L);
                }
            });
        } else {
            for (int place = 0; place < index.instances(); place++) {
                String value = books.node(index.at(place)).attributeValue(attribute);
                if (value != null) {
                    counts.put(value, 0L);
                }
            }
        }
        Integer tally = names.ofGroupIfAny(group);
        if (tally != null) {
            index.forEachCounted(tally, instance -> {
                String value = books.node(instance).attributeValue(attribute);
                if (value != null) {
                    counts.merge(value, (long) index.count(tally, instance), Long::sum);
                }
            });
        }
        return counts;
    }
}
