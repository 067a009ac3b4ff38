package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.SERVICE;
import static io.stowage.ecs.validation.spi.Rule.error;

import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.VpcLatticeConfiguration;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.List;
import java.util.stream.Stream;

/** The rules of section 18 about VPC Lattice. */
final class LatticeRules {
    private static final Place<VpcLatticeConfiguration> ENTRIES =
            SERVICE.each(CreateServiceRequest::vpcLatticeConfigurations);

    private LatticeRules() {}

    static List<Rule> rules() {
        return List.of(
                error("lattice.incomplete")
                        .summary("An entry for VPC Lattice lacks the role, the target group or the name of a port.")
                        .source("API:VpcLatticeConfiguration")
                        .in(ENTRIES)
                        .whenHere(entry -> !missing(entry).isEmpty())
                        .with("missing", entry -> String.join(", ", missing(entry)))
                        .message("The entry for VPC Lattice lacks {missing}.")
                        .fix("Add what is missing."),
                error("lattice.unknown-port-name")
                        .summary("An entry for VPC Lattice names a port that the task does not have.")
                        .source("API:VpcLatticeConfiguration")
                        .in(ENTRIES)
                        .needing(VpcLatticeConfiguration::portName)
                        .whenAt(
                                VpcLatticeConfiguration::portName,
                                entry -> MappedPorts.named(entry.facts(), entry.get(VpcLatticeConfiguration::portName))
                                        == null)
                        .message("No port mapping of the task is called \"{value}\".")
                        .fix("Name a port mapping of the task definition so, or correct the name."));
    }

    private static List<String> missing(View<VpcLatticeConfiguration> entry) {
        return Stream.of(
                        entry.member(VpcLatticeConfiguration::roleArn),
                        entry.member(VpcLatticeConfiguration::targetGroupArn),
                        entry.member(VpcLatticeConfiguration::portName))
                .filter(member -> member.isKnown() && !member.isPresent())
                .map(member -> "`" + member.name() + "`")
                .toList();
    }
}
