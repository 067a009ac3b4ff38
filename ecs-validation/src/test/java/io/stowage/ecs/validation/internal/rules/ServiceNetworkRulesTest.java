package io.stowage.ecs.validation.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Network configuration, service discovery and Service Connect. */
class ServiceNetworkRulesTest {
    private static final Findings FINDINGS = Findings.of("netconf", "discovery", "connect", "lattice");
    private static final String REGISTRY = "arn:aws:servicediscovery:r:a:service/srv-1";

    private static String input(String taskMembers, String mapping, String serviceMembers) {
        return "{'taskDefinition': {'family': 'web', 'memory': '256'" + taskMembers
                + ", 'containerDefinitions': [{'name': 'app',"
                + " 'image': 'i', 'memory': 128, 'portMappings': [{" + mapping
                + "}]}]}, 'service': {'serviceName': 'web',"
                + " 'taskDefinition': 'web:1', 'desiredCount': 1" + serviceMembers + "}";
    }

    @ParameterizedTest
    @CsvSource({
        "bridge,,netconf.not-allowed",
        "host,,netconf.not-allowed",
        "awsvpc,,",
        ",,netconf.not-allowed",
        "${MODE},,",
        "bridge,FARGATE,",
        ",MANAGED_INSTANCES,"
    })
    void networkConfiguration_given_isForAwsvpcOnly(String mode, String compatibility, String id) {
        String task = (mode == null ? "" : ", 'networkMode': '" + mode + "'")
                + (compatibility == null ? "" : ", 'requiresCompatibilities': ['" + compatibility + "']");
        String configuration = ", 'networkConfiguration': {'awsvpcConfiguration': {'subnets': ['subnet-1']}}";

        assertThat(FINDINGS.ids(input(task, "'containerPort': 80", configuration) + "}"))
                .isEqualTo(id == null ? Set.of() : Set.of(id));
    }

    @ParameterizedTest
    @CsvSource({"ECS,true", "CODE_DEPLOY,true", "EXTERNAL,false", "${CONTROLLER},false"})
    void networkConfiguration_missing_isRequiredUnlessTheTaskSetHasIt(String controller, boolean fires) {
        String input = input(
                        ", 'networkMode': 'awsvpc'",
                        "'containerPort': 80",
                        ", 'deploymentController': {'type': '" + controller + "'}")
                + "}";

        assertThat(FINDINGS.ids(input)).isEqualTo(fires ? Set.of("netconf.required") : Set.of());
    }

    @Test
    void networkConfiguration_withNothingInIt_namesNoSubnet() {
        for (String empty :
                new String[] {"{}", "{'awsvpcConfiguration': {}}", "{'awsvpcConfiguration': {'subnets': []}}"}) {
            assertThat(FINDINGS.in(input(
                                    ", 'networkMode': 'awsvpc'",
                                    "'containerPort': 80",
                                    ", 'networkConfiguration': " + empty)
                            + "}"))
                    .containsExactly("netconf.subnets-empty /service/networkConfiguration/awsvpcConfiguration/subnets");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "subnet-1,sg-1,",
        "subnet-1,web,\"web\"",
        "sg-1,subnet-1,\"sg-1\"",
        "${SUBNET},${GROUP},",
        "${SUBNET},sg,\"sg\"",
        "PRIVATE_SUBNET_ONE,SG_1,",
        "PRIVATE,sg-1,\"PRIVATE\"",
        "PRIVATE_subnet,sg-1,\"PRIVATE_subnet\""
    })
    void ids_ofSubnetsAndGroups_haveTheirPrefix(String subnet, String group, String given) {
        String input = input(
                        ", 'networkMode': 'awsvpc'",
                        "'containerPort': 80",
                        ", 'networkConfiguration': {'awsvpcConfiguration': {'subnets': ['" + subnet
                                + "'], 'securityGroups': ['" + group + "']}}")
                + "}";

        assertThat(FINDINGS.words(input)).hasSize(given == null ? 0 : 1);
        assertThat(FINDINGS.words(input)).allSatisfy(words -> assertThat(words).startsWith(given));
    }

