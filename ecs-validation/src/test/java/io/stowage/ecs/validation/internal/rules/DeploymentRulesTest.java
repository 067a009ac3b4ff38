package io.stowage.ecs.validation.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentRulesTest {
    private static final Findings FINDINGS = Findings.of("deploy");
    private static final Pattern REPAIR = Pattern.compile("Raise `maximumPercent` to (\\d+) .* to (\\d+) or less");

    private static String service(String members) {
        return "{'service': {'serviceName': 'web', 'taskDefinition': 'web:1'" + members + "}}";
    }

    private static String percentages(int desired, int minimum, int maximum) {
        return service(", 'desiredCount': " + desired + ", 'deploymentConfiguration': {'minimumHealthyPercent': "
                + minimum + ", 'maximumPercent': " + maximum + "}");
    }

    @Test
    void externalController_launchTypeOfSavedOutput_wasGivenByNobody() {
        String external = "{'service': {'serviceName': 'web', 'launchType': 'EC2',"
                + " 'deploymentController': {'type': 'EXTERNAL'}";

        assertThat(FINDINGS.in(external + "}}"))
                .containsExactly("deploy.external-task-set-parameter /service/launchType");
        assertThat(FINDINGS.in(external + ", 'serviceArn': 'arn:aws:ecs:r:a:service/c/web'}}"))
                .isEmpty();
        assertThat(FINDINGS.in(
                        external + ", 'serviceArn': 'arn:aws:ecs:r:a:service/c/web', 'platformVersion': '1.4.0'}}"))
                .containsExactly("deploy.external-task-set-parameter /service/platformVersion");
    }

    @Test
    void noRoom_smallCountsAndPercentages_agreesWithTheArithmetic() {
        for (int desired : new int[] {0, 1, 2, 3, 7, 10}) {
            for (int minimum = 0; minimum <= 100; minimum += 10) {
                for (int maximum = 100; maximum <= 200; maximum += 25) {
                    boolean stuck = desired > 0
                            && Math.floor(desired * maximum / 100.0) <= desired
                            && Math.ceil(desired * minimum / 100.0) >= desired;

                    assertThat(FINDINGS.in(percentages(desired, minimum, maximum)))
                            .as("%d tasks, %d to %d percent", desired, minimum, maximum)
                            .isEqualTo(stuck ? Set.of("deploy.no-room /service/deploymentConfiguration") : Set.of());
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,50,150", "2,100,100", "3,100,120", "7,90,110", "1000,100,100"})
    void noRoom_eachProposedRepair_makesRoom(int desired, int minimum, int maximum) {
        String words = FINDINGS.words(percentages(desired, minimum, maximum)).get(0);

        Matcher repair = REPAIR.matcher(words);
        assertThat(repair.find()).as(words).isTrue();
        assertThat(FINDINGS.ids(percentages(desired, minimum, Integer.parseInt(repair.group(1)))))
                .isEmpty();
        assertThat(FINDINGS.ids(percentages(desired, Integer.parseInt(repair.group(2)), maximum)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", 'desiredCount': '${COUNT}', 'deploymentConfiguration': {'minimumHealthyPercent': 100, 'maximumPercent': 100}",
                ", 'desiredCount': 1, 'deploymentConfiguration': {'minimumHealthyPercent': '${MIN}', 'maximumPercent': 100}",
                ", 'desiredCount': 1, 'deploymentConfiguration': {'maximumPercent': '${MAX}'}",
                ", 'desiredCount': 1, 'deploymentConfiguration': {'strategy': '${HOW}', 'maximumPercent': 100}",
                ", 'desiredCount': 1, 'deploymentConfiguration': {'strategy': 'LINEAR', 'maximumPercent': 100}",
                ", 'desiredCount': 1, 'deploymentController': {'type': '${WHO}'}, 'deploymentConfiguration':"
                        + " {'maximumPercent': 100}",
                ", 'schedulingStrategy': '${KIND}', 'desiredCount': 1, 'deploymentConfiguration': {'maximumPercent': 100}",
                ", 'desiredCount': -1, 'deploymentConfiguration': {'maximumPercent': 100}",
                ", 'desiredCount': 1, 'deploymentConfiguration': {}"
            })
    void noRoom_somethingNotKnownOrNotRolling_saysNothing(String members) {
        assertThat(FINDINGS.ids(service(members))).doesNotContain("deploy.no-room");
    }

    @ParameterizedTest
    @CsvSource({
        "linear,3.0,false",
        "linear,2.9,true",
        "linear,100.0,false",
        "linear,100.1,true",
        "linear,33.3,false",
        "linear,33.33,true",
        "linear,1e300,true",
        "linear,-5.0,true",
        "canary,0.1,false",
        "canary,0.05,true",
        "canary,0.0,true",
        "canary,5,false",
        "canary,0.30000000000000004,true"
    })
    void percent_ofEveryForm_isWholeTenths(String strategy, String percent, boolean fires) {
        String member = strategy.equals("linear") ? "stepPercent" : "canaryPercent";
        String input = service(", 'deploymentConfiguration': {'strategy': '" + strategy.toUpperCase(Locale.ROOT)
                + "', '" + strategy + "Configuration': {'" + member + "': " + percent + "}}");

        assertThat(FINDINGS.in(input))
                .isEqualTo(
                        fires
                                ? Set.of("deploy." + strategy + "-percent /service/deploymentConfiguration/" + strategy
                                        + "Configuration/" + member)
                                : Set.of());
    }

    @ParameterizedTest
    @CsvSource({
        "COUNT,,true",
        "COUNT,0,true",
        "COUNT,500,false",
        "BOUNDED_PERCENT,100,false",
        "BOUNDED_PERCENT,101,true",
        "UNBOUNDED_PERCENT,101,false",
        ",5,true",
        "${TYPE},0,false",
        "COUNT,${VALUE},false"
    })
    void circuitBreakerThreshold_everyTypeAndValue_isJudged(String type, String value, boolean fires) {
        String written = value != null && value.startsWith("$") ? "'" + value + "'" : String.valueOf(value);
        String input =
                service(", 'desiredCount': 2, 'deploymentConfiguration': {'deploymentCircuitBreaker': {'enable': true,"
                        + " 'rollback': true, 'thresholdConfiguration': {'type': "
                        + (type == null ? "null" : "'" + type + "'")
                        + ", 'value': " + written + "}}}");

        assertThat(FINDINGS.ids(input)).isEqualTo(fires ? Set.of("deploy.circuit-breaker-threshold") : Set.of());
    }

    @Test
    void alarms_absentOrEmptyNames_areDifferentMistakes() {
        String on = ", 'deploymentConfiguration': {'alarms': {'enable': true, 'rollback': true";

        assertThat(FINDINGS.ids(service(on + "}}"))).containsExactly("deploy.alarms-incomplete");
        assertThat(FINDINGS.ids(service(on + ", 'alarmNames': []}}"))).containsExactly("deploy.alarms-empty");
        assertThat(FINDINGS.ids(service(on + ", 'alarmNames': ['${ALARM}']}}"))).isEmpty();
        assertThat(FINDINGS.ids(service(on + ", 'alarmNames': '${ALARMS}'}}"))).isEmpty();
        assertThat(FINDINGS.ids(service(", 'deploymentConfiguration': {'alarms': {}}")))
                .containsExactly("deploy.alarms-incomplete");
    }

    @Test
    void unknownController_isReportedAlone() {
        String input =
                service(", 'desiredCount': 2, 'deploymentController': {'type': 'OTHER'}, 'deploymentConfiguration':"
                        + " {'strategy': 'CANARY', 'deploymentCircuitBreaker': {'enable': true, 'rollback': true}}");

        assertThat(FINDINGS.in(input)).containsExactly("deploy.controller /service/deploymentController/type");
    }

    @ParameterizedTest
    @CsvSource({"BLUE_GREEN", "LINEAR", "CANARY"})
    void shift_incompleteAdvancedConfiguration_namesWhatIsMissing(String strategy) {
        String input = service(", 'deploymentConfiguration': {'strategy': '" + strategy + "', 'bakeTimeInMinutes': 1},"
                + " 'loadBalancers': [{'targetGroupArn': 'g', 'advancedConfiguration': {'alternateTargetGroupArn': '${OTHER}',"
                + " 'roleArn': 'r'}}, {'loadBalancerName': 'classic'}]");

        assertThat(FINDINGS.words(input)).singleElement().asString().contains("lacks `productionListenerRule`.");
    }

    @Test
    void hooks_severalStages_areJudgedTogether() {
        String hook =
                ", 'deploymentConfiguration': {'lifecycleHooks': [{'targetType': 'PAUSE', 'lifecycleStages': [%s]}]}";

        assertThat(FINDINGS.words(
                        service(hook.formatted("'PRE_SCALE_UP', 'TEST_TRAFFIC_SHIFT', 'PRODUCTION_TRAFFIC_SHIFT'"))))
                .singleElement()
                .asString()
                .contains("TEST_TRAFFIC_SHIFT or PRODUCTION_TRAFFIC_SHIFT");
        assertThat(FINDINGS.ids(service(hook.formatted("'PRE_SCALE_UP', 'LATER'"))))
                .containsExactly("deploy.hook-stages");
        assertThat(FINDINGS.ids(service(hook.formatted("'${STAGE}'")))).isEmpty();
    }
}
