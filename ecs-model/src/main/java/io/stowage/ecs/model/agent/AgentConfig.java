package io.stowage.ecs.model.agent;

import io.stowage.ecs.model.cluster.Attribute;
import io.stowage.ecs.model.cluster.Resource;
import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.network.PortRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a container agent was told in {@code /etc/ecs/ecs.config}, and what it makes of it: a value that cannot be used is the
 * default, an empty list, 0 and an empty text count as not written, and a list that is written replaces the default. Immutable.
 *
 * <p>The file is read as the init package reads it: values are literal, with quotes and all, and later lines win. See
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-agent-config.html">agent configuration</a>. A line
 * of the file takes the place of what the init package would set, so that an unusable one leaves the default of the agent. Where
 * the image brings a file of its own ({@code /var/lib/ecs/ecs.config}), it is read first: put its text before that of this one.
 */
public final class AgentConfig {
    private final AgentDefaults defaults;
    private final Map<String, @Nullable Object> values;
    private final Map<String, String> written;
    private final List<Diagnostic> diagnostics;
    private final List<String> warnings;
    private final List<String> unknownKeys;
    private final List<RegistrationError> errors;

    AgentConfig(
            AgentDefaults defaults,
            Map<String, @Nullable Object> values,
            Map<String, String> written,
            List<Diagnostic> diagnostics,
            List<String> warnings,
            List<String> unknownKeys,
            List<RegistrationError> errors) {
        this.defaults = defaults;
        this.values = new HashMap<>(values);
        this.written = Collections.unmodifiableMap(new LinkedHashMap<>(written));
        this.diagnostics = List.copyOf(diagnostics);
        this.warnings = List.copyOf(warnings);
        this.unknownKeys = List.copyOf(unknownKeys);
        this.errors = List.copyOf(errors);
    }

