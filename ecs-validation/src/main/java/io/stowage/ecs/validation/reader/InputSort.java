package io.stowage.ecs.validation.reader;

import io.stowage.ecs.model.json.DocumentKind;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.json.JsonTree;
import io.stowage.ecs.model.json.JsonTree.JsonArray;
import io.stowage.ecs.model.json.JsonTree.JsonObject;
import io.stowage.ecs.model.json.JsonTree.Member;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a document is, told by its content.
 *
 * @param form how it is read
 * @param kind what it holds, if that is one kind of structure of ECS
 */
record InputSort(Form form, @Nullable DocumentKind<?> kind) {
    /** How a document is read. */
    enum Form {
        /** One kind of structure of ECS. */
        STRUCTURE,
        /** A template of CloudFormation. */
        TEMPLATE,
        /** A plan or state of Terraform. */
        TERRAFORM,
        /** All members of a configuration in one object. */
        WHOLE,
        /** The configuration of ecspresso, which names two other files. */
        ECSPRESSO,
        /** What the command line prints about load balancers and networks. */
        SURROUNDINGS
    }

    private static final Set<String> SURROUNDINGS =
            Set.of("TargetGroups", "LoadBalancers", "SecurityGroups", "Subnets");

    /** Other tools have objects under these names, Docker Compose above all. */
    private static final Set<String> LISTS_OF_ECS = Set.of("services", "tasks", "clusters", "containerInstances");

    /** The sort of a document; null if it is nothing that is known. */
    static @Nullable InputSort of(JsonTree tree) {
        if (tree instanceof JsonObject object) {
            if (isTemplate(object)) {
                return new InputSort(Form.TEMPLATE, null);
            }
            if (isTerraform(object)) {
                return new InputSort(Form.TERRAFORM, null);
            }
            if (Trees.text(object.get("task_definition")) != null
                    || Trees.text(object.get("service_definition")) != null) {
                return new InputSort(Form.ECSPRESSO, null);
            }
            if (SURROUNDINGS.stream().anyMatch(name -> object.get(name) instanceof JsonArray)) {
                return new InputSort(Form.SURROUNDINGS, null);
            }
            if (WholeReader.is(object)) {
                return new InputSort(Form.WHOLE, null);
            }
            if (LISTS_OF_ECS.stream().anyMatch(name -> object.get(name) instanceof JsonObject)) {
                return null;
            }
        }
        return EcsJson.kindOf(tree)
                .map(kind -> new InputSort(Form.STRUCTURE, kind))
                .orElse(null);
    }

    private static boolean isTemplate(JsonObject object) {
        if (!(object.get("Resources") instanceof JsonObject resources)) {
            return false;
        }
        if (object.members().containsKey("AWSTemplateFormatVersion")) {
            return true;
        }
        for (Map.Entry<String, Member> resource : resources.members().entrySet()) {
            String type = Trees.text(Trees.get(resource.getValue().value(), "Type"));
            if (type != null && type.contains("::")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTerraform(JsonObject object) {
        return object.members().containsKey("terraform_version")
                && (object.members().containsKey("planned_values")
                        || object.members().containsKey("values")
                        || object.members().containsKey("resource_changes"));
    }
}
