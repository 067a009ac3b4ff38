package io.stowage.ecs.model.roles;

import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.Deployment;
import io.stowage.ecs.model.service.DeploymentController;
import io.stowage.ecs.model.service.LoadBalancer;
import io.stowage.ecs.model.service.Service;
import io.stowage.ecs.model.service.ServiceConnectConfiguration;
import io.stowage.ecs.model.service.ServiceVolumeConfiguration;
import io.stowage.ecs.model.service.VpcLatticeConfiguration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What roles depend on in a service, whether it is to be created or was described; a described one has some of it in its primary
 * deployment.
 */
record ServiceMembers(
        boolean executeCommand,
        List<LoadBalancer> loadBalancers,
        boolean registries,
        @Nullable String role,
        String rolePointer,
        @Nullable DeploymentController controller,
        String inner,
        List<ServiceVolumeConfiguration> volumes,
        @Nullable ServiceConnectConfiguration connect,
        List<VpcLatticeConfiguration> lattice) {

    static ServiceMembers of(CreateServiceRequest request) {
        return new ServiceMembers(
                Boolean.TRUE.equals(request.enableExecuteCommand()),
                request.loadBalancers(),
                !request.serviceRegistries().isEmpty(),
                request.role(),
                "/service/role",
                request.deploymentController(),
                "/service",
                request.volumeConfigurations(),
                request.serviceConnectConfiguration(),
                request.vpcLatticeConfigurations());
    }

    static ServiceMembers of(Service service) {
        int primary = 0;
        for (int i = service.deployments().size() - 1; i >= 0; i--) {
            if ("PRIMARY".equals(service.deployments().get(i).status())) {
                primary = i;
            }
        }
        Deployment deployment = service.deployments().isEmpty()
                ? Deployment.builder().build()
                : service.deployments().get(primary);
        String role = service.roleArn();
        return new ServiceMembers(
                Boolean.TRUE.equals(service.enableExecuteCommand()),
                service.loadBalancers(),
                !service.serviceRegistries().isEmpty(),
                // A described service shows the service-linked role in the same member.
                role == null || role.contains("/AWSServiceRoleForECS") ? null : role,
                "/service/roleArn",
                service.deploymentController(),
                "/service/deployments/" + primary,
                deployment.volumeConfigurations(),
                deployment.serviceConnectConfiguration(),
                deployment.vpcLatticeConfigurations());
    }
}
