package dev.vireo.vmx;

import org.jspecify.annotations.Nullable;

/** What the names of files in a configuration file mean in a domain, and the other way round. */
public interface FileNameResolver {

  /**
   * The path that a domain shows for a name in a configuration file.
   *
   * @param name the value of a {@code fileName} key, not empty
   * @return null when it names nothing that is known, such as a file of a missing datastore
   */
  @Nullable String toDomain(String name);

  /**
   * The name that a configuration file has for a path of a domain.
   *
   * @param path path of a disk's source or the like
   * @throws VmxException if the path names nothing that is known
   */
  String toVmx(String path);

  /**
   * The model of the SCSI controller that a disk was made for, to replace the model {@code auto}.
   *
   * @param path path of the disk's source
   * @return {@code buslogic}, {@code lsilogic}, {@code lsisas1068} or {@code vmpvscsi}; null when
   *     it cannot be known
   */
  default @Nullable String scsiModel(String path) {
    return null;
  }

  /** Names stay as they are, as in libvirt's driver for VMware Workstation and Player. */
  static FileNameResolver asIs() {
    return new FileNameResolver() {
      @Override
      public String toDomain(String name) {
        return name;
      }

      @Override
      public String toVmx(String path) {
        return path;
      }
    };
  }
}
