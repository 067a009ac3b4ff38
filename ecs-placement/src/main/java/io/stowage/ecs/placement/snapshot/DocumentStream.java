package io.stowage.ecs.placement.snapshot;

import io.stowage.ecs.model.json.DocumentFormat;
import io.stowage.ecs.model.json.ReadOptions;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Finds the structures in the documents that nearly everybody has: an answer of ECS in JSON, or a list. */
final class DocumentStream {
    /** What ECS writes beside the list, before it or behind it. */
    private static final byte[] FAILURES = "failures".getBytes(StandardCharsets.UTF_8);

    private final JsonScanner json;
    private final byte[] list;

    private DocumentStream(JsonScanner json, String list) {
        this.json = json;
        this.list = list.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Opens a document.
     *
     * @param list the member of an answer that holds the structures
     * @throws Unsure if the model has to find out what it is
     */
    static DocumentStream open(String name, byte[] document, String list, ReadOptions options) {
        if (document.length > options.maxLength() || !isJson(name, options)) {
            throw new Unsure();
        }
        int mark = document.length >= 3 && document[0] == (byte) 0xEF ? 3 : 0;
        return new DocumentStream(new JsonScanner(document, mark, options), list);
    }

    /** What does not begin with a bracket, whatever it is called, comes to grief on the bracket. */
    private static boolean isJson(String name, ReadOptions options) {
        String lower = name.toLowerCase(Locale.ROOT);
        return options.format() == DocumentFormat.JSON
                || (options.format() == DocumentFormat.BY_NAME && !lower.endsWith(".yaml") && !lower.endsWith(".yml"));
    }

    JsonScanner json() {
        return json;
    }

    /** Reads all structures, to the end of the document. */
    void read(Runnable structure) {
        if (json.peek() == '[') {
            list(structure);
        } else {
            answer(structure);
        }
        if (!json.isAtEnd()) {
            throw new Unsure();
        }
    }

    private void answer(Runnable structure) {
        int mark = json.mark();
        boolean found = false;
        json.open('{');
        for (boolean first = true; json.next(first, '}'); first = false) {
            json.name();
            json.takeDown(mark);
            if (json.is(list)) {
                list(structure);
                found = true;
            } else if (found || json.is(FAILURES)) {
                json.skip();
            } else {
                throw new Unsure();
            }
        }
        if (!found) {
            throw new Unsure();
        }
    }

    private void list(Runnable structure) {
        json.open('[');
        for (boolean first = true; json.next(first, ']'); first = false) {
            if (json.peek() != '{') {
                throw new Unsure();
            }
            structure.run();
        }
    }
}
