package io.stowage.ecs.validation.internal.tables;

import java.util.List;

/** The actions of {@code instance-role-actions.tsv}. */
public final class InstanceRoleActions {
    private static final List<String> ALL = Table.rows("instance-role-actions.tsv", 3).stream()
            .map(row -> row[0])
            .toList();

    private InstanceRoleActions() {}

    /** All of them, in the order of the file. */
    public static List<String> all() {
        return ALL;
    }
}
