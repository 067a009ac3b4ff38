package io.stowage.ecs.validation.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.common.KeyValuePair;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.ContainerDefinitionBuilder;
import io.stowage.ecs.model.taskdef.HealthCheck;
import io.stowage.ecs.model.taskdef.HostVolumeProperties;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.Volume;
import io.stowage.ecs.validation.EcsValidator;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.input.InboundRule;
import io.stowage.ecs.validation.input.KnownInstance;
import io.stowage.ecs.validation.input.KnownSecurityGroup;
import io.stowage.ecs.validation.spi.RuleSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityRulesTest {
    private static final EcsValidator VALIDATOR =
            EcsValidator.builder().include(RuleSet.SECURITY).build();

    @ParameterizedTest
    @CsvSource({
        "DB_PASSWORD, true",
        "db_passwd, true",
        "GITHUB_TOKEN, true",
        "API_KEY, true",
        "AWS_ACCESS_KEY_ID, true",
        "MY_AWS_ACCESS_KEY_ID, true",
        "ECS_ENGINE_AUTH_DATA, true",
        "SECRET_ARN, false",
        "TOKEN_TTL, false",
        "TOKEN_ID, false",
        "SECRET_NAME, false",
        "PASSWORD_FILE, false",
        "PORT, false"
    })
    void variable_withANameOfASecret_isFound(String name, boolean secret) {
        assertThat(found(app().environment(List.of(variable(name, "x")))).contains("security.plaintext-secret-name"))
                .isEqualTo(secret);
    }

    @ParameterizedTest
    @CsvSource({
        "AKIAIOSFODNN7EXAMPLE, true",
        "id=ASIAIOSFODNN7EXAMPLE;, true",
        "AKIAIOSFODNN7EXAMPL, false",
        "XAKIAIOSFODNN7EXAMPLE, false",
        "-----BEGIN PRIVATE KEY-----, true",
        "-----BEGIN RSA PRIVATE KEY-----, true",
        "-----BEGIN PUBLIC KEY-----, false",
        "postgres://u:p@db/x, true",
        "redis://:p@cache, true",
        "https://user@example.com, false",
        "https://example.com/a:b@c, false",
        "'${USER}://u:p@db', false"
    })
    void value_thatIsACredential_isFound(String value, boolean credential) {
        assertThat(found(app().environment(List.of(variable("A", value)))).contains("security.plaintext-secret-value"))
                .isEqualTo(credential);
    }

    @Test
    void variable_withAnEmptyOrUnknownValue_isNoSecret() {
        assertThat(found(app().environment(List.of(variable("PASSWORD", ""), variable("TOKEN", "${TOKEN}")))))
                .noneMatch(id -> id.startsWith("security.plaintext"));
    }

    @ParameterizedTest
    @CsvSource({
        "--password=abc, true",
        "app --token=abc, true",
        "--password-file=/x, false",
        "--password=, false",
        "--password=$PASSWORD, false",
        "curl https://u:p@host, true"
    })
    void commandLine_withACredential_isFound(String word, boolean credential) {
        ContainerDefinitionBuilder health = app().healthCheck(HealthCheck.builder()
                .command(List.of("CMD-SHELL", word))
                .build());

        assertThat(found(app().command(List.of("app", word))).contains("security.secret-in-command"))
                .isEqualTo(credential);
        assertThat(found(health).contains("security.secret-in-command")).isEqualTo(credential);
    }

    /** Values of the size that ECS takes, made to lead a pattern astray: a slow one would not end in the time of a build. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "://", "://a:", "AKIA", "-----BEGIN ", "--password", "@", "A:", " "})
    void values_thatAreLong_costLittle(String part) {
        String value = part.repeat(60_000 / part.length()) + "IA@ KEY----- ";

        assertThat(found(app().environment(List.of(variable("A", value))).command(List.of(value))))
                .doesNotContain("security.plaintext-secret-name");
    }

    @ParameterizedTest
    @CsvSource({
        "/, security.sensitive-host-path",
        "//, security.sensitive-host-path",
        "/etc/, security.sensitive-host-path",
        "/etc/ssl, security.sensitive-host-path",
        "/etcetera, ''",
        "/var/run, security.sensitive-host-path",
        "/var//run/docker.sock, security.docker-socket",
        "/run/containerd/containerd.sock, security.docker-socket",
        "/var/lib/docker/volumes, security.sensitive-host-path",
        "/srv/etc, ''",
        "'/${DIR}', ''"
    })
    void hostPath_isJudgedByWhereItLeads(String path, String rule) {
        TaskDefinition task = task(app()).toBuilder()
                .volumes(List.of(Volume.builder()
                        .name("v")
                        .host(HostVolumeProperties.builder().sourcePath(path).build())
                        .build()))
                .build();

        assertThat(ids(EcsConfiguration.of(task)))
                .filteredOn(id -> id.endsWith("path") || id.endsWith("socket"))
                .isEqualTo(rule == null || rule.isEmpty() ? List.of() : List.of(rule));
    }

    @ParameterizedTest
    @CsvSource({"root, true", "0, true", "0:0, true", "root:staff, true", "1000, false", "app:0, false", "'', true"})
    void user_thatIsRoot_isFoundByNameOrNumber(String user, boolean root) {
        assertThat(found(app().user(user)).contains("security.root-user")).isEqualTo(root);
    }

    @Test
    void openIngress_ofALoadBalancer_isNotJudged() {
        KnownSecurityGroup open = KnownSecurityGroup.builder()
                .groupId("sg-1")
                .inbound(List.of(
                        InboundRule.builder().protocol("-1").cidr("::/0").build()))
                .build();
        EcsConfiguration ofNobody =
                EcsConfiguration.builder().securityGroups(List.of(open)).build();
        EcsConfiguration ofAnInstance = ofNobody.toBuilder()
                .containerInstances(List.of(
                        KnownInstance.builder().securityGroups(List.of("sg-1")).build()))
                .build();

        assertThat(ids(ofNobody)).isEmpty();
        assertThat(ids(ofAnInstance)).containsExactly("security.open-ingress");
        assertThat(VALIDATOR.validate(ofAnInstance).findings().get(0).message())
                .isEqualTo("Security group sg-1 is open to ::/0 on all ports.");
    }

    private static KeyValuePair variable(String name, String value) {
        return KeyValuePair.builder().name(name).value(value).build();
    }

    private static ContainerDefinitionBuilder app() {
        return ContainerDefinition.builder().name("app").image("nginx:1.27").memory(128);
    }

    private static TaskDefinition task(ContainerDefinitionBuilder container) {
        return TaskDefinition.builder()
                .family("web")
                .containerDefinitions(List.of(container.build()))
                .build();
    }

    private static List<String> found(ContainerDefinitionBuilder container) {
        return ids(EcsConfiguration.of(task(container)));
    }

    private static List<String> ids(EcsConfiguration configuration) {
        return VALIDATOR.validate(configuration).findings().stream()
                .map(finding -> finding.id())
                .filter(id -> id.startsWith("security."))
                .toList();
    }
}
