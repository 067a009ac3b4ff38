package io.stowage.ecs.cql.internal.syntax;

import java.util.List;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.WritableToken;
import org.antlr.v4.runtime.misc.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that are all there, the last of them the end. The stream that comes with the runtime reads ahead from a source and knows
 * of hidden channels; none of that is needed here, and the parser asks its stream several times for every token.
 */
final class TokenList implements TokenStream {
    private final Token[] tokens;
    private final TokenSource source;
    private int at;

    TokenList(List<Token> tokens, TokenSource source) {
        this.tokens = tokens.toArray(Token[]::new);
        // The parser finds its way back to a token by its index.
        for (int i = 0; i < this.tokens.length; i++) {
            ((WritableToken) this.tokens[i]).setTokenIndex(i);
        }
        this.source = source;
    }

    /** Nothing stands before the first token, and the end again behind the last. */
    @Override
    public @Nullable Token LT(int distance) {
        int index = distance < 0 ? at + distance : at + distance - 1;
        return index < 0 ? null : tokens[Math.min(index, tokens.length - 1)];
    }

    @Override
    public int LA(int distance) {
        Token token = LT(distance);
        return token == null ? Token.INVALID_TYPE : token.getType();
    }

    @Override
    public void consume() {
        if (at == tokens.length - 1) {
            throw new IllegalStateException("nothing left to consume");
        }
        at++;
    }

    @Override
    public Token get(int index) {
        return tokens[index];
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {
        // All tokens stay in memory: there is nothing to release.
    }

    @Override
    public int index() {
        return at;
    }

    @Override
    public void seek(int index) {
        at = Math.min(index, tokens.length - 1);
    }

    @Override
    public int size() {
        return tokens.length;
    }

    @Override
    public String getSourceName() {
        return IntStream.UNKNOWN_SOURCE_NAME;
    }

    @Override
    public TokenSource getTokenSource() {
        return source;
    }

    @Override
    public String getText(Interval interval) {
        StringBuilder text = new StringBuilder();
        for (int i = interval.a; i <= Math.min(interval.b, tokens.length - 1); i++) {
            text.append(tokens[i].getText());
        }
        return text.toString();
    }

    @Override
    public String getText() {
        return getText(Interval.of(0, tokens.length - 1));
    }

    @Override
    public String getText(RuleContext context) {
        return getText(context.getSourceInterval());
    }

    @Override
    public String getText(Token start, Token stop) {
        return getText(Interval.of(start.getTokenIndex(), stop.getTokenIndex()));
    }
}
