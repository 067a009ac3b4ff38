package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.RESOURCE_REQUIREMENTS;
import static io.stowage.ecs.validation.internal.rules.Places.TASK;
import static io.stowage.ecs.validation.spi.Rule.error;

import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.InferenceAccelerator;
import io.stowage.ecs.model.taskdef.ResourceRequirement;
import io.stowage.ecs.model.taskdef.ResourceType;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Report;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.List;
import java.util.regex.Pattern;

/** The second half of section 2: GPUs, Neuron devices and inference accelerators. */
final class AcceleratorRules {
    private static final Pattern GPU_COUNT = Pattern.compile("0*[1-9][0-9]*|ALL");

    private static final ResourceType NONE = new ResourceType("");

    private AcceleratorRules() {}

    static List<Rule> rules() {
        return List.of(
                error("task.inference-accelerators-retired")
                        .summary("`inferenceAccelerators` is refused: Elastic Inference is retired.")
                        .source("PRE:pf-ecs-fargate-inference-accelerator; API:InferenceAccelerator")
                        .in(TASK)
                        .whenPresent(TaskDefinition::inferenceAccelerators)
                        .message("`inferenceAccelerators` is no longer supported.")
                        .fix("Use GPU or Neuron instances."),
                error("size.resource-type")
                        .summary("The `type` of a resource requirement is absent or not known.")
                        .source("API:ResourceType")
                        .in(RESOURCE_REQUIREMENTS)
                        .whenAbsent(ResourceRequirement::type)
                        .when(ResourceRequirement::type, type -> !type.isKnown())
                        .with("given", requirement -> requirement.getOr(ResourceRequirement::type, NONE))
                        .message("\"{given}\" is not a resource type.")
                        .fix("Use GPU, NeuronDevice or InferenceAccelerator."),
                error("size.gpu-value")
                        .summary("The number of GPUs is neither a whole number of 1 or more nor ALL.")
                        .source("API:ResourceRequirement.value")
                        .in(RESOURCE_REQUIREMENTS)
                        .needing(ResourceRequirement::type, ResourceRequirement::value)
                        .whenAt(
                                ResourceRequirement::value,
                                requirement -> requirement.is(ResourceRequirement::type, ResourceType.GPU)
                                        && !GPU_COUNT
                                                .matcher(requirement.get(ResourceRequirement::value))
                                                .matches())
                        .message("\"{value}\" is not a number of GPUs.")
                        .fix("Use a whole number of 1 or more, or ALL."),
                error("size.neuron-value")
                        .summary("The `value` of a Neuron device requirement is not ALL.")
                        .source("API:ResourceRequirement.value")
                        .in(RESOURCE_REQUIREMENTS)
                        .needing(ResourceRequirement::type, ResourceRequirement::value)
                        .whenAt(
                                ResourceRequirement::value,
                                requirement -> isNeuron(requirement)
                                        && !requirement
                                                .get(ResourceRequirement::value)
                                                .equals("ALL"))
                        .message("\"{value}\" Neuron devices: a container takes ALL or none.")
                        .fix("Set \"ALL\"."),
                error("size.neuron-several-containers")
                        .summary("More than one container of a task asks for Neuron devices.")
                        .source("API:ResourceRequirement.value")
                        .in(TASK)
                        .check(AcceleratorRules::severalWithNeuron)
                        .message("Only one container of a task may use Neuron devices, and \"{first}\" does already.")
                        .fix("Keep them on one container."),
                error("size.neuron-needs-managed-instances")
                        .summary("A container asks for Neuron devices, and the task is not for Managed Instances.")
                        .source("API:ResourceRequirement.value")
                        .in(RESOURCE_REQUIREMENTS)
                        .unless(Facts::onManagedInstances)
                        .whenHere(AcceleratorRules::isNeuron)
                        .message("Neuron devices are there on Managed Instances only.")
                        .fix("Add MANAGED_INSTANCES to `requiresCompatibilities` and use such a capacity provider."),
                error("size.accelerator-unknown")
                        .summary("A container asks for an inference accelerator that the task does not declare.")
                        .source("API:ResourceRequirement.value; CDK:container-definition.ts")
                        .in(RESOURCE_REQUIREMENTS)
                        .needing(ResourceRequirement::type, ResourceRequirement::value)
                        .whenAt(ResourceRequirement::value, AcceleratorRules::asksForUndeclared)
                        .message("No inference accelerator is called \"{value}\".")
                        .fix("Declare it under `inferenceAccelerators`."));
    }

    private static boolean isNeuron(View<ResourceRequirement> requirement) {
        return requirement.is(ResourceRequirement::type, ResourceType.NEURON_DEVICE);
    }

    private static void severalWithNeuron(View<TaskDefinition> task, Report report) {
        View<ContainerDefinition> first = null;
        for (View<ContainerDefinition> container : task.each(TaskDefinition::containerDefinitions)) {
            boolean usesNeuron = container.each(ContainerDefinition::resourceRequirements).stream()
                    .anyMatch(AcceleratorRules::isNeuron);
            if (usesNeuron && first != null) {
                report.at(container.member(ContainerDefinition::resourceRequirements))
                        .with("first", first.member(ContainerDefinition::name));
            } else if (usesNeuron) {
                first = container;
            }
        }
    }

    private static boolean asksForUndeclared(View<ResourceRequirement> requirement) {
        if (!requirement.is(ResourceRequirement::type, ResourceType.INFERENCE_ACCELERATOR)) {
            return false;
        }
        String wanted = requirement.get(ResourceRequirement::value);
        boolean declared = false;
        for (View<InferenceAccelerator> accelerator :
                requirement.facts().task().each(TaskDefinition::inferenceAccelerators)) {
            declared |= accelerator.is(InferenceAccelerator::deviceName, wanted);
        }
        return !declared;
    }
}
