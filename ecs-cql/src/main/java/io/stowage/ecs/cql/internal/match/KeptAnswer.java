package io.stowage.ecs.cql.internal.match;

import io.stowage.ecs.cql.Dependency;
import io.stowage.ecs.cql.column.InstanceBits;
import io.stowage.ecs.cql.column.InstanceColumns;
import io.stowage.ecs.cql.column.InstanceSet;
import io.stowage.ecs.cql.column.LiveAnswer;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;

/** The rows found last, with the versions of the columns they were found in. */
public final class KeptAnswer implements LiveAnswer {
    /** Mending a row costs about as much as finding so many anew. */
    private static final int COST_OF_MENDING = 16;

    private final InstanceColumns columns;
    private final BoundMatcher matcher;
    private final Dependency[] dependencies;
    private final long[] versions;
    private final long[] words = new long[BoundMatcher.words(BoundMatcher.BLOCK)];
    private final InstanceBits rows = new InstanceBits(0);
    private final IntConsumer mend;

    /** Makes an answer that has not been found yet. */
    public KeptAnswer(Matcher matcher, Set<Dependency> dependencies, InstanceColumns columns) {
        this.columns = columns;
        this.matcher = matcher.bind(columns);
        this.dependencies = dependencies.toArray(new Dependency[0]);
        this.versions = new long[this.dependencies.length];
        this.mend = row -> rows.set(row, this.matcher.at(row));
        findAll();
    }

    @Override
    public InstanceSet matches() {
        long changes = 0;
        for (int i = 0; i < dependencies.length; i++) {
            changes += columns.version(dependencies[i]) - versions[i];
        }
        if (changes != 0) {
            bringUpToDate(changes);
        }
        return rows;
    }

    @Override
    public boolean matches(int row) {
        Objects.checkIndex(row, columns.size());
        matcher.refresh();
        return matcher.at(row);
    }

    private void bringUpToDate(long changes) {
        matcher.refresh();
        int size = columns.size();
        if (changes > size / COST_OF_MENDING + 1) {
            findAll();
            return;
        }
        rows.grow(size);
        for (int i = 0; i < dependencies.length; i++) {
            if (!columns.forEachChange(dependencies[i], versions[i], mend)) {
                findAll();
                return;
            }
        }
        noteVersions();
    }

    private void findAll() {
        matcher.refresh();
        int size = columns.size();
        rows.grow(size);
        for (int from = 0; from < size; from += BoundMatcher.BLOCK) {
            int length = Math.min(BoundMatcher.BLOCK, size - from);
            matcher.block(from, length, words);
            rows.setWords(from >>> 6, words, BoundMatcher.words(length));
        }
        noteVersions();
    }

    private void noteVersions() {
        for (int i = 0; i < dependencies.length; i++) {
            versions[i] = columns.version(dependencies[i]);
        }
    }
}
