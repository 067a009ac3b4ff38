package io.stowage.ecs.placement.internal.index;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The instances in the order of their ids. Each has a rank, a number with room to its neighbours, so that two instances are compared
 * without looking at ids, and an instance that joins later finds a number between those of its neighbours. Where there is no room left,
 * all ranks are dealt anew; their order stays, so nothing that was sorted by them changes.
 */
final class InstanceOrder {
    private static final int CHUNK = 512;
    private static final int LARGEST_GAP = 1 << 16;

    private final IntColumn ranks;
    private int[][] chunks;
    private int[] sizes;
    private int[] before;
    private Object[] owners;
    private int count;
    private int size;
    private boolean counted;
    private boolean byHandle;

    InstanceOrder() {
        this.ranks = new IntColumn();
        this.chunks = new int[4][];
        this.sizes = new int[4];
        this.before = new int[4];
        this.owners = new Object[4];
        this.byHandle = true;
    }

    private InstanceOrder(InstanceOrder from) {
        this.ranks = from.ranks.share();
        this.chunks = from.chunks.clone();
        this.sizes = from.sizes.clone();
        this.before = from.before.clone();
        this.owners = from.owners.clone();
        this.count = from.count;
        this.size = from.size;
        this.counted = from.counted;
        this.byHandle = from.byHandle;
    }

    InstanceOrder share() {
        return new InstanceOrder(this);
    }

    int size() {
        return size;
    }

    /** Whether handles are in the order of ids, as they are until an instance joins that is not the last. */
    boolean isByHandle() {
        return byHandle;
    }

    /** Whether the first comes before the second. */
    boolean less(int first, int second) {
        return byHandle ? first < second : ranks.get(first) < ranks.get(second);
    }

    /** In how many chunks the instances stand. */
    int chunks() {
        return count;
    }

    /** The instances of a chunk in their order; not to be written. */
    int[] chunk(int number) {
        return chunks[number];
    }

    int sizeOf(int chunk) {
        return sizes[chunk];
    }

    /** All instances in their order. */
    int[] all() {
        int[] all = new int[size];
        int place = 0;
        for (int chunk = 0; chunk < count; chunk++) {
            System.arraycopy(chunks[chunk], 0, all, place, sizes[chunk]);
            place += sizes[chunk];
        }
        return all;
    }

    /** The instance at a place, counted from 0. */
    int at(int place) {
        count();
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = low + high + 1 >>> 1;
            if (before[middle] <= place) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return chunks[low][place - before[low]];
    }

    private void count() {
        if (!counted) {
            int sum = 0;
            for (int i = 0; i < count; i++) {
                before[i] = sum;
                sum += sizes[i];
            }
            counted = true;
        }
    }

    /** The first place whose instance does not come before; the size if all do. The predicate is true of a beginning of the order. */
    int place(IntPredicate comesBefore) {
        if (size == 0) {
            return 0;
        }
        count();
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = low + high + 1 >>> 1;
            if (comesBefore.test(chunks[middle][0])) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        int from = 0;
        int to = sizes[low];
        while (from < to) {
            int middle = from + to >>> 1;
            if (comesBefore.test(chunks[low][middle])) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return before[low] + from;
    }

    /** Puts an instance at a place; those from there on move up. */
    void insert(int place, int handle, Object owner) {
        ranks.grow(handle, owner);
        byHandle = byHandle && place == size && (size == 0 || at(size - 1) < handle);
        int rank = rankFor(place, owner);
        ranks.set(handle, rank, owner);
        int chunk = chunkOf(place, owner);
        if (sizes[chunk] == CHUNK) {
            boolean atEnd = place == size;
            split(chunk, atEnd ? CHUNK : CHUNK / 2, owner);
            chunk = chunkOf(place, owner);
        }
        own(chunk, owner);
        int offset = place - before[chunk];
        System.arraycopy(chunks[chunk], offset, chunks[chunk], offset + 1, sizes[chunk] - offset);
        chunks[chunk][offset] = handle;
        sizes[chunk]++;
        size++;
        counted = chunk == count - 1;
    }

    private int rankFor(int place, Object owner) {
        int low = place == 0 ? Integer.MIN_VALUE : ranks.get(at(place - 1));
        if (place == size) {
            if (low < Integer.MAX_VALUE - LARGEST_GAP) {
                return low + LARGEST_GAP / 64;
            }
        } else {
            int high = ranks.get(at(place));
            if (place == 0 && high > Integer.MIN_VALUE + LARGEST_GAP) {
                return high - LARGEST_GAP / 64;
            }
            if ((long) high - low > 1) {
                return (int) (((long) low + high) / 2);
            }
        }
        dealAnew(owner);
        return rankFor(place, owner);
    }

    private void dealAnew(Object owner) {
        int gap = (int) Math.min(LARGEST_GAP, (1L << 31) / (size + 2L));
        int rank = -(int) ((long) gap * size / 2);
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < sizes[i]; j++) {
                ranks.set(chunks[i][j], rank, owner);
                rank += gap;
            }
        }
    }

    private int chunkOf(int place, Object owner) {
        if (count == 0) {
            chunks[0] = new int[CHUNK];
            owners[0] = owner;
            count = 1;
            counted = false;
        }
        count();
        int chunk = count - 1;
        while (before[chunk] > place) {
            chunk--;
        }
        return chunk;
    }

    private int chunkWith(int handle) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = low + high + 1 >>> 1;
            if (less(handle, chunks[middle][0])) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return low;
    }

    private int offsetOf(int handle, int chunk) {
        int from = 0;
        int to = sizes[chunk];
        while (from < to) {
            int middle = from + to >>> 1;
            if (less(chunks[chunk][middle], handle)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private void own(int chunk, Object owner) {
        if (owners[chunk] != owner) {
            chunks[chunk] = chunks[chunk].clone();
            owners[chunk] = owner;
        }
    }

    private void split(int chunk, int keep, Object owner) {
        if (count == chunks.length) {
            chunks = Arrays.copyOf(chunks, count * 2);
            sizes = Arrays.copyOf(sizes, count * 2);
            before = Arrays.copyOf(before, count * 2);
            owners = Arrays.copyOf(owners, count * 2);
        }
        System.arraycopy(chunks, chunk + 1, chunks, chunk + 2, count - chunk - 1);
        System.arraycopy(sizes, chunk + 1, sizes, chunk + 2, count - chunk - 1);
        System.arraycopy(owners, chunk + 1, owners, chunk + 2, count - chunk - 1);
        int[] upper = new int[CHUNK];
        System.arraycopy(chunks[chunk], keep, upper, 0, CHUNK - keep);
        chunks[chunk + 1] = upper;
        sizes[chunk + 1] = CHUNK - keep;
        owners[chunk + 1] = owner;
        sizes[chunk] = keep;
        count++;
        counted = false;
    }

    /** Takes an instance out. */
    void remove(int handle, Object owner) {
        int chunk = chunkWith(handle);
        own(chunk, owner);
        int offset = offsetOf(handle, chunk);
        System.arraycopy(chunks[chunk], offset + 1, chunks[chunk], offset, sizes[chunk] - offset - 1);
        sizes[chunk]--;
        size--;
        if (sizes[chunk] == 0) {
            System.arraycopy(chunks, chunk + 1, chunks, chunk, count - chunk - 1);
            System.arraycopy(sizes, chunk + 1, sizes, chunk, count - chunk - 1);
            System.arraycopy(owners, chunk + 1, owners, chunk, count - chunk - 1);
            count--;
        }
        counted = false;
    }
}
