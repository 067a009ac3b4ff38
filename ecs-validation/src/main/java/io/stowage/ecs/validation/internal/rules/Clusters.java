package io.stowage.ecs.validation.internal.rules;

import io.stowage.ecs.model.cluster.CreateClusterRequest;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.spi.Facts;

/** Which cluster a configuration is about. */
final class Clusters {
    private static final String DEFAULT = "default";

    private Clusters() {}

    /** The name in a name or an ARN. */
    static String nameOf(String cluster) {
        return cluster.substring(cluster.lastIndexOf('/') + 1);
    }

    /** The name of the cluster of the service: what it says, else that of the cluster in the configuration, else the default one. */
    static String ofService(Facts facts) {
        String written = facts.service().find(CreateServiceRequest::cluster);
        return written != null
                ? nameOf(written)
                : facts.root().member(EcsConfiguration::cluster).getOr(CreateClusterRequest::clusterName, DEFAULT);
    }
}
