package io.stowage.ecs.model.internal.json;

import io.stowage.ecs.model.diagnostic.SourceText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Turns the bytes of a file into a text: UTF-8, or what its byte order mark says. */
public final class TextDecoder {
    private TextDecoder() {}

    /**
     * The text of a file.
     *
     * @throws Refused if it is too long or not text in that encoding; the message says so
     * @throws IOException if it cannot be read
     */
    public static SourceText load(Path file, int maxBytes) throws IOException, Refused {
        if (Files.size(file) > maxBytes) {
            throw new Refused(
                    "json.limit",
                    "the file has more than " + maxBytes + " bytes, the limit of the reading options",
                    SourceText.of(file.toString(), ""));
        }
        return decode(file.toString(), Files.readAllBytes(file));
    }

    static SourceText decode(String name, byte[] bytes) throws Refused {
        Charset charset = StandardCharsets.UTF_8;
        int mark = 0;
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            mark = 3;
        } else if (begins(bytes, 0xFE, 0xFF)) {
            charset = StandardCharsets.UTF_16BE;
            mark = 2;
        } else if (begins(bytes, 0xFF, 0xFE)) {
            charset = StandardCharsets.UTF_16LE;
            mark = 2;
        }
        ByteBuffer content = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
        try {
            return SourceText.of(name, charset.newDecoder().decode(content).toString());
        } catch (CharacterCodingException e) {
            int good = content.position();
            throw new Refused(
                    "json.encoding",
                    "byte " + good + " is not " + charset
                            + "; the file must be UTF-8, or UTF-16 with a byte order mark",
                    SourceText.of(name, new String(bytes, mark, good - mark, charset)));
        }
    }

    private static boolean begins(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** The file is there, but it is no text that will be read. */
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
