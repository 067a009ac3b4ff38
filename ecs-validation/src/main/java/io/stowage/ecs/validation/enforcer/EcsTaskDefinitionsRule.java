package io.stowage.ecs.validation.enforcer;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.inject.Named;
import org.apache.maven.enforcer.rule.api.AbstractEnforcerRule;
import org.apache.maven.enforcer.rule.api.EnforcerRuleError;
import org.apache.maven.enforcer.rule.api.EnforcerRuleException;
import org.jspecify.annotations.Nullable;

/**
 * Fails a build whose task definitions, services, templates or plans have findings.
 *
 * <pre>{@code
 * <ecsTaskDefinitions>
 *   <files><file>src/ecs</file><file>deploy/template.yaml</file></files>
 *   <sets>practice,security</sets>
 *   <failOn>warning</failOn>
 *   <suppressions>src/ecs/suppressions.yaml</suppressions>
 * </ecsTaskDefinitions>
 * }</pre>
 */
@Named("ecsTaskDefinitions")
public final class EcsTaskDefinitionsRule extends AbstractEnforcerRule {
    private List<File> files = Collections.emptyList();
    private List<File> context = Collections.emptyList();
    private String sets = "";
    private String failOn = "error";
    private @Nullable File suppressions;
    private @Nullable File baseline;
    private @Nullable String region;

    /**
     * Sets what is validated.
     *
     * @param values files, folders, and patterns with stars
     */
    public void setFiles(List<File> values) {
        files = values;
    }

    /**
     * Sets what describes the surroundings.
     *
     * @param values files, folders, and patterns with stars
     */
    public void setContext(List<File> values) {
        context = values;
    }

    /**
     * Sets which rules are asked beside the core.
     *
     * @param value {@code practice}, {@code security}, or both with a comma
     */
    public void setSets(String value) {
        sets = value;
    }

    /**
     * Sets the lightest severity that fails the build.
     *
     * @param value {@code error}, {@code warning} or {@code note}
     */
    public void setFailOn(String value) {
        failOn = value;
    }

    /**
     * Sets the findings to live with.
     *
     * @param value a list of suppressions in JSON or YAML
     */
    public void setSuppressions(@Nullable File value) {
        suppressions = value;
    }

    /**
     * Sets the findings that were there before.
     *
     * @param value what {@code validate --write-baseline} wrote
     */
    public void setBaseline(@Nullable File value) {
        baseline = value;
    }

    /**
     * Sets the region of the deployment.
     *
     * @param value for example {@code eu-west-1}
     */
    public void setRegion(@Nullable String value) {
        region = value;
    }

    @Override
    public void execute() throws EnforcerRuleException {
        if (files.isEmpty()) {
            throw new EnforcerRuleError("ecsTaskDefinitions names no <files>");
        }
        String[] answer = check();
        if (answer[0].equals("unusable")) {
            throw new EnforcerRuleError(answer[1]);
        }
        if (answer[0].equals("findings")) {
            throw new EnforcerRuleException(answer[1]);
        }
        getLog().info(answer[1]);
    }

    /** The validator needs a newer Java than this class, which so cannot be compiled against it. */
    private String[] check() throws EnforcerRuleException {
        try {
            Class<?> check = Class.forName("io.stowage.ecs.validation.internal.BuildCheck");
            return (String[]) check.getMethod(
                            "run",
                            List.class,
                            List.class,
                            String.class,
                            String.class,
                            File.class,
                            File.class,
                            String.class,
                            LocalDate.class)
                    .invoke(
                            null,
                            paths(files),
                            paths(context),
                            sets,
                            failOn,
                            suppressions,
                            baseline,
                            region,
                            LocalDate.now(ZoneId.systemDefault()));
        } catch (InvocationTargetException e) {
            throw new EnforcerRuleError("the validation of ECS configurations failed", e.getCause());
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new EnforcerRuleError("the validation of ECS configurations needs Java 17 or newer", e);
        }
    }

    private static List<String> paths(List<File> files) {
        List<String> paths = new ArrayList<>();
        for (File file : files) {
            paths.add(file.getPath());
        }
        return paths;
    }

    @Override
    public String toString() {
        return "ecsTaskDefinitions" + files;
    }
}
