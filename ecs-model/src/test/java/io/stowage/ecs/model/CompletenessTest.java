package io.stowage.ecs.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.testing.ModelTypes;
import io.stowage.ecs.model.testing.ServiceModel;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The records are the structures of the ECS API, all of them, with all members; the enumerations have all values. */
class CompletenessTest {

    private static final ServiceModel API = ServiceModel.model();

    private static final Map<String, Class<? extends EcsStructure>> RECORDS = byName(ModelTypes.structures());
    private static final Map<String, Class<? extends OpenEnum>> ENUMERATIONS = byName(ModelTypes.enumerations());

    private static <T> Map<String, Class<? extends T>> byName(List<Class<? extends T>> types) {
        return types.stream().collect(Collectors.toMap(Class::getSimpleName, Function.identity()));
    }

    static Set<String> structures() {
        return API.structures();
    }

    static Set<String> enumerations() {
        return API.enumerations();
    }

    @Test
    void structures_areThoseOfTheApi() {
        assertThat(new TreeSet<>(RECORDS.keySet())).isEqualTo(API.structures());
    }

    @Test
    void enumerations_areThoseOfTheApi() {
        assertThat(new TreeSet<>(ENUMERATIONS.keySet())).isEqualTo(API.enumerations());
    }

    @ParameterizedTest
    @MethodSource("structures")
    void members_haveNameTypeAndOrderOfTheApi(String structure) {
        Map<String, String> expected = new LinkedHashMap<>();
        API.members(structure).forEach((name, shape) -> expected.put(name, API.javaType(shape)));

        Map<String, String> components = components(structure);

        assertThat(components).isEqualTo(expected);
        assertThat(List.copyOf(components.keySet())).isEqualTo(List.copyOf(expected.keySet()));
    }

    @ParameterizedTest
    @MethodSource("enumerations")
    void values_areThoseOfTheApi(String enumeration) throws Exception {
        List<?> known =
                (List<?>) ENUMERATIONS.get(enumeration).getMethod("known").invoke(null);

        assertThat(known.stream().map(value -> ((OpenEnum) value).value())).isEqualTo(API.values(enumeration));
    }

    @Test
    void coverage_isWhole() {
        long members = API.structures().stream()
                .mapToLong(name -> API.members(name).size())
                .sum();
        long covered = API.structures().stream()
                .filter(RECORDS::containsKey)
                .mapToLong(name -> API.members(name).entrySet().stream()
                        .filter(member -> API.javaType(member.getValue())
                                .equals(components(name).get(member.getKey())))
                        .count())
                .sum();
        long structures = API.structures().stream().filter(RECORDS::containsKey).count();
        long enumerations =
                API.enumerations().stream().filter(ENUMERATIONS::containsKey).count();

        System.out.printf(
                "service model: %d of %d structures, %d of %d members, %d of %d enumerations covered (%d %%)%n",
                structures,
                API.structures().size(),
                covered,
                members,
                enumerations,
                API.enumerations().size(),
                100
                        * (structures + covered + enumerations)
                        / (API.structures().size()
                                + members
                                + API.enumerations().size()));
        assertThat(covered).isEqualTo(members).isGreaterThan(800);
        assertThat(structures).isEqualTo(API.structures().size()).isGreaterThan(150);
    }

    private static Map<String, String> components(String structure) {
        Map<String, String> components = new LinkedHashMap<>();
        for (RecordComponent component : RECORDS.get(structure).getRecordComponents()) {
            components.put(component.getName(), name(component.getGenericType()));
        }
        components.remove("otherMembers");
        return components;
    }

    private static String name(Type type) {
        return type instanceof ParameterizedType generic
                ? name(generic.getRawType())
                        + Arrays.stream(generic.getActualTypeArguments())
                                .map(CompletenessTest::name)
                                .collect(Collectors.joining(", ", "<", ">"))
                : ((Class<?>) type).getSimpleName();
    }
}
