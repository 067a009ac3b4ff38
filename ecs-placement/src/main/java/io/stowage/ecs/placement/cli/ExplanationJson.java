package io.stowage.ecs.placement.cli;

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
import io.stowage.ecs.placement.explain.WhyNot;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An explanation for machines: all of it, with full ids. */
final class ExplanationJson {
    private final ClusterSnapshot cluster;
    private final PlacementRequest request;
    private final Explanation explanation;
    private final Names names;

    ExplanationJson(ClusterSnapshot cluster, PlacementRequest request, Explanation explanation, Names names) {
        this.cluster = cluster;
        this.request = request;
        this.explanation = explanation;
        this.names = names;
    }

    /** With the answer to the question why not to one instance, if that is asked. */
    Map<String, @Nullable Object> plain(@Nullable String askedInstance) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("group", explanation.group());
        plain.put("task", explanation.index() + 1);
        plain.put("count", request.count());
        plain.put("needs", NeedsJson.needs(explanation.needs()));
        plain.put(
                "notes",
                Stream.concat(cluster.notes().stream(), explanation.notes().stream())
                        .toList());
        plain.put(
                "before",
                explanation.before().stream()
                        .map(placement -> InstanceText.plain(names.instance(placement.containerInstance())))
                        .toList());
        Map<String, @Nullable Object> verdict = new LinkedHashMap<>();
        verdict.put("kind", explanation.verdict().kind().name());
        verdict.put("because", explanation.verdict().because());
        verdict.put("containerInstances", explanation.verdict().containerInstances());
        plain.put("verdict", verdict);
        plain.put("error", explanation.error());
        plain.put("containerInstance", explanation.containerInstance().orElse(null));
        Ranking ranking = explanation.ranking();
        plain.put("ranking", ranking == null ? null : ranking(ranking));
        plain.put(
                "groups",
                explanation.groups().stream().map(ExplanationJson::group).toList());
        plain.put(
                "instances",
                explanation.instances().stream().map(this::instance).toList());
        plain.put("whyNot", askedInstance == null ? null : whyNot(explanation.whyNot(askedInstance)));
        return plain;
    }

    private static Map<String, @Nullable Object> ranking(Ranking ranking) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("candidates", ranking.candidates());
        plain.put("steps", ranking.steps().stream().map(ExplanationJson::step).toList());
        plain.put("tied", ranking.tied());
        plain.put("tieBreaker", ranking.tieBreaker());
        plain.put("chosen", ranking.chosen());
        plain.put("runnerUp", ranking.runnerUp());
        return plain;
    }

    private static Map<String, @Nullable Object> step(RankingStep step) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("strategy", step.strategy());
        plain.put(
                "candidates",
                step.candidates().stream().map(ExplanationJson::ranked).toList());
        return plain;
    }

    private static Map<String, @Nullable Object> ranked(Ranked ranked) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("containerInstance", ranked.containerInstance());
        plain.put("score", ranked.score().toString());
        plain.put("value", ranked.value());
        plain.put("stays", ranked.stays());
        return plain;
    }

    private static Map<String, @Nullable Object> group(ReasonGroup group) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("count", group.count());
        plain.put("text", group.text());
        plain.put("about", group.about());
        plain.put("reasons", group.reasons());
        plain.put("containerInstances", group.containerInstances());
        return plain;
    }

    private Map<String, @Nullable Object> instance(InstanceExplanation instance) {
        Map<String, @Nullable Object> plain = InstanceText.plain(names.instance(instance.containerInstance()));
        plain.put("takesTask", instance.takesTask());
        plain.put("considered", instance.considered());
        plain.put("failures", failures(instance.failures()));
        plain.put("failuresWhenEmpty", failures(instance.failuresWhenEmpty()));
        return plain;
    }

    private static List<Map<String, @Nullable Object>> failures(List<FailedCheck> failures) {
        return failures.stream().map(ExplanationJson::failure).toList();
    }

    private static Map<String, @Nullable Object> failure(FailedCheck failure) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("kind", failure.kind().name());
        plain.put("about", failure.about());
        plain.put("reason", failure.reason());
        plain.put("detail", failure.detail());
        plain.put("have", failure.have());
        plain.put("need", failure.need());
        plain.put("shortfall", failure.shortfall());
        plain.put("total", failure.total());
        plain.put("unit", failure.unit());
        plain.put("askedBy", failure.askedBy());
        plain.put(
                "holders",
                failure.holders().stream().map(ExplanationJson::holder).toList());
        plain.put("heldByOthers", failure.heldByOthers());
        plain.put("parts", failure.parts().stream().map(ExplanationJson::part).toList());
        io.stowage.ecs.cql.Explanation expression = failure.expression();
        plain.put("expression", expression == null ? null : expression(expression));
        return plain;
    }

    private static Map<String, @Nullable Object> expression(io.stowage.ecs.cql.Explanation expression) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("part", expression.part().toQuery());
        plain.put("matches", expression.matches());
        plain.put("found", expression.found());
        plain.put(
                "parts",
                expression.parts().stream().map(ExplanationJson::expression).toList());
        return plain;
    }

    private static Map<String, @Nullable Object> holder(Holder holder) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("taskId", holder.taskId());
        plain.put("group", holder.group());
        plain.put("amount", holder.amount());
        plain.put("counted", holder.counted());
        return plain;
    }

    private static Map<String, @Nullable Object> part(FailedPart part) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("what", part.what());
        plain.put("found", part.found());
        plain.put("askedBy", part.askedBy());
        plain.put("heldBy", part.heldBy());
        plain.put("hint", part.hint());
        return plain;
    }

    private static Map<String, @Nullable Object> whyNot(WhyNot whyNot) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("containerInstance", whyNot.containerInstance());
        plain.put("answer", whyNot.answer().name());
        plain.put("failures", failures(whyNot.failures()));
        WhyNot.Loss lost = whyNot.lost();
        if (lost != null) {
            Map<String, @Nullable Object> loss = new LinkedHashMap<>();
            loss.put("by", lost.by());
            loss.put("value", lost.value());
            loss.put("winner", lost.winner());
            loss.put("winnerValue", lost.winnerValue());
            plain.put("lost", loss);
        } else {
            plain.put("lost", null);
        }
        return plain;
    }
}
