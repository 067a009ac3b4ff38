package io.stowage.ecs.placement.repair;

import java.util.ArrayList;
import java.util.List;

/**
 * Texts that a regular expression probably matches: one for each of its alternatives, with the least repetitions and the first of
 * each set of characters. It knows what people write in constraints and no more; whether a text matches is for the engine to say.
 */
final class PatternExample {
    private static final String ANY = "0";

    private final String pattern;
    private int at;

    private PatternExample(String pattern) {
        this.pattern = pattern;
    }

    static List<String> of(String pattern) {
        PatternExample example = new PatternExample(pattern);
        List<String> found = new ArrayList<>();
        while (example.at < pattern.length()) {
            found.addAll(example.alternatives());
            example.at++; // a parenthesis that nobody opened
        }
        return found;
    }

    private boolean sees(char c) {
        return at < pattern.length() && pattern.charAt(at) == c;
    }

    /** Up to the end or a closing parenthesis. */
    private List<String> alternatives() {
        List<String> found = new ArrayList<>();
        found.add(sequence());
        while (sees('|')) {
            at++;
            found.add(sequence());
        }
        return found;
    }

    private String sequence() {
        StringBuilder text = new StringBuilder();
        while (at < pattern.length() && !sees('|') && !sees(')')) {
            String atom = atom();
            text.append(atom.repeat(repetitions()));
        }
        return text.toString();
    }

    private String atom() {
        char c = pattern.charAt(at++);
        return switch (c) {
            case '^', '$' -> "";
            case '.' -> ANY;
            case '\\' -> escape();
            case '[' -> set();
            case '(' -> group();
            default -> String.valueOf(c);
        };
    }

    private String escape() {
        if (at == pattern.length()) {
            return "";
        }
        char c = pattern.charAt(at++);
        return switch (c) {
            case 'd', 'w' -> ANY;
            case 's' -> " ";
            case 'D', 'S' -> "a";
            case 'W' -> "-";
            case 'b', 'B', 'A', 'z' -> "";
            default -> String.valueOf(c);
        };
    }

    private String set() {
        boolean negated = sees('^');
        int start = negated ? at + 1 : at;
        int end = pattern.indexOf(']', start + 1);
        if (end < 0) {
            return "[";
        }
        String members = pattern.substring(start, end);
        at = end + 1;
        if (negated) {
            return members.contains(ANY) ? "_" : ANY;
        }
        return members.startsWith("\\") ? new PatternExample(members).atom() : members.substring(0, 1);
    }

    private String group() {
        if (sees('?')) {
            at++;
            if (sees(':')) {
                at++;
            }
        }
        String first = alternatives().get(0);
        if (sees(')')) {
            at++;
        }
        return first;
    }

    private int repetitions() {
        int times = 1;
        if (sees('*') || sees('?')) {
            at++;
            times = 0;
        } else if (sees('+')) {
            at++;
        } else if (sees('{')) {
            int end = pattern.indexOf('}', at);
            String least = end < 0 ? "" : pattern.substring(at + 1, end).split(",", -1)[0];
            if (least.matches("[0-9]{1,2}")) {
                at = end + 1;
                times = Integer.parseInt(least);
            }
        }
        if (sees('?')) {
            at++; // as few as possible, which it is anyway
        }
        return times;
    }
}
