package io.stowage.ecs.placement.internal.engine;

import java.util.List;

/**
 * A {@link Plan} in parts, as a {@link PlanReader} has found them: what an index knows of itself, what is asked once for a class of
 * instances, and what remains to be asked of each instance that would be chosen. Nothing in it belongs to an index. Immutable.
 *
 * @param isReadable whether an index can answer the plan; there is nothing else in it if not
 * @param facts what classes must differ in for the plan
 * @param ofClass the checks that all instances of a class answer alike
 * @param ofInstance the checks that each instance answers for itself
 * @param isDistinct whether tasks of the group keep each other away
 * @param chain the strategies that the index follows: an amount or a count by its number, a fact by its name
 * @param strategiesRead how many strategies the index follows; what they leave is for the others, or for the tie-breaker
 * @param isByLot whether the last word is drawn
 * @param isReadToTheEnd whether the index has the last word
 * @param keepsStandings whether others have a say, of which what they say of an instance can be kept
 */
record PlanReading(
        boolean isReadable,
        List<String> facts,
        List<Check> ofClass,
        List<Check> ofInstance,
        boolean isDistinct,
        List<Object> chain,
        int strategiesRead,
        boolean isByLot,
        boolean isReadToTheEnd,
        boolean keepsStandings) {

    /** Of a plan that an index cannot answer. */
    static final PlanReading UNREADABLE =
            new PlanReading(false, List.of(), List.of(), List.of(), false, List.of(), 0, false, false, false);

    /** The chain of the plan in an index, where facts are dimensions. */
    int[] chain(Facts known) {
        int[] parts = new int[chain.size()];
        for (int i = 0; i < parts.length; i++) {
            Object part = chain.get(i);
            parts[i] = part instanceof Integer number ? number : known.dimension(part.toString());
        }
        return parts;
    }
}
