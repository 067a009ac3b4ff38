package io.stowage.ecs.benchmarks.expr;

import io.stowage.ecs.cql.Dependency;
import io.stowage.ecs.cql.column.GroupColumn;
import io.stowage.ecs.cql.column.InstanceColumns;
import io.stowage.ecs.cql.column.NumberColumn;
import io.stowage.ecs.cql.column.TextColumn;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Columns as somebody else would bring them: numbered values and nothing more, no sets of rows kept for each value. */
record PlainColumns(InstanceColumns columns) implements InstanceColumns {
    @Override
    public int size() {
        return columns.size();
    }

    @Override
    public long version(Dependency dependency) {
        return columns.version(dependency);
    }

    @Override
    public boolean forEachChange(Dependency dependency, long since, IntConsumer row) {
        return columns.forEachChange(dependency, since, row);
    }

    @Override
    public @Nullable TextColumn attribute(String name) {
        TextColumn column = columns.attribute(name);
        return column == null ? null : new PlainText(column);
    }

    @Override
    public TextColumn ec2InstanceId() {
        return new PlainText(columns.ec2InstanceId());
    }

    @Override
    public TextColumn agentVersion() {
        return new PlainText(columns.agentVersion());
    }

    @Override
    public NumberColumn agentConnected() {
        return columns.agentConnected();
    }

    @Override
    public NumberColumn registeredAt() {
        return columns.registeredAt();
    }

    @Override
    public NumberColumn runningTasksCount() {
        return columns.runningTasksCount();
    }

    @Override
    public GroupColumn taskGroups() {
        return new PlainGroups(columns.taskGroups());
    }

    private record PlainText(TextColumn column) implements TextColumn {
        @Override
        public int distinct() {
            return column.distinct();
        }

        @Override
        public String value(int code) {
            return column.value(code);
        }

        @Override
        public int generation() {
            return column.generation();
        }

        @Override
        public int code(int row) {
            return column.code(row);
        }

        @Override
        public void codes(int from, int[] into, int length) {
            column.codes(from, into, length);
        }
    }

    private record PlainGroups(GroupColumn column) implements GroupColumn {
        @Override
        public int distinct() {
            return column.distinct();
        }

        @Override
        public String group(int code) {
            return column.group(code);
        }

        @Override
        public int generation() {
            return column.generation();
        }

        @Override
        public int count(int row) {
            return column.count(row);
        }

        @Override
        public int code(int row, int index) {
            return column.code(row, index);
        }
    }
}
