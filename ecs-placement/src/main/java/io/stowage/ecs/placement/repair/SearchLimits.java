package io.stowage.ecs.placement.repair;

import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.List;
import java.util.Set;

/** What a search was told. */
record SearchLimits(
        Goal goal, Set<ChangeKind> kinds, List<InstanceSnapshot> addable, int mostTrials, int answersPerKind) {}