    /** Records of type A name no port, so the container alone will do where tasks have an address of their own. */
    @ParameterizedTest
    @CsvSource({
        "awsvpc,'containerName': 'app',false",
        "bridge,'containerName': 'app',true",
        "host,'containerName': 'app',true",
        "${MODE},'containerName': 'app',false",
        "awsvpc,'containerPort': 80,true",
        "awsvpc,'containerName': 'app'; 'containerPort': 80,false"
    })
    void registry_withHalfOfContainerAndPort_isIncompleteUnlessRecordsNeedNoPort(
            String mode, String members, boolean fires) {
        String input = input(
                ", 'networkMode': '" + mode + "'",
                "'containerPort': 80",
                ", 'serviceRegistries': [{'registryArn': '" + REGISTRY + "', " + members.replace(';', ',') + "}]");

        assertThat(FINDINGS.ids(input + "}").contains("discovery.container-incomplete"))
                .isEqualTo(fires);
    }

    @Test
    void registry_withContainerOfAServiceAlone_goesByWhereTheServiceRuns() {
        String service = "{'service': {'serviceName': 'web', 'taskDefinition': 'web:1', 'desiredCount': 1,"
                + " 'serviceRegistries': [{'registryArn': '" + REGISTRY + "', 'containerName': 'app'}]";

        assertThat(FINDINGS.ids(service + "}}")).contains("discovery.container-incomplete");
        assertThat(FINDINGS.ids(service + ", 'launchType': 'FARGATE'}}"))
                .doesNotContain("discovery.container-incomplete");
        assertThat(FINDINGS.ids(
                        service + ", 'networkConfiguration': {'awsvpcConfiguration': {'subnets': ['subnet-1']}}}}"))
                .doesNotContain("discovery.container-incomplete");
        assertThat(FINDINGS.ids(service + ", 'networkConfiguration': {}}}")).contains("discovery.container-incomplete");
    }

    @Test
    void vpcs_ofShownSubnetsAndGroups_areComparedOnlyIfUsed() {
        String service = ", 'networkConfiguration': {'awsvpcConfiguration': {'subnets': ['subnet-1', 'subnet-2'],"
                + " 'securityGroups': ['sg-1']}}";
        String start = input(", 'networkMode': 'awsvpc'", "'containerPort': 80", service);
        String subnets =
                ", 'subnets': [{'subnetId': 'subnet-1', 'vpcId': 'vpc-1'}, {'subnetId': 'subnet-2'}, {'subnetId':"
                        + " 'subnet-3', 'vpcId': 'vpc-3'}]";

        assertThat(FINDINGS.ids(start + subnets + "}")).isEmpty();
        assertThat(FINDINGS.ids(start + subnets + ", 'securityGroups': [{'groupId': 'sg-1', 'vpcId': '${VPC}'}]}"))
                .isEmpty();
        assertThat(FINDINGS.words(start + subnets + ", 'securityGroups': [{'groupId': 'sg-1', 'vpcId': 'vpc-2'}]}"))
                .singleElement()
                .asString()
                .contains("vpc-1, vpc-2");
    }

    @ParameterizedTest
    @CsvSource({
        "A,'containerName': 'app'; 'containerPort': 80,discovery.container-not-needed",
        "A AAAA,'containerName': 'app'; 'containerPort': 80,discovery.container-not-needed",
        "A SRV,'containerName': 'app'; 'containerPort': 80,",
        "SRV,'port': 80,",
        "SRV,,discovery.srv-needs-port",
        "A,,",
        "${TYPE},,",
        "CNAME,'containerName': 'app'; 'containerPort': 80,"
    })
    void records_ofTheRegistry_decideWhatAnEntryGives(String types, String entry, String id) {
        String start = input(
                ", 'networkMode': 'awsvpc'",
                "'containerPort': 80",
                ", 'networkConfiguration': {'awsvpcConfiguration': {'subnets': ['subnet-1']}}, 'serviceRegistries':"
                        + " [{'registryArn': '" + REGISTRY + "'" + (entry == null ? "" : ", " + entry.replace(';', ','))
                        + "}]");
        String registries = ", 'serviceRegistries': [{'arn': '" + REGISTRY + "', 'recordTypes': ['"
                + types.replace(" ", "', '") + "']}]}";

        assertThat(FINDINGS.ids(start + registries)).isEqualTo(id == null ? Set.of() : Set.of(id));
    }

