package io.stowage.ecs.validation.reader;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.SourceText;
import java.util.List;

/**
 * What was found in files: configurations to validate, and what there is to say about the files themselves. What a file is, its
 * content tells.
 *
 * <pre>{@code
 * EcsDocuments documents = EcsDocuments.reader().add(Path.of(""), List.of("deploy/**" + "/*.json", "template.yaml")).read();
 * ValidationReport report = EcsValidator.standard().validate(documents);
 * }</pre>
 *
 * <p>Known are
 * <ul>
 *   <li>task definitions as registered or described, and bare lists of container definitions;
 *   <li>services as created, updated or described, run-task input, clusters and capacity providers as created;
 *   <li>CloudFormation templates, those of CDK included, in JSON or YAML;
 *   <li>plans of Terraform ({@code terraform show -json});
 *   <li>configurations of ecspresso, with the two files they name;
 *   <li>a whole configuration: an object with the members of {@link io.stowage.ecs.validation.input.EcsConfiguration};
 *   <li>given as context, what describes a cluster and its surroundings: container instances, services, clusters, capacity providers,
 *       load balancers, target groups, security groups and subnets as the AWS command line prints them.
 * </ul>
 *
 * <p>A service and a task definition in different files belong together if the service names the family, if an ecspresso
 * configuration names both, or if the service names no task definition and its folder holds exactly one. Immutable.
 */
public final class EcsDocuments {
    private final List<LocatedConfiguration> configurations;
    private final List<Diagnostic> diagnostics;
    private final List<Diagnostic> problems;
    private final List<SourceText> sources;
    private final List<SourceText> texts;

    EcsDocuments(
            List<LocatedConfiguration> configurations,
            List<Diagnostic> diagnostics,
            List<Diagnostic> problems,
            List<SourceText> sources,
            List<SourceText> texts) {
        this.configurations = List.copyOf(configurations);
        this.diagnostics = diagnostics.stream().distinct().sorted().toList();
        this.problems = problems.stream().distinct().sorted().toList();
        this.sources = List.copyOf(sources);
        this.texts = List.copyOf(texts);
    }

    /**
     * Starts to read.
     *
     * @return a new reader without documents
     */
    public static EcsDocumentReader reader() {
        return new EcsDocumentReader();
    }

    /**
     * What there is to validate.
     *
     * @return in the order of the documents; a service and its task definition are one; unmodifiable
     */
    public List<LocatedConfiguration> configurations() {
        return configurations;
    }

    /**
     * What was found in reading the documents that could be read.
     *
     * @return sorted; unmodifiable
     */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /**
     * What kept documents from being read: they are broken, or nothing that is known.
     *
     * @return sorted; unmodifiable
     */
    public List<Diagnostic> problems() {
        return problems;
    }

    /**
     * The texts that are something that is known.
     *
     * @return in the order in which they were given; unmodifiable
     */
    public List<SourceText> sources() {
        return sources;
    }

    /**
     * All texts that there is something to say about, those that could not be read included: what findings and problems quote.
     *
     * @return in the order in which they were given; unmodifiable
     */
    public List<SourceText> texts() {
        return texts;
    }
}
