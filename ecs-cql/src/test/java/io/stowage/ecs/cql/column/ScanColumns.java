package io.stowage.ecs.cql.column;

import io.stowage.ecs.cql.Dependency;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Columns that offer only what they must: no sets of rows, no bulk reading. */
record ScanColumns(InstanceColumns columns) implements InstanceColumns {
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
        return column == null ? null : new ScanText(column);
    }

    @Override
    public TextColumn ec2InstanceId() {
        return new ScanText(columns.ec2InstanceId());
    }

    @Override
    public TextColumn agentVersion() {
        return new ScanText(columns.agentVersion());
    }

    @Override
    public NumberColumn agentConnected() {
        return columns.agentConnected()::value;
    }

    @Override
    public NumberColumn registeredAt() {
        return columns.registeredAt()::value;
    }

    @Override
    public NumberColumn runningTasksCount() {
        return columns.runningTasksCount()::value;
    }

    @Override
    public GroupColumn taskGroups() {
        return new ScanGroups(columns.taskGroups());
    }

    private record ScanText(TextColumn column) implements TextColumn {
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
    }

    private record ScanGroups(GroupColumn column) implements GroupColumn {
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
