package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.CONTAINERS;
import static io.stowage.ecs.validation.internal.rules.Places.LOG_CONFIGURATIONS;
import static io.stowage.ecs.validation.spi.Rule.error;
import static io.stowage.ecs.validation.spi.Rule.warning;
import static java.util.function.Predicate.not;

import io.stowage.ecs.model.OpenEnum;
import io.stowage.ecs.model.common.KeyValuePair;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.EnvironmentFile;
import io.stowage.ecs.model.taskdef.LogConfiguration;
import io.stowage.ecs.model.taskdef.RepositoryCredentials;
import io.stowage.ecs.model.taskdef.Secret;
import io.stowage.ecs.validation.internal.tables.KnownBounds;
import io.stowage.ecs.validation.internal.tables.KnownNames;
import io.stowage.ecs.validation.spi.Member;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Report;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Section 7 of the catalogue: secrets and the environment; roles are in {@link ExecutionRoleRules}. */
final class SecretRules {
    private static final Pattern PARAMETER_NAME = Pattern.compile("[A-Za-z0-9_./-]+");
    private static final String SECRET = "secret:";
    private static final String PARAMETER = "parameter";

    /** A secret with its name, or with name, key, stage and version. */
    private static final Set<Integer> PARTS_OF_A_SECRET = Set.of(2, 5);

    private static final String SUFFIX_OF_FILES = ".env";
    private static final Set<String> VARIABLES_OF_THE_AGENT = KnownNames.of("variables-of-the-agent");
    private static final long FILES = KnownBounds.of("environment-files").max();

    private static final List<Place<Secret>> SECRETS = List.of(
            CONTAINERS.each(ContainerDefinition::secrets), LOG_CONFIGURATIONS.each(LogConfiguration::secretOptions));

    private static final Place<KeyValuePair> ENVIRONMENT = CONTAINERS.each(ContainerDefinition::environment);
    private static final Place<EnvironmentFile> ENVIRONMENT_FILES =
            CONTAINERS.each(ContainerDefinition::environmentFiles);
    private static final Place<RepositoryCredentials> REPOSITORY_CREDENTIALS =
            CONTAINERS.member(ContainerDefinition::repositoryCredentials);

    static final RuleGroup GROUP = new RuleGroup("7. Task definition: IAM, secrets, environment", rules());

