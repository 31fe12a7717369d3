package dev.vireo.simulator.internal.host;

import dev.vireo.simulator.internal.files.DiskDescriptor;
import dev.vireo.simulator.internal.files.FileContent;
import dev.vireo.simulator.internal.files.FileStore;
import dev.vireo.simulator.internal.host.Task.Order;
import dev.vireo.vim.types.FileInfo;
import dev.vireo.vim.types.FileQueryFlags;
import dev.vireo.vim.types.HostDatastoreBrowserSearchResults;
import dev.vireo.vim.types.HostDatastoreBrowserSearchSpec;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.TaskReason;
import dev.vireo.vim.types.VmDiskFileInfo;
import dev.vireo.vim.types.VmDiskFileQuery;
import dev.vireo.vim.types.VmDiskFileQueryFlags;
import dev.vireo.vmx.DatastorePath;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks for files on a datastore (VI API {@code HostDatastoreBrowser}). */
public final class DatastoreBrowser extends ManagedObject {

  private static final PropertyTable<DatastoreBrowser> PROPERTIES =
      PropertyTable.<DatastoreBrowser>of("HostDatastoreBrowser").build();

  private static final VmDiskFileQueryFlags NOTHING =
      new VmDiskFileQueryFlags(false, false, false, null, null, null, null);

  private final Datastore datastore;

  DatastoreBrowser(Datastore datastore) {
    super(
        new ManagedObjectReference(
            "HostDatastoreBrowser", "datastoreBrowser-" + datastore.ref().value()));
    this.datastore = datastore;
  }

  /**
   * Queues a search of one folder. Under {@link HostState#write}.
   *
   * @param path datastore path of the folder
   * @param spec what to look for
   * @throws VimFault {@code InvalidArgument} when the path is not one of this datastore
   */
  public Task search(
      SimulatedHost host,
      String path,
      HostDatastoreBrowserSearchSpec spec,
      TaskReason reason,
      @Nullable VimFault destiny) {
    DatastorePath folder = DatastorePath.parse(path, () -> List.of(datastore.name()));
    if (folder == null || !folder.datastore().equals(datastore.name())) {
      throw Faults.invalidArgument("datastorePath");
    }
    Order order =
        new Order(
            "SearchDatastore_Task", "DatastoreBrowser.searchDatastore", datastore, reason, true);
    TaskWork work =
        new TaskWork() {
          @Override
          public void begin(Task task) {
            if (!datastore.files().isDirectory(directory(folder))) {
              throw Faults.fileNotFound(path);
            }
          }

          @Override
          public Object finish(Instant now) {
            return new HostDatastoreBrowserSearchResults(
                datastore.ref(), path, found(directory(folder), spec));
          }
        };
    return host.tasks().start(order, work, destiny);
  }

  private static String directory(DatastorePath folder) {
    String path = folder.path();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private List<FileInfo> found(String directory, HostDatastoreBrowserSearchSpec spec) {
    Pattern names = pattern(spec);
    FileStore files = datastore.files();
    return files.list(directory).stream()
        .filter(name -> !name.endsWith("/") && names.matcher(name).matches())
        .flatMap(name -> {
          String path = directory.isEmpty() ? name : directory + "/" + name;
          FileContent content = files.get(path);
          return content == null ? null : describe(name, content, spec).stream();
        })
        .toList();
  }

  private static Pattern pattern(HostDatastoreBrowserSearchSpec spec) {
    String expression =
        spec.matchPattern().stream()
            .map(pattern -> Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"))
            .collect(Collectors.joining("|"));
    boolean anyCase = !Boolean.FALSE.equals(spec.searchCaseInsensitive());
    return Pattern.compile(
        spec.matchPattern().isEmpty() ? ".*" : expression,
        anyCase ? (Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE) : 0);
  }

  /** What the search tells of a file; nothing when it looks for other kinds. */
  private static List<FileInfo> describe(
      String name, FileContent content, HostDatastoreBrowserSearchSpec spec) {
    FileQueryFlags details = spec.details();
    Long size = details != null && details.fileSize() ? (long) content.bytes().length : null;
    Instant time = details != null && details.modification() ? content.modified() : null;
    if (spec.query().isEmpty()) {
      return List.of(new FileInfo.Plain(name, null, size, time, null));
    }
    return spec.query().stream()
        .filter(VmDiskFileQuery.class::isInstance)
        .map(VmDiskFileQuery.class::cast)
        .filter(query -> DiskDescriptor.isName(name))
        .limit(1)
        .<FileInfo>map(query -> disk(name, content, size, time, query.details()))
        .toList();
  }

  private static VmDiskFileInfo disk(
      String name,
      FileContent content,
      @Nullable Long size,
      @Nullable Instant time,
      @Nullable VmDiskFileQueryFlags flags) {
    DiskDescriptor descriptor = DiskDescriptor.parse(content.bytes());
    VmDiskFileQueryFlags asked = flags == null ? NOTHING : flags;
    return new VmDiskFileInfo(
        name,
        null,
        size,
        time,
        null,
        asked.diskType() ? "VirtualDiskFlatVer2BackingInfo" : null,
        asked.capacityKb() ? descriptor.capacityKb() : null,
        asked.hardwareVersion() ? descriptor.hardwareVersion() : null,
        Boolean.TRUE.equals(asked.controllerType()) ? descriptor.controllerType() : null,
        List.of(),
        Boolean.TRUE.equals(asked.thin()) ? descriptor.thin() : null);
  }

  @Override
  protected PropertyTable<?> table() {
    return PROPERTIES;
  }
}
