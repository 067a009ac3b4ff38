package io.stowage.ecs.validation.reader;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.diagnostic.SourceLocation;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.json.JsonTree;
import io.stowage.ecs.model.json.JsonTree.JsonObject;
import io.stowage.ecs.model.json.ParsedDocument;
import io.stowage.ecs.model.json.ReadOptions;
import io.stowage.ecs.validation.reader.FileFinder.FoundFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects what {@link EcsDocuments} are read from. Not thread-safe; used once. */
public final class EcsDocumentReader {
    private final List<Source> sources = new ArrayList<>();
    private final List<Diagnostic> problems = new ArrayList<>();
    private ReadOptions options = ReadOptions.standard();
    private @Nullable String region;

    /**
     * A text that is read, or a file that is still to be read.
     *
     * @param folder the folder or pattern that meant it; null if it was named itself
     * @param context whether it only surrounds what is validated
     */
    private record Source(
            @Nullable SourceText text,
            @Nullable FoundFile file,
            @Nullable String folder,
            boolean context) {}

    EcsDocumentReader() {}

    /**
     * Adds a text.
     *
     * @param source the text with its name; YAML if the name ends so
     * @return this reader
     */
    public EcsDocumentReader add(SourceText source) {
        sources.add(new Source(Objects.requireNonNull(source, "source"), null, null, false));
        return this;
    }

    /**
     * Adds files. A file that is named must be something that is known; of a folder, or of the files that a pattern means, those
     * that are not are passed over.
     *
     * @param base the folder in which relative names begin; messages give names relative to it
     * @param names files, folders (all {@code .json}, {@code .yaml}, {@code .yml} and {@code .template} files below) and patterns, in which
     *     {@code **} stands for any folders, {@code *} for anything within one name and {@code ?} for one character
     * @return this reader
     */
    public EcsDocumentReader add(Path base, Collection<String> names) {
        return add(base, names, false);
    }

    /**
     * Adds files that describe what surrounds the configurations: container instances, clusters, capacity providers, the other
     * services, load balancers, target groups, security groups, subnets.
     *
     * @param base the folder in which relative names begin
     * @param names files, folders and patterns, as in {@link #add(Path, Collection)}
     * @return this reader
     */
    public EcsDocumentReader context(Path base, Collection<String> names) {
        return add(base, names, true);
    }

    /**
     * Adds a text that describes what surrounds the configurations.
     *
     * @param source the text with its name
     * @return this reader
     */
    public EcsDocumentReader context(SourceText source) {
        sources.add(new Source(Objects.requireNonNull(source, "source"), null, null, true));
        return this;
    }

    /**
     * Says in which region all of it is.
     *
     * @param name the region, such as {@code eu-west-1}
     * @return this reader
     */
    public EcsDocumentReader region(String name) {
        region = Objects.requireNonNull(name, "name");
        return this;
    }

    /**
     * Reads with other limits than the usual ones.
     *
     * @param limits the limits for each document
     * @return this reader
     */
    public EcsDocumentReader options(ReadOptions limits) {
        options = Objects.requireNonNull(limits, "limits");
        return this;
    }

    /**
     * Reads all of it.
     *
     * @return what was found; a file that cannot be read is one of the {@linkplain EcsDocuments#problems() problems}
     */
    public EcsDocuments read() {
        return new Reading().read();
    }

    private EcsDocumentReader add(Path base, Collection<String> names, boolean context) {
        FileFinder finder = new FileFinder(Objects.requireNonNull(base, "base"), problems);
        names.forEach(finder::find);
        finder.files().forEach(file -> sources.add(new Source(null, file, file.folder(), context)));
        return this;
    }

    /** One reading of all the sources. */
    private final class Reading {
        private final List<Draft> drafts = new ArrayList<>();
        private final List<Diagnostic> diagnostics = new ArrayList<>();
        private final List<SourceText> judged = new ArrayList<>();
        private final List<SourceText> texts = new ArrayList<>();
        private final Surroundings surroundings = new Surroundings(options);
        private final Map<String, String> pairs = new LinkedHashMap<>();
        /** A folder of which nothing was judged is a wrong path far more often than a clean one. */
        private final Map<String, Boolean> meantByFolder = new LinkedHashMap<>();

        EcsDocuments read() {
            surroundings.region(region);
            for (Source source : sources) {
                boolean meant = read(source);
                if (source.folder() != null) {
                    meantByFolder.merge(source.folder(), meant, Boolean::logicalOr);
                }
            }
            meantByFolder.forEach((folder, meant) -> {
                if (!meant) {
                    problems.add(
                            FileFinder.problemOf(
                                    folder,
                                    "input.nothing-found",
                                    "no file of these holds a task definition, a service, a template or anything else that is known"));
                }
            });
            List<Draft> joined = new Joiner(drafts, pairs).join();
            joined.forEach(surroundings::surround);
            return new EcsDocuments(
                    joined.stream().map(Draft::finished).toList(), diagnostics, problems, judged, texts);
        }

