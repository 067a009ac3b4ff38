package io.stowage.ecs.model.needs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the {@code cpu} and {@code memory} of a task, which the API takes as text: a number of CPU units or MiB, or a number of
 * vCPU or GB with its unit. 1 vCPU is 1024 CPU units and 1 GB is 1024 MiB, as
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html">RegisterTaskDefinition</a>
 * has it. Letter case and spaces around number and unit do not matter.
 */
public final class TaskSize {
    private static final Pattern PLAIN = Pattern.compile("\\s*([0-9]{1,12})\\s*");
    private static final Pattern VCPU =
            Pattern.compile("\\s*([0-9]{1,9}(?:\\.[0-9]{0,9})?|\\.[0-9]{1,9})\\s*vcpus?\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern GB =
            Pattern.compile("\\s*([0-9]{1,9}(?:\\.[0-9]{0,9})?|\\.[0-9]{1,9})\\s*gb\\s*", Pattern.CASE_INSENSITIVE);
    private static final BigDecimal PER_UNIT = BigDecimal.valueOf(1024);

    private TaskSize() {}

    /**
     * The CPU units of a task's {@code cpu}: {@code "512"}, {@code "0.5 vCPU"} and {@code ".5 vcpu"} are all 512.
     *
     * @param text the member as written
     * @return CPU units, rounded down; empty if the text has neither form
     */
    public static OptionalLong cpuUnits(String text) {
        return parse(text, VCPU);
    }

    /**
     * The MiB of a task's {@code memory}: {@code "1024"} and {@code "1 GB"} are both 1024.
     *
     * @param text the member as written
     * @return MiB, rounded down; empty if the text has neither form
     */
    public static OptionalLong memoryMib(String text) {
        return parse(text, GB);
    }

    private static OptionalLong parse(String text, Pattern withUnit) {
        Matcher plain = PLAIN.matcher(text);
        if (plain.matches()) {
            return OptionalLong.of(Long.parseLong(plain.group(1)));
        }
        Matcher unit = withUnit.matcher(text);
        if (unit.matches()) {
            BigDecimal amount = new BigDecimal(unit.group(1)).multiply(PER_UNIT);
            return OptionalLong.of(amount.setScale(0, RoundingMode.DOWN).longValueExact());
        }
        return OptionalLong.empty();
    }
}
