package io.stowage.ecs.placement.service;

import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.CreateServiceRequestBuilder;
import io.stowage.ecs.model.service.DeploymentConfiguration;
import io.stowage.ecs.model.service.SchedulingStrategy;
import io.stowage.ecs.placement.Clusters;
import io.stowage.ecs.placement.snapshot.InstanceSnapshotBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Small pieces that tests of the simulator are built of. */
final class Simulations {
    static final Duration MINUTE = Duration.ofMinutes(1);
    static final Duration HOUR = Duration.ofHours(1);

    private Simulations() {}

    static ServiceSimulator on(InstanceSnapshotBuilder... instances) {
        return ServiceSimulator.builder(Clusters.cluster(instances)).build();
    }

    static DeploymentConfiguration percents(int minimum, int maximum) {
        return DeploymentConfiguration.builder()
                .minimumHealthyPercent(minimum)
                .maximumPercent(maximum)
                .build();
    }

    static CreateServiceRequestBuilder web(int desired, DeploymentConfiguration configuration) {
        return CreateServiceRequest.builder()
                .serviceName("web")
                .desiredCount(desired)
                .deploymentConfiguration(configuration);
    }

    static SimulatedService service(CreateServiceRequestBuilder request) {
        return SimulatedService.of(request.build(), Clusters.task(256, 256));
    }

    static SimulatedService daemon(int minimum) {
        return SimulatedService.of(
                CreateServiceRequest.builder()
                        .serviceName("agent")
                        .schedulingStrategy(SchedulingStrategy.DAEMON)
                        .deploymentConfiguration(DeploymentConfiguration.builder()
                                .minimumHealthyPercent(minimum)
                                .build())
                        .build(),
                Clusters.task(128, 128));
    }

    /** The events after a time, each as its seconds since then and its name. */
    static List<String> since(ServiceSimulator simulator, Instant start) {
        return simulator.timeline().stream()
                .filter(event -> !event.at().isBefore(start))
                .map(event -> Duration.between(start, event.at()).toSeconds() + " " + event.name()
                        + (event.tasks().isEmpty() ? "" : " " + event.tasks().size()))
                .toList();
    }

    static List<String> messages(ServiceSimulator simulator, String name) {
        return simulator.timeline().stream()
                .filter(event -> event.name().equals(name))
                .map(TimelineEvent::message)
                .toList();
    }
}
