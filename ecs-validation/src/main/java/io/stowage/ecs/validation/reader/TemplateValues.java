package io.stowage.ecs.validation.reader;

import io.stowage.ecs.model.json.JsonTree;
import io.stowage.ecs.model.json.JsonTree.JsonArray;
import io.stowage.ecs.model.json.JsonTree.JsonObject;
import io.stowage.ecs.model.json.JsonTree.JsonString;
import io.stowage.ecs.model.json.JsonTree.Member;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Works out the values of a template as far as the template itself tells them: parameters by their defaults, mappings, texts that
 * are joined or filled in, and resources of kinds whose identity matters here. Everything else stays the intrinsic function it is,
 * and so is not known. A value stands where it is used, not where it comes from.
 */
final class TemplateValues {
    /** Longer than any value of ECS; a text that is put together of itself grows no further. */
    private static final int LONGEST = 100_000;

    private static final int MOST_ELEMENTS = 1_000;

    private static final int MOST_LINKS = 20;

    /** Of names of roles, IAM API, {@code CreateRole}, as of August 2026. */
    private static final int LONGEST_ROLE_NAME = 64;

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^{}]*)}");

    private static final Map<String, String> PSEUDO =
            Map.of("AWS::Partition", "aws", "AWS::URLSuffix", "amazonaws.com");

    /** Stands for a value that the template leaves out. */
    private static final JsonTree LEFT_OUT = new JsonString(0, "AWS::NoValue");

    private final JsonObject template;
    private final Map<String, JsonObject> resources;
    private final IdentityHashMap<JsonTree, JsonTree> done = new IdentityHashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private int depth;

    TemplateValues(JsonObject template, Map<String, JsonObject> resources) {
        this.template = template;
        this.resources = resources;
    }

    /** The value of a part of the template. */
    JsonTree of(JsonTree tree) {
        JsonTree value = resolved(tree);
        return value == LEFT_OUT ? new JsonTree.JsonNull(tree.offset()) : value;
    }

    /** The members of a resource's properties, worked out; none if it has no properties. */
    JsonObject properties(JsonObject resource) {
        JsonTree properties = resource.get("Properties");
        return properties != null && of(properties) instanceof JsonObject object
                ? object
                : new JsonObject(resource.offset(), Map.of());
    }

    /** The name of the resource that a value refers to as it is written: by {@code Ref}, {@code Fn::GetAtt} or {@code Fn::Sub}. */
    @Nullable
    String referred(@Nullable JsonTree tree) {
        if (!(tree instanceof JsonObject object) || object.members().size() != 1) {
            return null;
        }
        Map.Entry<String, Member> only = object.members().entrySet().iterator().next();
        JsonTree argument = only.getValue().value();
        String resource = switch (only.getKey()) {
            case "Ref" -> Trees.text(argument);
            case "Fn::GetAtt" -> attribute(argument)[0];
            case "Fn::Sub" -> {
                String text = Trees.text(argument);
                Matcher variable = VARIABLE.matcher(text == null ? "" : text);
                yield variable.matches() && variable.group(1).isEmpty()
                        ? variable.group(2).split("\\.", 2)[0]
                        : null;
            }
            default -> null;
        };
        return resource != null && resources.containsKey(resource) ? resource : null;
    }

    private JsonTree resolved(JsonTree tree) {
        if (!(tree instanceof JsonObject || tree instanceof JsonArray)) {
            return tree;
        }
        // Aliases of YAML share trees; each is worked out once, and stays shared.
        JsonTree before = done.get(tree);
        if (before == null) {
            before = tree instanceof JsonObject object ? object(object) : array((JsonArray) tree);
            done.put(tree, before);
        }
        return before;
    }

    private JsonTree array(JsonArray array) {
        List<JsonTree> elements = new ArrayList<>(array.elements().size());
        boolean changed = false;
        for (JsonTree element : array.elements()) {
            JsonTree value = resolved(element);
            changed |= value != element;
            if (value != LEFT_OUT) {
                elements.add(value);
            }
        }
        return changed ? new JsonArray(array.offset(), elements) : array;
    }

    private JsonTree object(JsonObject object) {
        if (object.members().size() == 1) {
            Map.Entry<String, Member> only =
                    object.members().entrySet().iterator().next();
            String name = only.getKey();
            if (name.equals("Ref") || name.startsWith("Fn::")) {
                JsonTree value = function(name, only.getValue().value(), object.offset());
                return value == null ? object : value;
            }
        }
        Map<String, Member> members = new LinkedHashMap<>();
        boolean changed = false;
        for (Map.Entry<String, Member> member : object.members().entrySet()) {
            JsonTree value = resolved(member.getValue().value());
            changed |= value != member.getValue().value();
            if (value != LEFT_OUT) {
                members.put(member.getKey(), new Member(member.getValue().nameOffset(), value));
            }
        }
        return changed ? new JsonObject(object.offset(), members) : object;
    }

    /** The value of a function; null if it is not known. */
    private @Nullable JsonTree function(String name, JsonTree argument, int offset) {
        return switch (name) {
            case "Ref" -> reference(Trees.text(argument), offset);
            case "Fn::GetAtt" -> {
                @Nullable String[] path = attribute(argument);
                yield path[0] == null || path[1] == null ? null : string(attributeOf(path[0], path[1]), offset);
            }
            case "Fn::Sub" -> string(substituted(argument), offset);
            case "Fn::Join" -> string(joined(argument), offset);
            case "Fn::FindInMap" -> mapped(argument, offset);
            default -> null;
        };
    }

    private @Nullable JsonTree reference(@Nullable String name, int offset) {
        if (name == null) {
            return null;
        }
        if (name.equals("AWS::NoValue")) {
            return LEFT_OUT;
        }
        String pseudo = PSEUDO.get(name);
        if (pseudo != null) {
            return new JsonString(offset, pseudo);
        }
        JsonTree parameter = Trees.path(template, "Parameters", name);
        return parameter == null ? string(identity(name), offset) : defaultOf(parameter, offset);
    }

    /** The default of a parameter in the type that the parameter has. Of a stored parameter it is only the name of the value. */
    private static @Nullable JsonTree defaultOf(JsonTree parameter, int offset) {
        String type = Trees.text(Trees.get(parameter, "Type"));
        String text = Trees.scalar(Trees.get(parameter, "Default"));
        // An empty default says that there may be no value, and conditions that are not worked out here go by that.
        if (text == null || text.isEmpty() || type == null || type.startsWith("AWS::SSM::")) {
            return null;
        }
        if (!type.equals("CommaDelimitedList") && !type.startsWith("List<")) {
            return new JsonString(offset, text);
        }
        String[] parts = text.split(",", MOST_ELEMENTS + 1);
        if (parts.length > MOST_ELEMENTS) {
            return null;
        }
        return new JsonArray(
                offset,
                Arrays.stream(parts)
                        .map(part -> (JsonTree) new JsonString(offset, part.strip()))
                        .toList());
    }

    /** What {@code Ref} gives for a resource, where two resources are to be recognised by it. */
    private @Nullable String identity(String id) {
        JsonObject resource = resources.get(id);
        String type = resource == null ? "" : String.valueOf(Trees.text(resource.get("Type")));
        return switch (type) {
            case "AWS::ElasticLoadBalancingV2::TargetGroup" ->
                "arn:aws:elasticloadbalancing:region:account:targetgroup/" + id + "/0";
            case "AWS::ElasticLoadBalancingV2::LoadBalancer" ->
                "arn:aws:elasticloadbalancing:region:account:loadbalancer/" + id + "/0";
            case "AWS::EC2::SecurityGroup" -> "sg-" + id;
            case "AWS::EC2::Subnet" -> "subnet-" + id;
            case "AWS::EC2::VPC" -> "vpc-" + id;
            case "AWS::IAM::Role" -> roleName(id);
            case "AWS::ECS::CapacityProvider" -> named(id, "Name");
            case "AWS::ElasticLoadBalancing::LoadBalancer" -> named(id, "LoadBalancerName");
            case "AWS::AutoScaling::AutoScalingGroup" -> named(id, "AutoScalingGroupName");
            default -> null;
        };
    }

    private @Nullable String attributeOf(String id, String attribute) {
        String type = Trees.text(Trees.get(resources.get(id), "Type"));
        if (type == null) {
            return null;
        }
        return switch (type + " " + attribute) {
            case "AWS::IAM::Role Arn" -> roleArn(id);
            case "AWS::EC2::SecurityGroup GroupId", "AWS::ElasticLoadBalancingV2::TargetGroup TargetGroupArn" ->
                identity(id);
            case "AWS::ServiceDiscovery::Service Arn" -> "arn:aws:servicediscovery:region:account:service/srv-" + id;
            default -> null;
        };
    }

    /** What {@code Fn::GetAtt} gives as the ARN of a role of the template. */
    String roleArn(String id) {
        return "arn:aws:iam::account:role/" + roleName(id);
    }

    /** The name of a role; a logical name that is longer than names of roles may be is shortened, and stays one of its kind. */
    String roleName(String id) {
        String name = named(id, "RoleName");
        return name.length() <= LONGEST_ROLE_NAME
                ? name
                : name.substring(0, LONGEST_ROLE_NAME - 9) + "-" + String.format("%08x", name.hashCode());
    }

    /**
     * The name that a resource gives itself, or its logical name, from which the service makes one. Names may be put together of
     * other names: a circle ends where it began, and a long chain after some links.
     */
    String named(String id, String member) {
        String before = names.get(id);
        JsonTree written = Trees.path(resources.get(id), "Properties", member);
        if (before != null || written == null || depth > MOST_LINKS) {
            return before == null ? id : before;
        }
        names.put(id, id);
        depth++;
        String name = Trees.text(resolved(written));
        depth--;
        names.put(id, name == null ? id : name);
        return names.getOrDefault(id, id);
    }

    private static @Nullable String[] attribute(JsonTree argument) {
        List<JsonTree> path = Trees.elements(argument);
        if (path.size() == 1) {
            String[] parts = String.valueOf(Trees.text(path.get(0))).split("\\.", 2);
            return new @Nullable String[] {parts[0], parts.length < 2 ? null : parts[1]};
        }
        return path.size() == 2
                ? new @Nullable String[] {Trees.text(path.get(0)), Trees.text(path.get(1))}
                : new @Nullable String[] {null, null};
    }

    /** The text of {@code Fn::Sub}; null if one of its variables is not known. */
    private @Nullable String substituted(JsonTree argument) {
        String text = Trees.text(argument);
        JsonTree own = null;
        if (text == null
                && argument instanceof JsonArray array
                && array.elements().size() == 2) {
            text = Trees.text(array.elements().get(0));
            own = array.elements().get(1);
        }
        if (text == null) {
            return null;
        }
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (MatchResult found : VARIABLE.matcher(text).results().toList()) {
            String value =
                    found.group(1).isEmpty() ? variable(found.group(2).strip(), own) : "${" + found.group(2) + "}";
            if (value == null || filled.length() + value.length() > LONGEST) {
                return null;
            }
            filled.append(text.substring(from, found.start())).append(value);
            from = found.end();
        }
        return filled.append(text.substring(from)).toString();
    }

    private @Nullable String variable(String name, @Nullable JsonTree own) {
        JsonTree given = Trees.get(own, name);
        if (given != null) {
            return Trees.scalar(resolved(given));
        }
        int dot = name.indexOf('.');
        if (dot > 0) {
            return attributeOf(name.substring(0, dot), name.substring(dot + 1));
        }
        JsonTree value = reference(name, 0);
        return value == LEFT_OUT ? null : Trees.scalar(value);
    }

    /** The text of {@code Fn::Join}; null if one of its parts is not known. */
    private @Nullable String joined(JsonTree argument) {
        if (!(argument instanceof JsonArray array)
                || array.elements().size() != 2
                || !(resolved(array.elements().get(1)) instanceof JsonArray parts)) {
            return null;
        }
        String delimiter = Trees.text(array.elements().get(0));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.elements().size(); i++) {
            String part = Trees.scalar(parts.elements().get(i));
            if (part == null || delimiter == null || text.length() + part.length() > LONGEST) {
                return null;
            }
            text.append(i == 0 ? "" : delimiter).append(part);
        }
        return text.toString();
    }

    private @Nullable JsonTree mapped(JsonTree argument, int offset) {
        JsonTree at = template.get("Mappings");
        List<JsonTree> keys = Trees.elements(argument);
        if (keys.size() < 3) {
            return null;
        }
        for (JsonTree key : keys.subList(0, 3)) {
            String name = Trees.scalar(resolved(key));
            at = name == null ? null : Trees.get(at, name);
        }
        return at == null ? null : JsonTree.ofPlain(at.plain(), offset);
    }

    private static @Nullable JsonTree string(@Nullable String text, int offset) {
        return text == null ? null : new JsonString(offset, text);
    }
}
