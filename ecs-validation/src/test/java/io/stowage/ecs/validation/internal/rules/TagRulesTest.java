package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Found.container;
import static io.stowage.ecs.validation.internal.rules.Found.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.capacity.CreateCapacityProviderRequest;
import io.stowage.ecs.model.cluster.CreateClusterRequest;
import io.stowage.ecs.model.common.Tag;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.task.RunTaskRequest;
import io.stowage.ecs.validation.input.EcsConfiguration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagRulesTest {
    private static List<String> inTags(String tags) {
        return Found.in("tags", task("\"tags\": [" + tags + "], ", container("app", "")));
    }

    @Test
    void allDocuments_withTags_areLookedAt() {
        List<Tag> tags = List.of(tag("a", "1"), tag("a", "2"), tag("aws:b", "1"));
        EcsConfiguration configuration = EcsConfiguration.builder()
                .service(CreateServiceRequest.builder().tags(tags).build())
                .runTask(RunTaskRequest.builder().tags(tags).build())
                .cluster(CreateClusterRequest.builder().tags(tags).build())
                .capacityProviders(List.of(
                        CreateCapacityProviderRequest.builder().build(),
                        CreateCapacityProviderRequest.builder().tags(tags).build()))
                .build();

        assertThat(Found.in("tags", configuration))
                .containsExactly(
                        "duplicate-key /capacityProviders/1/tags/1/key",
                        "reserved-prefix /capacityProviders/1/tags/2",
                        "duplicate-key /cluster/tags/1/key",
                        "reserved-prefix /cluster/tags/2",
                        "duplicate-key /runTask/tags/1/key",
                        "reserved-prefix /runTask/tags/2",
                        "duplicate-key /service/tags/1/key",
                        "reserved-prefix /service/tags/2");
    }

    @Test
    void tooMany_tagsOfAwsAndUnknownKeys_doNotCount() {
        List<Tag> tags = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            tags.add(tag("k" + i, "v"));
        }
        assertThat(Found.in("tags", service(tags))).isEmpty();

        tags.add(tag("${KEY}", "v"));
        assertThat(Found.in("tags", service(tags))).isEmpty();

        tags.add(tag("AWS:x", "v"));
        assertThat(Found.in("tags", service(tags))).containsExactly("reserved-prefix /service/tags/51");

        tags.add(tag("k50", "v"));
        assertThat(Found.in("tags", service(tags))).contains("too-many /service/tags");
    }

    @Test
    void taskDefinition_bothSpellings_areRead() {
        assertThat(inTags("{\"key\": \"a\"}, {\"Key\": \"a\"}, {\"key\": \"a;b\"}"))
                .containsExactly("duplicate-key /tags/1/key", "invalid-characters /tags/2");
        assertThat(Found.in(
                        "tags",
                        "{\"Family\": \"web\", \"Tags\": [{\"Value\": \"a\"}], \"ContainerDefinitions\": [{\"Name\": \"a\","
                                + " \"Image\": \"a\", \"Memory\": 64}]}"))
                .containsExactly("key-required /Tags/0/key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Ref\": \"Tag\"}",
                "{\"Fn::If\": [\"a\", \"b\", \"c\"]}",
                "\"${TAG}\"",
                "{\"key\": {\"Ref\": \"Key\"}, \"value\": \"a\"}",
                "{\"key\": \"${KEY}\", \"value\": \"${VALUE}\"}"
            })
    void taskDefinition_placeholders_areSilent(String tag) {
        assertThat(inTags(tag + ", " + tag)).isEmpty();
    }

    @Test
    void characters_ofAnyScriptAndSpaces_areAccepted() {
        assertThat(inTags("{\"key\": \"größe 数 ٣ ½_.:/=+-@\", \"value\": \"\"}"))
                .isEmpty();
        for (String wrong : List.of("a,b", "a\\tb", "a*", "a\\\"b", "\\uD83D\\uDE00")) {
            assertThat(inTags("{\"key\": \"a\", \"value\": \"" + wrong + "\"}"))
                    .as(wrong)
                    .containsExactly("invalid-characters /tags/0");
        }
    }

    @Test
    void length_unicodeCharacters_countOnce() {
        // A letter of two UTF-16 code units.
        String letter = "\uD835\uDC00";

        assertThat(inTags(tagJson(letter.repeat(128), letter.repeat(256)))).isEmpty();
        assertThat(inTags(tagJson(letter.repeat(129), "a"))).containsExactly("key-too-long /tags/0/key");
        assertThat(inTags(tagJson("a", letter.repeat(257)))).containsExactly("value-too-long /tags/0/value");
    }

    @Test
    void empty_listOfATaskDefinition_isFoundAndThatOfAServiceIsNot() {
        assertThat(inTags("")).containsExactly("empty /tags");
        assertThat(Found.in("tags", service(List.of()))).isEmpty();
    }

    private static EcsConfiguration service(List<Tag> tags) {
        return EcsConfiguration.builder()
                .service(CreateServiceRequest.builder().tags(tags).build())
                .build();
    }

    private static String tagJson(String key, String value) {
        return "{\"key\": \"" + key + "\", \"value\": \"" + value + "\"}";
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
