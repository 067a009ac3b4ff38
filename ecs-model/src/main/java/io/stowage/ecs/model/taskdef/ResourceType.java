package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * A kind of accelerator that a container can ask for.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record ResourceType(String value) implements OpenEnum {
    /** Whole GPUs of the instance, which no other container gets meanwhile. Not on Fargate. */
    public static final ResourceType GPU = new ResourceType("GPU");

    /** {@code InferenceAccelerator}: An {@link InferenceAccelerator} of the task definition; withdrawn. */
    public static final ResourceType INFERENCE_ACCELERATOR = new ResourceType("InferenceAccelerator");

    /**
     * {@code NeuronDevice}: The AWS Neuron devices of the instance, all of them, for one container of the task. Managed Instances
     * only.
     */
    public static final ResourceType NEURON_DEVICE = new ResourceType("NeuronDevice");

    private static final List<ResourceType> KNOWN = List.of(GPU, INFERENCE_ACCELERATOR, NEURON_DEVICE);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public ResourceType {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<ResourceType> known() {
        return KNOWN;
    }

    @Override
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    /** The text on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
