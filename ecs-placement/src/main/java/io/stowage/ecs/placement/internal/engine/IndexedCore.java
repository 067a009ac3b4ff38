package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.model.needs.PortNeed;
import io.stowage.ecs.model.needs.TaskNeeds;
import io.stowage.ecs.placement.internal.index.Demand;
import io.stowage.ecs.placement.internal.index.InstanceTest;
import io.stowage.ecs.placement.internal.index.NumberedId;
import io.stowage.ecs.placement.internal.index.PlacementIndex;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.ResourcePlugin;
import io.stowage.ecs.placement.plugin.RunningTask;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.HeldResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The books of a session with an index beside them. The books say what is; the index is told of every change before it is asked again, and
 * finds where a task goes. What it does not count itself is asked of the checks of the plan, so there is one truth; strategies that it does not know choose
 * among what it finds equal, or by their {@link Standings}; plans with a constraint that may depend on anything are decided by looking at every instance. All answers are those of the {@link ExhaustiveCore}.
 *
 * <p>The index is there from the first task on, because it hardly ever costs: to open a session on 16 instances and place one task takes 13
 * µs with it and 16 without, on 4 instances 12 and 10, on 1,024 the same for one task and a twenty-third for 64.
 *
 * <p>The index hears at once of tasks that are counted, and of what is left of an instance when it is asked next ({@link AmountFollower}):
 * an instance that many tasks come to or leave in between is moved once. Together with runs of tasks that stay on one instance, a thousand
 * tasks by one request, and their stops, cost half of what they cost when each moved its instance.
 *
 * <p>A fork shares books and index until one of the two writes to a part of them.
 */
public final class IndexedCore implements EngineCore {
    /** How many plans are remembered. */
    private static final int MOST_PLANS = 8_192;

    private static final int[] NO_TASKS = {};

    private final List<ResourcePlugin> resources;
    private final PlacementIndex index;
    private final Facts facts;
    private final Books books;
    private final TaskList tasks;
    private final TallyNames names;
    private SharedMap<Plan, Known> plans;
    private final AmountFollower amounts;
    private final Answers answers;
    private int services;
    private @Nullable List<Candidate> cluster;
    private @Nullable Turn turn;

    /**
     * What is known of a plan.
     *
     * @param service its number in the index, {@link #NONE} if the index cannot answer it
     * @param byLot whether the last word is drawn
     * @param equalIn how many strategies the index follows, if others have the last word; otherwise {@link #NONE}
     * @param standings what others have said of each instance, if that stays good; otherwise null
     * @param ofClass the checks that are asked once for a class of instances
     * @param ofInstance the checks that are asked of each instance that would be chosen
     */
    private record Known(
            int service,
            boolean byLot,
            int equalIn,
            @Nullable Standings standings,
            List<Check> ofClass,
            List<Check> ofInstance) {

        /** What is known of a plan that the index cannot answer. */
        static Known nothing() {
            return new Known(NONE, false, NONE, null, List.of(), List.of());
        }

        /** The same for a fork, which keeps its own answers. */
        Known with(Standings ofFork) {
            return new Known(service, byLot, equalIn, ofFork, ofClass, ofInstance);
        }

        boolean isByIndexAlone() {
            return service != NONE && !byLot && equalIn == NONE && standings == null;
        }
    }

    /**
     * A core with the books of a cluster.
     *
     * @param cluster the cluster
     * @param resources the custom resources, guarded
     */
    public IndexedCore(ClusterSnapshot cluster, List<ResourcePlugin> resources) {
        this.resources = resources;
        this.index = new PlacementIndex();
        this.answers = new Answers(index, this::candidate);
        this.facts = new Facts();
        this.books = new Books(this::countedOn);
        this.tasks = books.tasks();
        this.plans = new SharedMap<>(IdentityHashMap::new);
        this.names = new TallyNames(index);
        this.amounts = new AmountFollower(
                index,
                resources.stream().map(resource -> resource.info().name()).toList());
        facts.ask(List.of(), index, this::node);
        Map<String, List<TaskSnapshot>> byInstance = new HashMap<>();
        for (TaskSnapshot task : cluster.tasks()) {
            byInstance
                    .computeIfAbsent(task.instanceId(), id -> new ArrayList<>())
                    .add(task);
        }
        for (InstanceSnapshot instance : cluster.instances()) {
            List<TaskSnapshot> there = byInstance.getOrDefault(instance.id(), List.of());
            int[] handles = there.isEmpty() ? NO_TASKS : new int[there.size()];
            for (int i = 0; i < handles.length; i++) {
                handles[i] = tasks.add(there.get(i), NONE);
            }
            int handle = addNode(index.instances(), instance, there, handles);
            for (int task : handles) {
                tasks.setInstance(task, handle);
                count(task, handle, 1);
            }
        }
    }

