package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * One thing that a container may do with a {@link Device}.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record DeviceCgroupPermission(String value) implements OpenEnum {
    /** {@code read}: Read from the device. */
    public static final DeviceCgroupPermission READ = new DeviceCgroupPermission("read");

    /** {@code write}: Write to the device. */
    public static final DeviceCgroupPermission WRITE = new DeviceCgroupPermission("write");

    /** {@code mknod}: Create the device file. */
    public static final DeviceCgroupPermission MKNOD = new DeviceCgroupPermission("mknod");

    private static final List<DeviceCgroupPermission> KNOWN = List.of(READ, WRITE, MKNOD);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public DeviceCgroupPermission {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<DeviceCgroupPermission> known() {
        return KNOWN;
    }

    @Override
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    /** The text on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
