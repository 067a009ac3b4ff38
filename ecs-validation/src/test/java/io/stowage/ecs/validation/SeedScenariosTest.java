package io.stowage.ecs.validation;

import static io.stowage.ecs.validation.Mending.assertMended;
import static io.stowage.ecs.validation.Mending.findings;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * What people are told of ECS on their first day, as far as it is about what they write: each test is one statement, a configuration that
 * goes against it as it is today, and the one that does not. The statements about what then happens are in the tests of this name of the
 * module that places and simulates.
 */
class SeedScenariosTest {
    private static final String GROUP = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/1";
    private static final String TASK =
            "'taskDefinition': {'family': 'web', 'containerDefinitions': [{'name': 'app', 'image': 'web:1', 'memory': 128,"
                    + " 'portMappings': [{'containerPort': 80}]}]}";
    private static final String BALANCED =
            "'service': {'serviceName': 'web', 'taskDefinition': 'web:1', 'desiredCount': 2, 'loadBalancers': [{'targetGroupArn': '"
                    + GROUP + "', 'containerName': 'app', 'containerPort': 80}]}";
    private static final String FARGATE =
            "'family': 'web', 'requiresCompatibilities': ['FARGATE'], 'networkMode': 'awsvpc', 'cpu': '256', 'memory': '512'";
    private static final String SUBNETS = "'networkConfiguration': {'awsvpcConfiguration': {'subnets': ['subnet-a1']}}";

    /** ECS_CLUSTER must be set: only where the cluster is not the one called default. */
    @Test
    void clusterKey_isNeededOnlyForAnotherClusterThanDefault() {
        String instance =
                "{'cluster': {'clusterName': 'prod'}, 'containerInstances': [{'instanceId': 'i-1', 'agentConfig': {}}]}";

        assertMended(
                instance,
                "agent.cluster-mismatch /containerInstances/0/agentConfig/ECS_CLUSTER",
                "'agentConfig': {}",
                "'agentConfig': {'ECS_CLUSTER': 'prod'}");
        assertThat(findings(instance.replace("prod", "default"))).isEmpty();
    }

    /** Security groups are of the instance and not of the task: true of bridge and host mode, whereas awsvpc tasks have their own. */
    @Test
    void securityGroups_areOfTheTaskInAwsvpcModeOnly() {
        assertMended(
                "{'taskDefinition': {'family': 'web', 'networkMode': 'bridge', 'containerDefinitions': [{'name': 'app', 'image':"
                        + " 'web:1', 'memory': 128}]}, 'service': {'serviceName': 'web', 'taskDefinition': 'web:1', 'desiredCount': 2,"
                        + " 'networkConfiguration': {'awsvpcConfiguration': {'subnets': ['subnet-a1'], 'securityGroups': ['sg-a1']}}}}",
                "netconf.not-allowed /service/networkConfiguration",
                "bridge",
                "awsvpc");
    }

    /** The load balancer must exist before the service that refers to it. */
    @Test
    void loadBalancer_mustBeThereBeforeTheService() {
        assertMended(
                "{" + TASK + ", " + BALANCED + ", 'targetGroups': [{'arn': '" + GROUP
                        + "', 'targetType': 'instance', 'protocol': 'HTTP', 'loadBalancerType': null}]}",
                "lb.target-group-unattached /targetGroups/0",
                "null",
                "'application'");
    }

    /** The instances need an inbound rule for any port from the group of the ALB: for those that tasks can get, and from that group. */
    @Test
    void inboundRule_fromTheGroupOfTheAlb_coversWhatTasksCanGet() {
        String behind = "{" + TASK + ", " + BALANCED
                + ", 'loadBalancers': [{'name': 'front', 'type': 'application', 'securityGroups': ['sg-alb'], 'targetGroupArns': ['"
                + GROUP
                + "']}], 'containerInstances': [{'instanceId': 'i-1', 'securityGroups': ['sg-ecs']}], 'securityGroups': [{'groupId':"
                + " 'sg-ecs', 'inbound': [{'protocol': 'tcp', 'fromPort': 80, 'toPort': 80, 'sourceSecurityGroup': 'sg-alb'}]}]}";
        String closed = "lb.security-group-dynamic-range /containerInstances/0/securityGroups";

        assertMended(behind, closed, "'fromPort': 80, 'toPort': 80", "'fromPort': 32768, 'toPort': 60999");
        assertThat(findings(behind.replace("'fromPort': 80, 'toPort': 80", "'fromPort': 0, 'toPort': 65535")
                        .replace("'sourceSecurityGroup': 'sg-alb'", "'sourceSecurityGroup': 'sg-other'")))
                .containsExactly(closed);
    }

