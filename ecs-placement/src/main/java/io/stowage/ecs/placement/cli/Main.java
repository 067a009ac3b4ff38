package io.stowage.ecs.placement.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line of placement: {@code place}, {@code explain}, {@code needs}, {@code query}, {@code density}, {@code rollout}, {@code
 * simulate} and {@code drill}.
 *
 * <p>Exit codes: 0 if all is well, 1 if a task was not placed, nothing matched or a service may not get there, 2 if the command was called wrongly or an input
 * cannot be used.
 */
@Command(
        name = "ecs-placement",
        description = "Places tasks on a described cluster as Amazon ECS does, and says why.",
        subcommands = {
            PlaceCommand.class,
            ExplainCommand.class,
            NeedsCommand.class,
            QueryCommand.class,
            DensityCommand.class,
            RolloutCommand.class,
            SimulateCommand.class,
            DrillCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class Main implements Runnable {
    /** All is well. */
    public static final int FINE = 0;

    /** A task was not placed, nothing matched, or a service may not get where it is to go. */
    public static final int UNPLACED = 1;

    /** The command was called wrongly, or an input cannot be used. */
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
        System.exit(run(out, err, args));
    }

    /**
     * Runs without ending the process.
     *
     * @param out takes answers; flushed at the end
     * @param err takes what is wrong with the call or with an input; flushed at the end
     * @param args the arguments
     * @return the exit code
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        int code = new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, arguments) -> {
                    err.println(e.getMessage());
                    err.println("Try --help.");
                    return UNUSABLE;
                })
                .setExecutionExceptionHandler((e, command, result) -> {
                    err.println(
                            e instanceof UnusableInputException
                                    ? e.getMessage()
                                    : "This is a fault of the program, not of the input: " + e);
                    return UNUSABLE;
                })
                .execute(args);
        out.flush();
        err.flush();
        return code;
    }

    /** Called when no command was given. */
    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Which command? There are place, explain, needs, query, density, rollout, simulate and drill.");
    }
}