    private IndexedCore(IndexedCore from) {
        this.resources = from.resources;
        // The tests of the parent's services ask the parent.
        this.index = from.index.forkWithoutTests();
        this.answers = new Answers(index, this::candidate);
        this.facts = from.facts.fork();
        this.books = from.books.fork(this::countedOn);
        this.tasks = books.tasks();
        this.amounts = from.amounts.fork(index);
        this.names = from.names.fork(index);
        this.plans = from.plans.fork();
        this.services = from.services;
    }

    private Node node(int instance) {
        return books.node(instance);
    }

    private int countedOn(int instance, String group) {
        Integer tally = names.ofGroupIfAny(group);
        return tally == null ? 0 : index.count(tally, instance);
    }

    /** A node that may be written. */
    private Node ownNode(int instance) {
        answers.changed(instance);
        return books.own(instance);
    }

    private int addNode(int place, InstanceSnapshot instance, List<TaskSnapshot> there, int[] handles) {
        // Made before anything is written: a plug-in may fail.
        Node node = new Node(instance, there, handles, resources);
        int handle = index.register(
                place,
                facts.of(node),
                AmountFollower.expressible(node.freeCpuUnits()),
                AmountFollower.expressible(node.freeMemoryMib()));
        books.add(handle, node);
        answers.changed(handle);
        amounts.follow(handle, node);
        names.followAllPorts(handle, node);
        forgetOrder();
        return handle;
    }

    private void count(int task, int instance, int sign) {
        String group = tasks.group(task);
        if (group != null && tasks.isCounted(task)) {
            index.count(names.ofGroup(group), instance, sign);
        }
    }

    @Override
    public int instance(String id) {
        return books.find(id);
    }

    @Override
    public Candidate candidate(int instance) {
        return books.candidate(instance);
    }

    @Override
    public Candidate glance(int instance) {
        return node(instance);
    }

    @Override
    public List<Candidate> cluster() {
        List<Candidate> known = cluster;
        if (known == null) {
            List<Candidate> all = new ArrayList<>(index.instances());
            for (int place = 0; place < index.instances(); place++) {
                all.add(candidate(index.at(place)));
            }
            known = Collections.unmodifiableList(all);
            cluster = known;
        }
        return known;
    }

    @Override
    public int register(InstanceSnapshot instance) {
        int place = index.place(other -> books.id(other).compareTo(instance.id()) < 0);
        return addNode(place, instance, List.of(), NO_TASKS);
    }

    @Override
    public void deregister(int instance) {
        books.remove(instance);
        index.deregister(instance);
        amounts.forget(instance);
        forgetOrder();
    }

    private void forgetOrder() {
        cluster = null;
        answers.reordered();
    }

    @Override
    public InstanceSnapshot describe(int instance) {
        return node(instance).snapshot();
    }

    @Override
    public void change(int instance, InstanceSnapshot now) {
        Node node = ownNode(instance);
        node.change(now);
        index.reclassify(instance, facts.of(node));
    }

    @Override
    public int task(String id) {
        return tasks.find(id, NumberedId.NONE);
    }

    @Override
    public int task(String text, int number) {
        return tasks.find(text, number);
    }

    @Override
    public int instanceOf(int task) {
        return tasks.instance(task);
    }

    @Override
    public TaskSnapshot describeTask(int task) {
        return tasks.get(task);
    }

    @Override
    public int add(int instance, TaskSnapshot task) {
        return book(tasks.add(task, instance), instance);
    }