    private SecretRules() {}

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(ExecutionRoleRules.rules());
        rules.addAll(ofSecrets());
        rules.addAll(ofEnvironment());
        rules.addAll(ofEnvironmentFiles());
        return rules;
    }

    private static List<Rule> ofSecrets() {
        return List.of(
                error("secret.name-required")
                        .summary("A secret has no name, or an empty one.")
                        .source("API:Secret")
                        .in(SECRETS)
                        .whenAbsent(Secret::name)
                        .message("The secret has no `name`, so nothing tells where its value goes.")
                        .fix("Add the name of the variable or option."),
                error("secret.value-required")
                        .summary("A secret does not say where its value comes from.")
                        .source("API:Secret")
                        .in(SECRETS)
                        .whenAbsent(Secret::valueFrom)
                        .message("The secret {name} has no `valueFrom`.")
                        .fix("Add the ARN of a secret or parameter."),
                error("secret.value-format")
                        .summary("Where a secret comes from is neither a secret of Secrets Manager nor a parameter of"
                                + " Systems Manager.")
                        .source("API:Secret.valueFrom")
                        .in(SECRETS)
                        .when(Secret::valueFrom, not(SecretRules::isSource))
                        .message("`valueFrom` is \"{value}\", which names neither a secret nor a parameter.")
                        .fix("Write the full ARN, or the name of a parameter in the same region."),
                error("secret.json-key-format")
                        .summary("What follows the name of a secret is not a key, a stage and a version, each of which"
                                + " may be empty.")
                        .source("DOC:specifying-sensitive-data; CDK:container-definition.ts")
                        .in(SECRETS)
                        .when(Secret::valueFrom, SecretRules::hasWrongSuffix)
                        .message("What follows the name of the secret must be :json-key:version-stage:version-id, with"
                                + " both colons even where the last two are empty.")
                        .fix("Append :: behind the key."),
                error("secret.name-duplicate")
                        .summary("The name of a secret is that of another secret or variable of the container.")
                        .source("MSG:secret name must be unique")
                        .in(CONTAINERS)
                        .needing(ContainerDefinition::secrets)
                        .check(SecretRules::repeatedNames)
                        .pointingAt(SECRETS.get(0).member(Secret::name))
                        .message("\"{value}\" is set by another secret or variable of the container as well.")
                        .fix("Keep one of them."),
                error("iam.registry-credentials-format")
                        .summary("The credentials of a registry are absent, or the ARN of something other than a"
                                + " secret of Secrets Manager. An empty text is left alone.")
                        .source("API:RepositoryCredentials")
                        .in(REPOSITORY_CREDENTIALS)
                        .whenAt(
                                RepositoryCredentials::credentialsParameter,
                                credentials -> credentials
                                                .member(RepositoryCredentials::credentialsParameter)
                                                .isKnown()
                                        && credentials.written(RepositoryCredentials::credentialsParameter) == null)
                        .when(RepositoryCredentials::credentialsParameter, SecretRules::isOtherArn)
                        .with("given", Words.found(RepositoryCredentials::credentialsParameter))
                        .message("`credentialsParameter` is {given}; credentials of a registry are a secret of Secrets"
                                + " Manager.")
                        .fix("Give the ARN or the name of the secret."));
    }

    private static List<Rule> ofEnvironment() {
        return List.of(
                error("env.name-required")
                        .summary("A variable of the environment has no name, or an empty one.")
                        .source("API:KeyValuePair; OUR")
                        .in(ENVIRONMENT)
                        .whenAbsent(KeyValuePair::name)
                        .message("The variable has no `name`.")
                        .fix("Add it."),
                error("env.value-not-string")
                        .summary("The value of a variable is no string, and the API takes strings only.")
                        .source("API:KeyValuePair.value")
                        .in(ENVIRONMENT.kept("value"))
                        .whenValue(SecretRules::isNoString)
                        .with(
                                "variable",
                                value -> value.within(KeyValuePair.class).member(KeyValuePair::name))
                        .message("The value of \"{variable}\" is {value}, which is no string.")
                        .fix("Put it in quotes."),
                warning("env.name-duplicate")
                        .summary("A container has the same variable twice; upper and lower case count.")
                        .source("OUR")
                        .in(CONTAINERS)
                        .whenRepeated(ContainerDefinition::environment, KeyValuePair::name)
                        .message("An earlier variable is called \"{value}\" already, and one of the two is lost.")
                        .fix("Keep one of them."),
                warning("env.reserved-name")
                        .summary("A variable has a name that the container agent sets itself.")
                        .source("OUR; AGENT source (task metadata and credentials injection)")
                        .in(ENVIRONMENT)
                        .when(KeyValuePair::name, VARIABLES_OF_THE_AGENT::contains)
                        .message("\"{value}\" is set by the container agent itself.")
                        .fix("Remove it."));
    }

    private static List<Rule> ofEnvironmentFiles() {
        return List.of(
                error("env.too-many-files")
                        .summary("A container has more environment files than ECS takes.")
                        .source("API:EnvironmentFile; DOC:taskdef-envfiles; OUR")
                        .in(CONTAINERS)
                        .whenMoreThan(ContainerDefinition::environmentFiles, FILES)
                        .message("The container has {count} environment files, and ECS takes at most {max}.")
                        .fix("Merge some of them."),
                error("env.file-type")
                        .summary("The type of an environment file is absent, or not `s3`.")
                        .source("API:EnvironmentFileType")
                        .in(ENVIRONMENT_FILES)
                        .whenAbsent(EnvironmentFile::type)
                        .when(EnvironmentFile::type, not(OpenEnum::isKnown))
                        .with("given", Words.found(EnvironmentFile::type))
                        .message("The type of the environment file is {given}, and ECS reads them from S3 only.")
                        .fix("Set `type` to s3, in small letters."),
                error("env.file-arn")
                        .summary("An environment file is no ARN of an object in S3.")
                        .source("API:EnvironmentFile.value")
                        .in(ENVIRONMENT_FILES)
                        .whenAbsent(EnvironmentFile::value)
                        .when(EnvironmentFile::value, Words.notOfForm(SecretRules::isObjectInS3))
                        .with("given", Words.found(EnvironmentFile::value))
                        .message("The environment file is {given}; it is named by the ARN of an object in S3.")
                        .fix("Write arn:aws:s3:::bucket/key.env."),
                error("env.file-extension")
                        .summary("The key of an environment file does not end in `.env`.")
                        .source("API:EnvironmentFile")
                        .in(ENVIRONMENT_FILES)
                        .when(EnvironmentFile::value, arn -> isObjectInS3(arn) && !arn.endsWith(SUFFIX_OF_FILES))
                        .message("\"{value}\" does not end in " + SUFFIX_OF_FILES + ", as an environment file must.")
                        .fix("Rename the object."));
    }

    private static boolean isSource(String text) {
        Arn arn = Arn.parse(text);
        if (arn == null) {
            return PARAMETER_NAME.matcher(text).matches();
        }
        return isSecret(arn) || (arn.service().equals("ssm") && arn.resource().startsWith(PARAMETER + "/"));
    }

    private static boolean isSecret(Arn arn) {
        return arn.service().equals("secretsmanager") && arn.resource().startsWith(SECRET);
    }

    private static boolean hasWrongSuffix(String text) {
        Arn arn = Arn.parse(text);
        return arn != null
                && isSecret(arn)
                && !PARTS_OF_A_SECRET.contains(arn.resource().split(":", -1).length);
    }

    private static boolean isOtherArn(String text) {
        Arn arn = Arn.parse(text);
        return arn == null ? text.startsWith("arn:") : !isSecret(arn);
    }

    private static boolean isObjectInS3(String text) {
        Arn arn = Arn.parse(text);
        return arn != null && arn.isObjectInS3();
    }

    /** A text that is kept, or an intrinsic function, is something that becomes a string. */
    private static boolean isNoString(Object kept) {
        return !(kept instanceof String) && !Intrinsics.isFunction(kept);
    }

    private static void repeatedNames(View<ContainerDefinition> container, Report report) {
        Set<String> before = names(container, ContainerDefinition::environment, KeyValuePair::name);
        for (View<Secret> secret : container.each(ContainerDefinition::secrets)) {
            View<String> name = secret.member(Secret::name);
            if (name.isKnown() && name.isPresent() && !before.add(name.get())) {
                report.at(name);
            }
        }
    }

    private static <E> Set<String> names(
            View<ContainerDefinition> container, Member<ContainerDefinition, List<E>> list, Member<E, String> member) {
        Set<String> names = new HashSet<>();
        if (container.member(list).isKnown()) {
            for (View<E> element : container.each(list)) {
                View<String> name = element.member(member);
                if (name.isKnown() && name.isPresent()) {
                    names.add(name.get());
                }
            }
        }
        return names;
    }
}
