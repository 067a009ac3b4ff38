package io.stowage.ecs.validation.cli;

import java.io.PrintWriter;
import java.util.spi.ToolProvider;

/** The command line as a tool of the Java platform: {@code ToolProvider.findFirst("ecs-validate")}. */
public final class EcsValidateTool implements ToolProvider {
    /** Made by the service loader. */
    public EcsValidateTool() {}

    @Override
    public String name() {
        return "ecs-validate";
    }

    @Override
    public int run(PrintWriter out, PrintWriter err, String... args) {
        return Main.run(out, err, args);
    }
}
