package io.stowage.ecs.benchmarks.fenzo;

import io.stowage.ecs.benchmarks.place.BatchWork;
import java.util.Locale;

/** What the tasks ask for, in Fenzo's own means. */
public enum FenzoWork {
    /** {@code cpuMemBinPacker}. */
    BINPACK(BatchWork.BINPACK, "binpack"),
    /** {@code HostAttrValueConstraint} on the zone. */
    ATTR(BatchWork.ATTR, "attr"),
    /** {@code BalancedHostAttrConstraint} over the zones as a soft constraint, among the tasks of the same of 200 services. */
    BALANCED(BatchWork.BALANCED, "balanced over 200 services"),
    /** The same, and all tasks are of one service. */
    BALANCED_ONE(BatchWork.BALANCED_ONE, "balanced, one service"),
    /** {@link #BALANCED} by {@link CountedOnce}. */
    BALANCED_TUNED(BatchWork.BALANCED, "balanced over 200 services, tuned"),
    /** {@link #BALANCED_ONE} by {@link CountedOnce}. */
    BALANCED_ONE_TUNED(BatchWork.BALANCED_ONE, "balanced, one service, tuned"),
    /** By turns nothing, balanced, attr and {@code UniqueHostAttrConstraint}. */
    MIXED(BatchWork.MIXED, "mixed");

    private final BatchWork batch;
    private final String words;

    FenzoWork(BatchWork batch, String words) {
        this.batch = batch;
        this.words = words;
    }

    BatchWork batch() {
        return batch;
    }

    boolean tuned() {
        return this == BALANCED_TUNED || this == BALANCED_ONE_TUNED;
    }

    /** In words, with how exact Fenzo is. */
    String words(Setting setting) {
        return words + ", " + setting.name().toLowerCase(Locale.ROOT);
    }
}
