package io.stowage.ecs.placement.internal.index;

import java.util.Arrays;

/**
 * The instances of one class in one order: sorted keys in blocks, and beside each key what is left of the other resource, so that a walk
 * reads memory in sequence. Of each block its first key is known, and a bound on the other resource: none of its instances has more. The
 * bound is exact when a block is made, grows with what comes in, and is left standing when instances go; a walk that it misleads makes it
 * exact again. The same holds for a bound on each sixteen blocks, so that a walk passes by many at once.
 */
final class Blocks {
    /** When a block is full, it becomes two. */
    static final int CAPACITY = 96;

    private static final int FILL = 64;
    private static final int GROUP_BITS = 4;
    /** For how many more blocks a fork has room at once: most are dropped before they have split more. */
    private static final int SLACK = 16;

    /** Not above any bound. */
    static final int ANY = Integer.MIN_VALUE;

    final Object owner;
    int count;
    long[] first;
    int[] bound;
    int[] size;
    long[][] keys;
    int[][] others;
    /** None of a group of blocks has a larger bound. */
    private int[] groupBound;

    private boolean[] loose;
    private Object[] owners;

    Blocks(Object owner) {
        this.owner = owner;
        this.first = new long[1];
        this.bound = new int[1];
        this.size = new int[1];
        this.keys = new long[1][];
        this.others = new int[1][];
        this.groupBound = new int[] {ANY};
        this.loose = new boolean[1];
        this.owners = new Object[1];
    }

    private Blocks(Blocks from, Object owner) {
        this.owner = owner;
        this.count = from.count;
        int length = count + SLACK;
        this.first = Arrays.copyOf(from.first, length);
        this.bound = Arrays.copyOf(from.bound, length);
        this.size = Arrays.copyOf(from.size, length);
        this.keys = Arrays.copyOf(from.keys, length);
        this.others = Arrays.copyOf(from.others, length);
        this.groupBound = groups(from.groupBound, length);
        this.loose = Arrays.copyOf(from.loose, length);
        this.owners = Arrays.copyOf(from.owners, length);
    }

    /** Blocks for another owner. Each block stays shared until it is written. */
    Blocks share(Object newOwner) {
        return new Blocks(this, newOwner);
    }

    /** Blocks of keys that are sorted already, as many as there are numbers to stand beside them. */
    static Blocks of(long[] sorted, int from, int[] beside, Object owner) {
        Blocks blocks = new Blocks(owner);
        int number = (beside.length + FILL - 1) / FILL;
        blocks.makeRoom(number);
        blocks.count = number;
        for (int k = 0; k < number; k++) {
            int begin = k * FILL;
            int length = Math.min(FILL, beside.length - begin);
            long[] keys = new long[CAPACITY];
            int[] others = new int[CAPACITY];
            System.arraycopy(sorted, from + begin, keys, 0, length);
            System.arraycopy(beside, begin, others, 0, length);
            blocks.keys[k] = keys;
            blocks.others[k] = others;
            blocks.size[k] = length;
            blocks.first[k] = keys[0];
            blocks.owners[k] = owner;
            blocks.tighten(k);
        }
        return blocks;
    }

    /** The block that a search for the key begins in: the last one that begins before it, or the first. */
    int blockBefore(long key) {
        return Math.max(0, countLess(first, count, key) - 1);
    }

    /** The first place in a block whose key is not smaller. */
    int placeIn(int block, long key) {
        return countLess(keys[block], size[block], key);
    }

