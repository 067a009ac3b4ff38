package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.CAPACITY_PROVIDERS;
import static io.stowage.ecs.validation.internal.rules.Places.CLUSTER;
import static io.stowage.ecs.validation.internal.rules.Places.CONFIGURATION;
import static io.stowage.ecs.validation.internal.rules.Places.RUN_TASK;
import static io.stowage.ecs.validation.internal.rules.Places.SERVICE;
import static io.stowage.ecs.validation.internal.rules.Places.TASK;
import static io.stowage.ecs.validation.spi.Rule.error;
import static io.stowage.ecs.validation.spi.Rule.warning;

import io.stowage.ecs.model.capacity.CreateCapacityProviderRequest;
import io.stowage.ecs.model.cluster.CreateClusterRequest;
import io.stowage.ecs.model.common.Tag;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.task.RunTaskRequest;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.internal.tables.KnownBounds;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Member;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Report;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The second half of section 1: tags, wherever they are given. The input of register-task-definition has tags and a task definition
 * has none, so those are read from the members that the structure has no component for.
 */
final class TagRules {
    private static final long TAGS = KnownBounds.of("tags").max();
    private static final long KEY_LENGTH = KnownBounds.of("tag-key-characters").max();
    private static final long VALUE_LENGTH =
            KnownBounds.of("tag-value-characters").max();
    private static final String MARKS = "_.:/=+-@";
    private static final String RESERVED = "aws:";

    private static final List<Place<Tag>> PLACES = List.of(
            TASK.eachKept("tags", Tag.class, TagRules::tag),
            SERVICE.each(CreateServiceRequest::tags),
            RUN_TASK.each(RunTaskRequest::tags),
            CLUSTER.each(CreateClusterRequest::tags),
            CAPACITY_PROVIDERS.each(CreateCapacityProviderRequest::tags));

    private static final Place<?>[] LISTS = {
        TASK.kept("tags"),
        SERVICE.member(CreateServiceRequest::tags),
        RUN_TASK.member(RunTaskRequest::tags),
        CLUSTER.member(CreateClusterRequest::tags),
        CAPACITY_PROVIDERS.member(CreateCapacityProviderRequest::tags)
    };

    private static final Place<?>[] KEYS =
            PLACES.stream().map(tags -> tags.member(Tag::key)).toArray(Place<?>[]::new);

    /** All lists of tags there are; recognised by identity, so that they are looked for once. */
    private static final Function<Facts, List<TagList>> ALL = TagRules::lists;

    private TagRules() {}

    /** The tags of one resource, with the place of the list. */
    private record TagList(View<?> whole, List<View<Tag>> tags) {}

    static List<Rule> rules() {
        return List.of(
                error("tags.too-many")
                        .summary("A resource has more tags than ECS takes; those of AWS itself do not count.")
                        .source("API:Tags")
                        .in(CONFIGURATION)
                        .check((root, report) -> {
                            for (TagList list : root.facts().once(ALL)) {
                                long count = list.tags().stream()
                                        .filter(TagRules::isOwn)
                                        .count();
                                if (count > TAGS) {
                                    report.at(list.whole()).with("count", count);
                                }
                            }
                        })
                        .pointingAt(LISTS)
                        .message("There are {count} tags, and a resource takes at most " + TAGS + ".")
                        .fix("Remove tags."),
                warning("tags.empty")
                        .summary("The `tags` of a task definition are an empty list, which registration refuses. Some"
                                + " deployment tools drop it.")
                        .source("MSG:Tags can not be empty; ISSUE:aws-actions/amazon-ecs-deploy-task-definition"
                                + " (index.js)")
                        .in(TASK.kept("tags"))
                        .whenValue(tags -> tags instanceof List<?> list && list.isEmpty())
                        .message("`tags` is an empty list, which registration refuses.")
                        .fix("Remove the member."),
                error("tags.key-required")
                        .summary("A tag has no key, or an empty one.")
                        .source("API:TagKey")
                        .in(PLACES)
                        .whenAbsent(Tag::key)
                        .message("The tag has no key; one of 1 to " + KEY_LENGTH + " characters is needed.")
                        .fix("Add a `key`."),
                error("tags.key-too-long")
                        .summary("The key of a tag has too many Unicode characters.")
                        .source("API:TagKey")
                        .in(PLACES)
                        .when(Tag::key, key -> Words.length(key) > KEY_LENGTH)
                        .with("length", tag -> Words.length(tag.get(Tag::key)))
                        .message("The key has {length} characters, and a tag takes at most " + KEY_LENGTH + ".")
                        .fix("Shorten the key."),
                error("tags.value-too-long")
                        .summary("The value of a tag has too many Unicode characters.")
                        .source("API:TagValue")
                        .in(PLACES)
                        .when(Tag::value, value -> Words.length(value) > VALUE_LENGTH)
                        .with("length", tag -> Words.length(tag.get(Tag::value)))
                        .message("The value of the tag has {length} characters, and a tag takes at most"
                                + " " + VALUE_LENGTH
                                + ".")
                        .fix("Shorten the value."),
                error("tags.invalid-characters")
                        .summary("The key or the value of a tag has a character other than letters, digits, spaces and"
                                + " `_ . : / = + - @`.")
                        .source("API:TagKey pattern")
                        .in(PLACES)
                        .whenHere(eitherOf(text -> Words.firstOutside(text, TagRules::isAccepted) != null))
                        .with("character", TagRules::firstNotAccepted)
                        .message("The tag \"{key}\" contains {character}, which tags may not.")
                        .fix("Use letters, digits, spaces and " + String.join(" ", MARKS.split("")) + " only."),
                error("tags.duplicate-key")
                        .summary("A key occurs more than once among the tags of one resource; upper and lower case"
                                + " count.")
                        .source("API:RegisterTaskDefinitionRequest.tags")
                        .in(CONFIGURATION)
                        .check(TagRules::repeatedKeys)
                        .pointingAt(KEYS)
                        .message("The key \"{value}\" is given to an earlier tag already.")
                        .fix("Keep one of them."),
                error("tags.reserved-prefix")
                        .summary("The key or the value of a tag begins with `aws:` in any letter case, which is for"
                                + " AWS itself.")
                        .source("API:RegisterTaskDefinitionRequest.tags")
                        .in(PLACES)
                        .whenHere(eitherOf(TagRules::isReserved))
                        .message("The tag \"{key}\" begins with `aws:`, which only AWS itself may use.")
                        .fix("Give it another name."));
    }

