package io.stowage.ecs.model.roles;

import io.stowage.ecs.model.agent.AgentConfig;
import io.stowage.ecs.model.attributes.RequiredAttribute;
import io.stowage.ecs.model.attributes.RequiredAttributes;
import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.internal.tables.Table;
import io.stowage.ecs.model.logging.AwsLogs;
import io.stowage.ecs.model.service.AdvancedConfiguration;
import io.stowage.ecs.model.service.DeploymentControllerType;
import io.stowage.ecs.model.service.ServiceConnectService;
import io.stowage.ecs.model.service.ServiceConnectTlsConfiguration;
import io.stowage.ecs.model.service.ServiceManagedEBSVolumeConfiguration;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.EFSAuthorizationConfig;
import io.stowage.ecs.model.taskdef.EFSAuthorizationConfigIAM;
import io.stowage.ecs.model.taskdef.EFSVolumeConfiguration;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.Secret;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Works out which roles a task definition and its service need. One object for one answer. */
final class RoleDerivation {
    private static final List<Action> ACTIONS = Table.rows("role-actions.tsv", 5).stream()
            .map(row -> new Action(RoleFeature.valueOf(row[0]), row[1], row[2].equals("own-key")))
            .toList();

    private final Map<RoleKind, Collected> needs = new EnumMap<>(RoleKind.class);

    private record Action(RoleFeature feature, String name, boolean ownKey) {}

    /** What was found so far for one kind of role. */
    private static final class Collected {
        @Nullable
        String roleArn;

        final Set<RoleCause> causes = new LinkedHashSet<>();
        final Map<String, Set<RoleCause>> always = new TreeMap<>();
        final Map<String, Set<RoleCause>> ownKey = new TreeMap<>();
    }

    /** A role is needed for a feature, with all the actions of the feature. */
    void need(RoleKind kind, RoleFeature feature, String pointer) {
        RoleCause cause = new RoleCause(feature, pointer);
        Collected collected = needs.computeIfAbsent(kind, k -> new Collected());
        collected.causes.add(cause);
        for (Action action : ACTIONS) {
            if (action.feature() == feature) {
                (action.ownKey() ? collected.ownKey : collected.always)
                        .computeIfAbsent(action.name(), name -> new LinkedHashSet<>())
                        .add(cause);
            }
        }
    }

    /** A need, and that whoever names the role may pass it. */
    void named(RoleKind kind, RoleFeature feature, @Nullable String roleArn, String pointer) {
        need(kind, feature, pointer);
        if (roleArn != null && !roleArn.isEmpty()) {
            Collected collected = needs.get(kind);
            if (collected != null && collected.roleArn == null) {
                collected.roleArn = roleArn;
            }
            need(RoleKind.CALLER, RoleFeature.PASS_ROLE, pointer);
        }
    }

    List<RoleNeed> result() {
        List<RoleNeed> result = new ArrayList<>();
        needs.forEach((kind, collected) -> {
            Map<String, ActionNeed> actions = new TreeMap<>();
            collected.ownKey.forEach(
                    (name, causes) -> actions.put(name, new ActionNeed(name, true, List.copyOf(causes))));
            collected.always.forEach(
                    (name, causes) -> actions.put(name, new ActionNeed(name, false, List.copyOf(causes))));
            result.add(new RoleNeed(
                    kind, collected.roleArn, List.copyOf(actions.values()), List.copyOf(collected.causes)));
        });
        return List.copyOf(result);
    }

    void task(TaskDefinition definition, LaunchType launchType, AgentConfig agent) {
        boolean instances = launchType.equals(LaunchType.EC2);
        if (instances) {
            need(RoleKind.INSTANCE, RoleFeature.REGISTER_INSTANCE, "");
        } else if (launchType.equals(LaunchType.EXTERNAL)) {
            need(RoleKind.EXTERNAL_INSTANCE, RoleFeature.REGISTER_INSTANCE, "");
        }
        if (isWritten(definition.executionRoleArn())) {
            named(RoleKind.TASK_EXECUTION, RoleFeature.NAMED_ROLE, definition.executionRoleArn(), "/executionRoleArn");
        }
        if (isWritten(definition.taskRoleArn())) {
            named(RoleKind.TASK, RoleFeature.NAMED_ROLE, definition.taskRoleArn(), "/taskRoleArn");
        }
        if (definition.effectiveNetworkMode().equals(NetworkMode.AWSVPC)) {
            need(RoleKind.SERVICE_LINKED, RoleFeature.MANAGED_BY_ECS, "/networkMode");
        }
        boolean execution = isWritten(definition.executionRoleArn());
        RoleKind puller = instances && !execution ? RoleKind.INSTANCE : RoleKind.TASK_EXECUTION;
        RoleKind logger = !instances && !launchType.equals(LaunchType.EXTERNAL)
                ? RoleKind.TASK_EXECUTION
                : logger(execution, instances, agent);
        RequiredAttributes.of(definition)
                .find("com.amazonaws.ecs.capability.ecr-auth")
                .map(RequiredAttribute::askedBy)
                .orElse(List.of())
                .forEach(pointer -> need(puller, RoleFeature.ECR_PULL, pointer));
        for (int i = 0; i < definition.containerDefinitions().size(); i++) {
            container(definition.containerDefinitions().get(i), "/containerDefinitions/" + i, logger);
        }
        volumes(definition);
    }

    /** On instances the execution role writes logs only if the agent is told so. */
    private static RoleKind logger(boolean execution, boolean instances, AgentConfig agent) {
        if (execution && agent.isOn("ECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE")) {
            return RoleKind.TASK_EXECUTION;
        }
        return instances ? RoleKind.INSTANCE : RoleKind.EXTERNAL_INSTANCE;
    }

