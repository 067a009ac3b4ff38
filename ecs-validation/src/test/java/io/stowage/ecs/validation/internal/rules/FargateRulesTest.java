package io.stowage.ecs.validation.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FargateRulesTest {
    private static final Findings FINDINGS = Findings.of("fargate", "windows", "runtime", "platform");

    private static String task(String members, String container) {
        return "{'taskDefinition': {'family': 'web', 'networkMode': 'awsvpc', 'requiresCompatibilities': ['FARGATE'],"
                + " 'cpu': '8192', 'memory': '16384'" + members
                + ", 'containerDefinitions': [{'name': 'app', 'image': 'nginx'"
                + container + "}]}";
    }

    private static String service(String version, String members) {
        return ", 'service': {'serviceName': 'web', 'launchType': 'FARGATE', 'platformVersion': '" + version + "'"
                + members + "}}";
    }

    @ParameterizedTest
    @CsvSource({
        "LATEST,LINUX,true",
        "1.4.0,LINUX,true",
        "1.3.0,LINUX,true",
        "1.0.0,LINUX,true",
        "1.4.1,LINUX,false",
        "latest,LINUX,false",
        "2.0.0,LINUX,false",
        "1.4,LINUX,false",
        "1.0.0,WINDOWS_SERVER_2022_CORE,true",
        "LATEST,WINDOWS_SERVER_2022_CORE,true",
        "1.4.0,WINDOWS_SERVER_2022_CORE,false",
        "${VERSION},LINUX,true"
    })
    void platformVersion_everyForm_isKnownOrReported(String version, String family, boolean known) {
        String input =
                task(", 'runtimePlatform': {'operatingSystemFamily': '" + family + "'}", "") + service(version, "");

        assertThat(FINDINGS.ids(input).contains("fargate.platform-version-unknown"))
                .isEqualTo(!known);
    }

    @ParameterizedTest
    @CsvSource({"1.0.0,12", "1.2.0,12", "1.3.0,11", "1.4.0,0", "LATEST,0", "1.3.9,0", "${VERSION},0"})
    void platformVersion_tooOldForEverything_isReportedOnceForEachFeature(String version, int features) {
        String input = task(
                        ", 'ephemeralStorage': {'sizeInGiB': 50}, 'pidMode': 'task', 'taskRoleArn': 'r', 'volumes': [{'name': 'a',"
                                + " 'efsVolumeConfiguration': {'fileSystemId': 'fs-1'}}, {'name': 'b', 'configuredAtLaunch': true}]",
                        ", 'environmentFiles': [{'type': 's3', 'value': 'arn:aws:s3:::b/a.env'}], 'systemControls': [{'namespace':"
                                + " 'net.core.somaxconn', 'value': '1'}], 'stopTimeout': 30, 'linuxParameters': {'capabilities':"
                                + " {'add': ['SYS_PTRACE']}}, 'logConfiguration': {'logDriver': 'splunk', 'secretOptions': [{'name':"
                                + " 'splunk-token', 'valueFrom': 'arn:aws:secretsmanager:r:a:secret:s-AbCdEf:key::'}]}")
                + service(
                        version,
                        ", 'enableExecuteCommand': true, 'serviceConnectConfiguration': {'enabled': true, 'namespace': 'n'}");

        assertThat(FINDINGS.ids(input))
                .filteredOn(id -> id.startsWith("platform."))
                .hasSize(features);
        assertThat(FINDINGS.in(input)).allSatisfy(found -> assertThat(found).endsWith(" /service/platformVersion"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:secretsmanager:r:a:secret:s-AbCdEf",
                "arn:aws:secretsmanager:r:a:secret:s-AbCdEf::AWSCURRENT:",
                "arn:aws:ssm:r:a:parameter/x:y:z:1:2",
                "${SECRET}",
                "name"
            })
    void secretJsonKey_secretsWithoutKey_areFineOnOldVersions(String from) {
        String input = task("", ", 'secrets': [{'name': 'A', 'valueFrom': '" + from + "'}]") + service("1.3.0", "");

        assertThat(FINDINGS.ids(input)).doesNotContain("platform.secret-json-key");
    }

    @Test
    void windows_membersThatNeitherHas_areReportedOnce() {
        String input = task(
                        ", 'pidMode': 'host', 'ipcMode': 'host', 'runtimePlatform': {'operatingSystemFamily':"
                                + " 'WINDOWS_SERVER_2022_CORE'}, 'volumes': [{'name': 'd', 'dockerVolumeConfiguration': {'driver':"
                                + " 'other'}}, {'name': 'e', 'dockerVolumeConfiguration': {'driver': 'local'}}]",
                        ", 'privileged': true, 'dnsSearchDomains': ['a'], 'ulimits': [{'name': 'nproc', 'softLimit': 1,"
                                + " 'hardLimit': 1}], 'linuxParameters': {'maxSwap': 1, 'swappiness': 1, 'sharedMemorySize': 1,"
                                + " 'tmpfs': [{'containerPath': '/a', 'size': 1}], 'devices': [{'hostPath': '/a'}],"
                                + " 'capabilities': {'add': ['ALL']}}, 'firelensConfiguration': {'type': 'fluentbit', 'options':"
                                + " {'config-file-type': 's3'}}")
                + "}";

        assertThat(FINDINGS.in(input))
                .containsExactly(
                        "fargate.docker-volume /taskDefinition/volumes/1/dockerVolumeConfiguration",
                        "windows.dns-search-domains /taskDefinition/containerDefinitions/0/dnsSearchDomains",
                        "windows.docker-volume-driver /taskDefinition/volumes/0/dockerVolumeConfiguration/driver",
                        "windows.firelens /taskDefinition/containerDefinitions/0/firelensConfiguration",
                        "windows.ipc-mode /taskDefinition/ipcMode",
                        "windows.linux-parameters /taskDefinition/containerDefinitions/0/linuxParameters",
                        "windows.pid-mode /taskDefinition/pidMode",
                        "windows.privileged /taskDefinition/containerDefinitions/0/privileged",
                        "windows.ulimits /taskDefinition/containerDefinitions/0/ulimits");
    }

    @Test
    void linuxParameters_withNothingInThem_sayNothing() {
        String input = task(
                        ", 'runtimePlatform': {'operatingSystemFamily': 'WINDOWS_SERVER_2022_CORE'}",
                        ", 'linuxParameters': {'devices': [], 'tmpfs': [], 'capabilities': {'add': [], 'drop': []}}, 'links': [],"
                                + " 'privileged': false, 'user': ''")
                + "}";

        assertThat(FINDINGS.in(input)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "C:\\\\a,D:\\\\b,true",
        "c:\\\\a,C:\\\\b,false",
        "C:/a,d:/b,true",
        "/a,D:\\\\b,false",
        "C:\\\\a,${DIR},false",
        "${DIR},D:\\\\a,false",
        "1:\\\\a,D:\\\\b,false",
        "C,D:\\\\b,false"
    })
    void mountAcrossDrives_everyPairOfPaths_comparesTheLetters(String host, String container, boolean fires) {
        String input = "{'taskDefinition': {'family': 'w', 'runtimePlatform': {'operatingSystemFamily':"
                + " 'WINDOWS_SERVER_2022_CORE'}, 'volumes': [{'name': 'v', 'host': {'sourcePath': '" + host + "'}}],"
                + " 'containerDefinitions': [{'name': 'a', 'image': 'i', 'memory': 8, 'mountPoints': [{'sourceVolume': 'v',"
                + " 'containerPath': '" + container + "'}, {'sourceVolume': 'other', 'containerPath': 'Z:/'}]}]}}";

        assertThat(FINDINGS.in(input))
                .isEqualTo(
                        fires
                                ? Set.of("windows.mount-across-drives"
                                        + " /taskDefinition/containerDefinitions/0/mountPoints/0/containerPath")
                                : Set.of());
    }

    @Test
    void compatibilities_ofABareListOfContainers_areNotKnown() {
        String containers = ", 'privileged': true, 'startTimeout': 500";
        String input =
                "{'taskDefinition': {'family': 'w', 'requiresCompatibilities': ['${WHERE}'], 'containerDefinitions':"
                        + " [{'name': 'a', 'image': 'i', 'memory': 8" + containers + "}]}}";

        assertThat(FINDINGS.in(input)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1,true", "2,false", "120,false", "121,true", "-1,true", "2147483647,true"})
    void timeouts_atTheirBounds_areReportedBeyond(int seconds, boolean fires) {
        String input = task("", ", 'startTimeout': " + seconds + ", 'stopTimeout': " + seconds) + "}";

        assertThat(FINDINGS.in(input)).hasSize(fires ? 2 : 0);
    }
}