        /** Reads one; false if it is nothing that is known, and nobody said that it was. */
        private boolean read(Source source) {
            ParsedDocument<JsonTree> document;
            try {
                document = tree(source);
            } catch (IOException e) {
                problems.add(FileFinder.problemOf(
                        source.file() == null ? "" : source.file().name(), "input.unreadable", FileFinder.reason(e)));
                return true;
            }
            JsonTree tree = document.value().orElse(null);
            if (tree == null) {
                texts.add(document.source());
                problems.addAll(document.diagnostics());
                return true;
            }
            InputSort sort = InputSort.of(tree);
            if (sort == null) {
                if (source.folder() == null) {
                    texts.add(document.source());
                    problems.add(unknown(document.source(), tree));
                }
                return source.folder() == null;
            }
            judged.add(document.source());
            texts.add(document.source());
            if (source.context()) {
                if (!surroundings.take(sort, document)) {
                    problems.add(FileFinder.problemOf(
                            document.source().name(),
                            "input.no-context",
                            "this describes nothing that surrounds tasks; expected container instances, services, clusters, "
                                    + "capacity providers, target groups, load balancers, security groups or subnets"));
                }
                return true;
            }
            read(sort, document);
            return true;
        }

        private void read(InputSort sort, ParsedDocument<JsonTree> document) {
            switch (sort.form()) {
                case STRUCTURE -> {
                    drafts.addAll(new StructureReader(document, options, diagnostics)
                            .read(Objects.requireNonNull(sort.kind())));
                }
                case TEMPLATE -> drafts.addAll(new TemplateReader(document, options, diagnostics).read());
                case WHOLE -> drafts.addAll(new WholeReader(document, options, diagnostics).read());
                case TERRAFORM -> drafts.addAll(new TerraformReader(document, options, diagnostics).read());
                case ECSPRESSO -> pair((JsonObject) document.value().orElseThrow(), document.source());
                case SURROUNDINGS -> {
                    // Files that were named together need not belong together: only what is given as context surrounds.
                }
            }
        }

        /** The two files lie beside the configuration that names them, among the sources or not. */
        private void pair(JsonObject configuration, SourceText source) {
            String service = Trees.text(configuration.get("service_definition"));
            String definition = Trees.text(configuration.get("task_definition"));
            if (service == null || definition == null) {
                return;
            }
            String name = source.name();
            int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
            String folder = name.substring(0, slash + 1);
            Set<String> names = sources.stream()
                    .map(one -> one.text() == null
                            ? Objects.requireNonNull(one.file()).name()
                            : one.text().name())
                    .collect(Collectors.toSet());
            pairs.put(folder + service, folder + definition);
            for (String file : List.of(service, definition)) {
                FoundFile beside = names.contains(folder + file) ? null : beside(source, file, folder + file);
                if (beside != null) {
                    read(new Source(null, beside, null, false));
                }
            }
        }

        private @Nullable FoundFile beside(SourceText source, String relative, String name) {
            for (Source one : sources) {
                FoundFile file = one.file();
                if (file != null && file.name().equals(source.name())) {
                    try {
                        Path path = file.path().resolveSibling(relative);
                        return Files.isRegularFile(path) ? new FoundFile(path, name, null) : null;
                    } catch (InvalidPathException e) {
                        return null;
                    }
                }
            }
            return null;
        }

        private ParsedDocument<JsonTree> tree(Source source) throws IOException {
            if (source.text() != null) {
                return EcsJson.readTree(source.text(), options);
            }
            FoundFile file = Objects.requireNonNull(source.file());
            try (InputStream in = Files.newInputStream(file.path())) {
                return EcsJson.readTree(file.name(), in, options);
            }
        }
    }

    private static Diagnostic unknown(SourceText source, JsonTree tree) {
        String what = tree.kind();
        if (tree instanceof JsonObject object) {
            String names = object.members().keySet().stream()
                    .limit(5)
                    .map(name -> "`" + name + "`")
                    .collect(Collectors.joining(", "));
            what = names.isEmpty()
                    ? "an empty object"
                    : "an object with " + names + (object.members().size() > 5 ? ", …" : "");
        }
        SourceLocation place = source.locate(tree.offset());
        return new Diagnostic(
                "input.unknown-kind",
                Severity.ERROR,
                "this is nothing that can be validated: found " + what,
                "",
                place,
                "Expected a task definition or a list of container definitions, a service, run-task input, a cluster or "
                        + "capacity provider, a CloudFormation template, or what `terraform show -json` prints.");
    }
}
