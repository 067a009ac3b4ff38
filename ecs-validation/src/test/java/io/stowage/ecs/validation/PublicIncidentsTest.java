package io.stowage.ecs.validation;

import static io.stowage.ecs.validation.Mending.assertMended;

import org.junit.jupiter.api.Test;

/**
 * Rollouts that got stuck, services that were refused and scaling that surprised, as others met them in public, as far as they could have been told
 * from what was written. What can only be seen when it happens is in the test of this name of the module that places and simulates.
 */
class PublicIncidentsTest {
    private static final String GROUP = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/1";

    private static String service(String members) {
        return "{'service': {'serviceName': 'web', 'taskDefinition': 'web:1', " + members + "}}";
    }

    private static String balanced(String mode, String network, String targetType) {
        return "{'taskDefinition': {'family': 'web', 'networkMode': '" + mode
                + "', 'containerDefinitions': [{'name': 'app', 'image': 'web:1', 'memory': 128, 'portMappings': [{'containerPort': 80}]}]},"
                + " 'service': {'serviceName': 'web', 'taskDefinition': 'web:1', 'desiredCount': 2, " + network
                + "'loadBalancers': [{'targetGroupArn': '" + GROUP
                + "', 'containerName': 'app', 'containerPort': 80}]}, 'targetGroups': [{'arn': '" + GROUP
                + "', 'targetType': '"
                + targetType + "', 'protocol': 'HTTP', 'loadBalancerType': 'application'}]}";
    }

    /** https://github.com/GovWifi/govwifi-terraform/issues/1034: half of one is one, and one and a half of one is one, too. */
    @Test
    void rollout_ofOneTaskBetween50And150Percent_isToldToHang() {
        assertMended(
                service(
                        "'desiredCount': 1, 'deploymentConfiguration': {'minimumHealthyPercent': 50, 'maximumPercent': 150}"),
                "deploy.no-room /service/deploymentConfiguration",
                "150",
                "200");
    }

    /** https://github.com/aws/aws-cdk/pull/7814: a daemon of which no task may stop is never updated. */
    @Test
    void daemon_withMinimumHundred_isToldToBeNeverUpdated() {
        assertMended(
                service("'schedulingStrategy': 'DAEMON', 'deploymentConfiguration': {'minimumHealthyPercent': 100}"),
                "deploy.daemon-minimum /service/deploymentConfiguration/minimumHealthyPercent",
                "100",
                "0");
    }

    /** https://github.com/kayac/ecspresso/pull/402: a daemon is on every instance, so a strategy is refused. */
    @Test
    void daemon_withAStrategy_isRefused() {
        assertMended(
                service(
                        "'schedulingStrategy': 'DAEMON', 'placementStrategy': [{'type': 'spread', 'field': 'instanceId'}]"),
                "placement.strategy-with-daemon /service/placementStrategy",
                ", 'placementStrategy': [{'type': 'spread', 'field': 'instanceId'}]",
                "");
    }

    /** https://github.com/hashicorp/terraform/issues/11471: distinctInstance with an expression is refused. */
    @Test
    void distinctInstance_withAnExpression_isRefused() {
        assertMended(
                service(
                        "'desiredCount': 2, 'placementConstraints': [{'type': 'distinctInstance', 'expression': 'attribute:stack == prod'}]"),
                "placement.distinct-with-expression /service/placementConstraints/0/expression",
                ", 'expression': 'attribute:stack == prod'",
                "");
    }

    /** https://github.com/aws-samples/aws-cdk-examples/issues/628: distinctInstance is of services and not of task definitions. */
    @Test
    void distinctInstance_inATaskDefinition_isRefused() {
        assertMended(
                "{'taskDefinition': {'family': 'web', 'containerDefinitions': [{'name': 'app', 'image': 'web:1', 'memory': 128}],"
                        + " 'placementConstraints': [{'type': 'distinctInstance'}]}}",
                "placement.task-constraint-type /taskDefinition/placementConstraints/0/type",
                "'type': 'distinctInstance'",
                "'type': 'memberOf', 'expression': 'attribute:stack == prod'");
    }

    /** https://github.com/terraform-aws-modules/terraform-aws-ecs/issues/68: a strategy cannot go from a group to Fargate. */
    @Test
    void strategy_ofAGroupAndFargate_isRefused() {
        assertMended(
                service("'desiredCount': 2, 'capacityProviderStrategy': [{'capacityProvider': 'FARGATE', 'weight': 1},"
                        + " {'capacityProvider': 'asg', 'weight': 1}], 'networkConfiguration': {'awsvpcConfiguration': {'subnets':"
                        + " ['subnet-a1']}}"),
                "capacity.mixed-kinds /service/capacityProviderStrategy",
                "'asg'",
                "'FARGATE_SPOT'");
    }

    /** https://github.com/terraform-aws-modules/terraform-aws-ecs/issues/80: a launch type beside a strategy is refused. */
    @Test
    void strategy_besideALaunchType_isRefused() {
        assertMended(
                service(
                        "'desiredCount': 2, 'launchType': 'EC2', 'capacityProviderStrategy': [{'capacityProvider': 'asg',"
                                + " 'weight': 1}]"),
                "capacity.launch-type-and-strategy /service/capacityProviderStrategy",
                "'launchType': 'EC2', ",
                "");
    }

    /** https://github.com/aws/aws-sdk-js/issues/1397: a Classic Load Balancer knows no port that the start of a task decides. */
    @Test
    void classicLoadBalancer_withADynamicPort_isRefused() {
        assertMended(
                "{'taskDefinition': {'family': 'web', 'containerDefinitions': [{'name': 'app', 'image': 'web:1', 'memory': 128,"
                        + " 'portMappings': [{'containerPort': 80, 'hostPort': 0}]}]}, 'service': {'serviceName': 'web',"
                        + " 'taskDefinition': 'web:1', 'desiredCount': 2, 'loadBalancers': [{'loadBalancerName': 'old',"
                        + " 'containerName': 'app', 'containerPort': 80}]}}",
                "lb.classic-with-dynamic-port /taskDefinition/containerDefinitions/0/portMappings/0/hostPort",
                "'hostPort': 0",
                "'hostPort': 80");
    }

    /** https://github.com/hashicorp/terraform-provider-aws/issues/12252: targets by address do not go with the bridge. */
    @Test
    void bridge_withTargetsByAddress_isRefused() {
        assertMended(
                balanced("bridge", "", "ip"),
                "lb.target-type-instance /targetGroups/0/targetType",
                "'ip'",
                "'instance'");
    }

    /** https://github.com/hashicorp/terraform-provider-aws/issues/11723: tasks with addresses of their own are no targets by instance. */
    @Test
    void awsvpc_withTargetsByInstance_isRefused() {
        assertMended(
                balanced(
                        "awsvpc",
                        "'networkConfiguration': {'awsvpcConfiguration': {'subnets': ['subnet-a1']}}, ",
                        "instance"),
                "lb.target-type-awsvpc /targetGroups/0/targetType",
                "'targetType': 'instance'",
                "'targetType': 'ip'");
    }
}
