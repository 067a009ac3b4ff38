package io.stowage.ecs.placement;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A request that ECS would refuse before it looks at any instance: an unknown strategy, a malformed expression, too many tasks. */
public final class PlacementRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /**
     * Makes the exception.
     *
     * @param faults what is wrong with the request, at least one
     */
    public PlacementRequestException(List<Fault> faults) {
        super(faults.stream().map(fault -> fault.diagnostic().toString()).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /**
     * Everything that is wrong.
     *
     * @return in the order in which it was found; unmodifiable
     */
    public List<Fault> faults() {
        return faults;
    }

    /**
     * One thing that is wrong.
     *
     * @param diagnostic what and where: its pointer leads into the request ({@code /placementConstraints/0/expression}) or, beginning
     *     with {@code /taskDefinition}, into its task definition; it has no location, because a request is an object
     * @param offset the character meant within the text at the pointer, in UTF-16 code units from 0; 0 if the whole is meant. Whoever
     *     read the request from a file finds the place in it with {@link
     *     io.stowage.ecs.model.json.ParsedDocument#locate(String, int)}
     */
    public record Fault(Diagnostic diagnostic, int offset) {
        /**
         * Checks the offset.
         *
         * @throws IllegalArgumentException if it is negative
         */
        public Fault {
            Objects.requireNonNull(diagnostic, "diagnostic");
            if (offset < 0) {
                throw new IllegalArgumentException("offset " + offset + " is negative");
            }
        }
    }
}
