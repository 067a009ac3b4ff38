package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.internal.index.PlacementIndex;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Brings what an index knows of amounts to what the books say, before somebody asks: an instance that many tasks come to and leave in
 * between is followed once, and to move it is what a change costs most.
 */
final class AmountFollower {
    private static final int INTERFACES = 0;
    private static final int GPUS = 1;
    private static final int CUSTOM = 2;

    private final PlacementIndex index;
    private final List<String> custom;
    /** The instances that an index cannot express. */
    private final Set<Integer> inexpressible;
    /** The instances that may have changed. */
    private int[] behind = new int[8];

    private int behindCount;

    /**
     * A follower for an index.
     *
     * @param custom the names of the custom resources
     */
    AmountFollower(PlacementIndex index, List<String> custom) {
        this.index = index;
        this.custom = custom;
        this.inexpressible = new HashSet<>();
        for (int resource = 0; resource < CUSTOM + custom.size(); resource++) {
            index.addResource();
        }
    }

    private AmountFollower(AmountFollower from, PlacementIndex index) {
        this.index = index;
        this.custom = from.custom;
        this.inexpressible = new HashSet<>(from.inexpressible);
    }

    /** The same for a fork of the index, when nothing has to be followed. */
    AmountFollower fork(PlacementIndex ofFork) {
        return new AmountFollower(this, ofFork);
    }

    /** Whether there is an instance that the index does not know as it is. */
    boolean isInexact() {
        return !inexpressible.isEmpty();
    }

    /** An instance is gone. */
    void forget(int instance) {
        inexpressible.remove(instance);
    }

    /** An instance has changed. */
    void later(int instance, Node node) {
        if (!node.isBehind) {
            node.isBehind = true;
            if (behindCount == behind.length) {
                behind = Arrays.copyOf(behind, behindCount * 2);
            }
            behind[behindCount++] = instance;
        }
    }

    /** Follows all instances that have changed. Those that are gone since are none. */
    void catchUp(IntFunction<@Nullable Node> nodes) {
        for (int i = 0; i < behindCount; i++) {
            Node node = nodes.apply(behind[i]);
            if (node != null && node.isBehind) {
                follow(behind[i], node);
            }
        }
        behindCount = 0;
    }

    /** Follows an instance. */
    void follow(int instance, Node node) {
        node.isBehind = false;
        int cpuUnits = expressible(node.freeCpuUnits());
        int memoryMib = expressible(node.freeMemoryMib());
        if (index.freeCpuUnits(instance) != cpuUnits || index.freeMemoryMib(instance) != memoryMib) {
            index.setFree(instance, cpuUnits, memoryMib);
        }
        Long interfaces = node.freeNetworkInterfaces();
        setAmount(INTERFACES, instance, interfaces == null ? PlacementIndex.UNLIMITED : expressible(interfaces));
        setAmount(GPUS, instance, node.freeGpus());
        for (int i = 0; i < custom.size(); i++) {
            setAmount(CUSTOM + i, instance, expressible(node.mostFree(custom.get(i))));
        }
        if (isExpressible(node)) {
            if (!inexpressible.isEmpty()) {
                inexpressible.remove(instance);
            }
        } else {
            inexpressible.add(instance);
        }
    }

    private void setAmount(int resource, int instance, int amount) {
        if (index.amount(resource, instance) != amount) {
            index.setAmount(resource, instance, amount);
        }
    }

    /** What cannot be expressed as an amount becomes the nearest that can. */
    static int expressible(long amount) {
        return (int) Math.max(-PlacementIndex.MOST_AMOUNT, Math.min(PlacementIndex.MOST_AMOUNT, amount));
    }

    private static boolean isExpressible(Node node) {
        Long interfaces = node.freeNetworkInterfaces();
        return expressible(node.freeCpuUnits()) == node.freeCpuUnits()
                && expressible(node.freeMemoryMib()) == node.freeMemoryMib()
                && (interfaces == null || expressible(interfaces) == interfaces);
    }

    /** Whether a task needs any of the resources that it follows. */
    static boolean isAsked(Plan plan) {
        return plan.task().needs().networkInterfaces().amount() > 0
                || plan.task().needs().gpus().amount() > 0
                || !plan.customNeeds().isEmpty();
    }

    /** What a task needs of the resources that it follows, by their numbers in the index. */
    int[] amounts(Plan plan) {
        int[] amounts = new int[CUSTOM + custom.size()];
        amounts[INTERFACES] = (int) plan.task().needs().networkInterfaces().amount();
        amounts[GPUS] = (int) plan.task().needs().gpus().amount();
        for (CustomNeed need : plan.customNeeds()) {
            // What all devices have together is for the check; each of them must have this much.
            amounts[CUSTOM + custom.indexOf(need.resource())] =
                    expressible(need.need().amountEach());
        }
        return amounts;
    }
}
