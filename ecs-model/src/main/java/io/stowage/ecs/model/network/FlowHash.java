package io.stowage.ecs.model.network;

import java.nio.charset.StandardCharsets;

/**
 * Which target of a network load balancer a flow goes to. Elastic Load Balancing hashes protocol, addresses and ports of both ends
 * and does not say how; our rule is FNV-1a with 32 bits over the five, separated by a bar.
 */
public final class FlowHash {
    private FlowHash() {}

    /**
     * The target of a flow.
     *
     * @param protocol for example {@code tcp}
     * @param sourceAddress address of the client
     * @param sourcePort its port
     * @param destinationAddress address of the listener
     * @param destinationPort its port
     * @param healthyTargets how many healthy targets there are, at least 1
     * @return the index of one of them, from 0
     * @throws IllegalArgumentException if there is no healthy target
     */
    public static int target(
            String protocol,
            String sourceAddress,
            int sourcePort,
            String destinationAddress,
            int destinationPort,
            int healthyTargets) {
        if (healthyTargets < 1) {
            throw new IllegalArgumentException("a flow needs a healthy target, not " + healthyTargets);
        }
        String flow =
                protocol + "|" + sourceAddress + "|" + sourcePort + "|" + destinationAddress + "|" + destinationPort;
        return Integer.remainderUnsigned(fnv1a(flow), healthyTargets);
    }

    static int fnv1a(String text) {
        int hash = 0x811c9dc5;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x01000193;
        }
        return hash;
    }
}
