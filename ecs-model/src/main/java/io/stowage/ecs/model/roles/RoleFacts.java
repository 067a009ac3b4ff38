package io.stowage.ecs.model.roles;

import io.stowage.ecs.model.internal.tables.Table;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is known of a kind of role, from <a
 * href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-ecs-iam-role-overview.html">the roles of ECS</a>.
 *
 * @param kind the kind
 * @param usualName the name it usually has; empty if none
 * @param trustedPrincipal the service that must be able to assume it; empty for the caller
 * @param managedPolicies names of the managed policies made for it; unmodifiable
 * @param purpose what it is for
 * @param passedBy who hands it over
 */
public record RoleFacts(
        RoleKind kind,
        String usualName,
        String trustedPrincipal,
        List<String> managedPolicies,
        String purpose,
        String passedBy) {
    private static final Map<RoleKind, RoleFacts> BY_KIND = new EnumMap<>(RoleKind.class);

    static {
        for (String[] row : Table.rows("roles.tsv", 8)) {
            RoleKind kind = RoleKind.valueOf(row[0]);
            BY_KIND.put(
                    kind,
                    new RoleFacts(
                            kind,
                            row[1].replaceAll("^-$", ""),
                            row[2].replaceAll("^-$", ""),
                            row[3].equals("-") ? List.of() : Arrays.asList(row[3].split(",", -1)),
                            row[4],
                            row[5].replaceAll("^-$", "")));
        }
    }

    /** Copies the list. */
    public RoleFacts {
        managedPolicies = List.copyOf(managedPolicies);
    }

    /**
     * The facts of a kind.
     *
     * @param kind the kind
     * @return never null
     */
    public static RoleFacts of(RoleKind kind) {
        return Objects.requireNonNull(BY_KIND.get(kind), () -> "roles.tsv has no " + kind);
    }

    /**
     * Whether AWS makes the role when it is needed, so that nobody has to.
     *
     * @return true for service-linked roles
     */
    public boolean isAutomatic() {
        return kind == RoleKind.SERVICE_LINKED || kind == RoleKind.SERVICE_AUTO_SCALING_LINKED;
    }
}
