package io.stowage.ecs.validation.reader;

import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.JsonTree;
import io.stowage.ecs.model.json.JsonTree.JsonArray;
import io.stowage.ecs.model.json.JsonTree.JsonObject;
import io.stowage.ecs.model.json.JsonTree.JsonString;
import io.stowage.ecs.validation.input.InboundRule;
import io.stowage.ecs.validation.input.KnownLoadBalancer;
import io.stowage.ecs.validation.input.KnownRole;
import io.stowage.ecs.validation.input.KnownSecurityGroup;
import io.stowage.ecs.validation.input.KnownTargetGroup;
import io.stowage.ecs.validation.input.KnownTargetHealthCheck;
import io.stowage.ecs.validation.input.ScalableTarget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a template tells about the surroundings of its services: load balancers, security groups, roles, scaling. A thing of which
 * a part is not known is left out, or has that part absent, so that nobody concludes from half of it.
 */
final class TemplateSurroundings {
    /** What the policy for execution roles that AWS maintains allows, in its version 1 of July 2018. */
    private static final List<String> EXECUTION_POLICY = List.of(
            "ecr:GetAuthorizationToken",
            "ecr:BatchCheckLayerAvailability",
            "ecr:GetDownloadUrlForLayer",
            "ecr:BatchGetImage",
            "logs:CreateLogStream",
            "logs:PutLogEvents");

    private static final String EXECUTION_POLICY_NAME = "service-role/AmazonECSTaskExecutionRolePolicy";

    private final SourceText source;
    private final Map<String, JsonObject> resources;
    private final TemplateValues values;

    TemplateSurroundings(SourceText source, Map<String, JsonObject> resources, TemplateValues values) {
        this.source = source;
        this.resources = resources;
        this.values = values;
    }

    /** What was found of one kind, with a part for each. */
    record Found<T>(List<T> known, List<Part> parts) {}

    Found<KnownTargetGroup> targetGroups() {
        return each("AWS::ElasticLoadBalancingV2::TargetGroup", "/targetGroups", this::targetGroup);
    }

    Found<KnownLoadBalancer> loadBalancers() {
        return each("AWS::ElasticLoadBalancingV2::LoadBalancer", "/loadBalancers", this::loadBalancer);
    }

    Found<KnownSecurityGroup> securityGroups() {
        return each("AWS::EC2::SecurityGroup", "/securityGroups", this::securityGroup);
    }

    /** The roles; a role that somebody names and the template does not hold is there with nothing but its name. */
    Found<KnownRole> roles(Set<String> named) {
        Found<KnownRole> found = each("AWS::IAM::Role", "/roles", this::role);
        Set<String> known = new LinkedHashSet<>();
        found.known().forEach(role -> {
            known.add(String.valueOf(role.arn()));
            known.add(String.valueOf(role.name()));
        });
        List<KnownRole> all = new ArrayList<>(found.known());
        for (String role : named) {
            if (!known.contains(role)) {
                all.add(
                        role.startsWith("arn:")
                                ? KnownRole.builder().arn(role).build()
                                : KnownRole.builder().name(role).build());
            }
        }
        return new Found<>(all, found.parts());
    }

    /** The scaling bounds of a service, if one scalable target names it. */
    @Nullable
    ScalableTarget scalableTarget(String service, List<Part> parts) {
        for (Map.Entry<String, JsonObject> entry : resources.entrySet()) {
            JsonObject resource = entry.getValue();
            if (!"AWS::ApplicationAutoScaling::ScalableTarget".equals(Trees.text(resource.get("Type")))) {
                continue;
            }
            JsonTree id = Trees.path(resource, "Properties", "ResourceId");
            if (id != null && mentions(id, service)) {
                JsonObject properties = values.properties(resource);
                parts.add(whole("/scalableTarget", entry.getKey(), resource));
                return ScalableTarget.builder()
                        .minCapacity(Trees.integer(properties.get("MinCapacity")))
                        .maxCapacity(Trees.integer(properties.get("MaxCapacity")))
                        .build();
            }
        }
        return null;
    }

