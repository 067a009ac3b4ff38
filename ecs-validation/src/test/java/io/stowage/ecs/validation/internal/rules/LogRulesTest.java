package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Found.container;
import static io.stowage.ecs.validation.internal.rules.Found.task;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogRulesTest {
    private static final String COMPLETE = "\"awslogs-group\": \"/ecs/web\", \"awslogs-region\": \"eu-west-1\"";
    private static final String ROUTED = ", \"logConfiguration\": {\"logDriver\": \"awsfirelens\"}";
    private static final String ROUTER = ", \"firelensConfiguration\": {\"type\": \"fluentbit\"}";

    private static List<String> ofDriver(String driver, String options) {
        return Found.inContainer(
                "log", "\"logConfiguration\": {\"logDriver\": \"" + driver + "\", \"options\": {" + options + "}}");
    }

    @Test
    void requiredOptions_absentEmptyOrComputed_differ() {
        assertThat(ofDriver("awslogs", "\"awslogs-group\": \"\""))
                .containsExactlyInAnyOrder(
                        "awslogs-group-missing 0/logConfiguration/options/awslogs-group",
                        "awslogs-region-missing 0/logConfiguration/options/awslogs-region");
        // An option that a template computes hides the whole map: the other one may be there.
        assertThat(ofDriver("awslogs", "\"awslogs-group\": {\"Ref\": \"Group\"}"))
                .isEmpty();
        assertThat(ofDriver("awslogs", "\"awslogs-group\": \"${GROUP}\", \"awslogs-region\": \"${REGION}\""))
                .isEmpty();
        assertThat(ofDriver("json-file", "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "awslogs-group,/ecs/a_b-c.d#1,",
        "awslogs-group,a b,awslogs-group-name",
        "awslogs-create-group,true,",
        "awslogs-create-group,True,",
        "awslogs-create-group,yes,awslogs-create-group-value",
        "awslogs-create-group,FALSE,",
        "awslogs-create-group,tRUE,awslogs-create-group-value",
        "mode,blocking,",
        "mode,non-blocking,",
        "mode,Blocking,mode-value",
        "max-buffer-size,25m,",
        "max-buffer-size,1048576,",
        "max-buffer-size,4G,",
        "max-buffer-size,4mb,buffer-size-format",
        "max-buffer-size,m,buffer-size-format",
        "mode,${MODE},",
        "max-buffer-size,${SIZE},",
        "awslogs-groupe,a,awslogs-unknown-option"
    })
    void option_everyValue_isJudged(String option, String value, String found) {
        String options = option.equals("awslogs-group") ? "\"awslogs-region\": \"eu-west-1\"" : COMPLETE;

        assertThat(ofDriver("awslogs", options + ", \"" + option + "\": \"" + value + "\""))
                .isEqualTo(found == null ? List.of() : List.of(found + " 0/logConfiguration/options/" + option));
    }

    @Test
    void options_ofTheLogRouter_areItsOwn() {
        assertThat(Found.in(
                        "log",
                        task(
                                "\"networkMode\": \"awsvpc\", ",
                                container(
                                        "app",
                                        ", \"logConfiguration\": {\"logDriver\": \"awsfirelens\", \"options\": {\"mode\": \"udp\","
                                                + " \"max-buffer-size\": \"many\", \"awslogs-group\": \"a b\"}}"),
                                container("router", ROUTER))))
                .isEmpty();
    }

    @Test
    void bufferSize_withoutMode_isUsed() {
        assertThat(ofDriver("awslogs", COMPLETE + ", \"max-buffer-size\": \"1m\""))
                .isEmpty();
        assertThat(ofDriver("awslogs", COMPLETE + ", \"max-buffer-size\": \"1m\", \"mode\": \"blocking\""))
                .containsExactly("buffer-size-blocking 0/logConfiguration/options/max-buffer-size");
    }

    @Test
    void multiline_formatThatLooksLikeAPlaceholder_countsAllTheSame() {
        assertThat(ofDriver(
                        "awslogs",
                        COMPLETE + ", \"awslogs-datetime-format\": \"%Y%m%d\", \"awslogs-multiline-pattern\": \"^%s\""))
                .containsExactly("awslogs-multiline-conflict 0/logConfiguration/options");
    }

    @Test
    void splunk_tokenAmongTheSecrets_isEnough() {
        String secret = ", \"secretOptions\": [{\"name\": \"splunk-token\", \"valueFrom\": \"token\"}]";
        String url = "{\"logDriver\": \"splunk\", \"options\": {\"splunk-url\": \"https://a\"}";

        assertThat(Found.inContainer("log", "\"logConfiguration\": " + url + secret + "}"))
                .isEmpty();
        assertThat(Found.inContainer("log", "\"logConfiguration\": " + url + "}"))
                .containsExactly("splunk-options 0/logConfiguration/options");
        assertThat(Found.inContainer("log", "\"logConfiguration\": {\"logDriver\": \"splunk\"" + secret + "}"))
                .containsExactly("splunk-options 0/logConfiguration/options");
    }

    @Test
    void router_missingOrNotKnown_differ() {
        assertThat(Found.in("log", task("", container("app", ROUTED))))
                .containsExactly("firelens-router-missing 0/logConfiguration/logDriver");
        assertThat(Found.in(
                        "log",
                        task(
                                "",
                                container("app", ROUTED),
                                container("b", ", \"firelensConfiguration\": \"${FIRELENS}\""))))
                .isEmpty();
    }

    @Test
    void startOrder_inBridgeMode_needsADependencyOnARouter() {
        String waits = ", \"dependsOn\": [{\"containerName\": \"router\", \"condition\": \"START\"}]";
        String unknown = ", \"dependsOn\": [{\"containerName\": \"${ROUTER}\", \"condition\": \"START\"}]";
        String router = container("router", ROUTER);

        assertThat(Found.in("log", task("", container("app", ROUTED), router)))
                .containsExactly("firelens-start-order 0/dependsOn");
        assertThat(Found.in("log", task("\"networkMode\": \"awsvpc\", ", container("app", ROUTED), router)))
                .isEmpty();
        assertThat(Found.in("log", task("", container("app", ROUTED + waits), router)))
                .isEmpty();
        assertThat(Found.in("log", task("", container("app", ROUTED + unknown), router)))
                .isEmpty();
        assertThat(Found.in("log", task("", container("app", ROUTED), container("${ROUTER}", ROUTER))))
                .isEmpty();
    }

    @Test
    void dependencyCondition_essentialRouter_isTheMatterOfAnotherRule() {
        String waits = ", \"dependsOn\": [{\"containerName\": \"router\", \"condition\": \"SUCCESS\"}]";

        assertThat(Found.in(
                        "log",
                        task("", container("app", waits), container("router", ROUTER + ", \"essential\": false"))))
                .containsExactly("firelens-dependency-condition 0/dependsOn/0/condition");
        assertThat(Found.in("log", task("", container("app", waits), container("router", ROUTER))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0,true",
        "536870912,true",
        "536870913,false",
        "-1,false",
        "99999999999999999999999,false",
        "1m,false",
        "${LIMIT},true"
    })
    void bufferLimit_everyValue_isJudged(String limit, boolean accepted) {
        assertThat(Found.in(
                        "log",
                        task(
                                "\"networkMode\": \"awsvpc\", ",
                                container(
                                        "app",
                                        ", \"logConfiguration\": {\"logDriver\": \"awsfirelens\", \"options\":"
                                                + " {\"log-driver-buffer-limit\": \"" + limit + "\"}}"),
                                container("router", ROUTER))))
                .hasSize(accepted ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({
        "s3,arn:aws:s3:::b/x.conf,",
        "s3,arn:aws:s3:::b,firelens-config-s3-arn",
        "s3,${FILE},",
        "file,/x.conf,",
        "file,/fluentd/etc/fluent.conf,firelens-config-reserved-path",
        "${TYPE},/fluentd/etc/fluent.conf,"
    })
    void configFile_everyTypeAndValue_isJudged(String type, String value, String found) {
        assertThat(Found.inContainer(
                        "log",
                        "\"firelensConfiguration\": {\"type\": \"fluentbit\", \"options\": {\"config-file-type\": \""
                                + type + "\", \"config-file-value\": \"" + value + "\"}}"))
                .isEqualTo(
                        found == null
                                ? List.of()
                                : List.of(found + " 0/firelensConfiguration/options/config-file-value"));
    }
}
