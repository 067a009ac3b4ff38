package io.stowage.ecs.model.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.cluster.Attribute;
import io.stowage.ecs.model.cluster.ContainerInstance;
import io.stowage.ecs.model.instancetype.InstanceTypes;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.testing.Corpus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AgentAttributesCorpusTest {
    /** What real instances have beyond an imagined one: facts of their network and image, versions, and what agents of 2019 said. */
    private static final Set<String> ONLY_REAL = Set.of(
            "com.amazonaws.ecs.capability.docker-remote-api.1.26",
            "com.amazonaws.ecs.capability.docker-remote-api.1.27",
            "com.amazonaws.ecs.capability.docker-remote-api.1.31",
            "ecs.ami-id",
            "ecs.capability.branch-cni-plugin-version",
            "ecs.capability.cni-plugin-version",
            "ecs.subnet-id",
            "ecs.vpc-id");

    @Test
    void attributes_ofAnImaginedInstance_haveWhatRealOnesHave() throws IOException {
        Set<String> imagined = names(InstanceSetup.of(
                        InstanceTypes.find("c5.large").orElseThrow(),
                        "us-west-2a",
                        AgentConfig.of(AgentDefaults.ECS_INIT))
                .containerInstance("i"));
        Set<String> onlyReal = new TreeSet<>();
        int compared = 0;
        for (Path file : Corpus.files("container-instances")) {
            for (ContainerInstance instance :
                    EcsJson.readContainerInstances(file).value().orElse(List.of())) {
                if (instance.attributes().size() > 40) {
                    compared++;
                    onlyReal.addAll(names(instance));
                }
            }
        }
        onlyReal.removeAll(imagined);
        assertThat(onlyReal).isEqualTo(ONLY_REAL);
        assertThat(compared).isPositive();
    }

    private static Set<String> names(ContainerInstance instance) {
        return instance.attributes().stream().map(Attribute::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
