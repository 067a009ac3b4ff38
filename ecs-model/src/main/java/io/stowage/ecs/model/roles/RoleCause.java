package io.stowage.ecs.model.roles;

/**
 * What asks for a role or an action.
 *
 * @param feature the feature
 * @param pointer the JSON pointer of the member that uses it; one that begins with {@code /service} leads into the service, one that
 *     begins with {@code /capacityProvider} into the capacity provider. Empty where no member does: everything on instances needs
 *     registered instances
 */
public record RoleCause(RoleFeature feature, String pointer) {}
