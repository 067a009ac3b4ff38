package io.stowage.ecs.placement.snapshot;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A list of structures that much resembles the one read before it, as the attributes of instances do: elements that are written with the
 * same bytes are not read again, and one comparison goes over as many of them as follow each other. An element comes down to a name,
 * something else, and a number.
 */
final class RepeatedList {
    private static final int FIRST_SIZE = 64;

    private Copy before = new Copy();
    private Copy now = new Copy();
    private boolean same;

    /** Reads an element, and puts it at the end. */
    interface Element {
        void read();
    }

    /** A list as it was read; an element begins where the one before it ends, the first behind the bracket. */
    private static final class Copy {
        private byte[] text = {};
        private int start;
        private int size;
        private int[] ends = new int[FIRST_SIZE];
        private @Nullable String[] names = new String[FIRST_SIZE];
        private @Nullable Object[] others = new Object[FIRST_SIZE];
        private long[] numbers = new long[FIRST_SIZE];

        private void add(@Nullable String name, @Nullable Object other, long number, int end) {
            if (size == ends.length) {
                ends = Arrays.copyOf(ends, 2 * size);
                names = Arrays.copyOf(names, 2 * size);
                others = Arrays.copyOf(others, 2 * size);
                numbers = Arrays.copyOf(numbers, 2 * size);
            }
            names[size] = name;
            others[size] = other;
            numbers[size] = number;
            ends[size++] = end;
        }

        private int start(int element) {
            return element == 0 ? start : ends[element - 1];
        }

        /** The element of that name, at the place or behind it; if there is none, the place. */
        private int find(@Nullable String name, int place) {
            for (int i = place; i < size; i++) {
                if (Objects.equals(name, names[i])) {
                    return i;
                }
            }
            return place;
        }
    }

    /** Reads a list. */
    void read(JsonScanner json, Element element) {
        Copy last = before;
        before = now;
        now = last;
        json.open('[');
        now.text = json.text();
        now.start = json.at();
        now.size = 0;
        int follows = copy(json, 0);
        same = true;
        while (json.next(now.size == 0, ']')) {
            same = false;
            int size = now.size;
            element.read();
            now.ends[size] = json.at();
            follows = copy(json, before.find(now.names[size], follows) + 1);
        }
        same &= now.size == before.size;
    }

    /** Takes over elements of the list before, from one on, as long as their bytes are those that come next; the first that is not. */
    private int copy(JsonScanner json, int from) {
        if (from >= before.size) {
            return from;
        }
        byte[] text = json.text();
        int theirs = before.start(from);
        int ours = json.at();
        int end = before.ends[before.size - 1];
        int until = Math.min(text.length, ours + end - theirs);
        int mismatch = Arrays.mismatch(before.text, theirs, end, text, ours, until);
        int common = mismatch < 0 ? end - theirs : mismatch;
        int element = from;
        for (; element < before.size && before.ends[element] - theirs <= common; element++) {
            now.add(
                    before.names[element],
                    before.others[element],
                    before.numbers[element],
                    ours + before.ends[element] - theirs);
        }
        json.goTo(ours + before.start(element) - theirs);
        return element;
    }

    /** Puts an element at the end. */
    void add(@Nullable String name, @Nullable Object other, long number) {
        now.add(name, other, number, 0);
    }

    /** Whether all elements are those of the list that was read before this. */
    boolean isSame() {
        return same;
    }

    int size() {
        return now.size;
    }

    @Nullable
    String name(int element) {
        return now.names[element];
    }

    @Nullable
    Object other(int element) {
        return now.others[element];
    }

    long number(int element) {
        return now.numbers[element];
    }

    /** The first element of that name; -1 if there is none. */
    int find(String name) {
        for (int i = 0; i < now.size; i++) {
            if (name.equals(now.names[i])) {
                return i;
            }
        }
        return -1;
    }
}
