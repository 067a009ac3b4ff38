package io.stowage.ecs.validation.internal.rules;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An ARN taken apart. Rules judge it by partition, service and resource; region and account may hold any text, since samples and
 * repositories write {@code ACCOUNT_ID} there.
 *
 * @param service for example {@code iam}
 * @param region as written, may be empty
 * @param account as written, may be empty
 * @param resource everything behind the account, may be empty
 */
record Arn(String service, String region, String account, String resource) {
    private static final Pattern PARTITION = Pattern.compile("aws(-[a-z]+)*");

    /** Takes a text apart; null if it is no ARN. */
    static @Nullable Arn parse(String text) {
        if (!text.startsWith("arn:")) {
            return null;
        }
        String[] parts = text.split(":", 6);
        return parts.length == 6 && PARTITION.matcher(parts[1]).matches() && !parts[2].isEmpty()
                ? new Arn(parts[2], parts[3], parts[4], parts[5])
                : null;
    }

    /** Whether it names an object in S3: a bucket, a slash and a key. */
    boolean isObjectInS3() {
        int slash = resource.indexOf('/');
        return service.equals("s3") && slash > 0 && slash < resource.length() - 1;
    }
}
