package io.stowage.ecs.model.testing;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.OpenEnum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Every structure and enumeration of the model, found among the compiled classes: no list to forget a type in. */
public final class ModelTypes {
    private static final List<Class<?>> ALL = load();

    private ModelTypes() {}

    /** The records that mirror structures of the API, sorted by name. */
    public static List<Class<? extends EcsStructure>> structures() {
        return ALL.stream()
                .filter(type -> type.isRecord() && EcsStructure.class.isAssignableFrom(type))
                .<Class<? extends EcsStructure>>map(type -> type.asSubclass(EcsStructure.class))
                .toList();
    }

    /** The open enumerations, sorted by name. */
    public static List<Class<? extends OpenEnum>> enumerations() {
        return ALL.stream()
                .filter(type -> type.isRecord() && OpenEnum.class.isAssignableFrom(type))
                .<Class<? extends OpenEnum>>map(type -> type.asSubclass(OpenEnum.class))
                .toList();
    }

    private static List<Class<?>> load() {
        try {
            Path classes = Path.of(EcsStructure.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(classes)) {
                return files.map(classes::relativize)
                        .map(Path::toString)
                        .filter(name -> name.endsWith(".class") && !name.contains("-info") && !name.contains("$"))
                        .map(name -> name.substring(0, name.length() - ".class".length())
                                .replace('/', '.')
                                .replace('\\', '.'))
                        .sorted()
                        .<Class<?>>map(ModelTypes::load)
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
