package io.stowage.ecs.cql.internal.syntax;

import io.stowage.ecs.cql.ClusterQueryError;
import io.stowage.ecs.cql.ErrorKind;
import io.stowage.ecs.cql.internal.text.Words;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** The text of a query as its readers see it: tokens as text, and errors at places. */
record Source(String text) {

    /** The text of a token; empty at the end. */
    String textOf(Token token) {
        return text.substring(start(token), end(token));
    }

    int start(Token token) {
        return token.getType() == Token.EOF ? text.length() : token.getStartIndex();
    }

    int end(Token token) {
        return token.getType() == Token.EOF ? text.length() : token.getStopIndex() + 1;
    }

    /** The end of what a person would call the word at a token: a token may be a part of it. */
    int endOfWord(Token token) {
        return Math.max(end(token), Words.endOfWord(text, start(token)));
    }

    String wordAt(Token token) {
        return text.substring(start(token), endOfWord(token));
    }

    /** What stands at a token, for a sentence. */
    String found(Token token) {
        return token.getType() == Token.EOF ? "the end of the expression" : code(wordAt(token));
    }

    /** The index of the first character at or behind an index that is no whitespace. */
    int skipWhitespace(int from) {
        int at = from;
        while (at < text.length() && Words.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    QueryFault fault(ErrorKind kind, Token token, String message, List<String> suggestions) {
        return fault(kind, start(token), end(token), message, suggestions);
    }

    QueryFault faultAtWord(ErrorKind kind, Token token, String message, List<String> suggestions) {
        return fault(kind, start(token), endOfWord(token), message, suggestions);
    }

    QueryFault fault(ErrorKind kind, int start, int end, String message, List<String> suggestions) {
        return new QueryFault(new ClusterQueryError(kind, start, end - start, text, message, start, suggestions));
    }

    /** A text as it stands in a sentence; a long one is cut. */
    static String code(String text) {
        int limit = 80;
        return "`" + (text.length() <= limit ? text : text.substring(0, limit) + "...") + "`";
    }
}
