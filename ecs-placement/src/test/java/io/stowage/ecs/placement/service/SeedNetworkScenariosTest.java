package io.stowage.ecs.placement.service;

import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.service.Simulations.HOUR;
import static io.stowage.ecs.placement.service.Simulations.on;
import static io.stowage.ecs.placement.service.Simulations.percents;
import static io.stowage.ecs.placement.service.Simulations.service;
import static io.stowage.ecs.placement.service.Simulations.web;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.stowage.ecs.model.discovery.CloudMapService;
import io.stowage.ecs.model.discovery.CloudMapService.RegisteredTask;
import io.stowage.ecs.model.discovery.DnsRecordType;
import io.stowage.ecs.model.network.FlowHash;
import io.stowage.ecs.model.network.Listener;
import io.stowage.ecs.model.network.ListenerAction;
import io.stowage.ecs.model.network.LoadBalancerKind;
import io.stowage.ecs.model.network.PathPattern;
import io.stowage.ecs.model.network.TargetGroup;
import io.stowage.ecs.model.network.TargetHealthCheck;
import io.stowage.ecs.model.network.TargetRegistration;
import io.stowage.ecs.model.network.TargetType;
import io.stowage.ecs.model.service.LoadBalancer;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.placement.Clusters;
import io.stowage.ecs.placement.service.ServiceView.TaskView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What people are told of the network of services on their first day, statement by statement, as it goes today. The statements about other
 * things are in the other tests whose names begin alike, those about what is written in the one of the module that validates.
 */
class SeedNetworkScenariosTest {
    private static final TargetGroup TARGETS = TargetGroup.http("tg", TargetType.INSTANCE);

    private static TaskDefinition withPorts(PortMapping... ports) {
        return Clusters.task(Clusters.container(256, 256).portMappings(List.of(ports)));
    }

    private static TargetRegistration register(TaskDefinition definition) {
        return TargetRegistration.of(
                LoadBalancer.builder().containerName("main").containerPort(80).build(), definition);
    }

    /** A service says how many tasks of which revision run behind which load balancer. */
    @Test
    void service_keepsItsCountOfItsRevision_andIsSteadyOnceTheTargetsAreHealthy() {
        ServiceSimulator simulator = on(instance("i-1"));
        simulator.create(service(web(3, percents(100, 200))).behind(TARGETS));
        Duration checks = TARGETS.healthCheck().timeToHealthy();
        simulator.run(checks);
        assertThat(simulator.service("web").runningCount()).isEqualTo(3);
        assertThat(simulator.service("web").isSteady())
                .as("they run, but their targets are not healthy so soon")
                .isFalse();
        simulator.run(HOUR);
        assertThat(simulator.service("web").isSteady()).isTrue();

        simulator.stopTask(simulator.service("web").tasks().get(0).id());
        simulator.run(HOUR);

        assertThat(simulator.service("web").tasks())
                .extracting(TaskView::revision, TaskView::lastStatus)
                .containsOnly(tuple(1, "RUNNING"))
                .hasSize(3);
        assertThat(simulator.service("web").isSteady()).isTrue();
    }

    /** With an ALB a container port alone becomes a port of the instance that nobody chose; true of bridge mode only. */
    @Test
    void containerPort_withoutHostPort_isDynamicInBridgeModeOnly() {
        TaskDefinition open = withPorts(PortMapping.builder().containerPort(80).build());

        assertThat(register(open).isDynamic()).isTrue();
        assertThat(register(open).targetType()).isEqualTo(TargetType.INSTANCE);
        assertThat(register(withPorts(Clusters.port(80))).isDynamic()).isFalse();
        for (NetworkMode mode : List.of(NetworkMode.HOST, NetworkMode.AWSVPC)) {
            assertThat(register(open.toBuilder().networkMode(mode).build()))
                    .satisfies(target -> assertThat(target.isDynamic()).isFalse())
                    .satisfies(target -> assertThat(target.port()).isEqualTo(80));
        }
    }

    /** The load balancer is fixed when a service is created: no longer, a change starts a deployment. */
    @Test
    void loadBalancer_changedLater_isADeploymentOfTheControllerEcs() {
        ServiceSimulator simulator = on(instance("i-1"));
        simulator.create(service(web(2, percents(100, 200))));
        simulator.run(HOUR);

        simulator.deploy(service(web(2, percents(100, 200))).behind(TARGETS));
        Duration withoutBalancer = Duration.ofSeconds(60);
        simulator.run(withoutBalancer);
        assertThat(simulator.service("web").liveCount())
                .as("the tasks behind the load balancer are not healthy yet, so the others stay")
                .isEqualTo(4);
        simulator.run(HOUR);

        assertThat(simulator.service("web").tasks())
                .extracting(TaskView::revision)
                .containsExactly(2, 2);
        assertThat(simulator.service("web").isSteady()).isTrue();
    }

