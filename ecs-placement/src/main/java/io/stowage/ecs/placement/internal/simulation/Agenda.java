package io.stowage.ecs.placement.internal.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Virtual time: what is to happen when. Of what happens at the same time, the first that was noted comes first. */
final class Agenda {
    private final PriorityQueue<Note> notes =
            new PriorityQueue<>(Comparator.comparing(Note::at).thenComparing(Note::number));

    private Instant now;
    private long noted;

    Agenda(Instant start) {
        this.now = start;
    }

    private record Note(Instant at, long number, Runnable work) {}

    Instant now() {
        return now;
    }

    void at(Instant time, Runnable work) {
        notes.add(new Note(time.isBefore(now) ? now : time, noted++, work));
    }

    void in(Duration delay, Runnable work) {
        at(now.plus(delay), work);
    }

    /** When the next thing happens; null if nothing will. */
    @Nullable
    Instant next() {
        Note first = notes.peek();
        return first == null ? null : first.at();
    }

    /** Does everything that is due at one time, and what that makes due at the same time. */
    void runAt(Instant time) {
        now = time;
        for (Note first = notes.peek(); first != null && first.at().equals(time); first = notes.peek()) {
            notes.remove();
            first.work().run();
        }
    }

    /** Lets time pass in which nothing happens. */
    void passTo(Instant time) {
        now = time;
    }
}
