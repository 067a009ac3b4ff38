package io.stowage.ecs.model.discovery;

import io.stowage.ecs.model.taskdef.NetworkMode;
import java.util.EnumSet;
import java.util.Set;

/** Records of Cloud Map that a service can have. */
public enum DnsRecordType {
    /** An IPv4 address. */
    A,
    /** An IPv6 address. */
    AAAA,
    /** A port and a name. */
    SRV;

    /**
     * The records that tasks of a network mode can have, by <a
     * href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-discovery.html">service discovery</a>.
     *
     * @param mode the network mode
     * @param ipv4 whether the tasks have IPv4 addresses; of no effect outside of {@code awsvpc}
     * @param ipv6 whether they have IPv6 addresses; of no effect outside of {@code awsvpc}
     * @return in the order of the constants; empty for the mode {@code none}
     */
    public static Set<DnsRecordType> of(NetworkMode mode, boolean ipv4, boolean ipv6) {
        EnumSet<DnsRecordType> types = EnumSet.noneOf(DnsRecordType.class);
        if (mode.equals(NetworkMode.NONE)) {
            return types;
        }
        types.add(SRV);
        if (mode.equals(NetworkMode.AWSVPC)) {
            if (ipv4) {
                types.add(A);
            }
            if (ipv6) {
                types.add(AAAA);
            }
        }
        return types;
    }
}