    @Override
    public int add(int instance, TaskPattern pattern, int number) {
        return book(tasks.add(pattern, number, instance), instance);
    }

    private int book(int task, int instance) {
        HeldResources held = tasks.held(task);
        Node node = ownNode(instance);
        node.add(task, tasks.isCounted(task), held);
        amounts.later(instance, node);
        names.followPorts(instance, node, held.ports());
        count(task, instance, 1);
        return task;
    }

    @Override
    public void remove(int task) {
        int instance = tasks.instance(task);
        HeldResources held = tasks.held(task);
        Node node = ownNode(instance);
        node.remove(task, tasks.isCounted(task), held);
        amounts.later(instance, node);
        names.followPorts(instance, node, held.ports());
        count(task, instance, -1);
        tasks.remove(task);
    }

    @Override
    public void changeTask(int task, TaskSnapshot now) {
        TaskSnapshot before = describeTask(task);
        int instance = tasks.instance(task);
        ownNode(instance).change(before.counted(), now.counted());
        count(task, instance, -1);
        tasks.replace(task, before.withCounted(now.counted()).withScaleInProtection(now.scaleInProtected()));
        count(task, instance, 1);
    }

    @Override
    public Map<String, Long> countedTasks(String group, String attribute) {
        return CountsByValue.of(group, attribute, facts, index, names, books);
    }

    @Override
    public int choose(Plan plan, Turn now) {
        amounts.catchUp(books.nodesIfAny());
        if (amounts.isInexact()) {
            return chooseAmongAll(plan, now);
        }
        turn = now;
        Known known = plans.get(plan);
        if (known == null) {
            known = learn(plan);
            plans.put(plan, known);
        } else if (known.service != NONE && !index.hasTests(known.service)) {
            known = takeOver(plan, known);
        }
        if (known.service == NONE) {
            return chooseAmongAll(plan, now);
        }
        if (known.standings != null) {
            int service = known.service;
            return answers.choose(known.standings, instance -> index.accepts(service, instance), now);
        }
        if (known.equalIn != NONE) {
            return chooseAmongEquals(plan, known, now);
        }
        return known.byLot
                ? index.drawFromList(known.service, bound -> now.random().nextInt(bound))
                : index.choose(known.service);
    }

    @Override
    public int together(Plan plan, int instance, int most) {
        Known known = plans.get(plan);
        return known == null || !known.isByIndexAlone() || !index.hasTests(known.service) || amounts.isInexact()
                ? 1
                : index.together(known.service, instance, most);
    }

    /** What the index finds equal is left to strategies that it does not know, or to a tie-breaker of the caller's. */
    private int chooseAmongEquals(Plan plan, Known known, Turn now) {
        List<Candidate> equal = new ArrayList<>();
        index.forEachEqual(known.service, instance -> equal.add(candidate(instance)));
        return equal.isEmpty()
                ? NONE
                : instance(plan.narrow(equal, known.equalIn, now).chosen().id());
    }

    private int chooseAmongAll(Plan plan, Turn now) {
        Candidate chosen = ExhaustiveCore.choose(cluster(), plan, now);
        return chosen == null ? NONE : instance(chosen.id());
    }

    private Known learn(Plan plan) {
        PlanReading reading = plan.reading();
        if (!reading.isReadable()) {
            return Known.nothing();
        }
        if (services == MOST_PLANS) {
            plans = new SharedMap<>(IdentityHashMap::new);
            answers.forgetPlans();
            index.removeServices();
            services = 0;
        }
        services++;
        facts.ask(reading.facts(), index, this::node);
        int service = index.addService(demand(plan, reading));
        return new Known(
                service,
                reading.isByLot(),
                reading.isReadToTheEnd() ? NONE : reading.strategiesRead(),
                reading.keepsStandings() ? new Standings(plan) : null,
                reading.ofClass(),
                reading.ofInstance());
    }

