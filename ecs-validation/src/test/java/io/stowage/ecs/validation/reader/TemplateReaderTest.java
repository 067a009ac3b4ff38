package io.stowage.ecs.validation.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.validation.EcsValidator;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.input.KnownRole;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateReaderTest {
    static final String TEMPLATE = """
            AWSTemplateFormatVersion: "2010-09-09"
            Parameters:
              Cpu: {Type: Number, Default: 256}
              Image: {Type: String}
              Stored: {Type: "AWS::SSM::Parameter::Value<String>", Default: /web/memory}
              Zones: {Type: CommaDelimitedList, Default: "subnet-1, subnet-2"}
            Mappings:
              Sizes: {prod: {Memory: 3072}}
            Resources:
              Task:
                Type: AWS::ECS::TaskDefinition
                Properties:
                  Cpu: !Ref Cpu
                  Memory: !FindInMap [Sizes, prod, Memory]
                  NetworkMode: awsvpc
                  RequiresCompatibilities: [FARGATE]
                  TaskRoleArn: !GetAtt Role.Arn
                  ExecutionRoleArn: arn:aws:iam::123456789012:role/elsewhere
                  PidMode: !Ref AWS::NoValue
                  ContainerDefinitions:
                    - Name: web
                      Image: !Sub "${Image}:1"
                      Essential: true
                      Cpu: -1
                      PortMappings: [{ContainerPort: 80}]
                      Environment:
                        - {Name: A, Value: !Join ["-", [a, !Ref Cpu, !Ref "AWS::Partition"]]}
                        - {Name: B, Value: !Sub ["${X}/${Cpu}", {X: !Ref Cpu}]}
                        - {Name: C, Value: !Ref Stored}
              Service:
                Type: AWS::ECS::Service
                DependsOn: Listener
                Properties:
                  Cluster: !Ref Cluster
                  TaskDefinition: !Ref Task
                  LaunchType: FARGATE
                  LoadBalancers:
                    - {ContainerName: web, ContainerPort: 80, TargetGroupArn: !Ref Target}
                  NetworkConfiguration:
                    AwsvpcConfiguration:
                      Subnets: !Ref Zones
                      SecurityGroups: [!GetAtt Group.GroupId]
              Cluster: {Type: AWS::ECS::Cluster}
              Association:
                Type: AWS::ECS::ClusterCapacityProviderAssociations
                Properties:
                  Cluster: !Ref Cluster
                  CapacityProviders: [FARGATE, !Ref Provider]
                  DefaultCapacityProviderStrategy: [{CapacityProvider: FARGATE}]
              Provider:
                Type: AWS::ECS::CapacityProvider
                Properties:
                  AutoScalingGroupProvider: {AutoScalingGroupArn: !Ref Nothing}
              Target:
                Type: AWS::ElasticLoadBalancingV2::TargetGroup
                Properties: {Protocol: HTTP, TargetType: ip, VpcId: !Ref Vpc, Port: 80}
              Balancer:
                Type: AWS::ElasticLoadBalancingV2::LoadBalancer
                Properties: {SecurityGroups: [!Ref Front]}
              Listener:
                Type: AWS::ElasticLoadBalancingV2::Listener
                Properties:
                  LoadBalancerArn: !Ref Balancer
                  DefaultActions: [{Type: forward, TargetGroupArn: !Ref Target}]
              Vpc: {Type: AWS::EC2::VPC}
              Front:
                Type: AWS::EC2::SecurityGroup
                Properties:
                  SecurityGroupIngress: [{IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 0.0.0.0/0}]
              Group: {Type: AWS::EC2::SecurityGroup, Properties: {VpcId: !Ref Vpc}}
              Ingress:
                Type: AWS::EC2::SecurityGroupIngress
                Properties:
                  GroupId: !GetAtt Group.GroupId
                  IpProtocol: tcp
                  FromPort: 80
                  ToPort: 80
                  SourceSecurityGroupId: !Ref Front
              Role:
                Type: AWS::IAM::Role
                Properties:
                  AssumeRolePolicyDocument:
                    Statement:
                      - {Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: "sts:AssumeRole"}
                  Policies:
                    - PolicyDocument: {Statement: [{Effect: Allow, Action: ["s3:GetObject"], Resource: "*"}]}
              Opaque:
                Type: AWS::IAM::Role
                Properties:
                  ManagedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"]
              Scaling:
                Type: AWS::ApplicationAutoScaling::ScalableTarget
                Properties:
                  MinCapacity: 1
                  MaxCapacity: 9
                  ResourceId: !Sub "service/${Cluster}/${Service.Name}"
            """;

    private static final LocatedConfiguration SERVICE =
            read("t.yaml", TEMPLATE).configurations().get(0);

    @Test
    void read_service_comesWithItsTaskDefinitionAndResolvedValues() {
        EcsConfiguration all = SERVICE.configuration();

        assertThat(read("t.yaml", TEMPLATE).configurations()).hasSize(1);
        assertThat(all.taskDefinition().cpu()).isEqualTo("256");
        assertThat(all.taskDefinition().memory()).isEqualTo("3072");
        assertThat(all.taskDefinition().pidMode()).isNull();
        assertThat(all.taskDefinition().otherMembers()).containsKey("family").doesNotContainKey("PidMode");
        assertThat(all.taskDefinition().containerDefinitions().get(0).otherMembers())
                .as("the image is put together of something that is not known")
                .containsKey("image");
        assertThat(all.taskDefinition().containerDefinitions().get(0).environment())
                .extracting("name", "value")
                .containsExactly(tuple("A", "a-256-aws"), tuple("B", "256/256"), tuple("C", null));
        assertThat(all.service().networkConfiguration().awsvpcConfiguration().subnets())
                .containsExactly("subnet-1", "subnet-2");
        assertThat(all.service().otherMembers())
                .containsKeys("taskDefinition", "desiredCount", "serviceName", "cluster");
    }

    @Test
    void read_surroundings_areRecognisedByWhatRefersToThem() {
        EcsConfiguration all = SERVICE.configuration();

        assertThat(all.targetGroups())
                .extracting("arn", "targetType", "loadBalancerType", "vpcId")
                .containsExactly(
                        tuple(all.service().loadBalancers().get(0).targetGroupArn(), "ip", "application", "vpc-Vpc"));
        assertThat(all.loadBalancers())
                .extracting("type", "securityGroups", "targetGroupArns")
                .containsExactly(tuple(
                        "application",
                        List.of("sg-Front"),
                        List.of(all.targetGroups().get(0).arn())));
        assertThat(all.service().networkConfiguration().awsvpcConfiguration().securityGroups())
                .containsExactly(all.securityGroups().get(1).groupId());
        assertThat(all.securityGroups().get(1).inbound())
                .extracting("sourceSecurityGroup", "fromPort")
                .containsExactly(tuple("sg-Front", 80));
        assertThat(all.cluster().capacityProviders()).containsExactly("FARGATE", "Provider");
        assertThat(all.capacityProviders()).extracting("name").containsExactly("Provider");
        assertThat(all.scalableTarget().maxCapacity()).isEqualTo(9);
        assertThat(all.roles())
                .extracting(KnownRole::arn, KnownRole::trustedServices, KnownRole::allowedActions)
                .containsExactly(
                        tuple(
                                all.taskDefinition().taskRoleArn(),
                                List.of("ec2.amazonaws.com"),
                                List.of("s3:GetObject")),
                        tuple("arn:aws:iam::account:role/Opaque", List.of(), List.of()),
                        tuple("arn:aws:iam::123456789012:role/elsewhere", List.of(), List.of()));
    }

    @Test
    void locate_findings_leadIntoTheTemplate() {
        assertLocated("/taskDefinition/memory", "!FindInMap", "/Resources/Task/Properties/Memory");
        assertLocated(
                "/taskDefinition/containerDefinitions/0/cpu",
                "-1\n",
                "/Resources/Task/Properties/ContainerDefinitions/0/Cpu");
        assertLocated(
                "/service/networkConfiguration/awsvpcConfiguration/subnets/1",
                "!Ref Zones",
                "/Resources/Service/Properties/NetworkConfiguration/AwsvpcConfiguration/Subnets/1");
        assertLocated("/roles/0/trustedServices", "Type: AWS::IAM::Role", "/Resources/Role");
        assertLocated(
                "/scalableTarget/maxCapacity",
                "Type: AWS::ApplicationAutoScaling::ScalableTarget",
                "/Resources/Scaling");
        assertLocated("/service/launchType", "FARGATE\n", "/Resources/Service/Properties/LaunchType");
    }

    @Test
    void validate_template_findsWhatIsWrongAndNothingAboutWhatIsNotKnown() {
        assertThat(EcsValidator.standard().validate(read("t.yaml", TEMPLATE)).findings())
                .extracting(Diagnostic::id)
                .contains("size.fargate-memory-for-cpu", "size.container-cpu-negative")
                .doesNotContain("json.not-known");
    }

    @Test
    void read_jsonOfCdk_isReadAlike() {
        EcsDocuments documents = read("stack.template.json", """
                {"Resources": {
                  "TaskDef54694570": {"Type": "AWS::ECS::TaskDefinition", "Properties": {
                    "Cpu": "256", "ContainerDefinitions": [{"Name": "web", "Cpu": -1, "Image": {"Fn::Join": ["", [
                      {"Ref": "AWS::AccountId"}, ".dkr.ecr.", {"Ref": "AWS::Region"}, ".amazonaws.com/web"]]}}],
                    "TaskRoleArn": {"Fn::GetAtt": ["RoleA", "Arn"]}},
                   "Metadata": {"aws:cdk:path": "Stack/TaskDef/Resource"}},
                  "RoleA": {"Type": "AWS::IAM::Role", "Properties": {"ManagedPolicyArns": [{"Fn::Join": ["", ["arn:",
                    {"Ref": "AWS::Partition"}, ":iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"]]}]}}}}
                """);

        assertThat(documents.configurations()).hasSize(1);
        assertThat(documents
                        .configurations()
                        .get(0)
                        .configuration()
                        .roles()
                        .get(0)
                        .allowedActions())
                .contains("ecr:BatchGetImage");
        assertThat(documents.diagnostics()).isEmpty();
    }

    @Test
    void read_parameterWithAnEmptyDefault_isNotKnown() {
        EcsDocuments documents = read("t.yaml", """
                        Parameters:
                          Cpu: {Type: String, Default: ""}
                          Zones: {Type: CommaDelimitedList, Default: ""}
                        Resources:
                          Task:
                            Type: AWS::ECS::TaskDefinition
                            Properties:
                              Cpu: !Ref Cpu
                              Family: !Sub "web${Cpu}"
                              Memory: "512"
                              NetworkMode: awsvpc
                              RequiresCompatibilities: [FARGATE]
                              ContainerDefinitions: [{Name: web, Image: "nginx:1.27"}]
                          Service:
                            Type: AWS::ECS::Service
                            Properties:
                              TaskDefinition: !Ref Task
                              LaunchType: FARGATE
                              NetworkConfiguration: {AwsvpcConfiguration: {Subnets: !Ref Zones}}
                        """);

        assertThat(documents
                        .configurations()
                        .get(0)
                        .configuration()
                        .taskDefinition()
                        .otherMembers())
                .containsKeys("cpu", "family");
        assertThat(EcsValidator.standard().validate(documents).findings()).isEmpty();
    }

    @Test
    void read_roleWithALongLogicalName_getsANameThatRolesMayHave() {
        String id = "R".repeat(80);
        EcsConfiguration all =
                read("t.yaml", """
                        Resources:
                          T: {Type: AWS::ECS::TaskDefinition, Properties: {TaskRoleArn: !GetAtt ID.Arn}}
                          ID: {Type: AWS::IAM::Role}
                        """.replace("ID", id)).configurations().get(0).configuration();

        assertThat(all.roles().get(0).name()).hasSize(64);
        assertThat(all.taskDefinition().taskRoleArn())
                .isEqualTo(all.roles().get(0).arn())
                .endsWith("/" + all.roles().get(0).name());
    }

    @Test
    void read_wrongTypesInATemplate_areFoundAtTheirPointer() {
        assertThat(read("t.yaml", """
                        Resources:
                          Task:
                            Type: AWS::ECS::TaskDefinition
                            Properties:
                              ContainerDefinitions: {Name: web}
                              Memoryy: 1
                        """).diagnostics())
                .extracting(Diagnostic::id, Diagnostic::pointer)
                .containsExactly(
                        tuple("json.wrong-type", "/Resources/Task/Properties/ContainerDefinitions"),
                        tuple("json.unknown-member", "/Resources/Task/Properties/Memoryy"));
    }

    /** The place is where the text stands for the first time. */
    private static void assertLocated(String pointer, String text, String written) {
        Diagnostic located = SERVICE.locate(new Diagnostic("a.b", Severity.NOTE, "m", pointer, null, null));
        assertThat(located.location())
                .isEqualTo(SourceText.of("t.yaml", TEMPLATE).locate(TEMPLATE.indexOf(text)));
        assertThat(located.pointer()).isEqualTo(written);
    }

    private static EcsDocuments read(String name, String text) {
        return EcsDocuments.reader().add(SourceText.of(name, text)).read();
    }
}
