package io.stowage.ecs.benchmarks.fenzo;

import io.stowage.ecs.benchmarks.place.Batch;
import io.stowage.ecs.placement.PlacementResult;
import io.stowage.ecs.placement.PlacementSession;
import java.util.List;

/** Which part of what the library does is timed. Targets speak of the first, which leaves nothing out. */
public enum Requests {
    /** A request for each task, made in the timed call. */
    EACH("a request for each task") {
        @Override
        List<PlacementResult> place(Batch batch, PlacementSession session) {
            return batch.placeEach(session);
        }
    },
    /** Requests that the session knows, in a session that is in use. */
    KNOWN("known requests in a session in use") {
        @Override
        PlacementSession open(Batch batch) {
            return batch.openInUse();
        }

        @Override
        List<PlacementResult> place(Batch batch, PlacementSession session) {
            return batch.placeKnown(session);
        }
    };

    private final String words;

    Requests(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    PlacementSession open(Batch batch) {
        return batch.open();
    }

    abstract List<PlacementResult> place(Batch batch, PlacementSession session);
}
