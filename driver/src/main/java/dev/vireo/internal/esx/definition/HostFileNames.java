package dev.vireo.internal.esx.definition;

import dev.vireo.vmx.DatastorePath;
import dev.vireo.vmx.DatastoreResolver;
import dev.vireo.vmx.FileNameResolver;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** File names on the host, whose datastores are only asked for when a name needs them. */
final class HostFileNames implements FileNameResolver {

  private final DatastorePath vmx;
  private final Supplier<HostDatastores> datastores;
  private final Function<String, @Nullable String> scsiModels;

  /**
   * @param vmx the configuration file, which relative names start from
   * @param datastores gives the datastores; called each time they are needed
   * @param scsiModels see {@link FileNameResolver#scsiModel}
   */
  HostFileNames(
      DatastorePath vmx,
      Supplier<HostDatastores> datastores,
      Function<String, @Nullable String> scsiModels) {
    this.vmx = vmx;
    this.datastores = datastores;
    this.scsiModels = scsiModels;
  }

  @Override
  public @Nullable String toDomain(String name) {
    boolean relative = !name.startsWith("/") && name.indexOf('\\') < 0;
    return (relative ? withoutDatastores() : withDatastores()).toDomain(name);
  }

  @Override
  public String toVmx(String path) {
    boolean inDatastore = DatastorePath.parse(path) != null;
    return (inDatastore ? withDatastores() : withoutDatastores()).toVmx(path);
  }

  @Override
  public @Nullable String scsiModel(String path) {
    return scsiModels.apply(path);
  }

  private DatastoreResolver withDatastores() {
    return new DatastoreResolver(datastores.get().datastores(), vmx);
  }

  private DatastoreResolver withoutDatastores() {
    return new DatastoreResolver(List.of(), vmx);
  }
}
