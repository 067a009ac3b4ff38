package io.stowage.ecs.validation.reader;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.json.JsonTree;
import io.stowage.ecs.model.json.JsonTree.JsonArray;
import io.stowage.ecs.model.json.JsonTree.JsonBoolean;
import io.stowage.ecs.model.json.JsonTree.JsonNull;
import io.stowage.ecs.model.json.JsonTree.JsonNumber;
import io.stowage.ecs.model.json.JsonTree.JsonObject;
import io.stowage.ecs.model.json.JsonTree.JsonString;
import io.stowage.ecs.model.json.JsonTree.Member;
import io.stowage.ecs.model.json.ParsedDocument;
import io.stowage.ecs.model.json.ReadOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives one resource of a Terraform plan the form of the ECS API. Terraform writes names with underscores, a block that occurs
 * once as a list of one, and some members flat that ECS nests; the container definitions are a document inside a string. Where each
 * part came from is kept, so that a finding leads to the plan.
 */
final class TerraformShape {
    /** Blocks that ECS has as one structure, by their Terraform names. */
    private static final Set<String> SINGLE = Set.of(
            "network_configuration",
            "deployment_controller",
            "deployment_circuit_breaker",
            "alarms",
            "runtime_platform",
            "ephemeral_storage",
            "proxy_configuration",
            "efs_volume_configuration",
            "docker_volume_configuration",
            "fsx_windows_file_server_volume_configuration",
            "s3files_volume_configuration",
            "authorization_config",
            "service_connect_configuration",
            "log_configuration",
            "timeout",
            "tls",
            "issuer_cert_authority",
            "managed_ebs_volume",
            "advanced_configuration",
            "deployment_configuration",
            "canary_configuration",
            "linear_configuration");

    /** Members that ECS calls by another word. */
    private static final Map<String, String> RENAMED = Map.ofEntries(
            Map.entry("volume", "volumes"),
            Map.entry("load_balancer", "loadBalancers"),
            Map.entry("ordered_placement_strategy", "placementStrategy"),
            Map.entry("iam_role", "role"),
            Map.entry("name", "serviceName"),
            Map.entry("volume_configuration", "volumeConfigurations"),
            Map.entry("size_in_gib", "sizeInGiB"),
            Map.entry("secret_option", "secretOptions"),
            Map.entry("service", "services"),
            Map.entry("client_alias", "clientAliases"),
            Map.entry("managed_ebs_volume", "managedEBSVolume"),
            Map.entry("enable_ecs_managed_tags", "enableECSManagedTags"),
            Map.entry("lifecycle_hook", "lifecycleHooks"));

    /** Keys of the tool's own, and members that the service works out. */
    private static final Set<String> NOT_OF_ECS = Set.of(
            "arn",
            "arn_without_revision",
            "id",
            "revision",
            "region",
            "skip_destroy",
            "track_latest",
            "tags_all",
            "timeouts",
            "triggers",
            "wait_for_steady_state",
            "force_delete",
            "force_new_deployment",
            "sigint_rollback",
            "vpc_lattice_configurations");

