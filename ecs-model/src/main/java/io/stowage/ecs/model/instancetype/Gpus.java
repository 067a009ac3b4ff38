package io.stowage.ecs.model.instancetype;

import java.math.BigDecimal;

/**
 * The GPUs of a kind in an instance.
 *
 * @param count whole GPUs that tasks can reserve; 0 where the instance has only a part of one
 * @param manufacturer for example {@code NVIDIA}
 * @param name for example {@code L4}
 * @param memoryMib memory of each in MiB
 * @param partition the part of a GPU that the instance has: 1 unless it shares one
 */
public record Gpus(int count, String manufacturer, String name, int memoryMib, BigDecimal partition) {
    static Gpus parse(String cell) {
        String[] parts = cell.split("\\|", -1);
        return new Gpus(
                Integer.parseInt(parts[0]), parts[1], parts[2], Integer.parseInt(parts[3]), new BigDecimal(parts[4]));
    }
}
