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

class SecretRulesTest {
    private static final String SECRET = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf";

    @ParameterizedTest
    @CsvSource({
        SECRET + ",",
        SECRET + ":key::,",
        SECRET + "::AWSCURRENT:,",
        SECRET + ":key:stage:version,",
        SECRET + ":key,json-key-format",
        SECRET + ":key:,json-key-format",
        SECRET + ":a:b:c:d,json-key-format",
        "arn:aws:secretsmanager:eu-west-1:ACCOUNT_ID:secret:db,",
        "arn:aws:ssm:eu-west-1:123456789012:parameter/prod/db,",
        "arn:aws:ssm:eu-west-1:123456789012:document/db,value-format",
        "/prod/db,",
        "db_1.a-b,",
        "my secret,value-format",
        "arn:aws:s3:::b/x,value-format",
        "arn:secretsmanager:db,value-format",
        "${SECRET},"
    })
    void valueFrom_everyForm_isJudgedOnce(String from, String found) {
        String secret = "[{\"name\": \"DB\", \"valueFrom\": \"" + from + "\"}]";

        assertThat(inContainer("secret", "\"secrets\": " + secret))
                .isEqualTo(found == null ? List.of() : List.of(found + " 0/secrets/0/valueFrom"));
        assertThat(inContainer(
                        "secret",
                        "\"logConfiguration\": {\"logDriver\": \"splunk\", \"secretOptions\": " + secret + "}"))
                .isEqualTo(
                        found == null ? List.of() : List.of(found + " 0/logConfiguration/secretOptions/0/valueFrom"));
    }

