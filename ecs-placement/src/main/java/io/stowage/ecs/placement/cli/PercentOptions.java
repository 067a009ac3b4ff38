package io.stowage.ecs.placement.cli;

import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.DeploymentConfiguration;
import io.stowage.ecs.model.service.DeploymentConfigurationBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that replace the two percentages of a deployment. */
final class PercentOptions {
    @Option(
            names = "--minimum-healthy-percent",
            description = "Replaces minimumHealthyPercent of the service.",
            paramLabel = "N")
    private @Nullable Integer minimumHealthyPercent;

    @Option(names = "--maximum-percent", description = "Replaces maximumPercent of the service.", paramLabel = "N")
    private @Nullable Integer maximumPercent;

    /** The service with these percentages instead of its own. */
    CreateServiceRequest on(CreateServiceRequest service) {
        if (minimumHealthyPercent == null && maximumPercent == null) {
            return service;
        }
        DeploymentConfiguration written = service.deploymentConfiguration();
        DeploymentConfigurationBuilder changed =
                written == null ? DeploymentConfiguration.builder() : written.toBuilder();
        if (minimumHealthyPercent != null) {
            changed.minimumHealthyPercent(minimumHealthyPercent);
        }
        if (maximumPercent != null) {
            changed.maximumPercent(maximumPercent);
        }
        return service.toBuilder().deploymentConfiguration(changed.build()).build();
    }
}
