package io.stowage.ecs.benchmarks.place;

import io.stowage.ecs.benchmarks.Part;
import io.stowage.ecs.benchmarks.Part.Pace;
import java.util.List;

/** What JMH measures for the targets P1 to P16, and for M5 and M6 as far as they are times: nothing that no target speaks of. */
public final class PlacementParts {
    private static final List<Integer> ENDS = List.of(1000, 100_000);
    private static final List<Integer> TENFOLD = List.of(1000, 10_000, 100_000);

    private PlacementParts() {}

    /** Everything. */
    public static List<Part> full() {
        return List.of(
                ordinary("(Binpack|Spread|MemberOf|Random|Mixed|Packed|Distinct|ManyServices|Million)", "stowage"),
                ordinary("SpreadInstance", "stowage").with("tasks", 10, 5000),
                ordinary("SpreadInstance", "stowage").with("tasks", 1).with("instances", ENDS),
                ordinary("Binpack", "scan").with("instances", ENDS),
                ordinary("Mixed", "scan").with("instances", 1000, 10_000),
                ordinary("(Adversarial|Million)", "scan"),
                ordinary("Adversarial", "stowage"),
                ordinary("Refusal", "refused"),
                ordinary("Runs", "(fifty|thousand)"),
                ordinary("Churn", "(joinAndLeave|attribute|drain)").with("instances", ENDS),
                ordinary("Fork", "(fork|deepCopy)"),
                slow("Objects", "place").taking(1.5),
                slow("Runs", "request").taking(1),
                slow("Explain", "(stowage|again|scan)").taking(0.3),
                slow("ScaleIn", "(stowage|scan)").with("instances", 10_000).taking(1.5),
                slow("Build", "(stowage|sort)").taking(1.5),
                slow("Load", "(stowage|tokens|tree)").taking(0.5),
                latency("placement"),
                // Five thousand pauses of 20 ms.
                latency("afterPauses").taking(100));
    }

    /** The ends of what grows, and what targets speak of by name. */
    public static List<Part> quick() {
        return List.of(
                ordinary("(Binpack|Spread|MemberOf|Random|Packed)", "stowage").with("instances", ENDS),
                ordinary("Mixed", "stowage").with("instances", TENFOLD),
                ordinary("SpreadInstance", "stowage").with("tasks", 10, 5000).with("instances", ENDS),
                ordinary("Distinct", "stowage").with("tasks", 10, 5000),
                ordinary("ManyServices", "stowage").with("instances", ENDS),
                ordinary("Binpack", "scan").with("instances", ENDS),
                ordinary("Mixed", "scan").with("instances", 1000, 10_000),
                ordinary("Adversarial", "(stowage|scan)").with("instances", ENDS),
                ordinary("Million", "(stowage|scan)").taking(1),
                ordinary("Refusal", "refused").with("instances", ENDS),
                ordinary("Runs", "(fifty|thousand)").with("instances", ENDS),
                ordinary("Churn", "(joinAndLeave|attribute|drain)").with("instances", ENDS),
                ordinary("Fork", "(fork|deepCopy)").taking(0.5),
                slow("Objects", "place").with("instances", ENDS).taking(1.5),
                slow("Runs", "request").with("instances", ENDS).taking(1),
                slow("Explain", "(stowage|again|scan)").taking(0.3),
                slow("ScaleIn", "(stowage|scan)").with("instances", 10_000).taking(1.5),
                slow("Build", "(stowage|sort)").taking(1.5),
                slow("Load", "(stowage|tokens|tree)").taking(0.5),
                latency("placement"));
    }

    private static Part ordinary(String classes, String methods) {
        return Part.of(names(classes, methods), Pace.ORDINARY);
    }

    private static Part slow(String classes, String methods) {
        return Part.of(names(classes, methods), Pace.SLOW);
    }

    /** Ten million operations, after four that are not counted. */
    private static Part latency(String method) {
        return Part.of(names("Latency", method), Pace.ONCE).taking(10);
    }

    private static String names(String classes, String methods) {
        return "\\.place\\." + classes + "Benchmark\\." + methods + "$";
    }
}
