package io.stowage.ecs.validation.internal.rules;

import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.ContainerDependency;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.VolumeFrom;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which container waits for which: by {@code dependsOn}, by links and by {@code volumesFrom}. Names that are not known, that no
 * container has, or that are the container's own count for nothing.
 */
final class StartOrder {
    private final List<View<ContainerDefinition>> containers;
    private final List<List<Integer>> waitsFor = new ArrayList<>();

    StartOrder(View<TaskDefinition> task) {
        containers = task.each(TaskDefinition::containerDefinitions);
        Map<String, Integer> byName = new HashMap<>();
        for (int i = 0; i < containers.size(); i++) {
            View<String> name = containers.get(i).member(ContainerDefinition::name);
            if (name.isKnown() && name.isPresent()) {
                byName.putIfAbsent(name.get(), i);
            }
        }
        for (int i = 0; i < containers.size(); i++) {
            waitsFor.add(targets(i, byName));
        }
    }

    /** Whether a container may wait for another one at all; most do not, and then there is nothing to look for. */
    static boolean isPart(ContainerDefinition container) {
        return !container.dependsOn().isEmpty()
                || !container.links().isEmpty()
                || !container.volumesFrom().isEmpty();
    }

    private List<Integer> targets(int container, Map<String, Integer> byName) {
        View<ContainerDefinition> view = containers.get(container);
        List<Integer> targets = new ArrayList<>();
        for (String name : names(view)) {
            Integer target = byName.get(name);
            if (target != null && target != container) {
                targets.add(target);
            }
        }
        return targets;
    }

    private static List<String> names(View<ContainerDefinition> container) {
        List<String> names = new ArrayList<>();
        if (container.member(ContainerDefinition::dependsOn).isKnown()) {
            for (View<ContainerDependency> dependency : container.each(ContainerDefinition::dependsOn)) {
                addKnown(names, dependency.member(ContainerDependency::containerName));
            }
        }
        if (container.member(ContainerDefinition::links).isKnown()) {
            for (View<String> link : container.each(ContainerDefinition::links)) {
                if (link.isKnown() && link.isPresent()) {
                    names.add(ContainerRules.target(link.get()));
                }
            }
        }
        if (container.member(ContainerDefinition::volumesFrom).isKnown()) {
            for (View<VolumeFrom> from : container.each(ContainerDefinition::volumesFrom)) {
                addKnown(names, from.member(VolumeFrom::sourceContainer));
            }
        }
        return names;
    }

    private static void addKnown(List<String> names, View<String> name) {
        if (name.isKnown() && name.isPresent()) {
            names.add(name.get());
        }
    }

    /**
     * The shortest way round from the first container of the list that waits for itself by way of others.
     *
     * @return that container, the one it waits for, and so on up to itself again; empty if there is none
     */
    List<View<ContainerDefinition>> firstCycle() {
        boolean[] waits = onCycles();
        for (int i = 0; i < waits.length; i++) {
            if (waits[i]) {
                return wayBack(i);
            }
        }
        return List.of();
    }

    /**
     * Tarjan's strongly connected components, without recursion since a hostile document may have thousands of containers: a
     * container is on a cycle if its component has another one.
     */
    private boolean[] onCycles() {
        int count = containers.size();
        int[] index = new int[count];
        int[] lowest = new int[count];
        int[] next = new int[count];
        boolean[] onStack = new boolean[count];
        boolean[] onCycle = new boolean[count];
        Deque<Integer> component = new ArrayDeque<>();
        Deque<Integer> path = new ArrayDeque<>();
        int counter = 0;
        for (int root = 0; root < count; root++) {
            if (index[root] != 0) {
                continue;
            }
            path.push(root);
            while (!path.isEmpty()) {
                int at = path.peek();
                if (index[at] == 0) {
                    index[at] = ++counter;
                    lowest[at] = counter;
                    component.push(at);
                    onStack[at] = true;
                }
                if (next[at] < waitsFor.get(at).size()) {
                    int target = waitsFor.get(at).get(next[at]++);
                    if (index[target] == 0) {
                        path.push(target);
                    } else if (onStack[target]) {
                        lowest[at] = Math.min(lowest[at], index[target]);
                    }
                    continue;
                }
                path.pop();
                if (!path.isEmpty()) {
                    lowest[path.peek()] = Math.min(lowest[path.peek()], lowest[at]);
                }
                if (lowest[at] == index[at]) {
                    boolean several = component.peek() != at;
                    int member;
                    do {
                        member = component.pop();
                        onStack[member] = false;
                        onCycle[member] = several;
                    } while (member != at);
                }
            }
        }
        return onCycle;
    }

    private List<View<ContainerDefinition>> wayBack(int start) {
        int[] cameFrom = new int[containers.size()];
        Arrays.fill(cameFrom, -1);
        Deque<Integer> queue = new ArrayDeque<>(List.of(start));
        while (!queue.isEmpty() && cameFrom[start] < 0) {
            int at = queue.remove();
            for (int target : waitsFor.get(at)) {
                if (cameFrom[target] < 0) {
                    cameFrom[target] = at;
                    queue.add(target);
                }
            }
        }
        List<View<ContainerDefinition>> way = new ArrayList<>();
        way.add(containers.get(start));
        for (int at = cameFrom[start]; at != start; at = cameFrom[at]) {
            way.add(containers.get(at));
        }
        way.add(containers.get(start));
        Collections.reverse(way);
        return way;
    }
}