    /** FARGATE and FARGATE_SPOT are added to each cluster by themselves: the console does that, anybody else must name them. */
    @Test
    void fargateProviders_mustBeAssociatedByWhoeverMakesTheCluster() {
        assertMended(
                "{'cluster': {'clusterName': 'prod', 'capacityProviders': ['FARGATE']}, 'service': {'serviceName': 'web', 'cluster': 'prod',"
                        + " 'taskDefinition': 'web:1', 'desiredCount': 4, 'capacityProviderStrategy': [{'capacityProvider': 'FARGATE',"
                        + " 'weight': 1}, {'capacityProvider': 'FARGATE_SPOT', 'weight': 3}], " + SUBNETS + "}}",
                "capacity.not-associated /service/capacityProviderStrategy/1/capacityProvider",
                "['FARGATE']",
                "['FARGATE', 'FARGATE_SPOT']");
    }

    /** A capacity provider on EC2 needs an Auto Scaling group, or today is one of Managed Instances. */
    @Test
    void capacityProvider_onEc2_needsAGroup() {
        assertMended(
                "{'capacityProviders': [{'name': 'main'}]}",
                "capacity.provider-kind /capacityProviders/0",
                "'main'",
                "'main', 'autoScalingGroupProvider': {'autoScalingGroupArn':"
                        + " 'arn:aws:autoscaling:eu-west-1:123456789012:autoScalingGroup:1:autoScalingGroupName/a'}");
    }

    /** Tasks on Fargate share EFS, too: from platform 1.4.0 on. */
    @Test
    void fileSystem_onFargate_needsPlatform140() {
        assertMended(
                "{'taskDefinition': {" + FARGATE
                        + ", 'containerDefinitions': [{'name': 'app', 'image': 'web:1', 'mountPoints': [{'sourceVolume': 'files',"
                        + " 'containerPath': '/files'}]}], 'volumes': [{'name': 'files', 'efsVolumeConfiguration': {'fileSystemId':"
                        + " 'fs-12345678'}}]}, 'service': {'serviceName': 'web', 'taskDefinition': 'web:1', 'desiredCount': 2,"
                        + " 'launchType': 'FARGATE', 'platformVersion': '1.3.0', " + SUBNETS + "}}",
                "platform.efs /service/platformVersion",
                "1.3.0",
                "1.4.0");
    }

    /** The access logs of an ALB show who asked for what: they are switched on at the load balancer, ECS has no setting for them. */
    @Test
    void accessLogs_areNoSettingOfAService() {
        assertMended(
                "{'service': {'serviceName': 'web', 'taskDefinition': 'web:1', 'desiredCount': 2, 'accessLogs': {'bucket': 'logs'}}}",
                "service.unknown-property /service/accessLogs",
                ", 'accessLogs': {'bucket': 'logs'}",
                "");
    }

    /** Services are found by service discovery: tasks that share the address of their instance need records that hold a port. */
    @Test
    void serviceDiscovery_ofBridgeTasks_needsRecordsWithAPort() {
        String registry = "arn:aws:servicediscovery:eu-west-1:123456789012:service/srv-1";
        assertMended(
                "{" + TASK
                        + ", 'service': {'serviceName': 'web', 'taskDefinition': 'web:1', 'desiredCount': 2, 'serviceRegistries':"
                        + " [{'registryArn': '" + registry
                        + "', 'containerName': 'app', 'containerPort': 80}]}, 'serviceRegistries': [{'arn': '"
                        + registry
                        + "', 'recordTypes': ['A']}]}",
                "discovery.bridge-needs-srv /serviceRegistries/0/recordTypes",
                "['A']",
                "['SRV']");
    }

    /** A service needs a role of its own: where tasks have addresses of their own, only the service-linked one will do. */
    @Test
    void serviceRole_withAwsvpcTasks_isTheLinkedOne() {
        assertMended(
                "{" + TASK.replace("'family'", "'networkMode': 'awsvpc', 'family'") + ", "
                        + BALANCED.replace(
                                "'desiredCount'", "'role': 'ecsServiceRole', " + SUBNETS + ", 'desiredCount'")
                        + "}",
                "service.role-with-awsvpc /service/role",
                "'role': 'ecsServiceRole', ",
                "");
    }

    /** The role in the instance profile must be allowed to send the logs that the task definition asks for. */
    @Test
    void instanceProfile_mustBeAllowedToSendLogs() {
        String role = "arn:aws:iam::123456789012:role/ecsInstanceRole";
        assertMended(
                "{'taskDefinition': {'family': 'web', 'containerDefinitions': [{'name': 'app', 'image': 'web:1', 'memory': 128,"
                        + " 'logConfiguration': {'logDriver': 'awslogs', 'options': {'awslogs-group': 'web', 'awslogs-region':"
                        + " 'eu-west-1', 'awslogs-stream-prefix': 'web'}}}]}, 'containerInstances': [{'instanceId': 'i-1',"
                        + " 'instanceRoleArn': '" + role + "'}], 'roles': [{'arn': '" + role
                        + "', 'trustedServices': ['ec2.amazonaws.com'], 'allowedActions': ['ecs:*']}]}",
                "instance.role-logs /roles/0/allowedActions",
                "['ecs:*']",
                "['ecs:*', 'logs:CreateLogStream', 'logs:PutLogEvents']");
    }
}
