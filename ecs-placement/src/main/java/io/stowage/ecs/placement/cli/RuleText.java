package io.stowage.ecs.placement.cli;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.placement.PlacementConstraintType;
import io.stowage.ecs.model.placement.PlacementStrategy;
import io.stowage.ecs.model.placement.PlacementStrategyType;
import org.jspecify.annotations.Nullable;

/**
 * A strategy or constraint on the command line: {@code binpack(memory)}, {@code random}, or the shorthand of the AWS command line,
 * {@code type=binpack,field=memory}. Whether ECS knows it is for the engine to say.
 *
 * @param source the text, named like its option
 * @param type what stands before the parenthesis
 * @param argument what stands inside; {@code null} without parentheses
 * @param argumentOffset where the argument begins in the text; its end if there is none
 */
record RuleText(SourceText source, String type, @Nullable String argument, int argumentOffset) {
    private static final String TYPE = "type=";

    static RuleText parse(String option, String text, String argumentName) {
        SourceText source = SourceText.of(option, text);
        if (text.startsWith(TYPE)) {
            return shorthand(source, argumentName + "=");
        }
        int open = text.indexOf('(');
        if (open < 0) {
            return new RuleText(source, text.strip(), null, text.length());
        }
        int close = text.stripTrailing().length() - 1;
        if (text.charAt(close) != ')') {
            throw unusable(
                    source,
                    close + 1,
                    "the parenthesis is not closed; for example type(" + argumentName + ") was expected");
        }
        return new RuleText(source, text.substring(0, open).strip(), text.substring(open + 1, close), open + 1);
    }

    private static RuleText shorthand(SourceText source, String argumentKey) {
        String text = source.text();
        int comma = text.indexOf(',');
        if (comma < 0) {
            return new RuleText(source, text.substring(TYPE.length()), null, text.length());
        }
        if (!text.startsWith(argumentKey, comma + 1)) {
            throw unusable(source, comma + 1, "behind the type, " + argumentKey + " was expected");
        }
        int start = comma + 1 + argumentKey.length();
        return new RuleText(source, text.substring(TYPE.length(), comma), text.substring(start), start);
    }

    PlacementStrategy strategy() {
        return PlacementStrategy.builder()
                .type(new PlacementStrategyType(type))
                .field(argument)
                .build();
    }

    PlacementConstraint constraint() {
        return PlacementConstraint.builder()
                .type(new PlacementConstraintType(type))
                .expression(argument)
                .build();
    }

    /** A finding of the engine about this text, with its line and a caret. */
    String render(Diagnostic diagnostic, int offset) {
        boolean aboutType = diagnostic.pointer().endsWith("/type");
        return render(
                source,
                aboutType ? 0 : argumentOffset + offset,
                new Diagnostic(
                        diagnostic.id(), diagnostic.severity(), diagnostic.message(), "", null, diagnostic.hint()));
    }

    private static UnusableInputException unusable(SourceText source, int offset, String message) {
        return new UnusableInputException(
                render(source, offset, new Diagnostic("request.option", Severity.ERROR, message, "", null, null)));
    }

    private static String render(SourceText source, int offset, Diagnostic what) {
        Diagnostic located = new Diagnostic(
                what.id(), what.severity(), what.message(), what.pointer(), source.locate(offset), what.hint());
        return located + "\n" + source.quote(source.locate(offset));
    }
}
