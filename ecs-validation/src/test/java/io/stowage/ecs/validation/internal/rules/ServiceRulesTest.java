package io.stowage.ecs.validation.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.Service;
import io.stowage.ecs.validation.internal.tables.KnownNames;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceRulesTest {
    private static final Findings FINDINGS = Findings.of("service", "exec");
    private static final String TASK =
            "'taskDefinition': {'family': 'web', 'taskRoleArn': 'r', 'containerDefinitions': [{'name': 'a', 'image': 'i'%s}]}";

    private static String service(String members) {
        return "{'service': {'serviceName': 'web', 'taskDefinition': 'web:1', 'desiredCount': 1" + members + "}}";
    }

    private static Set<String> components(Class<? extends Record> structure) {
        return Arrays.stream(structure.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void readOnlyMembers_areWhatAServiceHasAndARequestHasNot() {
        Set<String> output = components(Service.class);
        output.removeAll(components(CreateServiceRequest.class));

        assertThat(KnownNames.of("service-output-members")).containsExactlyInAnyOrderElementsOf(output);
    }

    @Test
    void unknownMembers_ofEveryKind_areToldApart() {
        String input =
                service(", 'launchtype': 'EC2', 'Runningcount': 1, 'runningCount': 1, 'RoleArn': 'r', 'events': null,"
                        + " 'loadBalancers': '${BALANCERS}', 'monitoring': {'Ref': 'X'}, 'a/b': 1");

        assertThat(FINDINGS.in(input))
                .containsExactly(
                        "service.read-only-property /service/RoleArn",
                        "service.read-only-property /service/runningCount",
                        "service.unknown-property /service/Runningcount",
                        "service.unknown-property /service/a~1b",
                        "service.unknown-property /service/launchtype");
        assertThat(FINDINGS.words(input))
                .contains("create-service has no member `launchtype`. Write `launchType`, or remove it.");
    }

    @ParameterizedTest
    @CsvSource({
        "web,,,true",
        "web,,default,true",
        "web,,other,false",
        "web,main,main,true",
        "web,arn:aws:ecs:r:a:cluster/main,main,true",
        "web,main,,true",
        "web,main,arn:aws:ecs:r:a:cluster/other,false",
        "Web,,,false",
        "${NAME},,,false",
        "web,main,${CLUSTER},false"
    })
    void nameDuplicate_namesAndClusters_areCompared(
            String otherName, String cluster, String otherCluster, boolean fires) {
        String input = "{'service': {'serviceName': 'web', 'taskDefinition': 'web:1', 'desiredCount': 1"
                + (cluster == null ? "" : ", 'cluster': '" + cluster + "'") + "}, 'services': [{'serviceName': '"
                + otherName
                + "'" + (otherCluster == null ? "" : ", 'cluster': '" + otherCluster + "'") + "}]}";

        assertThat(FINDINGS.ids(input)).isEqualTo(fires ? Set.of("service.name-duplicate") : Set.of());
    }

    @ParameterizedTest
    @CsvSource({"a,true", "A-b_9,true", "a b,false", "a.b,false", "${X},true", "é,false"})
    void nameFormat_characters_areThoseOfNames(String name, boolean accepted) {
        String input = "{'service': {'taskDefinition': 'web:1', 'desiredCount': 1, 'serviceName': '" + name + "'}}";

        assertThat(FINDINGS.ids(input)).isEqualTo(accepted ? Set.of() : Set.of("service.name-format"));
    }

    @Test
    void nameFormat_length_isLimited() {
        String input = "{'service': {'taskDefinition': 'web:1', 'desiredCount': 1, 'serviceName': '%s'}}";

        assertThat(FINDINGS.ids(input.formatted("n".repeat(255)))).isEmpty();
        assertThat(FINDINGS.ids(input.formatted("n".repeat(256)))).containsExactly("service.name-format");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'loadBalancers': [{'loadBalancerName': 'l'}]",
                "'vpcLatticeConfigurations': [{'portName': 'p'}]",
                "'loadBalancers': '${BALANCERS}'",
                "'healthCheckGracePeriodSeconds': 0"
            })
    void gracePeriodUnused_somethingChecksOrMayCheck_saysNothing(String member) {
        String input = "{" + TASK.formatted("")
                + ", 'service': {'serviceName': 'web', 'taskDefinition': 'web:1', 'desiredCount': 1,"
                + " 'healthCheckGracePeriodSeconds': 5, " + member + "}}";

        assertThat(FINDINGS.ids(input)).doesNotContain("service.grace-period-unused");
    }

    @Test
    void gracePeriodUnused_withoutTaskDefinition_isNotKnown() {
        String grace = ", 'healthCheckGracePeriodSeconds': 5";

        assertThat(FINDINGS.ids(service(grace))).isEmpty();
        assertThat(FINDINGS.ids("{" + TASK.formatted("") + "," + service(grace).substring(1)))
                .containsExactly("service.grace-period-unused");
        assertThat(FINDINGS.ids("{" + TASK.formatted(", 'healthCheck': '${CHECK}'") + ","
                        + service(grace).substring(1)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "attribute:ecs.availability-zone == a,true",
        "attribute:ecs.availability-zone-id == a,false",
        "attribute:x == ecs.availability-zone,false",
        "not(attribute:ecs.availability-zone exists),true",
        "attribute:ecs.availability-zone =,false"
    })
    void rebalancing_constraintOfTaskOrService_isFoundByWhatItAsksFor(String expression, boolean fires) {
        String constraints = "'placementConstraints': [{'type': 'memberOf', 'expression': '" + expression + "'}]";
        String on = ", 'availabilityZoneRebalancing': 'ENABLED'";
        Set<String> expected = fires ? Set.of("service.az-rebalancing-zone-constraint") : Set.of();

        assertThat(FINDINGS.ids(service(on + ", " + constraints))).isEqualTo(expected);
        assertThat(FINDINGS.ids("{'taskDefinition': {'family': 'web', 'containerDefinitions': [], " + constraints + "},"
                        + service(on).substring(1)))
                .isEqualTo(expected);
    }

    @Test
    void rebalancing_notEnabled_conflictsWithNothing() {
        String input =
                service(", 'availabilityZoneRebalancing': '%s', 'launchType': 'EXTERNAL', 'deploymentConfiguration':"
                        + " {'maximumPercent': 100}, 'loadBalancers': [{'loadBalancerName': 'l'}], 'placementStrategy': [{'type':"
                        + " 'random'}]");

        assertThat(FINDINGS.ids(input.formatted("DISABLED"))).isEmpty();
        assertThat(FINDINGS.ids(input.formatted("${ON}"))).isEmpty();
        assertThat(FINDINGS.ids(input.formatted("ENABLED"))).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "'CPUUtilization',",
        "'',No metric is named",
        "'CPUUtilization CPUUtilization CPUUtilization CPUUtilization CPUUtilization CPUUtilization',6 metrics are named",
        "'CPUUtilization Other',\"Other\" is not a metric",
        "'CPUUtilization ${METRIC}',"
    })
    void monitoringMetric_lists_areJudgedOnce(String names, String words) {
        String list = names.isEmpty()
                ? ""
                : Arrays.stream(names.split(" ", -1))
                        .map(name -> "'" + name + "'")
                        .collect(Collectors.joining(", "));
        String input = service(
                ", 'monitoring': {'metricConfigurations': [{'resolutionSeconds': 20, 'metricNames': [" + list + "]}]}");

        assertThat(FINDINGS.words(input)).hasSize(words == null ? 0 : 1);
        assertThat(FINDINGS.words(input)).allSatisfy(found -> assertThat(found).contains(words));
    }

    @Test
    void exec_roleOfTheTaskOrOfTheOverride_isEnough() {
        String task = "'taskDefinition': {'family': 'web', 'containerDefinitions': []%s}";
        String run = ", 'runTask': {'taskDefinition': 'web:1', 'enableExecuteCommand': true%s}}";

        assertThat(FINDINGS.ids("{" + task.formatted("") + run.formatted("")))
                .containsExactly("exec.task-role-required");
        assertThat(FINDINGS.ids("{" + task.formatted(", 'taskRoleArn': '${ROLE}'") + run.formatted("")))
                .isEmpty();
        assertThat(FINDINGS.ids("{" + task.formatted("") + run.formatted(", 'overrides': {'taskRoleArn': 'r'}")))
                .isEmpty();
        assertThat(FINDINGS.ids("{" + task.formatted("") + run.formatted(", 'overrides': '${OVERRIDES}'")))
                .isEmpty();
    }
}
