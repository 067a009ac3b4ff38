package io.stowage.ecs.placement.internal.index;

import java.util.Arrays;

/** What instances have left of further resources, by the number of the resource. */
final class Amounts {
    private IntColumn[] columns;

    Amounts() {
        this.columns = new IntColumn[0];
    }

    private Amounts(Amounts from) {
        this.columns = from.columns.clone();
        Arrays.setAll(columns, i -> from.columns[i].share());
    }

    Amounts share() {
        return new Amounts(this);
    }

    /** Adds a resource that so many instances have without limit. */
    int add(int instances, Object owner) {
        columns = Arrays.copyOf(columns, columns.length + 1);
        IntColumn column = new IntColumn();
        columns[columns.length - 1] = column;
        for (int instance = 0; instance < instances; instance++) {
            column.grow(instance, owner);
            column.set(instance, PlacementIndex.UNLIMITED, owner);
        }
        return columns.length - 1;
    }

    /** Makes room for an instance, which has all without limit. */
    void grow(int instance, Object owner) {
        for (IntColumn column : columns) {
            column.grow(instance, owner);
            column.set(instance, PlacementIndex.UNLIMITED, owner);
        }
    }

    int get(int resource, int instance) {
        return columns[resource].get(instance);
    }

    void set(int resource, int instance, int amount, Object owner) {
        columns[resource].set(instance, amount, owner);
    }

    boolean fit(int[] needs, int instance) {
        for (int i = 0; i < needs.length; i++) {
            if (needs[i] > 0 && columns[i].get(instance) < needs[i]) {
                return false;
            }
        }
        return true;
    }

    void take(int[] needs, int tasks, int instance, Object owner) {
        for (int i = 0; i < needs.length; i++) {
            int left = columns[i].get(instance);
            if (needs[i] > 0 && left != PlacementIndex.UNLIMITED) {
                columns[i].set(instance, left - tasks * needs[i], owner);
            }
        }
    }

    /** For how many tasks there is enough. */
    int room(int[] needs, int instance) {
        int room = Integer.MAX_VALUE;
        for (int i = 0; i < needs.length; i++) {
            int left = columns[i].get(instance);
            if (needs[i] > 0 && left != PlacementIndex.UNLIMITED) {
                room = Math.min(room, left / needs[i]);
            }
        }
        return room;
    }
}
