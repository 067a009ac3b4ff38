package io.stowage.ecs.validation.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadBalancerRulesTest {
    private static final Findings FINDINGS = Findings.of("lb");
    private static final String GROUP = "arn:aws:elasticloadbalancing:r:a:targetgroup/web/1";

    /** A task behind a load balancer, and what surrounds both. */
    private static String input(String mode, String mapping, String entry, String surroundings) {
        return "{'taskDefinition': {'family': 'web'" + (mode.isEmpty() ? "" : ", 'networkMode': '" + mode + "'")
                + ", 'containerDefinitions': [{'name': 'app', 'image': 'i', 'portMappings': [{" + mapping
                + "}]}]}, 'service':"
                + " {'serviceName': 'web', 'taskDefinition': 'web:1', 'networkConfiguration': {'awsvpcConfiguration': {'subnets':"
                + " ['subnet-1'], 'securityGroups': ['sg-task']}}, 'loadBalancers': [{'containerName': 'app', 'containerPort': 80, "
                + entry + "}]}" + surroundings + "}";
    }

    private static String input(String mode, String mapping, String surroundings) {
        return input(mode, mapping, "'targetGroupArn': '" + GROUP + "'", surroundings);
    }

    private static String balancer(String inbound, String instance) {
        return ", 'loadBalancers': [{'name': 'front', 'securityGroups': ['sg-lb', 'sg-lb2'], 'targetGroupArns': ['"
                + GROUP
                + "']}], 'containerInstances': [{'instanceId': 'i-1', 'securityGroups': ['sg-1', 'sg-2']" + instance
                + "}], 'securityGroups': [{'groupId': 'sg-1', 'inbound': [" + inbound
                + "]}, {'groupId': 'sg-2', 'inbound': []},"
                + " {'groupId': 'sg-task', 'inbound': [" + inbound + "]}]";
    }

    private static String rule(String protocol, String ports, String source) {
        return "{'protocol': '" + protocol + "'"
                + (ports.isEmpty()
                        ? ""
                        : ", 'fromPort': " + ports.split("-", -1)[0] + ", 'toPort': " + ports.split("-", -1)[1])
                + source + "}";
    }

    @ParameterizedTest
    @CsvSource({
        "tcp,32768-60999,sg-lb,true",
        "tcp,32768-60998,sg-lb,false",
        "tcp,32769-60999,sg-lb,false",
        "tcp,0-65535,sg-lb2,true",
        "tcp,0-65535,sg-else,false",
        "udp,0-65535,sg-lb,false",
        "6,0-65535,sg-lb,true",
        "-1,,sg-lb,true",
        "all,,sg-lb,true",
        "tcp,,sg-lb,true",
        "tcp,60000-50000,sg-lb,false"
    })
    void dynamicRange_oneInboundRule_admitsOrNot(String protocol, String ports, String group, boolean admitted) {
        String inbound = rule(protocol, ports == null ? "" : ports, ", 'sourceSecurityGroup': '" + group + "'");

        assertThat(FINDINGS.in(input("", "'containerPort': 80", balancer(inbound, ""))))
                .isEqualTo(
                        admitted
                                ? Set.of()
                                : Set.of("lb.security-group-dynamic-range /containerInstances/0/securityGroups"));
    }

    @Test
    void dynamicRange_severalInboundRules_countTogether() {
        String two = rule("tcp", "32768-50000", ", 'sourceSecurityGroup': 'sg-lb'") + ", "
                + rule("tcp", "50001-65535", ", 'cidr': '10.0.0.0/16'");
        String gap = rule("tcp", "32768-50000", ", 'sourceSecurityGroup': 'sg-lb'") + ", "
                + rule("tcp", "50002-65535", ", 'cidr': '10.0.0.0/16'");

        assertThat(FINDINGS.in(input("", "'containerPort': 80", balancer(two, ""))))
                .isEmpty();
        assertThat(FINDINGS.ids(input("bridge", "'containerPort': 80, 'hostPort': 0", balancer(gap, ""))))
                .containsExactly("lb.security-group-dynamic-range");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'protocol': 'tcp', 'fromPort': 1, 'toPort': 65535}",
                "{'protocol': 'tcp', 'fromPort': 1, 'toPort': 65535, 'sourceSecurityGroup': '${GROUP}'}"
            })
    void dynamicRange_inboundRuleThatIsNotKnown_saysNothing(String inbound) {
        assertThat(FINDINGS.ids(input("", "'containerPort': 80", balancer(inbound, ""))))
                .isEmpty();
    }

    @Test
    void dynamicRange_groupThatIsNotShown_saysNothing() {
        String surroundings = balancer("", "").replace("'sg-1', 'sg-2'", "'sg-1', 'sg-hidden'");

        assertThat(FINDINGS.ids(input("", "'containerPort': 80", surroundings))).isEmpty();
        assertThat(FINDINGS.ids(input(
                        "", "'containerPort': 80", surroundings.replace("'groupId': 'sg-1'", "'groupId': '${ID}'"))))
                .isEmpty();
        assertThat(FINDINGS.ids(input("", "'containerPort': 80", surroundings.replace(GROUP, "arn:other"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "40000-40100,'agentConfig': {'ECS_DYNAMIC_HOST_PORT_RANGE': '40000-40100'},true",
        "40000-40099,'agentConfig': {'ECS_DYNAMIC_HOST_PORT_RANGE': '40000-40100'},false",
        "32768-60999,'agentConfig': {'ECS_DYNAMIC_HOST_PORT_RANGE': ''},true",
        "1-2,'agentConfig': {'ECS_DYNAMIC_HOST_PORT_RANGE': '${RANGE}'},true",
        "49152-65535,'osType': 'windows',true",
        "32768-60999,'osType': 'windows',false"
    })
    void dynamicRange_ofTheInstance_isWhatItsAgentGives(String ports, String instance, boolean admitted) {
        String inbound = rule("tcp", ports, ", 'sourceSecurityGroup': 'sg-lb'");

        assertThat(FINDINGS.ids(input("", "'containerPort': 80", balancer(inbound, ", " + instance))))
                .isEqualTo(admitted ? Set.of() : Set.of("lb.security-group-dynamic-range"));
    }

    @ParameterizedTest
    @CsvSource({
        "host,'containerPort': 80,80-80,true",
        "host,'containerPort': 80,81-90,false",
        "bridge,'containerPort': 80 + 'hostPort': 8080,8080-8080,true",
        "bridge,'containerPort': 80 + 'hostPort': 8080,80-80,false",
        "bridge,'containerPort': 80 + 'hostPort': '${PORT}',1-1,true"
    })
    void staticPort_ofTheHost_mustBeOpen(String mode, String mapping, String ports, boolean admitted) {
        String inbound = rule("tcp", ports, ", 'sourceSecurityGroup': 'sg-lb'");

        assertThat(FINDINGS.in(input(mode, mapping.replace(" + ", ", "), balancer(inbound, ""))))
                .isEqualTo(
                        admitted
                                ? Set.of()
                                : Set.of("lb.security-group-static-port /containerInstances/0/securityGroups"));
    }

    @Test
    void taskPort_udpMapping_needsAUdpRule() {
        String udp = "'containerPort': 80, 'protocol': 'udp'";

        assertThat(FINDINGS.in(input("awsvpc", udp, balancer(rule("udp", "80-80", ", 'cidr': '0.0.0.0/0'"), ""))))
                .isEmpty();
        assertThat(FINDINGS.in(input("awsvpc", udp, balancer(rule("tcp", "80-80", ", 'cidr': '0.0.0.0/0'"), ""))))
                .containsExactly(
                        "lb.security-group-task /service/networkConfiguration/awsvpcConfiguration/securityGroups");
    }

    @ParameterizedTest
    @CsvSource({
        "awsvpc,ip,",
        "awsvpc,alb,lb.target-type-awsvpc",
        "bridge,instance,",
        "host,ip,lb.target-type-instance",
        "bridge,lambda,lb.target-type-instance",
        "awsvpc,${TYPE},",
        "${MODE},instance,"
    })
    void targetType_ofEveryMode_isTheOneThatTakesIt(String mode, String type, String id) {
        String groups = ", 'targetGroups': [{'arn': '" + GROUP + "', 'targetType': '" + type
                + "'}, {'arn': 'arn:unused'," + " 'targetType': 'none'}]";

        assertThat(FINDINGS.in(input(mode, "'containerPort': 80", groups)))
                .isEqualTo(id == null ? Set.of() : Set.of(id + " /targetGroups/0/targetType"));
    }

    @Test
    void targetType_ofAnAlternateGroup_isJudgedToo() {
        String entry =
                "'targetGroupArn': 'arn:aws:elasticloadbalancing:r:a:targetgroup/blue/1', 'advancedConfiguration':"
                        + " {'alternateTargetGroupArn': '" + GROUP + "'}";
        String groups =
                ", 'targetGroups': [{'arn': '" + GROUP + "', 'targetType': 'instance', 'loadBalancerType': null}]";

        assertThat(FINDINGS.in(input("awsvpc", "'containerPort': 80", entry, groups)))
                .containsExactly("lb.target-type-awsvpc /targetGroups/0/targetType");
    }

    @ParameterizedTest
    @CsvSource({
        "'containerPort': 80,false",
        "'containerPort': 81,true",
        "'containerPortRange': '70-90',false",
        "'containerPortRange': '81-90',true",
        "'containerPortRange': '99999-100000',true",
        "'containerPort': '${PORT}',false",
        "'containerPortRange': '${RANGE}',false"
    })
    void containerPort_mappingsAndRanges_areSearched(String mapping, boolean fires) {
        assertThat(FINDINGS.ids(input("awsvpc", mapping, "")))
                .isEqualTo(fires ? Set.of("lb.unknown-container-port") : Set.of());
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:elasticloadbalancing:us-east-1:ACCOUNT_ID:targetgroup/a/b,true",
        "arn:aws-cn:elasticloadbalancing:r:a:targetgroup/a/b,true",
        "arn:aws:elasticloadbalancing:r:a:listener/app/a/b,false",
        "arn:aws:vpc-lattice:r:a:targetgroup/tg-1,false",
        "arn:aws:elasticloadbalancing:r:a:targetgroup/,false",
        "my-group,false",
        "${GROUP},true"
    })
    void targetGroupArn_partitionServiceAndResource_areJudged(String arn, boolean accepted) {
        assertThat(FINDINGS.ids(input("awsvpc", "'containerPort': 80", "'targetGroupArn': '" + arn + "'", "")))
                .isEqualTo(accepted ? Set.of() : Set.of("lb.target-group-arn"));
    }

    @Test
    void dynamicPort_twoEntriesForOneMapping_areReportedOnce() {
        String entries =
                "'loadBalancerName': 'l'}, {'containerName': 'app', 'containerPort': 80, 'loadBalancerName': 'l'";

        assertThat(FINDINGS.words(input("bridge", "'containerPort': 80", entries, "")))
                .singleElement()
                .asString()
                .contains("container port 80");
        assertThat(FINDINGS.in(input("bridge", "'containerPort': 80", entries, "")))
                .containsExactly(
                        "lb.classic-with-dynamic-port /taskDefinition/containerDefinitions/0/portMappings/0/hostPort");
    }

    @ParameterizedTest
    @CsvSource({
        "UDP,,true",
        "UDP,udp,false",
        "TLS,udp,true",
        "TCP,,false",
        "TCP_UDP,udp,false",
        "GENEVE,udp,false",
        "${PROTOCOL},udp,false",
        "HTTP,${PROTOCOL},false"
    })
    void udpMismatch_everyPairOfProtocols_isCompared(String group, String mapping, boolean fires) {
        String groups = ", 'targetGroups': [{'arn': '" + GROUP + "', 'protocol': '" + group + "'}]";
        String port = "'containerPort': 80" + (mapping == null ? "" : ", 'protocol': '" + mapping + "'");

        assertThat(FINDINGS.ids(input("awsvpc", port, groups))).isEqualTo(fires ? Set.of("lb.udp-mismatch") : Set.of());
    }

    @Test
    void sharedClassic_withItselfAmongTheServices_isNotShared() {
        String services = ", 'services': [{'serviceName': '%s', 'loadBalancers': [{'loadBalancerName': 'l'}]}]";
        String mapping = "'containerPort': 80, 'hostPort': 80";

        assertThat(FINDINGS.ids(input("bridge", mapping, "'loadBalancerName': 'l'", services.formatted("web"))))
                .isEmpty();
        assertThat(FINDINGS.words(input("bridge", mapping, "'loadBalancerName': 'l'", services.formatted("other"))))
                .singleElement()
                .asString()
                .contains("\"l\" is shared with service \"other\"");
    }
}