    private KnownTargetGroup targetGroup(String id, JsonObject properties) {
        String protocol = Trees.text(properties.get("Protocol"));
        JsonTree type = properties.get("TargetType");
        Integer delay = null;
        for (JsonTree attribute : Trees.elements(properties.get("TargetGroupAttributes"))) {
            if ("deregistration_delay.timeout_seconds".equals(Trees.text(Trees.get(attribute, "Key")))) {
                delay = Trees.integer(Trees.get(attribute, "Value"));
            }
        }
        return KnownTargetGroup.builder()
                .arn(Trees.text(values.of(reference(id))))
                .targetType(type == null ? "instance" : Trees.text(type))
                .protocol(protocol)
                .loadBalancerType(Surroundings.typeFor(protocol))
                .vpcId(Trees.text(properties.get("VpcId")))
                .healthCheck(KnownTargetHealthCheck.builder()
                        .port(Trees.scalar(properties.get("HealthCheckPort")))
                        .build())
                .deregistrationDelaySeconds(delay)
                .build();
    }

    private KnownLoadBalancer loadBalancer(String id, JsonObject properties) {
        JsonTree type = properties.get("Type");
        List<String> groups = allTexts(properties.get("SecurityGroups"));
        return KnownLoadBalancer.builder()
                .name(values.named(id, "Name"))
                .type(type == null ? "application" : Trees.text(type))
                .securityGroups(groups)
                .targetGroupArns(targetGroupsOf(id))
                .build();
    }

    /** The target groups that the listeners of a load balancer and their rules forward to; null if that is not known. */
    private @Nullable List<String> targetGroupsOf(String loadBalancer) {
        Set<String> listeners = new LinkedHashSet<>();
        Set<String> arns = new LinkedHashSet<>();
        for (Map.Entry<String, JsonObject> entry : resources.entrySet()) {
            if ("AWS::ElasticLoadBalancingV2::Listener"
                            .equals(Trees.text(entry.getValue().get("Type")))
                    && loadBalancer.equals(
                            values.referred(Trees.path(entry.getValue(), "Properties", "LoadBalancerArn")))) {
                listeners.add(entry.getKey());
                addTargets(values.properties(entry.getValue()).get("DefaultActions"), arns);
            }
        }
        for (JsonObject resource : resources.values()) {
            String listener = values.referred(Trees.path(resource, "Properties", "ListenerArn"));
            if ("AWS::ElasticLoadBalancingV2::ListenerRule".equals(Trees.text(resource.get("Type")))
                    && listener != null
                    && listeners.contains(listener)) {
                addTargets(values.properties(resource).get("Actions"), arns);
            }
        }
        return arns.isEmpty() ? null : List.copyOf(arns);
    }

    private static void addTargets(@Nullable JsonTree actions, Set<String> arns) {
        for (JsonTree action : Trees.elements(actions)) {
            List<JsonTree> targets =
                    new ArrayList<>(Trees.elements(Trees.path(action, "ForwardConfig", "TargetGroups")));
            targets.add(action);
            for (JsonTree target : targets) {
                String arn = Trees.text(Trees.get(target, "TargetGroupArn"));
                if (arn != null) {
                    arns.add(arn);
                }
            }
        }
    }

    private KnownSecurityGroup securityGroup(String id, JsonObject properties) {
        List<JsonTree> rules = new ArrayList<>(Trees.elements(properties.get("SecurityGroupIngress")));
        String group = "sg-" + id;
        for (JsonObject resource : resources.values()) {
            if ("AWS::EC2::SecurityGroupIngress".equals(Trees.text(resource.get("Type")))) {
                JsonObject ingress = values.properties(resource);
                if (group.equals(Trees.text(ingress.get("GroupId")))) {
                    rules.add(ingress);
                }
            }
        }
        List<InboundRule> inbound = new ArrayList<>();
        boolean known = true;
        for (JsonTree rule : rules) {
            InboundRule read = inbound(rule);
            known &= read != null;
            if (read != null) {
                inbound.add(read);
            }
        }
        return KnownSecurityGroup.builder()
                .groupId(group)
                .vpcId(Trees.text(properties.get("VpcId")))
                .inbound(known ? inbound : null)
                .build();
    }

    private static @Nullable InboundRule inbound(JsonTree rule) {
        String protocol = Trees.scalar(Trees.get(rule, "IpProtocol"));
        boolean allPorts = "-1".equals(protocol);
        Integer from = Trees.integer(Trees.get(rule, "FromPort"));
        Integer to = Trees.integer(Trees.get(rule, "ToPort"));
        String group = Trees.text(Trees.get(rule, "SourceSecurityGroupId"));
        String cidr = Trees.text(Trees.get(rule, "CidrIp"));
        if (cidr == null) {
            cidr = Trees.text(Trees.get(rule, "CidrIpv6"));
        }
        boolean known = protocol != null && (allPorts || from != null && to != null) && (group != null || cidr != null);
        return known
                ? InboundRule.builder()
                        .protocol(protocol)
                        .fromPort(from)
                        .toPort(to)
                        .sourceSecurityGroup(group)
                        .cidr(cidr)
                        .build()
                : null;
    }

