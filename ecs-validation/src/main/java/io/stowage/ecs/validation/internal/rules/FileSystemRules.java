package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.TASK;
import static io.stowage.ecs.validation.internal.rules.Places.VOLUMES;
import static io.stowage.ecs.validation.spi.Rule.error;

import io.stowage.ecs.model.OpenEnum;
import io.stowage.ecs.model.taskdef.EFSAuthorizationConfig;
import io.stowage.ecs.model.taskdef.EFSAuthorizationConfigIAM;
import io.stowage.ecs.model.taskdef.EFSTransitEncryption;
import io.stowage.ecs.model.taskdef.EFSVolumeConfiguration;
import io.stowage.ecs.model.taskdef.FSxWindowsFileServerAuthorizationConfig;
import io.stowage.ecs.model.taskdef.FSxWindowsFileServerVolumeConfiguration;
import io.stowage.ecs.model.taskdef.S3FilesVolumeConfiguration;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.Volume;
import io.stowage.ecs.validation.internal.tables.KnownBounds;
import io.stowage.ecs.validation.spi.Bounds;
import io.stowage.ecs.validation.spi.Member;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The part of section 5 about file systems that are not on the instance: EFS, S3 Files and FSx for Windows File Server. */
final class FileSystemRules {
    private static final Pattern EFS_ID = Pattern.compile("fs-[0-9a-fA-F]{8,40}");
    private static final Pattern EFS_RESOURCE = Pattern.compile("file-system/fs-[0-9a-fA-F]{8,40}");
    private static final String ROOT = "/";
    private static final Bounds EFS_PORT = KnownBounds.of("efs-transit-encryption-port");

    private static final Place<EFSVolumeConfiguration> EFS = VOLUMES.member(Volume::efsVolumeConfiguration);
    private static final Place<S3FilesVolumeConfiguration> S3_FILES =
            VOLUMES.member(Volume::s3filesVolumeConfiguration);
    private static final Place<FSxWindowsFileServerVolumeConfiguration> FSX =
            VOLUMES.member(Volume::fsxWindowsFileServerVolumeConfiguration);

    private FileSystemRules() {}

