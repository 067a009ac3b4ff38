package io.stowage.ecs.validation.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.input.InboundRule;
import io.stowage.ecs.validation.input.KnownInstance;
import io.stowage.ecs.validation.input.KnownSecurityGroup;
import io.stowage.ecs.validation.input.KnownTargetGroup;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The records of the input stand behind views as those of the model do. */
class InputPlacesTest {
    private static final Place<KnownInstance> INSTANCES =
            Place.configuration().each(EcsConfiguration::containerInstances);
    private static final Place<InboundRule> INBOUND =
            Place.configuration().each(EcsConfiguration::securityGroups).each(KnownSecurityGroup::inbound);

    private static EcsConfiguration with(KnownInstance instance) {
        return EcsConfiguration.builder().containerInstances(List.of(instance)).build();
    }

    @Test
    void views_ofListsAndMaps_tellAbsentFromEmpty() {
        View<EcsConfiguration> nothing =
                Facts.of(EcsConfiguration.builder().build()).root();
        View<EcsConfiguration> none = Facts.of(
                        EcsConfiguration.builder().containerInstances(List.of()).build())
                .root();

        assertThat(nothing.member(EcsConfiguration::containerInstances).isPresent())
                .isFalse();
        assertThat(none.member(EcsConfiguration::containerInstances).isPresent())
                .isTrue();

        KnownInstance silent = KnownInstance.builder().build();
        KnownInstance bare = KnownInstance.builder().agentConfig(Map.of()).build();
        assertThat(Facts.of(with(silent))
                        .views(INSTANCES)
                        .get(0)
                        .member(KnownInstance::agentConfig)
                        .isPresent())
                .isFalse();
        assertThat(Facts.of(with(bare))
                        .views(INSTANCES)
                        .get(0)
                        .member(KnownInstance::agentConfig)
                        .isPresent())
                .isTrue();
    }

    @Test
    void pointers_ofEntriesAndElements_leadIntoTheInput() {
        KnownInstance instance = KnownInstance.builder()
                .agentConfig(Map.of("ECS_CLUSTER", "a/b"))
                .build();
        View<KnownInstance> view = Facts.of(with(instance)).views(INSTANCES).get(0);

        assertThat(view.entry(KnownInstance::agentConfig, "ECS_CLUSTER").pointer())
                .isEqualTo("/containerInstances/0/agentConfig/ECS_CLUSTER");

        KnownSecurityGroup group = KnownSecurityGroup.builder()
                .inbound(List.of(InboundRule.builder().fromPort(80).build()))
                .build();
        EcsConfiguration configuration =
                EcsConfiguration.builder().securityGroups(List.of(group)).build();
        assertThat(Facts.of(configuration)
                        .views(INBOUND)
                        .get(0)
                        .member(InboundRule::toPort)
                        .pointer())
                .isEqualTo("/securityGroups/0/inbound/0/toPort");
    }

    @Test
    void writtenNull_isToldFromAbsent() {
        KnownInstance without = KnownInstance.builder()
                .otherMembers(Collections.singletonMap("instanceRoleArn", null))
                .build();
        KnownTargetGroup unused = KnownTargetGroup.builder()
                .otherMembers(Collections.singletonMap("loadBalancerType", null))
                .build();

        assertThat(without.hasNoRole()).isTrue();
        assertThat(KnownInstance.builder().build().hasNoRole()).isFalse();
        assertThat(without.toBuilder().instanceRoleArn("r").build().hasNoRole()).isFalse();
        assertThat(unused.isUnused()).isTrue();
        assertThat(KnownTargetGroup.builder().build().isUnused()).isFalse();
        assertThat(unused.toBuilder().loadBalancerType("network").build().isUnused())
                .isFalse();
    }

    @Test
    void members_thatAreNotKnown_areNotAbsent() {
        KnownInstance instance = KnownInstance.builder()
                .otherMembers(Map.of("registeredMemory", "${MIB}"))
                .build();

        assertThat(Facts.of(with(instance))
                        .views(INSTANCES)
                        .get(0)
                        .member(KnownInstance::registeredMemory)
                        .isKnown())
                .isFalse();
    }
}
