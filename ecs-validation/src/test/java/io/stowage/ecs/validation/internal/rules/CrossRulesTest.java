package io.stowage.ecs.validation.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossRulesTest {
    private static final Findings FINDINGS = Findings.of("cross");

    /** Where a definition asks for no launch type, ECS works out by itself for which it is fit. */
    @ParameterizedTest
    @CsvSource({
        "'networkMode': 'awsvpc'; 'cpu': '256'; 'memory': '512',FARGATE,true",
        "'networkMode': 'awsvpc'; 'cpu': '256',FARGATE,false",
        "'networkMode': 'awsvpc'; 'memory': '512',FARGATE,false",
        "'networkMode': 'bridge'; 'cpu': '256'; 'memory': '512',FARGATE,false",
        "'cpu': '256'; 'memory': '512',FARGATE,false",
        "'networkMode': 'bridge'; 'memory': '512',EC2,true",
        "'networkMode': 'awsvpc'; 'cpu': '${CPU}'; 'memory': '512',FARGATE,true",
        "'networkMode': 'awsvpc'; 'cpu': '256'; 'memory': '512'; 'requiresCompatibilities': ['EC2'],FARGATE,false"
    })
    void launchType_ofTaskDefinitions_isThatTheyAreFitFor(String members, String launchType, boolean fits) {
        String input = "{'taskDefinition': {'family': 'web', " + members.replace(';', ',')
                + ", 'containerDefinitions': [{'name': 'app', 'image': 'app:1', 'memory': 128}]},"
                + " 'service': {'serviceName': 'web', 'taskDefinition': 'web:1', 'desiredCount': 1, 'launchType': '"
                + launchType + "'}}";

        assertThat(FINDINGS.ids(input)).isEqualTo(fits ? Set.of() : Set.of("cross.launch-type-compatibility"));
    }
}