    /** How many of the first so many sorted keys are smaller. */
    private static int countLess(long[] sorted, int length, long key) {
        int from = 0;
        int to = length;
        while (from < to) {
            int middle = from + to >>> 1;
            if (sorted[middle] < key) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static int countLess(long[] sorted, int length, long key, InstanceOrder order) {
        if (order.isByHandle()) {
            return countLess(sorted, length, key);
        }
        int from = 0;
        int to = length;
        while (from < to) {
            int middle = from + to >>> 1;
            if (less(sorted[middle], key, order)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static boolean less(long a, long b, InstanceOrder order) {
        long left = Key.value(a);
        long right = Key.value(b);
        return left != right ? left < right : order.less(Key.handle(a), Key.handle(b));
    }

    /** The block that the key is in, or belongs in: the last one that does not begin behind it, or the first. */
    private int blockOf(long key, InstanceOrder order) {
        int less = countLess(first, count, key, order);
        return less < count && first[less] == key ? less : Math.max(0, less - 1);
    }

    private int placeOf(int block, long key, InstanceOrder order) {
        return countLess(keys[block], size[block], key, order);
    }

    private void own(int block) {
        if (owners[block] != owner) {
            keys[block] = keys[block].clone();
            others[block] = others[block].clone();
            owners[block] = owner;
        }
    }

    void insert(long key, int other, InstanceOrder order) {
        if (count == 0) {
            count = 1;
            if (keys[0] == null || owners[0] != owner) {
                keys[0] = new long[CAPACITY];
                others[0] = new int[CAPACITY];
                owners[0] = owner;
            }
            size[0] = 0;
            bound[0] = ANY;
            loose[0] = false;
        }
        int block = blockOf(key, order);
        if (size[block] == CAPACITY) {
            split(block);
            block = blockOf(key, order);
        }
        own(block);
        int place = placeOf(block, key, order);
        int behind = size[block] - place;
        System.arraycopy(keys[block], place, keys[block], place + 1, behind);
        System.arraycopy(others[block], place, others[block], place + 1, behind);
        keys[block][place] = key;
        others[block][place] = other;
        size[block]++;
        if (place == 0) {
            first[block] = key;
        }
        raise(block, other);
    }

    void remove(long key, InstanceOrder order) {
        int block = blockOf(key, order);
        own(block);
        int place = placeOf(block, key, order);
        int behind = size[block] - place - 1;
        loose[block] |= others[block][place] == bound[block];
        System.arraycopy(keys[block], place + 1, keys[block], place, behind);
        System.arraycopy(others[block], place + 1, others[block], place, behind);
        size[block]--;
        if (size[block] == 0) {
            drop(block);
            return;
        }
        if (place == 0) {
            first[block] = keys[block][0];
        }
        if (size[block] < CAPACITY / 4) {
            merge(block);
        }
    }

    /** Changes a key and what stands beside it. */
    void move(long from, long to, int other, InstanceOrder order) {
        if (from == to) {
            touch(from, other, order);
            return;
        }
        int block = blockOf(from, order);
        if (block != blockOf(to, order)) {
            remove(from, order);
            insert(to, other, order);
            return;
        }
        own(block);
        int place = placeOf(block, from, order);
        int target = placeOf(block, to, order);
        long[] ofBlock = keys[block];
        int[] beside = others[block];
        loose[block] |= beside[place] == bound[block];
        if (target > place) {
            target--;
            System.arraycopy(ofBlock, place + 1, ofBlock, place, target - place);
            System.arraycopy(beside, place + 1, beside, place, target - place);
        } else {
            System.arraycopy(ofBlock, target, ofBlock, target + 1, place - target);
            System.arraycopy(beside, target, beside, target + 1, place - target);
        }
        ofBlock[target] = to;
        beside[target] = other;
        first[block] = ofBlock[0];
        raise(block, other);
    }

    private void touch(long key, int other, InstanceOrder order) {
        int block = blockOf(key, order);
        int place = placeOf(block, key, order);
        if (others[block][place] != other) {
            own(block);
            loose[block] |= others[block][place] == bound[block];
            others[block][place] = other;
            raise(block, other);
        }
    }

    /** Makes the bound of a block exact if it may not be, and the block is not shared. */
    void tightenIfLoose(int block, Object writer) {
        if (loose[block] && owner == writer) {
            tighten(block);
        }
    }

    private void tighten(int block) {
        int[] of = others[block];
        int most = ANY;
        for (int i = 0; i < size[block]; i++) {
            most = Math.max(most, of[i]);
        }
        bound[block] = ANY;
        raise(block, most);
        loose[block] = false;
    }

    private void raise(int block, int least) {
        bound[block] = Math.max(bound[block], least);
        int group = block >>> GROUP_BITS;
        groupBound[group] = Math.max(groupBound[group], least);
    }

    /** Where the group of a block ends. */
    int endOfGroup(int block) {
        return Math.min(count, (block >>> GROUP_BITS) + 1 << GROUP_BITS);
    }

    /** None of the group of a block has more of the other resource. */
    int boundOfGroup(int block) {
        return groupBound[block >>> GROUP_BITS];
    }

    /** Makes the bound of the group of a block exact as far as those of its blocks are, if the blocks are not shared. */
    void tightenGroup(int block, Object writer) {
        if (owner == writer) {
            int most = ANY;
            int end = endOfGroup(block);
            for (int i = block >>> GROUP_BITS << GROUP_BITS; i < end; i++) {
                most = Math.max(most, bound[i]);
            }
            groupBound[block >>> GROUP_BITS] = most;
        }
    }

    /** The bounds of the groups of so many blocks. */
    private static int[] groups(int[] bounds, int blocks) {
        int[] groups = Arrays.copyOf(bounds, (blocks >>> GROUP_BITS) + 1);
        if (groups.length > bounds.length) {
            Arrays.fill(groups, bounds.length, groups.length, ANY);
        }
        return groups;
    }

    private void makeRoom(int needed) {
        if (needed > first.length) {
            int length = Math.max(needed, first.length * 2);
            first = Arrays.copyOf(first, length);
            bound = Arrays.copyOf(bound, length);
            size = Arrays.copyOf(size, length);
            keys = Arrays.copyOf(keys, length);
            others = Arrays.copyOf(others, length);
            groupBound = groups(groupBound, length);
            loose = Arrays.copyOf(loose, length);
            owners = Arrays.copyOf(owners, length);
        }
    }

    private void shift(int from, int to) {
        int length = count - from;
        System.arraycopy(first, from, first, to, length);
        System.arraycopy(bound, from, bound, to, length);
        System.arraycopy(size, from, size, to, length);
        System.arraycopy(keys, from, keys, to, length);
        System.arraycopy(others, from, others, to, length);
        System.arraycopy(loose, from, loose, to, length);
        System.arraycopy(owners, from, owners, to, length);
        count += to - from;
        // All have moved by one: into each group has come its first block or its last.
        for (int group = Math.min(from, to) >>> GROUP_BITS; group << GROUP_BITS < count; group++) {
            int begin = group << GROUP_BITS;
            raise(begin, bound[begin]);
            int end = endOfGroup(begin) - 1;
            raise(end, bound[end]);
        }
    }

    private void split(int block) {
        makeRoom(count + 1);
        long[] spareKeys = keys[count];
        int[] spareOthers = others[count];
        boolean reuse = spareKeys != null && owners[count] == owner;
        shift(block + 1, block + 2);
        own(block);
        int half = CAPACITY / 2;
        int upper = block + 1;
        keys[upper] = reuse ? spareKeys : new long[CAPACITY];
        others[upper] = reuse ? spareOthers : new int[CAPACITY];
        System.arraycopy(keys[block], half, keys[upper], 0, CAPACITY - half);
        System.arraycopy(others[block], half, others[upper], 0, CAPACITY - half);
        size[upper] = CAPACITY - half;
        size[block] = half;
        first[upper] = keys[upper][0];
        owners[upper] = owner;
        tighten(block);
        tighten(upper);
    }

    /** Takes a block away. Its arrays stay behind the last block, for the next split. */
    private void drop(int block) {
        long[] spareKeys = keys[block];
        int[] spareOthers = others[block];
        Object spareOwner = owners[block];
        shift(block + 1, block);
        keys[count] = spareKeys;
        others[count] = spareOthers;
        owners[count] = spareOwner;
    }

    /** Joins a small block with the next or the one before, if that leaves room to grow. */
    private void merge(int block) {
        int lower = block + 1 < count ? block : block - 1;
        if (lower < 0 || size[lower] + size[lower + 1] > CAPACITY * 3 / 4) {
            return;
        }
        own(lower);
        int upper = lower + 1;
        System.arraycopy(keys[upper], 0, keys[lower], size[lower], size[upper]);
        System.arraycopy(others[upper], 0, others[lower], size[lower], size[upper]);
        size[lower] += size[upper];
        raise(lower, bound[upper]);
        loose[lower] |= loose[upper];
        drop(upper);
    }
}
