package dev.vireo.vmx;

import dev.vireo.model.domain.VmwareNamespace;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a conversion to a domain knows besides the file.
 *
 * @param fileNames how names of files are shown
 * @param legacyUuid whether the domain's uuid is {@code uuid.bios} alone, as in libvirt before 12.4
 * @param id the domain's id; null when it is off
 * @param vmware the host's part of libvirt's VMware extension; null for none
 */
public record ReadOptions(
    FileNameResolver fileNames,
    boolean legacyUuid,
    @Nullable Integer id,
    @Nullable VmwareNamespace vmware) {

  public ReadOptions {
    Objects.requireNonNull(fileNames);
  }

  /** These file names and nothing else. */
  public static ReadOptions of(FileNameResolver fileNames) {
    return new ReadOptions(fileNames, false, null, null);
  }

  /** The same with this {@link #legacyUuid}. */
  public ReadOptions withLegacyUuid(boolean value) {
    return new ReadOptions(fileNames, value, id, vmware);
  }

  /** The same with this {@link #id} and this {@link #vmware}. */
  public ReadOptions withHost(@Nullable Integer domainId, @Nullable VmwareNamespace extension) {
    return new ReadOptions(fileNames, legacyUuid, domainId, extension);
  }
}