    @Test
    void nameDuplicate_variablesBeforeSecrets_isReportedAtTheSecrets() {
        assertThat(
                        inContainer(
                                "secret",
                                "\"secrets\": [{\"name\": \"A\", \"valueFrom\": \"a\"}, {\"name\": \"B\", \"valueFrom\": \"b\"},"
                                        + " {\"name\": \"B\", \"valueFrom\": \"b\"}, {\"name\": \"${C}\", \"valueFrom\": \"c\"}],"
                                        + " \"environment\": [{\"name\": \"A\", \"value\": \"1\"}, {\"name\": \"${C}\", \"value\": \"1\"}]"))
                .containsExactly("name-duplicate 0/secrets/0/name", "name-duplicate 0/secrets/2/name");
        assertThat(inContainer(
                        "secret",
                        "\"secrets\": [{\"name\": \"A\", \"valueFrom\": \"a\"}, {\"name\": \"A\", \"valueFrom\": \"a\"}],"
                                + " \"environment\": \"${ENVIRONMENT}\""))
                .containsExactly("name-duplicate 0/secrets/1/name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8080", "true", "1.5", "[\"a\"]", "{\"a\": 1}"})
    void environmentValue_noString_isFoundByTheRuleAlone(String value) {
        String text = task("", container("app", ", \"environment\": [{\"name\": \"A\", \"value\": " + value + "}]"));

        assertThat(Found.in("env", text)).containsExactly("value-not-string 0/environment/0/value");
        assertThat(Found.in("json", text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"8080\"", "\"\"", "null", "{\"Ref\": \"A\"}", "{\"Fn::Sub\": \"a\"}", "\"${A}\""})
    void environmentValue_stringOrComputed_isAccepted(String value) {
        assertThat(inContainer("env", "\"environment\": [{\"name\": \"A\", \"value\": " + value + "}]"))
                .isEmpty();
    }

    @Test
    void environmentValue_numberInATemplate_isAccepted() {
        assertThat(Found.in(
                        "env",
                        "{\"Family\": \"web\", \"ContainerDefinitions\": [{\"Name\": \"a\", \"Image\": \"a\", \"Memory\": 64,"
                                + " \"Environment\": [{\"Name\": \"A\", \"Value\": 8080}]}]}"))
                .isEmpty();
    }

    @Test
    void environmentName_upperAndLowerCase_differ() {
        assertThat(inContainer(
                        "env",
                        "\"environment\": [{\"name\": \"a\", \"value\": \"1\"}, {\"name\": \"A\", \"value\": \"1\"},"
                                + " {\"name\": \"a\", \"value\": \"2\"}, {\"name\": \"\", \"value\": \"2\"},"
                                + " {\"name\": \"ECS_AGENT_URI\", \"value\": \"2\"}]"))
                .containsExactly(
                        "name-duplicate 0/environment/2/name",
                        "name-required 0/environment/3/name",
                        "reserved-name 0/environment/4/name");
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:s3:::b/a.env,",
        "arn:aws:s3:::b/a.ENV,file-extension",
        "arn:aws:s3:::b/.env,",
        "arn:aws:s3:::b,file-arn",
        "s3://b/a.env,file-arn",
        "'',file-arn",
        "${FILE},"
    })
    void environmentFile_everyForm_isJudgedOnce(String arn, String found) {
        assertThat(inContainer("env", "\"environmentFiles\": [{\"type\": \"s3\", \"value\": \"" + arn + "\"}]"))
                .isEqualTo(found == null ? List.of() : List.of(found + " 0/environmentFiles/0/value"));
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::123456789012:role/app,true",
        "arn:aws-us-gov:iam::ACCOUNT_ID:role/path/to/app,true",
        "arn:aws:iam::account:role/AName0123456789012345678901234567890123456789012345678901234567890,true",
        "AName0123456789012345678901234567890123456789012345678901234567890,false",
        "app,true",
        "/path/app,true",
        "'',true",
        "${ROLE},true",
        "arn:aws:iam::123456789012:instance-profile/app,false",
        "arn:aws:iam::123456789012:role/,false",
        "arn:aws:iam::123456789012:user/app,false",
        "arn:aws:sts::123456789012:assumed-role/app/x,false",
        "arn:aws:iam:123456789012:role/app,false",
        "my app,false"
    })
    void role_everyForm_isJudged(String role, boolean accepted) {
        for (String member : List.of("taskRoleArn", "executionRoleArn")) {
            String id = member.equals("taskRoleArn") ? "task-role-format" : "execution-role-format";
            assertThat(Found.in("iam", task("\"" + member + "\": \"" + role + "\", ", container("app", ""))))
                    .isEqualTo(accepted ? List.of() : List.of(id + " /" + member));
        }
    }

    @Test
    void executionRole_everythingThatNeedsOne_isNamedApart() {
        assertThat(inContainer(
                        "iam",
                        "\"requiresCompatibilities\": [\"EXTERNAL\"], ",
                        "\"secrets\": [{\"name\": \"A\", \"valueFrom\": \"a\"}], \"environmentFiles\": [{}],"
                                + " \"repositoryCredentials\": {\"credentialsParameter\": \"a\"},"
                                + " \"firelensConfiguration\": {\"options\": {\"config-file-type\": \"s3\"}},"
                                + " \"logConfiguration\": {\"logDriver\": \"awslogs\"}"))
                .containsExactly(
                        "execution-role-for-awslogs /executionRoleArn",
                        "execution-role-for-env-files /executionRoleArn",
                        "execution-role-for-firelens-file /executionRoleArn",
                        "execution-role-for-registry-credentials /executionRoleArn",
                        "execution-role-for-secrets /executionRoleArn");
    }

    @ParameterizedTest
    @CsvSource({
        "FARGATE,123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1,true",
        "FARGATE,123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/web:1,true",
        "FARGATE,123456789012.dkr.ecr-fips.us-east-1.amazonaws.com/web:1,true",
        "FARGATE,123456789012.dkr-ecr.us-east-1.on.aws/web:1,true",
        "EXTERNAL,123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1,true",
        "EC2,123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1,false",
        "FARGATE,public.ecr.aws/nginx/nginx:1,false",
        "FARGATE,12345678901.dkr.ecr.eu-west-1.amazonaws.com/web:1,false",
        "FARGATE,${ACCOUNT}.dkr.ecr.eu-west-1.amazonaws.com/web:1,false"
    })
    void executionRole_privateImages_needOneWhereTheInstanceHasNone(String where, String image, boolean found) {
        assertThat(Found.in(
                        "iam",
                        task(
                                "\"requiresCompatibilities\": [\"" + where + "\"], ",
                                "{\"name\": \"app\", \"image\": \"" + image + "\"}")))
                .isEqualTo(found ? List.of("execution-role-for-ecr /executionRoleArn") : List.of());
    }

    @Test
    void executionRole_unknownContainer_doesNotHideAnother() {
        assertThat(Found.in(
                        "iam",
                        task(
                                "",
                                container("a", ", \"secrets\": \"${SECRETS}\""),
                                container("b", ", \"secrets\": [{\"name\": \"A\", \"valueFrom\": \"a\"}]"))))
                .containsExactly("execution-role-for-secrets /executionRoleArn");
        assertThat(Found.in("iam", task("", container("a", ", \"secrets\": \"${SECRETS}\""))))
                .isEmpty();
    }
}