    private KnownRole role(String id, JsonObject properties) {
        return KnownRole.builder()
                .arn(values.roleArn(id))
                .name(values.roleName(id))
                .trustedServices(trusted(properties.get("AssumeRolePolicyDocument")))
                .allowedActions(allowed(id, properties))
                .build();
    }

    private static @Nullable List<String> trusted(@Nullable JsonTree document) {
        List<String> services = new ArrayList<>();
        for (JsonTree statement : Trees.elements(Trees.get(document, "Statement"))) {
            if (!"Allow".equals(Trees.text(Trees.get(statement, "Effect")))) {
                return null;
            }
            JsonTree principal = Trees.get(statement, "Principal");
            for (JsonTree service : Trees.elements(Trees.get(principal, "Service"))) {
                String name = Trees.text(service);
                if (name == null) {
                    return null;
                }
                services.add(name);
            }
        }
        return services.isEmpty() ? null : services;
    }

    /** All actions that the role allows; null if any policy of it is not known in full. */
    private @Nullable List<String> allowed(String id, JsonObject properties) {
        List<String> actions = new ArrayList<>();
        for (JsonTree arn : Trees.elements(properties.get("ManagedPolicyArns"))) {
            String text = Trees.text(arn);
            if (text == null || !text.endsWith(":policy/" + EXECUTION_POLICY_NAME)) {
                return null;
            }
            actions.addAll(EXECUTION_POLICY);
        }
        for (JsonTree policy : Trees.elements(properties.get("Policies"))) {
            if (!addActions(Trees.get(policy, "PolicyDocument"), actions)) {
                return null;
            }
        }
        for (JsonObject resource : resources.values()) {
            String type = String.valueOf(Trees.text(resource.get("Type")));
            boolean ofRole = type.equals("AWS::IAM::Policy")
                    || type.equals("AWS::IAM::ManagedPolicy")
                    || type.equals("AWS::IAM::RolePolicy");
            JsonTree written = Trees.get(resource, "Properties");
            if (ofRole && written != null && mentions(written, id)) {
                if (!addActions(values.properties(resource).get("PolicyDocument"), actions)) {
                    return null;
                }
            }
        }
        return actions;
    }

    private static boolean addActions(@Nullable JsonTree document, List<String> actions) {
        if (document == null) {
            return false;
        }
        for (JsonTree statement : Trees.elements(Trees.get(document, "Statement"))) {
            JsonTree action = Trees.get(statement, "Action");
            if (!"Allow".equals(Trees.text(Trees.get(statement, "Effect"))) || action == null) {
                return false;
            }
            for (JsonTree one : Trees.elements(action)) {
                String name = Trees.text(one);
                if (name == null) {
                    return false;
                }
                actions.add(name);
            }
        }
        return true;
    }

    /** Whether a part of the template refers to a resource anywhere. */
    private boolean mentions(JsonTree tree, String id) {
        if (id.equals(values.referred(tree))) {
            return true;
        }
        if (tree instanceof JsonString text) {
            return text.text().contains("${" + id + "}") || text.text().contains("${" + id + ".");
        }
        if (tree instanceof JsonArray array) {
            return array.elements().stream().anyMatch(element -> mentions(element, id));
        }
        return tree instanceof JsonObject object
                && object.members().values().stream().anyMatch(member -> mentions(member.value(), id));
    }

    /** The texts of a list; null if it is absent or one of them is not known. */
    private static @Nullable List<String> allTexts(@Nullable JsonTree tree) {
        if (tree == null) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (JsonTree element : Trees.elements(tree)) {
            String text = Trees.text(element);
            if (text == null) {
                return null;
            }
            texts.add(text);
        }
        return texts;
    }

    private <T> Found<T> each(String type, String prefix, BiFunction<String, JsonObject, T> known) {
        List<T> found = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        new LinkedHashMap<>(resources).forEach((id, resource) -> {
            if (type.equals(Trees.text(resource.get("Type")))) {
                parts.add(whole(prefix + "/" + found.size(), id, resource));
                found.add(known.apply(id, values.properties(resource)));
            }
        });
        return new Found<>(found, parts);
    }

    private Part whole(String prefix, String id, JsonObject resource) {
        return new Part.Whole(prefix, source.locate(resource.offset()), TemplateReader.pointer(id));
    }

    private static JsonTree reference(String id) {
        return new JsonObject(0, Map.of("Ref", new JsonTree.Member(0, new JsonString(0, id))));
    }
}
