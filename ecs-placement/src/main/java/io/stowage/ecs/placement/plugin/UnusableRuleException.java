package io.stowage.ecs.placement.plugin;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A plug-in cannot use a constraint or strategy as it is written. This is the fault of the request, not of the plug-in: the caller gets
 * a {@link io.stowage.ecs.placement.PlacementRequestException} that points at the member.
 */
public final class UnusableRuleException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * Makes the exception.
     *
     * @param problems what is wrong, at least one
     */
    public UnusableRuleException(List<Problem> problems) {
        super(problems.stream().map(Problem::message).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /**
     * Makes an exception of one problem with the whole of a member.
     *
     * @param id the id of the diagnostic, dotted, for example {@code request.strategy-field}
     * @param member {@code type}, {@code expression} or {@code field}
     * @param message what was found and what was expected
     */
    public UnusableRuleException(String id, String member, String message) {
        this(List.of(new Problem(id, member, message, 0, null)));
    }

    /**
     * Everything that is wrong.
     *
     * @return in the order in which it was found; unmodifiable
     */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * One thing that is wrong.
     *
     * @param id the id of the diagnostic
     * @param member {@code type}, {@code expression} or {@code field}
     * @param message what was found and what was expected
     * @param offset the character meant within the member, in UTF-16 code units from 0
     * @param hint what to do about it, {@code null} if there is nothing to add
     */
    public record Problem(
            String id,
            String member,
            String message,
            int offset,
            @Nullable String hint) {}
}
