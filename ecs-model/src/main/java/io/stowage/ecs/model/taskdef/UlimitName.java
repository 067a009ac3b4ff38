package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * What a {@link Ulimit} limits, as of {@code setrlimit(2)}.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record UlimitName(String value) implements OpenEnum {
    /** {@code core}: Size of a core dump in bytes. */
    public static final UlimitName CORE = new UlimitName("core");

    /** {@code cpu}: CPU time of a process in seconds. */
    public static final UlimitName CPU = new UlimitName("cpu");

    /** {@code data}: Size of the data segment in bytes. */
    public static final UlimitName DATA = new UlimitName("data");

    /** {@code fsize}: Size of a file that a process may create, in bytes. */
    public static final UlimitName FSIZE = new UlimitName("fsize");

    /** {@code locks}: Number of file locks. */
    public static final UlimitName LOCKS = new UlimitName("locks");

    /** {@code memlock}: Memory locked into RAM, in bytes. */
    public static final UlimitName MEMLOCK = new UlimitName("memlock");

    /** {@code msgqueue}: Memory for POSIX message queues of the user, in bytes. */
    public static final UlimitName MSGQUEUE = new UlimitName("msgqueue");

    /** {@code nice}: How far a process may lower its nice value: down to 20 minus the limit. */
    public static final UlimitName NICE = new UlimitName("nice");

    /** {@code nofile}: Number of open files of a process. */
    public static final UlimitName NOFILE = new UlimitName("nofile");

    /** {@code nproc}: Number of processes and threads of the user. */
    public static final UlimitName NPROC = new UlimitName("nproc");

    /** {@code rss}: Resident memory; today's Linux ignores it. */
    public static final UlimitName RSS = new UlimitName("rss");

    /** {@code rtprio}: Highest real-time priority. */
    public static final UlimitName RTPRIO = new UlimitName("rtprio");

    /** {@code rttime}: CPU time of a real-time process without a blocking system call, in microseconds. */
    public static final UlimitName RTTIME = new UlimitName("rttime");

    /** {@code sigpending}: Number of signals queued for the user. */
    public static final UlimitName SIGPENDING = new UlimitName("sigpending");

    /** {@code stack}: Size of the stack in bytes. */
    public static final UlimitName STACK = new UlimitName("stack");

    private static final List<UlimitName> KNOWN = List.of(
            CORE,
            CPU,
            DATA,
            FSIZE,
            LOCKS,
            MEMLOCK,
            MSGQUEUE,
            NICE,
            NOFILE,
            NPROC,
            RSS,
            RTPRIO,
            RTTIME,
            SIGPENDING,
            STACK);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public UlimitName {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<UlimitName> known() {
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
