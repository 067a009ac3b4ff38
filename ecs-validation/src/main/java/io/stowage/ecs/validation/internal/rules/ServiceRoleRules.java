package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.SERVICE;
import static io.stowage.ecs.validation.spi.Rule.error;

import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.validation.spi.Rule;
import java.util.List;

/** The rules of section 13 about the role by which ECS registers tasks with a load balancer. */
final class ServiceRoleRules {
    private ServiceRoleRules() {}

    static List<Rule> rules() {
        return List.of(
                error("service.role-with-awsvpc")
                        .summary("A service of tasks with network mode awsvpc has a `role`.")
                        .source("API:CreateServiceRequest.role")
                        .in(SERVICE)
                        .needing(CreateServiceRequest::role)
                        .whenAt(
                                CreateServiceRequest::role,
                                service -> service.facts().onAwsvpc())
                        .message("`role` is not allowed with awsvpc, for which ECS uses its service-linked role.")
                        .fix("Remove `role`."),
                error("service.role-without-load-balancer")
                        .summary("A service without a load balancer has a `role`.")
                        .source("API:CreateServiceRequest.role")
                        .in(SERVICE)
                        .needing(CreateServiceRequest::role)
                        .whenAt(
                                CreateServiceRequest::role,
                                service -> service.lacks(CreateServiceRequest::loadBalancers))
                        .message("`role` is for registering tasks with a load balancer, and the service has none.")
                        .fix("Remove `role`."),
                error("service.role-with-several-target-groups")
                        .summary("A service with several load balancer entries has a `role`.")
                        .source("API:CreateServiceRequest.role; DOC:register-multiple-targetgroups")
                        .in(SERVICE)
                        .needing(CreateServiceRequest::role, CreateServiceRequest::loadBalancers)
                        .whenAt(
                                CreateServiceRequest::role,
                                service -> service.get(CreateServiceRequest::loadBalancers)
                                                .size()
                                        > 1)
                        .with(
                                "count",
                                service -> service.get(CreateServiceRequest::loadBalancers)
                                        .size())
                        .message("`role` is not allowed with {count} load balancer entries, for which ECS uses its"
                                + " service-linked role.")
                        .fix("Remove `role`."));
    }
}
