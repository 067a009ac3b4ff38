package io.stowage.ecs.placement.cli;

import io.stowage.ecs.model.json.DocumentKind;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.placement.PlacementRequestException;
import io.stowage.ecs.placement.service.ServiceSimulator;
import io.stowage.ecs.placement.service.SimulatedService;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What is to happen in a simulation, as {@code TIME COMMAND OPERAND}. What it names is looked up before time passes, as far as it can be. */
record PlannedEvent(String text, Duration time, Consumer<ServiceSimulator> command) {
    private static final List<String> COMMANDS = List.of(
            "deploy", "desired-count", "lose", "lose-zone", "drain", "activate", "alarm", "alarm-off", "stop-task");

    static PlannedEvent parse(String text, SimulatedService service, Names names) {
        String[] words = text.strip().split("\\s+", 3);
        if (words.length < 3) {
            throw unusable(text, "three words were expected: a time, a command and its operand");
        }
        Duration time = Times.duration("--at `" + text + "`", words[0]);
        return new PlannedEvent(text, time, command(text, words[1], words[2], service, names));
    }

    /** Refuses what would never happen. */
    void checkWithin(Duration end) {
        if (time.compareTo(end) > 0) {
            throw unusable(text, "the simulation ends before, after " + end + "; --for sets how long it is");
        }
    }

    /** Notes it. */
    void planOn(ServiceSimulator simulator) {
        simulator.at(time, now -> {
            try {
                command.accept(now);
            } catch (PlacementRequestException e) {
                throw unusable(
                        text,
                        e.faults().stream()
                                .map(fault -> fault.diagnostic().toString())
                                .collect(Collectors.joining("\n")));
            } catch (IllegalArgumentException e) {
                throw unusable(text, String.valueOf(e.getMessage()));
            }
        });
    }

    private static Consumer<ServiceSimulator> command(
            String text, String command, String operand, SimulatedService service, Names names) {
        return switch (command) {
            case "deploy" -> deploy(text, operand, service);
            case "desired-count" -> {
                int count = count(text, operand);
                yield simulator -> simulator.setDesiredCount(service.name(), count);
            }
            case "lose" -> {
                String id = names.id(operand);
                yield simulator -> simulator.loseInstance(id);
            }
            case "lose-zone" ->
                simulator -> {
                    if (simulator.loseZone(operand) == 0) {
                        throw unusable(text, "no container instance is in zone " + operand);
                    }
                };
            case "drain" -> {
                String id = names.id(operand);
                yield simulator -> simulator.drain(id);
            }
            case "activate" -> {
                String id = names.id(operand);
                yield simulator -> simulator.activate(id);
            }
            case "alarm" -> simulator -> simulator.setAlarm(operand, true);
            case "alarm-off" -> simulator -> simulator.setAlarm(operand, false);
            case "stop-task" -> simulator -> simulator.stopTask(operand);
            default ->
                throw unusable(
                        text,
                        "there is no command " + command + "; one of " + String.join(", ", COMMANDS) + " was expected");
        };
    }

    private static Consumer<ServiceSimulator> deploy(String text, String operand, SimulatedService service) {
        Path file;
        try {
            file = Path.of(operand);
        } catch (InvalidPathException e) {
            throw unusable(text, "`" + operand + "` is no name of a file");
        }
        TaskDefinition next = Documents.read(file, DocumentKind.TASK_DEFINITION).orThrow();
        SimulatedService updated = SimulatedService.of(
                        service.request().toBuilder().desiredCount(null).build(), next)
                .behaving(service.behavior());
        return simulator -> simulator.deploy(updated);
    }

    private static int count(String text, String operand) {
        try {
            return Integer.parseInt(operand);
        } catch (NumberFormatException e) {
            throw unusable(text, "`" + operand + "` is no number of tasks; 0 or more was expected");
        }
    }

    private static UnusableInputException unusable(String text, String message) {
        return new UnusableInputException("--at `" + text + "`: " + message);
    }
}
