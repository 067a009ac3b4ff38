package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Found.container;
import static io.stowage.ecs.validation.internal.rules.Found.inContainer;
import static io.stowage.ecs.validation.internal.rules.Found.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.json.ReadOptions;
import io.stowage.ecs.validation.EcsValidator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthRulesTest {
    private static List<String> ofCheck(String members) {
        return inContainer("health", "\"healthCheck\": {" + members + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|command-required 0/healthCheck/command",
                "[\"CMD\"]|command-empty 0/healthCheck/command",
                "[\"CMD-SHELL\"]|command-empty 0/healthCheck/command",
                "[\"NONE\"]|command-prefix 0/healthCheck/command/0",
                "[\"\", \"a\"]|command-prefix 0/healthCheck/command/0",
                "[\"cmd-shell\", \"a\"]|command-prefix 0/healthCheck/command/0",
                "[\"CMD-SHELL\", \"a\", \"b\"]|command-shell-extra 0/healthCheck/command",
                "[\"CMD\", \"a\", \"b\"]|",
                "[\"CMD-SHELL\", \"a\"]|",
                "[\"${COMMAND}\"]|",
                "\"${COMMAND}\"|"
            })
    void command_everyForm_isJudgedOnce(String command, String found) {
        assertThat(ofCheck("\"command\": " + command)).isEqualTo(found == null ? List.of() : List.of(found));
    }

    @ParameterizedTest
    @CsvSource({
        "interval,5,300",
        "timeout,2,60",
        "retries,1,10",
        "startPeriod,0,300",
    })
    void number_outsideItsRange_isFound(String member, int min, int max) {
        String command = "\"command\": [\"CMD\", \"a\"], \"" + member + "\": ";
        String found = member.equals("startPeriod") ? "start-period-range" : member + "-range";

        for (int value : new int[] {min - 1, max + 1}) {
            assertThat(ofCheck(command + value)).containsExactly(found + " 0/healthCheck/" + member);
        }
        assertThat(ofCheck(command + min)).isEmpty();
        assertThat(ofCheck(command + max + (member.equals("timeout") ? ", \"interval\": 300" : "")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "30,,false",
        "31,,true",
        "31,31,false",
        "31,30,true",
        ",5,false",
        "61,5,false",
        "31,4,false",
        "20,301,false"
    })
    void timeout_aboveTheInterval_isFoundWithinBothRanges(Integer timeout, Integer interval, boolean found) {
        String members = "\"command\": [\"CMD\", \"a\"]"
                + (timeout == null ? "" : ", \"timeout\": " + timeout)
                + (interval == null ? "" : ", \"interval\": " + interval);

        assertThat(ofCheck(members).contains("timeout-above-interval 0/healthCheck/timeout"))
                .isEqualTo(found);
    }

    @Test
    void timeout_intervalNotKnown_isSilent() {
        assertThat(ofCheck("\"command\": [\"CMD\", \"a\"], \"timeout\": 60, \"interval\": \"${INTERVAL}\""))
                .isEmpty();
    }

    private static List<String> ofDependency(String name, String condition, String ofOther) {
        return Found.in(
                "depends",
                task(
                        "",
                        container(
                                "app",
                                ", \"dependsOn\": [{\"containerName\": \"" + name + "\", \"condition\": \"" + condition
                                        + "\"}]"),
                        container("other", ofOther)));
    }

    @ParameterizedTest
    @CsvSource({
        "other,START,'',",
        "other,HEALTHY,'',healthy-without-check 0/dependsOn/0/condition",
        "other,HEALTHY,', \"healthCheck\": {\"command\": [\"CMD\", \"a\"]}',",
        "other,HEALTHY,', \"healthCheck\": \"${CHECK}\"',",
        "other,SUCCESS,'',completion-of-essential 0/dependsOn/0/condition",
        "other,COMPLETE,', \"essential\": true',completion-of-essential 0/dependsOn/0/condition",
        "other,COMPLETE,', \"essential\": false',",
        "other,COMPLETE,', \"essential\": \"${ESSENTIAL}\"',",
        "other,${CONDITION},'',",
        "other,healthy,'',condition 0/dependsOn/0/condition",
        "app,SUCCESS,'',self 0/dependsOn/0/containerName",
        "app,HEALTHY,'',self 0/dependsOn/0/containerName",
        "nobody,SUCCESS,'',unknown-container 0/dependsOn/0/containerName",
        "${NAME},SUCCESS,'',"
    })
    void dependency_everyCondition_isJudgedOnce(String name, String condition, String ofOther, String found) {
        assertThat(ofDependency(name, condition, ofOther)).isEqualTo(found == null ? List.of() : List.of(found));
    }

    @Test
    void cycle_ofManyContainers_isNamedInAMessageOfUsualLength() {
        String[] containers = IntStream.range(0, 200)
                .mapToObj(i -> container(
                        "c" + i,
                        ", \"dependsOn\": [{\"containerName\": \"c" + (i + 1) % 200 + "\", \"condition\": \"START\"}]"))
                .toArray(String[]::new);

        assertThat(EcsValidator.standard()
                        .validate(EcsJson.readTaskDefinition(
                                SourceText.of("t.json", task("", containers)), ReadOptions.standard()))
                        .findings())
                .filteredOn(finding -> finding.id().equals("depends.cycle"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.pointer()).isEqualTo("/taskDefinition/containerDefinitions/0/dependsOn");
                    assertThat(finding.message())
                            .contains("c0 → c1 → c2")
                            .contains("…")
                            .hasSizeLessThan(200);
                });
    }
}