    /** What the parent has found out of a plan is good here too, but it is this core that the tests have to ask. */
    private Known takeOver(Plan plan, Known ofParent) {
        Known known = ofParent;
        if (ofParent.standings != null) {
            known = ofParent.with(new Standings(plan));
            plans.put(plan, known);
        }
        index.retest(known.service, classTest(plan, known.ofClass), instanceTest(known.ofInstance));
        return known;
    }

    private InstanceTest classTest(Plan plan, List<Check> checks) {
        return instance -> plan.pool().outside(node(instance)) == null && passes(checks, instance);
    }

    private @Nullable InstanceTest instanceTest(List<Check> checks) {
        return checks.isEmpty() ? null : instance -> passes(checks, instance);
    }

    @Override
    public Refusals refusals(Plan plan, Turn now) {
        return answers.refusals(this, plan, now);
    }

    private Demand demand(Plan plan, PlanReading reading) {
        TaskNeeds needs = plan.task().needs();
        Demand demand = Demand.of(
                        (int) needs.cpuUnits().amount(),
                        (int) needs.memoryMib().amount(),
                        names.ofGroup(plan.task().group()))
                .by(reading.chain(facts))
                .among(classTest(plan, reading.ofClass()));
        if (reading.isDistinct()) {
            demand = demand.distinctInstance();
        }
        if (AmountFollower.isAsked(plan)) {
            demand = demand.amounts(amounts.amounts(plan));
        }
        if (!needs.tcpPorts().isEmpty() || !needs.udpPorts().isEmpty()) {
            demand = demand.exclusively(ports(needs));
        }
        InstanceTest test = instanceTest(reading.ofInstance());
        return test == null ? demand : demand.testing(test);
    }

    /** The tallies of the ports that a task needs. */
    private int[] ports(TaskNeeds needs) {
        Set<Integer> wanted = new HashSet<>();
        for (PortNeed port : needs.tcpPorts()) {
            wanted.add(names.ofPort(port.port(), false, this::node));
        }
        for (PortNeed port : needs.udpPorts()) {
            wanted.add(names.ofPort(port.port(), true, this::node));
        }
        return wanted.stream().mapToInt(Integer::intValue).toArray();
    }

    private boolean passes(List<Check> checks, int instance) {
        Turn now = Objects.requireNonNull(turn);
        for (int i = 0; i < checks.size(); i++) {
            if (checks.get(i).refusal(candidate(instance), now) != null) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int chooseToStop(StopPlan plan, Turn now) {
        List<RunningTask> candidates = plan.candidates(having(plan.task().group()));
        return candidates.isEmpty()
                ? NONE
                : task(plan.narrow(candidates, now).chosen().task().id());
    }

    @Override
    public ToIntFunction<Turn> choosesToStop(StopPlan plan) {
        StopChain chain = StopChain.of(plan);
        if (chain == null) {
            return now -> chooseToStop(plan, now);
        }
        List<StopChoice> choices =
                choices(chain.choices(plan, tasks), plan.task().group());
        if (chain.isByLot()) {
            StopLots lots = new StopLots(choices);
            return now -> lots.next(now.random());
        }
        StopQueue queue = new StopQueue(choices);
        return now -> queue.next();
    }

    private List<StopChoice> choices(StopChain.Choices choices, String group) {
        Integer tally = names.ofGroupIfAny(group);
        if (tally != null) {
            // The index counts as the instance does, and has the number at hand.
            index.forEachCounted(tally, instance -> choices.add(node(instance), index.count(tally, instance)));
        }
        return choices.all();
    }

    /** The instances where tasks of a group count. */
    private List<Candidate> having(String group) {
        List<Candidate> having = new ArrayList<>();
        Integer tally = names.ofGroupIfAny(group);
        if (tally != null) {
            index.forEachCounted(tally, instance -> having.add(candidate(instance)));
        }
        return having;
    }

    @Override
    public EngineCore fork() {
        amounts.catchUp(books.nodesIfAny());
        return new IndexedCore(this);
    }

    @Override
    public ClusterSnapshot snapshot() {
        List<InstanceSnapshot> instances = new ArrayList<>();
        for (int place = 0; place < index.instances(); place++) {
            instances.add(describe(index.at(place)));
        }
        return ClusterSnapshot.ofSnapshots(instances, tasks.all());
    }
}
