package io.stowage.ecs.validation.internal.rules;

import io.stowage.ecs.model.agent.AgentConfig;
import io.stowage.ecs.model.agent.AgentDefaults;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.validation.input.KnownInstance;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The agent configuration of instances, as the model reads it. An instance of which nothing is given is not judged, and neither is
 * a key whose value is a placeholder.
 */
final class Agents {
    private static final Function<Facts, List<AgentConfig>> CONFIGS = Agents::readAll;

    private Agents() {}

    /** What the agent of the instance makes of its configuration. */
    static AgentConfig config(View<KnownInstance> instance) {
        instance.member(KnownInstance::agentConfig).get();
        return instance.facts().once(CONFIGS).get(Integer.parseInt(instance.name()));
    }

    private static List<AgentConfig> readAll(Facts facts) {
        List<AgentConfig> configs = new ArrayList<>();
        for (View<KnownInstance> instance : Hosting.instances(facts)) {
            configs.add(AgentConfig.parse(SourceText.of("ecs.config", file(instance.get())), defaults(instance)));
        }
        return configs;
    }

    /** The configuration as a file. What does not fit into a line of one never reaches an agent, so it is left out. */
    private static String file(KnownInstance instance) {
        StringBuilder file = new StringBuilder();
        for (Map.Entry<String, String> entry : instance.agentConfig().entrySet()) {
            String line = entry.getKey() + "=" + entry.getValue();
            if (!entry.getKey().contains("=") && line.indexOf('\n') < 0 && line.indexOf('\r') < 0) {
                file.append(line).append('\n');
            }
        }
        return file.toString();
    }

    private static AgentDefaults defaults(View<KnownInstance> instance) {
        if ("windows".equals(instance.get().osType())) {
            return AgentDefaults.WINDOWS;
        }
        return Boolean.TRUE.equals(instance.get().amiManaged()) ? AgentDefaults.ECS_INIT : AgentDefaults.AGENT;
    }

    /** The place of a key. */
    static Function<View<KnownInstance>, View<?>> key(String key) {
        return instance -> instance.entry(KnownInstance::agentConfig, key);
    }

    /** Whether the key has a value, blanks aside; the rule is silent if that is a placeholder. */
    static boolean isWritten(View<KnownInstance> instance, String key) {
        String value = instance.entry(KnownInstance::agentConfig, key).find();
        return value != null && !value.isBlank();
    }

    static boolean isOn(View<KnownInstance> instance, String key) {
        AgentConfig config = config(instance);
        isWritten(instance, key);
        return config.isOn(key);
    }

    /**
     * Whether a setting that a task needs is off. Where the optimized image sets the agent up, only what is written counts: which
     * keys the image sets itself depends on its kind.
     */
    static boolean isOff(View<KnownInstance> instance, String key) {
        return !isOn(instance, key) && !isLeftToTheImage(instance, key);
    }

    static boolean isLeftToTheImage(View<KnownInstance> instance, String key) {
        return !isWritten(instance, key) && instance.is(KnownInstance::amiManaged, true);
    }
}
