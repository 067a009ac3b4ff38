package io.stowage.ecs.model.common;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * How ECS formats an EBS volume that it makes for a task. A volume from a snapshot keeps the file system of the snapshot, which has to be
 * named here.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record TaskFilesystemType(String value) implements OpenEnum {
    /** ext3, for Linux. */
    public static final TaskFilesystemType EXT3 = new TaskFilesystemType("ext3");

    /** ext4, for Linux. */
    public static final TaskFilesystemType EXT4 = new TaskFilesystemType("ext4");

    /** XFS, for Linux; taken when none is given. */
    public static final TaskFilesystemType XFS = new TaskFilesystemType("xfs");

    /** NTFS, for Windows. */
    public static final TaskFilesystemType NTFS = new TaskFilesystemType("ntfs");

    private static final List<TaskFilesystemType> KNOWN = List.of(EXT3, EXT4, XFS, NTFS);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public TaskFilesystemType {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<TaskFilesystemType> known() {
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