    private final ParsedDocument<JsonTree> document;
    private final ReadOptions options;
    private final String base;
    private final @Nullable JsonTree unknown;
    private final Map<String, String> origins = new LinkedHashMap<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    TerraformShape(ParsedDocument<JsonTree> document, ReadOptions options, String base, @Nullable JsonTree unknown) {
        this.document = document;
        this.options = options;
        this.base = base;
        this.unknown = unknown;
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** The pointer into the plan for one into the shape that was made. */
    String written(String pointer) {
        String known = pointer;
        while (!known.isEmpty() && !origins.containsKey(known)) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        return origins.getOrDefault(known, base) + pointer.substring(known.length());
    }

    JsonObject taskDefinition(JsonObject values) {
        Map<String, Member> members = new LinkedHashMap<>();
        values.members().forEach((name, member) -> {
            String at = base + "/" + name;
            if (name.equals("container_definitions")) {
                put(members, "containerDefinitions", "", member, containers(member.value(), at), at);
            } else if (name.equals("volume")) {
                put(members, "volumes", "", member, volumes(member.value(), at), at);
            } else if (!NOT_OF_ECS.contains(name) && !name.equals("tags") && !isNothing(member.value())) {
                put(members, camel(name), "", member, converted(name, member.value(), "/" + camel(name), at), at);
            }
        });
        addUnknown(members, values);
        return new JsonObject(values.offset(), members);
    }

    JsonObject service(JsonObject values) {
        Map<String, Member> members = new LinkedHashMap<>();
        Map<String, Member> deployment = new LinkedHashMap<>();
        values.members().forEach((name, member) -> {
            String at = base + "/" + name;
            JsonTree value = member.value();
            if (NOT_OF_ECS.contains(name) || name.equals("tags") || isNothing(value)) {
                return;
            }
            switch (name) {
                case "deployment_maximum_percent" ->
                    put(deployment, "maximumPercent", "/deploymentConfiguration", member, value, at);
                case "deployment_minimum_healthy_percent" ->
                    put(deployment, "minimumHealthyPercent", "/deploymentConfiguration", member, value, at);
                case "deployment_circuit_breaker", "alarms" -> {
                    String inner = "/deploymentConfiguration/" + camel(name);
                    put(
                            deployment,
                            camel(name),
                            "/deploymentConfiguration",
                            member,
                            converted(name, value, inner, at),
                            at);
                }
                case "deployment_configuration" -> {
                    JsonTree block = first(value);
                    Trees.members(block).forEach((inner, one) -> {
                        if (!isNothing(one.value())) {
                            String place = at + "/0/" + inner;
                            String to = "/deploymentConfiguration/" + known(inner);
                            put(
                                    deployment,
                                    known(inner),
                                    "/deploymentConfiguration",
                                    one,
                                    converted(inner, one.value(), to, place),
                                    place);
                        }
                    });
                }
                case "network_configuration" ->
                    put(members, "networkConfiguration", "", member, network(value, at), at);
                case "volume_configuration" ->
                    put(
                            members,
                            "volumeConfigurations",
                            "",
                            member,
                            converted(name, value, "/volumeConfigurations", at),
                            at);
                default -> put(members, known(name), "", member, converted(name, value, "/" + known(name), at), at);
            }
        });
        if (!deployment.isEmpty()) {
            int offset = deployment.values().iterator().next().nameOffset();
            members.put("deploymentConfiguration", new Member(offset, new JsonObject(offset, deployment)));
            origins.put("/deploymentConfiguration", base);
        }
        addUnknown(members, values);
        return new JsonObject(values.offset(), members);
    }

    /** What is known only after apply stands in the plan as absent, and beside it as unknown. */
    private void addUnknown(Map<String, Member> members, JsonObject values) {
        Trees.members(unknown).forEach((name, flag) -> {
            boolean whole = flag.value() instanceof JsonBoolean bool && bool.value();
            if (whole && !NOT_OF_ECS.contains(name)) {
                String to = name.equals("container_definitions") ? "containerDefinitions" : known(name);
                String target = name.startsWith("deployment_m") ? "deploymentConfiguration" : to;
                members.put(target, new Member(values.offset(), Trees.unknown(values.offset())));
            }
        });
        JsonTree blocks = unknown;
        // Inside of blocks a single unknown part makes the list of them partly unknown.
        for (String block : List.of("load_balancer", "service_registries", "network_configuration")) {
            JsonTree part = Trees.get(blocks, block);
            if (part != null && hasTrue(part)) {
                hideUnknown(members, block, part, values.offset());
            }
        }
    }

    private void hideUnknown(Map<String, Member> members, String block, JsonTree flags, int offset) {
        Member member = members.get(known(block));
        if (member == null) {
            return;
        }
        boolean network = block.equals("network_configuration");
        JsonTree value = network ? Trees.get(member.value(), "awsvpcConfiguration") : member.value();
        JsonTree hidden = hidden(value, network ? first(flags) : flags, offset);
        JsonTree whole = network
                ? new JsonObject(member.value().offset(), Map.of("awsvpcConfiguration", new Member(offset, hidden)))
                : hidden;
        members.put(known(block), new Member(member.nameOffset(), whole));
    }

    /** The value in which each part that the flags name is not known. */
    private static JsonTree hidden(@Nullable JsonTree value, @Nullable JsonTree flags, int offset) {
        if (flags instanceof JsonBoolean bool && bool.value()) {
            return Trees.unknown(offset);
        }
        if (value instanceof JsonArray array && flags instanceof JsonArray list) {
            List<JsonTree> elements = new ArrayList<>();
            for (int i = 0; i < array.elements().size(); i++) {
                JsonTree flag = i < list.elements().size() ? list.elements().get(i) : null;
                elements.add(hidden(array.elements().get(i), flag, offset));
            }
            return new JsonArray(array.offset(), elements);
        }
        if (value instanceof JsonObject object && flags instanceof JsonObject names) {
            Map<String, JsonTree> hidden = new LinkedHashMap<>();
            names.members().forEach((name, flag) -> {
                if (hasTrue(flag.value())) {
                    hidden.put(camel(name), hidden(object.get(camel(name)), flag.value(), offset));
                }
            });
            return Trees.with(object, hidden);
        }
        return value == null || hasTrue(flags) ? Trees.unknown(offset) : value;
    }

    private static boolean hasTrue(@Nullable JsonTree flags) {
        if (flags instanceof JsonBoolean bool) {
            return bool.value();
        }
        return flags instanceof JsonArray array
                ? array.elements().stream().anyMatch(TerraformShape::hasTrue)
                : Trees.members(flags).values().stream().anyMatch(member -> hasTrue(member.value()));
    }

    private JsonTree network(JsonTree blocks, String at) {
        JsonTree block = first(blocks);
        if (!(block instanceof JsonObject object)) {
            return new JsonNull(blocks.offset());
        }
        Map<String, Member> members = new LinkedHashMap<>();
        String outer = "/networkConfiguration/awsvpcConfiguration";
        object.members().forEach((name, member) -> {
            JsonTree value = member.value() instanceof JsonBoolean bool
                    ? new JsonString(bool.offset(), bool.value() ? "ENABLED" : "DISABLED")
                    : member.value();
            if (!isNothing(value)) {
                put(members, camel(name), outer, member, value, at + "/0/" + name);
            }
        });
        origins.put(outer, at + "/0");
        return new JsonObject(
                block.offset(),
                Map.of("awsvpcConfiguration", new Member(block.offset(), new JsonObject(block.offset(), members))));
    }

    /** The host path of a volume stands beside its name. */
    private JsonTree volumes(JsonTree blocks, String at) {
        List<JsonTree> volumes = new ArrayList<>();
        List<JsonTree> elements = Trees.elements(blocks);
        for (int i = 0; i < elements.size(); i++) {
            String place = at + "/" + i;
            String to = "/volumes/" + i;
            Map<String, Member> members = new LinkedHashMap<>();
            Trees.members(elements.get(i)).forEach((name, member) -> {
                if (isNothing(member.value())) {
                    return;
                }
                if (name.equals("host_path")) {
                    Member inner = new Member(member.nameOffset(), member.value());
                    JsonTree host = new JsonObject(member.value().offset(), Map.of("sourcePath", inner));
                    put(members, "host", to, member, host, place + "/host_path");
                    origins.put(to + "/host/sourcePath", place + "/host_path");
                } else {
                    String inner = to + "/" + camel(name);
                    put(
                            members,
                            camel(name),
                            to,
                            member,
                            converted(name, member.value(), inner, place + "/" + name),
                            place + "/" + name);
                }
            });
            origins.put(to, place);
            volumes.add(new JsonObject(elements.get(i).offset(), members));
        }
        return new JsonArray(blocks.offset(), volumes);
    }

    /** The names of a value and of all in it; a block that occurs once loses its list. */
    private JsonTree converted(String name, JsonTree value, String to, String at) {
        if (SINGLE.contains(name) && value instanceof JsonArray array) {
            return array.elements().size() == 1
                    ? converted(name, array.elements().get(0), to, at + "/0")
                    : array.elements().isEmpty() ? new JsonNull(value.offset()) : value;
        }
        origins.put(to, at);
        if (value instanceof JsonArray array) {
            List<JsonTree> elements = new ArrayList<>();
            for (int i = 0; i < array.elements().size(); i++) {
                elements.add(converted("", array.elements().get(i), to + "/" + i, at + "/" + i));
            }
            return new JsonArray(array.offset(), elements);
        }
        if (value instanceof JsonObject object) {
            boolean free = name.equals("properties")
                    || name.equals("options")
                    || name.endsWith("driver_opts")
                    || name.equals("labels");
            if (name.equals("properties")) {
                return pairs(object);
            }
            Map<String, Member> members = new LinkedHashMap<>();
            object.members().forEach((inner, member) -> {
                if (!isNothing(member.value())) {
                    String known = free ? inner : inner.equals("name") ? "name" : known(inner);
                    members.put(
                            known,
                            new Member(
                                    member.nameOffset(),
                                    free
                                            ? member.value()
                                            : converted(inner, member.value(), to + "/" + known, at + "/" + inner)));
                }
            });
            return new JsonObject(object.offset(), members);
        }
        return value;
    }

    /** A map where ECS has a list of names and values. */
    private static JsonTree pairs(JsonObject object) {
        List<JsonTree> pairs = new ArrayList<>();
        object.members().forEach((name, member) -> {
            Map<String, Member> pair = new LinkedHashMap<>();
            pair.put("name", new Member(member.nameOffset(), new JsonString(member.nameOffset(), name)));
            pair.put("value", member);
            pairs.add(new JsonObject(member.nameOffset(), pair));
        });
        return new JsonArray(object.offset(), pairs);
    }

    /** The list inside the string, each part at its place in the plan. */
    private JsonTree containers(JsonTree value, String at) {
        if (!(value instanceof JsonString string)) {
            return value;
        }
        origins.put("/containerDefinitions", at);
        SourceText inner = SourceText.of("container_definitions.json", string.text());
        ParsedDocument<JsonTree> read = EcsJson.readTree(inner, options);
        int[] offsets = offsets(string);
        for (Diagnostic finding : read.diagnostics()) {
            diagnostics.add(new Diagnostic(
                    finding.id(),
                    finding.severity(),
                    finding.message()
                            + (finding.location() == null
                                    ? ""
                                    : " (in the string at " + finding.location().line() + ":"
                                            + finding.location().column() + ")"),
                    at + finding.pointer(),
                    document.source().locate(string.offset()),
                    finding.hint()));
        }
        return read.value().map(tree -> moved(tree, offsets)).orElseGet(() -> Trees.unknown(string.offset()));
    }

    private static JsonTree moved(JsonTree tree, int[] offsets) {
        int offset = at(tree.offset(), offsets);
        if (tree instanceof JsonObject object) {
            Map<String, Member> members = new LinkedHashMap<>();
            object.members()
                    .forEach((name, member) -> members.put(
                            name, new Member(at(member.nameOffset(), offsets), moved(member.value(), offsets))));
            return new JsonObject(offset, members);
        } else if (tree instanceof JsonArray array) {
            return new JsonArray(
                    offset,
                    array.elements().stream()
                            .map(element -> moved(element, offsets))
                            .toList());
        } else if (tree instanceof JsonString string) {
            return new JsonString(offset, string.text());
        } else if (tree instanceof JsonNumber number) {
            return new JsonNumber(offset, number.text());
        }
        return tree instanceof JsonBoolean bool ? new JsonBoolean(offset, bool.value()) : new JsonNull(offset);
    }

    private static int at(int inner, int[] offsets) {
        return offsets[Math.min(inner, offsets.length - 1)];
    }

    /** For each character of a string where it stands in the text: an escape is two characters, or six. */
    private int[] offsets(JsonString string) {
        String text = document.source().text();
        int[] offsets = new int[string.text().length() + 1];
        int at = string.offset() + 1;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = Math.min(at, text.length());
            boolean escaped = at < text.length() && text.charAt(at) == '\\';
            at += !escaped ? 1 : at + 1 < text.length() && text.charAt(at + 1) == 'u' ? 6 : 2;
        }
        return offsets;
    }

    private void put(Map<String, Member> members, String name, String outer, Member from, JsonTree value, String at) {
        members.put(name, new Member(from.nameOffset(), value));
        origins.putIfAbsent(outer + "/" + name, at);
    }

    private static @Nullable JsonTree first(JsonTree blocks) {
        List<JsonTree> elements = Trees.elements(blocks);
        return elements.isEmpty() ? null : elements.get(0);
    }

    /** Terraform shows what was not set as null, as an empty list or as an empty text. */
    private static boolean isNothing(JsonTree value) {
        return value instanceof JsonNull
                || value instanceof JsonArray array && array.elements().isEmpty()
                || value instanceof JsonString string && string.text().isEmpty();
    }

    private static String known(String name) {
        return RENAMED.getOrDefault(name, camel(name));
    }

    static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("_", -1)) {
            camel.append(
                    camel.isEmpty() || word.isEmpty()
                            ? word
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return camel.toString();
    }
}
