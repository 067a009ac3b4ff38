package io.stowage.ecs.model.roles;

/** What of a task definition or service needs a role. */
public enum RoleFeature {
    /** A container instance that registers and runs tasks. */
    REGISTER_INSTANCE,
    /** An image in a private repository of Amazon ECR. */
    ECR_PULL,
    /** Logs to CloudWatch. */
    AWSLOGS,
    /** Log groups made when they are missing. */
    AWSLOGS_CREATE_GROUP,
    /** Secrets from AWS Secrets Manager. */
    SECRETS_MANAGER,
    /** Secrets from the parameter store of AWS Systems Manager. */
    PARAMETER_STORE,
    /** Images in another private registry. */
    PRIVATE_REGISTRY,
    /** Files of environment variables in Amazon S3. */
    ENVIRONMENT_FILES,
    /** A configuration of FireLens in Amazon S3. */
    FIRELENS_CONFIG_FILE,
    /** ECS Exec. */
    EXECUTE_COMMAND,
    /** Tasks that protect themselves from scale-in; nothing in a task definition tells that they do. */
    TASK_PROTECTION,
    /** A volume on Amazon EFS that checks IAM. */
    EFS_IAM,
    /** A volume on S3 Files. */
    S3_FILES,
    /** A task role or execution role is named. */
    NAMED_ROLE,
    /** Whoever names a role must be allowed to pass it. */
    PASS_ROLE,
    /** Network interfaces, load balancers or service discovery, which ECS sees to. */
    MANAGED_BY_ECS,
    /** A load balancer with the old service role. */
    OWN_SERVICE_ROLE,
    /** EBS volumes attached to tasks. */
    EBS_VOLUMES,
    /** Blue/green, linear or canary deployments with a load balancer. */
    TRAFFIC_SHIFT,
    /** TLS of Service Connect. */
    SERVICE_CONNECT_TLS,
    /** VPC Lattice. */
    VPC_LATTICE,
    /** Deployments by CodeDeploy. */
    CODE_DEPLOY,
    /** Managed instances. */
    MANAGED_INSTANCES,
    /** An Auto Scaling group as a capacity provider. */
    CAPACITY_PROVIDER
}
