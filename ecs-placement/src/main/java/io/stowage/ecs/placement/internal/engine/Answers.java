package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.internal.index.PlacementIndex;
import io.stowage.ecs.placement.plugin.Candidate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * What plans keep of the instances of one core, and how much of it: whoever changes an instance says so here, and what was found out of it
 * before is no longer believed. Costs nothing until a plan keeps something.
 */
final class Answers {
    /** How many answers all {@link Standings} together may come to keep: some tens of megabytes. */
    private static final int MOST_STANDINGS = 1 << 20;

    /** How many answers all {@link RefusalBook}s together may come to keep; fewer, because each is an object. */
    private static final int MOST_REFUSALS = 1 << 18;

    private static final int MOST_REFUSED = 8_192;

    private final PlacementIndex index;
    private final IntFunction<Candidate> candidates;
    private final List<Standings> standings = new ArrayList<>();
    /** What instances answered to plans that fitted nowhere. */
    private final IdentityHashMap<Plan, RefusalBook> refused = new IdentityHashMap<>();

    private long kept;
    /** Another number for each state of an instance, by handle; as far as anybody asks. */
    private int[] versions = new int[0];

    private int[] inOrder = new int[0];
    private boolean ordered;

    Answers(PlacementIndex index, IntFunction<Candidate> candidates) {
        this.index = index;
        this.candidates = candidates;
    }

    /** An instance is not what it was. */
    void changed(int instance) {
        if (instance < versions.length) {
            versions[instance]++;
        }
    }

    /** An instance has come or gone. */
    void reordered() {
        ordered = false;
    }

    /** No plan is known any more. */
    void forgetPlans() {
        standings.clear();
        kept = 0;
    }

    /** The instances in the order of their ids; each has a version then. */
    private int[] inOrder() {
        if (!ordered) {
            inOrder = new int[index.instances()];
            int last = -1;
            for (int place = 0; place < inOrder.length; place++) {
                inOrder[place] = index.at(place);
                last = Math.max(last, inOrder[place]);
            }
            if (last >= versions.length) {
                int from = versions.length;
                versions = Arrays.copyOf(versions, last + 1);
                Arrays.fill(versions, from, versions.length, 1);
            }
            ordered = true;
        }
        return inOrder;
    }

    /** The instance that a plan chooses by its standings, or {@link EngineCore#NONE}. */
    int choose(Standings asked, IntPredicate accepts, Turn turn) {
        int[] all = inOrder();
        if (asked.isEmpty()) {
            long size = asked.size(all.length);
            if (kept + size > MOST_STANDINGS) {
                standings.forEach(Standings::forget);
                forgetPlans();
            }
            standings.add(asked);
            kept += size;
        }
        return asked.choose(all, versions, accepts, candidates, turn);
    }

    /** Why a plan fits nowhere. */
    Refusals refusals(EngineCore core, Plan plan, Turn turn) {
        RefusalBook book = refused.get(plan);
        if (book == null) {
            if (!Standings.canKeepRefusals(plan)) {
                return Refusals.of(core, plan, turn);
            }
            if (refused.size() >= Math.min(MOST_REFUSED, MOST_REFUSALS / Math.max(1, index.instances()))) {
                refused.clear();
            }
            book = new RefusalBook(plan);
            refused.put(plan, book);
        }
        return book.refusals(inOrder(), versions, candidates, turn);
    }
}
