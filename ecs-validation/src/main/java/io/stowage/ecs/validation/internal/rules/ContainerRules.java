package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.CONTAINERS;
import static io.stowage.ecs.validation.internal.rules.Places.TASK;
import static io.stowage.ecs.validation.spi.Rule.error;
import static io.stowage.ecs.validation.spi.Rule.warning;

import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.HostEntry;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.internal.tables.KnownBounds;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Report;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Section 3 of the catalogue: names, images, links and hosts of containers; their settings are in {@link ContainerSettingRules}. */
final class ContainerRules {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,255}");
    private static final Pattern LINK = Pattern.compile("[A-Za-z0-9_-]{1,255}(:[A-Za-z0-9_-]{1,255})?");
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9A-Fa-f]{64}");
    private static final String IMAGE_MARKS = "-_:./#";
    private static final long IMAGE_LENGTH = KnownBounds.of("image-characters").max();

    private static final List<String> MEMBERS = members(ContainerDefinition.class);
    private static final List<String> TASK_MEMBERS = members(TaskDefinition.class);

    private static final Place<String> LINKS = CONTAINERS.each(ContainerDefinition::links);
    private static final Place<HostEntry> EXTRA_HOSTS = CONTAINERS.each(ContainerDefinition::extraHosts);

    static final RuleGroup GROUP = new RuleGroup("3. Task definition: containers", rules());

    private ContainerRules() {}

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(ofNamesAndImages());
        rules.addAll(ofLinks());
        rules.addAll(ofHosts());
        rules.addAll(ContainerSettingRules.rules());
        return rules;
    }

    private static List<Rule> ofNamesAndImages() {
        return List.of(
                error("container.name-required")
                        .summary("A container has no name, or an empty one.")
                        .source("ISSUE:hashicorp/terraform#2888; MOTO:models.py")
                        .in(CONTAINERS)
                        .whenAbsent(ContainerDefinition::name)
                        .message("The container has no `name`, by which links, dependencies and load balancers address"
                                + " it.")
                        .fix("Add a `name`."),
                error("container.name-format")
                        .summary("The name of a container is too long, or has a character other than letters of ASCII,"
                                + " digits, hyphen and underscore.")
                        .source("API:ContainerDefinition.name")
                        .in(CONTAINERS)
                        .when(
                                ContainerDefinition::name,
                                name -> !NAME.matcher(name).matches())
                        .message("`name` is \"{value}\", which is no name of a container.")
                        .fix("Use 1 to 255 letters, digits, hyphens and underscores."),
                error("container.name-duplicate")
                        .summary("Two containers of a task have the same name.")
                        .source("OUR (names address containers in links, dependsOn, load balancers; duplicates cannot"
                                + " be resolved)")
                        .in(TASK)
                        .whenRepeated(TaskDefinition::containerDefinitions, ContainerDefinition::name)
                        .message("An earlier container is called \"{value}\" already, so the name addresses neither"
                                + " for certain.")
                        .fix("Rename one of them."),
                error("container.image-required")
                        .summary("A container has no image. An empty one is left alone: build pipelines fill it in"
                                + " later.")
                        .source("ISSUE:aws/aws-cli#5924; MOTO:models.py; OUR")
                        .in(CONTAINERS)
                        .whenAt(
                                ContainerDefinition::image,
                                container -> container
                                                .member(ContainerDefinition::image)
                                                .isKnown()
                                        && container.written(ContainerDefinition::image) == null)
                        .message("The container has no `image`, so there is nothing to run.")
                        .fix("Add the reference of an image."),
                error("container.image-too-long")
                        .summary("The reference of an image has too many characters; a digest does not count.")
                        .source("API:ContainerDefinition.image")
                        .in(CONTAINERS)
                        .when(ContainerDefinition::image, image -> Words.length(reference(image)) > IMAGE_LENGTH)
                        .with("length", container -> Words.length(reference(container.get(ContainerDefinition::image))))
                        .message("The reference has {length} characters before any digest, and ECS takes at most "
                                + IMAGE_LENGTH + ".")
                        .fix("Shorten the name of the repository or the tag."),
                error("container.image-digest")
                        .summary("What follows the `@` of an image is no SHA-256 digest.")
                        .source("API:ContainerDefinition.image")
                        .in(CONTAINERS)
                        .when(
                                ContainerDefinition::image,
                                image -> image.indexOf('@') >= 0
                                        && !DIGEST.matcher(image.substring(image.indexOf('@') + 1))
                                                .matches())
                        .with("digest", container -> {
                            String image = container.get(ContainerDefinition::image);
                            return image.substring(image.indexOf('@') + 1);
                        })
                        .message("\"{digest}\" is no digest of an image.")
                        .fix("Write sha256: and 64 hexadecimal digits behind the `@`."),
                error("container.image-characters")
                        .summary(
                                "The reference of an image has a character that none may have; a variable of a shell behind"
                                        + " a written repository is the usual cause. A reference with another placeholder is left"
                                        + " alone.")
                        .source("API:ContainerDefinition.image")
                        .in(CONTAINERS)
                        .whenAt(ContainerDefinition::image, container -> wrongCharacter(container) != null)
                        .with("character", ContainerRules::wrongCharacter)
                        .message("The reference of the image contains {character}, which none may have.")
                        .fix("Use letters, digits and " + String.join(" ", IMAGE_MARKS.split(""))
                                + "; render templates first."),
                error("container.unknown-property")
                        .summary("A member of a container definition is none that ECS knows there.")
                        .source("API:ContainerDefinition")
                        .in(CONTAINERS)
                        .check(ContainerRules::unknownMembers)
                        .message("`{member}` is no member of a container definition, so ECS refuses it.")
                        .fix("{repair}"));
    }

    private static List<Rule> ofLinks() {
        return List.of(
                error("container.links-need-bridge")
                        .summary("A Linux container has links, and the network mode is not `bridge`.")
                        .source("API:ContainerDefinition.links; DOC:fargate-tasks-services")
                        .in(CONTAINERS)
                        .needing(ContainerDefinition::links)
                        .unless(Facts::onWindows)
                        .given(facts -> !facts.networkMode().equals(NetworkMode.BRIDGE))
                        .whenPresent(ContainerDefinition::links)
                        .with("mode", container -> container.facts().networkMode())
                        .message("Links work in network mode bridge only, and the task runs in {mode}.")
                        .fix("Address the other container as localhost, or use Service Connect or service discovery."),
                error("container.link-unknown")
                        .summary("A link names a container that the task does not have.")
                        .source("API:ContainerDefinition.links")
                        .in(LINKS)
                        .whenHere(link -> LINK.matcher(link.get()).matches()
                                && link.facts().container(target(link.get())) == null)
                        .with("target", link -> target(link.get()))
                        .message("The task has no container called \"{target}\" to link to.")
                        .fix("Name a container of the task."),
                error("container.link-format")
                        .summary("A link is neither the name of a container nor a name and an alias.")
                        .source("API:ContainerDefinition.links")
                        .in(LINKS)
                        .whenValue(link -> !LINK.matcher(link).matches())
                        .message("\"{value}\" is no link.")
                        .fix("Write name or name:alias, of letters, digits, hyphens and underscores."));
    }

    private static List<Rule> ofHosts() {
        return List.of(
                error("container.hostname-with-awsvpc")
                        .summary("A container has a host name, and the network mode is `awsvpc`.")
                        .source("API:ContainerDefinition.hostname")
                        .in(CONTAINERS)
                        .needing(ContainerDefinition::hostname)
                        .given(Facts::onAwsvpc)
                        .whenPresent(ContainerDefinition::hostname)
                        .message("In network mode awsvpc `hostname` is refused: the task's network interface has a"
                                + " name of its own.")
                        .fix("Remove it."),
                error("container.extra-hosts-with-awsvpc")
                        .summary("A Linux container has extra hosts, and the network mode is `awsvpc`, as it is on"
                                + " Fargate.")
                        .source("API:ContainerDefinition.extraHosts; DOC:fargate-tasks-services")
                        .in(CONTAINERS)
                        .needing(ContainerDefinition::extraHosts)
                        .given(Facts::onAwsvpc)
                        .unless(Facts::onWindows)
                        .whenPresent(ContainerDefinition::extraHosts)
                        .message("In network mode awsvpc `extraHosts` is refused.")
                        .fix("Put the names into DNS: AWS Cloud Map or a private hosted zone."),
                error("container.dns-servers-with-awsvpc")
                        .summary("A Linux container has DNS servers, and the network mode is `awsvpc`, as it is on"
                                + " Fargate.")
                        .source("PRE:pf-ecs-fargate-dns-servers; DOC:fargate-tasks-services")
                        .in(CONTAINERS)
                        .needing(ContainerDefinition::dnsServers)
                        .given(Facts::onAwsvpc)
                        .unless(Facts::onWindows)
                        .whenPresent(ContainerDefinition::dnsServers)
                        .message("In network mode awsvpc `dnsServers` is refused: the task uses those of its VPC.")
                        .fix("Remove it."),
                error("container.disable-networking-with-awsvpc")
                        .summary("A Linux container does without networking, and the network mode is `awsvpc`, as it"
                                + " is on Fargate.")
                        .source("PRE:pf-ecs-fargate-disable-networking; DOC:fargate-tasks-services")
                        .in(CONTAINERS)
                        .needing(ContainerDefinition::disableNetworking)
                        .given(Facts::onAwsvpc)
                        .unless(Facts::onWindows)
                        .when(ContainerDefinition::disableNetworking, disabled -> disabled)
                        .message("In network mode awsvpc `disableNetworking` is refused: the containers share one"
                                + " network interface.")
                        .fix("Remove it."),
                error("container.extra-host-incomplete")
                        .summary("An entry of `extraHosts` lacks the host name or the address, or the address is none"
                                + " of IPv4 or IPv6.")
                        .source("API:HostEntry")
                        .in(EXTRA_HOSTS)
                        .whenHere(host -> host.lacks(HostEntry::hostname)
                                || host.lacks(HostEntry::ipAddress)
                                || !IpAddresses.isAddress(host.get(HostEntry::ipAddress)))
                        .with("hostname", Words.found(HostEntry::hostname))
                        .with("address", Words.found(HostEntry::ipAddress))
                        .message("`hostname` is {hostname} and `ipAddress` is {address}; an entry needs a name and an"
                                + " IP address.")
                        .fix("Give both, the address in digits."),
                warning("container.disabled-networking-with-ports")
                        .summary("A container does without networking and maps ports.")
                        .source("OUR; API:ContainerDefinition.disableNetworking")
                        .in(CONTAINERS)
                        .needing(ContainerDefinition::disableNetworking, ContainerDefinition::portMappings)
                        .when(ContainerDefinition::disableNetworking, disabled -> disabled)
                        .message("The container has no network, so nobody reaches the ports that it maps.")
                        .fix("Remove `disableNetworking` or the port mappings."));
    }

    static List<String> members(Class<? extends Record> structure) {
        return Arrays.stream(structure.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !name.equals("otherMembers"))
                .toList();
    }

    /** The reference of an image without its digest. */
    static String reference(String image) {
        int at = image.indexOf('@');
        return at < 0 ? image : image.substring(0, at);
    }

    /** The container that a link names. */
    static String target(String link) {
        int colon = link.indexOf(':');
        return colon < 0 ? link : link.substring(0, colon);
    }

    private static @Nullable String wrongCharacter(View<ContainerDefinition> container) {
        String image = container.written(ContainerDefinition::image);
        if (image == null) {
            return null;
        }
        String reference = reference(image);
        int at = Words.indexOfFirstOutside(reference, ContainerRules::isOfImages);
        if (at < 0) {
            return null;
        }
        boolean isPlaceholder = !container.member(ContainerDefinition::image).isKnown();
        // Only a variable of a shell behind a written repository is reported, as the catalogue wants it: braces and
        // angle
        // brackets are how deployers mark what they fill in, and a repository that is not known yet is one of theirs,
        // too.
        if (isPlaceholder && (at == 0 || reference.charAt(at) != '$')) {
            return null;
        }
        return Words.firstOutside(reference, ContainerRules::isOfImages);
    }

    private static boolean isOfImages(int character) {
        return Words.isAsciiLetterOrDigit(character) || IMAGE_MARKS.indexOf(character) >= 0;
    }

    private static void unknownMembers(View<ContainerDefinition> container, Report report) {
        for (View<Object> unknown : container.unknownMembers()) {
            String name = unknown.name();
            report.at(unknown)
                    .with(
                            "repair",
                            TASK_MEMBERS.contains(name)
                                    ? "`" + name + "` belongs to the task definition; move it there."
                                    : "Remove it, or correct the spelling." + Words.nearest(name, MEMBERS));
        }
    }
}
