package io.stowage.ecs.model.attributes;

import static io.stowage.ecs.model.attributes.AttributesOfTask.DOCKER;
import static io.stowage.ecs.model.attributes.AttributesOfTask.NEW;
import static io.stowage.ecs.model.attributes.AttributesOfTask.OLD;
import static io.stowage.ecs.model.attributes.AttributesOfTask.isWritten;

import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.FirelensConfiguration;
import io.stowage.ecs.model.taskdef.FirelensConfigurationType;
import io.stowage.ecs.model.taskdef.HealthCheck;
import io.stowage.ecs.model.taskdef.LinuxParameters;
import io.stowage.ecs.model.taskdef.LogConfiguration;
import io.stowage.ecs.model.taskdef.LogDriver;
import io.stowage.ecs.model.taskdef.ResourceType;
import io.stowage.ecs.model.taskdef.Secret;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** What one container asks for: attribute and pointer go to the consumer, members in the order of the API. */
final class AttributesOfContainer {
    /** {@code ACCOUNT.dkr.ecr.REGION.DOMAIN/}, and the dual-stack form {@code ACCOUNT.dkr-ecr.REGION.on.aws/}. */
    private static final Pattern ECR_REPOSITORY =
            Pattern.compile("[0-9]{12}\\.dkr[.-]ecr(?:-fips)?\\.[a-z0-9-]+\\.[a-z0-9.-]+/");

    private final ContainerDefinition container;
    private final String pointer;
    private final boolean executionRole;
    private final BiConsumer<String, String> asks;

    AttributesOfContainer(
            ContainerDefinition container, String pointer, boolean executionRole, BiConsumer<String, String> asks) {
        this.container = container;
        this.pointer = pointer;
        this.executionRole = executionRole;
        this.asks = asks;
    }

    void listed() {
        dependencies();
        security();
        firelens();
        health();
        image();
        linux();
        logging();
        resources();
        secrets(container.secrets(), "environment-variables", "secrets");
        plain();
    }

    private void ask(String attribute, String member) {
        asks.accept(attribute, pointer + "/" + member);
    }

    private void dependencies() {
        ordering(!container.dependsOn().isEmpty(), "dependsOn");
        ordering(container.startTimeout() != null, "startTimeout");
        ordering(container.stopTimeout() != null, "stopTimeout");
    }

    private void ordering(boolean isThere, String member) {
        if (isThere) {
            ask(NEW + "container-ordering", member);
            ask(DOCKER + "1.17", member);
        }
    }

    private void security() {
        for (int i = 0; i < container.dockerSecurityOptions().size(); i++) {
            String member = "dockerSecurityOptions/" + i;
            String option = container.dockerSecurityOptions().get(i);
            if (option.startsWith("no-new-privileges")) {
                ask(DOCKER + "1.23", member);
            } else if (option.startsWith("label:")) {
                ask(OLD + "selinux", member);
            } else if (option.startsWith("apparmor:")) {
                ask(OLD + "apparmor", member);
            }
            credentials(option, member);
        }
        for (int i = 0; i < container.credentialSpecs().size(); i++) {
            credentials(container.credentialSpecs().get(i), "credentialSpecs/" + i);
        }
        if (Boolean.TRUE.equals(container.privileged())) {
            ask(OLD + "privileged-container", "privileged");
        }
    }

    private void credentials(String option, String member) {
        if (option.startsWith("credentialspec:")) {
            ask(NEW + "gmsa", member);
        } else if (option.startsWith("credentialspecdomainless:")) {
            ask(NEW + "gmsa-domainless", member);
        }
    }

    private void firelens() {
        FirelensConfiguration firelens = container.firelensConfiguration();
        if (firelens == null) {
            return;
        }
        if (FirelensConfigurationType.FLUENTD.equals(firelens.type())
                || FirelensConfigurationType.FLUENTBIT.equals(firelens.type())) {
            ask(NEW + "firelens." + firelens.type(), "firelensConfiguration/type");
        }
        String config = firelens.options().get("config-file-type");
        if ("file".equals(config) || "s3".equals(config)) {
            ask(NEW + "firelens.options.config." + config, "firelensConfiguration/options/config-file-type");
        }
    }

    private void health() {
        HealthCheck check = container.healthCheck();
        if (check != null) {
            ask(NEW + "container-health-check", "healthCheck");
            ask(
                    DOCKER + (check.startPeriod() == null ? "1.24" : "1.29"),
                    check.startPeriod() == null ? "healthCheck" : "healthCheck/startPeriod");
        }
    }

    private void image() {
        if (container.image() != null
                && ECR_REPOSITORY.matcher(container.image()).lookingAt()) {
            ask(OLD + "ecr-auth", "image");
            if (executionRole) {
                ask(NEW + "execution-role-ecr-pull", "image");
                asks.accept(NEW + "execution-role-ecr-pull", "/executionRoleArn");
            }
        }
        if (container.repositoryCredentials() != null) {
            ask(NEW + "private-registry-authentication.secretsmanager", "repositoryCredentials");
        }
    }

