package io.stowage.ecs.validation.internal.rules;

import io.stowage.ecs.validation.spi.Rule;
import java.util.List;

/** All rules of the library. */
public final class BuiltInRules {
    private static final List<RuleGroup> GROUPS = List.of(
            TaskRules.GROUP,
            SizeRules.GROUP,
            ContainerRules.GROUP,
            PortRules.GROUP,
            VolumeRules.GROUP,
            LogRules.GROUP,
            SecretRules.GROUP,
            HealthRules.GROUP,
            LinuxRules.GROUP,
            FargateRules.GROUP,
            WindowsRules.GROUP,
            ConstraintRules.GROUP,
            ServiceRules.GROUP,
            StrategyRules.GROUP,
            DeploymentRules.GROUP,
            LoadBalancerRules.GROUP,
            NetworkConfigurationRules.GROUP,
            DiscoveryRules.GROUP,
            CapacityRules.GROUP,
            EbsRules.GROUP,
            ExternalRules.GROUP,
            RunTaskRules.GROUP,
            ClusterRules.GROUP,
            AgentRules.GROUP,
            InstanceRules.GROUP,
            CrossRules.GROUP,
            PracticeRules.GROUP,
            SecurityRules.GROUP);

    private static final List<Rule> ALL =
            GROUPS.stream().flatMap(group -> group.rules().stream()).toList();

    private BuiltInRules() {}

    /** The sections of the catalogue, in its order. */
    public static List<RuleGroup> groups() {
        return GROUPS;
    }

    /** The rules of all sections. */
    public static List<Rule> all() {
        return ALL;
    }
}
