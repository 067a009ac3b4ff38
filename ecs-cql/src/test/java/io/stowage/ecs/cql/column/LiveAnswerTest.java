package io.stowage.ecs.cql.column;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.cql.ClusterQuery;
import io.stowage.ecs.cql.InstanceDescription;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveAnswerTest {
    private static final String E1 =
            "attribute:ecs.instance-type =~ t2.* and attribute:ecs.availability-zone in [us-east-1a, us-east-1b]";

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 2047, 2048, 2049, 5000})
    void matches_anySize_isTheSetOfMatchingRows(int size) {
        InstanceTable table = new InstanceTable();
        BitSet expected = new BitSet();
        ClusterQuery query = ClusterQuery.parse(E1);
        for (int i = 0; i < size; i++) {
            InstanceDescription instance = instance(i);
            expected.set(table.add(instance), query.matches(instance));
        }

        assertThat(query.over(table).matches().toBitSet()).isEqualTo(expected);
        assertThat(query.over(new ScanColumns(table)).matches().toBitSet()).isEqualTo(expected);
        assertThat(query.over(table).matches().count()).isEqualTo(expected.cardinality());
    }

    @Test
    void matches_manyDistinctValues_areScanned() {
        InstanceTable table = new InstanceTable();
        for (int i = 0; i < 3000; i++) {
            table.add(instance(i));
        }

        InstanceSet found = ClusterQuery.parse("ec2InstanceId =~ i-.*7 and ec2InstanceId != i-17")
                .over(table)
                .matches();

        assertThat(table.ec2InstanceId().hasRowSets()).isFalse();
        assertThat(found.count()).isEqualTo(299);
        assertThat(found.next(0)).isEqualTo(7);
        assertThat(found.next(8)).isEqualTo(27);
        assertThat(found.next(2998)).isEqualTo(-1);
        assertThat(found.next(3000)).isEqualTo(-1);
    }

    @Test
    void matches_attributeNobodyHadYet_isFoundWhenItComes() {
        InstanceTable table = new InstanceTable();
        table.add(instance(0));
        table.add(instance(1));
        LiveAnswer has = ClusterQuery.parse("attribute:gpu == yes").over(table);
        LiveAnswer hasNot = ClusterQuery.parse("attribute:gpu not_exists").over(table);
        assertThat(has.matches()).hasToString("{}");
        assertThat(hasNot.matches()).hasToString("{0, 1}");

        table.setAttribute(1, "gpu", "yes");

        assertThat(has.matches()).hasToString("{1}");
        assertThat(hasNot.matches()).hasToString("{0}");
        assertThat(has.matches(1)).isTrue();

        table.removeAttribute(1, "gpu");

        assertThat(has.matches()).hasToString("{}");
        assertThat(hasNot.matches(1)).isTrue();
    }

    @Test
    void matches_moreChangesThanAreRemembered_isFoundAnew() {
        InstanceTable table = new InstanceTable();
        for (int i = 0; i < 200_000; i++) {
            table.add(instance(i % 7));
        }
        LiveAnswer answer = ClusterQuery.parse("attribute:lock == open").over(table);

        for (int i = 0; i < 5000; i++) {
            table.setAttribute(i * 3, "lock", "open");
        }

        assertThat(answer.matches().count()).isEqualTo(5000);
    }

    @Test
    void matches_rowsAddedLater_areIncluded() {
        InstanceTable table = new InstanceTable();
        LiveAnswer answer = ClusterQuery.parse("task:group exists").over(table);
        for (int i = 0; i < 1000; i++) {
            int row = table.add(instance(i));
            if (i % 100 == 0) {
                table.addTask(row, "service:x");
            }
            assertThat(answer.matches().size()).isEqualTo(i + 1);
        }

        assertThat(answer.matches().count()).isEqualTo(10);
    }

    @Test
    void matches_valuesThatComeAndGo_areNotKeptForEver() {
        InstanceTable table = new InstanceTable();
        table.add(instance(0));
        LiveAnswer answer = ClusterQuery.parse("attribute:build =~ .*99 and task:group =~ .*99")
                .over(table);

        for (int i = 0; i < 20_000; i++) {
            String name = "b" + i;
            table.setAttribute(0, "build", name);
            table.addTask(0, name);
            assertThat(answer.matches().contains(0)).isEqualTo(name.endsWith("99"));
            table.removeTask(0, name);
        }

        assertThat(table.attribute("build").distinct()).isLessThan(3000);
        assertThat(table.taskGroups().distinct()).isLessThan(3000);
    }

    @Test
    void bits_joined_giveWhatTheJdkGives() {
        InstanceBits even = new InstanceBits(130);
        InstanceBits third = new InstanceBits(130);
        for (int i = 0; i < 130; i++) {
            even.set(i, i % 2 == 0);
            third.set(i, i % 3 == 0);
        }

        assertThat(InstanceBits.copyOf(even).and(third).toBitSet()).isEqualTo(bits(130, i -> i % 6 == 0));
        assertThat(InstanceBits.copyOf(even).or(third).toBitSet()).isEqualTo(bits(130, i -> i % 2 == 0 || i % 3 == 0));
        assertThat(InstanceBits.copyOf(even).andNot(third).toBitSet())
                .isEqualTo(bits(130, i -> i % 2 == 0 && i % 3 != 0));
        assertThat(InstanceBits.copyOf(even).not().toBitSet()).isEqualTo(bits(130, i -> i % 2 != 0));
        assertThat(InstanceBits.copyOf(even))
                .isEqualTo(even)
                .hasSameHashCodeAs(even)
                .isNotEqualTo(third);
    }

    private static BitSet bits(int size, java.util.function.IntPredicate member) {
        BitSet bits = new BitSet();
        for (int i = 0; i < size; i++) {
            bits.set(i, member.test(i));
        }
        return bits;
    }

    private static InstanceDescription instance(int i) {
        List<String> types = List.of("t2.medium", "t2.large", "c5.large", "c5.xlarge", "m5.large");
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("ecs.instance-type", types.get(i % types.size()));
        attributes.put("ecs.availability-zone", "us-east-1" + (char) ('a' + i % 3));
        return new InstanceDescription(true, "1.68.2", "i-" + i, Instant.EPOCH, 0, new ArrayList<>(), attributes);
    }
}
