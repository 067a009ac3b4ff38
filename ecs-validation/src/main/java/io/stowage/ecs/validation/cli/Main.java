package io.stowage.ecs.validation.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line of the validation: {@code validate}, {@code rules} and {@code diff}.
 *
 * <p>Exit codes: 0 if all is well, 1 if there are findings that count, 2 if the command was called wrongly or an input cannot be read.
 */
@Command(
        name = "ecs-validate",
        description = "Finds what Amazon ECS would refuse, ignore or never manage to run.",
        subcommands = {ValidateCommand.class, RulesCommand.class, DiffCommand.class},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class Main implements Runnable {
    /** All is well. */
    public static final int FINE = 0;

    /** There are findings that count. */
    public static final int FINDINGS = 1;

    /** The command was called wrongly, or an input cannot be read. */
    public static final int UNUSABLE = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Main() {}

    /**
     * Runs and ends the process with the exit code.
     *
     * @param args the arguments
     */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, false, StandardCharsets.UTF_8);
        int code = run(out, err, args);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /**
     * Runs without ending the process.
     *
     * @param out takes reports
     * @param err takes what is wrong with the call or with an input
     * @param args the arguments
     * @return the exit code
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine line = new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, arguments) -> {
                    e.getCommandLine().getErr().println(e.getMessage());
                    e.getCommandLine().getErr().println("Try --help.");
                    return UNUSABLE;
                })
                .setExecutionExceptionHandler((e, command, result) -> {
                    command.getErr().println("This is a fault of the program, not of the input: " + e);
                    return UNUSABLE;
                });
        int code = line.execute(args);
        out.flush();
        err.flush();
        return code;
    }

    /** Called when no command was given. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? There are validate, rules and diff.");
    }
}
