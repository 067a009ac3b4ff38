package io.stowage.ecs.model.internal.json;

import io.stowage.ecs.model.diagnostic.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Turns a stream of bytes into a text: UTF-8, or what its byte order mark says. It goes piece by piece and stops at the limit, so
 * that a stream without end costs no more than the limit allows.
 */
public final class TextDecoder {
    private static final int PIECE = 1 << 13;

    private final String name;
    private final InputStream in;
    private final int most;
    private final StringBuilder text = new StringBuilder();
    private final ByteBuffer bytes = ByteBuffer.allocate(PIECE);
    private final CharBuffer chars = CharBuffer.allocate(PIECE);
    private long consumed;

    private TextDecoder(String name, InputStream in, int most) {
        this.name = name;
        this.in = in;
        this.most = most;
    }

    /**
     * The text of a stream.
     *
     * @param most the most characters it may have
     * @throws Refused if it is too long or not text in that encoding; the message says so
     * @throws IOException if it cannot be read
     */
    public static SourceText decode(String name, InputStream in, int most) throws IOException, Refused {
        return new TextDecoder(name, in, most).decode();
    }

    private SourceText decode() throws IOException, Refused {
        boolean end = fill();
        Charset charset = charset();
        CharsetDecoder decoder = charset.newDecoder();
        while (true) {
            int before = bytes.position();
            CoderResult result = decoder.decode(bytes, chars, end);
            consumed += bytes.position() - before;
            take();
            if (result.isError()) {
                throw new Refused(
                        "json.encoding",
                        "byte " + consumed + " is not " + charset
                                + "; the text must be UTF-8, or UTF-16 with a byte order mark",
                        source());
            }
            if (result.isUnderflow() && end) {
                decoder.flush(chars);
                take();
                return source();
            }
            if (result.isUnderflow()) {
                bytes.compact();
                end = fill();
            }
        }
    }

    /** Reads on until the buffer is full or the stream ends; true at the end. */
    private boolean fill() throws IOException {
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            bytes.position(bytes.position() + Math.max(0, read));
        }
        bytes.flip();
        return read < 0;
    }

    private void take() throws Refused {
        chars.flip();
        if (text.length() + chars.length() > most) {
            throw new Refused(
                    "json.limit",
                    "the text has more than " + most + " characters, the limit of the reading options",
                    SourceText.of(name, ""));
        }
        text.append(chars);
        chars.clear();
    }

    private SourceText source() {
        return SourceText.of(name, text.toString());
    }

    private Charset charset() {
        if (begins(0xEF, 0xBB, 0xBF)) {
            return skip(3, StandardCharsets.UTF_8);
        } else if (begins(0xFE, 0xFF)) {
            return skip(2, StandardCharsets.UTF_16BE);
        } else if (begins(0xFF, 0xFE)) {
            return skip(2, StandardCharsets.UTF_16LE);
        }
        return StandardCharsets.UTF_8;
    }

    private Charset skip(int mark, Charset charset) {
        bytes.position(mark);
        consumed = mark;
        return charset;
    }

    private boolean begins(int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.limit() || (bytes.get(i) & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** The bytes are there, but they are no text that will be read. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final String id;
        private final transient SourceText before;

        Refused(String id, String message, SourceText before) {
            super(message);
            this.id = id;
            this.before = before;
        }

        /** The id of the finding. */
        public String id() {
            return id;
        }

        /** The text up to the place where the trouble is. */
        public SourceText before() {
            return before;
        }
    }
}
