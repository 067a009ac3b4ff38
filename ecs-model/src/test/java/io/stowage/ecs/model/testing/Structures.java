package io.stowage.ecs.model.testing;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.internal.json.Binder;
import io.stowage.ecs.model.internal.json.DocumentReader;
import io.stowage.ecs.model.internal.json.Findings;
import io.stowage.ecs.model.internal.json.Pointer;
import io.stowage.ecs.model.json.JsonTree.JsonObject;
import io.stowage.ecs.model.json.ReadOptions;
import java.util.List;
import java.util.Set;

/** Reads any structure alone, also one that no document holds by itself. */
public final class Structures {
    private Structures() {}

    /** What reading a structure gave. */
    public record Read<T>(T value, List<Diagnostic> findings) {}

    /** Reads a structure from a JSON object. */
    public static <T extends EcsStructure> Read<T> read(Class<T> type, String text) {
        SourceText source = SourceText.of("x.json", text);
        JsonObject object = (JsonObject) new DocumentReader(source, ReadOptions.standard()).tree();
        Findings findings = new Findings(source, 1000);
        T value = new Binder(findings).bind(object, type, Pointer.ROOT, Set.of());
        return new Read<>(value, findings.sorted());
    }
}