    /** A listener has rules by path, the first that fits wins, and what fits none takes the default; so services share a listener. */
    @Test
    void listener_ofSeveralServices_routesByPathAndPriorityThenDefault() {
        ListenerAction shop = ListenerAction.Forward.to("shop");
        ListenerAction cart = ListenerAction.Forward.to("cart");
        ListenerAction none = new ListenerAction.FixedResponse(404);
        Listener listener = new Listener(
                "l",
                "HTTP",
                80,
                List.of(
                        new Listener.Rule("r2", 2, List.of(new PathPattern("/shop/*")), List.of(), shop),
                        new Listener.Rule("r1", 1, List.of(new PathPattern("/shop/cart*")), List.of(), cart)),
                none);

        assertThat(listener.route("example.com", "/shop/cart/1")).isEqualTo(cart);
        assertThat(listener.route("example.com", "/shop/shoes")).isEqualTo(shop);
        assertThat(listener.route("example.com", "/")).isEqualTo(none);
        assertThat(LoadBalancerKind.APPLICATION.hasRules()).isTrue();
    }

    /** The health check of a target group decides when a task counts, and when it is replaced. */
    @Test
    void healthCheck_ofTheTargetGroup_decidesWhenATaskCounts() {
        TargetHealthCheck quick =
                new TargetHealthCheck("HTTP", "/health", "200", Duration.ofSeconds(5), Duration.ofSeconds(2), 2, 2);
        TargetGroup checked =
                new TargetGroup("tg", "HTTP", 80, TargetType.INSTANCE, quick, TARGETS.deregistrationDelay());

        assertThat(secondsToHealthy(TARGETS) - secondsToHealthy(checked))
                .isEqualTo(TARGETS.healthCheck().timeToHealthy().toSeconds() - 10);
    }

    private static long secondsToHealthy(TargetGroup group) {
        ServiceSimulator simulator = on(instance("i-1"));
        simulator.create(service(web(1, null)).behind(group));
        for (long second = 1; second < 3600; second++) {
            simulator.run(Duration.ofSeconds(1));
            if (simulator.service("web").healthyCount() == 1) {
                return second;
            }
        }
        throw new AssertionError("no task became healthy within the hour");
    }

    /** An NLB sends the packets of one flow to one target, chosen by a hash; it has no rules, so a listener has one target group. */
    @Test
    void networkLoadBalancer_keepsAFlowOnItsTarget_andHasNoRules() {
        Set<Integer> ofManyFlows = new TreeSet<>();
        for (int port = 50_000; port < 50_100; port++) {
            int target = FlowHash.target("TCP", "10.0.0.9", port, "10.0.1.1", 443, 3);
            assertThat(FlowHash.target("TCP", "10.0.0.9", port, "10.0.1.1", 443, 3))
                    .isEqualTo(target);
            ofManyFlows.add(target);
        }

        assertThat(ofManyFlows).containsExactly(0, 1, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FlowHash.target("TCP", "10.0.0.9", 50_000, "10.0.1.1", 443, 0));
        assertThat(LoadBalancerKind.NETWORK.hasRules()).isFalse();
        assertThat(LoadBalancerKind.NETWORK.takesDynamicHostPort()).isTrue();
    }

    /** Service discovery gives the tasks of a service a name; the answer holds healthy tasks, unless there are none. */
    @Test
    void serviceDiscovery_answersWithHealthyTasksUnderTheNameOfTheService() {
        CloudMapService discovered = new CloudMapService("arn", "web", "shop.local", List.of(DnsRecordType.SRV));
        List<RegisteredTask> tasks = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            tasks.add(new RegisteredTask("t" + i, i % 4 == 0));
        }

        assertThat(discovered.dnsName()).isEqualTo("web.shop.local");
        assertThat(CloudMapService.answer(tasks))
                .extracting(RegisteredTask::taskId)
                .containsExactly("t0", "t4", "t8");
        tasks.removeIf(RegisteredTask::healthy);
        assertThat(CloudMapService.answer(tasks)).hasSize(8);
        assertThat(DnsRecordType.of(NetworkMode.BRIDGE, true, false)).containsExactly(DnsRecordType.SRV);
        assertThat(DnsRecordType.of(NetworkMode.AWSVPC, true, false)).contains(DnsRecordType.A);
    }
}
