package io.stowage.ecs.validation.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.validation.input.EcsConfiguration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
    private static final String WEB = "{\"family\": \"web\", \"containerDefinitions\": []}";

    @Test
    void context_loadBalancersAndSubnets_areReadAsTheCommandLinePrintsThem() {
        EcsConfiguration all = with("""
                {"LoadBalancers": [{"LoadBalancerArn": "arn:lb", "LoadBalancerName": "front", "Type": "network",
                   "SecurityGroups": ["sg-1"], "AvailabilityZones": [{"ZoneName": "a"}, {"ZoneName": "b"}]},
                  {"LoadBalancerName": "bare"}],
                 "Subnets": [{"SubnetId": "subnet-1", "VpcId": "vpc-1", "AvailabilityZone": "a"}],
                 "TargetGroups": [{"TargetGroupArn": "arn:t", "Protocol": "TCP", "LoadBalancerArns": ["arn:lb"]},
                  {"TargetGroupArn": "arn:g", "Protocol": "GENEVE"}],
                 "SecurityGroups": [{"GroupId": "sg-1", "IpPermissions": [
                   {"IpProtocol": "-1", "Ipv6Ranges": [{"CidrIpv6": "::/0"}]}]}]}
                """);

        assertThat(all.loadBalancers())
                .extracting("name", "type", "securityGroups", "availabilityZones")
                .containsExactly(
                        tuple("front", "network", List.of("sg-1"), List.of("a", "b")),
                        tuple("bare", null, List.of(), List.of()));
        assertThat(Presence.isAbsent(all.loadBalancers().get(1).securityGroups()))
                .isTrue();
        assertThat(all.subnets())
                .extracting("subnetId", "vpcId", "availabilityZone")
                .containsExactly(tuple("subnet-1", "vpc-1", "a"));
        assertThat(all.targetGroups())
                .extracting("loadBalancerType", "unused")
                .containsExactly(tuple("network", false), tuple(null, false));
        assertThat(all.securityGroups().get(0).inbound())
                .extracting("protocol", "fromPort", "cidr")
                .containsExactly(tuple("-1", null, "::/0"));
    }

    @Test
    void context_servicesAndCapacityProviders_areThoseOfTheCluster() {
        EcsConfiguration all = with("""
                {"services": [{"serviceName": "other", "clusterArn": "arn:c", "desiredCount": 3, "serviceArn": "arn:s"}]}
                """, """
                {"capacityProviders": [{"capacityProviderArn": "arn:p", "name": "p", "status": "ACTIVE",
                  "autoScalingGroupProvider": {"autoScalingGroupArn": "arn:g"}}]}
                """);

        assertThat(all.services())
                .extracting("serviceName", "cluster", "desiredCount")
                .containsExactly(tuple("other", "arn:c", 3));
        assertThat(all.capacityProviders()).extracting("name").containsExactly("p");
        assertThat(all.capacityProviders().get(0).otherMembers()).isEmpty();
    }

    @Test
    void context_severalClusters_sayNothingAboutTheOneOfTheService() {
        EcsConfiguration all = with(
                "{\"clusters\": [{\"clusterArn\": \"arn:a\", \"clusterName\": \"a\"}, {\"clusterArn\": \"arn:b\", \"clusterName\": \"b\"}]}");

        assertThat(all.cluster()).isNull();
        assertThat(Presence.isAbsent(all.containerInstances()))
                .as("nothing is known")
                .isTrue();
    }

    @Test
    void template_withoutServices_givesClusterAndProvidersAlone() {
        EcsDocuments documents = template("""
                Resources:
                  Cluster: {Type: AWS::ECS::Cluster, Properties: {CapacityProviders: [FARGATE]}}
                  Provider: {Type: AWS::ECS::CapacityProvider, Properties: {AutoScalingGroupProvider: {}}}
                  Task: {Type: AWS::ECS::TaskDefinition, Properties: {Family: job}}
                """);

        assertThat(documents.configurations()).hasSize(2);
        EcsConfiguration cluster = documents.configurations().get(1).configuration();
        assertThat(cluster.cluster().capacityProviders()).containsExactly("FARGATE");
        assertThat(cluster.capacityProviders()).extracting("name").containsExactly("Provider");
        assertThat(documents
                        .configurations()
                        .get(0)
                        .configuration()
                        .taskDefinition()
                        .family())
                .isEqualTo("job");
        assertThat(template("Resources: {P: {Type: AWS::ECS::CapacityProvider, Properties: {Name: p}}}")
                        .configurations())
                .singleElement()
                .satisfies(one -> assertThat(one.configuration().capacityProviders())
                        .extracting("name")
                        .containsExactly("p"));
        assertThat(template("Resources: {P: {Type: AWS::EC2::VPC}}").configurations())
                .isEmpty();
    }

    @Test
    void template_partsThatAreNotKnown_areAbsentAsAWhole() {
        EcsConfiguration all = template("""
                Resources:
                  Task: {Type: AWS::ECS::TaskDefinition, Properties: {TaskRoleArn: !Ref Known, ExecutionRoleArn: !Ref Half}}
                  Group:
                    Type: AWS::EC2::SecurityGroup
                    Properties:
                      SecurityGroupIngress:
                        - {IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 10.0.0.0/8}
                        - {IpProtocol: tcp, FromPort: !ImportValue p, ToPort: 80, CidrIp: 10.0.0.0/8}
                  Known: {Type: AWS::IAM::Role, Properties: {RoleName: known}}
                  Half:
                    Type: AWS::IAM::Role
                    Properties:
                      AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: [!Ref S]}}]}
                      Policies: [{PolicyDocument: {Statement: [{Effect: Deny, Action: "*"}]}}]
                  Extra:
                    Type: AWS::IAM::Policy
                    Properties:
                      Roles: [!Ref Known]
                      PolicyDocument: {Statement: {Effect: Allow, Action: [ecs:Poll]}}
                """).configurations().get(0).configuration();

        assertThat(all.securityGroups()).hasSize(1);
        assertThat(Presence.isAbsent(all.securityGroups().get(0).inbound())).isTrue();
        assertThat(all.taskDefinition().taskRoleArn()).isEqualTo("known");
        assertThat(all.roles().get(0).allowedActions()).containsExactly("ecs:Poll");
        assertThat(Presence.isAbsent(all.roles().get(0).trustedServices())).isTrue();
        assertThat(Presence.isAbsent(all.roles().get(1).trustedServices())).isTrue();
        assertThat(Presence.isAbsent(all.roles().get(1).allowedActions())).isTrue();
    }

    private static EcsConfiguration with(String... context) {
        EcsDocumentReader reader = EcsDocuments.reader().add(SourceText.of("web.json", WEB));
        for (String text : context) {
            reader.context(SourceText.of("context.json", text));
        }
        EcsDocuments documents = reader.read();
        assertThat(documents.problems()).isEmpty();
        return documents.configurations().get(0).configuration();
    }

    private static EcsDocuments template(String text) {
        EcsDocuments documents =
                EcsDocuments.reader().add(SourceText.of("t.yaml", text)).read();
        assertThat(documents.problems()).isEmpty();
        return documents;
    }
}