    /**
     * Reads a file.
     *
     * @param file a file in UTF-8
     * @param defaults whose defaults hold where it says nothing
     * @return the configuration, with all findings
     * @throws IOException if it cannot be read
     */
    public static AgentConfig read(Path file, AgentDefaults defaults) throws IOException {
        return parse(
                SourceText.of(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8)), defaults);
    }

    /**
     * Reads a text. No text makes this throw.
     *
     * @param source the text of the file
     * @param defaults whose defaults hold where it says nothing
     * @return the configuration, with all findings
     */
    public static AgentConfig parse(SourceText source, AgentDefaults defaults) {
        return new AgentConfigReader(source, defaults).read();
    }

    /**
     * The configuration of an instance without a file.
     *
     * @param defaults whose defaults hold
     * @return the defaults
     */
    public static AgentConfig of(AgentDefaults defaults) {
        return parse(SourceText.of("", ""), defaults);
    }

    /**
     * Whose defaults hold.
     *
     * @return as given
     */
    public AgentDefaults defaults() {
        return defaults;
    }

    /**
     * What was written.
     *
     * @return keys and literal values in the order of the file, the last one of each key; unmodifiable
     */
    public Map<String, String> written() {
        return written;
    }

    /**
     * Everything there is to say about the file.
     *
     * @return sorted by place; unmodifiable
     */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /**
     * Keys whose value the agent does not take as written.
     *
     * @return in the order of the file; unmodifiable
     */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * Keys that nothing reads; what begins with {@code #} is left out.
     *
     * @return in the order of the file; unmodifiable
     */
    public List<String> unknownKeys() {
        return unknownKeys;
    }

    /**
     * What keeps an instance with this configuration from registering, whatever the machine is.
     *
     * @return empty if nothing does; unmodifiable
     */
    public List<RegistrationError> registrationErrors() {
        return errors;
    }

    /**
     * Whether a setting is on.
     *
     * @param key a key of the file whose value is true or false, for example {@code ECS_ENABLE_TASK_ENI}
     * @return the value in force
     * @throws IllegalArgumentException if there is no such key
     */
    public boolean isOn(String key) {
        return value(key, Boolean.class)
                .orElseThrow(() -> new IllegalArgumentException("no setting that is on or off: " + key));
    }

    /**
     * A duration in force.
     *
     * @param key a key of the file whose value is a duration, for example {@code ECS_CONTAINER_STOP_TIMEOUT}
     * @return empty if none is set
     */
    public Optional<Duration> duration(String key) {
        return value(key, Duration.class);
    }

    /**
     * A text in force, of a key whose value is a text or one of several words.
     *
     * @param key a key of the file, for example {@code ECS_IMAGE_PULL_BEHAVIOR}
     * @return empty if none is set
     */
    public Optional<String> text(String key) {
        return value(key, String.class);
    }

    private <T> Optional<T> value(String key, Class<T> type) {
        Object value = values.get(key);
        return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
    }

    private List<?> list(String key) {
        return value(key, List.class).orElse(List.of());
    }

    /**
     * The cluster the instance joins.
     *
     * @return {@code default} unless written otherwise
     */
    public String cluster() {
        return text("ECS_CLUSTER").map(String::strip).orElse("default");
    }

    /**
     * Memory that is not offered to tasks.
     *
     * @return MiB
     */
    public int reservedMemoryMib() {
        return value("ECS_RESERVED_MEMORY", Integer.class).orElse(0);
    }

    /**
     * TCP ports that are not offered to tasks.
     *
     * @return in the order written; unmodifiable
     */
    public List<Integer> reservedTcpPorts() {
        return list("ECS_RESERVED_PORTS").stream().map(Integer.class::cast).toList();
    }

    /**
     * UDP ports that are not offered to tasks.
     *
     * @return in the order written; unmodifiable
     */
    public List<Integer> reservedUdpPorts() {
        return list("ECS_RESERVED_PORTS_UDP").stream().map(Integer.class::cast).toList();
    }

    /**
     * The ports that tasks get for a host port of 0. On Linux the kernel says; without it, that of the optimized image is taken.
     *
     * @return the range
     */
    public PortRange dynamicHostPortRange() {
        return value("ECS_DYNAMIC_HOST_PORT_RANGE", PortRange.class).orElseThrow();
    }

    /**
     * The log drivers of the instance.
     *
     * @return in the order written; unmodifiable
     */
    public List<String> loggingDrivers() {
        return list("ECS_AVAILABLE_LOGGING_DRIVERS").stream()
                .map(String.class::cast)
                .toList();
    }

    /**
     * Capabilities of volume plug-ins.
     *
     * @return in the order written; unmodifiable
     */
    public List<String> volumePluginCapabilities() {
        return list("ECS_VOLUME_PLUGIN_CAPABILITIES").stream()
                .map(String.class::cast)
                .toList();
    }

    /**
     * Attributes that the instance gets when it registers for the first time.
     *
     * @return names and values in written order; unmodifiable
     */
    public Map<String, String> customAttributes() {
        return strings("ECS_INSTANCE_ATTRIBUTES");
    }

    /**
     * Tags that the instance gets.
     *
     * @return keys and values in written order; unmodifiable
     */
    public Map<String, String> tags() {
        return strings("ECS_CONTAINER_INSTANCE_TAGS");
    }

    private Map<String, String> strings(String key) {
        Map<String, String> strings = new LinkedHashMap<>();
        if (values.get(key) instanceof Map<?, ?> map) {
            map.forEach((name, text) -> strings.put((String) name, (String) text));
        }
        return Collections.unmodifiableMap(strings);
    }

    /**
     * Whether tasks may have roles.
     *
     * @return the value of {@code ECS_ENABLE_TASK_IAM_ROLE}
     */
    public boolean isTaskIamRoleOn() {
        return isOn("ECS_ENABLE_TASK_IAM_ROLE");
    }

    /**
     * Whether tasks in host mode may have roles.
     *
     * @return the value of {@code ECS_ENABLE_TASK_IAM_ROLE_NETWORK_HOST}
     */
    public boolean isTaskIamRoleNetworkHostOn() {
        return isOn("ECS_ENABLE_TASK_IAM_ROLE_NETWORK_HOST");
    }

    /**
     * Whether tasks may have network interfaces.
     *
     * @return the value of {@code ECS_ENABLE_TASK_ENI}; always false for external instances
     */
    public boolean isTaskEniOn() {
        return isOn("ECS_ENABLE_TASK_ENI") && !isOn("ECS_EXTERNAL");
    }

    /**
     * The attributes that the agent announces, and the custom ones. What the service adds (zone, instance type, image, network) is
     * not among them. This supposes a current agent, and a Docker daemon whose API reaches 1.32; what only the optimized image
     * brings (ECS Exec, Service Connect and the like) is announced with {@link AgentDefaults#ECS_INIT}. Versions of plug-ins and
     * drivers, which are attributes with a value, are not known and left out.
     *
     * @return sorted by name; unmodifiable
     */
    public List<Attribute> attributes() {
        return AgentCapabilities.of(this);
    }

    /**
     * The resources that a machine with this configuration registers: {@code CPU}, {@code MEMORY}, {@code PORTS} and {@code
     * PORTS_UDP}. The ports are those that are taken.
     *
     * @param vcpus number of CPUs, at least 1
     * @param memoryMib memory that the operating system sees, in MiB
     * @return the four resources in that order; unmodifiable
     * @throws RegistrationException if the instance never registers
     * @throws IllegalArgumentException if there are no CPUs, or more than an int of CPU units
     */
    public List<Resource> registeredResources(int vcpus, int memoryMib) {
        if (vcpus < 1 || vcpus > Integer.MAX_VALUE / 1024) {
            throw new IllegalArgumentException("a machine has at least 1 vCPU and at most 2097151, not " + vcpus);
        }
        if (!errors.isEmpty()) {
            throw new RegistrationException(
                    errors.get(0),
                    diagnostics.stream()
                            .filter(d -> d.severity() == Severity.ERROR)
                            .findFirst()
                            .map(Diagnostic::message)
                            .orElse(""));
        }
        if (memoryMib < reservedMemoryMib()) {
            throw new RegistrationException(
                    RegistrationError.RESERVED_MEMORY_TOO_LARGE,
                    "ECS_RESERVED_MEMORY is " + reservedMemoryMib() + " MiB, and the machine has " + memoryMib
                            + " MiB; nothing would be left to offer");
        }
        return List.of(
                number("CPU", vcpus * 1024),
                number("MEMORY", memoryMib - reservedMemoryMib()),
                ports("PORTS", reservedTcpPorts()),
                ports("PORTS_UDP", reservedUdpPorts()));
    }

    private static Resource number(String name, int amount) {
        return Resource.builder()
                .name(name)
                .type("INTEGER")
                .doubleValue(0.0)
                .longValue(0L)
                .integerValue(amount)
                .build();
    }

    private static Resource ports(String name, List<Integer> ports) {
        return set(name, ports.stream().map(String::valueOf).toList());
    }

    static Resource set(String name, List<String> elements) {
        return Resource.builder()
                .name(name)
                .type("STRINGSET")
                .doubleValue(0.0)
                .longValue(0L)
                .integerValue(0)
                .stringSetValue(elements)
                .build();
    }
}
