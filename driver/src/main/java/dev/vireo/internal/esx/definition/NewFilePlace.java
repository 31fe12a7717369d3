package dev.vireo.internal.esx.definition;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.internal.esx.EsxError;
import dev.vireo.model.domain.Disk;
import dev.vireo.model.domain.DiskSource;
import dev.vireo.vim.file.DatastoreFile;
import dev.vireo.vim.file.DatastoreFiles;
import dev.vireo.vmx.DatastoreEscapes;
import dev.vireo.vmx.DatastorePath;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Where the VMX file of a new domain goes: beside its first hard disk that is a file, under the
 * domain's name ({@code esxDomainDefineXMLFlags}). Where a file has that name already, which may be
 * that of a domain that was undefined, a number makes another one of it.
 */
final class NewFilePlace {

  private static final String DEDUCE = "cannot deduce datastore and path for VMX file";
  private static final String SUFFIX = ".vmx";
  private static final String DISK = "disk";

  /** The longest name of a file, in bytes, on VMFS and NFS. */
  private static final int LONGEST_NAME = 255;

  /** So many names are tried. */
  private static final int MOST_NAMES = 100;

  private final String function;
  private final HostDatastores datastores;

  /**
   * @param function the libvirt function, for errors
   * @param datastores the host's
   */
  NewFilePlace(String function, HostDatastores datastores) {
    this.function = function;
    this.datastores = datastores;
  }

  /**
   * The usual place of a domain's file.
   *
   * @throws LibvirtException when the domain's disks do not tell
   */
  DatastorePath usual(WantedDomain domain) {
    DatastorePath disk = firstDisk(domain.definition().devices().disks());
    String name = DatastoreEscapes.escape(domain.name());
    if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME - SUFFIX.length() - 3) {
      throw error(
          ErrorCode.CONFIG_UNSUPPORTED,
          "the name '" + domain.name() + "' is too long for a file of a datastore");
    }
    return disk.sibling(name + SUFFIX);
  }

  private DatastorePath firstDisk(List<Disk> disks) {
    if (disks.isEmpty()) {
      throw error(ErrorCode.INTERNAL_ERROR, "Domain XML doesn't contain any disks, " + DEDUCE);
    }
    DiskSource.File source =
        disks.stream()
            .filter(disk -> disk.device().equals(DISK))
            .map(Disk::source)
            .filter(DiskSource.File.class::isInstance)
            .map(DiskSource.File.class::cast)
            .findFirst()
            .orElseThrow(() ->
                error(
                    ErrorCode.INTERNAL_ERROR,
                    "Domain XML doesn't contain any file-based harddisks, " + DEDUCE));
    String path = source.path();
    if (path == null || path.isEmpty()) {
      throw error(ErrorCode.INTERNAL_ERROR, "First file-based harddisk has no source, " + DEDUCE);
    }
    return disk(path);
  }

  private DatastorePath disk(String path) {
    DatastorePath parsed = DatastorePath.parse(path, datastores::names);
    DatastorePath disk = parsed == null ? null : parsed.normalized();
    if (disk == null || disk.path().isEmpty()) {
      throw error(
          ErrorCode.INVALID_ARG,
          "Datastore path '" + path + "' doesn't have expected format '[<datastore>] <path>'");
    }
    if (!datastores.names().contains(disk.datastore())) {
      throw EsxError.builder(
              ErrorCode.INTERNAL_ERROR,
              "Could not find datastore with name '" + disk.datastore() + "'")
          .operation(function)
          .hint("the datastores of the host are " + String.join(", ", datastores.names()))
          .build();
    }
    return disk;
  }

  /**
   * The first free place, by looking: one request for each that is taken, and one more.
   *
   * @param usual the place to begin with
   * @param datacenterPath where its datastore is
   */
  DatastorePath free(DatastorePath usual, String datacenterPath, DatastoreFiles files) {
    String base = usual.fileName().substring(0, usual.fileName().length() - SUFFIX.length());
    for (int i = 0; i < MOST_NAMES; i++) {
      DatastorePath place = i == 0 ? usual : usual.sibling(base + "_" + i + SUFFIX);
      if (files.status(file(datacenterPath, place)) == null) {
        return place;
      }
    }
    throw EsxError.builder(
            ErrorCode.OPERATION_FAILED,
            "'" + usual + "' and " + (MOST_NAMES - 1) + " names like it are in use")
        .operation(function)
        .hint("remove the files of domains that are no more")
        .build();
  }

  /** A place as the file that is there. */
  static DatastoreFile file(String datacenterPath, DatastorePath place) {
    return new DatastoreFile(datacenterPath, place.datastore(), place.path());
  }

  private LibvirtException error(ErrorCode code, String detail) {
    return EsxError.builder(code, detail).operation(function).build();
  }
}