    @ParameterizedTest
    @CsvSource({"web,true", "_a-b9,true", "Web,false", "-web,false", "a.b,false", "${NAME},true"})
    void discoveryName_characters_areThoseOfCloudMap(String name, boolean accepted) {
        String input = input(
                        "",
                        "'containerPort': 80, 'name': 'http'",
                        ", 'serviceConnectConfiguration': {'enabled': true, 'services': [{'portName': 'http', 'discoveryName': '"
                                + name + "', 'clientAliases': [{'port': 80}]}]}")
                + "}";

        assertThat(FINDINGS.ids(input)).isEqualTo(accepted ? Set.of() : Set.of("connect.discovery-name"));
    }

    @ParameterizedTest
    @CsvSource({"1,true", "65535,true", "0,false", "65536,false", "-1,false"})
    void ports_ofAliasesAndOverrides_arePorts(int port, boolean accepted) {
        String input = input(
                        "",
                        "'containerPort': 80, 'name': 'http'",
                        ", 'serviceConnectConfiguration': {'enabled': true, 'services': [{'portName': 'http',"
                                + " 'ingressPortOverride': " + port + ", 'clientAliases': [{'port': " + port + "}]}]}")
                + "}";

        assertThat(FINDINGS.ids(input))
                .isEqualTo(accepted ? Set.of() : Set.of("connect.alias-port", "connect.ingress-port-range"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'portName': '${PORT}', 'clientAliases': [{'port': 1}]}",
                "{'portName': 'http', 'clientAliases': '${ALIASES}'}",
                "{'portName': 'http', 'clientAliases': [{'port': '${PORT}', 'dnsName': '${NAME}'}]}",
                "{'portName': 'http', 'clientAliases': [{'port': 1}], 'timeout': {'idleTimeoutSeconds': '${IDLE}',"
                        + " 'perRequestTimeoutSeconds': '${REQUEST}'}}"
            })
    void connect_placeholders_areNeverAFinding(String service) {
        String input = input(
                        "",
                        "'containerPort': 80, 'name': 'http'",
                        ", 'serviceConnectConfiguration': {'enabled': true, 'services': [" + service + "]}")
                + "}";

        assertThat(FINDINGS.in(input)).isEmpty();
    }

    @Test
    void connect_portNamesThatAreNotKnown_mayBeTheOneMeant() {
        String connect =
                ", 'serviceConnectConfiguration': {'enabled': true, 'services': [{'portName': 'http', 'clientAliases':"
                        + " [{'port': 1}], 'timeout': {'perRequestTimeoutSeconds': 1}}]}";

        assertThat(FINDINGS.in(input("", "'containerPort': 80, 'name': '${NAME}'", connect) + "}"))
                .isEmpty();
        assertThat(FINDINGS.in(
                        input("", "'containerPort': 80, 'name': 'http', 'appProtocol': '${PROTOCOL}'", connect) + "}"))
                .isEmpty();
        assertThat(FINDINGS.ids(input("", "'containerPort': 80", connect) + "}"))
                .containsExactly("connect.unknown-port-name");
    }

    @ParameterizedTest
    @CsvSource({"191,true", "192,false", "128,true", "64,true", "${MEMORY},false", "0.5 GB,false"})
    void headroom_forTheProxy_isSixtyFourMib(String memory, boolean fires) {
        String input = input("", "'containerPort': 80", ", 'serviceConnectConfiguration': {'enabled': true}")
                        .replace("'256'", "'" + memory + "'")
                + "}";

        assertThat(FINDINGS.ids(input)).isEqualTo(fires ? Set.of("connect.no-headroom") : Set.of());
    }

    @Test
    void connect_switchedOff_asksNothingOfTheTask() {
        String off =
                ", 'serviceConnectConfiguration': {'enabled': %s}, 'deploymentController': {'type': 'CODE_DEPLOY'}";
        String windows =
                ", 'networkMode': 'host', 'runtimePlatform': {'operatingSystemFamily': 'WINDOWS_SERVER_2022_CORE'}";

        assertThat(FINDINGS.ids(input(windows, "'containerPort': 80", off.formatted("false")) + "}"))
                .isEmpty();
        assertThat(FINDINGS.ids(input(windows, "'containerPort': 80", off.formatted("'${ON}'")) + "}"))
                .isEmpty();
        assertThat(FINDINGS.ids(input(windows, "'containerPort': 80", off.formatted("true")) + "}"))
                .containsExactly("connect.controller", "connect.network-mode", "connect.windows");
    }
}
