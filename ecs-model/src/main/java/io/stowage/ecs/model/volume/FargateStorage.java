package io.stowage.ecs.model.volume;

import io.stowage.ecs.model.internal.tables.Figures;
import io.stowage.ecs.model.taskdef.EphemeralStorage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The disk of a task on <a
 * href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-storage.html">Fargate</a>.
 *
 * @param totalGib what there is in all, in GiB; up to platform 1.3.0 image layers and mounts apart
 * @param mountsGib what volume mounts can take of it at most, in GiB
 */
public record FargateStorage(int totalGib, int mountsGib) {
    private static final Pattern VERSION = Pattern.compile("1\\.([0-9]{1,4})\\.[0-9]{1,4}");

    /**
     * The disk of a task.
     *
     * @param platformVersion for example {@code 1.4.0}; {@code null} and {@code LATEST} are the newest
     * @param windows whether the task runs Windows containers, whose platform counts its own versions
     * @param storage what the task definition asks for; {@code null} for the default
     * @return the disk; a size that is written has no effect up to platform 1.3.0
     */
    public static FargateStorage of(
            @Nullable String platformVersion, boolean windows, @Nullable EphemeralStorage storage) {
        Matcher version = VERSION.matcher(platformVersion == null ? "LATEST" : platformVersion);
        if (!windows && version.matches() && Integer.parseInt(version.group(1)) <= 3) {
            int mounts = Figures.of("fargate-old-mounts-gib");
            return new FargateStorage(Figures.of("fargate-old-layers-gib") + mounts, mounts);
        }
        Integer size = storage == null ? null : storage.sizeInGiB();
        int total = size == null ? Figures.of("fargate-storage-gib") : size;
        return new FargateStorage(total, total);
    }
}
