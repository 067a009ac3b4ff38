package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.CONTAINERS;
import static io.stowage.ecs.validation.internal.rules.SecurityRules.risk;

import io.stowage.ecs.model.common.KeyValuePair;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.HealthCheck;
import io.stowage.ecs.model.taskdef.LogConfiguration;
import io.stowage.ecs.validation.internal.tables.KnownNames;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The part of section 28 about secrets that are written where everybody reads them. A placeholder is no secret. */
final class SecurityOfSecretsRules {
    private static final Set<String> WORDS = KnownNames.of("secret-name-words");
    private static final Set<String> HARMLESS_ENDINGS = KnownNames.of("secret-name-harmless-endings");

    /** An id that is as good as half a secret, although names that end in _id are harmless otherwise. */
    private static final String ACCESS_KEY_ID = "aws_access_key_id";

    // Each begins with something rare and never goes back further than to it, so that long values cost no more than
    // short ones.
    private static final Pattern CREDENTIAL = Pattern.compile("(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])"
            + "|-----BEGIN (?:[A-Z]{1,20} ){0,3}PRIVATE KEY-----"
            + "|://[^/\\s:@]{0,256}:[^/\\s:@]{1,256}@");

    private static final Pattern OPTION = Pattern.compile("(?:^|\\s)--(?:password|token)=\\S");

    private static final Place<KeyValuePair> ENVIRONMENT = CONTAINERS.each(ContainerDefinition::environment);

    private SecurityOfSecretsRules() {}

    static List<Rule> rules() {
        return List.of(
                risk("security.plaintext-secret-name")
                        .summary("An environment variable has the name of a secret and a value in plain text.")
                        .source("Security Hub ECS.8; TRIVY AWS-0036; OUR (list)")
                        .in(ENVIRONMENT)
                        .needing(KeyValuePair::name, KeyValuePair::value)
                        .when(KeyValuePair::name, SecurityOfSecretsRules::isNameOfSecret)
                        .message("Variable \"{name}\" looks like a secret in plain text, which everybody reads who may"
                                + " describe task definitions.")
                        .fix("Move it to `secrets`."),
                risk("security.plaintext-secret-value")
                        .summary("The value of an environment variable looks like a credential.")
                        .source("TRIVY AWS-0036; OUR (patterns)")
                        .in(ENVIRONMENT)
                        .when(KeyValuePair::value, SecurityOfSecretsRules::isCredential)
                        .message("The value of variable \"{name}\" looks like a credential.")
                        .fix("Move it to `secrets`."),
                risk("security.secret-in-command")
                        .summary("A command line holds a credential.")
                        .source("OUR")
                        .in(CONTAINERS)
                        .whenAt(
                                ContainerDefinition::command,
                                container -> holdsSecret(container.each(ContainerDefinition::command)))
                        .whenAt(
                                ContainerDefinition::entryPoint,
                                container -> holdsSecret(container.each(ContainerDefinition::entryPoint)))
                        .whenInside(
                                container -> container
                                        .member(ContainerDefinition::healthCheck)
                                        .member(HealthCheck::command),
                                container -> holdsSecret(container
                                        .member(ContainerDefinition::healthCheck)
                                        .each(HealthCheck::command)))
                        .message("A credential is part of a command line of container \"{name}\".")
                        .fix("Pass it as a secret variable."),
                risk("security.splunk-token-plaintext")
                        .summary("The token for Splunk is written in plain text.")
                        .source("OUR")
                        .in(CONTAINERS.member(ContainerDefinition::logConfiguration))
                        .needing(LogConfiguration::options)
                        .whenInside(
                                logs -> logs.entry(LogConfiguration::options, "splunk-token"),
                                logs -> logs.entry(LogConfiguration::options, "splunk-token")
                                        .isPresent())
                        .message("The token for Splunk is in plain text.")
                        .fix("Move it to `secretOptions`."));
    }

    private static boolean isNameOfSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean harmless = HARMLESS_ENDINGS.stream()
                .anyMatch(ending -> lower.endsWith(ending) && !(ending.equals("_id") && lower.contains(ACCESS_KEY_ID)));
        return !harmless && WORDS.stream().anyMatch(lower::contains);
    }

    private static boolean holdsSecret(List<View<String>> words) {
        for (View<String> word : words) {
            if (word.tells(one -> isCredential(one.get()) || isOptionWithSecret(one.get()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCredential(String text) {
        boolean may = text.indexOf('@') > 0 || text.contains("IA") || text.contains("KEY-----");
        return may && CREDENTIAL.matcher(text).find();
    }

    private static boolean isOptionWithSecret(String text) {
        return text.contains("--") && OPTION.matcher(text).find();
    }
}
