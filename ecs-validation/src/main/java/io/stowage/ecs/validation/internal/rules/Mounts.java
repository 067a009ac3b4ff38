package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.CONTAINERS;

import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.MountPoint;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.Volume;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.View;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** The volumes that containers mount, and whether that is all of them. */
record Mounts(Set<String> volumes, boolean complete) {
    static final Place<MountPoint> MOUNTS = CONTAINERS.each(ContainerDefinition::mountPoints);

    /** Asked through {@link Facts#once}, so that a task of many volumes is not searched for each of them. */
    private static final Function<Facts, Mounts> FIND = Mounts::find;

    /** Whether a container mounts the volume; the rule is silent if that, or the name of the volume, is not known. */
    static boolean isMounted(View<Volume> volume) {
        Mounts mounts = volume.facts().once(FIND);
        if (mounts.volumes.contains(volume.get(Volume::name))) {
            return true;
        }
        View.orSilent(mounts.complete ? mounts : null);
        return false;
    }

    private static Mounts find(Facts facts) {
        Set<String> volumes = new HashSet<>();
        boolean complete = true;
        for (View<ContainerDefinition> container : facts.task().each(TaskDefinition::containerDefinitions)) {
            complete &= container.member(ContainerDefinition::mountPoints).isKnown();
        }
        for (View<MountPoint> mount : facts.at(MOUNTS)) {
            View<String> volume = mount.member(MountPoint::sourceVolume);
            complete &= volume.isKnown();
            if (volume.isKnown() && volume.isPresent()) {
                volumes.add(volume.get());
            }
        }
        return new Mounts(volumes, complete);
    }
}
