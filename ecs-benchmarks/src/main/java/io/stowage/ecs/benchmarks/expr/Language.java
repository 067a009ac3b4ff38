package io.stowage.ecs.benchmarks.expr;

import java.util.List;

/** A language of expressions, driven in the fastest way that its documentation names. For one thread. */
interface Language {
    /** The condition in this language. */
    String write(Condition condition);

    /** Reads a text as far as a syntax tree. */
    Object parse(String text);

    /** Reads a text until it can be asked. */
    Object compile(String text);

    /** Makes a test of a text over these hosts; making their bindings is not part of what is timed. */
    Count count(String text, List<Host> hosts);

    /** Evaluates an expression for every host. */
    interface Count {
        /** Returns how many hosts satisfy the expression. */
        int run();
    }
}
