package io.stowage.ecs.benchmarks.fenzo;

import com.netflix.fenzo.VirtualMachineLease;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.mesos.Protos;
import org.jspecify.annotations.Nullable;

/**
 * What a host has left.
 *
 * @param hostname the name of the host
 * @param cpuCores CPU units, which are Fenzo's cores here
 * @param memoryMB MiB
 * @param getAttributeMap the zone
 */
record Lease(String hostname, double cpuCores, double memoryMB, Map<String, Protos.Attribute> getAttributeMap)
        implements VirtualMachineLease {
    static final String ZONE = "ecs.availability-zone";

    static Lease of(String hostname, int cpuUnits, int memoryMib, String zone) {
        Protos.Attribute attribute = Protos.Attribute.newBuilder()
                .setName(ZONE)
                .setType(Protos.Value.Type.TEXT)
                .setText(Protos.Value.Text.newBuilder().setValue(zone))
                .build();
        return new Lease(hostname, cpuUnits, memoryMib, Collections.singletonMap(ZONE, attribute));
    }

    @Override
    public String getId() {
        return "lease-of-" + hostname;
    }

    @Override
    public long getOfferedTime() {
        return System.currentTimeMillis();
    }

    @Override
    public String getVMID() {
        return "vm-of-" + hostname;
    }

    @Override
    public double networkMbps() {
        return 0;
    }

    @Override
    public double diskMB() {
        return 0;
    }

    @Override
    public List<Range> portRanges() {
        return List.of();
    }

    /** None: it is nobody's offer, so that Fenzo never hands it back. */
    @Override
    public Protos.@Nullable Offer getOffer() {
        return null;
    }

    @Override
    public @Nullable Double getScalarValue(String name) {
        return null;
    }

    @Override
    public Map<String, Double> getScalarValues() {
        return Map.of();
    }
}
