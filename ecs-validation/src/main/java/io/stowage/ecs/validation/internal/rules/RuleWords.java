package io.stowage.ecs.validation.internal.rules;

import java.util.Locale;
import java.util.regex.Pattern;

/** Words of rules that are made from names of members. */
final class RuleWords {
    private static final Pattern INNER_CAPITAL = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private RuleWords() {}

    /** The part of an id that stands for a member: {@code sharedMemorySize} is {@code shared-memory-size}. */
    static String idOf(String member) {
        return INNER_CAPITAL.matcher(member).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
