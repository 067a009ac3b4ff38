package io.stowage.ecs.model;

import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A structure of the ECS API as an immutable record, one component a member, named as on the wire.
 *
 * <p>A scalar or structure that is absent is {@code null}. A list or map is never null: an absent one is empty, and
 * {@link Presence} tells it from one that was written as empty. {@code equals} goes by meaning, so an absent list equals an
 * empty one; places in a file are no part of it.
 */
public interface EcsStructure {
    /**
     * Members that were read and have no component: names that the API does not know (yet), and values that do not fit their
     * member and so stay unknown, such as {@code "${PORT}"} where a number belongs. A member written as JSON {@code null} is here
     * as well. So is the whole of a list or map in which only some parts are understood, and of a number that is finer than its
     * type: such a member is among these <em>and</em> has a value, which lacks those parts. All of them are written back, until the
     * member is given another value.
     *
     * @return names and plain values in written order ({@code String}, {@code Boolean}, {@code Integer}, {@code Long},
     *     {@code BigInteger}, {@code BigDecimal}, {@code List}, {@code Map} or {@code null}); unmodifiable
     */
    Map<String, @Nullable Object> otherMembers();

    /**
     * What a component of a structure is called on the wire: as in the record, except that Java lets no component be called by one of
     * its keywords. So {@code isPublic} stands for {@code public}.
     *
     * @param component a component of a record
     * @return the name of the member
     */
    static String memberName(RecordComponent component) {
        String name = component.getName();
        boolean isFlag = name.startsWith("is") && component.getType() == Boolean.class;
        String flag = isFlag ? name.substring(2).toLowerCase(Locale.ROOT) : "";
        return flag.equals("public") || flag.equals("default") || flag.equals("private") ? flag : name;
    }
}
