package io.stowage.ecs.validation.spi;

import java.util.Locale;

/** What a rule belongs to, and so whether it is asked at all. */
public enum RuleSet {
    /** What ECS or its agent refuses, ignores or cannot run. Always evaluated. */
    CORE,
    /** Advice on running services well; only on request. */
    PRACTICE,
    /** Advice on exposure and privileges; only on request. */
    SECURITY;

    /**
     * The name in files and on command lines.
     *
     * @return lower case, for example {@code core}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
