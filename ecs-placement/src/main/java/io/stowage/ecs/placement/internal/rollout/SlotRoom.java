package io.stowage.ecs.placement.internal.rollout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Room for a number of tasks, old and new alike; nothing is known of instances. */
public final class SlotRoom implements Room {
    private final int[] oldTasks;
    private final int slots;
    private final boolean isPort;

    /** Room with old tasks in it, of which some are protected. */
    public SlotRoom(int oldTasks, int slots, boolean isPort, int protectedTasks) {
        if (slots < oldTasks || protectedTasks < 0 || protectedTasks > oldTasks) {
            throw new IllegalArgumentException(oldTasks + " old tasks, " + protectedTasks + " of them protected, and "
                    + slots + " slots; 0 <= protected <= old <= slots was expected");
        }
        this.oldTasks = new int[] {oldTasks - protectedTasks, protectedTasks};
        this.slots = slots;
        this.isPort = isPort;
    }

    @Override
    public int[] oldTasks() {
        return oldTasks;
    }

    @Override
    public boolean isProtected(int kind) {
        return kind == 1;
    }

    @Override
    public int instances() {
        return 1;
    }

    @Override
    public @Nullable String instance(int index) {
        return null;
    }

    @Override
    public int instanceOf(int kind) {
        return 0;
    }

    @Override
    public List<Integer> choices(int[] state) {
        return state[0] + state[1] + state[2] < slots ? List.of(0) : List.of();
    }

    @Override
    public boolean isPortTaken(int[] state) {
        return isPort && choices(state).isEmpty();
    }

    @Override
    public int[] canonical(int[] state) {
        return state;
    }

    @Override
    public Spare spare(int desired) {
        return new Spare(Math.min(desired, slots - oldTasks[0] - oldTasks[1]), true);
    }
}
