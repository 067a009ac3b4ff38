package io.stowage.ecs.validation.internal;

import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.EcsDocumentException;
import io.stowage.ecs.validation.Baseline;
import io.stowage.ecs.validation.EcsValidator;
import io.stowage.ecs.validation.Suppressions;
import io.stowage.ecs.validation.ValidationReport;
import io.stowage.ecs.validation.reader.EcsDocumentReader;
import io.stowage.ecs.validation.reader.EcsDocuments;
import io.stowage.ecs.validation.report.ReportFormat;
import io.stowage.ecs.validation.spi.RuleSet;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One validation for build tools that know it only by its name: plain types in, plain types out. */
public final class BuildCheck {
    private BuildCheck() {}

    /** {@code fine}, {@code findings} or {@code unusable}, and what there is to say. */
    public static String[] run(
            List<String> files,
            List<String> context,
            String sets,
            String failOn,
            @Nullable File suppressions,
            @Nullable File baseline,
            @Nullable String region,
            LocalDate day) {
        try {
            EcsValidator.Builder builder = EcsValidator.builder().asOf(day);
            Arrays.stream(sets.split(",", -1))
                    .filter(set -> !set.isBlank())
                    .forEach(set -> builder.include(constant(RuleSet.class, set)));
            if (suppressions != null) {
                builder.suppress(Suppressions.parse(text(suppressions)));
            }
            if (baseline != null) {
                builder.baseline(Baseline.parse(text(baseline)));
            }
            Severity failing = constant(Severity.class, failOn);
            EcsDocumentReader reader =
                    EcsDocuments.reader().add(Path.of(""), files).context(Path.of(""), context);
            if (region != null) {
                reader.region(region);
            }
            ValidationReport report = builder.build().validate(reader.read());
            if (!report.problems().isEmpty()) {
                return new String[] {
                    "unusable", report.problems().stream().map(report::render).collect(Collectors.joining("\n"))
                };
            }
            String kind = report.hasAtLeast(failing) ? "findings" : "fine";
            return new String[] {kind, ReportFormat.TEXT.write(report).stripTrailing()};
        } catch (IOException | IllegalArgumentException | EcsDocumentException e) {
            return new String[] {"unusable", String.valueOf(e.getMessage())};
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(name.strip())) {
                return constant;
            }
        }
        throw new IllegalArgumentException("\"" + name.strip() + "\" is none of "
                + Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")));
    }

    private static SourceText text(File file) throws IOException {
        if (!file.isFile()) {
            throw new IOException(file + ": there is no such file");
        }
        return SourceText.of(file.getPath(), Files.readString(file.toPath()));
    }
}
