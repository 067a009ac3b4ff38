package io.stowage.ecs.validation.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacementRulesTest {
    private static final Findings FINDINGS = Findings.of("placement", "proxy");
    private static final String ONE = "{'type': 'memberOf', 'expression': 'attribute:a == b'}";

    private static String constraints(String member, String constraints) {
        return document(member, "'placementConstraints': [" + constraints + "]");
    }

    /** What tells the kind of a document besides. */
    private static String document(String member, String members) {
        String kind = member.equals("taskDefinition")
                ? "'family': 'web', 'containerDefinitions': [], "
                : member.equals("service")
                        ? "'serviceName': 'web', 'taskDefinition': 'web:1', "
                        : "'taskDefinition': 'web:1', ";
        return "{'" + member + "': {" + kind + members + "}}";
    }

    private static String times(int count) {
        return String.join(", ", Collections.nCopies(count, ONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"taskDefinition", "service", "runTask"})
    void expression_ofEveryDocument_isJudged(String member) {
        assertThat(FINDINGS.in(constraints(member, "{'type': 'memberOf'}")))
                .containsExactly("placement.expression-required /" + member + "/placementConstraints/0/expression");
        assertThat(FINDINGS.in(constraints(member, ONE + ", {'type': 'memberOf', 'expression': 'attribute:a ='}")))
                .containsExactly("placement.expression-syntax /" + member + "/placementConstraints/1/expression");
        assertThat(FINDINGS.in(constraints(member, "{'type': 'memberOf', 'expression': '${QUERY}'}")))
                .isEmpty();
        assertThat(FINDINGS.in(constraints(member, "{'type': '${TYPE}'}"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "attribute:a =~ (?=x)y | false",
                "attribute:a =~ (x)\\\\1 | false",
                "attribute:a =~ (x | true",
                "attribute:a == b and | true",
                "attribute:a == b attribute:c == d | true",
                "task:group == service:web | false",
                "runningTasksCount == many | true",
                "not(attribute:a exists) | false"
            })
    void expressionSyntax_whatOnlyThisLibraryRefuses_isNoFault(String expression, boolean fires) {
        Set<String> ids =
                FINDINGS.ids(constraints("service", "{'type': 'memberOf', 'expression': '" + expression + "'}"));

        assertThat(ids).isEqualTo(fires ? Set.of("placement.expression-syntax") : Set.of());
    }

    @Test
    void expressionSyntax_deepNesting_isLeftToEcs() {
        String deep = "(".repeat(200) + "attribute:a == b" + ")".repeat(200);

        assertThat(FINDINGS.ids(constraints("service", "{'type': 'memberOf', 'expression': '" + deep + "'}")))
                .isEmpty();
        assertThat(FINDINGS.ids(constraints("service", "{'type': 'memberOf', 'expression': '(" + deep + "'}")))
                .isEmpty();
    }

    @Test
    void expressionSyntax_words_sayWhatAndWhere() {
        assertThat(FINDINGS.words(
                        constraints("service", "{'type': 'memberOf', 'expression': 'instance-type == t3.large'}")))
                .singleElement()
                .asString()
                .contains("`instance-type` is no subject", "character 1")
                .contains("attribute:ecs.instance-type");
    }

    @Test
    void expressionLength_atTheLimit_isReportedBeyond() {
        String start = "attribute:a == ";
        String most = start + "x".repeat(2000 - start.length());

        assertThat(FINDINGS.ids(constraints("service", "{'type': 'memberOf', 'expression': '" + most + "'}")))
                .isEmpty();
        assertThat(FINDINGS.ids(constraints("service", "{'type': 'memberOf', 'expression': '" + most + "x'}")))
                .containsExactly("placement.expression-too-long");
        assertThat(FINDINGS.words(constraints("service", "{'type': 'memberOf', 'expression': '" + most + "x'}")))
                .singleElement()
                .asString()
                .contains("2001 characters");
    }

    @ParameterizedTest
    @CsvSource({
        "10,0,0,",
        "11,0,0,/taskDefinition/placementConstraints",
        "11,11,0,/taskDefinition/placementConstraints",
        "5,5,0,",
        "5,6,0,/service/placementConstraints",
        "0,11,0,/service/placementConstraints",
        "4,0,7,/runTask/placementConstraints",
        "10,0,1,/runTask/placementConstraints"
    })
    void tooManyConstraints_countedTogether_areReportedWhereTheyGrowTooMany(
            int ofTask, int ofService, int ofRun, String pointer) {
        String input = "{'taskDefinition': {'family': 'web', 'containerDefinitions': [], 'placementConstraints': ["
                + times(ofTask)
                + "]}, 'service': {'serviceName': 'web', 'taskDefinition': 'web:1', 'placementConstraints': ["
                + times(ofService) + "]}, 'runTask': {'taskDefinition': 'web:1', 'placementConstraints': ["
                + times(ofRun)
                + "]}}";

        assertThat(FINDINGS.in(input))
                .isEqualTo(pointer == null ? Set.of() : Set.of("placement.too-many-constraints " + pointer));
    }

    @ParameterizedTest
    @CsvSource({
        "spread,attribute:ecs.availability-zone,",
        "spread,attribute:,placement.spread-field",
        "spread,Host,",
        "spread,INSTANCEID,",
        "spread,zone,placement.spread-field",
        "spread,,placement.spread-field",
        "spread,${FIELD},",
        "binpack,MEMORY,",
        "binpack,cpu,",
        "binpack,,placement.binpack-field",
        "binpack,instanceId,placement.binpack-field",
        "random,,",
        "random,cpu,placement.random-field",
        "${TYPE},zone,",
        "Binpack,zone,placement.strategy-type"
    })
    void strategyField_everyTypeAndField_takesWhatPlacementTakes(String type, String field, String id) {
        String strategy = "{'type': '" + type + "'" + (field == null ? "" : ", 'field': '" + field + "'") + "}";

        for (String member : new String[] {"service", "runTask"}) {
            assertThat(FINDINGS.ids(document(member, "'placementStrategy': [" + strategy + "]")))
                    .isEqualTo(id == null ? Set.of() : Set.of(id));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "AppPorts ProxyIngressPort ProxyEgressPort IgnoredUID,",
        "AppPorts ProxyIngressPort ProxyEgressPort IgnoredGID,",
        "AppPorts ProxyIngressPort ProxyEgressPort,IgnoredUID or IgnoredGID",
        "AppPorts ProxyIngressPort IgnoredUID,ProxyEgressPort",
        "ProxyIngressPort ProxyEgressPort IgnoredUID,AppPorts",
        "ProxyIngressPort ${NAME},"
    })
    void proxyProperties_oneMissing_isNamed(String names, String missing) {
        StringBuilder properties = new StringBuilder();
        for (String name : names.split(" ", -1)) {
            properties.append(properties.length() == 0 ? "" : ", ");
            properties.append("{'name': '").append(name).append("', 'value': '1'}");
        }
        String input =
                "{'taskDefinition': {'family': 'web', 'networkMode': 'awsvpc', 'containerDefinitions': [{'name': 'envoy'}],"
                        + " 'proxyConfiguration': {'containerName': 'envoy', 'properties': [" + properties + "]}}}";

        assertThat(FINDINGS.words(input)).hasSize(missing == null ? 0 : 1);
        assertThat(FINDINGS.words(input)).allSatisfy(words -> assertThat(words).contains("lacks " + missing + "."));
    }

    @Test
    void proxy_onFargateOrWithUnknownContainers_isJudgedByWhatIsKnown() {
        String proxy =
                "'proxyConfiguration': {'type': 'APPMESH', 'containerName': 'envoy', 'properties': '${PROPERTIES}'}";

        assertThat(FINDINGS.in("{'taskDefinition': {'requiresCompatibilities': ['FARGATE'], 'containerDefinitions':"
                        + " [{'name': '${NAME}'}], " + proxy + "}}"))
                .isEmpty();
        assertThat(FINDINGS.in("{'taskDefinition': {'containerDefinitions': [{'name': 'a'}], " + proxy + "}}"))
                .containsExactly(
                        "proxy.network-mode /taskDefinition/networkMode",
                        "proxy.unknown-container /taskDefinition/proxyConfiguration/containerName");
    }
}
