package dev.vireo.vmx;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * File names on a host with datastores: absolute or relative in the configuration file, {@code
 * [datastore] path} in the domain ({@code esxParseVMXFileName} and {@code esxFormatVMXFileName}).
 *
 * <p>One thing differs from libvirt on purpose: the path where a datastore is mounted is compared
 * with whole parts of a name, so that {@code /vmfs/volumes/ds10} is not taken for a file of {@code
 * /vmfs/volumes/ds1}. Paths of Windows that belong to no datastore stay as they are.
 */
public final class DatastoreResolver implements FileNameResolver {

  private static final String VOLUMES = "/vmfs/volumes/";

  /**
   * A datastore of the host.
   *
   * @param name its name
   * @param mountPath where the host has it, without separator at its end, such as {@code
   *     /vmfs/volumes/4980-76b2} or {@code C:\Virtual Machines}; null when it has none, and for an
   *     empty one
   */
  public record Datastore(String name, @Nullable String mountPath) {
    public Datastore {
      Objects.requireNonNull(name);
      mountPath = mountPath == null || mountPath.isEmpty() ? null : mountPath;
    }
  }

  private final List<Datastore> datastores;
  private final DatastorePath vmx;
  private final Function<String, @Nullable String> scsiModels;

  /**
   * A resolver that knows no models of SCSI controllers.
   *
   * @param datastores the host's datastores
   * @param vmx path of the configuration file, which relative names start from
   */
  public DatastoreResolver(List<Datastore> datastores, DatastorePath vmx) {
    this(datastores, vmx, path -> null);
  }

  /**
   * A resolver.
   *
   * @param datastores the host's datastores
   * @param vmx path of the configuration file, which relative names start from
   * @param scsiModels see {@link FileNameResolver#scsiModel}
   */
  public DatastoreResolver(
      List<Datastore> datastores,
      DatastorePath vmx,
      Function<String, @Nullable String> scsiModels) {
    // Without a name nothing can be found on it.
    this.datastores = datastores.stream().filter(each -> !each.name().isEmpty()).toList();
    this.vmx = Objects.requireNonNull(vmx);
    this.scsiModels = Objects.requireNonNull(scsiModels);
  }

  @Override
  public @Nullable String toDomain(String name) {
    if (!name.startsWith("/") && name.indexOf('\\') < 0) {
      return vmx.sibling(name).toString();
    }
    for (Datastore datastore : datastores) {
      String rest = datastore.mountPath() == null ? null : below(datastore.mountPath(), name);
      if (rest != null) {
        return new DatastorePath(datastore.name(), rest.replace('\\', '/')).toString();
      }
    }
    if (name.startsWith(VOLUMES)) {
      return byName(name.substring(VOLUMES.length()));
    }
    return name.startsWith("/") || isWindowsAbsolute(name) ? name : null;
  }

  private @Nullable String byName(String rest) {
    int slash = rest.indexOf('/');
    if (slash <= 0) {
      return null;
    }
    String wanted = rest.substring(0, slash);
    for (Datastore datastore : datastores) {
      if (datastore.name().equals(wanted)) {
        return new DatastorePath(wanted, rest.substring(slash + 1)).toString();
      }
    }
    return null;
  }

  private static @Nullable String below(String mountPath, String name) {
    if (!name.startsWith(mountPath)) {
      return null;
    }
    int end = mountPath.length();
    if (isSeparator(mountPath.charAt(end - 1))) {
      return name.substring(end);
    }
    return end < name.length() && isSeparator(name.charAt(end)) ? name.substring(end + 1) : null;
  }

  private static boolean isSeparator(char c) {
    return c == '/' || c == '\\';
  }

  private static boolean isWindowsAbsolute(String name) {
    return name.startsWith("\\\\")
        || (name.length() > 2 && name.charAt(1) == ':' && isSeparator(name.charAt(2)));
  }

  @Override
  public String toVmx(String path) {
    DatastorePath file = DatastorePath.parse(path, this::names);
    if (file == null) {
      if (path.startsWith("/") || isWindowsAbsolute(path)) {
        return path;
      }
      throw VmxException.invalid(
          "source", "has to be '[datastore] path' or an absolute path", path, nearest(path));
    }
    for (Datastore datastore : datastores) {
      if (datastore.name().equals(file.datastore()) && datastore.mountPath() != null) {
        return join(datastore.mountPath(), file.path());
      }
    }
    if (file.equals(vmx.sibling(file.fileName()))) {
      return file.fileName(); // the host need not say where its datastore is mounted
    }
    throw VmxException.invalid(
        "source", "has to be in a datastore of the host", path, knownDatastores());
  }

  private List<String> names() {
    return datastores.stream().map(Datastore::name).toList();
  }

  private @Nullable String nearest(String path) {
    if (path.isEmpty() || datastores.isEmpty()) {
      return null;
    }
    boolean isKnown =
        datastores.stream().anyMatch(datastore -> datastore.name().equals(vmx.datastore()));
    // Where it is not known what names are relative to, the user has to say the directory.
    return isKnown
        ? vmx.sibling(path).toString()
        : new DatastorePath(datastores.get(0).name(), "DIR/" + path).toString();
  }

  private @Nullable String knownDatastores() {
    return datastores.isEmpty() ? null : "[" + datastores.get(0).name() + "]";
  }

  private static String join(String mountPath, String path) {
    boolean windows = mountPath.indexOf('\\') >= 0;
    char separator = windows ? '\\' : '/';
    String rest = windows ? path.replace('/', '\\') : path;
    boolean separated = isSeparator(mountPath.charAt(mountPath.length() - 1));
    return separated ? mountPath + rest : mountPath + separator + rest;
  }

  @Override
  public @Nullable String scsiModel(String path) {
    return scsiModels.apply(path);
  }
}
