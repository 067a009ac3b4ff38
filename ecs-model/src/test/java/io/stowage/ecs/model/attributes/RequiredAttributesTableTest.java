package io.stowage.ecs.model.attributes;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.spec.SpecCases;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Member by member: what is written, what it asks for, and where the pointer leads. Old and new are the two prefixes of names. */
class RequiredAttributesTableTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'dependsOn': [{'containerName': 'b'}]|new:container-ordering docker:1.17|dependsOn",
                "'startTimeout': 5|new:container-ordering docker:1.17|startTimeout",
                "'stopTimeout': 5|new:container-ordering docker:1.17|stopTimeout",
                "'dependsOn': []||",
                "'dockerSecurityOptions': ['no-new-privileges:true']|docker:1.23|dockerSecurityOptions/0",
                "'dockerSecurityOptions': ['x', 'label:type:t']|old:selinux|dockerSecurityOptions/1",
                "'dockerSecurityOptions': ['apparmor:p']|old:apparmor|dockerSecurityOptions/0",
                "'dockerSecurityOptions': ['credentialspec:f']|new:gmsa|dockerSecurityOptions/0",
                "'dockerSecurityOptions': ['credentialspecdomainless:f']|new:gmsa-domainless|dockerSecurityOptions/0",
                "'credentialSpecs': ['credentialspec:f']|new:gmsa|credentialSpecs/0",
                "'credentialSpecs': ['credentialspecdomainless:f']|new:gmsa-domainless|credentialSpecs/0",
                "'privileged': true|old:privileged-container|privileged",
                "'privileged': false||",
                "'firelensConfiguration': {'type': 'fluentd'}|new:firelens.fluentd|firelensConfiguration/type",
                "'firelensConfiguration': {'type': 'other'}||",
                "'firelensConfiguration': {'options': {'config-file-type': 'file'}}|new:firelens.options.config.file|firelensConfiguration/options/config-file-type",
                "'firelensConfiguration': {'options': {'config-file-type': 'x'}}||",
                "'repositoryCredentials': {}|new:private-registry-authentication.secretsmanager|repositoryCredentials",
                "'linuxParameters': {'initProcessEnabled': true}|docker:1.25|linuxParameters/initProcessEnabled",
                "'linuxParameters': {'initProcessEnabled': false}||",
                "'linuxParameters': {'maxSwap': 0}|docker:1.25|linuxParameters/maxSwap",
                "'linuxParameters': {'swappiness': 0}|docker:1.25|linuxParameters/swappiness",
                "'linuxParameters': {'sharedMemorySize': 64}|docker:1.22|linuxParameters/sharedMemorySize",
                "'linuxParameters': {'tmpfs': []}|docker:1.22|linuxParameters/tmpfs",
                "'linuxParameters': {'devices': []}||",
                "'restartPolicy': {'enabled': true}|new:container-restart-policy|restartPolicy/enabled",
                "'restartPolicy': {'enabled': false}||",
                "'portMappings': [{'containerPort': 1}, {'containerPortRange': '2-3'}]|new:network.container-port-range|portMappings/1/containerPortRange",
                "'resourceRequirements': [{'type': 'InferenceAccelerator', 'value': 'x'}]|new:task-eia|resourceRequirements/0",
                "'resourceRequirements': [{'type': 'GPU', 'value': '1'}]||",
                "'environmentFiles': []||",
                "'user': '1000'|docker:1.17|user",
                "'workingDirectory': '/w'|docker:1.17|workingDirectory",
                "'dockerLabels': {'a': 'b'}|docker:1.18|dockerLabels",
                "'secrets': [{'name': 'A'}]||",
                "'command': ['x'], 'environment': [], 'mountPoints': [], 'hostname': 'h'||",
            })
    void of_memberOfAContainer_asksForItsAttributes(String member, String attributes, String pointer) {
        check(
                "{'family': 'f', 'containerDefinitions': [{'name': 'a', " + member + "}]}",
                attributes,
                pointer == null ? null : "/containerDefinitions/0/" + pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'logDriver': 'awslogs', 'options': {'mode': 'blocking'}|docker:1.28|options/mode",
                "'logDriver': 'awslogs', 'options': {'max-buffer-size': '4m'}|docker:1.28|options/max-buffer-size",
                "'logDriver': 'gelf', 'options': {'gelf-address': 'x'}|docker:1.19|options",
                "'logDriver': 'splunk', 'secretOptions': [{'name': 'a', 'valueFrom': 'p'}]|new:secrets.ssm.bootstrap.log-driver|secretOptions/0",
                "'logDriver': 'splunk', 'secretOptions': [{'name': 'a', 'valueFrom': 'arn:aws:secretsmanager:r:1:secret:s'}]|new:secrets.asm.bootstrap.log-driver|secretOptions/0",
            })
    void of_logConfiguration_asksForItsAttributes(String members, String attribute, String pointer) {
        RequiredAttributes required = RequiredAttributes.of(SpecCases.taskDefinition(
                ("{'family': 'f', 'containerDefinitions': [{'name': 'a', 'logConfiguration': {" + members + "}}]}")
                        .replace('\'', '"')));
        assertThat(required.find(name(attribute)))
                .hasValueSatisfying(a ->
                        assertThat(a.askedBy()).containsExactly("/containerDefinitions/0/logConfiguration/" + pointer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'networkMode': 'host'|docker:1.18|/networkMode",
                "'networkMode': 'none'||",
                "'networkMode': 'bridge'||",
                "'taskRoleArn': 'r'|old:task-iam-role|/taskRoleArn",
                "'taskRoleArn': ''||",
                "'executionRoleArn': 'r'||",
                "'pidMode': 'host'|new:pid-ipc-namespace-sharing|/pidMode",
                "'pidMode': ''||",
                "'ipcMode': 'task'|new:pid-ipc-namespace-sharing|/ipcMode",
                "'ipcMode': 'none'|new:pid-ipc-namespace-sharing docker:1.32|/ipcMode",
                "'proxyConfiguration': {'containerName': 'e'}|new:aws-appmesh|/proxyConfiguration",
                "'ephemeralStorage': {'sizeInGiB': 30}|new:extensible-ephemeral-storage|/ephemeralStorage",
                "'enableFaultInjection': true|new:fault-injection|/enableFaultInjection",
                "'enableFaultInjection': false||",
                "'cpu': '16384', 'memory': '1 GB', 'runtimePlatform': {'cpuArchitecture': 'ARM64'}||",
                "'volumes': [{'name': 'v', 'dockerVolumeConfiguration': {}}]|new:docker-plugin.local docker:1.25|/volumes/0/dockerVolumeConfiguration",
                "'volumes': [{'name': 'v', 'dockerVolumeConfiguration': {'driver': 'a/b:c'}}]|new:docker-plugin.a/b.c docker:1.25|/volumes/0/dockerVolumeConfiguration",
                "'volumes': [{'name': 'v', 'fsxWindowsFileServerVolumeConfiguration': {}}]|new:fsxWindowsFileServer|/volumes/0/fsxWindowsFileServerVolumeConfiguration",
                "'volumes': [{'name': 'v', 's3filesVolumeConfiguration': {}}]|new:storage.s3-files|/volumes/0/s3filesVolumeConfiguration",
                "'volumes': [{'name': 'v', 'configuredAtLaunch': true}]|new:storage.ebs-task-volume-attach|/volumes/0/configuredAtLaunch",
                "'volumes': [{'name': 'v', 'host': {'sourcePath': '/x'}}]||",
            })
    void of_memberOfATask_asksForItsAttributes(String member, String attributes, String pointer) {
        check("{'family': 'f', " + member + "}", attributes, pointer);
    }

    private static void check(String json, String attributes, String pointer) {
        RequiredAttributes required = RequiredAttributes.of(SpecCases.taskDefinition(json.replace('\'', '"')));
        List<String> names = attributes == null
                ? List.of()
                : Arrays.stream(attributes.split(" "))
                        .map(RequiredAttributesTableTest::name)
                        .toList();
        assertThat(required.names()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(required.attributes())
                .allSatisfy(a -> assertThat(a.askedBy()).containsExactly(pointer));
    }

    private static String name(String shorthand) {
        return shorthand
                .replace("docker:", "com.amazonaws.ecs.capability.docker-remote-api.")
                .replace("old:", "com.amazonaws.ecs.capability.")
                .replace("new:", "ecs.capability.");
    }
}