    private static Predicate<View<Tag>> eitherOf(Predicate<String> wrong) {
        return tag -> isThere(tag.member(Tag::key), wrong) || isThere(tag.member(Tag::value), wrong);
    }

    private static boolean isThere(View<String> text, Predicate<String> condition) {
        return text.isKnown() && text.isPresent() && condition.test(text.get());
    }

    private static boolean isOwn(View<Tag> tag) {
        return tag.member(Tag::key).isKnown() && !isThere(tag.member(Tag::key), TagRules::isReserved);
    }

    private static boolean isReserved(String text) {
        return text.regionMatches(true, 0, RESERVED, 0, RESERVED.length());
    }

    private static boolean isAccepted(int character) {
        int type = Character.getType(character);
        return Character.isLetter(character)
                || MARKS.indexOf(character) >= 0
                || type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER
                || type == Character.SPACE_SEPARATOR
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static @Nullable String firstNotAccepted(View<Tag> tag) {
        String ofKey = tag.member(Tag::key).isKnown()
                ? Words.firstOutside(tag.getOr(Tag::key, ""), TagRules::isAccepted)
                : null;
        return ofKey == null ? Words.firstOutside(tag.getOr(Tag::value, ""), TagRules::isAccepted) : ofKey;
    }

    private static void repeatedKeys(View<EcsConfiguration> root, Report report) {
        for (TagList list : root.facts().once(ALL)) {
            Set<String> before = new HashSet<>();
            for (View<Tag> tag : list.tags()) {
                View<String> key = tag.member(Tag::key);
                if (isThere(key, found -> !before.add(found))) {
                    report.at(key);
                }
            }
        }
    }

    private static List<TagList> lists(Facts facts) {
        List<TagList> lists = new ArrayList<>();
        View<TaskDefinition> task = facts.task();
        add(lists, task.kept("tags"), task.eachKept("tags", Tag.class, TagRules::tag));
        add(lists, facts.service(), CreateServiceRequest::tags);
        add(lists, facts.runTask(), RunTaskRequest::tags);
        add(lists, facts.root().member(EcsConfiguration::cluster), CreateClusterRequest::tags);
        facts.root()
                .each(EcsConfiguration::capacityProviders)
                .forEach(provider -> add(lists, provider, CreateCapacityProviderRequest::tags));
        return lists;
    }

    private static <T> void add(List<TagList> lists, View<T> resource, Member<T, List<Tag>> tags) {
        if (resource.member(tags).isKnown()) {
            add(lists, resource.member(tags), resource.each(tags));
        }
    }

    private static void add(List<TagList> lists, View<?> whole, List<View<Tag>> tags) {
        if (!tags.isEmpty()) {
            lists.add(new TagList(whole, tags));
        }
    }

    /** A tag of a plain object, in either spelling; what is no text there stays unknown. */
    private static Tag tag(Map<?, ?> plain) {
        Map<String, @Nullable Object> unknown = new HashMap<>();
        if (Intrinsics.isFunction(plain)) {
            unknown.put("key", plain);
            unknown.put("value", plain);
        }
        return new Tag(text(plain, "key", unknown), text(plain, "value", unknown), unknown);
    }

    private static @Nullable String text(Map<?, ?> plain, String name, Map<String, @Nullable Object> unknown) {
        Object found = plain.get(name);
        if (found == null) {
            found = plain.get(Character.toUpperCase(name.charAt(0)) + name.substring(1));
        }
        if (found instanceof String text) {
            return text;
        }
        if (found != null) {
            unknown.put(name, found);
        }
        return null;
    }
}
