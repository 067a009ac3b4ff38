package io.stowage.ecs.benchmarks.fenzo;

import com.netflix.fenzo.ConstraintEvaluator;
import com.netflix.fenzo.SchedulingResult;
import com.netflix.fenzo.TaskAssignmentResult;
import com.netflix.fenzo.TaskRequest;
import com.netflix.fenzo.TaskScheduler;
import com.netflix.fenzo.VMAssignmentResult;
import com.netflix.fenzo.VMTaskFitnessCalculator;
import com.netflix.fenzo.VirtualMachineLease;
import com.netflix.fenzo.functions.Action2;
import com.netflix.fenzo.functions.Func1;
import com.netflix.fenzo.plugins.BalancedHostAttrConstraint;
import com.netflix.fenzo.plugins.BinPackingFitnessCalculators;
import com.netflix.fenzo.plugins.HostAttrValueConstraint;
import com.netflix.fenzo.plugins.UniqueHostAttrConstraint;
import io.stowage.ecs.benchmarks.place.Batch;
import io.stowage.ecs.benchmarks.place.BatchTask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A scheduler of Fenzo that knows a cluster and has not placed anything: one lease for each instance with what is left of it, and what runs
 * there told to the task assigner. What could slow Fenzo down without being part of the work is kept from it: host names are short, and it
 * may hand no leases back, for which it would look up each host that got no task among all hosts.
 */
final class Fenzo implements AutoCloseable {
    private static final String HOST = "host-";

    private final TaskScheduler scheduler;
    private final List<FenzoTask> tasks = new ArrayList<>();

    /** With the tasks of the batch ready, but not yet given to it. */
    Fenzo(Batch batch, FenzoWork work, Setting setting) {
        scheduler = setting.apply(new TaskScheduler.Builder()
                        .withLeaseRejectAction(lease -> {})
                        .withMaxOffersToReject(0)
                        .withFitnessCalculator(BinPackingFitnessCalculators.cpuMemBinPacker))
                .build();
        List<VirtualMachineLease> leases = new ArrayList<>();
        for (int i = 0; i < batch.instances(); i++) {
            leases.add(Lease.of(host(i), batch.cpuUnits(i), batch.memoryMib(i), Batch.ZONES.get(batch.zone(i))));
        }
        scheduler.scheduleOnce(List.of(), leases);
        register(batch.running());
        request(batch.tasks(), work);
    }

    private void register(List<Batch.Running> running) {
        Action2<TaskRequest, String> assigner = scheduler.getTaskAssigner();
        for (int i = 0; i < running.size(); i++) {
            Batch.Running task = running.get(i);
            assigner.call(
                    new FenzoTask("running-" + i, task.cpuUnits(), task.memoryMib(), List.of(), List.of()),
                    host(task.instance()));
        }
    }

    private void request(List<BatchTask> batch, FenzoWork work) {
        Map<String, String> zones = new HashMap<>();
        Map<Integer, Set<String>> services = new HashMap<>();
        Map<String, Set<String>> coTasks = new HashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            BatchTask task = batch.get(i);
            Set<String> service = services.computeIfAbsent(task.service(), number -> new HashSet<>());
            service.add(id(i));
            coTasks.put(id(i), service);
            if (task.zone() >= 0) {
                zones.put(id(i), Batch.ZONES.get(task.zone()));
            }
        }
        Func1<String, Set<String>> ofService = coTasks::get;
        ConstraintEvaluator attr = new HostAttrValueConstraint(Lease.ZONE, zones::get);
        ConstraintEvaluator unique = new UniqueHostAttrConstraint(ofService);
        VMTaskFitnessCalculator balanced =
                new BalancedHostAttrConstraint(ofService, Lease.ZONE, Batch.ZONES.size()).asSoftConstraint();
        for (int i = 0; i < batch.size(); i++) {
            BatchTask task = batch.get(i);
            List<ConstraintEvaluator> hard = switch (task.rule()) {
                case ZONE -> List.of(attr);
                case UNIQUE -> List.of(unique);
                case NONE, BALANCED -> List.of();
            };
            List<VMTaskFitnessCalculator> soft = List.of();
            if (task.rule() == BatchTask.Rule.BALANCED) {
                soft = List.of(work.tuned() ? new CountedOnce(ofService.call(id(i))) : balanced);
            }
            tasks.add(new FenzoTask(id(i), task.cpuUnits(), task.memoryMib(), hard, soft));
        }
    }

    /** What is timed. */
    SchedulingResult schedule() {
        return scheduler.scheduleOnce(tasks, List.of());
    }

    /** The number of the instance of each task, {@link Batch#NONE} for those that were not placed. */
    static int[] instances(SchedulingResult result) {
        if (!result.getExceptions().isEmpty()) {
            throw new IllegalStateException(
                    "Fenzo gave up", result.getExceptions().get(0));
        }
        int[] instances = new int[Batch.TASKS];
        Arrays.fill(instances, Batch.NONE);
        for (VMAssignmentResult host : result.getResultMap().values()) {
            for (TaskAssignmentResult task : host.getTasksAssigned()) {
                instances[Integer.parseInt(task.getTaskId())] =
                        Integer.parseInt(host.getHostname().substring(HOST.length()));
            }
        }
        return instances;
    }

    private static String host(int instance) {
        return HOST + String.format(Locale.ROOT, "%06d", instance);
    }

    private static String id(int task) {
        return Integer.toString(task);
    }

    @Override
    public void close() {
        scheduler.shutdown();
    }
}
