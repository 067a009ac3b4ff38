package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * The operating system that the containers of a task are built for. Windows containers run only on a host of the same version.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record OSFamily(String value) implements OpenEnum {
    /** Windows Server 2019, full installation. */
    public static final OSFamily WINDOWS_SERVER_2019_FULL = new OSFamily("WINDOWS_SERVER_2019_FULL");

    /** Windows Server 2019, core installation. */
    public static final OSFamily WINDOWS_SERVER_2019_CORE = new OSFamily("WINDOWS_SERVER_2019_CORE");

    /** Windows Server 2016, full installation; not on Fargate. */
    public static final OSFamily WINDOWS_SERVER_2016_FULL = new OSFamily("WINDOWS_SERVER_2016_FULL");

    /** Windows Server, version 2004, core installation; out of support, and not on Fargate. */
    public static final OSFamily WINDOWS_SERVER_2004_CORE = new OSFamily("WINDOWS_SERVER_2004_CORE");

    /** Windows Server 2022, core installation. */
    public static final OSFamily WINDOWS_SERVER_2022_CORE = new OSFamily("WINDOWS_SERVER_2022_CORE");

    /** Windows Server 2022, full installation. */
    public static final OSFamily WINDOWS_SERVER_2022_FULL = new OSFamily("WINDOWS_SERVER_2022_FULL");

    /** Windows Server 2025, core installation. */
    public static final OSFamily WINDOWS_SERVER_2025_CORE = new OSFamily("WINDOWS_SERVER_2025_CORE");

    /** Windows Server 2025, full installation. */
    public static final OSFamily WINDOWS_SERVER_2025_FULL = new OSFamily("WINDOWS_SERVER_2025_FULL");

    /** Windows Server, version 20H2, core installation; out of support, and not on Fargate. */
    public static final OSFamily WINDOWS_SERVER_20H2_CORE = new OSFamily("WINDOWS_SERVER_20H2_CORE");

    /** Linux, any distribution. */
    public static final OSFamily LINUX = new OSFamily("LINUX");

    private static final List<OSFamily> KNOWN = List.of(
            WINDOWS_SERVER_2019_FULL,
            WINDOWS_SERVER_2019_CORE,
            WINDOWS_SERVER_2016_FULL,
            WINDOWS_SERVER_2004_CORE,
            WINDOWS_SERVER_2022_CORE,
            WINDOWS_SERVER_2022_FULL,
            WINDOWS_SERVER_2025_CORE,
            WINDOWS_SERVER_2025_FULL,
            WINDOWS_SERVER_20H2_CORE,
            LINUX);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public OSFamily {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<OSFamily> known() {
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
