package io.stowage.ecs.placement.cli;

import io.stowage.ecs.placement.Placement;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.explain.Explanation;
import io.stowage.ecs.placement.explain.FailedCheck;
import io.stowage.ecs.placement.explain.FailedPart;
import io.stowage.ecs.placement.explain.Holder;
import io.stowage.ecs.placement.explain.InstanceExplanation;
import io.stowage.ecs.placement.explain.Ranked;
import io.stowage.ecs.placement.explain.Ranking;
import io.stowage.ecs.placement.explain.RankingStep;
import io.stowage.ecs.placement.explain.ReasonGroup;
import io.stowage.ecs.placement.explain.Verdict;
import io.stowage.ecs.placement.explain.WhyNot;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** An explanation for people: the verdict, the groups, the ranking, then each instance that refuses the task with all its reasons. */
final class ExplanationText {
    private static final String END = System.lineSeparator();
    private static final String INDENT = "  ";
    private static final int MOST_HOLDERS = 5;

    private final ClusterSnapshot cluster;
    private final PlacementRequest request;
    private final Explanation explanation;
    private final Names names;
    private final StringBuilder out = new StringBuilder();

    ExplanationText(ClusterSnapshot cluster, PlacementRequest request, Explanation explanation, Names names) {
        this.cluster = cluster;
        this.request = request;
        this.explanation = explanation;
        this.names = names;
    }

    String print() {
        head();
        out.append(END);
        for (ReasonGroup group : explanation.groups()) {
            line(INDENT + group.text());
            line(INDENT
                    + INDENT
                    + group.containerInstances().stream().map(names::name).collect(Collectors.joining(", ")));
        }
        Ranking ranking = explanation.ranking();
        if (ranking != null) {
            out.append(END);
            ranking(ranking);
        }
        List<InstanceExplanation> refusing = explanation.instances().stream()
                .filter(instance -> !instance.takesTask())
                .toList();
        if (!refusing.isEmpty()) {
            out.append(END);
            line("Instance by instance:");
            refusing.forEach(this::refusal);
        }
        return out.toString();
    }

    String printWhyNot(String id) {
        head();
        out.append(END);
        WhyNot whyNot = explanation.whyNot(id);
        switch (whyNot.answer()) {
            case CHOSEN -> line(names.name(id) + ": the task goes there.");
            case RANKED_BEHIND ->
                line(names.name(id) + " can take the task, but " + names.in(String.valueOf(whyNot.lost())) + ".");
            case REFUSED -> refusal(explanation.instance(id).orElseThrow());
        }
        return out.toString();
    }

    private void head() {
        line("Task " + (explanation.index() + 1) + " of " + request.count() + " of " + explanation.group() + " needs "
                + NeedsText.line(explanation.needs()) + ".");
        cluster.notes().forEach(note -> line("Note: " + note + "."));
        explanation.notes().forEach(note -> line("Note: " + note + "."));
        List<Placement> before = explanation.before();
        if (!before.isEmpty()) {
            line("Before it, on "
                    + before.stream()
                            .map(placement -> names.name(placement.containerInstance()))
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        line(kind(explanation.verdict().kind()) + ": "
                + names.in(explanation.verdict().because()) + ".");
        if (explanation.error() != null) {
            line(explanation.error());
        }
    }

    private static String kind(Verdict.Kind kind) {
        return switch (kind) {
            case PLACEABLE -> "Placeable";
            case NOT_NOW -> "Not now";
            case NEVER_ON_THESE_TYPES -> "Never on these types";
            case NEVER_ANYWHERE -> "Never anywhere";
        };
    }

    private void ranking(Ranking ranking) {
        line("How it is chosen among " + ranking.candidates().size() + " (* stays):");
        if (ranking.candidates().size() == 1) {
            line(INDENT + names.name(ranking.chosen()) + " is the only one that takes it");
        }
        for (RankingStep step : ranking.steps()) {
            line(INDENT + step.strategy());
            TextTable table = new TextTable();
            for (Ranked ranked : step.candidates()) {
                InstanceSnapshot instance = names.instance(ranked.containerInstance());
                table.row(
                        ranked.stays() ? "*" : "",
                        InstanceText.name(instance),
                        InstanceText.type(instance),
                        InstanceText.zone(instance),
                        ranked.value());
            }
            out.append(table.print(INDENT + INDENT));
        }
        if (ranking.tied().size() > 1) {
            line(INDENT + ranking.tieBreaker() + " of " + ranking.tied().size() + ": " + names.name(ranking.chosen()));
        }
        if (ranking.runnerUp() != null) {
            line(INDENT + "next would be " + names.name(ranking.runnerUp()));
        }
    }

    private void refusal(InstanceExplanation explained) {
        InstanceSnapshot instance = names.instance(explained.containerInstance());
        line(INDENT
                + (InstanceText.name(instance)
                                + INDENT
                                + InstanceText.type(instance)
                                + INDENT
                                + InstanceText.zone(instance))
                        .replaceAll(" {3,}", INDENT));
        explained.failures().forEach(this::failure);
    }

    private void failure(FailedCheck failure) {
        String missing =
                failure.shortfall() == null ? "" : "; " + failure.shortfall() + " " + failure.unit() + " short";
        String asked = failure.askedBy().isEmpty() ? "" : "  asked for by " + String.join(", ", failure.askedBy());
        line(INDENT + INDENT + Objects.requireNonNullElse(failure.reason(), "not considered") + "  " + failure.detail()
                + missing + asked);
        for (FailedPart part : failure.parts()) {
            String hint = part.hint() == null ? "" : "; " + part.hint();
            line(INDENT + INDENT + INDENT + part.what() + ": " + names.in(part.found()) + hint);
        }
        if (!failure.holders().isEmpty() && failure.parts().isEmpty()) {
            line(INDENT + INDENT + INDENT + "held by " + holders(failure));
        }
    }

    private String holders(FailedCheck failure) {
        List<Holder> all = failure.holders();
        String first = all.stream()
                .limit(MOST_HOLDERS)
                .map(holder -> names.in(holder.taskId()) + " of "
                        + Objects.requireNonNullElse(holder.group(), "no known group")
                        + (failure.shortfall() == null ? "" : " (" + holder.amount() + ")"))
                .collect(Collectors.joining(", "));
        return all.size() > MOST_HOLDERS ? first + " and " + (all.size() - MOST_HOLDERS) + " more" : first;
    }

    private void line(String text) {
        out.append(text).append(END);
    }
}