    private void linux() {
        LinuxParameters linux = container.linuxParameters();
        if (linux == null) {
            return;
        }
        if (Boolean.TRUE.equals(linux.initProcessEnabled())) {
            ask(DOCKER + "1.25", "linuxParameters/initProcessEnabled");
        }
        if (linux.maxSwap() != null) {
            ask(DOCKER + "1.25", "linuxParameters/maxSwap");
        }
        if (linux.sharedMemorySize() != null) {
            ask(DOCKER + "1.22", "linuxParameters/sharedMemorySize");
        }
        if (linux.swappiness() != null) {
            ask(DOCKER + "1.25", "linuxParameters/swappiness");
        }
        if (!Presence.isAbsent(linux.tmpfs())) {
            ask(DOCKER + "1.22", "linuxParameters/tmpfs");
        }
    }

    private void logging() {
        LogConfiguration logging = container.logConfiguration();
        LogDriver driver = logging == null ? null : logging.logDriver();
        if (logging == null || driver == null || driver.value().isEmpty()) {
            return;
        }
        Map<String, String> options = logging.options();
        ask(OLD + "logging-driver." + driver, "logConfiguration/logDriver");
        // Real answers of tasks in bridge mode list 1.19 alone: the options take the place of the plain driver.
        if (options.isEmpty() || driver.equals(LogDriver.AWSFIRELENS)) {
            ask(DOCKER + "1.18", "logConfiguration/logDriver");
        } else {
            ask(DOCKER + "1.19", "logConfiguration/options");
        }
        if (driver.equals(LogDriver.AWSFIRELENS) && options.containsKey("log-driver-buffer-limit")) {
            ask(
                    NEW + "logging-driver.awsfirelens.log-driver-buffer-limit",
                    "logConfiguration/options/log-driver-buffer-limit");
        }
        if (driver.equals(LogDriver.AWSLOGS)) {
            if (executionRole) {
                ask(NEW + "execution-role-awslogs", "logConfiguration/logDriver");
                asks.accept(NEW + "execution-role-awslogs", "/executionRoleArn");
            }
            option(options, "awslogs-create-group", "1.29");
        }
        option(options, "mode", "1.28");
        option(options, "max-buffer-size", "1.28");
        secrets(logging.secretOptions(), "bootstrap.log-driver", "logConfiguration/secretOptions");
    }

    private void option(Map<String, String> options, String name, String dockerVersion) {
        if (options.containsKey(name)) {
            ask(DOCKER + dockerVersion, "logConfiguration/options/" + name);
        }
    }

    private void resources() {
        for (int i = 0; i < container.resourceRequirements().size(); i++) {
            if (ResourceType.INFERENCE_ACCELERATOR.equals(
                    container.resourceRequirements().get(i).type())) {
                ask(NEW + "task-eia", "resourceRequirements/" + i);
            }
        }
        for (int i = 0; i < container.portMappings().size(); i++) {
            if (isWritten(container.portMappings().get(i).containerPortRange())) {
                ask(NEW + "network.container-port-range", "portMappings/" + i + "/containerPortRange");
            }
        }
        if (container.restartPolicy() != null
                && Boolean.TRUE.equals(container.restartPolicy().enabled())) {
            ask(NEW + "container-restart-policy", "restartPolicy/enabled");
        }
    }

    private void secrets(List<Secret> secrets, String use, String member) {
        for (int i = 0; i < secrets.size(); i++) {
            String from = secrets.get(i).valueFrom();
            if (from != null && !from.isEmpty()) {
                // The parameter store is also meant by a bare name, the secret store by its ARN alone.
                String store = from.contains(":secretsmanager:") ? "asm" : "ssm";
                ask(NEW + "secrets." + store + "." + use, member + "/" + i);
            }
        }
    }

    private void plain() {
        if (!container.environmentFiles().isEmpty()) {
            ask(NEW + "env-files.s3", "environmentFiles");
        }
        if (container.memoryReservation() != null) {
            ask(DOCKER + "1.21", "memoryReservation");
        }
        // Real answers list these for a member that was written as empty, too.
        docker(!Presence.isAbsent(container.links()), "1.17", "links");
        docker(isWritten(container.user()), "1.17", "user");
        docker(isWritten(container.workingDirectory()), "1.17", "workingDirectory");
        docker(!Presence.isAbsent(container.ulimits()), "1.18", "ulimits");
        docker(!Presence.isAbsent(container.dockerLabels()), "1.18", "dockerLabels");
    }

    private void docker(boolean isThere, String version, String member) {
        if (isThere) {
            ask(DOCKER + version, member);
        }
    }
}
