package io.stowage.ecs.cql.internal.syntax;

import io.stowage.ecs.cql.ErrorKind;
import io.stowage.ecs.cql.QueryLimits;
import io.stowage.ecs.cql.ast.Expression;
import io.stowage.ecs.cql.internal.grammar.CqlLexer;
import io.stowage.ecs.cql.internal.grammar.CqlParser;
import io.stowage.ecs.cql.internal.match.Planner;
import io.stowage.ecs.cql.internal.text.Words;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;

/**
 * From text to tree. A text that is a query goes through the grammar and is copied; any other goes a second time, token by
 * token, through {@link FaultFinder}, which has no tree but words for people.
 */
public final class QueryReader {
    private QueryReader() {}

    /** Reads a text. */
    public static Reading read(String text, QueryLimits limits) {
        Source source = new Source(text);
        if (Words.isBlank(text)) {
            String message = "The expression is empty. Expected for example `attribute:stack == prod`.";
            return refused(source.fault(ErrorKind.EMPTY_EXPRESSION, 0, text.length(), message, List.of()));
        }
        if (text.length() > limits.maxLength()) {
            String message = "The expression has " + text.length() + " characters; at most " + limits.maxLength()
                    + " are allowed.";
            return refused(
                    source.fault(ErrorKind.EXPRESSION_TOO_LONG, limits.maxLength(), text.length(), message, List.of()));
        }
        Reading reading = expression(source, limits);
        return reading != null ? reading : Reading.of(FaultFinder.find(source, limits));
    }

    private static Reading refused(QueryFault fault) {
        return Reading.of(List.of(fault.error()));
    }

    private static @Nullable Reading expression(Source source, QueryLimits limits) {
        TokenList tokens = tokens(source, limits);
        if (tokens == null) {
            return null;
        }
        try {
            TreeCopier copier = new TreeCopier(source);
            Expression expression = copier.visit(tree(tokens));
            return Reading.of(expression, Planner.plan(expression, copier.patterns()));
        } catch (ParseCancellationException | QueryFault refused) {
            return null;
        }
    }

    private static CqlParser.ExpressionContext tree(TokenList tokens) {
        CqlParser parser = new CqlParser(tokens);
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        try {
            return parser.expression();
        } catch (ParseCancellationException tryAgain) {
            tokens.seek(0);
            parser.reset();
            parser.getInterpreter().setPredictionMode(PredictionMode.LL);
            return parser.expression();
        }
    }

    /** All tokens up to the end; null when one of them shows already that the text is no query. */
    private static @Nullable TokenList tokens(Source source, QueryLimits limits) {
        CqlLexer lexer = new CqlLexer(new Utf16CharStream(source.text()));
        lexer.removeErrorListeners();
        Nesting nesting = new Nesting(limits.maxNesting());
        List<Token> tokens = new ArrayList<>();
        Token token;
        do {
            token = lexer.nextToken();
            if (!isSound(token, nesting)) {
                return null;
            }
            tokens.add(token);
        } while (token.getType() != Token.EOF);
        return new TokenList(tokens, lexer);
    }

    private static boolean isSound(Token token, Nesting nesting) {
        switch (token.getType()) {
            case CqlLexer.LPAREN -> {
                return nesting.open();
            }
            case CqlLexer.NOT -> {
                return nesting.negate();
            }
            case CqlLexer.AND, CqlLexer.OR -> nesting.endOperand();
            case CqlLexer.RPAREN -> nesting.close();
            case CqlLexer.ERR_OPERAND,
                    CqlLexer.ERR_OPERATOR,
                    CqlLexer.ERR_VALUE,
                    CqlLexer.ERR_LIST,
                    CqlLexer.ERR_PATTERN -> {
                return false;
            }
            default -> {
                // The parser sees to the rest.
            }
        }
        return true;
    }
}
