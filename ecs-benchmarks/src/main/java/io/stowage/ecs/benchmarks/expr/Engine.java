package io.stowage.ecs.benchmarks.expr;

import java.util.function.Supplier;

/** Who evaluates. */
public enum Engine {
    /** This library. */
    STOWAGE("Stowage", CqlLanguage::new),
    /** CEL-Java. */
    CEL("CEL-Java", CelLanguage::new),
    /** Apache Commons JEXL. */
    JEXL("JEXL", JexlLanguage::new),
    /** MVEL. */
    MVEL("MVEL", MvelLanguage::new),
    /** Spring's expression language. */
    SPEL("SpEL", SpelLanguage::new);

    private final String title;
    private final Supplier<Language> maker;

    Engine(String title, Supplier<Language> maker) {
        this.title = title;
        this.maker = maker;
    }

    String title() {
        return title;
    }

    Language language() {
        return maker.get();
    }
}
