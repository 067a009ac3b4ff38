package io.stowage.ecs.cql.internal.syntax;

import io.stowage.ecs.cql.internal.grammar.CqlLexer;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Tokens one at a time. What a character begins depends on what stands before it, so that whoever knows better than the lexer
 * where a word ends, or what it should have been, may start it again from there.
 */
final class TokenCursor {
    private final Utf16CharStream characters;
    private final CqlLexer lexer;
    private @Nullable Token peeked;

    TokenCursor(Source source) {
        this.characters = new Utf16CharStream(source.text());
        this.lexer = new CqlLexer(characters);
        lexer.removeErrorListeners();
    }

    Token peek() {
        if (peeked == null) {
            peeked = lexer.nextToken();
        }
        return peeked;
    }

    Token next() {
        Token token = peek();
        peeked = null;
        return token;
    }

    /** Goes on where a connective or an operand may stand. */
    void expectAnything(int offset) {
        restart(offset, Lexer.DEFAULT_MODE);
    }

    void expectOperator(int offset) {
        restart(offset, CqlLexer.OPER);
    }

    void expectValue(int offset) {
        restart(offset, CqlLexer.VALUE);
    }

    void expectList(int offset) {
        restart(offset, CqlLexer.LIST);
    }

    void expectPattern(int offset) {
        restart(offset, CqlLexer.PATTERN);
    }

    private void restart(int offset, int mode) {
        characters.seek(offset);
        lexer._hitEOF = false;
        lexer.mode(mode);
        peeked = null;
    }
}