    private void container(ContainerDefinition container, String pointer, RoleKind logger) {
        if (!container.environmentFiles().isEmpty()) {
            need(RoleKind.TASK_EXECUTION, RoleFeature.ENVIRONMENT_FILES, pointer + "/environmentFiles");
        }
        if (container.firelensConfiguration() != null
                && "s3".equals(container.firelensConfiguration().options().get("config-file-type"))) {
            need(
                    RoleKind.TASK_EXECUTION,
                    RoleFeature.FIRELENS_CONFIG_FILE,
                    pointer + "/firelensConfiguration/options/config-file-type");
        }
        AwsLogs.of(container.logConfiguration()).ifPresent(logs -> {
            need(logger, RoleFeature.AWSLOGS, pointer + "/logConfiguration/logDriver");
            if (logs.effectiveCreateGroup()) {
                need(
                        logger,
                        RoleFeature.AWSLOGS_CREATE_GROUP,
                        pointer + "/logConfiguration/options/awslogs-create-group");
            }
        });
        if (container.logConfiguration() != null) {
            secrets(container.logConfiguration().secretOptions(), pointer + "/logConfiguration/secretOptions/");
        }
        if (container.repositoryCredentials() != null) {
            need(RoleKind.TASK_EXECUTION, RoleFeature.PRIVATE_REGISTRY, pointer + "/repositoryCredentials");
        }
        secrets(container.secrets(), pointer + "/secrets/");
    }

    private void secrets(List<Secret> secrets, String pointer) {
        for (int i = 0; i < secrets.size(); i++) {
            String from = secrets.get(i).valueFrom();
            if (from != null && !from.isEmpty()) {
                need(
                        RoleKind.TASK_EXECUTION,
                        from.contains(":secretsmanager:") ? RoleFeature.SECRETS_MANAGER : RoleFeature.PARAMETER_STORE,
                        pointer + i);
            }
        }
    }

    private void volumes(TaskDefinition definition) {
        for (int i = 0; i < definition.volumes().size(); i++) {
            EFSVolumeConfiguration efs = definition.volumes().get(i).efsVolumeConfiguration();
            EFSAuthorizationConfig authorization = efs == null ? null : efs.authorizationConfig();
            if (authorization != null && EFSAuthorizationConfigIAM.ENABLED.equals(authorization.iam())) {
                need(
                        RoleKind.TASK,
                        RoleFeature.EFS_IAM,
                        "/volumes/" + i + "/efsVolumeConfiguration/authorizationConfig/iam");
            }
            if (definition.volumes().get(i).s3filesVolumeConfiguration() != null) {
                need(RoleKind.TASK, RoleFeature.S3_FILES, "/volumes/" + i + "/s3filesVolumeConfiguration");
            }
        }
    }

    void service(ServiceMembers service) {
        if (service.executeCommand()) {
            need(RoleKind.TASK, RoleFeature.EXECUTE_COMMAND, "/service/enableExecuteCommand");
        }
        boolean own = isWritten(service.role());
        for (int i = 0; i < service.loadBalancers().size(); i++) {
            String pointer = "/service/loadBalancers/" + i;
            if (!own) {
                need(RoleKind.SERVICE_LINKED, RoleFeature.MANAGED_BY_ECS, pointer);
            }
            AdvancedConfiguration advanced = service.loadBalancers().get(i).advancedConfiguration();
            if (advanced != null) {
                named(
                        RoleKind.INFRASTRUCTURE,
                        RoleFeature.TRAFFIC_SHIFT,
                        advanced.roleArn(),
                        pointer + "/advancedConfiguration/roleArn");
            }
        }
        if (own) {
            named(RoleKind.SERVICE, RoleFeature.OWN_SERVICE_ROLE, service.role(), service.rolePointer());
        }
        if (service.registries()) {
            need(RoleKind.SERVICE_LINKED, RoleFeature.MANAGED_BY_ECS, "/service/serviceRegistries");
        }
        if (service.controller() != null
                && DeploymentControllerType.CODE_DEPLOY.equals(
                        service.controller().type())) {
            need(RoleKind.CODE_DEPLOY, RoleFeature.CODE_DEPLOY, "/service/deploymentController/type");
        }
        infrastructure(service);
    }

    private void infrastructure(ServiceMembers service) {
        for (int i = 0; i < service.volumes().size(); i++) {
            ServiceManagedEBSVolumeConfiguration ebs = service.volumes().get(i).managedEBSVolume();
            if (ebs != null) {
                String pointer = service.inner() + "/volumeConfigurations/" + i + "/managedEBSVolume/roleArn";
                named(RoleKind.INFRASTRUCTURE, RoleFeature.EBS_VOLUMES, ebs.roleArn(), pointer);
            }
        }
        for (int i = 0; i < service.lattice().size(); i++) {
            named(
                    RoleKind.INFRASTRUCTURE,
                    RoleFeature.VPC_LATTICE,
                    service.lattice().get(i).roleArn(),
                    service.inner() + "/vpcLatticeConfigurations/" + i + "/roleArn");
        }
        if (service.connect() == null) {
            return;
        }
        List<ServiceConnectService> services = service.connect().services();
        for (int i = 0; i < services.size(); i++) {
            ServiceConnectTlsConfiguration tls = services.get(i).tls();
            if (tls != null) {
                named(
                        RoleKind.INFRASTRUCTURE,
                        RoleFeature.SERVICE_CONNECT_TLS,
                        tls.roleArn(),
                        service.inner() + "/serviceConnectConfiguration/services/" + i + "/tls/roleArn");
            }
        }
    }

    private static boolean isWritten(@Nullable String text) {
        return text != null && !text.isEmpty();
    }
}
