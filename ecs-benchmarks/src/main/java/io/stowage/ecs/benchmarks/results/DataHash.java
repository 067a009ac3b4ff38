package io.stowage.ecs.benchmarks.results;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether two runs worked on the same data: the first sixteen digits of a SHA-256. */
public final class DataHash {
    private static final int BYTES = 8;

    private final MessageDigest digest;

    /** Of nothing yet. */
    public DataHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes in bytes. */
    public DataHash add(byte[] bytes) {
        digest.update(bytes);
        return this;
    }

    /** Takes in numbers. */
    public DataHash add(int[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * numbers.length);
        bytes.asIntBuffer().put(numbers);
        return add(bytes.array());
    }

    /** What it comes to; call it once. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }
}
