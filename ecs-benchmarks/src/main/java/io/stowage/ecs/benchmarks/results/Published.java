package io.stowage.ecs.benchmarks.results;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What others have published of whole schedulers, shown beside a million tasks (P12), never as a ratio. */
final class Published {
    private Published() {}

    /** In Markdown, with the sentence that they are something else. */
    static String text() {
        try (InputStream in = Published.class.getResourceAsStream("published-figures.md")) {
            if (in == null) {
                throw new IllegalStateException("published-figures.md is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
