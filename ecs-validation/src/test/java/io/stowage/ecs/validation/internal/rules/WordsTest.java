package io.stowage.ecs.validation.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"PRIVATE_SUBNET_ONE", "SUBNET_1", "A_B", "ALB_TARGET_GROUP_ARN", "EFS2_ID"})
    void isStandIn_wordsOfTemplates_areTakenForWhatIsToCome(String text) {
        assertThat(Words.isStandIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_", "A_", "_A", "A__B", "SUBNET", "1_A", "Subnet_One", "A_B-C", "A_B:1", "sg-A_B"})
    void isStandIn_otherTexts_areWhatTheyAre(String text) {
        assertThat(Words.isStandIn(text)).isFalse();
    }

    @Test
    void notOfForm_wrongText_isWrongUnlessItStandsForSomething() {
        Predicate<String> wrong = Words.notOfForm(text -> text.startsWith("fs-"));

        assertThat(wrong).rejects("fs-1", "FILE_SYSTEM_ID", "fs-A_B").accepts("files", "FILES", "");
    }

    @Test
    void firstOutside_charactersBeyondTheFirstPlane_areOneCharacter() {
        assertThat(Words.firstOutside("a\uD83D\uDE00b", Words::isOfNames)).isEqualTo("\"\uD83D\uDE00\"");
        assertThat(Words.indexOfFirstOutside("ab!", Words::isOfNames)).isEqualTo(2);
        assertThat(Words.firstOutside("aZ09-_", Words::isOfNames)).isNull();
        assertThat(Words.length("a\uD83D\uDE00")).isEqualTo(2);
    }

    /** In every place where an id or an ARN stands. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'loadBalancers': [{'targetGroupArn': '%s', 'containerName': 'app', 'containerPort': 80}]",
                "'serviceRegistries': [{'registryArn': '%s'}]",
                "'networkConfiguration': {'awsvpcConfiguration': {'subnets': ['%s'], 'securityGroups': ['%s']}}"
            })
    void validate_standInForAnId_findsNothing(String member) {
        Findings findings = Findings.of("lb", "discovery", "netconf");
        String service = "{'service': {'serviceName': 'web', 'taskDefinition': 'web:1', 'desiredCount': 1, %s}}";

        assertThat(findings.ids(service.formatted(member.replace("%s", "THE_ID"))))
                .isEqualTo(Set.of());
        assertThat(findings.ids(service.formatted(member.replace("%s", "the_id"))))
                .isNotEmpty();
    }
}
