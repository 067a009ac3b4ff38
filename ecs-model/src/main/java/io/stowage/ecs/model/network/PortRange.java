package io.stowage.ecs.model.network;

/**
 * A range of ports, both ends included.
 *
 * @param first 1 to 65535
 * @param last not below the first
 */
public record PortRange(int first, int last) {
    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if it is empty or leaves 1 to 65535
     */
    public PortRange {
        if (first < 1 || last > 65535 || first > last) {
            throw new IllegalArgumentException("no range of ports: " + first + "-" + last);
        }
    }

    @Override
    public String toString() {
        return first + "-" + last;
    }
}
