package io.stowage.ecs.placement.cli;

import io.stowage.ecs.model.deployment.DeploymentBounds;
import io.stowage.ecs.placement.service.RolloutAnalysis;
import io.stowage.ecs.placement.service.RolloutMove;
import io.stowage.ecs.placement.service.StalledRollout;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What becomes of a rolling deployment, for people and for machines. */
final class RolloutReport {
    private final String group;
    private final DeploymentBounds bounds;
    private final RolloutAnalysis analysis;
    private final Names names;

    RolloutReport(String group, DeploymentBounds bounds, RolloutAnalysis analysis, Names names) {
        this.group = group;
        this.bounds = bounds;
        this.analysis = analysis;
        this.names = names;
    }

    String print() {
        return names.in("Rollout of " + group + ": " + bounds.desiredCount() + " desired, minimumHealthyPercent "
                                + bounds.minimumHealthyPercent() + ", maximumPercent " + bounds.maximumPercent() + "\n"
                                + analysis)
                        .replace("\n", System.lineSeparator())
                + System.lineSeparator();
    }

    Map<String, @Nullable Object> plain() {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("group", group);
        plain.put("desiredCount", bounds.desiredCount());
        plain.putAll(percents(bounds));
        plain.put("verdict", analysis.verdict().name());
        plain.put("isExact", analysis.isExact());
        plain.put("states", analysis.states());
        plain.put("peakTasks", analysis.peakTasks());
        plain.put("extraTasks", analysis.extraTasks());
        plain.put("lowestHealthy", analysis.lowestHealthy());
        plain.put("why", analysis.why());
        plain.put("trace", analysis.trace().stream().map(RolloutReport::move).toList());
        StalledRollout stall = analysis.stall();
        plain.put("stall", stall == null ? null : stall(stall));
        plain.put(
                "safeSettings",
                analysis.safeSettings().stream().map(RolloutReport::percents).toList());
        return plain;
    }

    private static Map<String, @Nullable Object> percents(DeploymentBounds bounds) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("minimumHealthyPercent", bounds.minimumHealthyPercent());
        plain.put("maximumPercent", bounds.maximumPercent());
        return plain;
    }

    private static Map<String, @Nullable Object> move(RolloutMove move) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("move", move.isStart() ? "START" : "STOP");
        plain.put("containerInstance", move.containerInstance());
        plain.put("oldTasks", move.oldTasks());
        plain.put("newTasks", move.newTasks());
        return plain;
    }

    private static Map<String, @Nullable Object> stall(StalledRollout stall) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("reason", stall.reason().name());
        plain.put("why", stall.why());
        plain.put("repair", stall.repair());
        return plain;
    }
}
