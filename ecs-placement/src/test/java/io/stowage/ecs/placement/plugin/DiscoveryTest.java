package io.stowage.ecs.placement.plugin;

import static io.stowage.ecs.placement.Clusters.cluster;
import static io.stowage.ecs.placement.Clusters.constraint;
import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.Clusters.task;
import static io.stowage.ecs.placement.Clusters.web;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementRequestException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plug-ins that a class loader offers, and names that are taken. */
class DiscoveryTest {
    @TempDir
    private Path services;

    /** What a {@code META-INF/services} file names needs a public constructor. */
    public static final class Offered implements ConstraintPlugin {
        /** For the service loader. */
        public Offered() {}

        @Override
        public PluginInfo info() {
            return new PluginInfo("offered", "Nothing passes.");
        }

        @Override
        public Check prepare(RuleDefinition definition) {
            return (candidate, context) -> Refusal.because("OFFERED", "never", List.of(definition.pointer()));
        }
    }

    /** Cannot be made. */
    public static final class Broken implements StrategyPlugin {
        /** Fails. */
        public Broken() {
            throw new IllegalStateException("no configuration");
        }

        @Override
        public PluginInfo info() {
            throw new AssertionError("never made");
        }

        @Override
        public Ranking prepare(RuleDefinition definition) {
            throw new AssertionError("never made");
        }
    }

    private ClassLoader offering(Class<?> kind, Class<?> plugin) throws IOException {
        Path folder = Files.createDirectories(services.resolve("META-INF/services"));
        Files.writeString(folder.resolve(kind.getName()), plugin.getName() + "\n");
        return new URLClassLoader(
                new URL[] {services.toUri().toURL()}, getClass().getClassLoader());
    }

    @Test
    void discover_offeredPlugin_isUsed() throws IOException {
        PlacementEngine engine = PlacementEngine.builder()
                .discover(offering(ConstraintPlugin.class, Offered.class))
                .build();
        PlacementRequest request = web(task(1, 1))
                .placementConstraints(List.of(constraint("offered", null)))
                .build();

        assertThat(engine.place(cluster(instance("i-a")), request)
                        .failures()
                        .get(0)
                        .reason())
                .isEqualTo("OFFERED");
        assertThatExceptionOfType(PlacementRequestException.class)
                .as("nothing is found that was not looked for")
                .isThrownBy(() -> PlacementEngine.standard().place(cluster(instance("i-a")), request));
    }

    @Test
    void discover_pluginThatCannotBeMade_isNamed() throws IOException {
        ClassLoader loader = offering(StrategyPlugin.class, Broken.class);

        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(() -> PlacementEngine.builder().discover(loader))
                .withMessageContaining("StrategyPlugin")
                .withMessageContaining(Broken.class.getName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"memberOf", "distinctInstance", "offered"})
    void build_nameThatIsTaken_isRefused(String name) {
        ConstraintPlugin impostor = new ConstraintPlugin() {
            @Override
            public PluginInfo info() {
                return new PluginInfo(name, "Another.");
            }

            @Override
            public Check prepare(RuleDefinition definition) {
                return (candidate, context) -> null;
            }
        };

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlacementEngine.builder()
                        .constraint(new Offered())
                        .constraint(impostor)
                        .build())
                .withMessageContaining("there is a constraint of the name \"" + name + "\" already");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CPU", "MEMORY", "PORTS", "ENI", "GPU", "NEURON_DEVICE"})
    void build_resourceOfEcs_isRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> PlacementEngine.builder().resource(resource(name)).build())
                .withMessageContaining("there is a resource of the name \"" + name + "\" already");
    }

    @ParameterizedTest
    @ValueSource(strings = {"licenses", "LICENSES 2", "1ST", "Ä"})
    void build_resourceWithAnotherName_isRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> PlacementEngine.builder().resource(resource(name)).build())
                .withMessageContaining("is no name for a resource");
    }

    @Test
    void build_strategyOfEcs_isRefused() {
        for (String name : List.of("spread", "binpack", "random")) {
            StrategyPlugin impostor = new StrategyPlugin() {
                @Override
                public PluginInfo info() {
                    return new PluginInfo(name, "Another.");
                }

                @Override
                public Ranking prepare(RuleDefinition definition) {
                    throw new AssertionError("never asked");
                }
            };
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> PlacementEngine.builder().strategy(impostor).build())
                    .withMessageContaining("there is a strategy of the name \"" + name + "\" already");
        }
    }

    private static ResourcePlugin resource(String name) {
        return new ResourcePlugin() {
            @Override
            public PluginInfo info() {
                return new PluginInfo(name, "A resource.");
            }

            @Override
            public ResourceNeed needed(TaskToPlace task) {
                return ResourceNeed.NONE;
            }
        };
    }
}
