package io.stowage.ecs.validation.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArnTest {
    @Test
    void parse_anyRegionAndAccount_keepsTheParts() {
        assertThat(Arn.parse("arn:aws-us-gov:iam::ACCOUNT_ID:role/a:b"))
                .isEqualTo(new Arn("iam", "", "ACCOUNT_ID", "role/a:b"));
        assertThat(Arn.parse("arn:aws:s3:::bucket")).isEqualTo(new Arn("s3", "", "", "bucket"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "arn:", "arn:aws:s3:bucket", "arn:amazon:s3:::b", "arn:aws::::b", "ARN:aws:s3:::b", "name"})
    void parse_somethingElse_isNull(String text) {
        assertThat(Arn.parse(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:s3:::b/k,true",
        "arn:aws:s3:::b/k/l,true",
        "arn:aws:s3:::b,false",
        "arn:aws:s3:::b/,false",
        "arn:aws:s3:::/k,false",
        "arn:aws:ssm:::b/k,false"
    })
    void isObjectInS3_everyForm_needsBucketAndKey(String text, boolean isObject) {
        assertThat(Arn.parse(text).isObjectInS3()).isEqualTo(isObject);
    }
}
