package io.stowage.ecs.benchmarks;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The modules in their order, and what none of them may touch. */
class StreetTest {

    private static final String ROOT = "io.stowage.ecs.";

    /** From left to right: each house may use those before it and none after it. */
    private static final List<String> STREET = List.of("model", "cql", "placement", "validation");

    private static JavaClasses ours;

    @BeforeAll
    static void importOurs() {
        ours = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(STREET.stream().map(house -> ROOT + house).toArray(String[]::new));
    }

    static List<String> street() {
        return STREET;
    }

    @ParameterizedTest
    @MethodSource("street")
    void house_isFound(String house) {
        assertThat(ours.stream().filter(resideInAPackage(all(house)))).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("street")
    void house_usesOnlyThoseToItsLeft(String house) {
        String[] right = STREET.subList(STREET.indexOf(house) + 1, STREET.size()).stream()
                .map(StreetTest::all)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(all(house))
                .should()
                .dependOnClassesThat(resideInAnyPackage(right).or(resideInAPackage(all("benchmarks"))))
                .check(ours);
    }

    @ParameterizedTest
    @MethodSource("street")
    void internals_stayInTheirHouse(String house) {
        noClasses()
                .that()
                .resideOutsideOfPackage(all(house))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + house + ".internal..")
                .check(ours);
    }

    @Test
    void jacksonAndYaml_areMetOnlyInTheModel() {
        noClasses()
                .that()
                .resideOutsideOfPackage(all("model"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson..", "com.fasterxml..", "org.snakeyaml..")
                .check(ours);
    }

    @Test
    void antlrAndRe2j_areMetOnlyInsideTheQueryLanguage() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "cql.internal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.antlr..", "com.google.re2j..")
                .check(ours);
    }

    @Test
    void picocli_isMetOnlyInTheCommandLines() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(ours);
    }

    @Test
    void network_isNeverUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "javax.net..", "java.rmi..")
                .because("the library works offline")
                .check(ours);
    }

    @Test
    void clock_isNeverRead() {
        noClasses()
                .that()
                // A build that runs today asks what holds today, as a person at a command line does.
                .resideOutsideOfPackages("..cli..", "..enforcer..")
                .should()
                .callCodeUnitWhere(
                        target(describe("read the clock or the machine's time zone", StreetTest::readsClock)))
                .because("the same input gives the same answer; a caller who needs the time passes it in")
                .check(ours);
    }

    @Test
    void randomness_alwaysHasASeed() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..cli..")
                .should()
                .callCodeUnitWhere(target(describe("draw without a seed", StreetTest::drawsWithoutSeed)))
                .because("the same input and seed give the same answer")
                .check(ours);
    }

    @Test
    void packages_areNullMarked() {
        Set<String> unmarked = new TreeSet<>();
        for (JavaClass type : ours) {
            JavaPackage home = type.getPackage();
            // The parser that ANTLR writes knows nothing of nullness, and says so.
            boolean generated = home.getName().equals(ROOT + "cql.internal.grammar");
            if (!home.isAnnotatedWith(generated ? NullUnmarked.class : NullMarked.class)) {
                unmarked.add(home.getName());
            }
        }
        assertThat(unmarked).isEmpty();
    }

    private static boolean readsClock(CodeUnitCallTarget call) {
        JavaClass owner = call.getOwner();
        return switch (call.getName()) {
            case "currentTimeMillis", "nanoTime" -> owner.isEquivalentTo(System.class);
            case "now", "systemUTC", "systemDefaultZone", "system", "systemDefault" ->
                owner.getPackageName().startsWith("java.time");
            case "<init>" ->
                owner.isEquivalentTo(java.util.Date.class)
                        && call.getRawParameterTypes().isEmpty();
            default -> false;
        };
    }

    private static boolean drawsWithoutSeed(CodeUnitCallTarget call) {
        JavaClass owner = call.getOwner();
        boolean noArguments = call.getRawParameterTypes().isEmpty();
        return switch (call.getName()) {
            case "random" -> owner.isEquivalentTo(Math.class) || owner.isEquivalentTo(StrictMath.class);
            case "randomUUID" -> owner.isEquivalentTo(java.util.UUID.class);
            case "current" -> owner.isEquivalentTo(java.util.concurrent.ThreadLocalRandom.class);
            case "shuffle" ->
                owner.isEquivalentTo(java.util.Collections.class)
                        && call.getRawParameterTypes().size() == 1;
            case "<init>" ->
                owner.isAssignableTo(java.security.SecureRandom.class)
                        || noArguments && owner.isAssignableTo(java.util.random.RandomGenerator.class);
            default -> false;
        };
    }

    private static String all(String house) {
        return ROOT + house + "..";
    }
}
