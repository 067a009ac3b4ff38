package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Found.container;
import static io.stowage.ecs.validation.internal.rules.Found.inContainer;
import static io.stowage.ecs.validation.internal.rules.Found.task;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerRulesTest {
    private static final String DIGEST = "sha256:" + "0aF".repeat(21) + "0";

    private static List<String> ofImage(String image) {
        return Found.in("container", task("", "{\"name\": \"app\", \"memory\": 64, \"image\": \"" + image + "\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nginx",
                "registry.example.com:5000/team/web_app:1.2-rc#1",
                "",
                "${IMAGE}",
                "${REGISTRY}/web:${TAG}",
                "<IMAGE1_NAME>",
                "{{ image }}",
                "%IMAGE%:1",
                "public.ecr.aws/<alias>/web:1",
                "nginx:@TAG@",
                "nginx:{{ must_env `TAG` }}"
            })
    void image_referenceOrPlaceholder_isAccepted(String image) {
        assertThat(ofImage(image)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"nginx:${TAG}", "nginx:$TAG", "ngin x", "näh", "web:1+2"})
    void image_writtenWithWrongCharacters_isFound(String image) {
        assertThat(ofImage(image)).containsExactly("image-characters 0/image");
    }

    @Test
    void image_digest_isJudgedApart() {
        assertThat(ofImage("nginx@" + DIGEST)).isEmpty();
        assertThat(ofImage("nginx:1@" + DIGEST)).isEmpty();
        for (String wrong : List.of("", "sha256:", DIGEST + "0", "sha512:" + "0".repeat(64), DIGEST + "@" + DIGEST)) {
            assertThat(ofImage("nginx@" + wrong)).as(wrong).containsExactly("image-digest 0/image");
        }
    }

    @Test
    void image_length_countsWithoutTheDigest() {
        String longest = "r/" + "a".repeat(253);

        assertThat(ofImage(longest + "@" + DIGEST)).isEmpty();
        assertThat(ofImage(longest + "a")).containsExactly("image-too-long 0/image");
    }

    @Test
    void unknownProperty_memberOfTheTask_isToBeMoved() {
        assertThat(inContainer("container", "\"networkMode\": \"host\", \"healthcheck\": {}, \"gpu\": 1"))
                .containsExactly(
                        "unknown-property 0/networkMode", "unknown-property 0/healthcheck", "unknown-property 0/gpu");
    }

    @ParameterizedTest
    @CsvSource({
        "db,",
        "db:alias,",
        "nobody,link-unknown",
        "nobody:alias,link-unknown",
        "db:,link-format",
        ":db,link-format",
        "db:a:b,link-format",
        "my db,link-format",
        "${LINK},"
    })
    void link_everyForm_isJudgedOnce(String link, String found) {
        assertThat(Found.in(
                        "container",
                        task("", container("app", ", \"links\": [\"" + link + "\"]"), container("db", ""))))
                .isEqualTo(found == null ? List.of() : List.of(found + " 0/links/0"));
    }

    @Test
    void link_otherNamesNotKnown_isSilent() {
        assertThat(Found.in("container", task("", container("app", ", \"links\": [\"db\"]"), container("${NAME}", ""))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'',LINUX,false",
        "bridge,LINUX,false",
        "host,LINUX,true",
        "none,LINUX,true",
        "awsvpc,LINUX,true",
        "nat,LINUX,false",
        "host,WINDOWS_SERVER_2022_CORE,false"
    })
    void links_everyNetworkMode_needBridge(String mode, String family, boolean found) {
        String members = (mode.isEmpty() ? "" : "\"networkMode\": \"" + mode + "\", ")
                + "\"runtimePlatform\": {\"operatingSystemFamily\": \"" + family + "\"}, ";

        assertThat(Found.in("container", task(members, container("app", ", \"links\": [\"db\"]"), container("db", ""))))
                .isEqualTo(found ? List.of("links-need-bridge 0/links") : List.of());
    }

    @Test
    void awsvpc_membersThatItExcludes_areForLinuxOnly() {
        String members = "\"hostname\": \"a\", \"dnsServers\": [\"10.0.0.2\"], \"disableNetworking\": true,"
                + " \"extraHosts\": [{\"hostname\": \"a\", \"ipAddress\": \"::1\"}]";
        String windows = "\"runtimePlatform\": {\"operatingSystemFamily\": \"WINDOWS_SERVER_2022_CORE\"}, ";

        assertThat(inContainer("container", "\"networkMode\": \"awsvpc\", ", members))
                .containsExactlyInAnyOrder(
                        "hostname-with-awsvpc 0/hostname",
                        "dns-servers-with-awsvpc 0/dnsServers",
                        "disable-networking-with-awsvpc 0/disableNetworking",
                        "extra-hosts-with-awsvpc 0/extraHosts");
        assertThat(inContainer("container", "\"networkMode\": \"awsvpc\", " + windows, members))
                .containsExactly("hostname-with-awsvpc 0/hostname");
        assertThat(inContainer("container", "", members)).isEmpty();
    }

    @Test
    void ulimits_unlimitedAndBoundaries_areTold() {
        assertThat(inContainer(
                        "container",
                        "\"ulimits\": [{\"name\": \"nofile\", \"softLimit\": 9, \"hardLimit\": -1},"
                                + " {\"name\": \"nproc\", \"softLimit\": 9, \"hardLimit\": 9},"
                                + " {\"name\": \"core\", \"softLimit\": 10, \"hardLimit\": 9},"
                                + " {\"softLimit\": 1, \"hardLimit\": 1}, {\"name\": \"nproc\"}]"))
                .containsExactlyInAnyOrder(
                        "ulimit-soft-above-hard 0/ulimits/2/softLimit",
                        "ulimit-name 0/ulimits/3/name",
                        "ulimit-duplicate 0/ulimits/4/name",
                        "ulimit-incomplete 0/ulimits/4");
    }

    @ParameterizedTest
    @CsvSource({
        "net.core.somaxconn,true",
        "fs.mqueue.msg_max,true",
        "kernel.shm_rmid_forced,true",
        "net.,false",
        "fs.mqueue,false",
        "kernel.shm,false",
        "vm.swappiness,false",
        "${PARAMETER},true"
    })
    void systemControl_everyParameter_mustBeNamespaced(String parameter, boolean accepted) {
        assertThat(inContainer(
                        "container", "\"systemControls\": [{\"namespace\": \"" + parameter + "\", \"value\": \"1\"}]"))
                .hasSize(accepted ? 0 : 1);
    }

    @Test
    void systemControl_hostModeAndHostIpc_takeDifferentParameters() {
        String controls = "\"systemControls\": [{\"namespace\": \"net.a\", \"value\": \"1\"},"
                + " {\"namespace\": \"fs.mqueue.b\", \"value\": \"1\"}, {\"namespace\": \"kernel.sem\", \"value\": \"1\"}]";

        assertThat(inContainer("container", "\"networkMode\": \"host\", ", controls))
                .containsExactly("system-control-host-network 0/systemControls/0/namespace");
        assertThat(inContainer("container", "\"ipcMode\": \"host\", ", controls))
                .containsExactly(
                        "system-control-host-ipc 0/systemControls/1/namespace",
                        "system-control-host-ipc 0/systemControls/2/namespace");
    }

    @Test
    void systemControlConflict_valuesOfSeveralContainers_areComparedWithTheFirst() {
        String one = ", \"systemControls\": [{\"namespace\": \"net.a\", \"value\": \"1\"}]";
        String other = ", \"systemControls\": [{\"namespace\": \"net.a\", \"value\": \"2\"}]";
        String unknown = ", \"systemControls\": [{\"namespace\": \"net.a\", \"value\": \"${A}\"}]";
        String[] containers = {
            container("a", one), container("b", one), container("c", other), container("d", unknown), container("e", "")
        };

        assertThat(Found.in("container", task("\"networkMode\": \"awsvpc\", ", containers)))
                .containsExactly("system-control-conflict 2/systemControls/0");
        assertThat(Found.in("container", task("\"networkMode\": \"bridge\", ", containers)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "root,true",
        "1000,true",
        "1000:1000,true",
        "web:web,true",
        "web:0,true",
        "-1,false",
        "0:-1,false",
        "a:b:c,false",
        "a:,false",
        ":a,false",
        "${USER},true"
    })
    void user_everyForm_isJudged(String user, boolean accepted) {
        assertThat(inContainer("container", "\"user\": \"" + user + "\""))
                .isEqualTo(accepted ? List.of() : List.of("user-format 0/user"));
    }

    @ParameterizedTest
    @CsvSource({
        "credentialspec:arn:aws:s3:::b/a.json,true",
        "credentialspecdomainless:arn:aws:ssm:eu-west-1:ACCOUNT:parameter/a,true",
        "credentialspec:file://a.json,false",
        "credentialspec:arn:aws:iam::1:role/a,false",
        "credentialspecs:arn:aws:s3:::b/a.json,false"
    })
    void credentialSpec_everyForm_isJudged(String spec, boolean accepted) {
        assertThat(inContainer("container", "\"credentialSpecs\": [\"" + spec + "\"]"))
                .isEqualTo(accepted ? List.of() : List.of("credential-spec-format 0/credentialSpecs/0"));
    }

    @Test
    void restartPolicy_boundaries_areIncluded() {
        for (int seconds : new int[] {60, 1800}) {
            assertThat(inContainer(
                            "container",
                            "\"restartPolicy\": {\"enabled\": true, \"restartAttemptPeriod\": " + seconds + "}"))
                    .isEmpty();
        }
        assertThat(inContainer("container", "\"restartPolicy\": {\"enabled\": false, \"ignoredExitCodes\": []}"))
                .isEmpty();
        assertThat(inContainer("container", "\"restartPolicy\": {\"enabled\": \"${ON}\", \"ignoredExitCodes\": [1]}"))
                .isEmpty();
    }
}