    static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(ofEfs());
        rules.addAll(ofEfsEncryption());
        rules.addAll(ofS3Files());
        rules.addAll(ofFsx());
        return rules;
    }

    private static List<Rule> ofEfs() {
        return List.of(
                error("volume.efs-id")
                        .summary("The file system of an EFS volume is absent, or neither an id nor an ARN of one.")
                        .source("API:EFSVolumeConfiguration; OUR (pattern)")
                        .in(EFS)
                        .whenAbsent(EFSVolumeConfiguration::fileSystemId)
                        .when(EFSVolumeConfiguration::fileSystemId, Words.notOfForm(FileSystemRules::isFileSystem))
                        .with("given", Words.found(EFSVolumeConfiguration::fileSystemId))
                        .message("`fileSystemId` is {given}, which names no EFS file system.")
                        .fix("Write fs- and 8 to 40 hexadecimal digits."),
                error("volume.efs-access-point-root")
                        .summary("An EFS volume has an access point, which sets the root, and a root directory of its"
                                + " own.")
                        .source("API:EFSAuthorizationConfig.accessPointId")
                        .in(EFS)
                        .needing(EFSVolumeConfiguration::rootDirectory)
                        .whenAt(
                                EFSVolumeConfiguration::rootDirectory,
                                efs -> !efs.is(EFSVolumeConfiguration::rootDirectory, ROOT) && hasAccessPoint(efs))
                        .message("`rootDirectory` is \"{value}\", but the access point says where the root is.")
                        .fix("Remove `rootDirectory`, or set it to /."),
                error("volume.efs-iam-task-role")
                        .summary("An EFS volume is authorized by IAM, which uses the task role, and the task has"
                                + " none.")
                        .source("API:EFSAuthorizationConfig.iam")
                        .in(TASK)
                        .needing(TaskDefinition::volumes)
                        .whenAt(
                                TaskDefinition::taskRoleArn,
                                task -> task.lacks(TaskDefinition::taskRoleArn)
                                        && View.any(
                                                task.each(TaskDefinition::volumes),
                                                volume -> usesIam(volume.member(Volume::efsVolumeConfiguration))))
                        .message("An EFS volume is mounted by the permissions of the task role, and there is no"
                                + " `taskRoleArn`.")
                        .fix("Set `taskRoleArn`."),
                error("volume.efs-enum")
                        .summary("`transitEncryption` or `iam` of an EFS volume is neither ENABLED nor DISABLED.")
                        .source("API:EFSTransitEncryption; API:EFSAuthorizationConfigIAM")
                        .in(EFS)
                        .whenHere(efs -> unknownSwitch(efs) != null)
                        .with("given", FileSystemRules::unknownSwitch)
                        .message("{given} is neither ENABLED nor DISABLED.")
                        .fix("Use ENABLED or DISABLED; true and false are not accepted."),
                error("volume.efs-port-range")
                        .summary("The port for the encrypted connection to EFS is outside the range.")
                        .source("API:EFSVolumeConfiguration.transitEncryptionPort; OUR")
                        .in(EFS)
                        .whenOutside(EFSVolumeConfiguration::transitEncryptionPort, EFS_PORT)
                        .message("`transitEncryptionPort` is {value}, outside of {min} to {max}.")
                        .fix("Use {min} to {max}, or leave it out."));
    }

    private static List<Rule> ofEfsEncryption() {
        return List.of(
                error("volume.efs-access-point-encryption")
                        .summary("An EFS volume has an access point, and its connection is not encrypted.")
                        .source("API:EFSAuthorizationConfig.accessPointId")
                        .in(EFS)
                        .whenAt(EFSVolumeConfiguration::transitEncryption, efs -> hasAccessPoint(efs) && isPlain(efs))
                        .message("An access point is used over an encrypted connection only, and `transitEncryption`"
                                + " is not ENABLED.")
                        .fix("Set `transitEncryption` to ENABLED."),
                error("volume.efs-iam-encryption")
                        .summary("An EFS volume is authorized by IAM, and its connection is not encrypted.")
                        .source("API:EFSVolumeConfiguration.transitEncryption")
                        .in(EFS)
                        .whenAt(
                                EFSVolumeConfiguration::transitEncryption,
                                efs -> usesIam(efs) && !hasAccessPoint(efs) && isPlain(efs))
                        .message("IAM authorizes encrypted connections only, and `transitEncryption` is not ENABLED.")
                        .fix("Set `transitEncryption` to ENABLED."),
                error("volume.efs-port-without-encryption")
                        .summary("An EFS volume has a port for an encrypted connection, and the connection is not"
                                + " encrypted.")
                        .source("PRE:pf-ecs-efs-transit-encryption-port-without-encryption")
                        .in(EFS)
                        .needing(EFSVolumeConfiguration::transitEncryptionPort)
                        .whenAt(EFSVolumeConfiguration::transitEncryptionPort, FileSystemRules::isPlain)
                        .message("Port {value} is for an encrypted connection, and `transitEncryption` is not"
                                + " ENABLED.")
                        .fix("Set `transitEncryption` to ENABLED, or drop the port."));
    }

    private static List<Rule> ofS3Files() {
        return List.of(
                error("volume.s3files-arn")
                        .summary("The file system of an S3 Files volume is absent, or no ARN.")
                        .source("API:S3FilesVolumeConfiguration")
                        .in(S3_FILES)
                        .whenAbsent(S3FilesVolumeConfiguration::fileSystemArn)
                        .when(S3FilesVolumeConfiguration::fileSystemArn, Words.notOfForm(arn -> Arn.parse(arn) != null))
                        .with("given", Words.found(S3FilesVolumeConfiguration::fileSystemArn))
                        .message("`fileSystemArn` is {given}; an S3 Files volume is named by its ARN.")
                        .fix("Give the ARN of the file system."),
                error("volume.s3files-access-point-root")
                        .summary("An S3 Files volume has an access point, which sets the root, and a root directory of"
                                + " its own.")
                        .source("API:S3FilesVolumeConfiguration.accessPointArn")
                        .in(S3_FILES)
                        .needing(S3FilesVolumeConfiguration::rootDirectory, S3FilesVolumeConfiguration::accessPointArn)
                        .whenAt(
                                S3FilesVolumeConfiguration::rootDirectory,
                                volume -> !volume.is(S3FilesVolumeConfiguration::rootDirectory, ROOT))
                        .message("`rootDirectory` is \"{value}\", but the access point says where the root is.")
                        .fix("Remove `rootDirectory`, or set it to /."),
                error("volume.s3files-task-role")
                        .summary("A task has an S3 Files volume and no task role.")
                        .source("API:S3FilesVolumeConfiguration")
                        .in(TASK)
                        .needing(TaskDefinition::volumes)
                        .whenAt(
                                TaskDefinition::taskRoleArn,
                                task -> task.lacks(TaskDefinition::taskRoleArn)
                                        && View.any(
                                                task.each(TaskDefinition::volumes),
                                                volume -> volume.find(Volume::s3filesVolumeConfiguration) != null))
                        .message("An S3 Files volume is mounted by the permissions of the task role, and there is no"
                                + " `taskRoleArn`.")
                        .fix("Set `taskRoleArn`."));
    }

    private static List<Rule> ofFsx() {
        return List.of(
                error("volume.fsx-incomplete")
                        .summary("An FSx volume lacks the file system, the directory, the credentials or the domain.")
                        .source("API:FSxWindowsFileServerVolumeConfiguration")
                        .in(FSX)
                        .whenHere(fsx -> !missing(fsx).isEmpty())
                        .with("missing", fsx -> String.join(", ", missing(fsx)))
                        .message("The FSx volume lacks {missing}, without which it cannot be mounted.")
                        .fix("Add what is missing."),
                error("volume.fsx-needs-windows")
                        .summary("A task with an FSx for Windows volume runs on another operating system, or on"
                                + " Fargate.")
                        .source("DOC:wfsx-volumes; awsdocs/amazon-ecs-bestpractices-guide doc_source/storage-fsx.md")
                        .in(FSX)
                        .given(facts -> facts.onFargate() || !(facts.onWindows() || Platforms.isNotWritten(facts)))
                        .whenHere(fsx -> true)
                        .message("FSx for Windows volumes are there on Windows instances only.")
                        .fix("Use EFS, or run the task on Windows instances."),
                error("volume.fsx-execution-role")
                        .summary("A task has an FSx volume, whose credentials the execution role reads, and no"
                                + " execution role.")
                        .source("DOC:wfsx-volumes; DOC:task_execution_IAM_role; OUR")
                        .in(TASK)
                        .needing(TaskDefinition::volumes)
                        .whenAt(
                                TaskDefinition::executionRoleArn,
                                task -> task.lacks(TaskDefinition::executionRoleArn)
                                        && View.any(
                                                task.each(TaskDefinition::volumes),
                                                volume -> volume.find(Volume::fsxWindowsFileServerVolumeConfiguration)
                                                        != null))
                        .message("The credentials of the FSx volume are read by the execution role, and there is no"
                                + " `executionRoleArn`.")
                        .fix("Set `executionRoleArn`."));
    }

    private static boolean isFileSystem(String id) {
        Arn arn = Arn.parse(id);
        return arn == null
                ? EFS_ID.matcher(id).matches()
                : arn.service().equals("elasticfilesystem")
                        && EFS_RESOURCE.matcher(arn.resource()).matches();
    }

    private static boolean hasAccessPoint(View<EFSVolumeConfiguration> efs) {
        return efs.member(EFSVolumeConfiguration::authorizationConfig).has(EFSAuthorizationConfig::accessPointId);
    }

    private static boolean usesIam(View<EFSVolumeConfiguration> efs) {
        return efs.member(EFSVolumeConfiguration::authorizationConfig)
                .is(EFSAuthorizationConfig::iam, EFSAuthorizationConfigIAM.ENABLED);
    }

    /** Whether the connection is not encrypted; a value that ECS does not know is reported for itself. */
    private static boolean isPlain(View<EFSVolumeConfiguration> efs) {
        return efs.getOr(EFSVolumeConfiguration::transitEncryption, EFSTransitEncryption.DISABLED)
                .equals(EFSTransitEncryption.DISABLED);
    }

    private static @Nullable String unknownSwitch(View<EFSVolumeConfiguration> efs) {
        String encryption = unknown("transitEncryption", efs.member(EFSVolumeConfiguration::transitEncryption));
        return encryption == null
                ? unknown(
                        "iam",
                        efs.member(EFSVolumeConfiguration::authorizationConfig).member(EFSAuthorizationConfig::iam))
                : encryption;
    }

    private static @Nullable String unknown(String name, View<? extends OpenEnum> member) {
        OpenEnum value = member.isKnown() ? member.find() : null;
        return value == null || value.isKnown() ? null : "`" + name + "` \"" + value + "\"";
    }

    private static List<String> missing(View<FSxWindowsFileServerVolumeConfiguration> fsx) {
        View<FSxWindowsFileServerAuthorizationConfig> authorization =
                fsx.member(FSxWindowsFileServerVolumeConfiguration::authorizationConfig);
        List<String> missing = new ArrayList<>();
        add(missing, fsx, FSxWindowsFileServerVolumeConfiguration::fileSystemId);
        add(missing, fsx, FSxWindowsFileServerVolumeConfiguration::rootDirectory);
        add(missing, authorization, FSxWindowsFileServerAuthorizationConfig::credentialsParameter);
        add(missing, authorization, FSxWindowsFileServerAuthorizationConfig::domain);
        return missing;
    }

    private static <T> void add(List<String> missing, View<T> structure, Member<T, String> name) {
        View<String> member = structure.member(name);
        if (member.isKnown() && !member.isPresent()) {
            missing.add("`" + member.name() + "`");
        }
    }
}
