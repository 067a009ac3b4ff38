package io.stowage.ecs.cql.column;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A set of rows that can be changed: 64 rows a word, so that joining two sets takes one step for 64 instances and no memory. The
 * bits behind the last row are always 0. Not safe for use by several threads.
 */
public final class InstanceBits implements InstanceSet {
    private int size;
    private long[] words;

    /**
     * Makes an empty set.
     *
     * @param size how many rows there are
     */
    public InstanceBits(int size) {
        if (size < 0) {
            throw new IllegalArgumentException("size is " + size);
        }
        this.size = size;
        this.words = new long[wordsFor(size)];
    }

    /**
     * Copies a set.
     *
     * @param other the set
     * @return a new set of the same rows
     */
    public static InstanceBits copyOf(InstanceSet other) {
        InstanceBits copy = new InstanceBits(other.size());
        copy.assign(other);
        return copy;
    }

    private static int wordsFor(int size) {
        return (size + 63) >>> 6;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean contains(int row) {
        Objects.checkIndex(row, size);
        return (words[row >>> 6] >>> row & 1) != 0;
    }

    @Override
    public int count() {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    @Override
    public int next(int from) {
        int at = from >>> 6;
        if (from >= size) {
            return -1;
        }
        long word = words[at] & -1L << from;
        while (word == 0) {
            at++;
            if (at == words.length) {
                return -1;
            }
            word = words[at];
        }
        return (at << 6) + Long.numberOfTrailingZeros(word);
    }

    @Override
    public BitSet toBitSet() {
        return BitSet.valueOf(words);
    }

    /**
     * Puts a row in or takes it out.
     *
     * @param row 0 to {@link #size()} - 1
     * @param member whether it shall be in the set
     */
    public void set(int row, boolean member) {
        Objects.checkIndex(row, size);
        if (member) {
            words[row >>> 6] |= 1L << row;
        } else {
            words[row >>> 6] &= ~(1L << row);
        }
    }

    /**
     * Makes this set equal to another.
     *
     * @param other a set of as many rows
     * @return this
     */
    public InstanceBits assign(InstanceSet other) {
        System.arraycopy(same(other), 0, words, 0, words.length);
        return this;
    }

    /**
     * Keeps the rows that are in the other set too.
     *
     * @param other a set of as many rows
     * @return this
     */
    public InstanceBits and(InstanceSet other) {
        long[] others = same(other);
        for (int i = 0; i < words.length; i++) {
            words[i] &= others[i];
        }
        return this;
    }

    /**
     * Adds the rows of the other set.
     *
     * @param other a set of as many rows
     * @return this
     */
    public InstanceBits or(InstanceSet other) {
        long[] others = same(other);
        for (int i = 0; i < words.length; i++) {
            words[i] |= others[i];
        }
        return this;
    }

    /**
     * Takes the rows of the other set out.
     *
     * @param other a set of as many rows
     * @return this
     */
    public InstanceBits andNot(InstanceSet other) {
        long[] others = same(other);
        for (int i = 0; i < words.length; i++) {
            words[i] &= ~others[i];
        }
        return this;
    }

    /**
     * Puts every row in that was not, and takes every row out that was.
     *
     * @return this
     */
    public InstanceBits not() {
        for (int i = 0; i < words.length; i++) {
            words[i] = ~words[i];
        }
        clearTail();
        return this;
    }

    /** Equal when the same of as many rows are in the set. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InstanceBits bits && size == bits.size && Arrays.equals(words, bits.words);
    }

    @Override
    public int hashCode() {
        return 31 * size + Arrays.hashCode(words);
    }

    /** Returns the rows in the set, as {@code {0, 3}}. */
    @Override
    public String toString() {
        return toBitSet().toString();
    }

    /**
     * Sets 64 rows with each word.
     *
     * @param firstWord which 64 rows the words begin with: bit 0 of the first is row {@code 64 * firstWord}
     * @param source the words; bits behind the last row are left out
     * @param length how many of them
     */
    public void setWords(int firstWord, long[] source, int length) {
        System.arraycopy(source, 0, words, firstWord, length);
        if (firstWord + length == words.length) {
            clearTail();
        }
    }

    /**
     * Grows.
     *
     * @param newSize how many rows there shall be, no fewer than now; the new ones are not in the set
     */
    public void grow(int newSize) {
        if (newSize < size) {
            throw new IllegalArgumentException("cannot shrink from " + size + " to " + newSize);
        }
        size = newSize;
        if (wordsFor(newSize) > words.length) {
            words = Arrays.copyOf(words, wordsFor(newSize));
        }
    }

    private void clearTail() {
        if ((size & 63) != 0) {
            words[words.length - 1] &= -1L >>> -size;
        }
    }

    private long[] same(InstanceSet other) {
        InstanceBits bits = (InstanceBits) other;
        if (bits.size != size) {
            throw new IllegalArgumentException("a set of " + bits.size + " rows does not go with one of " + size);
        }
        return bits.words;
    }
}
